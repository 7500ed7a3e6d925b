"""Lanes between boxes: where they begin and end, how far apart they run, and how they keep off other boxes."""

from __future__ import annotations

import math

import pytest

from tiebook.view.drawing.boxes import Box, box, lane_counts, leave, outline
from tiebook.view.drawing.curves import Curve, arrow, bar, curve, lanes, loop, spread, strike, touches
from tiebook.view.drawing.relations import Relation
from tiebook.view.network import NetActor, Network
from tiebook.view.style import size, text_width

WIDE = Box(20, 10, 12, ("A",), "box")
FLAT = Curve((0, 0), (40, 0), (80, 0), (120, 0))
DOWN = Curve((0, 0), (0, 40), (0, 80), (0, 120))


def relation(first: int = 0, second: int = 1, *, ties: int = 1, bundled: bool = False) -> Relation:
    own = (first, second, "AIDS", 1, "actual", False, False, tuple(range(ties)), True, False)
    return Relation(*own, bundled=bundled)


def test_a_straight_line_begins_at_one_box_and_ends_short_of_the_other() -> None:
    line = curve((0, 0), (200, 0), WIDE, WIDE, 0)
    assert line.start == pytest.approx((21, 0)), "a px from the box"
    assert line.end == pytest.approx((178, 0)), "two before the arrowhead"
    assert line.one == pytest.approx((200 * size("pull"), 0))
    assert line.two == pytest.approx((200 - 200 * size("pull"), 0))
    up = curve((5, 300), (5, 100), WIDE, WIDE, 0)
    assert up.start == pytest.approx((5, 289))
    assert up.end == pytest.approx((5, 112))


def test_a_line_to_the_side_leaves_its_boxes_towards_that_side() -> None:
    line = curve((0, 0), (300, 0), WIDE, WIDE, 30)
    assert line.one == pytest.approx((300 * size("pull"), 40))
    assert line.two == pytest.approx((300 - 300 * size("pull"), 40))
    assert line.at(0.5)[1] == pytest.approx(30, abs=4)
    assert line.start[1] > 0
    assert line.end[1] > 0
    assert curve((0, 0), (0, 300), WIDE, WIDE, 30).one[0] == pytest.approx(-40), "the same side, seen from its start"


def test_two_actors_at_one_place_still_have_a_line() -> None:
    line = curve((7, 7), (7, 7), WIDE, WIDE, 3)
    assert all(math.isfinite(value) for point in (line.start, line.one, line.two, line.end) for value in point)


def test_loops_of_one_actor_lie_round_each_other() -> None:
    first, second = (loop((100, 50), WIDE, rank) for rank in (0, 1))
    assert first.start == pytest.approx((100 + 10 - 12, 40))
    assert first.end == pytest.approx((100 + 10 + 12, 40))
    assert first.one == pytest.approx((98 - 34 * 0.6, 40 - 34))
    assert first.two == pytest.approx((122 + 34 * 0.6, 40 - 34))
    assert second.one == pytest.approx((98 - 48 * 0.6, 40 - 48))


def test_lanes_lie_on_both_sides_of_the_middle() -> None:
    gap = size("gap")
    assert spread([relation()]) == [0]
    assert spread([relation(), relation()]) == pytest.approx([-gap / 2, gap / 2])
    three = spread([relation(), relation(), relation()])
    assert three[1] == pytest.approx(0)
    assert three[2] - three[1] == pytest.approx(three[1] - three[0]) == pytest.approx(gap)


def test_strands_of_one_line_touch_and_other_lanes_leave_room_for_a_label() -> None:
    thin, thick = relation(bundled=True), relation(ties=30, bundled=True)
    assert thick.width > thin.width
    low, high = spread([thin, thick])
    assert high - low == pytest.approx((thin.width + thick.width) / 2 + size("strand"))
    low, high = spread([thin, relation()])
    assert high - low == pytest.approx(size("gap"))
    low, high = spread([relation(), thick])
    assert high - low == pytest.approx(size("gap"))


def test_the_width_of_a_line_grows_with_its_mentions_up_to_a_limit() -> None:
    assert [relation(ties=n).width for n in (1, 2, 3, 100)] == pytest.approx([1.5, 1.85, 2.2, 3.0])
    assert [relation(ties=n, bundled=True).width for n in (1, 2, 5, 1000)] == pytest.approx([1.8, 2.95, 4.1, 12.0])


def drawn(*others: tuple[float, float], back: bool = False) -> Curve:
    """Return the line from an actor at (0, 0) to one at (300, 0), or back, past others."""
    centres = [(0.0, 0.0), (300.0, 0.0), *others]
    between = relation(1, 0) if back else relation()
    ((_, line),) = lanes(centres, [WIDE] * len(centres), {(0, 1): [between]}, range(len(centres)))
    return line


def test_a_line_is_straight_where_nothing_is_in_its_way() -> None:
    assert drawn().at(0.5) == pytest.approx((149.875, 0))
    assert drawn((150, 400)).at(0.5)[1] == pytest.approx(0), "far to the side"
    assert drawn((-60, 0)).at(0.5)[1] == pytest.approx(0), "before its start"
    assert drawn((360, 0)).at(0.5)[1] == pytest.approx(0), "behind its end"


@pytest.mark.parametrize(("beside", "way"), [(6, -1), (-6, 1), (0, -1), (12, -1), (-12, 1)])
def test_a_line_bends_away_from_a_box_by_as_little_as_it_must(beside: float, way: int) -> None:
    line = drawn((150, beside))
    bend = line.at(0.5)[1]
    assert bend * way > 0
    assert not touches(line, (150, beside), WIDE)
    step = size("bow")
    nearer = curve((0, 0), (300, 0), WIDE, WIDE, round(bend / step) * step - way * step)
    assert touches(nearer, (150, beside), WIDE), "one step less is too near"
    assert abs(bend) < 3 * step


def test_a_line_bends_round_all_that_is_in_its_way() -> None:
    in_the_way = [(100, 5), (200, -5), (150, -30)]
    line = drawn(*in_the_way)
    assert not any(touches(line, at, WIDE) for at in in_the_way)
    wall = [(150, y) for y in range(-400, 401, 20)]
    assert sum(touches(drawn(*wall), at, WIDE) for at in wall) <= 3, "where it cannot, over as few as can be"


def test_a_line_back_is_the_same_line_from_the_other_end() -> None:
    there, back = drawn((150, 6)), drawn((150, 6), back=True)
    assert back == there.reverse()


def test_who_is_not_drawn_is_in_nobody_s_way() -> None:
    centres = [(0.0, 0.0), (300.0, 0.0), (150.0, 0.0)]
    ((_, line),) = lanes(centres, [WIDE] * 3, {(0, 1): [relation()]}, [0, 1])
    assert line.at(0.5)[1] == pytest.approx(0)


def test_ties_of_an_actor_with_itself_are_loops_one_round_the_other() -> None:
    found = lanes([(5.0, 5.0)], [WIDE], {(0, 0): [relation(0, 0), relation(0, 0)]}, [0])
    assert [line for _, line in found] == [loop((5, 5), WIDE, 0), loop((5, 5), WIDE, 1)]


def test_near_a_box_begins_at_the_same_distance_on_every_side() -> None:
    clear = size("clear")
    for aside in (10 + clear - 0.1, -(10 + clear - 0.1)):
        assert touches(FLAT, (60, aside), WIDE)
    for aside in (10 + clear, -(10 + clear)):
        assert not touches(FLAT, (60, aside), WIDE)
    assert touches(FLAT, (120 + 20 + clear - 0.1, 0), WIDE)
    assert not touches(FLAT, (120 + 20 + clear, 0), WIDE)
    assert touches(FLAT, (-(20 + clear - 0.1), 0), WIDE)
    assert not touches(FLAT, (-(20 + clear), 0), WIDE)


def test_a_box_inside_a_bend_is_not_touched() -> None:
    bow = Curve((0, 0), (0, 200), (300, 200), (300, 0))
    assert not touches(bow, (150, 20), WIDE)
    assert touches(bow, (150, 150), WIDE)
    narrow = Box(1, 1, 12, ("A",), "box")
    along = [touches(FLAT, (x, 0), narrow) for x in range(0, 121, 3)]
    assert all(along), "a small box is met wherever it stands on the line"


def test_what_ends_a_line_stands_across_its_end() -> None:
    one, other = bar(FLAT, 2)
    assert one == pytest.approx((120, -6.5))
    assert other == pytest.approx((120, 6.5))
    one, other = bar(DOWN, 0)
    assert one == pytest.approx((4.5, 120))
    assert other == pytest.approx((-4.5, 120))
    tip, left, right = arrow(FLAT, 2)
    long = 6 + 2.6
    assert tip == pytest.approx((120, 0))
    assert left == pytest.approx((120 - long, -long * 0.42))
    assert right == pytest.approx((120 - long, long * 0.42))
    tip, left, right = arrow(DOWN, 0)
    assert left == pytest.approx((2.52, 114))
    assert right == pytest.approx((-2.52, 114))


def test_the_stroke_through_a_line_is_near_its_start_and_slanted() -> None:
    one, other = strike(FLAT)
    middle = FLAT.at(0.12)
    assert ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2) == pytest.approx(middle)
    assert math.dist(one, other) == pytest.approx(12)
    assert other == pytest.approx((middle[0] + 3, middle[1] - 6 * math.sin(math.pi / 3)))


@pytest.mark.parametrize(
    ("shape", "corners"),
    [
        ("box", [(-30, -12), (30, -12), (30, 12), (-30, 12)]),
        ("hexagon", [(-19, -12), (19, -12), (30, 0), (19, 12), (-19, 12), (-30, 0)]),
        ("slant", [(-21, -12), (30, -12), (21, 12), (-30, 12)]),
        ("tag", [(-30, -12), (21, -12), (30, 0), (21, 12), (-30, 12)]),
        ("flag", [(-21, -12), (30, -12), (30, 12), (-21, 12), (-30, 0)]),
        ("note", [(-30, -12), (22, -12), (30, -4), (30, 12), (-30, 12)]),
        ("roof", [(-21, -12), (21, -12), (30, 12), (-30, 12)]),
        ("cup", [(-30, -12), (30, -12), (21, 12), (-21, 12)]),
    ],
)
def test_an_outline_has_the_corners_of_its_shape(shape: str, corners: list[tuple[float, float]]) -> None:
    assert list(outline(shape, 30, 12)) == pytest.approx(corners)


@pytest.mark.parametrize("shape", ["stadium", "arch", "octagon", "hexagon", "tag"])
def test_an_outline_fills_its_box_and_turns_one_way(shape: str) -> None:
    around = outline(shape, 40, 15)
    assert (min(x for x, _ in around), max(x for x, _ in around)) == pytest.approx((-40, 40))
    assert (min(y for _, y in around), max(y for _, y in around)) == pytest.approx((-15, 15))
    turns = [
        (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
        for (ax, ay), (bx, by), (cx, cy) in zip(around, around[1:] + around[:1], around[2:] + around[:2], strict=True)
    ]
    assert min(turns) > -1e-6, "clockwise on a screen, with no dent"
    assert leave(around, 1, 0) == pytest.approx(40)
    assert leave(around, 0, -1) == pytest.approx(15)
    assert leave(around, -40, 15) < 1 if shape in ("stadium", "octagon", "hexagon") else leave(around, -40, 15) <= 1


def test_round_corners_are_round() -> None:
    for x, y in outline("stadium", 40, 15):
        assert math.dist((abs(x), y), (25, 0)) == pytest.approx(15)
    upper = [(x, y) for x, y in outline("arch", 40, 15) if y < -3]
    assert len(upper) >= 16
    for x, y in upper:
        assert math.dist((abs(x), y), (28, -3)) == pytest.approx(12)


def test_an_actor_with_many_lanes_has_a_larger_box() -> None:
    few, some, many = (box("Arland", "State", lanes) for lanes in (6, 7, 18))
    assert (few.font, some.font, many.font) == (12, 13.5, 16)
    assert few.half_height == pytest.approx(12 * 0.6 + 6, abs=0.06)
    assert some.half_height == pytest.approx(13.5 * 0.6 + 6 + 3.5, abs=0.06)
    assert many.half_height == pytest.approx(16 * 0.6 + 6 + 9, abs=0.06)
    assert box("Arland", "State", 60) == box("Arland", "State", 600), "but no end of larger"
    plain = box("Arland", "State", 0).half_width - text_width("Arland", 12) / 2
    assert many.half_width == pytest.approx(text_width("Arland", 16) * 1.08 / 2 + plain + 0.3 * 18, abs=0.11)


def test_a_kind_that_nobody_knows_has_the_box_of_a_group() -> None:
    assert box("Arland", "Odd", 0) == box("Arland", "Group", 0)


def test_a_lane_counts_at_both_of_its_ends() -> None:
    actors = tuple(NetActor(name, name, "State") for name in "abc")
    assert lane_counts(Network("n", actors=actors), [relation(0, 1), relation(2, 1)]) == [1, 2, 1]
