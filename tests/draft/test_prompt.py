"""What an assistant gets: its example keeps the rules that it explains, and nothing is named that a proposal cannot have."""

import re

from tests.draft.pact import HEAD, make_case, opened
from tiebook.case import Text, open_case
from tiebook.draft.gate import Gate, Kept
from tiebook.draft.names import NameIndex
from tiebook.draft.prompt import EXAMPLES, instructions, prompt
from tiebook.draft.protocol import FIELDS, read_proposal
from tiebook.model.codebook import codebook


def test_every_claim_of_the_examples_passes_the_gate(tmp_path):
    (tmp_path / "case.toml").write_text(HEAD, "utf-8")
    text = Text.of("\n\n".join(["One", "Two", "Three", *(paragraph for paragraph, _ in EXAMPLES)]) + "\n", "0" * 64)
    case = open_case(tmp_path, text)
    gate = Gate(case, text, NameIndex(case.entities))
    found = [
        gate.check(read_proposal(item, coded["paragraph"]), coded["paragraph"])
        for _, coded in EXAMPLES
        for item in coded["claims"]
    ]
    assert [each for each in found if not isinstance(each, Kept)] == []
    assert any(each.values.get("negated") for each in found if isinstance(each, Kept))
    assert {each.values.get("mode") for each in found if isinstance(each, Kept)} == {None, "hypothetical", "sought"}
    assert {holder for each in found if isinstance(each, Kept) for holder in each.values.get("holder", ())} == {
        "diplomats-in-quito",
        "adviser-at-perus-defence-ministry",
    }


def test_it_explains_every_field_and_type_that_it_needs(tmp_path):
    _, _, article = opened(make_case(tmp_path / "pact"))
    text = instructions(article)
    explained = set(re.findall(r"\b[a-z_]+\b", text))
    left_out = {"paragraph", "confidence", "inferred", "prefix", "suffix", "note", "rule", "aspect", "said_on", "ended"}
    assert set(FIELDS) - left_out <= explained
    assert all(
        f"- {name} (" in text for name in codebook().ties if name not in ("BORDERS", "VOTES_WITH", "MEASURED_AS")
    )
    assert "`about`" not in text
    assert "/Claim" not in text
    assert "SANCTIONS (actor -> actor/Instrument)" in text
    assert "ALLIED_WITH (actor <-> actor)" in text
    assert "Instrument (agreement, resolution" in text


def test_it_fits_a_chat_window_and_ends_with_the_task(tmp_path):
    _, _, article = opened(make_case(tmp_path / "pact"))
    assert len(instructions(article).split()) < 1800
    assert prompt(article).rstrip().endswith("for every paragraph above.")
