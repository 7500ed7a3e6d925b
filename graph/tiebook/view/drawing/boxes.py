"""Actors as labelled boxes: their size, and the outline that shows their kind."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tiebook.view.style import constants, text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tiebook.view.drawing.relations import Relation
    from tiebook.view.network import Network

Point = tuple[float, float]
_NEAR = 1e-9
_SIDES = {
    "stadium": 11, "hexagon": 14, "slant": 14, "octagon": 10, "bars": 12, "tag": 13, "flag": 13, "roof": 15, "cup": 15, "note": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """An actor's box around its own centre: half width, half height, font size and the lines of its name, in px."""

    half_width: float
    half_height: float
    font: float
    lines: tuple[str, ...]
    shape: str


def box(name: str, kind: str, lanes: int) -> Box:
    """Return the box for a name; an actor with many lanes gets a larger one, so that they fan out."""
    rank = sum(lanes >= least for least in constants()["sizes"]["hub"])
    font = constants()["sizes"]["actor"][rank]
    lines = wrap(name)
    shape = constants()["kinds"].get(kind, constants()["kinds"]["Group"])["shape"]
    wide = max(text_width(line, font) * (1.08 if rank else 1) for line in lines) / 2
    high = len(lines) * font * 0.6
    more = float(min(lanes, 60)) if rank else 0.0
    sides = _SIDES.get(shape, 8)
    return Box(_tenth(wide + sides + 0.3 * more), _tenth(high + 6 + 0.5 * more), font, tuple(lines), shape)


def _tenth(value: float) -> float:
    """Round half up, as JavaScript does."""
    return math.floor(value * 10 + 0.5) / 10


def lane_counts(network: Network, found: Iterable[Relation]) -> list[int]:
    """Count the lanes that end at each actor."""
    counts = [0] * len(network.actors)
    for relation in found:
        counts[relation.first] += 1
        counts[relation.second] += 1
    return counts


def boxes(network: Network, found: Sequence[Relation]) -> list[Box]:
    """Return the box of every actor, sized by the relations found."""
    counts = lane_counts(network, found)
    return [box(actor.name, actor.kind, count) for actor, count in zip(network.actors, counts, strict=True)]


@cache
def outline(shape: str, a: float, b: float) -> tuple[Point, ...]:
    """Return the convex outline of a box with half width `a` and half height `b`, clockwise from the upper left."""
    if shape == "stadium":
        right = [(a - b + b * math.cos(t), b * math.sin(t)) for t in _turn(-90, 90)]
        return (*right, *((-x, -y) for x, y in right))
    if shape == "arch":
        r = min(b, 12.0)
        left = [(-a + r + r * math.cos(t), -b + r + r * math.sin(t)) for t in _turn(180, 270)]
        return (*left, *((-x, y) for x, y in reversed(left)), (a, b), (-a, b))
    if shape == "hexagon":
        c = min(b, 11.0)
        return ((-a + c, -b), (a - c, -b), (a, 0), (a - c, b), (-a + c, b), (-a, 0))
    if shape == "octagon":
        c = min(b * 0.6, 8.0)
        return ((-a + c, -b), (a - c, -b), (a, -b + c), (a, b - c), (a - c, b), (-a + c, b), (-a, b - c), (-a, -b + c))
    corners = {
        "slant": ((-a + 9, -b), (a, -b), (a - 9, b), (-a, b)),
        "tag": ((-a, -b), (a - 9, -b), (a, 0), (a - 9, b), (-a, b)),
        "flag": ((-a + 9, -b), (a, -b), (a, b), (-a + 9, b), (-a, 0)),
        "note": ((-a, -b), (a - 8, -b), (a, -b + 8), (a, b), (-a, b)),
        "roof": ((-a + 9, -b), (a - 9, -b), (a, b), (-a, b)),
        "cup": ((-a, -b), (a, -b), (a - 9, b), (-a + 9, b)),
    }
    return corners.get(shape, ((-a, -b), (a, -b), (a, b), (-a, b)))


def _turn(start: float, end: float, steps: int = 8) -> list[float]:
    return [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]


def leave(around: Sequence[Point], dx: float, dy: float) -> float:
    """Return how far from the centre, in lengths of (dx, dy), a ray leaves the outline."""
    best = math.inf
    for (ax, ay), (bx, by) in zip(around, (*around[1:], around[0]), strict=True):
        ex, ey = bx - ax, by - ay
        cross = dx * ey - dy * ex
        if abs(cross) > _NEAR:  # not parallel
            t, s = (ax * ey - ay * ex) / cross, (ax * dy - ay * dx) / cross
            if t > 0 and -_NEAR <= s <= 1 + _NEAR and t < best:
                best = t
    return best if best < math.inf else 0.0
