"""Few actors: lines are long enough for labels, on a phone they lie down where that is clearer."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from tiebook.view.drawing.labels import crossings
from tiebook.view.drawing.picture import Picture, draw
from tiebook.view.drawing.relations import usual
from tiebook.view.layout import ASPECT, TALL, place_drawn, solve
from tiebook.view.network import NetActor, NetTie, Network, TieType

TYPES = {
    "AIDS": TieType("", 1, symmetric=False),
    "COOPERATES_WITH": TieType("", 1, symmetric=True),
    "MEETS_WITH": TieType("", 1, symmetric=True),
    "REFUSES": TieType("", -1, symmetric=False),
    "PERCEIVES_THREAT_FROM": TieType("", -1, symmetric=False),
    "RANKS": TieType("", 0, symmetric=False),
}
NAMES = ("Iran", "China", "Russia", "Taiwan")


def parallel(*pairs: tuple[int, int], repeated: int = 1) -> Network:
    """Return a network with a line of every type between each of the pairs, said `repeated` times."""
    ties = tuple(
        NetTie(f"{type_}/{one}-{other}-{number}", type_, NAMES[one], NAMES[other], TYPES[type_].sign)
        for one, other in pairs
        for type_ in TYPES
        for number in range(repeated)
    )
    ends = sorted({end for pair in pairs for end in pair})
    actors = tuple(NetActor(NAMES[end], NAMES[end], "State") for end in ends)
    return Network("n", actors=actors, ties=ties, types=TYPES, everything=True)


def drawn(network: Network, aspect: float) -> Picture:
    show = usual(network)
    return draw(network, place_drawn(network, show, aspect=aspect), show)


def crossed(picture: Picture) -> int:
    lines = [(line.relation, line.curve) for line in picture.lines]
    return crossings(lines, [line.label for line in picture.lines])


@pytest.mark.parametrize("aspect", [ASPECT, TALL])
def test_labels_of_two_actors_cross_no_line_between_them(aspect: float) -> None:
    picture = drawn(parallel((0, 1)), aspect)
    assert len(picture.lines) == len(TYPES)
    assert all(line.label is not None for line in picture.lines)
    assert crossed(picture) == 0
    left, _, right, _ = picture.bounds
    assert right - left < 460, "a phone shows it whole"


@pytest.mark.parametrize(("aspect", "most"), [(ASPECT, 4), (TALL, 12)])
def test_labels_of_four_actors_cross_few_lines(aspect: float, most: int) -> None:
    picture = drawn(parallel((0, 1), (0, 2), (1, 3)), aspect)
    assert len(picture.lines) == 3 * len(TYPES)
    assert all(line.label is not None for line in picture.lines)
    assert crossed(picture) <= most


def test_crossings_counts_each_line_under_a_label_once_and_not_its_own() -> None:
    picture = drawn(parallel((0, 1)), ASPECT)
    lines = [(line.relation, line.curve) for line in picture.lines]
    labels = [line.label for line in picture.lines]
    assert crossings(lines, labels) == 0
    assert crossings(lines, [None] * len(lines)) == 0
    first = labels[0]
    assert first is not None
    upright = dataclasses.replace(first, plate=dataclasses.replace(first.plate, angle=first.plate.angle + 1.5707963))
    assert 0 < crossings(lines, [upright, *labels[1:]]) < len(lines)


@pytest.mark.parametrize(("faults", "tries"), [(0, 1), (1, 2)])
def test_the_first_try_without_a_fault_is_taken(monkeypatch: pytest.MonkeyPatch, faults: int, tries: int) -> None:
    seen: list[Picture] = []

    def faulty(picture: Picture) -> list[int]:
        seen.append(picture)
        return [0] if len(seen) <= faults else []

    monkeypatch.setattr(solve, "_faulty", faulty)
    drawn(parallel((0, 1)), ASPECT)
    assert len(seen) == tries


def test_what_a_phone_cuts_is_as_bad_as_lines_under_labels() -> None:
    network = parallel((0, 1))
    near, far = (
        draw(network, {"Iran": (0.0, 0.0), "China": (width, 0.0)}, usual(network)) for width in (350.0, 1200.0)
    )
    assert solve._unclear(near, ASPECT) == solve._unclear(far, ASPECT) == 0
    assert solve._unclear(near, TALL) < 1 < solve._unclear(far, TALL)


def test_of_places_that_are_as_clear_the_narrower_have_larger_letters() -> None:
    def rank(faults: int, under: float, wide: float) -> tuple[int, float]:
        return solve._Look(faults, under, wide, np.zeros((0, 2))).rank

    assert rank(0, 3, 400) < rank(0, 3, 800) < rank(0, 4, 800)
    assert rank(0, 9, 900) < rank(1, 0, 100), "what stands over another is worse than any line under a label"
