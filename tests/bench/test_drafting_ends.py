"""A described group of a draft is that of a coding where type, other end, passage and a word of the description are the same."""

import pytest

from tests.bench.drafting import PROPOSERS, measure
from tests.bench.drafting_ends import Same, is_name
from tests.draft.pact import TEXT, make_case, opened
from tiebook.case import open_case
from tiebook.draft.gate import Gate, Kept
from tiebook.draft.names import NameIndex
from tiebook.draft.protocol import Proposal

CODING = """
[[actor]]
id = "made-up-officials"
name = "officials of a country"
kind = "Collective"

[[claim]]
from = "made-up-officials"
tie = "OPPOSES"
to = "yemen"
quote = "Officials in Caf\u00e9-land deny"
"""


def drafted(folder, who, quote, tie="OPPOSES"):
    """Return the tie of a proposal by a new group, as the coding has it."""
    case = open_case(make_case(folder / "pact", CODING), TEXT)
    bare, _, _ = opened(make_case(folder / "bare"))
    gate = Gate(bare, TEXT, NameIndex(bare.entities))
    proposal = Proposal(paragraph=2, start=who, tie=tie, end="yemen", quote=quote, new={who: "Collective"})
    kept = gate.check(proposal)
    assert isinstance(kept, Kept), kept
    return next(Same(case).drafted([kept], case, TEXT))[1]


def test_a_group_is_known_by_its_description(tmp_path):
    assert (
        drafted(tmp_path, "Officials in Caf\u00e9-land", "Officials in Caf\u00e9-land deny")[0] == "made-up-officials"
    )


def test_not_with_another_type(tmp_path):
    assert drafted(tmp_path, "Officials", "Officials in Caf\u00e9-land deny", "CRITICISES")[0] == "officials"


def test_not_in_another_passage(tmp_path):
    assert drafted(tmp_path, "Officials", "China sold drones to Iran in 2016")[0] == "officials"


def test_not_without_a_word_in_common(tmp_path):
    assert drafted(tmp_path, "Caf\u00e9-land", "Officials in Caf\u00e9-land deny")[0] == "cafe-land"


@pytest.mark.parametrize(
    "words", ["Bank of Chad", "Ana de la Rojas", "al-Shabaab of Mali", "U.N. Secretary-General", "China\u2019s PLA"]
)
def test_words_that_are_a_name(words):
    assert is_name(words)


@pytest.mark.parametrize("words", ["people of Chad", "Gulf states", "officials", "the rivals of Iran", "of the", ""])
def test_words_that_describe(words):
    assert not is_name(words)


def test_what_is_stated_between_names_is_counted_by_itself(tmp_path):
    sale = '[[claim]]\nfrom = "china"\ntie = "SELLS_ARMS_TO"\nto = "iran"\nquote = "China sold drones to Iran"\n'
    guess = '[[claim]]\nfrom = "russia"\ntie = "SELLS_ARMS_TO"\nto = "yemen"\nquote = "Russia did not sell"\ninferred = true\n'
    group = '[[actor]]\nid = "iranian-officials"\nname = "Iranian officials"\nkind = "Collective"\n'
    case = open_case(make_case(tmp_path / "pact", CODING + group + sale + guess), TEXT)
    scores = measure(case, TEXT, "rules", PROPOSERS["rules"]).scores
    assert [scores[name].there for name in ("ties", "stated ties", "pairs", "stated pairs")] == [3, 1, 3, 1]
    assert [scores[name].right for name in ("ties", "stated ties", "stated pairs")] == [2, 1, 1]
    # what is inferred is not held against who proposes it
    assert scores["stated ties"].found == scores["ties"].found - 1
    assert scores["named mentions"].there == scores["mentions"].there - 1
    assert scores["named mentions"].found == scores["mentions"].found - 1
    assert scores["named mentions"].right == scores["named mentions"].there
