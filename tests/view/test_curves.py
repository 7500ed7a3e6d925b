"""The lines of pictures: where a curve runs, which way it points, and how far it bends."""

from __future__ import annotations

import math

import pytest

from tiebook.view.drawing.boxes import Box
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
def test_the_middle_of_a_line_lies_to_the_side_by_as_much_as_is_asked(offset: float) -> None:
    box = Box(20, 10, 12, ("A",), "State")
    line = curve((0, 0), (300, 0), box, box, offset)
    assert line.at(0.5)[0] == pytest.approx(150, abs=1.5)
    assert line.at(0.5)[1] == pytest.approx(offset, abs=abs(offset) / 8 + 0.01)
    assert 0 < line.start[0] <= 22
    assert 277 <= line.end[0] < 300
    assert abs(line.start[1]) <= 11
    assert abs(line.end[1]) <= 12
