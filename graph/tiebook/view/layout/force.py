"""Large networks: a force layout whose repulsion is sampled, so that a round costs the number of actors and ties only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tiebook.view.layout.problem import Floats, Ints

_SAMPLE = 14


def spread(count: int, ends: Ints, weight: Floats, rng: np.random.Generator) -> Floats:
    """Return positions, (count, 2) px, for ties `ends` (m, 2) that pull by `weight` (m,)."""
    at = _smooth(count, ends, weight, rng)
    degree = np.bincount(ends.ravel(), minlength=count).astype(float)
    mass = 1 + np.sqrt(np.minimum(degree, 60))
    rounds = 250 if count <= 600 else 120 if count <= 3000 else 60  # noqa: PLR2004
    sample = min(count - 1, _SAMPLE)
    for turn in range(rounds):
        other = rng.integers(count, size=(count, sample))
        apart = at[:, None] - at[other]
        push = (mass[:, None] * mass[other]) / ((apart**2).sum(-1) + 0.05)
        force = (apart * push[..., None]).sum(1) * (count / sample) * 1.4
        along = at[ends[:, 1]] - at[ends[:, 0]]
        length = np.sqrt((along**2).sum(-1)) + 1e-9
        pull = along * (weight * np.log1p(length / 3) / length * 2.2)[:, None]
        for axis in range(2):
            force[:, axis] += np.bincount(ends[:, 0], pull[:, axis], count) - np.bincount(
                ends[:, 1], pull[:, axis], count
            )
        force = (force - at * (0.06 * mass * (1 + 2 * (degree == 0)))[:, None]) / mass[:, None]
        step = 0.36 * np.sqrt(count) * (1 - turn / rounds) ** 1.5 + 0.02
        norm = np.sqrt((force**2).sum(-1)) + 1e-9
        at += force * (np.minimum(norm, step) / norm)[:, None]
    at -= at.mean(0)
    scale = 34 * np.sqrt(count) / max(float(np.sqrt((at**2).sum(-1).mean())), 1e-9)
    out: Floats = at * scale
    return out


def _smooth(count: int, ends: Ints, weight: Floats, rng: np.random.Generator) -> Floats:
    """Start from a few rounds of averaging over neighbours, which brings blocs together."""
    at = rng.normal(size=(count, 2))
    total = np.bincount(ends.ravel(), np.repeat(weight, 2), count)[:, None] + 1e-9
    for _ in range(25):
        moved = np.empty_like(at)
        for axis in range(2):
            one = np.bincount(ends[:, 0], weight * at[ends[:, 1], axis], count)
            moved[:, axis] = one + np.bincount(ends[:, 1], weight * at[ends[:, 0], axis], count)
        at = moved / total + 0.15 * at
        at -= at.mean(0)
        at /= np.sqrt((at**2).mean(0)) + 1e-12
    out: Floats = (at + rng.normal(scale=0.3, size=at.shape)) * np.sqrt(count)
    return out
