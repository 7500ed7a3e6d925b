"""The lines: parallel lanes between two boxes, bent round actors that are not their ends, with their arrowheads."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tiebook.view.drawing.boxes import Box, Point, leave, outline
from tiebook.view.style import size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tiebook.view.drawing.relations import Relation


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic: start, two control points, end. The end is where the arrow points."""

    start: Point
    one: Point
    two: Point
    end: Point

    def at(self, t: float) -> Point:
        """Return the point at `t` (0 start, 1 end)."""
        a, b, c, d = _share(t)
        return (
            a * self.start[0] + b * self.one[0] + c * self.two[0] + d * self.end[0],
            a * self.start[1] + b * self.one[1] + c * self.two[1] + d * self.end[1],
        )

    def points(self, steps: int) -> list[Point]:
        """Return the points at equal steps of `t`, from start to end."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.start, self.one, self.two, self.end
        return [(a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy) for a, b, c, d in _shares(steps)]

    def angle(self, t: float) -> float:
        """Return the direction at `t`, in radians."""
        u = 1 - t
        a, b, c = u * u, 2 * u * t, t * t
        return math.atan2(
            a * (self.one[1] - self.start[1]) + b * (self.two[1] - self.one[1]) + c * (self.end[1] - self.two[1]),
            a * (self.one[0] - self.start[0]) + b * (self.two[0] - self.one[0]) + c * (self.end[0] - self.two[0]),
        )

    def reverse(self) -> Curve:
        """Return the same line from end to start."""
        return Curve(self.end, self.two, self.one, self.start)

    @property
    def chord(self) -> float:
        """The straight distance from start to end."""
        return math.dist(self.start, self.end)


def _share(t: float) -> tuple[float, float, float, float]:
    """Return how much each of the four points of a cubic counts at `t`."""
    u = 1 - t
    return u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t


@lru_cache(maxsize=512)
def _shares(steps: int) -> list[tuple[float, float, float, float]]:
    return [_share(step / steps) for step in range(steps + 1)]


def curve(a: Point, b: Point, box_a: Box, box_b: Box, offset: float) -> Curve:
    """Return a line from box to box whose middle lies `offset` px to the side of the straight one."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    pull, side = length * size("pull"), offset * 4 / 3
    one = (a[0] + ux * pull - uy * side, a[1] + uy * pull + ux * side)
    two = (b[0] - ux * pull - uy * side, b[1] - uy * pull + ux * side)
    return Curve(_touch(a, one, box_a, 1.0), one, two, _touch(b, two, box_b, 2.0))


def _touch(centre: Point, towards: Point, at: Box, gap: float) -> Point:
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    out = leave(outline(at.shape, at.half_width, at.half_height), dx, dy) + gap / (math.hypot(dx, dy) or 1.0)
    return centre[0] + dx * out, centre[1] + dy * out


def loop(a: Point, at: Box, rank: int) -> Curve:
    """Return the line of a tie from an actor to itself."""
    x, y = a[0] + at.half_width * 0.5, a[1] - at.half_height
    reach = 34.0 + 14 * rank
    return Curve((x - 12, y), (x - 12 - reach * 0.6, y - reach), (x + 12 + reach * 0.6, y - reach), (x + 12, y))


def lanes(
    centres: Sequence[Point],
    sizes: Sequence[Box],
    groups: dict[tuple[int, int], list[Relation]],
    present: Sequence[int],
) -> list[tuple[Relation, Curve]]:
    """Return each relation its line; `present` are the actors that are drawn, which lines go round."""
    out = []
    for (a, b), group in groups.items():
        if a == b:
            out += [(relation, loop(centres[a], sizes[a], rank)) for rank, relation in enumerate(group)]
            continue
        offsets = spread(group)
        bow = _bow(centres, sizes, (a, b), offsets, present)
        for relation, offset in zip(group, offsets, strict=True):
            line = curve(centres[a], centres[b], sizes[a], sizes[b], offset + bow)
            out.append((relation, line if relation.first == a else line.reverse()))
    return out


def spread(group: Sequence[Relation]) -> list[float]:
    """Return how far to the side each lane of a pair runs, px: strands of one line touch, other lanes have room for a label."""
    at = [0.0]
    for before, after in pairwise(group):
        near = before.bundled and after.bundled
        at.append(at[-1] + ((before.width + after.width) / 2 + size("strand") if near else size("gap")))
    return [offset - at[-1] / 2 for offset in at]


def _bow(
    centres: Sequence[Point], sizes: Sequence[Box], pair: tuple[int, int], offsets: list[float], present: Sequence[int]
) -> float:
    """Choose how far a bundle bends to the side: the least that keeps it off every other box."""
    (ax, ay), (bx, by) = centres[pair[0]], centres[pair[1]]
    length = math.hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / length, (by - ay) / length
    step, most = size("bow"), int(size("bows"))
    reach = step * most - offsets[0] + size("clear")
    near = []
    for index in present:
        x, y = centres[index][0] - ax, centres[index][1] - ay
        r = math.hypot(sizes[index].half_width, sizes[index].half_height)
        if index not in pair and -r < x * ux + y * uy < length + r and abs(y * ux - x * uy) < reach + r:
            near.append(index)
    if not near:
        return 0.0
    standing = [(centres[index], sizes[index]) for index in near]
    best, least = 0.0, math.inf
    for bend in sorted(range(-most, most + 1), key=lambda n: (abs(n), n)):
        hits = 0
        for offset in offsets:
            line = curve(centres[pair[0]], centres[pair[1]], sizes[pair[0]], sizes[pair[1]], offset + bend * step)
            hits += len(touched(line, standing))
            if hits >= least:
                break
        if hits < least:
            best, least = bend * step, hits
        if hits == 0:
            break
    return best


def touches(line: Curve, centre: Point, at: Box) -> bool:
    """Return whether a line comes nearer to a box than it should."""
    return bool(touched(line, [(centre, at)]))


def touched(line: Curve, standing: Sequence[tuple[Point, Box]]) -> list[int]:
    """Return the places of those boxes in a sequence that a line comes nearer to than it should."""
    clear = size("clear")
    xs, ys = zip(line.start, line.one, line.two, line.end, strict=True)
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    points: list[Point] = []
    found = []
    for place, ((x, y), at) in enumerate(standing):
        a, b = at.half_width + clear, at.half_height + clear
        if x - right >= a or left - x >= a or y - bottom >= b or top - y >= b:
            continue  # a cubic stays within the hull of its four points
        points = points or line.points(max(8, math.ceil(line.chord / 9)))
        for px, py in points:
            if -a < px - x < a and -b < py - y < b:
                found.append(place)
                break
    return found


def bar(line: Curve, width: float) -> tuple[Point, Point]:
    """Return the bar at the end of a line that limits."""
    angle = math.atan2(line.end[1] - line.two[1], line.end[0] - line.two[0])
    long = 4.5 + width
    side = (math.sin(angle) * long, -math.cos(angle) * long)
    return (line.end[0] + side[0], line.end[1] + side[1]), (line.end[0] - side[0], line.end[1] - side[1])


def strike(line: Curve) -> tuple[Point, Point]:
    """Return the stroke through a line near its start, where the mode of what it says is negated."""
    (px, py), (x, y), (qx, qy) = (line.at(place) for place in (0.1, 0.12, 0.14))
    angle = math.atan2(qy - py, qx - px) - math.pi / 3
    side = (math.cos(angle) * 6, math.sin(angle) * 6)
    return (x - side[0], y - side[1]), (x + side[0], y + side[1])


def arrow(line: Curve, width: float) -> tuple[Point, Point, Point]:
    """Return the arrowhead at the end of a line."""
    angle = math.atan2(line.end[1] - line.two[1], line.end[0] - line.two[0])
    long = 6 + width * 1.3
    back = (line.end[0] - math.cos(angle) * long, line.end[1] - math.sin(angle) * long)
    side = (math.sin(angle) * long * 0.42, -math.cos(angle) * long * 0.42)
    return line.end, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])
