"""Where a drawing larger than a phone opens: no box is cut at its edges where that can be helped, and the legend is below."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.view.case import read_cases
from tests.view.sample import CACHE
from tiebook import view
from tiebook.view.drawing.boxes import Box
from tiebook.view.drawing.opening import PHONE, opening
from tiebook.view.drawing.picture import Picture, draw
from tiebook.view.drawing.relations import Show
from tiebook.view.network import NetActor, Network

WIDE, HIGH = PHONE


def drawn(*boxes: tuple[float, float, float]) -> Picture:
    """Return a drawing of boxes: the middle of each, and half its width."""
    names = [f"a{number}" for number in range(len(boxes))]
    network = Network("Boxes", actors=tuple(NetActor(name, name, "State") for name in names), ties=())
    made = draw(network, {}, Show())
    return Picture(
        network,
        made.show,
        present=tuple(range(len(boxes))),
        centres=tuple((x, y) for x, y, _ in boxes),
        boxes=tuple(Box(half, 15, 12, ("a",), "rect") for *_, half in boxes),
        lines=(),
    )


def cut(picture: Picture, at: tuple[float, float]) -> list[int]:
    """Return which boxes an edge of what is seen first divides."""
    left, right, top, bottom = at[0] - WIDE / 2, at[0] + WIDE / 2, at[1] - HIGH / 2, at[1] + HIGH / 2
    found = []
    for index, ((x, y), box) in enumerate(zip(picture.centres, picture.boxes, strict=True)):
        spans = ((x, box.half_width, left, right), (y, box.half_height, top, bottom))
        inside = all(low <= c - half and c + half <= high for c, half, low, high in spans)
        if not inside and all(c + half > low and c - half < high for c, half, low, high in spans):
            found.append(index)
    return found


def test_boxes_that_the_middle_would_cut_are_whole_or_not_seen() -> None:
    picture = drawn((0, 0, 60), (180, 100, 60), (360, 0, 60))
    middle = (180.0, 50.0)
    assert cut(picture, middle) == [0, 2]
    assert not cut(picture, opening(picture))
    assert sum(abs(x - opening(picture)[0]) < WIDE / 2 for x, _ in picture.centres) == 2


@pytest.mark.parametrize("boxes", [[(0, 0, 40), (200, 300, 40)], [(0, 0, 40)], []])
def test_what_has_room_opens_on_its_middle(boxes: list[tuple[float, float, float]]) -> None:
    picture = drawn(*boxes)
    left, top, right, bottom = picture.bounds
    assert opening(picture) == ((left + right) / 2, (top + bottom) / 2)


def test_no_more_than_the_drawing_is_seen() -> None:
    picture = drawn(*((x, y, 50) for x in range(0, 1400, 130) for y in range(0, 1800, 90)))
    x, y = opening(picture)
    left, top, right, bottom = picture.bounds
    assert left <= x - WIDE / 2 < x + WIDE / 2 <= right
    assert top <= y - HIGH / 2 < y + HIGH / 2 <= bottom


def test_the_shipped_cases_together_open_without_a_cut_and_with_the_legend_below() -> None:
    network = read_cases()
    picture = view.geometry(network, slim=True, cache=CACHE)
    at = opening(picture)
    middle = ((picture.bounds[0] + picture.bounds[2]) / 2, at[1])
    assert len(cut(picture, at)) < max(1, len(cut(picture, middle))) or not cut(picture, middle)
    text = view.svg(network, slim=True, headed=False, cache=CACHE)
    opens = re.search(r'data-opens="(\S+) (\S+)"', text)
    assert opens
    legends = [
        float(x) for x in re.findall(r'<g transform="translate\((\S+) \S+\)"><g transform="translate\(0 0\)">', text)
    ]
    assert legends
    assert all(float(opens[1]) - WIDE / 2 <= x <= float(opens[1]) + WIDE / 2 - 302 + 28 for x in legends)
    assert "data-opens" not in view.svg(network, slim=True)
    assert all(one <= other for one, other in pairwise(sorted(legends)))
