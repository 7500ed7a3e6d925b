"""The agreement of two codings of the sample, with differences that are known."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import tomlkit

from tests.conftest import MINI
from tiebook.agree.match import passages
from tiebook.agree.report import Agreement, Coding
from tiebook.agree.same import same_entities
from tiebook.case import Text, open_case
from tiebook.errors import UsageError

TEXT = Text.read(MINI.with_suffix(".txt"))


@pytest.fixture
def recode(tmp_path):
    """Return a function that codes the sample a second time: a change for each claim (None leaves it out), other ids."""

    def made(changes: dict[str, dict[str, object] | None] | None = None, ids: dict[str, str] | None = None) -> Path:
        folder: Path = tmp_path / "second"
        shutil.copytree(MINI, folder, dirs_exist_ok=True)
        for name in ("case.toml", "coding.toml"):
            source = (MINI / name).read_text("utf-8")
            for old, new in (ids or {}).items():
                source = source.replace(f'"{old}"', f'"{new}"')
            document = tomlkit.parse(source)
            for claim in list(document.get("claim", [])):
                change = (changes or {}).get(claim["id"], {})
                if change is None:
                    document["claim"].remove(claim)
                else:
                    claim.update(change)
            (folder / name).write_text(tomlkit.dumps(document), "utf-8")
        return folder

    return made


def coding(folder: Path, text: Text | None = TEXT) -> Coding:
    case = open_case(folder, text)
    return Coding(case, passages(case, text))


def agreement(folder: Path, **options) -> Agreement:
    return Agreement(coding(MINI), coding(folder), draws=100, **options)


def figures(found: Agreement) -> dict[str, dict[str, object]]:
    return {row["measure"] if row["field"] == "passages" else row["field"]: row for row in found.table().records()}


def test_a_coding_agrees_with_itself(recode):
    found = agreement(recode())
    assert [figures(found)[name]["value"] for name in ("precision", "recall", "F1")] == [1, 1, 1]
    assert all(row["agreement"] in (1, None) and row["value"] in (1, None) for row in figures(found).values())
    assert found.disagreements().rows == found.unmatched().rows == []


def test_what_is_left_out_lowers_recall_and_what_is_added_precision(recode):
    found = agreement(recode({"p3-attack": None, "p4-no-sale": None}))
    rows = figures(found)
    assert (rows["precision"]["value"], rows["recall"]["value"]) == (1, round(5 / 7, 3))
    assert rows["F1"]["value"] == round(2 * 5 / 12, 3)
    assert [row[1:3] for row in found.unmatched().rows] == [("first", "p3-attack"), ("first", "p4-no-sale")]
    other = Agreement(found.other, found.one, draws=100)
    assert (figures(other)["precision"]["value"], figures(other)["recall"]["value"]) == (round(5 / 7, 3), 1)


def test_fields_are_compared_one_by_one(recode):
    found = agreement(
        recode(
            {
                "p2-sells": {"from": "eastmark", "to": "northland", "since": "2016"},
                "p2-constrains": {"regarding": ["eastmark", "westhaven"], "constraint": "structural"},
                "p3-attack": {"mode": "hypothetical", "tie": "THREATENS"},
            }
        )
    )
    rows = figures(found)
    assert rows["direction"]["agreement"] == rows["mode"]["agreement"] == rows["tie"]["agreement"] == round(6 / 7, 3)
    assert rows["actors"]["agreement"] == 1
    assert rows["regarding"]["measure"] == "alpha, masi"
    assert rows["sign"]["measure"] == "alpha, ordinal"
    assert rows["since, in years"]["units"] == 3
    assert rows["inferred"]["value"] is None
    listed = [(row[1], *row[3:6]) for row in found.disagreements().rows]
    assert listed == [
        ("p2-sells", "from", "northland", "eastmark"),
        ("p2-sells", "to", "eastmark", "northland"),
        ("p2-sells", "since", "2015", "2016"),
        ("p2-constrains", "regarding", "eastmark", "eastmark, westhaven"),
        ("p2-constrains", "constraint", "imposed", "structural"),
        ("p3-attack", "tie", "USES_FORCE_AGAINST", "THREATENS"),
        ("p3-attack", "mode", "feared", "hypothetical"),
    ]


def test_agreement_by_category(recode):
    found = agreement(recode({"p3-attack": {"mode": "hypothetical"}}))
    rows = {(row[0], row[1]): row[2:] for row in found.categories().rows}
    assert rows["mode", "actual"] == (5, 5, 5, 1)
    assert rows["mode", "feared"] == (1, 0, 0, 0)
    assert rows["mode", "hypothetical"] == (0, 1, 0, 0)


def test_coders_may_use_ids_of_their_own(recode):
    ids = {
        "northland": "norrland-kingdom",
        "harbour-act": "act-of-harbours",
        "ann-writer": "writer",
        "p4-refuses": "p4-says-no",
    }
    found = agreement(recode(ids=ids))
    assert {key: value for key, value in found.names.items() if key != value} == {
        "norrland-kingdom": "northland",  # by its ISO code
        "act-of-harbours": "harbour-act",  # by its name
        "writer": "ann-writer",  # the author
    }
    assert found.disagreements().rows == []


def test_an_entity_of_one_coding_is_at_most_one_of_the_other(recode):
    found = same_entities(coding(MINI).case, coding(recode(ids={"law": "the-law"})).case)
    assert found["the-law"] == "law"
    assert len(set(found.values())) == len(found)


def test_the_direction_of_a_symmetric_tie_says_nothing(recode):
    found = agreement(recode({"p4-no-treaty": {"from": "westhaven", "to": "northland"}}))
    assert found.disagreements().rows == []


def test_only_some_paragraphs(recode):
    found = agreement(recode({"p3-attack": None}), paragraphs=frozenset({2, 4}))
    assert figures(found)["recall"]["units"] == 5
    assert figures(found)["recall"]["value"] == 1
    assert figures(agreement(recode(), paragraphs=frozenset({99})))["F1"]["value"] is None


def test_without_the_text_words_decide(recode):
    folder = recode({"p2-sells": {"quote": "patrol boats to Eastmark"}, "p4-refuses": {"quote": "Westhaven refused"}})
    found = Agreement(coding(MINI, None), coding(folder, None), draws=100)
    assert len(found.pairs) == 7
    assert found.pairs[0].overlap == pytest.approx(4 / 7, abs=1e-6)


def test_the_upper_bound_pairs_claims_on_one_passage_by_content(recode):
    same = "asked Westhaven for a treaty, but Westhaven refused"
    changes = {"p4-refuses": {"quote": same, "tie": "AGREES_WITH", "negated": True, "aspect": "event"}}
    folder = recode(changes)
    document = tomlkit.parse((folder / "coding.toml").read_text("utf-8"))
    del document["claim"][-2]["about"]
    (folder / "coding.toml").write_text(tomlkit.dumps(document), "utf-8")
    plain, favoured = agreement(folder), agreement(folder, favour=True)
    assert len(favoured.disagreements().rows) <= len(plain.disagreements().rows)


ABC = ("abcdefghi", "0")  # paragraphs and sha256, as case.toml of a coding has them


@pytest.mark.parametrize(
    ("one", "other", "paragraphs", "told"),
    [
        (ABC, ABC, [], None),
        (ABC, ("abcdefghi", "1"), [], None),  # the paragraphs say more than the whole
        (ABC, ("xbcdefghi", "0"), [], "paragraph 1"),
        (ABC, ("abcdefghx", "0"), [], "paragraph 9"),
        (ABC, ("abcdefgh", "0"), [], "paragraph 9"),
        (("abcdefgh", "0"), ABC, [], "paragraph 9"),
        (ABC, ("xbcdefgxi", "0"), [8, 1], "paragraph 1"),  # the first that differs, however they were named
        (ABC, ("abxdefghi", "0"), [3], "paragraph 3"),
        (ABC, ("abxdefghi", "0"), [2, 4], None),  # its neighbours are the same
        (ABC, ("", "1"), [], "sha256"),  # without paragraphs the whole must be the same
        (("", "0"), ("", "1"), [], "sha256"),
        (("", "0"), ("", "0"), [], None),
        (ABC, ("", ""), [], None),  # and without either nothing is known
        (("", ""), ("", "1"), [], None),
    ],
)
def test_codings_of_different_texts_are_refused(one, other, paragraphs, told):
    codings = []
    for hashes, whole in (one, other):
        made = coding(MINI)
        source = made.case.source.model_copy(update={"paragraphs": list(hashes), "sha256": whole * 64 or None})
        codings.append(replace(made, case=replace(made.case, source=source)))
    make = lambda: Agreement(codings[0], codings[1], paragraphs=frozenset(paragraphs), draws=10)  # noqa: E731
    if told is None:
        assert make().table().rows
    else:
        with pytest.raises(UsageError, match=told):
            make()
