"""Random choices that can be replayed and shrunk: a graph or a query is a function of a list of small numbers.

Every generator draws numbers below a bound, and 0 is its simplest choice. So a list with numbers left out or lowered makes a
smaller graph or query of the same grammar, and one shrinker serves both.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Choices:
    """Draws numbers: from a list first (0 where it has ended), or at random."""

    def __init__(self, given: Sequence[int] = (), rng: random.Random | None = None) -> None:
        self._given = list(given)
        self._rng = rng
        self.drawn: list[int] = []

    def below(self, bound: int) -> int:
        """Return a number from 0 up to `bound`, which is left out."""
        number = self._rng.randrange(bound) if self._rng else 0
        if len(self.drawn) < len(self._given):
            number = min(self._given[len(self.drawn)], bound - 1)
        self.drawn.append(number)
        return number

    def one(self, items: Sequence[Item]) -> Item:
        """Return one of the items, of which the first is the simplest."""
        return items[self.below(len(items))]

    def weighted(self, items: Sequence[tuple[int, Item]]) -> Item:
        """Return one of the items, each as often as its weight says."""
        number = self.below(sum(weight for weight, _ in items))
        for weight, item in items:
            if number < weight:
                return item
            number -= weight
        raise AssertionError("unreachable: the number is below the sum of all weights")

    def chance(self, percent: int) -> bool:
        """Return True this often; False is the simpler choice."""
        return self.below(100) >= 100 - percent


def shrink(choices: Sequence[int], still: Callable[[list[int]], bool], tries: int = 2000) -> list[int]:
    """Return a shorter, lower list of choices for which `still` holds, as it does for the given one."""
    best = list(choices)
    left = tries

    def better(candidate: list[int]) -> bool:
        nonlocal best, left
        if left <= 0 or candidate == best:
            return False
        left -= 1
        if not still(candidate):
            return False
        best = candidate
        return True

    improved = True
    while improved and left > 0:
        improved = False
        size = max(1, len(best) // 2)
        while size:
            start = 0
            while start < len(best):
                shorter = best[:start] + best[start + size :]
                if better(shorter) or (size > 1 and better(best[:start] + [0] * size + best[start + size :])):
                    improved = True
                else:
                    start += size
            size //= 2
        for place in range(len(best)):
            while place < len(best) and best[place]:
                number = best[place]
                if not any(
                    better([*best[:place], lower, *best[place + 1 :]]) for lower in sorted({0, number // 2, number - 1})
                ):
                    break
                improved = True
    return best
