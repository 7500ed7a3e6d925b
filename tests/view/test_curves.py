"""The lines of pictures: where a curve runs, which way it points, and how far it bends."""

from __future__ import annotations

import math

import pytest

from tiebook.view.drawing.boxes import Box, leave
from tiebook.view.drawing.curves import Curve, curve

STRAIGHT = Curve((0, 0), (10, 20), (20, 40), (30, 60))  # control points at thirds: even speed
BENT = Curve((0, 0), (0, 30), (40, 30), (40, 0))


@pytest.mark.parametrize("t", [0, 0.25, 0.5, 0.9, 1])
def test_a_curve_runs_from_its_start_to_its_end(t: float) -> None:
    assert STRAIGHT.at(t) == pytest.approx((30 * t, 60 * t))
    assert STRAIGHT.angle(t) == pytest.approx(math.atan2(60, 30))
    assert BENT.at(t) == pytest.approx((40 * (3 * t * t - 2 * t**3), 90 * t * (1 - t)))
    assert BENT.reverse().at(t) == pytest.approx(BENT.at(1 - t))


def test_a_curve_points_where_it_goes() -> None:
    assert [BENT.angle(t) for t in (0, 0.5, 1)] == pytest.approx([math.pi / 2, 0, -math.pi / 2])
    assert STRAIGHT.chord == pytest.approx(math.hypot(30, 60))
    assert BENT.chord == 40
    step = 1e-6
    for t in (0.1, 0.3, 0.8):
        before, after = BENT.at(t - step), BENT.at(t + step)
        assert BENT.angle(t) == pytest.approx(math.atan2(after[1] - before[1], after[0] - before[0]), abs=1e-4)


@pytest.mark.parametrize("offset", [-30, 0, 12, 45])
@pytest.mark.parametrize("turn", [0, 50, 90, 200])
def test_the_middle_of_a_line_lies_to_the_side_by_as_much_as_is_asked(offset: float, turn: float) -> None:
    box = Box(20, 10, 12, ("A",), "State")
    way, side = (math.cos(math.radians(turn)), math.sin(math.radians(turn))), math.radians(turn + 90)
    from_, to = (40.0, -25.0), (40 + 300 * way[0], -25 + 300 * way[1])
    line = curve(from_, to, box, box, offset)
    middle = (from_[0] + to[0]) / 2 + offset * math.cos(side), (from_[1] + to[1]) / 2 + offset * math.sin(side)
    assert math.dist(line.at(0.5), middle) <= abs(offset) / 8 + 1.5
    assert 5 < math.dist(line.start, from_) < 30, "it begins at the edge of its box"
    assert 5 < math.dist(line.end, to) < 30
    assert math.dist(line.start, to) < 300
    assert math.dist(line.end, from_) < 300


@pytest.mark.parametrize(
    ("ray", "far"),
    [
        ((1, 0), 20),
        ((-1, 0), 20),
        ((0, 1), 10),
        ((0, -1), 10),
        ((2, 0), 10),
        ((1, 1), 10),
        ((-40, 10), 0.5),
        ((0, 0), 0),
    ],
)
def test_a_ray_leaves_a_box_once(ray: tuple[float, float], far: float) -> None:
    corners = [(20.0, 10.0), (-20.0, 10.0), (-20.0, -10.0), (20.0, -10.0)]
    for first in range(4):
        assert leave([*corners[first:], *corners[:first]], *ray) == pytest.approx(far)
    triangle = [(0.0, -10.0), (10.0, 10.0), (-10.0, 10.0)]
    assert leave(triangle, 0, -1) == pytest.approx(10), "by its corner"
    assert leave(triangle, 1, 0) == pytest.approx(5)
