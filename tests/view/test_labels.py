"""Where labels stand: plates that overlap, labels along a line or upright, and who yields where there is no room."""

from __future__ import annotations

import math
import random

import pytest

from tiebook.view.drawing import labels
from tiebook.view.drawing.boxes import Box
from tiebook.view.drawing.curves import Curve
from tiebook.view.drawing.labels import MARK, Label, Plate, place
from tiebook.view.drawing.relations import Relation
from tiebook.view.drawing.static import _row, fold, number, path, shape_path
from tiebook.view.style import constants, size, text_width, wrap

WIDE = Box(20, 10, 12, ("A",), "box")
FLAT = Curve((0, 0), (100, 0), (200, 0), (300, 0))
FONT = size("tie")


def relation(type_: str = "AIDS", *, symmetric: bool = False, bundled: bool = False, ties: int = 1) -> Relation:
    own = (0, 1, type_, 1, "actual", False, symmetric, tuple(range(ties)), True, False)
    return Relation(*own, bundled=bundled)


def straight(angle: float, long: float = 300) -> Curve:
    """Return a straight line from (0, 0), so many degrees clockwise from the right."""
    x, y = long * math.cos(math.radians(angle)), long * math.sin(math.radians(angle))
    return Curve((0, 0), (x / 3, y / 3), (2 * x / 3, 2 * y / 3), (x, y))


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Plate(39.9, 0, 20, 5), True),
        (Plate(40, 0, 20, 5), False),
        (Plate(0, 9.9, 20, 5), True),
        (Plate(0, -10, 20, 5), False),
        (Plate(24.9, 0, 20, 5, math.pi / 2), True),
        (Plate(25, 0, 20, 5, math.pi / 2), False),
        (Plate(0, 24.9, 20, 5, math.pi / 2), True),
        (Plate(0, 25, 20, 5, math.pi / 2), False),
        (Plate(28, 14, 20, 5, math.pi / 4), True),
        (Plate(-28, 14, 20, 5, math.pi / 4), False),
        (Plate(100, 100, 20, 5), False),
        (Plate(0, 0, 1, 1, 1), True),
    ],
)
def test_plates_meet_where_they_overlap(other: Plate, meets: bool) -> None:
    plate = Plate(0, 0, 20, 5)
    assert plate.meets(other) is meets
    assert other.meets(plate) is meets
    for turn in (0.3, 2.0):  # both turned and moved together
        c, s = math.cos(turn), math.sin(turn)
        at = (7 + other.x * c - other.y * s, -3 + other.x * s + other.y * c)
        moved = Plate(*at, other.half_width - 1e-9, other.half_height - 1e-9, other.angle + turn)
        assert Plate(7, -3, 20, 5, turn).meets(moved) is meets


def test_the_reach_of_a_plate_is_its_corner() -> None:
    assert Plate(0, 0, 3, 4).reach == 5


@pytest.mark.parametrize(
    ("angle", "tilt", "way", "lean"),
    [(0, 0, 1, 0), (30, 30, 1, 0), (-30, -30, 1, 0), (180, 0, -1, 180), (150, -30, -1, 180), (-150, 30, -1, 180), (90, 0, 1, 90),
     (59, 59, 1, 0), (61, 0, 1, 90), (-61, 0, 1, -90), (119, 0, -1, 90), (-119, 0, -1, -90), (121, -59, -1, 180)],
)  # fmt: skip
def test_a_label_is_never_upside_down_and_its_arrow_points_as_the_line(
    angle: float, tilt: float, way: int, lean: float
) -> None:
    ((label,),) = [labels._labels([(relation(), straight(angle))], [0], 0.5, 0)]
    assert math.degrees(label.plate.angle) == pytest.approx(tilt, abs=1e-6)
    assert label.way == way
    assert math.degrees(label.lean) == pytest.approx(lean), "up or down beside the upright name of a steep line"
    assert (label.plate.x, label.plate.y) == pytest.approx(straight(angle).at(0.5))
    assert label.plate.half_width == pytest.approx(text_width("aids", FONT) / 2 + MARK)
    assert label.plate.half_height == pytest.approx(FONT * 0.58)


@pytest.mark.parametrize("style", ["symmetric", "bundled"])
def test_a_label_without_a_direction_has_no_arrow_and_needs_less_room(style: str) -> None:
    (label,) = labels._labels([(relation(**{style: True}), straight(30))], [0], 0.25, 0)  # type: ignore[arg-type]
    assert label.way == 0
    assert label.plate.half_width == pytest.approx(text_width("aids", FONT) / 2 + 2)
    assert label.plate.angle == pytest.approx(0 if style == "bundled" else math.radians(30)), "a bundle's is upright"
    assert (label.plate.x, label.plate.y) == pytest.approx(straight(30).at(0.25))


def test_a_label_beside_its_line_stands_across_from_it() -> None:
    for angle in (0, 40):
        line = straight(angle)
        (label,) = labels._labels([(relation(), line)], [0], 0.5, 1)
        (other,) = labels._labels([(relation(), line)], [0], 0.5, -1)
        across = math.radians(angle + 90)
        x, y = line.at(0.5)
        far = FONT * 1.1
        assert (label.plate.x, label.plate.y) == pytest.approx((x + far * math.cos(across), y + far * math.sin(across)))
        assert (other.plate.x, other.plate.y) == pytest.approx((x - far * math.cos(across), y - far * math.sin(across)))


def test_the_labels_of_a_bundle_stand_one_below_the_other_round_its_middle() -> None:
    lines = [(relation(name, bundled=True), FLAT) for name in ("AIDS", "OPPOSES", "SUPPORTS")]
    made = labels._labels(lines, [0, 1, 2], 0.5, 0)
    assert [label.text for label in made] == ["aids", "opposes", "supports"]
    assert [label.plate.y for label in made] == pytest.approx([-FONT * 1.2, 0, FONT * 1.2])
    assert [label.plate.x for label in made] == pytest.approx([150, 150, 150])
    two = labels._labels(lines, [0, 1], 0.5, 0)
    assert [label.plate.y for label in two] == pytest.approx([-FONT * 0.6, FONT * 0.6])


def test_a_label_runs_along_a_line_only_where_it_is_long_straight_and_flat() -> None:
    assert labels._along(FLAT, 300 / size("long") - 0.01)
    assert not labels._along(FLAT, 300 / size("long"))
    assert labels._along(straight(59), 10)
    assert not labels._along(straight(61), 10)
    assert labels._along(straight(-179.9), 10), "across the turn from 180 to -180 degrees"
    assert labels._along(Curve((0, 0), (100, 5), (200, 5), (300, 0)), 10)
    assert not labels._along(Curve((0, 0), (100, 50), (200, 50), (300, 0)), 10)


def test_lines_are_noted_in_each_cell_that_they_pass() -> None:
    cells = labels._passing([(relation(), straight(0, 45)), (relation(), straight(90, 25))])
    assert {cell for cell, lines in cells.items() if 0 in lines} == {(x, 0) for x in range(5)}
    assert {cell for cell, lines in cells.items() if 1 in lines} == {(0, y) for y in range(3)}
    assert cells[0, 0] == {0, 1}


def test_lines_under_a_label_are_counted_but_for_its_own() -> None:
    down = [(relation(), Curve((x, -50), (x, -20), (x, 20), (x, 50))) for x in (5.0, 25.0, 45.0)]
    cells = labels._passing(down)
    assert labels._crossed(Plate(25, 1, 25, 5), cells, set()) == 3
    assert labels._crossed(Plate(25, 1, 25, 5), cells, {1}) == 2
    assert labels._crossed(Plate(25, 1, 8, 5), cells, set()) == 1
    assert labels._crossed(Plate(25, 1, 25, 5, math.pi / 2), cells, set()) == 1, "across it, turned"
    assert labels._crossed(Plate(200, 1, 25, 5), cells, set()) == 0


def placed(
    lines: list[Curve], *actors: tuple[float, float], box: Box = WIDE, again: bool = True
) -> list[labels.Label | None]:
    made = [(relation(), line) for line in lines]
    return place(made, list(actors), [box] * len(actors), range(len(actors)), again=again)


def test_a_label_stands_at_the_best_of_all_places_though_not_all_are_looked_at() -> None:
    """Look at every place of each label, as it would be found without what makes the search short."""
    rng = random.Random(11)
    lines = []
    for bundled in [False] * 90 + [True] * 30:
        (x, y), (long, turn) = (
            (rng.uniform(0, 500), rng.uniform(0, 400)),
            (rng.uniform(60, 300), rng.uniform(-180, 180)),
        )
        dx, dy = long * math.cos(math.radians(turn)), long * math.sin(math.radians(turn))
        bend = rng.choice((0, 0, 30))
        line = Curve((x, y), (x + dx / 3, y + dy / 3 - bend), (x + 2 * dx / 3, y + 2 * dy / 3 - bend), (x + dx, y + dy))
        lines.append((relation(bundled=bundled, ties=rng.randint(1, 4)), line))
    cells, taken, free = labels._passing(lines), list[labels._Near](), 0
    for index in range(len(lines)):
        found: list[tuple[float, Label]] = []
        for rank, (t, aside) in enumerate([*((t, 0) for t in labels._PLACES), *labels._BESIDE]):
            (label,) = labels._labels(lines, [index], t, aside)
            if not any(label.plate.meets(near.plate) for near in taken):
                found.append((2.0 * labels._crossed(label.plate, cells, {index}) + rank * 0.35, label))
        best = labels._best(lines, [index], (taken[:5], taken[5:]), cells, alone=True)
        assert best == ([min(found, key=lambda each: each[0])[1]] if found else [])
        taken += [labels._near(label.plate) for label in best]
        free += len(best)
    assert 60 < free < len(lines), "some find room, and some do not"


def test_a_label_stands_in_the_middle_of_its_line_where_it_can() -> None:
    (label,) = placed([FLAT], (0, 0), (300, 0))
    assert label is not None
    assert (label.plate.x, label.plate.y) == pytest.approx((150, 0))


def test_a_label_moves_along_its_line_away_from_an_actor() -> None:
    (label,) = placed([FLAT], (0, 0), (300, 0), (150, 0))
    assert label is not None
    assert label.plate.y == pytest.approx(0)
    assert 31 < abs(label.plate.x - 150) < 60
    assert not label.plate.meets(Plate(150, 0, 21, 11))


def test_a_label_stands_beside_its_line_where_the_line_is_full() -> None:
    full = [(x, 0.0) for x in range(0, 301, 30)]
    (label,) = placed([FLAT], *full, box=Box(20, 3, 12, ("A",), "box"))
    assert label is not None
    assert (label.plate.x, label.plate.y) == pytest.approx((150, FONT * 1.1))
    assert placed([FLAT], *full) == [None], "higher boxes leave no room there either"


def test_a_label_yields_to_one_that_stands_there_already_and_to_lines_that_it_would_hide() -> None:
    crossing = Curve((150, -150), (150, -50), (150, 50), (150, 150))
    first, second = placed([FLAT, crossing])
    assert first is not None
    assert second is not None
    assert not first.plate.meets(second.plate)
    assert first.plate.x != pytest.approx(150), "not over the other line"
    assert second.plate.y != pytest.approx(0)


def test_there_is_no_label_where_there_is_no_room() -> None:
    tight = [(float(x), float(y)) for x in range(-20, 321, 20) for y in range(-60, 61, 15)]
    assert placed([FLAT], *tight) == [None]


def test_boxes_of_a_title_are_folded_by_width_and_words() -> None:
    assert fold("one two three", text_width("one two", 10), 10) == ["one two", "three"]
    assert fold("one two three", text_width("one two", 10) - 0.01, 10) == ["one", "two", "three"]
    assert fold("", 100, 10) == [""]
    assert fold("incomprehensible", 1, 10) == ["incomprehensible"], "no word is cut"


def test_a_name_is_broken_into_four_lines_of_some_letters() -> None:
    assert wrap("aaaa bbbb cccc", 9) == ["aaaa bbbb", "cccc"]
    assert wrap("aaaa bbbb cccc", 8) == ["aaaa", "bbbb", "cccc"]
    assert wrap("a" * 16, 8) == ["a" * 16]
    assert wrap("a" * 17, 8) == ["a" * 15 + "…"]
    assert wrap("aaaa bbbb cccc dddd", 4) == ["aaaa", "bbbb", "cccc", "dddd"]
    assert wrap("aaaa bbbb cccc dddd eeee", 4) == ["aaaa", "bbbb", "cccc", "dddd …"]


def test_the_width_of_a_text_is_that_of_its_letters() -> None:
    widths = constants()["widths"]
    assert len(widths) == 95
    assert text_width("A", 10) == pytest.approx(widths[33] * 0.105)
    assert text_width(" ~", 10) == pytest.approx((widths[0] + widths[94]) * 0.105)
    assert text_width("é\x7f", 10) == pytest.approx(2 * 62 * 0.105)
    assert text_width("\u10ff", 10) == pytest.approx(62 * 0.105)
    assert text_width("\u1100中", 10) == pytest.approx(2 * 100 * 0.105), "as wide as they are high"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (-2.25, "-2.2"), (0.04, "0"), (99999.94, "99999.9"), (100000.4, "100000"), (-123456.7, "-123457")],
)
def test_coordinates_have_one_decimal_at_most(value: float, text: str) -> None:
    assert number(value) == text


def test_outlines_are_written_as_paths() -> None:
    assert path([(1, 2), (3.25, -4)], 10, 20) == "M11 22L13.2 16Z"
    assert path([(1, 2), (3, 4)]) == "M1 2L3 4Z"
    assert shape_path("box", (3, 2), (10, 20)) == "M7 18L13 18L13 22L7 22Z"
    assert shape_path("stadium", (30, 10), (100, 50)) == "M80 40L120 40A10 10 0 0 1 120 60L80 60A10 10 0 0 1 80 40Z"
    arch = "M70 60L70 50A10 10 0 0 1 80 40L120 40A10 10 0 0 1 130 50L130 60Z"
    assert shape_path("arch", (30, 10), (100, 50)) == arch
    assert "A12 12" in shape_path("arch", (30, 20), (0, 0))


def test_the_legend_of_a_network_begins_a_row_where_the_last_is_full() -> None:
    wide = 58 + text_width("hostile", 12)
    items = [("<path/>", "hostile")] * 3
    palette = constants()["themes"]["light"]
    one, high = _row(items, 3 * wide, palette)
    assert high == 26
    assert f'translate({number(2 * wide)} 0)"' in one
    two, high = _row(items, 3 * wide - 0.1, palette)
    assert high == 50
    assert f'translate({number(wide)} 0)"' in two
    assert 'translate(0 24)"' in two
    assert _row(items[:1], 1, palette)[1] == 26, "the first stands in the first row however narrow it is"
