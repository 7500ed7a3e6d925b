"""Ledgers and legends: statements with what qualifies them, rows of many actors, the colours that a legend explains."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.view.sample import CACHE, two_sources
from tiebook import view
from tiebook.view.diagrams import lay_out
from tiebook.view.diagrams.ledger import _statement
from tiebook.view.diagrams.ledger import _typed as typed
from tiebook.view.diagrams.story import Entry, Story, mutual, tone_of
from tiebook.view.style import constants


def statement(*marks: tuple[str, str], **record: Any) -> Any:
    given = {"from_name": "A", "tie": "SELLS_ARMS_TO", "to_name": "B", "gloss": "A sells", **record}
    return _statement(Entry(3, given, marks), (10, 20), 300)


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({}, "A sells"),
        ({"since": "2001"}, "A sells (2001)"),
        ({"since": "2001", "until": "2001"}, "A sells (2001)"),
        ({"since": "2001", "until": "2002"}, "A sells (2001 to 2002)"),
        ({"until": "2002"}, "A sells (until 2002)"),
    ],
)
def test_a_statement_says_who_does_what_and_when(record: dict[str, str], text: str) -> None:
    card = statement(**record)
    assert [(words.text, words.bold) for words in card.words] == [("A sells arms to B", True), (text, False)]
    assert (card.x, card.y, card.wide, card.entry) == (10, 20, 300, 3)
    assert all(words.x == 19 for words in card.words)
    first, second = card.words
    assert first.y == pytest.approx(20 + 4 + 12.5 * 0.95)
    assert second.y == pytest.approx(24 + 12.5 * 1.25 + 12 * 0.95)
    assert card.high == pytest.approx(4 + 12.5 * 1.25 + 12 * 1.25 + 5)


def test_what_qualifies_a_statement_stands_below_it() -> None:
    plain, marked = statement(), statement(("inferred", "inferred"))
    assert marked.high - plain.high == pytest.approx(2 + 18)
    chip = marked.words[-1]
    assert (chip.text, chip.chip, chip.x) == ("inferred", True, 23)
    assert chip.y == pytest.approx(20 + plain.high - 5 + 2 + 3 + 11 * 0.95)
    assert (plain.ghost, marked.ghost, plain.crossed, marked.crossed) == (False, True, False, False)
    denied = statement(("denied", "denied"))
    assert (denied.ghost, denied.crossed) == (True, True)
    assert statement(("undated", "undated")).words[2:] == ()


def test_who_stands_with_whom_has_a_row_for_each_pair() -> None:
    rows = (
        Entry(1, {"actor": "A", "other": "B", "cooperative": ["AIDS", "MEETS_WITH"], "hostile": None}),
        Entry(2, {"actor": "A", "other": "C", "cooperative": [], "hostile": "OPPOSES"}),
    )
    sheet = lay_out(Story("Who?", "2 rows", rows), "ledger", 960)
    assert [(words.text, words.x, words.anchor) for words in sheet.words[:2]] == [
        ("Cooperative", 300, "end"),
        ("Hostile", 660, "start"),
    ]
    first, second = sheet.cards
    assert (first.x, first.right, first.y) == (330, 630, 26)
    assert first.high == pytest.approx(18 * 2 + 12)
    assert second.y == pytest.approx(first.y + first.high + 12)
    assert [(words.text, words.x, words.anchor, words.ink) for words in sheet.words[2:]] == [
        ("aids", 294, "end", "1"),
        ("meets with", 294, "end", "1"),
        ("opposes", 666, "start", "-1"),
    ]
    assert [words.y - first.middle for words in sheet.words[2:4]] == pytest.approx([-9 + 4, 9 + 4])
    assert [wire.path for wire in sheet.wires] == [
        f"M300 {first.middle - 9:g}H330",
        f"M300 {first.middle + 9:g}H330",
        f"M660 {second.middle:g}H630",
    ]
    assert [(wire.tone, bool(wire.dash)) for wire in sheet.wires] == [("1", False), ("1", False), ("-1", True)]
    assert sheet.high == pytest.approx(second.y + second.high + 12)
    for card in sheet.cards:
        (words,) = card.words
        assert (words.box[1] + words.box[3]) / 2 == pytest.approx(card.middle, abs=2)


def test_on_a_narrow_page_the_ties_of_a_pair_stand_below_its_name() -> None:
    rows = (Entry(1, {"actor": "A", "other": "B", "cooperative": ["AIDS"], "hostile": ["OPPOSES", "THREATENS"]}),)
    sheet = lay_out(Story("Who?", "1 row", rows), "ledger", 360)
    assert [(words.text, words.x) for words in sheet.words] == [
        ("A \N{EN DASH} B", 0),
        ("aids", 14),
        ("opposes", 14),
        ("threatens", 14),
    ]
    ends = [[float(number) for number in re.findall(r"[\d.]+", wire.path)] for wire in sheet.wires]
    assert [(x, end - start) for x, start, end in ends] == [(4, 16), (4, 32)]
    below = 4 + 14 * 1.25
    assert ends[0][1] == pytest.approx(below + 8)
    assert ends[1][1] == pytest.approx(below + 2 + 12.5 * 1.25 + 6 + 8, abs=0.01)
    assert not sheet.cards


@pytest.mark.parametrize(
    ("value", "texts"), [(None, []), ("AIDS", ["aids"]), (["MEETS_WITH", "X"], ["meets with", "x"])]
)
def test_types_are_written_in_small_letters(value: object, texts: list[str]) -> None:
    assert typed(value) == texts


@pytest.mark.parametrize(
    ("record", "tone", "both"),
    [
        ({"tie": "AIDS"}, "1", False),
        ({"tie": "AIDS", "sign": -1}, "-1", False),
        ({"tie": "AIDS", "sign": 0}, "0", False),
        ({"tie": "AIDS", "sign": 5}, "1", False),
        ({"tie": "CONSTRAINS", "sign": -1}, "2", False),
        ({"tie": "INFLUENCES"}, "0", False),
        ({"tie": "MEETS_WITH"}, "1", True),
        ({}, "0", False),
    ],
)
def test_the_tone_and_the_way_of_a_row(record: dict[str, Any], tone: str, both: bool) -> None:
    assert tone_of(Entry(1, record)) == tone
    assert mutual(Entry(1, record)) is both


def test_an_entry_knows_what_it_is_and_what_is_said_of_it() -> None:
    marks = (("inferred", "inferred"), ("undated", "undated"), ("reported", "reported by X"))
    entry = Entry(1, {"a": "", "b": [], "c": ["x", 2], "source": "s"}, marks, place=1)
    assert (entry.get("a", "b", "c"), entry.get("a"), entry.get("none")) == ("x; 2", None, None)
    assert (entry.inferred, entry.reported, entry.no_fact, entry.denied, entry.plain) == (
        True,
        True,
        False,
        False,
        False,
    )
    assert [(chip.text, chip.place) for chip in entry.said] == [("s", 1), ("inferred", None), ("reported by X", None)]
    assert Entry(1, {}).plain
    assert Entry(1, {}, (("sought", "sought"),)).no_fact
    assert not Entry(1, {}, (("ended", "ended"),)).no_fact


def legend(colour: str) -> str:
    network = two_sources()
    show = view.Show(facts_only=False, colour=colour)  # type: ignore[arg-type]
    svg = view.svg(network, cache=CACHE, show=show)
    return svg[svg.index('stroke-width="2"/><path d="M30 0l-8') - 120 :]


def test_a_legend_explains_signs_in_the_colours_in_which_they_are_drawn() -> None:
    light = constants()["themes"]["light"]
    by_sign, by_source = legend("sign"), legend("source")
    arrow = '<path d="M30 0l-8 -3.6v7.2z" fill="{}"/>'
    assert arrow.format(light["1"]) in by_sign
    assert arrow.format(light["ink"]) not in by_sign
    assert arrow.format(light["ink"]) in by_source
    assert arrow.format(light["1"]) not in by_source
