"""Where the names of ties stand: on their line, over no other name and no actor, across as few other lines as can be."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from tiebook.view.style import size, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tiebook.view.drawing.boxes import Box, Point
    from tiebook.view.drawing.curves import Curve
    from tiebook.view.drawing.relations import Relation

_PLACES: Final = (
    0.5,
    0.46,
    0.54,
    0.42,
    0.58,
    0.38,
    0.62,
    0.34,
    0.66,
    0.3,
    0.7,
    0.26,
    0.74,
    0.22,
    0.78,
    0.18,
    0.82,
    0.14,
    0.86,
)
_BESIDE: Final = (
    (0.5, 1),
    (0.5, -1),
    (0.4, 1),
    (0.4, -1),
    (0.6, 1),
    (0.6, -1),
    (0.3, 1),
    (0.3, -1),
    (0.7, 1),
    (0.7, -1),
)
_LATER: Final = 0.35  # of a line under it that a place is worse than the one before
_CELL: Final = 10.0
_NEAR: Final = 1e-9
MARK: Final = 7.0  # room for the arrow in a label, half of it on either side


@dataclass(frozen=True, slots=True)
class Plate:
    """A rectangle at an angle: centre, half width, half height, radians."""

    x: float
    y: float
    half_width: float
    half_height: float
    angle: float = 0.0

    @property
    def reach(self) -> float:
        """The radius of the circle round it."""
        return math.hypot(self.half_width, self.half_height)

    def meets(self, other: Plate) -> bool:
        """Return whether two plates overlap (separating axes)."""
        dx, dy = other.x - self.x, other.y - self.y
        c, s = math.cos(other.angle - self.angle), math.sin(other.angle - self.angle)
        for one, two, sine in ((self, other, s), (other, self, -s)):
            cos, sin = math.cos(one.angle), math.sin(one.angle)
            u, v = abs(dx * cos + dy * sin), abs(dy * cos - dx * sin)
            if u >= one.half_width + two.half_width * abs(c) + two.half_height * abs(sine):
                return False
            if v >= one.half_height + two.half_width * abs(sine) + two.half_height * abs(c):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a tie as drawn: upright, with a small arrow after (`way` 1) or before it (-1), or none (0, no direction).

    lean -- the angle of the arrow, radians: it points along the name, or up or down beside the upright name of a steep line
    """

    plate: Plate
    text: str
    way: int
    lean: float = 0.0


class _Near(NamedTuple):
    """What a label may not cover, with the circle round it, by which most of it is passed over quickly."""

    x: float
    y: float
    reach: float
    plate: Plate


def _near(plate: Plate) -> _Near:
    return _Near(plate.x, plate.y, plate.reach, plate)


class _Look(NamedTuple):
    """How the name of a line looks wherever it stands on the line."""

    text: str
    half_width: float
    along: bool


def place(
    lines: Sequence[tuple[Relation, Curve]],
    centres: Sequence[Point],
    sizes: Sequence[Box],
    present: Sequence[int],
    *,
    again: bool = True,
) -> list[Label | None]:
    """Return each line its label, or None where there is no room for it.

    again -- try once more where there was no room; not while a layout with room for all is looked for
    """
    actors = [
        _near(Plate(*centres[index], sizes[index].half_width + 1, sizes[index].half_height + 1)) for index in present
    ]
    passing = _passing(lines)
    groups: dict[tuple[int, int, bool], list[int]] = {}
    for index, (relation, _) in enumerate(lines):
        groups.setdefault((*_pair(relation), relation.bundled), []).append(index)

    def order(key: tuple[int, int, bool]) -> tuple[bool, float, float, tuple[int, int, bool]]:
        members = groups[key]
        return key[2], -len(members), min(round(lines[index][1].chord, 1) for index in members), key

    turns = sorted(groups, key=order)
    placed = _placed(lines, [(key[2], groups[key]) for key in turns], actors, passing, again=again)
    mute = [key for key in turns if key[2] and any(placed[index] is None for index in groups[key])]
    if mute and again:  # they come first, those of whom most is said before all
        mute.sort(key=lambda key: -sum(len(lines[index][0].ties) for index in groups[key]))
        anew = [*mute, *(key for key in turns if key not in mute)]
        other = _placed(lines, [(key[2], groups[key]) for key in anew], actors, passing, again=True)
        if _unsaid(lines, other) < _unsaid(lines, placed):
            return other
    return placed


def crossings(lines: Sequence[tuple[Relation, Curve]], labels: Sequence[Label | None]) -> int:
    """Count the lines that pass under labels of others, once for each label."""
    passing = _passing(lines)
    return sum(_crossed(label.plate, passing, {index}) for index, label in enumerate(labels) if label is not None)


def _placed(
    lines: Sequence[tuple[Relation, Curve]],
    turns: Sequence[tuple[bool, list[int]]],
    actors: list[_Near],
    passing: dict[tuple[int, int], set[int]],
    *,
    again: bool,
) -> list[Label | None]:
    """Return the labels of groups of lines that are placed one after another."""
    placed: list[Label | None] = [None] * len(lines)
    taken: list[_Near] = []
    for bundled, members in turns:
        blocks = [members] if bundled else [[index] for index in members]
        for block in blocks:
            best = _best(lines, block, (actors, taken), passing, alone=len(blocks) == 1)
            # where there is no room for all of a pair together, each for itself
            for part in [block] if best or len(block) == 1 or not again else [[index] for index in block]:
                made = best or _best(lines, part, (actors, taken), passing, alone=True)
                for index, label in zip(part, made, strict=False):
                    placed[index] = label
                    taken.append(_near(label.plate))
    return placed


def _unsaid(lines: Sequence[tuple[Relation, Curve]], placed: Sequence[Label | None]) -> int:
    """Count the ties whose lines have no label."""
    return sum(len(relation.ties) for (relation, _), label in zip(lines, placed, strict=True) if label is None)


def _best(
    lines: Sequence[tuple[Relation, Curve]],
    block: Sequence[int],
    filled: tuple[list[_Near], list[_Near]],
    passing: dict[tuple[int, int], set[int]],
    *,
    alone: bool,
) -> list[Label]:
    """Return the labels of a block of lines, one under the other, where they cross the fewest lines; none where nothing is free."""
    best: list[Label] = []
    least = math.inf
    own, looks = set(block), _looks(lines, block)
    # beside its line a label could be taken for a neighbour's
    for rank, (t, aside) in enumerate([*((t, 0) for t in _PLACES), *(_BESIDE if alone else ())]):
        if rank * _LATER >= least:
            break  # without a line under it the place would be no better
        labels = _labels(lines, block, t, aside, looks)
        cost = 2.0 * sum(_crossed(label.plate, passing, own) for label in labels) + rank * _LATER
        if cost < least and all(_is_free(label.plate, some) for some in filled for label in labels):
            best, least = labels, cost
    return best


def _is_free(plate: Plate, filled: list[_Near]) -> bool:
    """Return whether a plate covers nothing."""
    x, y, reach = plate.x, plate.y, plate.reach
    for other_x, other_y, other_reach, other in filled:
        dx, dy, far = other_x - x, other_y - y, reach + other_reach
        if dx * dx + dy * dy < far * far and plate.meets(other):
            return False
    return True


def _looks(lines: Sequence[tuple[Relation, Curve]], block: Sequence[int]) -> list[_Look]:
    """Return the names of a block of lines, and which of them may stand along their line."""
    font = size("tie")
    found = []
    for index in block:
        relation, line = lines[index]
        text = relation.text
        half = text_width(text, font) / 2 + (2.0 if relation.symmetric or relation.bundled else MARK)
        found.append(_Look(text, half, not relation.bundled and _along(line, half)))
    return found


def _labels(
    lines: Sequence[tuple[Relation, Curve]],
    block: Sequence[int],
    t: float,
    aside: int,
    looks: Sequence[_Look] | None = None,
) -> list[Label]:
    """Return the labels of a block at `t` of its middle line: along it where it is long and straight, else upright."""
    font = size("tie")
    middle = lines[block[len(block) // 2]][1]
    (x, y), angle = middle.at(t), middle.angle(t)
    x, y = x - math.sin(angle) * aside * font * 1.1, y + math.cos(angle) * aside * font * 1.1
    made = []
    for row, (index, look) in enumerate(zip(block, looks or _looks(lines, block), strict=True)):
        relation = lines[index][0]
        tilt = angle - math.copysign(math.pi, angle) if abs(angle) > math.pi / 2 + _NEAR else angle
        flip = abs(angle) > math.pi / 2 + _NEAR
        if not look.along:
            tilt = 0.0
        plate = Plate(x, y + (row - (len(block) - 1) / 2) * font * 1.2, look.half_width, font * 0.58, tilt)
        way = 0 if relation.symmetric or relation.bundled else -1 if flip else 1
        lean = math.copysign(math.pi / 2, angle) if tilt == 0 and _steep(angle) else math.pi if flip else 0.0
        made.append(Label(plate, look.text, way, lean if way else 0.0))
    return made


def _along(line: Curve, width: float) -> bool:
    """Return whether a label may stand along a line: it is long for it, nearly straight and not steep."""
    bend = line.angle(0.15) - line.angle(0.85)
    bend = abs(math.atan2(math.sin(bend), math.cos(bend)))
    return line.chord > size("long") * width and bend < size("bend") and not _steep(line.angle(0.5))


def _steep(angle: float) -> bool:
    """Return whether a line at this angle is too steep for a label along it."""
    return abs(math.cos(angle)) <= size("steep")


def _pair(relation: Relation) -> tuple[int, int]:
    return min(relation.first, relation.second), max(relation.first, relation.second)


def _passing(lines: Sequence[tuple[Relation, Curve]]) -> dict[tuple[int, int], set[int]]:
    """Note which lines pass through each cell of a grid."""
    cells: dict[tuple[int, int], set[int]] = {}
    for index, (_, line) in enumerate(lines):
        for x, y in line.points(math.ceil(line.chord / _CELL) + 1):
            cells.setdefault((math.floor(x / _CELL), math.floor(y / _CELL)), set()).add(index)
    return cells


def _crossed(plate: Plate, cells: dict[tuple[int, int], set[int]], own: set[int]) -> int:
    """Count the other lines that pass under a label's middle line."""
    steps = math.ceil(plate.half_width * 2 / _CELL)
    cos, sin = math.cos(plate.angle), math.sin(plate.angle)
    found: set[int] = set()
    for step in range(steps + 1):
        u = (step / steps * 2 - 1) * plate.half_width
        through = cells.get((math.floor((plate.x + u * cos) / _CELL), math.floor((plate.y + u * sin) / _CELL)))
        if through:
            found |= through
    return len(found - own)
