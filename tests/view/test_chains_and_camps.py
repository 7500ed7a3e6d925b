"""Chains of ties and camps of actors as they are drawn: made-up answers of a few rows."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tiebook.view.diagrams import lay_out
from tiebook.view.diagrams.camps import _node, _side, _typed
from tiebook.view.diagrams.path import Step, _box, _line, _steps, _texts
from tiebook.view.diagrams.sheet import Card, Sheet
from tiebook.view.diagrams.story import Entry, Story

DENIED = (("denied", "denied"),)


def tie(start: str, end: str, number: int = 1, *, marks: tuple[tuple[str, str], ...] = (), **record: Any) -> Entry:
    return Entry(number, {"from_name": start, "to_name": end, "tie": "AIDS", "chain": 1, "step": 1, **record}, marks)


def story(*entries: Entry, **named: str) -> Story:
    return Story("How?", "some rows", entries, named)


def name_of(card: Card) -> str:
    return " ".join(words.text for words in card.words)


def actors(sheet: Sheet) -> list[str]:
    return [name_of(card) for card in sheet.cards if card.look == "actor"]


def test_a_chain_runs_from_the_actor_that_was_asked_about() -> None:
    entries = [tie("A", "B", step=1), tie("C", "B", step=2)]
    steps = _steps(entries, story(one="A"))
    assert [(step.start, step.end) for step in steps] == [("A", "B"), ("B", "C")]
    assert [step.ties for step in steps] == [(entries[0],), (entries[1],)]
    other = _steps([tie("C", "B", step=2), tie("B", "A", step=1)], story(one="A"))
    assert [(step.start, step.end) for step in other] == [("A", "B"), ("B", "C")], "in the order of its steps"


def test_a_chain_of_an_actor_under_another_name_begins_with_who_is_in_no_later_step() -> None:
    chain = [tie("B", "A", step=1), tie("B", "C", step=2)]
    assert [(step.start, step.end) for step in _steps(chain, story(one="Group"))] == [("A", "B"), ("B", "C")]
    assert [(step.start, step.end) for step in _steps([tie("B", "A")], story())] == [("B", "A")]
    circle = [tie("A", "B", step=1), tie("B", "A", step=2)]
    assert [(step.start, step.end) for step in _steps(circle, story())] == [("A", "B"), ("B", "A")]


def test_ties_of_one_step_stand_together() -> None:
    (step,) = _steps([tie("A", "B", 1), tie("B", "A", 2)], story(one="A"))
    assert (step.start, step.end, len(step.ties)) == ("A", "B", 2)
    (step,) = _steps([tie("A", "B", 1, step=None), tie("A", "B", 2, step=0)], story(one="A"))
    assert len(step.ties) == 2


@pytest.mark.parametrize(
    ("entry", "text", "tone"),
    [
        (tie("A", "B"), "→ aids", "1"),
        (tie("B", "A"), "← aids", "1"),
        (tie("A", "B", tie="MEETS_WITH"), "meets with", "1"),
        (tie("A", "B", mentions=1), "→ aids", "1"),
        (tie("A", "B", mentions=3), "→ aids \N{MULTIPLICATION SIGN}3", "1"),
        (tie("A", "B", tie="OPPOSES"), "→ opposes", "-1"),
        (tie("A", "B", tie="CONSTRAINS"), "→ constrains", "2"),
        (tie("A", "B", tie="INFLUENCES"), "→ influences", "0"),
        (tie("A", "B", tie="INFLUENCES", sign=1), "→ influences", "1"),
        (tie("A", "B", tie="NO_SUCH_TYPE"), "→ no such type", "0"),
    ],
)
def test_a_tie_is_named_with_its_way_and_its_count(entry: Entry, text: str, tone: str) -> None:
    assert _texts(Step("A", "B", (entry,))) == [(text, tone, ())]


def test_four_ties_of_a_step_are_named_and_the_others_counted() -> None:
    ties = tuple(tie("A", "B", number) for number in range(6))
    assert len(_texts(Step("A", "B", ties[:4]))) == 4
    assert [text for text, _, _ in _texts(Step("A", "B", ties[:5]))][4:] == ["and 1 more"]
    assert [text for text, _, _ in _texts(Step("A", "B", ties))][4:] == ["and 2 more"]


def test_the_line_of_a_step_points_where_all_its_ties_point() -> None:
    ((there),) = _line(Step("A", "B", (tie("A", "B", 7),)), (0, 10), (100, 10))
    assert (there.path, there.head, there.end) == ("M0 10L100 10", "arrow", ((100, 10), (1, 0)))
    assert (there.tone, there.dash, there.ghost, there.entry) == ("1", "", False, 7)
    ((back),) = _line(Step("A", "B", (tie("B", "A"),)), (0, 10), (100, 10))
    assert (back.head, back.end) == ("arrow", ((0, 10), (-1, 0)))
    ((both),) = _line(Step("A", "B", (tie("A", "B"), tie("B", "A"))), (0, 10), (100, 10))
    assert both.head == "none"
    ((mutual),) = _line(Step("A", "B", (tie("A", "B", tie="MEETS_WITH"),)), (0, 10), (100, 10))
    assert mutual.head == "none"
    ((below),) = _line(Step("A", "B", (tie("A", "B"),)), (5, 10), (5, 60))
    assert (below.path, below.end) == ("M5 10L5 60", ((5, 60), (0, 1)))


def test_a_step_has_a_line_for_each_tone_side_by_side() -> None:
    step = Step("A", "B", (tie("A", "B", 1), tie("B", "A", 2, tie="OPPOSES"), tie("A", "B", 3)))
    one, other = _line(step, (0, 10), (100, 10))
    assert [wire.path for wire in (one, other)] == ["M0 7.5L100 7.5", "M0 12.5L100 12.5"]
    assert [(wire.tone, bool(wire.dash), wire.entry) for wire in (one, other)] == [("1", False, 1), ("-1", True, 2)]
    assert other.end[0] == pytest.approx((0, 12.5))
    assert other.end[1] == pytest.approx((-1, 0))
    left, right = _line(step, (5, 0), (5, 50))
    assert [wire.path for wire in (left, right)] == ["M7.5 0L7.5 50", "M2.5 0L2.5 50"]


def test_a_line_is_hollow_where_none_of_its_ties_is_a_fact() -> None:
    ((some),) = _line(Step("A", "B", (tie("A", "B"), tie("A", "B", marks=DENIED))), (0, 0), (9, 0))
    ((none),) = _line(Step("A", "B", (tie("A", "B", marks=DENIED), tie("A", "B", marks=DENIED))), (0, 0), (9, 0))
    assert (some.ghost, none.ghost) == (False, True)


def test_a_box_holds_its_name_in_its_middle() -> None:
    card = _box("A", 10, 100, 128)
    assert (card.x, card.y, card.wide, card.high) == (10, 100, 128, 44)
    (words,) = card.words
    assert words.x == 74
    assert (words.box[1] + words.box[3]) / 2 == pytest.approx(card.middle, abs=2)
    long = _box("A long name of an organisation that has many words", 0, 0, 128)
    assert long.high > 44
    assert long.words[0].box[1] - long.y == pytest.approx(long.y + long.high - long.words[-1].box[3], abs=4)


def test_a_chain_is_drawn_across_a_wide_page_and_down_a_narrow_one() -> None:
    asked = story(tie("A", "B", step=1), tie("B", "C", step=2), one="A")
    wide, narrow = (lay_out(asked, "path", width) for width in (900, 360))
    assert actors(wide) == actors(narrow) == ["A", "B", "C"]
    assert [card.y for card in wide.cards] == [wide.cards[0].y] * 3
    gaps = [after.x - before.right for before, after in zip(wide.cards, wide.cards[1:], strict=False)]
    assert gaps == pytest.approx([230, 230])
    assert [card.x for card in narrow.cards] == [0, 0, 0]
    assert [card.y for card in narrow.cards] == sorted({card.y for card in narrow.cards})
    assert [wire.path for wire in wide.wires] == [
        f"M{card.right:g} {card.middle:g}L{card.right + 230:g} {card.middle:g}" for card in wide.cards[:2]
    ]
    for wire, above, below in zip(narrow.wires, narrow.cards, narrow.cards[1:], strict=False):
        assert wire.path == f"M26 {above.y + above.high:g}L26 {below.y:g}"
    assert "→ aids" in {words.text for words in wide.words}
    assert "↓ aids" in {words.text for words in narrow.words}


def test_a_chain_that_is_too_long_for_a_row_is_drawn_down_at_its_place() -> None:
    long = [tie(str(n), str(n + 1), step=n, chain=2) for n in range(1, 9)]
    asked = story(tie("1", "9", chain=1), *long, one="1")
    sheet = lay_out(asked, "path", 900)
    first, second, *down = sheet.cards
    assert first.y == second.y
    assert [name_of(card) for card in down] == [str(n) for n in range(1, 10)]
    assert down[0].y > first.y + first.high + 20
    assert {card.x for card in down} == {0}
    for wire, above, below in zip(sheet.wires[1:], down, down[1:], strict=False):
        ends = [float(number) for number in re.findall(r"[\d.]+", wire.path)]
        assert ends == pytest.approx([26, above.y + above.high, 26, below.y])
        assert wire.end[0] == pytest.approx((26, below.y))
    assert sheet.high >= down[-1].y + down[-1].high
    for card in down:
        assert card.y < card.words[0].y < card.y + card.high


def test_chains_stand_one_below_the_other_and_their_tones_are_explained() -> None:
    asked = story(tie("A", "B", chain=1), tie("A", "C", chain=2, tie="OPPOSES"), one="A")
    sheet = lay_out(asked, "path", 900)
    assert sheet.cards[2].y - (sheet.cards[0].y + sheet.cards[0].high) >= 26
    assert [text for _, text in sheet.key] == ["hostile", "cooperative"]
    assert sheet.high == pytest.approx(sheet.cards[3].y + sheet.cards[3].high, abs=20)
    assert lay_out(story(tie("A", "B"), one="A"), "path", 900).high >= 40


def ring(*corners: str, **signs: int) -> Entry:
    return Entry(
        1, dict(zip(("actor", "second", "third", "fourth"), corners, strict=False)) | {"verdict": "odd"} | signs
    )


@pytest.mark.parametrize(("value", "tone"), [(1, "1"), (-1, "-1"), (0, "0"), (None, "0"), (2, "0")])
def test_the_side_of_a_ring_has_the_sign_of_its_pair_whichever_way_it_is_named(value: int | None, tone: str) -> None:
    assert _side(Entry(1, {"actor_second": value}), "actor", "second") == tone
    assert _side(Entry(1, {"actor_third": value}), "third", "actor") == tone


def test_a_triad_has_its_three_corners_and_signs() -> None:
    asked = Story("Who?", "1 triad", (ring("A", "B", "C", actor_second=1, second_third=-1, actor_third=0),))
    sheet = lay_out(asked, "camps", 310)
    assert actors(sheet) == ["A", "B", "C"]
    assert [wire.tone for wire in sheet.wires] == ["1", "-1", "0"]
    assert [name_of(card) for card in sheet.cards if card.look == "item"] == ["+", "\N{MINUS SIGN}", "±"]
    top, right, left = [(card.x + card.wide / 2, card.middle) for card in sheet.cards if card.look == "actor"]
    assert top == pytest.approx((155, 134 - 86))
    assert [right[1], left[1]] == pytest.approx([177, 177])
    assert right[0] - 155 == pytest.approx(155 - left[0])
    assert right[0] > left[0]
    for wire, (ax, ay), (bx, by) in zip(sheet.wires, (top, right, left), (right, left, top), strict=True):
        assert [float(n) for n in re.findall(r"[\d.]+", wire.path)] == pytest.approx([ax, ay, bx, by], abs=0.01)
    signs = [(card.x + 13, card.middle) for card in sheet.cards if card.look == "item"]
    assert signs[1] == pytest.approx((155, right[1]))
    assert [words.text for words in sheet.words] == ["odd"]
    assert sheet.high == 262


def test_a_ring_of_four_has_four_sides() -> None:
    signs = {"actor_second": 1, "second_third": 1, "third_fourth": 1, "actor_fourth": -1}
    sheet = lay_out(Story("Who?", "1 ring", (ring("A", "B", "C", "D", **signs),)), "camps", 310)
    assert [wire.tone for wire in sheet.wires] == ["1", "1", "1", "-1"]
    assert actors(sheet) == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("width", "columns", "high"), [(310, 1, 3), (619, 1, 3), (620, 2, 2), (930, 3, 1), (100, 1, 3)]
)
def test_rings_fill_the_rows_of_a_page(width: float, columns: int, high: int) -> None:
    rings = tuple(ring("A", "B", "C") for _ in range(3))
    sheet = lay_out(Story("Who?", "3 rings", rings), "camps", width)
    assert sheet.high == high * 262
    assert len({words.x for words in sheet.words}) == columns
    assert len({words.y for words in sheet.words}) == high
    assert sheet.words[0].x == pytest.approx(width / columns / 2)
    assert sheet.words[0].y == 14


def test_between_two_camps_each_stands_with_its_ties_to_both() -> None:
    rows = (
        Entry(1, {"actor": "A", "friendly": ["AIDS", "MEETS_WITH"], "hostile": ["OPPOSES"]}),
        Entry(2, {"actor": "B", "friendly": ["AIDS"], "hostile": ["THREATENS"]}),
    )
    named = {"friend": "F", "adversary": "G"}
    sheet = lay_out(Story("Who?", "2 rows", rows, named), "camps", 900)
    assert actors(sheet) == ["A", "B", "F", "G"]
    a, b, friend, adversary = sheet.cards
    assert (friend.x, adversary.right) == (0, 900)
    assert a.x + a.wide / 2 == b.x + b.wide / 2 == 450
    assert b.y > a.y + a.high
    assert friend.middle == adversary.middle == pytest.approx((a.middle + b.middle) / 2)
    assert [(wire.tone, bool(wire.dash), wire.entry) for wire in sheet.wires] == [
        ("1", False, 1),
        ("-1", True, 1),
        ("1", False, 2),
        ("-1", True, 2),
    ]
    for wire, start, turn, end in zip(sheet.wires[:2], (150, 750), (225, 675), (375, 525), strict=True):
        assert wire.path.startswith(f"M{start} {friend.middle:g}C{(start + turn) / 2:g} {friend.middle:g} ")
        assert wire.path.endswith(f" {turn} {a.middle:g}H{end}")
    by_text = {words.text: words for words in sheet.words}
    assert by_text["aids; meets with"].x == pytest.approx(300)
    assert by_text["opposes"].x == pytest.approx(600)
    assert (by_text["aids; meets with"].ink, by_text["opposes"].ink) == ("1", "-1")
    assert by_text["opposes"].y < a.middle, "over its line"
    assert sheet.high >= b.y + b.high


def test_brokers_stand_between_two_friends_on_a_narrow_page_too() -> None:
    rows = (Entry(1, {"broker": "A", "with_one": "AIDS", "with_other": ["MEETS_WITH"]}),)
    sheet = lay_out(Story("Who?", "1 row", rows, {"one": "F", "other": "G"}), "camps", 360)
    assert actors(sheet) == ["A", "F", "G"]
    a, one, other = sheet.cards
    assert (one.x, one.wide, other.right) == (0, 96, 360)
    assert [wire.tone for wire in sheet.wires] == ["1", "1"]
    assert [(words.text, words.x) for words in sheet.words] == [("aids", 180), ("meets with", 180)]
    assert a.y + a.high < sheet.words[0].y < sheet.words[1].y
    assert sheet.wires[0].path.endswith(f"H{a.x:g}")
    assert sheet.wires[1].path.endswith(f"H{a.right:g}")
    assert [text for _, text in sheet.key] == ["cooperative", "hostile"]


def test_a_node_stands_round_its_place() -> None:
    card = _node("A", (100, 50), 3)
    assert (card.x, card.y, card.wide, card.high, card.entry) == (54, 35, 92, 30, 3)
    assert _node("A", (100, 50), None, 40).x == 80
    assert _node("Many words in a name", (100, 50), None).high > 30


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (None, []),
        ([], []),
        ("MEETS_WITH", ["meets with"]),
        (["AIDS", "in 2 Words"], ["aids", "in 2 Words"]),
        (3, ["3"]),
    ],
)
def test_types_of_ties_are_written_in_small_letters(value: object, texts: list[str]) -> None:
    assert _typed(value) == texts
