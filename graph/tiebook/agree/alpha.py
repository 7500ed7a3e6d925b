"""Krippendorff's alpha, for any number of coders, missing values, and any measure of difference.

Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania; alpha = 1 - D_o / D_e, the observed
over the expected disagreement of values paired within units. (The library of that name on PyPI is under the GPL.)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from tiebook.agree.masi import masi_distance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Unit = Sequence[Hashable]  # the values that coders gave it; a coder who gave none is left out
Metric = Callable[
    [Sequence[Any], "Floats"], "Floats"
]  # distinct values and how often each -> their squared differences


def nominal(values: Sequence[Any], counts: Floats) -> Floats:  # noqa: ARG001
    """Equal or not."""
    return 1.0 - np.eye(len(values))


def ordinal(values: Sequence[float], counts: Floats) -> Floats:  # noqa: ARG001
    """By the number of values in rank between the two, half of each included."""
    ranks = np.cumsum(counts) - counts / 2
    return np.asarray((ranks[:, None] - ranks[None, :]) ** 2, dtype=np.float64)


def interval(values: Sequence[float], counts: Floats) -> Floats:  # noqa: ARG001
    """By the difference, squared."""
    numbers = np.asarray(values, dtype=np.float64)
    return np.asarray((numbers[:, None] - numbers[None, :]) ** 2, dtype=np.float64)


def ratio(values: Sequence[float], counts: Floats) -> Floats:  # noqa: ARG001
    """By the difference relative to the sum, squared."""
    numbers = np.asarray(values, dtype=np.float64)
    sums = numbers[:, None] + numbers[None, :]
    return np.asarray(((numbers[:, None] - numbers[None, :]) / np.where(sums == 0, 1, sums)) ** 2, dtype=np.float64)


def masi(values: Sequence[frozenset[str]], counts: Floats) -> Floats:  # noqa: ARG001
    """Between sets; the distance itself, as its author uses it."""
    return np.array([[masi_distance(one, other) for other in values] for one in values])


class Alpha:
    """The alpha of some units, and of samples drawn from them."""

    def __init__(self, units: Sequence[Unit], metric: Metric) -> None:
        """Count the units; those with fewer than two values say nothing about agreement."""
        distinct = {value for unit in units for value in unit}
        plain = all(isinstance(value, int | float) for value in distinct)
        self.values: list[Any] = sorted(distinct, key=None if plain else repr)
        self.metric = metric
        place = {value: index for index, value in enumerate(self.values)}
        self.table = np.zeros((len(units), len(self.values)))  # unit x value: how many coders gave it
        for row, unit in enumerate(units):
            if len(unit) > 1:
                for value in unit:
                    self.table[row, place[value]] += 1
        self.fixed = None if metric is ordinal else self._within(np.ones(len(self.table)))  # the same for every sample

    def value(self, weights: Floats | None = None) -> float | None:
        """Return alpha, None where the values do not vary (then nothing is said about telling them apart).

        weights -- how often each unit counts; none means once
        """
        times = np.ones(len(self.table)) if weights is None else weights
        counts = times @ self.table
        total = counts.sum()
        if total == 0:
            return None
        squared, within = self.fixed or self._within(times)
        expected: float = (counts @ squared @ counts) / (total * (total - 1))
        if expected == 0:
            return None
        observed: float = (times @ within) / total
        return float(1 - observed / expected)

    def _within(self, times: Floats) -> tuple[Floats, Floats]:
        """Return the squared differences of values, and the disagreement within each unit, a coder's value against the others'."""
        squared = self.metric(self.values, times @ self.table)
        sizes = self.table.sum(axis=1)
        return squared, ((self.table @ squared) * self.table).sum(axis=1) / np.maximum(sizes - 1, 1)


def alpha(units: Sequence[Unit], metric: Metric = nominal) -> float | None:
    """Return Krippendorff's alpha; None if the values do not vary.

    units -- for each unit the values that coders gave it
    """
    return Alpha(units, metric).value()
