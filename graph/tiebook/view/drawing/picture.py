"""The finished geometry of a picture: boxes, lines and labels at their places, the same for every output."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tiebook.view.drawing.boxes import Box, Point, boxes
from tiebook.view.drawing.curves import Curve, lanes, touched
from tiebook.view.drawing.labels import Label, place
from tiebook.view.drawing.relations import Relation, Show, drawn, pairs, relations, shown

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
            if line.label:
                plate = line.label.plate
                across = abs(plate.half_width * math.cos(plate.angle)) + abs(plate.half_height * math.sin(plate.angle))
                down = abs(plate.half_width * math.sin(plate.angle)) + abs(plate.half_height * math.cos(plate.angle))
                xs += [plate.x - across, plate.x + across]
                ys += [plate.y - down, plate.y + down]
        return min(xs), min(ys), max(xs), max(ys)


def draw(network: Network, positions: Mapping[str, tuple[float, float]], show: Show, *, again: bool = True) -> Picture:
    """Work out the picture of what `show` selects; actors without a shown tie are left out, but for the focus.

    again -- as in `tiebook.view.drawing.labels.place`
    """
    return Sheet(network, show).draw(positions, again=again)


class Sheet:
    """What a picture shows, before anything has a place: the layout tries many places for the same boxes and lines."""

    def __init__(self, network: Network, show: Show) -> None:
        self.network, self.show = network, show
        found = drawn(network, show)
        self.lanes = pairs(found)
        self.boxes = tuple(boxes(network, sizing(network, show)))
        ends = {end for relation in found for end in (relation.first, relation.second)}
        focus = {index for index, actor in enumerate(network.actors) if actor.id == show.focus}
        self.present = tuple(sorted(ends | focus))

    def draw(self, positions: Mapping[str, tuple[float, float]], *, again: bool = True) -> Picture:
        """Return the picture with its actors at these positions; `again` as in `draw`."""
        # of the main ones alone, in their picture
        centres = tuple(positions.get(actor.id, (0.0, 0.0)) for actor in self.network.actors)
        lines = lanes(centres, self.boxes, self.lanes, self.present)
        labels = place(lines, centres, self.boxes, self.present, again=again)
        made = tuple(Line(relation, curve, label) for (relation, curve), label in zip(lines, labels, strict=True))
        return Picture(self.network, self.show, self.present, centres, self.boxes, made)


def sizing(network: Network, show: Show) -> list[Relation]:
    """Return the relations that boxes are sized by: what is shown if nobody chooses, so that a filter changes no box."""
    everything = Show(facts_only=not network.everything, reported=network.everything, inferred=network.everything)
    return relations(network, shown(network, replace(everything, main=show.main)), bundle=show.main)


def line_over(picture: Picture, line: Line) -> list[int]:
    """Return the actors that a line runs over though they are not its ends."""
    ends = (line.relation.first, line.relation.second)
    others = [index for index in picture.present if index not in ends]
    return [others[at] for at in touched(line.curve, [(picture.centres[each], picture.boxes[each]) for each in others])]
