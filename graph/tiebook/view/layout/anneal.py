"""Making a small picture readable: each actor in turn tries many places at once and takes a good one.

What is bad: boxes over boxes, bundles over boxes, crossings, ties too short for their label or too long, and spreading out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from tiebook.view.layout.problem import Bools, Floats, Ints, Problem

_OVERLAP: Final = 60.0
_HIT: Final = 55.0
_CROSS: Final = 1.0
_LENGTH: Final = 3.0
_CROWD: Final = 12.0
_COMPACT: Final = 0.7
_MARGIN: Final = 13.0
_SPACE: Final = 95.0  # room round a box, px
_LANE: Final = 7000.0  # room for a lane, px²
_HUB: Final = 7
_LOOK: Final = 22  # places that are looked at in full
_LOOK_HUB: Final = 14


def improve(
    p: Problem, at: Floats, aspect: float, rng: np.random.Generator, rounds: int = 16, *, frame: float = 1.0
) -> tuple[Floats, float]:
    """Move actors one by one for `rounds` rounds; return the positions and what is still bad about them (lower is better).

    frame -- how large the frame is that they are to stay in, as a part of the usual one
    """
    state = State(p, at, aspect, frame)
    order = np.argsort(state.degree, kind="stable")
    for turn in range(rounds):
        heat = 1 - turn / rounds
        for i in order:
            options = state.options(int(i), heat, rng)
            costs = state.costs(int(i), options)
            best = int(np.argmin(costs))
            close = np.flatnonzero(costs <= costs[best] + 0.8 * heat**2)
            state.at[i] = options[best if heat < 0.3 else int(rng.choice(close))]  # noqa: PLR2004 -- the last third is greedy
    total = float(sum(state.costs(i, state.at[i][None])[0] for i in range(len(at))))
    return state.at, total


class State:
    """A layout that is being improved, and what each place would cost an actor."""

    def __init__(self, p: Problem, at: Floats, aspect: float, frame: float = 1.0) -> None:
        self.p = p
        self.at = at.copy()
        n = len(at)
        self.degree = np.bincount(p.ends.ravel(), np.repeat(p.lanes, 2), n)
        self.weight = p.weight
        self.ideal = p.ideal
        self.need = p.label + 26 + 9 * np.minimum(p.lanes - 1, 24)
        self.mine: list[Ints] = [np.flatnonzero((p.ends == i).any(1)) for i in range(n)]
        self.other: list[Ints] = [
            np.where(p.ends[edges, 0] == i, p.ends[edges, 1], p.ends[edges, 0]) for i, edges in enumerate(self.mine)
        ]
        self.others: list[Ints] = [np.flatnonzero((p.ends != i).all(1)) for i in range(n)]
        self.rest: list[Ints] = [np.flatnonzero(np.arange(n) != i) for i in range(n)]
        self.counted = [self._counted(i) for i in range(n)]
        area = float((4 * (p.half[:, 0] + _SPACE) * (p.half[:, 1] + _SPACE)).sum() + (p.lanes * _LANE).sum())
        high = np.sqrt(area / aspect)
        self.frame = np.array([high * aspect, high]) / 2 * frame

    def options(self, i: int, heat: float, rng: np.random.Generator) -> Floats:
        """Return places to try: where it is, near by, round its neighbours, and anywhere in the frame."""
        here, count = self.at[i], len(self.mine[i])
        many = 30 if count < _HUB else 10
        near = here + rng.normal(size=(many // 2, 2)) * (12 + 90 * heat)
        anywhere = rng.uniform(-1, 1, size=(many, 2)) * self.frame
        round_ = np.empty((0, 2))
        if count:
            pick = rng.integers(count, size=many)
            angle, far = rng.uniform(0, 2 * np.pi, many), self.ideal[self.mine[i][pick]] * rng.uniform(0.75, 1.4, many)
            round_ = self.at[self.other[i][pick]] + np.c_[np.cos(angle) * far, np.sin(angle) * far]
        return np.vstack([here, near, anywhere, round_])

    def costs(self, i: int, options: Floats) -> Floats:
        """Return how bad each place, (k, 2), is for actor i: (k,); places that are bad by themselves are not looked at further."""
        cheap = self._room(i, options) + self._lengths(i, options)
        keep = np.argsort(cheap, kind="stable")[: _LOOK if len(self.mine[i]) < _HUB else _LOOK_HUB]
        if 0 not in keep:
            keep[-1] = 0  # where it is now
        cost = np.full(len(options), np.inf)
        some = options[keep]
        cost[keep] = cheap[keep] + _HIT * self._struck(i, some) + _CROSS * self._crossings(i, some)
        cost[keep] += _CROWD * self._crowding(i, some)
        return cost

    def _room(self, i: int, options: Floats) -> Floats:
        p, rest = self.p, self.rest[i]
        over = np.maximum(p.half[i] + p.half[rest] + _MARGIN - np.abs(options[:, None] - self.at[None, rest]), 0)
        deep = over.min(-1)
        cost: Floats = _OVERLAP * (deep > 0).sum(1) + 0.5 * deep.sum(1)
        cost += _COMPACT * ((options / self.frame) ** 2).sum(1)
        cost += 6.0 * (np.maximum(np.abs(options) - self.frame, 0) / 60).sum(1)
        return cost

    def _lengths(self, i: int, options: Floats) -> Floats:
        """Want between the boxes of each tie the room for its label, and not much more."""
        mine, ends = self.mine[i], self.other[i]
        way = np.abs(options[:, None] - self.at[ends][None])
        far = np.maximum(np.linalg.norm(way, axis=-1), 1e-6)
        unit = np.maximum(way / far[..., None], 1e-6)
        boxes = (self.p.half[i] / unit).min(-1) + (self.p.half[ends][None] / unit).min(-1)
        gap = (far - boxes) / self.need[mine]
        each = np.where(gap < 1, 4 + 14 * (1 - gap) ** 2, 0.5 * np.maximum(gap - 1.2, 0) ** 2)
        cost: Floats = _LENGTH * (each @ np.minimum(self.weight[mine], 1))
        return cost

    def _struck(self, i: int, options: Floats) -> Floats:
        """Count bundles of others over this box, and its own bundles over other boxes, thick ones for more."""
        p, at, mine, others = self.p, self.at, self.mine[i], self.others[i]
        a, b = at[p.ends[others, 0]], at[p.ends[others, 1]]
        over = _strikes(a[None], b[None], options[:, None], p.half[i], p.spread[others][None])
        cost: Floats = (over * self.weight[others]).sum(1)
        where = self.rest[i]
        far = at[self.other[i]]
        own = _strikes(
            options[:, None, None],
            far[None, :, None],
            at[where][None, None],
            p.half[where],
            p.spread[mine][None, :, None],
        )
        own &= (self.other[i][:, None] != where[None])[None]
        cost += (own * self.weight[mine][None, :, None]).sum((1, 2))
        return cost

    def _crowding(self, i: int, options: Floats) -> Floats:
        """Bundles that leave an actor side by side need room between them for their labels."""
        cost: Floats = np.zeros(len(options))
        if len(self.mine[i]) >= _HUB:
            way = self.at[self.other[i]][None] - options[:, None]
            cost += _narrow(way[:, :, None], way[:, None], self._room_for(self.mine[i], self.mine[i])).sum((1, 2)) / 2
            return cost
        for edge, j in zip(self.mine[i], self.other[i], strict=True):
            rest = self.mine[j] != edge
            if rest.any():
                way = self.at[self.other[j][rest]] - self.at[j]
                room = self._room_for(np.array([edge]), self.mine[j][rest])
                cost += _narrow((options - self.at[j])[:, None, None], way[None, None], room).sum((1, 2))
        return cost

    def _room_for(self, some: Ints, others: Ints) -> Floats:
        room = self.p.spread[some][:, None] + self.p.spread[others][None] + 15
        room[some[:, None] == others[None]] = 0.0
        out: Floats = room
        return out

    def _crossings(self, i: int, options: Floats) -> Floats:
        others, far = self.others[i], self.at[self.other[i]]
        a, b = self.at[self.p.ends[others, 0]][None, None], self.at[self.p.ends[others, 1]][None, None]
        c, d = options[:, None, None], far[None, :, None]
        crossing = (_side(c, d, a) != _side(c, d, b)) & (_side(a, b, c) != _side(a, b, d))
        out: Floats = (crossing * self.counted[i][None]).sum((1, 2))
        return out

    def _counted(self, i: int) -> Floats:
        """Return how much each crossing of an own bundle with one of others counts: none where they share an end."""
        others = self.others[i]
        free = (self.p.ends[others][None] != self.other[i][:, None, None]).all(-1)
        counted: Floats = self.weight[self.mine[i]][:, None] * self.weight[others][None] * free
        return counted


def _side(a: Floats, b: Floats, c: Floats) -> Bools:
    left: Bools = (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) > (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
    return left


def _narrow(a: Floats, b: Floats, room: Floats) -> Floats:
    """Return how much two bundles from one point, along a and b, lack of the room between them half way out (0 none)."""
    long_a, long_b = np.sqrt((a**2).sum(-1)), np.sqrt((b**2).sum(-1))
    across = np.abs(a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]) / np.maximum(long_a * long_b, 1e-6)
    ahead = (a * b).sum(-1) > 0
    have = 0.6 * np.minimum(long_a, long_b) * across
    lack: Floats = np.where(ahead & (room > 0), np.maximum(1 - have / np.maximum(room, 1e-6), 0), 0.0)
    return lack


def _strikes(a: Floats, b: Floats, centre: Floats, half: Floats, spread: Floats) -> Bools:
    """Return whether a bundle from a to b, which swells to `spread` px on either side, meets the box round `centre`."""
    way = b - a
    length = np.maximum(np.sqrt((way**2).sum(-1)), 1e-6)
    ux, uy = way[..., 0] / length, way[..., 1] / length
    dx, dy = centre[..., 0] - a[..., 0], centre[..., 1] - a[..., 1]
    along, aside = dx * ux + dy * uy, np.abs(dy * ux - dx * uy)
    long = np.abs(ux) * half[..., 0] + np.abs(uy) * half[..., 1]
    wide = np.abs(uy) * half[..., 0] + np.abs(ux) * half[..., 1]
    t = np.clip(along / length, 0, 1)
    hit: Bools = (along > -long) & (along < length + long) & (aside < wide + 8 + spread * 4 * t * (1 - t))
    return hit
