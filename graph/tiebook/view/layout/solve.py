"""Choosing a method by size, and the best of a few seeded tries for small networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tiebook.view.drawing.picture import draw, line_over
from tiebook.view.layout.anneal import State, improve
from tiebook.view.layout.force import spread
from tiebook.view.layout.problem import Problem, problem
from tiebook.view.layout.stress import separate, start

if TYPE_CHECKING:
    from tiebook.view.drawing.relations import Show
    from tiebook.view.layout.problem import Floats
    from tiebook.view.network import Network

_DENSE: Final = 3  # times `small` pairs: with more, no place is without crossings


def solve(network: Network, show: Show, aspect: float, small: int) -> list[tuple[float, float]]:
    """Return each actor's position in whole px, in the network's order."""
    if not network.actors:
        return []
    p = problem(network, show)
    if len(p.half) == 1:
        return [(0.0, 0.0)]
    one_by_one = len(p.half) <= small and len(p.ends) <= _DENSE * small
    return _small(network, show, p, aspect) if one_by_one else _points(_large(p))


def _points(at: Floats) -> list[tuple[float, float]]:
    at = np.round(at - (at.min(0) + at.max(0)) / 2)
    return [(float(x), float(y)) for x, y in at]


def _small(network: Network, show: Show, p: Problem, aspect: float) -> list[tuple[float, float]]:
    """Take the first try whose drawing has no fault, or mend the better one."""
    made: list[tuple[int, float, Floats]] = []
    for seed in (1, 2) if len(p.half) <= 80 else (1,):  # noqa: PLR2004 -- time
        rng = np.random.default_rng(seed)
        at, cost = improve(p, start(p, aspect, rng), aspect, rng)
        at = np.round(separate(at, p.half + 6))
        found = len(_faulty(network, show, at))
        if not found:
            return _points(at)
        made.append((found, cost, at))
    return _points(_mend(network, show, p, min(made, key=lambda try_: try_[:2])[2], aspect))


def _faulty(network: Network, show: Show, at: Floats) -> list[int]:
    """Return the actors to move: over another, under a tie that is not theirs, and the lesser end of each tie without a label."""
    points = [(float(x), float(y)) for x, y in at]
    positions = dict(zip((actor.id for actor in network.actors), points, strict=True))
    picture = draw(network, positions, show, again=False)
    busy = np.bincount(
        [end for line in picture.lines for end in (line.relation.first, line.relation.second)], minlength=len(at)
    )
    under = [index for line in picture.lines for index in line_over(picture, line)]
    mute = [line.relation for line in picture.lines if line.label is None]
    half = np.array([(box.half_width, box.half_height) for box in picture.boxes])
    apart = np.abs(at[:, None] - at[None]) - (half[:, None] + half[None])
    over = [int(one) for one, other in np.argwhere((apart < 0).all(-1)) if one < other]
    return over + under + [min(r.first, r.second, key=lambda end: (busy[end], end)) for r in mute]


def _mend(network: Network, show: Show, p: Problem, at: Floats, aspect: float, looks: int = 8) -> Floats:
    """Move faulty actors to places that look good, and keep what helps; at most `looks` drawings are tried."""
    rng = np.random.default_rng(3)
    state = State(p, at, aspect)
    faulty = _faulty(network, show, at)
    while faulty and looks > 0:
        i = faulty[int(rng.integers(len(faulty)))]
        options = state.options(i, 0.5, rng)[1:]
        before = state.at[i].copy()
        for option in options[np.argsort(state.costs(i, options), kind="stable")[:2]]:
            state.at[i] = np.round(option)
            now = _faulty(network, show, state.at)
            looks -= 1
            if len(now) < len(faulty):
                faulty = now
                break
            state.at[i] = before
    return state.at


def _large(p: Problem) -> Floats:
    weight = np.log1p(p.lanes)
    at = spread(len(p.half), p.ends, weight, np.random.default_rng(1))
    dots = np.full((len(at), 2), 6.0)
    return separate(at, dots, 60) if len(at) <= 1200 else at  # noqa: PLR2004 -- all pairs are looked at
