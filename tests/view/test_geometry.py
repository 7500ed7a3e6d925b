"""Measured on the drawn geometry: nothing covers anything that must be read."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from typing import Any

import pytest

from tests.view.case import read_case, read_cases
from tests.view.sample import CACHE, answer, article, hostile, spots
from tiebook.view.drawing.boxes import leave, outline
from tiebook.view.drawing.labels import Plate
from tiebook.view.drawing.picture import Picture, draw, line_over
from tiebook.view.drawing.relations import Show, usual
from tiebook.view.layout import TALL, WIDE, place_main
from tiebook.view.network import NetActor, NetTie, Network
from tiebook.view.style import size, text_width

EVERYTHING = Show(facts_only=False, reported=True, inferred=True)


def _article(show: Show, aspect: float | None = None) -> Picture:
    network = read_case()
    return draw(network, place_main(network, cache=CACHE, aspect=aspect) if aspect else spots(network), show)


def _several(aspect: float, **chosen: Any) -> Picture:
    network = read_cases()
    return draw(network, place_main(network, cache=CACHE, aspect=aspect), usual(network, **chosen))


PICTURES: dict[str, Callable[[], Picture]] = {
    "as it opens": lambda: _article(usual(read_case()), WIDE),
    "as it opens on a phone": lambda: _article(usual(read_case()), TALL),
    "all actors": lambda: _article(usual(read_case(), every_actor=True)),
    "each tie": lambda: _article(Show()),
    "around an actor": lambda: _article(usual(read_case(), focus="china")),
    "on a date": lambda: _article(usual(read_case(), as_of=date(2016, 1, 1)), WIDE),
    "all that is said of the main actors": lambda: _article(replace(EVERYTHING, main=True, lines="pairs"), WIDE),
    "several sources": lambda: _several(WIDE),
    "several sources on a phone": lambda: _several(TALL),
    "several sources by colour": lambda: _several(WIDE, colour="source"),
    "several sources by colour on a phone": lambda: _several(TALL, colour="source"),
    "made up": lambda: draw(article(), spots(article()), Show()),
    "hostile names": lambda: draw(hostile(), spots(hostile()), Show()),
    "an answer": lambda: draw(answer(), spots(answer()), usual(answer())),
}


@pytest.fixture(scope="module", params=PICTURES)
def picture(request: pytest.FixtureRequest) -> Picture:
    return PICTURES[request.param]()


def plates(picture: Picture) -> list[Plate]:
    return [line.label.plate for line in picture.lines if line.label]


def boxes(picture: Picture) -> list[Plate]:
    return [
        Plate(*picture.centres[i], picture.boxes[i].half_width, picture.boxes[i].half_height) for i in picture.present
    ]


def overlaps(a: Plate, b: Plate) -> bool:
    """Look at the corners and a grid of inner points, so as not to test the code with itself."""

    def inside(x: float, y: float, p: Plate) -> bool:
        dx, dy, c, s = x - p.x, y - p.y, math.cos(p.angle), math.sin(p.angle)
        return abs(dx * c + dy * s) < p.half_width - 0.01 and abs(dy * c - dx * s) < p.half_height - 0.01

    def points(p: Plate) -> list[tuple[float, float]]:
        c, s = math.cos(p.angle), math.sin(p.angle)
        grid = [(i / 12 * 2 - 1, j / 4 * 2 - 1) for i in range(13) for j in range(5)]
        return [
            (p.x + u * p.half_width * c - v * p.half_height * s, p.y + u * p.half_width * s + v * p.half_height * c)
            for u, v in grid
        ]

    return any(inside(x, y, b) for x, y in points(a)) or any(inside(x, y, a) for x, y in points(b))


def test_no_label_over_another(picture: Picture) -> None:
    assert not [pair for pair in combinations(plates(picture), 2) if overlaps(*pair)]


def test_no_label_over_an_actor(picture: Picture) -> None:
    assert not [(label, box) for label in plates(picture) for box in boxes(picture) if overlaps(label, box)]


def test_no_actor_over_another(picture: Picture) -> None:
    assert not [pair for pair in combinations(boxes(picture), 2) if overlaps(*pair)]


def test_names_fit_their_boxes(picture: Picture) -> None:
    for box in picture.boxes:
        assert all(text_width(line, box.font) <= 2 * box.half_width for line in box.lines)


def test_the_same_holds_when_everything_is_shown() -> None:
    for network in (read_case(), article(), hostile()):
        full = draw(network, spots(network), EVERYTHING)
        assert not [pair for pair in combinations(plates(full), 2) if overlaps(*pair)]
        assert not [(label, box) for label in plates(full) for box in boxes(full) if overlaps(label, box)]


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("as it opens", 0),
        ("as it opens on a phone", 0),
        ("all actors", 0),
        ("each tie", 2),
        ("several sources", 0),
        ("several sources by colour", 6),
    ],
)
def test_the_article_is_readable(name: str, most: int) -> None:
    picture = PICTURES[name]()
    names = [actor.name for actor in picture.network.actors]
    assert not [(line.relation.text, names[i]) for line in picture.lines for i in line_over(picture, line)]
    mute = [
        (line.relation.text, names[line.relation.first], names[line.relation.second])
        for line in picture.lines
        if not line.label
    ]
    assert len(mute) <= most, mute


def test_labels_stand_upright_or_along_long_straight_lines(picture: Picture) -> None:
    for line in picture.lines:
        if line.label and line.label.plate.angle:
            assert line.curve.chord > 3 * line.label.plate.half_width
            turn = line.curve.angle(0.15) - line.curve.angle(0.85)
            assert abs(math.atan2(math.sin(turn), math.cos(turn))) < math.radians(15)
            assert abs(line.label.plate.angle) < math.radians(61)


@pytest.mark.parametrize(("name", "least"), [("as it opens", 8.5), ("several sources", 8)])
def test_what_opens_can_be_read_in_a_narrow_window_and_on_a_phone(name: str, least: float) -> None:
    wide, tall = PICTURES[name](), PICTURES[f"{name} on a phone"]()
    left, top, right, bottom = wide.bounds
    scale = min((1024 - 218 - 48) / (right - left), 400 / (bottom - top))  # beside the filters, above dates and caption
    assert scale * size("tie") >= 10
    left, _, right, _ = tall.bounds
    assert (390 - 16) / (right - left) * size("tie") >= least


def test_each_parallel_tie_of_china_and_iran_is_readable() -> None:
    picture = PICTURES["each tie"]()
    names = [actor.name for actor in picture.network.actors]
    lanes = [ln for ln in picture.lines if {names[ln.relation.first], names[ln.relation.second]} == {"China", "Iran"}]
    assert len(lanes) > 5
    assert all(lane.label for lane in lanes)
    middles = sorted(lane.curve.at(0.5)[1] for lane in lanes)
    assert all(b - a > 11 for a, b in pairwise(middles))


def test_a_pair_is_one_line_that_is_as_wide_as_it_is_mentioned() -> None:
    picture = PICTURES["as it opens"]()
    names = [actor.name for actor in picture.network.actors]
    strands = [
        line for line in picture.lines if {names[line.relation.first], names[line.relation.second]} == {"China", "Iran"}
    ]
    assert [line.relation.text for line in strands] == [
        f"{len(line.relation.ties)} {sign}"
        for line, sign in zip(strands, ("cooperative", "hostile", "neutral"), strict=True)
    ]
    widths = [line.relation.width for line in strands]
    assert widths == sorted(widths, reverse=True)
    for (one, two), (wide, narrow) in zip(pairwise(strands), pairwise(widths), strict=True):
        (x, y), (other_x, other_y), angle = one.curve.at(0.5), two.curve.at(0.5), one.curve.angle(0.5)
        aside = abs(
            (other_x - x) * math.sin(angle) - (other_y - y) * math.cos(angle)
        )  # ends at boxes shift middles along
        assert aside == pytest.approx(
            (wide + narrow) / 2 + size("strand"), abs=2
        )  # a short line is bent more at its ends


def test_lines_end_at_the_outline_of_their_actors(picture: Picture) -> None:
    for line in picture.lines:
        for point, index in ((line.curve.start, line.relation.first), (line.curve.end, line.relation.second)):
            x, y = point[0] - picture.centres[index][0], point[1] - picture.centres[index][1]
            box = picture.boxes[index]
            out = leave(outline(box.shape, box.half_width, box.half_height), x, y)
            loop = line.relation.first == line.relation.second
            assert math.hypot(x, y) * (1 - out) == pytest.approx(0 if loop else 1.5, abs=2.5 if loop else 0.6)


def test_a_tie_from_an_actor_to_itself_is_a_loop() -> None:
    network = Network("n", actors=(NetActor("a", "A", "State"),), ties=(NetTie("1", "CONSTRAINS", "a", "a", -1),))
    picture = draw(network, spots(network), Show())
    assert len(picture.lines) == 1
    assert picture.lines[0].curve.at(0.5)[1] < -picture.boxes[0].half_height
