"""Measured on the drawn geometry: nothing covers anything that must be read."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest

from tests.view.case import read_case
from tests.view.sample import article, hostile, spots
from tiebook.view.boxes import leave, outline
from tiebook.view.labels import Plate
from tiebook.view.network import Network
from tiebook.view.picture import Picture, draw, line_over
from tiebook.view.relations import Show

EVERYTHING = Show(facts_only=False, reported=True, inferred=True)


@pytest.fixture(scope="module", params=["article", "sample", "hostile"])
def network(request: pytest.FixtureRequest) -> Network:
    if request.param == "article":
        return read_case()
    return article() if request.param == "sample" else hostile()


@pytest.fixture(scope="module")
def picture(network: Network) -> Picture:
    return draw(network, spots(network), Show())


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
    from tiebook.view.style import text_width  # noqa: PLC0415

    for box in picture.boxes:
        assert all(text_width(line, box.font) <= 2 * box.half_width for line in box.lines)


def test_the_same_holds_when_everything_is_shown(network: Network) -> None:
    full = draw(network, spots(network), EVERYTHING)
    assert not [pair for pair in combinations(plates(full), 2) if overlaps(*pair)]
    assert not [(label, box) for label in plates(full) for box in boxes(full) if overlaps(label, box)]


def test_the_article_is_readable_in_full() -> None:
    network = read_case()
    picture = draw(network, spots(network), Show())
    names = [actor.name for actor in network.actors]
    assert not [(line.relation.text, names[i]) for line in picture.lines for i in line_over(picture, line)]
    mute = [
        (line.relation.text, names[line.relation.first], names[line.relation.second])
        for line in picture.lines
        if not line.label
    ]
    assert not mute


def test_each_parallel_tie_of_china_and_iran_is_readable(picture: Picture) -> None:
    names = [actor.name for actor in picture.network.actors]
    lanes = [ln for ln in picture.lines if {names[ln.relation.first], names[ln.relation.second]} == {"China", "Iran"}]
    assert lanes or "China" not in names
    assert all(lane.label for lane in lanes)
    middles = sorted(lane.curve.at(0.5)[1] for lane in lanes)
    assert all(b - a > 11 for a, b in pairwise(middles))


def test_lines_end_at_the_outline_of_their_actors(picture: Picture) -> None:
    for line in picture.lines:
        for point, index in ((line.curve.start, line.relation.first), (line.curve.end, line.relation.second)):
            x, y = point[0] - picture.centres[index][0], point[1] - picture.centres[index][1]
            box = picture.boxes[index]
            out = leave(outline(box.shape, box.half_width, box.half_height), x, y)
            assert math.hypot(x, y) * (1 - out) == pytest.approx(1.5, abs=0.6)


def test_a_tie_from_an_actor_to_itself_is_a_loop() -> None:
    from tiebook.view.network import NetActor, NetTie  # noqa: PLC0415

    network = Network("n", actors=(NetActor("a", "A", "State"),), ties=(NetTie("1", "CONSTRAINS", "a", "a", -1),))
    picture = draw(network, spots(network), Show())
    assert len(picture.lines) == 1
    assert picture.lines[0].curve.at(0.5)[1] < -picture.boxes[0].half_height
