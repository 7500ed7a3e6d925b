"""What a small layout is made better by: rooms, lengths, bundles over boxes, crossings; reckoned by hand."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from tiebook.view.drawing.relations import Show
from tiebook.view.layout.anneal import State, _narrow, _side, _strikes
from tiebook.view.layout.force import spread
from tiebook.view.layout.problem import Floats, Problem, problem
from tiebook.view.layout.solve import _points
from tiebook.view.layout.stress import _distances, _turn, separate, start
from tiebook.view.network import NetActor, NetTie, Network


def made(
    ends: list[tuple[int, int]],
    count: int,
    *,
    lanes: float = 1,
    label: float = 50,
    wide: float = 5,
    weight: float = 1,
) -> Problem:
    """Return boxes of 40 by 20 px, and bundles between them."""
    many = len(ends)
    return Problem(
        half=np.tile([20.0, 10.0], (count, 1)),
        ends=np.array(ends, np.int64).reshape(-1, 2),
        lanes=np.full(many, lanes),
        label=np.full(many, label),
        weight=np.full(many, weight),
        spread=np.full(many, wide),
    )


def at(*points: tuple[float, float]) -> Floats:
    return np.array(points, float)


def point(x: float, y: float) -> Floats:
    return np.array([x, y], float)


@pytest.mark.parametrize(
    ("c", "left"), [((5, 1), True), ((5, -1), False), ((5, 0), False), ((-5, 1), True), ((20, -0.1), False)]
)
def test_a_point_lies_on_one_side_of_a_line(c: tuple[float, float], left: bool) -> None:
    assert bool(_side(point(0, 0), point(10, 0), point(*c))) is left
    assert bool(_side(point(10, 0), point(0, 0), point(*c))) is (not left and c[1] != 0)


@pytest.mark.parametrize(
    ("centre", "half", "wide", "hit"),
    [
        ((50, 0), (5, 5), 0, True),
        ((50, 12.9), (5, 5), 0, True),
        ((50, 13), (5, 5), 0, False),
        ((50, -13), (5, 5), 0, False),
        ((50, 22.9), (5, 5), 10, True),
        ((50, 23), (5, 5), 10, False),
        ((25, 20.4), (5, 5), 10, True),
        ((25, 20.5), (5, 5), 10, False),
        ((-4.9, 0), (5, 3), 0, True),
        ((-5, 0), (5, 3), 0, False),
        ((104.9, 0), (5, 3), 0, True),
        ((105, 0), (5, 3), 0, False),
        ((100, 12.9), (5, 5), 10, True),
        ((100, 13), (5, 5), 10, False),
    ],
)
def test_a_bundle_meets_a_box_that_it_passes_too_near(
    centre: tuple[float, float], half: tuple[float, float], wide: float, hit: bool
) -> None:
    got = _strikes(point(0, 0), point(100, 0), point(*centre), point(*half), np.array(wide))
    assert bool(got) is hit
    turned = _strikes(point(0, 0), point(0, 100), point(-centre[1], centre[0]), point(half[1], half[0]), np.array(wide))
    assert bool(turned) is hit


@pytest.mark.parametrize(
    ("b", "room", "lack"),
    [
        ((0, 100), 10, 0),
        ((100, 0), 10, 1),
        ((-100, 1), 10, 0),
        ((100, 10), 10, 1 - 0.6 * 100 * 10 / math.hypot(100, 10) / 10),
        ((50, 5), 10, 1 - 0.6 * math.hypot(50, 5) * 10 / math.hypot(100, 10) / 10),
        ((100, 0), 0, 0),
        ((100, 30), 10, 0),
    ],
)
def test_bundles_from_one_actor_lack_room_where_they_leave_side_by_side(
    b: tuple[float, float], room: float, lack: float
) -> None:
    assert float(_narrow(point(100, 0), point(*b), np.array(room))) == pytest.approx(lack)


def test_boxes_are_pushed_apart_along_the_way_that_takes_less() -> None:
    half = np.tile([20.0, 10.0], (2, 1))
    over = separate(at((0, 0), (5, 15)), half)
    assert over[:, 0].tolist() == [0, 5]
    assert over[1, 1] - over[0, 1] == pytest.approx(20, abs=0.2)
    assert over[:, 1].mean() == pytest.approx(7.5)
    beside = separate(at((35, 0), (0, 2)), half)
    assert beside[:, 1].tolist() == [0, 2]
    assert beside[0, 0] - beside[1, 0] == pytest.approx(40, abs=0.2)
    apart = at((0, 0), (40, 0), (0, 20))
    assert (separate(apart, np.tile([20.0, 10.0], (3, 1))) == apart).all(), "boxes may touch"
    same = separate(at((3, 3), (3, 3)), half)
    assert abs(same[0] - same[1]).max() == pytest.approx(20, abs=0.2), "at one place too"
    assert (separate(at((0, 0), (5, 15)), half, 0) == at((0, 0), (5, 15))).all()


def test_the_way_between_actors_runs_along_ties() -> None:
    p = made([(0, 1), (1, 2)], 4)
    step = float(p.ideal[0])
    assert step == pytest.approx(0.8 * 2 * math.hypot(20, 10) + 50 + 34)
    far = _distances(p)
    assert far[0].tolist() == pytest.approx([0, step, 2 * step, 1.6 * step])
    assert far[3].tolist() == pytest.approx([1.6 * step, 1.6 * step, 1.6 * step, 0])
    assert (far == far.T).all()
    assert _distances(made([], 2))[0, 1] == pytest.approx(160), "where nothing is tied"


def test_more_lanes_and_longer_labels_want_more_room() -> None:
    one = float(made([(0, 1)], 2).ideal[0])
    assert float(made([(0, 1)], 2, lanes=3).ideal[0]) - one == pytest.approx(22)
    assert float(made([(0, 1)], 2, lanes=25).ideal[0]) - one == pytest.approx(264)
    assert float(made([(0, 1)], 2, lanes=99).ideal[0]) - one == pytest.approx(264)
    assert float(made([(0, 1)], 2, label=80).ideal[0]) - one == pytest.approx(30)


def test_a_picture_is_turned_so_that_its_thickest_bundle_lies_flat() -> None:
    p = made([(0, 1), (1, 2)], 3)
    p.lanes[1] = 5
    turned = _turn(p, at((0, 0), (10, 0), (10, 100)), 1.0)
    assert turned[1, 1] == pytest.approx(turned[2, 1])
    assert turned[2, 0] > turned[1, 0]
    assert turned.mean(0) == pytest.approx(np.zeros(2), abs=1e-9)
    plain = at((0, 0), (100, 0), (0, 100), (100, 100)) - 50
    for aspect, stretch in ((1.0, 1.0), (1.44, 1.2), (9.0, math.sqrt(1.7)), (0.1, math.sqrt(0.6))):
        assert _turn(made([], 4), plain + 7, aspect) == pytest.approx(plain * np.array([stretch, 1 / stretch]))


def test_a_start_has_ties_at_about_their_length_and_no_box_over_another() -> None:
    p = made([(0, 1), (1, 2), (2, 3), (3, 0)], 4)
    for rng in (None, np.random.default_rng(1)):
        found = start(p, 1.0, rng)
        far = np.linalg.norm(found[p.ends[:, 0]] - found[p.ends[:, 1]], axis=1)
        assert 0.6 < (far / p.ideal).min() < 1.5
        over = np.abs(found[:, None] - found[None]) - 2 * (p.half[0] + 9)
        assert all((over[i, j] > -0.5).any() for i in range(4) for j in range(i))


def test_room_between_boxes_is_wanted_and_the_frame_kept() -> None:
    state = State(made([], 2), at((0, 0), (0, 0)), 1.0)
    side = math.sqrt(2 * 4 * 115 * 105)
    assert state.frame == pytest.approx([side / 2, side / 2])
    assert State(made([], 2), at((0, 0), (0, 0)), 4.0, 0.5).frame == pytest.approx([side / 2, side / 8])
    lanes = State(made([(0, 1)], 2), at((0, 0), (0, 0)), 1.0)
    assert lanes.frame[0] == pytest.approx(math.sqrt(side**2 + 7000) / 2)
    x, y = state.frame
    free = lambda px, py: 0.7 * ((px / x) ** 2 + (py / y) ** 2)  # noqa: E731
    cost = state._room(0, at((0, 0), (53, 0), (52, 0), (0, 32), (50, 30), (x, 0), (x + 60, 0), (0, -y - 30)))
    assert cost == pytest.approx(
        [
            60 + 0.5 * 33,
            free(53, 0),
            free(52, 0) + 60 + 0.5,
            free(0, 32) + 60 + 0.5,
            free(50, 30) + 60 + 0.5 * 3,
            free(x, 0),
            free(x + 60, 0) + 6,
            free(0, y + 30) + 3,
        ]
    )


def test_a_tie_wants_room_for_its_label_between_its_boxes_and_not_much_more() -> None:
    state = State(made([(0, 1)], 2), at((0, 0), (200, 0)), 1.0)
    need = 50 + 26
    costs = state._lengths(
        0, at((200 - 40 - need, 0), (200 - 40 - need * 1.2, 0), (200 - 40 - need / 2, 0), (200 - 40 - need * 2.2, 0))
    )
    assert costs == pytest.approx([0, 0, 3 * (4 + 14 * 0.25), 3 * 0.5], abs=1e-6)
    down = state._lengths(0, at((200, -20 - need / 2)))
    assert down == pytest.approx([3 * (4 + 14 * 0.25)], abs=1e-4)
    more = State(made([(0, 1)], 2, lanes=3), at((0, 0), (200, 0)), 1.0)
    assert more.need.tolist() == [need + 18]
    assert State(made([(0, 1)], 2, lanes=99), at((0, 0), (200, 0)), 1.0).need.tolist() == [need + 9 * 24]
    light = State(made([(0, 1)], 2, weight=0.5), at((0, 0), (200, 0)), 1.0)
    heavy = State(made([(0, 1)], 2, weight=3), at((0, 0), (200, 0)), 1.0)
    near = at((200 - 40 - need / 2, 0))
    assert light._lengths(0, near) * 2 == pytest.approx(heavy._lengths(0, near)), "up to a weight of 1"


def test_bundles_over_boxes_are_counted_by_their_weight() -> None:
    line = at((-100, 0), (100, 0), (0, 200))
    other = State(made([(0, 1)], 3, weight=2), line, 1.0)
    assert other._struck(2, at((0, 200), (0, 0), (0, 22), (0, 24))).tolist() == [0, 2, 2, 0], "of others over its box"
    own = State(made([(0, 1)], 3, weight=2), at((-100, 200), (100, 0), (0, 0)), 1.0)
    assert own._struck(0, at((-100, 200), (-100, 0))).tolist() == [0, 2], "its own over the box of another"
    assert own._struck(1, at((100, 0))).tolist() == [0], "never over the box of its other end"


def test_crossings_of_ties_are_counted_by_both_their_weights() -> None:
    p = made([(0, 1), (2, 3)], 4, weight=2)
    state = State(p, at((-50, 0), (50, 0), (0, -50), (0, 50)), 1.0)
    assert state._crossings(0, at((-50, 0), (10, 0), (-50, 300), (60, 60))).tolist() == [4, 0, 0, 0]
    joined = State(made([(0, 1), (1, 2)], 3), at((-50, 0), (50, 0), (0, -50)), 1.0)
    assert joined._crossings(0, at((-50, 0), (100, -50))).tolist() == [0, 0], "ties with one end in common never cross"


def test_bundles_that_leave_an_actor_side_by_side_crowd_its_labels() -> None:
    p = made([(0, 1), (0, 2)], 3)
    state = State(p, at((0, 0), (100, 0), (0, 100)), 1.0)
    assert state._room_for(np.array([0]), np.array([0, 1])).tolist() == [[0, 25]]
    assert state._crowding(2, at((0, 100), (100, 0), (-100, 0))).tolist() == pytest.approx([0, 1, 0])
    hub = made([(0, other) for other in range(1, 8)], 8)
    star = [(200 * math.cos(turn), 200 * math.sin(turn)) for turn in np.linspace(0, 2 * math.pi, 8)[:7]]
    wide = State(hub, at((0, 0), *star), 1.0)
    assert wide._crowding(0, at((0, 0), (9000, 0)))[0] == pytest.approx(0)
    row = State(hub, at((0, 0), *((100 + 10 * n, 0) for n in range(7))), 1.0)
    assert row._crowding(0, at((0, 0)))[0] == pytest.approx(21), "each of seven with each other"


def test_places_to_try_are_where_it_is_and_within_reach() -> None:
    state = State(made([(0, 1)], 3), at((0, 0), (200, 0), (0, 300)), 1.0)
    rng = np.random.default_rng(1)
    tied, loose = state.options(0, 0.0, rng), state.options(2, 0.0, rng)
    assert (tied[0].tolist(), loose[0].tolist()) == ([0, 0], [0, 300])
    assert (len(tied), len(loose)) == (1 + 15 + 30 + 30, 1 + 15 + 30)
    assert np.abs(tied[1:16]).max() < 12 * 5, "near by"
    assert (np.abs(tied[16:46]) <= state.frame).all()
    far = np.linalg.norm(tied[46:] - at((200, 0)), axis=1) / state.ideal[0]
    assert 0.75 <= far.min() < far.max() <= 1.4
    assert np.abs(state.options(0, 1.0, rng)[1:16]).max() > 60, "farther while it is hot"


def test_a_layout_stands_round_the_middle_in_whole_px() -> None:
    assert _points(at((0, 0), (10, 5), (3.4, 1))) == [(-5, -2), (5, 3), (-2, -1)]


def test_large_networks_are_spread_by_their_number_round_the_middle() -> None:
    ends = np.array([(i, i + 1) for i in range(0, 40, 2)])
    found = spread(40, ends, np.ones(20), np.random.default_rng(1))
    assert found.mean(0) == pytest.approx(np.zeros(2), abs=1e-6)
    assert math.sqrt((found**2).sum(1).mean()) == pytest.approx(34 * math.sqrt(40))
    tied = np.linalg.norm(found[ends[:, 0]] - found[ends[:, 1]], axis=1).mean()
    every = np.linalg.norm(found[:, None] - found[None], axis=-1).mean()
    assert tied < every / 3


def test_in_large_networks_what_is_tied_stands_near_and_yet_apart() -> None:
    """The averages of four pictures: they do not depend on the draw, as long as the pictures settle."""
    pairs = [(one, one + 1) for one in range(0, 40, 2)]
    blocs = [(10 * bloc + one, 10 * bloc + other) for bloc in range(4) for one in range(10) for other in range(one)]
    for ties, near, off in ((pairs, 0.04, 0.008), (blocs, 0.148, 0.02)):
        ends, found = np.array(ties), []
        for seed in range(4):
            at_ = spread(40, ends, np.ones(len(ends)), np.random.default_rng(seed))
            tied = np.linalg.norm(at_[ends[:, 0]] - at_[ends[:, 1]], axis=1).mean()
            found.append(tied / np.linalg.norm(at_[:, None] - at_[None], axis=-1).mean())
        assert np.mean(found) == pytest.approx(near, abs=off)


def test_the_problem_of_a_network_has_what_is_shown_in_full_and_the_rest_as_one_lane() -> None:
    actors = tuple(NetActor(name, name.upper(), "State") for name in "abc")
    kinds: list[Any] = [
        *(("AIDS", "a", "b", {}), ("SUPPORTS", "a", "b", {})),
        *(("AIDS", "b", "c", {"mode": "sought"}), ("AIDS", "a", "a", {})),
    ]
    ties = tuple(NetTie(str(n), type_, a, b, 1, **more) for n, (type_, a, b, more) in enumerate(kinds))
    p = problem(Network("n", actors=actors, ties=ties), Show())
    assert p.ends.tolist() == [[0, 1], [1, 2]], "no tie of an actor with itself"
    assert p.lanes.tolist() == [2, 1]
    assert p.weight.tolist() == pytest.approx([math.sqrt(2), 0.3])
    assert p.spread.tolist() == pytest.approx([7, 0])
    assert p.half.shape == (3, 2)
