"""A start for small networks: stress majorisation with ideal lengths, then boxes pushed apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tiebook.view.layout.problem import Floats, Problem


def start(p: Problem, aspect: float, rng: np.random.Generator | None) -> Floats:
    """Return first positions, (n, 2) px; without a generator the start is classical scaling, else random."""
    n = len(p.half)
    far = _distances(p)
    weight = np.where(far > 0, 1 / np.maximum(far, 1) ** 2, 0.0)
    if rng is None:
        centring = np.eye(n) - 1 / n
        values, vectors = np.linalg.eigh(-0.5 * centring @ far**2 @ centring)
        at = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-9))
    else:
        at = rng.normal(size=(n, 2)) * 300
    at = at + np.linspace(-1, 1, 2 * n).reshape(n, 2)  # two actors with the same ties must not coincide
    total = weight.sum(1, keepdims=True)
    for _ in range(90):
        apart = at[:, None] - at[None]
        distance = np.sqrt((apart**2).sum(-1))
        ratio = weight * far / np.maximum(distance, 1.0)
        at = (weight @ at + (ratio[..., None] * apart).sum(1)) / np.maximum(total, 1e-12)
    return separate(_turn(p, at, aspect), p.half + 9)


def _distances(p: Problem) -> Floats:
    """Shortest ways along ties, (n, n) px; parts that are not joined lie a little beyond the longest."""
    n = len(p.half)
    far = np.full((n, n), np.inf)
    np.fill_diagonal(far, 0)
    far[p.ends[:, 0], p.ends[:, 1]] = far[p.ends[:, 1], p.ends[:, 0]] = p.ideal
    for k in range(n):
        far = np.minimum(far, far[:, k : k + 1] + far[k : k + 1])
    finite = far[np.isfinite(far)].max(initial=200.0)
    return np.where(np.isfinite(far), far, finite * 0.8)


def _turn(p: Problem, at: Floats, aspect: float) -> Floats:
    """Turn the picture so that its thickest bundle lies flat, and stretch it a little towards the page."""
    at = at - at.mean(0)
    if len(p.ends):
        a, b = p.ends[int(np.argmax(p.lanes))]
        dx, dy = at[b] - at[a]
        angle = -np.arctan2(dy, dx)
        at = at @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    wide, high = np.maximum(np.ptp(at, axis=0), 1.0)
    stretch = np.sqrt(np.clip(aspect / (wide / high), 0.6, 1.7))
    out: Floats = at * np.array([stretch, 1 / stretch])
    return out


def separate(at: Floats, half: Floats, rounds: int = 250) -> Floats:
    """Push overlapping boxes apart, along the axis where less is needed."""
    at = at.copy()
    n = len(at)
    order = np.where(np.triu(np.ones((n, n), bool)), -1.0, 1.0)
    for _ in range(rounds):
        apart = at[:, None] - at[None]
        over = half[:, None] + half[None] - np.abs(apart)
        hit = (over > 0).all(-1)
        hit &= ~np.eye(n, dtype=bool)
        if not hit.any():
            break
        way = np.where(apart != 0, np.sign(apart), order[..., None])
        flat = over[..., 0] < over[..., 1]
        at[:, 0] += np.where(hit & flat, over[..., 0] * way[..., 0] * 0.3, 0).sum(1)
        at[:, 1] += np.where(hit & ~flat, over[..., 1] * way[..., 1] * 0.3, 0).sum(1)
    return at
