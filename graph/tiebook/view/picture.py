"""The finished geometry of a picture: boxes, lines and labels at their places, the same for every output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tiebook.view.boxes import Box, Point, boxes
from tiebook.view.curves import Curve, lanes, touches
from tiebook.view.labels import Label, place
from tiebook.view.relations import Relation, Show, drawn, pairs, relations, shown, usual

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tiebook.view.network import Network


@dataclass(frozen=True, slots=True)
class Line:
    """One drawn relation."""

    relation: Relation
    curve: Curve
    label: Label | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn network, in px around no particular origin. `present` are the positions of the actors that are drawn."""

    network: Network
    show: Show
    present: tuple[int, ...]
    centres: tuple[Point, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]

    @property
    def ties(self) -> int:
        """How many ties the lines stand for."""
        return sum(len(line.relation.ties) for line in self.lines)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of all that is drawn."""
        xs, ys = [0.0] if not self.present else [], [0.0] if not self.present else []
        for index in self.present:
            (x, y), box = self.centres[index], self.boxes[index]
            xs += [x - box.half_width, x + box.half_width]
            ys += [y - box.half_height, y + box.half_height]
        for line in self.lines:
            points = [line.curve.at(step / 8) for step in range(9)]
            xs += [x for x, _ in points]
            ys += [y for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


def draw(network: Network, positions: Mapping[str, tuple[float, float]], show: Show) -> Picture:
    """Work out the picture of what `show` selects; actors without a shown tie are left out, but for the focus."""
    found = drawn(network, show)
    sizes = boxes(network, relations(network, shown(network, usual(network))))
    centres = [positions[actor.id] for actor in network.actors]
    present = sorted(
        {end for relation in found for end in (relation.first, relation.second)}
        | {index for index, actor in enumerate(network.actors) if actor.id == show.focus}
    )
    lines = lanes(centres, sizes, pairs(found), present)
    labels = place(lines, centres, sizes, present)
    made = tuple(Line(relation, curve, label) for (relation, curve), label in zip(lines, labels, strict=True))
    return Picture(network, show, tuple(present), tuple(centres), tuple(sizes), made)


def line_over(picture: Picture, line: Line) -> list[int]:
    """Return the actors that a line runs over though they are not its ends."""
    ends = (line.relation.first, line.relation.second)
    return [
        index
        for index in picture.present
        if index not in ends and touches(line.curve, picture.centres[index], picture.boxes[index])
    ]
