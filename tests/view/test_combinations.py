"""Any articles together: whatever is loaded beside them, a picture opens on the main actors, and no box covers another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.view.case import read_cases, shipped
from tests.view.sample import CACHE, synthetic, with_articles
from tiebook.view import geometry
from tiebook.view.drawing.picture import Picture, draw
from tiebook.view.drawing.relations import Show, main_actors, shown, usual
from tiebook.view.layout import SMALL, TALL, WIDE, place, place_drawn, place_main
from tiebook.view.layout.problem import problem
from tiebook.view.layout.solve import _apart, _beside, _over
from tiebook.view.network import NetActor, NetTie, Network
from tiebook.view.style import size

TOGETHER = [names for many in (1, 2, 3) for names in combinations(shipped(), many)]


def covered(picture: Picture) -> list[tuple[str, str]]:
    """Return the actors whose boxes cover a part of one another."""
    names = [actor.name for actor in picture.network.actors]
    found = []
    for one, other in combinations(picture.present, 2):
        (x, y), (u, v) = picture.centres[one], picture.centres[other]
        a, b = picture.boxes[one], picture.boxes[other]
        wide, high = a.half_width + b.half_width, a.half_height + b.half_height
        if abs(x - u) < wide - 0.01 and abs(y - v) < high - 0.01:
            found.append((names[one], names[other]))
    return found


@given(
    st.sampled_from(TOGETHER), st.lists(st.tuples(st.integers(0, 90), st.integers(1, 60)), max_size=4), st.booleans()
)
def test_articles_together_open_on_the_main_actors(
    names: tuple[str, ...], articles: list[tuple[int, int]], dated: bool
) -> None:
    network = with_articles(read_cases(*names), *articles)
    show = usual(network, as_of=date(2021, 1, 1) if dated else None)
    ends = {end for index in shown(network, show) for end in (network.ties[index].source, network.ties[index].target)}
    assert show.main
    assert 2 <= len(ends) <= size("main")


@pytest.mark.parametrize(
    ("names", "articles"),
    [
        (TOGETHER[0], [(6, 12)]),
        (TOGETHER[3], [(3, 9), (8, 20)]),
        (TOGETHER[5], [(70, 60)]),
        (TOGETHER[6], [(6, 26)]),
        (TOGETHER[6], [(4, 9), (60, 60), (60, 40)]),
    ],
)
def test_no_box_covers_another_as_articles_open(names: tuple[str, ...], articles: list[tuple[int, int]]) -> None:
    network = with_articles(read_cases(*names), *articles)
    for aspect in (WIDE, TALL):
        picture = draw(network, place_main(network, cache=CACHE, aspect=aspect), usual(network))
        assert size("enough") <= len(picture.present) <= size("main")
        assert not covered(picture)


def test_no_box_covers_another_where_few_of_many_actors_are_drawn() -> None:
    """All articles and one more: more actors than have places one by one, of whom fewer are drawn unless all is asked for."""
    network = with_articles(read_cases(), (6, 26))
    assert len(network.actors) > SMALL
    usually = usual(network, every_actor=True)
    picture = geometry(network, cache=CACHE, show=usually)
    assert SMALL > len(picture.present) > 100
    assert not covered(picture)
    everything = geometry(network, cache=CACHE, show=Show(facts_only=False, reported=True, inferred=True))
    assert len(everything.present) == len(network.actors)
    assert not covered(everything)


@pytest.mark.parametrize(("actors", "ties"), [(150, 500), (400, 500)])
def test_no_box_covers_another_in_a_network_of_some_hundreds(actors: int, ties: int) -> None:
    network = synthetic(actors, ties)
    picture = draw(network, place(network), usual(network, every_actor=True))
    assert len(picture.present) > SMALL
    assert not covered(picture)


@pytest.mark.parametrize("chosen", [{"focus": "a30", "depth": 2}, {"as_of": date(1985, 1, 1), "every_actor": True}])
def test_no_box_covers_another_in_a_part_of_a_large_network(chosen: dict[str, Any]) -> None:
    network = synthetic(int(size("apart")) + 200, 1400)
    show = replace(usual(network, **chosen), undated=False)
    picture = geometry(network, show=show)
    assert len(network.actors) > len(picture.present) > 5
    assert not covered(picture)


def test_nothing_has_no_place() -> None:
    network = replace(synthetic(int(size("apart")) + 1, 600), ties=())
    assert place_drawn(network, Show()) == {}
    assert main_actors(network) == tuple(range(len(network.actors)))
    assert place_main(network) == {}


def test_places_that_are_given_are_kept_in_a_large_network() -> None:
    network = synthetic(int(size("apart")) + 1, 600)
    given_ = {"a0": (0.0, 0.0), "a1": (1.0, 1.0)}
    made = place_drawn(network, replace(Show(), focus="a0"), given=given_)
    assert [made[name] for name in given_ if name in made] == [given_[name] for name in given_ if name in made]
    assert "a0" in made


def test_boxes_without_room_are_given_some() -> None:
    half = np.tile([40.0, 20.0], (60, 1))
    at = _apart(np.zeros((60, 2)), half)
    assert not _over(at, half)
    assert np.ptp(at, axis=0).max() < 3000, "and not more than they need"


def test_who_is_not_drawn_stands_near_those_who_are() -> None:
    actors = tuple(NetActor(name, name, "State") for name in "abcd")
    network = Network("n", actors=actors, ties=(NetTie("1", "AIDS", "b", "c"), NetTie("2", "AIDS", "d", "a")))
    p = problem(network, Show())
    at = _beside(p, [0, 1], [(-500.0, 0.0), (500.0, 0.0)])
    assert at[:2].tolist() == [[-500, 0], [500, 0]]
    assert abs(at[2] - at[1]).max() < 100
    assert abs(at[3] - at[0]).max() < 100
    assert not _over(at, p.half)
