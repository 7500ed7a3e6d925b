"""Rows as items of a list: a sentence first, who says what against whom, and what is long on lines of its own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tiebook.ask.document.structure import Column, Counts, Document, Group, Mark, Row
from tiebook.cli.show.text import text_lines


def listed(columns: Sequence[str], *rows: Row, width: int = 60) -> list[str]:
    heads = tuple(Column(name, name.replace("_", " ")) for name in columns)
    return list(text_lines(Document("What?", Counts(len(rows)), heads, (Group("a heading", rows),)), width))[4:]


def test_what_one_voice_says_against_others_is_said_once() -> None:
    denied = (Mark("denied", "denied"),)
    columns = ("who", "gloss", "conflict", "whom", "other_gloss")
    rows = [
        Row(1, ("Ann", "Peru never left", "denied", "Bob", "Peru left in 2019"), denied),
        Row(
            2, ("Ann", "Peru never left", "denied", "Cid", "Peru left in 2020 for good and will not come back"), denied
        ),
        Row(3, ("Ann", "Peru never left", "another date", "Bob", "Peru left")),
        Row(4, ("Ann", "Peru is back", "opposite sign", None, "Peru is gone")),
    ]
    assert listed(columns, *rows) == [
        "  1 Ann: Peru never left [denied]",
        "    against Bob: Peru left in 2019",
        "  2 against Cid: Peru left in 2020 for good and will not",
        "      come back",
        "  3 Ann: Peru never left; conflict: another date",
        "    against Bob: Peru left",
        "  4 Ann: Peru is back; conflict: opposite sign",
        "    against: Peru is gone",
    ]


def test_what_is_long_stands_on_lines_of_its_own_and_lists_as_lists() -> None:
    long, longer = (
        "Peru leaves the pact at the end of the year, or later",
        "Chile gives back all that it took in the war of 1879",
    )
    rows = [
        Row(1, ("Peru left", "a threat", long, [long, longer], "since 2019")),
        Row(2, ("Peru left", None, "a threat", ["yes", "no"], None)),
        Row(3, ("Peru left", None, None, [long], None)),
        Row(4, ("Peru left", None, None, [long], None)),
        Row(5, ("Peru left", None, None, None, None)),
    ]
    assert listed(("gloss", "cause", "condition", "outcome", "when"), *rows, width=70) == [
        "  1 Peru left; cause: a threat; since 2019",
        f"    condition: {long}",
        "    outcome:",
        f"    - {long}",
        f"    - {longer}",
        "  2 Peru left; condition: a threat; outcome: yes, no",
        "  3 Peru left",
        f"    outcome: {long}",
        f"  4 outcome: {long}",
        "  5 Peru left",
    ]
    before = listed(("cause", "what", "gloss"), Row(1, ("rain", long, "It fell")), width=99)
    assert before == [f"  1 rain; what: {long}; It fell"]


@pytest.mark.parametrize(
    ("column", "gloss", "said"),
    [
        ("seekers", "Peru wants copper", "Peru wants copper"),
        ("seekers", "Peru, on its own, wants copper", "Peru, on its own, wants copper"),
        ("seekers", "Peruvians want copper", "Peru: Peruvians want copper"),
        ("who", "Peru is strong", "Peru: Peru is strong"),  # it says so of itself
        ("who", "By Peru, copper is dear", "By Peru, copper is dear"),
    ],
)
def test_a_voice_is_named_unless_the_sentence_names_it(column: str, gloss: str, said: str) -> None:
    assert listed((column, "gloss"), Row(1, ("Peru", gloss))) == [f"  1 {said}"]


@pytest.mark.parametrize(
    ("columns", "values", "said"),
    [
        (("actor", "tie", "target"), ("Peru", "OPPOSES", "Chile"), "Peru OPPOSES Chile [undated]"),
        (("day", "one", "tie", "other"), ("2019", "Peru", "OPPOSES", "Chile"), "2019; Peru OPPOSES Chile [undated]"),
        (("gloss", "tie", "when"), ("Peru left", "LEFT", "2019"), "Peru left [undated]; tie: LEFT; 2019"),
        (("actor", "tie"), ("Peru", "OPPOSES"), "Peru [undated]; tie: OPPOSES"),
        (("a", "b", "c", "tie", "d"), ("x", "y", "Peru", "AIDS", "Oman"), "x [undated]; b: y; c: Peru; tie: AIDS; d: Oman"),
    ],
)  # fmt: skip
def test_a_tie_between_its_ends_is_a_sentence(columns: Sequence[str], values: Sequence[str], said: str) -> None:
    row = Row(1, tuple(values), (Mark("undated", "undated"),))
    assert listed(columns, row, width=99) == [f"  1 {said}"]


def test_what_is_long_stands_below_a_row_without_a_gloss_too() -> None:
    long = "Chile gives back all that it took in the war of 1879"
    assert listed(("what", "condition"), Row(1, ("Peru returns", long)), width=99) == [
        "  1 Peru returns",
        f"    condition: {long}",
    ]
