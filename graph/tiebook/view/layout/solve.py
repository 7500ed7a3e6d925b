"""Choosing a method by size, and the best of a few seeded tries for small networks; the main actors as close as can be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from tiebook.view.drawing.boxes import boxes
from tiebook.view.drawing.labels import crossings
from tiebook.view.drawing.picture import Picture, Sheet, line_over, sizing
from tiebook.view.drawing.relations import shown
from tiebook.view.layout.anneal import State, improve
from tiebook.view.layout.force import spread
from tiebook.view.layout.problem import Problem, problem
from tiebook.view.layout.stress import separate, start
from tiebook.view.style import size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tiebook.view.drawing.relations import Show
    from tiebook.view.layout.problem import Floats
    from tiebook.view.network import Network

_TRIES: Final = 10  # at a picture of the main actors, and of few
_FEW: Final = 24  # actors, of whom a try takes a moment
_SOME: Final = 80  # actors, of whom there are two tries
_STRETCHED: Final = ((1.2, 1.0), (1.45, 1.0), (1.75, 1.0), (1.0, 1.25), (1.2, 1.2))
_PHONE: Final = 460.0  # px of width that a phone shows with letters that can be read
_CUT: Final = 12.0  # px of width beyond it that are as bad as a line under a label
_LETTERS: Final = 60.0  # px of width that are as bad as a line under a label: all letters are smaller
_TIGHTENED: Final = 3  # of the tries
_CLOSE: Final = 0.75  # the frame that they are to stay in, as a part of the usual one
_STEP: Final = 0.94  # by which their picture is made narrower or lower at a time
_DENSE: Final = 3  # times `small` pairs: with more, no place is without crossings
_GAP: Final = 8  # px between boxes at least, where an actor is put between others
_TURN: Final = 2.4  # radians: a spiral of such turns comes by every place
_WIDER: Final = 1.15  # by which a picture grows in which boxes have no room


def solve(network: Network, show: Show, aspect: float, small: int) -> list[tuple[float, float]]:
    """Return each actor's position in whole px, in the network's order."""
    if not network.actors:
        return []
    p = problem(network, show)
    if len(p.half) == 1:
        return [(0.0, 0.0)]
    if show.main:
        return _close(Sheet(network, show), p, aspect)
    if len(p.half) <= small and len(p.ends) <= _DENSE * small:
        return _small(Sheet(network, show), p, aspect)
    seen = _seen(network, show)
    if len(seen) < len(p.half) <= size("apart") and len(seen) <= small:
        # what is not drawn unless the reader asks for it must not cost the others their places
        return _points(_beside(p, seen, solve(_part(network, seen), show, aspect, small)))
    return _points(_large(p))


def _seen(network: Network, show: Show) -> list[int]:
    """Return the actors that are drawn."""
    ends = {end for tie in shown(network, show) for end in (network.ties[tie].source, network.ties[tie].target)}
    return [index for index, actor in enumerate(network.actors) if actor.id in ends]


def _part(network: Network, seen: list[int]) -> Network:
    actors = tuple(network.actors[index] for index in seen)
    near = {actor.id for actor in actors}
    ties = tuple(tie for tie in network.ties if tie.source in near and tie.target in near)
    return replace(network, actors=actors, ties=ties)


def _beside(p: Problem, seen: list[int], points: list[tuple[float, float]]) -> Floats:
    """Place the other actors too, each as near to those that it has ties with as there is room."""
    at = np.zeros((len(p.half), 2))
    at[seen] = points or np.empty((0, 2))
    placed = [*seen]
    for index in sorted(set(range(len(at))) - set(seen)):
        mine = p.ends[(p.ends == index).any(1)]
        tied = [int(end) for end in mine.ravel() if end != index and end in placed]
        middle, far = at[tied].mean(0) if tied else np.zeros(2), 0
        while (np.abs(at[placed] - at[index]) < p.half[placed] + p.half[index] + _GAP).all(-1).any() or not far:
            turn = far * _TURN
            at[index] = np.round(middle + 6 * np.sqrt(far) * np.array([np.cos(turn) * 1.5, np.sin(turn)]))
            far += 1
        placed.append(index)
    return at


def _points(at: Floats) -> list[tuple[float, float]]:
    # by a whole number: half a pixel would be rounded up for one actor and down for another
    at = np.round(at - np.floor((at.min(0) + at.max(0)) / 2))
    return [(float(x), float(y)) for x, y in at]


def _tries(p: Problem, aspect: float, most: int, frame: float = 1.0) -> Iterator[tuple[Floats, float]]:
    """Yield places from seeds of which each is a fresh try, in whole px with no box over another, and what is bad about them."""
    for seed in range(1, most + 1):
        rng = np.random.default_rng(seed)
        at, cost = improve(p, start(p, aspect, rng), aspect, rng, frame=frame)
        yield _cleared(p, at), cost


def _cleared(p: Problem, at: Floats) -> Floats:
    return np.round(separate(at, p.half + 6))


def _small(sheet: Sheet, p: Problem, aspect: float) -> list[tuple[float, float]]:
    """Return the first try whose drawing has no fault, or mend the better one."""
    if len(p.half) <= _FEW:
        return _few(sheet, p, aspect)
    made: list[tuple[int, float, Floats]] = []
    for at, cost in _tries(p, aspect, 2 if len(p.half) <= _SOME else 1):
        faults = len(_faulty(_drawn(sheet, at)))
        if not faults:
            return _points(at)
        made.append((faults, cost, at))
    return _points(_mend(sheet, p, min(made, key=lambda try_: try_[:2])[2], aspect))


class _Look(NamedTuple):
    """How places look when they are drawn.

    faults -- actors to move; under -- lines under labels of others; wide -- what the picture needs of a window
    """

    faults: int
    under: float
    wide: float
    at: Floats

    @property
    def is_clear(self) -> bool:
        """Whether nothing is in the way."""
        return not self.faults and not self.under

    @property
    def rank(self) -> tuple[int, float]:
        """What is lower the easier it is to read."""
        return self.faults, self.under + self.wide / _LETTERS


def _few(sheet: Sheet, p: Problem, aspect: float) -> list[tuple[float, float]]:
    """Return the first try with nothing in the way; else the one that is easiest to read.

    The tries are taken as they are or lying down, and with longer lines where these help more.
    """

    def look(at: Floats) -> _Look:
        picture = _drawn(sheet, at)
        return _Look(len(_faulty(picture)), _unclear(picture, aspect), _needed(picture, aspect), at)

    looks = []
    for at, _ in _tries(p, aspect, _TRIES):
        looks.append(look(at))
        if looks[-1].is_clear:
            return _points(at)
    for best in sorted(looks, key=lambda each: each.rank)[:_TIGHTENED]:
        lying = best.at[:, ::-1]
        longer = [turned * np.array(more) for turned in (best.at, lying) for more in _STRETCHED]
        looks += [look(_cleared(p, at)) for at in (lying, *longer)]
    best = min(looks, key=lambda each: each.rank)
    return _points(_mend(sheet, p, best.at, aspect))


def _unclear(picture: Picture, aspect: float) -> float:
    """Return how many lines lie under the labels of others; what a phone cuts of the width counts as some more."""
    lines = [(line.relation, line.curve) for line in picture.lines]
    left, _, right, _ = picture.bounds
    cut = max(right - left - _PHONE, 0) / _CUT if aspect < 1 else 0
    return crossings(lines, [line.label for line in picture.lines]) + cut


def _close(sheet: Sheet, p: Problem, aspect: float) -> list[tuple[float, float]]:
    """Select the tries with the fewest faults, then with the largest letters in a window of this shape; tighten the best."""
    made: list[tuple[int, float, int, Floats]] = []
    for at, _ in _tries(p, aspect, _TRIES, _CLOSE):
        picture = _drawn(sheet, at)
        made.append((len(_faulty(picture)), _needed(picture, aspect), len(made), at))
    best = sorted(made, key=lambda try_: try_[:3])[:_TIGHTENED]
    tight = [(faults, *_tightened(sheet, at, aspect, faults), turn) for faults, _, turn, at in best]
    _, _, at, _ = min(tight, key=lambda try_: (try_[0], try_[1], try_[3]))
    return _points(_mend(sheet, p, at, aspect))


def _tightened(sheet: Sheet, at: Floats, aspect: float, faults: int) -> tuple[float, Floats]:
    """Make a picture narrower and lower, the way in which it is too large for its window first, until that would add a fault.

    Return the width of window that it needs, and its positions.
    """
    picture, ways = _drawn(sheet, at), [0, 1]
    while ways:
        left, top, right, bottom = picture.bounds
        way = ways[0] if len(ways) == 1 else int(right - left < (bottom - top) * aspect)
        smaller = at.copy()
        smaller[:, way] = np.round(smaller[:, way] * _STEP)
        tried = _drawn(sheet, smaller)
        if np.array_equal(smaller, at) or len(_faulty(tried)) > faults:
            ways.remove(way)
        else:
            at, picture = smaller, tried
    return _needed(picture, aspect), at


def _needed(picture: Picture, aspect: float) -> float:
    """Return how wide a window of this shape must be for the drawing, lines and labels with it."""
    left, top, right, bottom = picture.bounds
    return max(right - left, (bottom - top) * aspect)


def _drawn(sheet: Sheet, at: Floats) -> Picture:
    """Draw where it will stand: even a whole shift can change the last bit of a length, and with it which label finds room."""
    positions = dict(zip((actor.id for actor in sheet.network.actors), _points(at), strict=True))
    return sheet.draw(positions, again=False)


def _faulty(picture: Picture) -> list[int]:
    """Return the actors to move: over another, under a tie that is not theirs, and the lesser end of each tie without a label."""
    at, half = np.array(picture.centres), np.array([(box.half_width, box.half_height) for box in picture.boxes])
    busy = np.bincount(
        [end for line in picture.lines for end in (line.relation.first, line.relation.second)], minlength=len(at)
    )
    under = [index for line in picture.lines for index in line_over(picture, line)]
    mute = [line.relation for line in picture.lines if line.label is None]
    return _over(at, half) + under + [min(r.first, r.second, key=lambda end: (busy[end], end)) for r in mute]


def _over(at: Floats, half: Floats) -> list[int]:
    """Return the lesser number of each two boxes of which one covers a part of the other."""
    apart = np.abs(at[:, None] - at[None]) - (half[:, None] + half[None])
    return [int(one) for one, other in np.argwhere((apart < 0).all(-1)) if one < other]


def _mend(sheet: Sheet, p: Problem, at: Floats, aspect: float, looks: int = 8) -> Floats:
    """Move faulty actors to places that look good, and keep what helps; at most `looks` drawings are tried."""
    rng = np.random.default_rng(3)
    state = State(p, at, aspect)
    faulty = _faulty(_drawn(sheet, at))
    while faulty and looks > 0:
        i = faulty[int(rng.integers(len(faulty)))]
        options = state.options(i, 0.5, rng)[1:]
        before = state.at[i].copy()
        for option in options[np.argsort(state.costs(i, options), kind="stable")[:2]]:
            state.at[i] = np.round(option)
            now = _faulty(_drawn(sheet, state.at))
            looks -= 1
            if len(now) < len(faulty):
                faulty = now
                break
            state.at[i] = before
    return state.at


def _large(p: Problem) -> Floats:
    weight = np.log1p(p.lanes)
    at = spread(len(p.half), p.ends, weight, np.random.default_rng(1))
    if len(at) <= size("apart"):
        return _apart(at, p.half + 6)
    dots = np.full((len(at), 2), 6.0)
    return separate(at, dots, 60) if len(at) <= 1200 else at  # noqa: PLR2004 -- all pairs are looked at


def apart(network: Network, show: Show, positions: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Push apart the boxes of those actors that have a position, as large as they are drawn."""
    sizes = boxes(network, sizing(network, show))
    half = {actor.id: (box.half_width, box.half_height) for actor, box in zip(network.actors, sizes, strict=True)}
    at = np.array([*positions.values()], float).reshape(-1, 2)
    at = np.round(_apart(at, np.array([half[name] for name in positions], float).reshape(-1, 2) + 1))
    return {name: (float(x), float(y)) for name, (x, y) in zip(positions, at, strict=True)}


def _apart(at: Floats, half: Floats) -> Floats:
    """Push boxes apart until none covers another, in a wider picture where there is no room for that in this one."""
    while True:
        at = separate(at, half + 1, 60)
        if not _over(at, half):
            return at
        at = at * _WIDER
