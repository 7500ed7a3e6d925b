"""The forms of a document and of what is asked back, of a few made-up rows: nothing is shown that is not there."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tiebook.ask.document.notebook_html import as_html
from tiebook.ask.document.structure import (
    AlsoSaid,
    Column,
    Counts,
    Document,
    Group,
    Mark,
    Note,
    Receipt,
    Row,
    Said,
)
from tiebook.ask.forms.data import as_csv, as_json
from tiebook.ask.forms.markdown import markdown_lines
from tiebook.ask.forms.values import also_said_counts, marks_text, text_of
from tiebook.ask.words.asked_back import asked_back, no_place, what_lacks
from tiebook.ask.words.match import Guess
from tiebook.ask.words.together import sides
from tiebook.ask.words.two_questions import parts_of, stands_alone
from tiebook.ask.words.understand import Understanding

INFERRED = Mark("inferred", "inferred")
RECEIPT = Receipt("p3-x", "s/p3-x", "They sell arms", 3, "Jane", "mine")


def document(*groups: Group, **parts: Any) -> Document:
    given = {"name": "who-arms", **parts}
    return Document("Who?", Counts(1), (Column("who", "who"),), groups, **given)


def markdown(*groups: Group, evidence: bool = True, **parts: Any) -> list[str]:
    return list(markdown_lines(document(*groups, **parts), evidence=evidence))


@pytest.mark.parametrize(
    ("receipt", "line"),
    [
        (RECEIPT, '- 1: p3 "They sell arms" (Jane, mine) p3-x'),
        (RECEIPT._replace(side="pact"), '- 1: (pact) p3 "They sell arms" (Jane, mine) p3-x'),
        (RECEIPT._replace(paragraph=None), '- 1: "They sell arms" (Jane, mine) p3-x'),
        (RECEIPT._replace(paragraph=0), '- 1: p0 "They sell arms" (Jane, mine) p3-x'),
        (RECEIPT._replace(quote=None), "- 1: p3 (Jane, mine) p3-x"),
        (RECEIPT._replace(context="so: They sell arms."), "- 1: p3 so: They sell arms. (Jane, mine) p3-x"),
        (RECEIPT._replace(holder=None), '- 1: p3 "They sell arms" (mine) p3-x'),
        (RECEIPT._replace(holder=None, source=None), '- 1: p3 "They sell arms" p3-x'),
    ],
)
def test_a_receipt_has_what_is_known_of_it(receipt: Receipt, line: str) -> None:
    *_, title, blank, last = markdown(Group(None, (Row(1, ("China",), (), (receipt,)),)))
    assert (title, blank) == ("**Receipts**", "")
    assert last.replace("\\", "") == line


def test_markdown_has_columns_of_numbers_and_marks_only_where_there_are_any() -> None:
    bare = markdown(Group(None, (Row(1, ("China",)),)))
    assert bare == ["**Who?**", "", "1 row", "", "| who |", "| --- |", "| China |", ""]
    marked = markdown(Group(None, (Row(1, ("China",), (INFERRED,)), Row(2, ("Iran",)))))
    assert marked[4:] == ["| who | marks |", "| --- | --- |", "| China | inferred |", "| Iran |  |", ""]
    proven = markdown(Group(None, (Row(1, ("China",), (), (RECEIPT,)),)))
    assert [line.replace("\\", "") for line in proven[4:7]] == ["| # | who |", "| --- | --- |", "| 1 | China |"]
    assert "**Receipts**" not in markdown(Group(None, (Row(1, ("China",), (), (RECEIPT,)),)), evidence=False)


def test_markdown_has_headings_with_their_marks_and_receipts() -> None:
    plain = Group("Money", (Row(1, ("China",), (), (RECEIPT,)),))
    marked = Group("Arms", (Row(2, ("Iran",)),), "A", (INFERRED,), (RECEIPT,))
    lines = [line.replace("\\", "") for line in markdown(plain, marked)]
    assert "### Money" in lines
    assert "### Arms [inferred]" in lines
    assert [line.partition(":")[0] for line in lines if "p3-x" in line] == ["- 1", "- Arms"]
    assert not [line for line in markdown(Group(None, ())) if line.startswith("#")]


def test_an_adhoc_answer_has_no_counts_in_markdown() -> None:
    assert markdown(Group(None, (Row(1, ("China",)),)), name=None)[:3] == ["**Who?**", "", "| who |"]


def test_what_is_also_said_is_counted_and_told_with_its_words() -> None:
    said = Said("China", "AIDS", "Iran", "China may aid Iran", None, (Mark("sought", "sought by China"),), RECEIPT)
    also = (AlsoSaid("sought", 2, (said,)), AlsoSaid("denied", 1200, ()))
    lines = [line.replace("\\", "") for line in markdown(also_said=also, also_command="ask `it`")]
    at = lines.index("**Also said, but not as fact: 2 sought, 1,200 denied**")
    assert lines[at + 2 : at + 4] == [
        '- China may aid Iran (sought by China) p3 "They sell arms" (Jane, mine) p3-x',
        "- all: `ask it`",
    ]
    short = [line.replace("\\", "") for line in markdown(also_said=also, evidence=False)]
    assert "- China may aid Iran (sought by China)" in short
    assert not [line for line in short if line.startswith("- all")]
    assert also_said_counts(also) == "2 sought, 1,200 denied"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (["a", None, 2], "a, , 2"),
        (1.50, "1.5"),
        (2.0, "2"),
        ("x\x1b", "x\ufffd"),
    ],
)
def test_a_value_as_a_reader_sees_it(value: Any, text: str) -> None:
    assert text_of(value) == text


def test_marks_stand_side_by_side() -> None:
    assert marks_text([INFERRED, Mark("denied", "denied")]) == "inferred; denied"
    assert marks_text([]) == ""


@pytest.mark.parametrize("indent", [None, 1, 2])
def test_json_is_what_it_should_be_on_one_line_and_on_many(indent: int | None) -> None:
    value = {
        "a": [1, 2.5, None, True, False, "é"],
        "b": {},
        "c": [],
        "d": float("nan"),
        "e": date(2020, 1, 2),
        "f": {"g": [float("inf")]},
    }
    text = as_json(value, indent)
    read = {"a": [1, 2.5, None, True, False, "é"], "b": {}, "c": [], "d": None, "e": "2020-01-02", "f": {"g": [None]}}
    assert json.loads(text) == read
    assert ("\n" in text) == (indent is not None)
    assert text == json.dumps(read, ensure_ascii=False, indent=indent)


def test_csv_has_lists_and_days_as_texts_and_no_formula() -> None:
    rows: list[list[Any]] = [[None, ["x", "y"], date(2020, 1, 2), 3], ["=1+1", [], "z", False]]
    assert as_csv(["a", "b", "c", "d"], rows).splitlines() == ["a,b,c,d", ",x; y,2020-01-02,3", "'=1+1,,z,False"]


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        (Counts(3), "3 rows"),
        (Counts(3, stated=2, inferred=1), "3 rows: 2 stated, 1 inferred"),
        (Counts(4, reported=2, reported_and_inferred=2), "4 rows: 2 reported, 2 reported and inferred"),
        (Counts(2, no_facts=(("denied", 2),)), "2 rows, not facts: 2 denied"),
        (
            Counts(3, stated=1, no_facts=(("denied", 1), ("sought", 1))),
            "3 rows: 1 stated; not facts: 1 denied, 1 sought",
        ),
        (
            Counts(3, stated=3, on_day=(("possibly", 1), ("undated", 2))),
            "3 rows (on this day: 1 possibly, 2 undated): 3 stated",
        ),
        (Counts(3, groups=2, noun="limit", group_noun="factor"), "3 limits in 2 factors"),
        (Counts(3, stated=3, types=(("AIDS", 2), ("OPPOSES", 1))), "3 rows (2 AIDS, 1 OPPOSES): 3 stated"),
        (Counts(3, stated=3, types=(("AIDS", 3),)), "3 rows: 3 stated"),
        (Counts(5, types=tuple((name, 1) for name in "ABCDE")), "5 rows"),
        (Counts(2, types=(("A", 1), ("B", 1)), on_day=(("undated", 2),)), "2 rows (on this day: 2 undated)"),
        (Counts(3, groups=2, stated_groups=1, group_noun="factor"), "3 rows in 2 factors (1 named)"),
        (Counts(3, groups=2, stated_groups=2, group_noun="factor"), "3 rows in 2 named factors"),
    ],
)
def test_counts_add_up_in_one_line(counts: Counts, text: str) -> None:
    assert str(counts) == text


def test_the_parts_of_a_document_are_found_again() -> None:
    notes = (Note("cut", "one"), Note("members", "two"), Note("cut", "three"))
    groups = (Group("A", (Row(1, (date(2020, 1, 2),), (), (RECEIPT,)),), "A"), Group("B", (Row(2, (["x"],)),)))
    found = document(*groups, notes=notes)
    assert found.notes_of("cut") == ("one", "three")
    assert found.notes_of("nothing") == ()
    assert [(label, len(receipts)) for label, receipts in found.labelled()] == [("A", 0), ("1", 1), ("2", 0)]
    rows = [group["rows"][0] for group in found.to_dict()["groups"]]
    assert [row["values"] for row in rows] == [{"who": "2020-01-02"}, {"who": ["x"]}]
    assert rows[0]["receipts"][0]["short"] == "p3-x"
    assert found.to_dict(evidence=False)["groups"][0]["rows"][0]["receipts"] == []


def guess(name: str, **style: Any) -> Guess:
    return Guess(name, f"Title of {name}", 1, 1, {}, **style)


def told(verdict: str, *choices: Guess, unknown: tuple[str, ...] = ()) -> list[str]:
    found = Understanding(verdict, choices, unknown)  # type: ignore[arg-type]
    name = lambda each: each.name  # noqa: E731
    return asked_back("some text", found, written=name, taken=name, named=str.upper, listing="all()").splitlines()


def test_what_was_asked_back_says_why() -> None:
    one, other = guess("one"), guess("another")
    both = ["  one      # Title of one", "  another  # Title of another"]
    whole, least = guess("another"), guess("least")._replace(score=0.5)
    assert told("unsure", one, other) == ['"some text" may mean more than one question. Ask one of these:', *both]
    assert told("nothing", one, other) == ['no stored question fits "some text". The nearest:', *both]
    unknown = told("nothing", one, unknown=("Narnia", "Oz"))[0]
    assert unknown == 'no stored question fits "some text" (Narnia, Oz: not known here). The nearest:'
    far = guess("one")._replace(covered=0)
    assert told("nothing", far) == ['no stored question fits "some text", and none is near it; all() lists all']
    assert told("nothing", far, other)[1:] == both[1:]
    no_year = guess("one", lacking=("a", "b"), left=("2020",))
    head = 'Taken as: one, which also needs A and B, which has no place for "2020". Ask:'
    half = guess("half", lacking=("a",)), guess("left", left=("x",))
    assert told("lacking", no_year, *half, least) == [head, '  one  # Title of one (has no place for "2020")']
    assert told("lacking", no_year, whole) == [
        head,
        '  one      # Title of one (has no place for "2020")',
        "  another  # Title of another",
    ]
    assert told("unsure", no_year, whole)[1] == '  one      # Title of one (has no place for "2020")'


def test_what_a_question_lacks_and_has_no_place_for() -> None:
    assert what_lacks(guess("one")) == ""
    assert what_lacks(guess("one", lacking=("a",))) == ", which also needs a"
    assert what_lacks(guess("one", left=("x",))) == ', which has no place for "x"'
    assert no_place(guess("one", left=("x", "y"))) == 'has no place for "x" and "y"'


@pytest.mark.parametrize(
    ("patterns", "given", "found"),
    [
        (("do {actor} and {partner} cooperate",), {}, {"actor", "partner"}),
        (("do {actor} or {partner}",), {}, {"actor", "partner"}),
        (("does {actor} help {partner}",), {}, set()),
        (("do they and {partner}",), {}, set()),
        (("sold to {one} and {other}",), {"after": "to"}, {"one", "other"}),
        (("sold by {one} and {other}",), {"after": "to"}, set()),
        (("sold by {one} and {other}",), {"after": "the"}, {"one", "other"}),
        (("do {actor} and {partner} cooperate",), {"both": True}, set()),
        (("do both {actor} and {partner} cooperate",), {"both": True}, {"actor", "partner"}),
        (("{a} and {b}", "{c} and {d}"), {}, {"a", "b", "c", "d"}),
    ],
)
def test_parameters_that_a_pattern_says_together(patterns: tuple[str, ...], given: Any, found: set[str]) -> None:
    assert sides(patterns, **given) == found


def test_a_text_is_cut_where_a_second_question_may_begin() -> None:
    assert list(parts_of("Who arms Iran? And who China?")) == [("Who arms Iran", "who China?")]
    assert list(parts_of("A, or B")) == [("A", "B")]
    assert list(parts_of("A or B; C")) == [("A", "B; C"), ("A or B", "C")]
    assert not list(parts_of("Who arms Iran?"))


@pytest.mark.parametrize(
    ("rest", "alone"),
    [("who arms China?", True), ("China on Iran", False), ("why does it?", False), ("what of Iran?", True)],
)
def test_a_second_part_stands_alone_where_it_is_a_question_and_needs_nothing_of_the_first(
    rest: str, alone: bool
) -> None:
    assert stands_alone(rest) is alone


CHINA = {"labels": ["Actor", "State"], "properties": {"id": "china", "name": "China", "aliases": ["PRC"]}}
IRAN = {"labels": ["Actor", "State"], "properties": {"id": "iran", "name": "Iran"}}
SOLD = {"type": "AIDS", "properties": {"id": "AIDS/a/p1", "gloss": "China aids Iran"}}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (CHINA, "Actor:State china (China)"),
        ([CHINA, IRAN], "Actor:State china (China), Actor:State iran (Iran)"),
        (SOLD, "AIDS/a/p1 (China aids Iran)"),
        ({"type": "AIDS", "properties": {"id": "r1"}}, "AIDS r1"),
        ({"nodes": [CHINA, IRAN], "relationships": [SOLD]}, "Actor:State china (China) -AIDS- Actor:State iran (Iran)"),
        ({"nodes": [IRAN], "relationships": []}, "Actor:State iran (Iran)"),
        ({"labels": ["Place"], "properties": {"name": "Oman"}}, "Place Oman"),
        ({"labels": ["Place"], "properties": {"id": "oman", "name": "oman"}}, "Place oman"),
        ({"labels": ["Thing"], "properties": {"size": 2}}, "{'labels': ['Thing'], 'properties': {'size': 2}}"),
        ({"labels": ["Thing"], "size": 2}, "{'labels': ['Thing'], 'size': 2}"),
        ({"nodes": [], "relationships": []}, "{'nodes': [], 'relationships': []}"),
        ({"labels": ["A"], "properties": {"id": "x", "name": "\x1b[1m"}}, text_of("A x (\x1b[1m)")),
        ({}, "{}"),
    ],
)
def test_a_whole_node_is_its_labels_its_id_and_its_name(value: Any, text: str) -> None:
    assert text_of(value) == text


def test_a_claim_that_is_no_fact_keeps_its_time() -> None:
    claim = Said("Iran", "AIDS", "Oman", "Iran may aid Oman", "since 2020", (INFERRED,), RECEIPT)
    undated = claim._replace(when=None, text="Iran may aid Egypt")
    found = document(also_said=(AlsoSaid("expected", 2, (claim, undated)),))
    lines = "\n".join(markdown_lines(found))
    assert "- Iran may aid Oman (inferred; since 2020) p3" in lines
    assert "- Iran may aid Egypt (inferred) p3" in lines
    html = as_html(found)
    assert "Iran may aid Oman <i>inferred</i> since 2020 p3" in html
    assert "Iran may aid Egypt <i>inferred</i> p3" in html
