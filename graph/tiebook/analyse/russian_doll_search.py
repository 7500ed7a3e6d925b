"""The search behind the frustration index of one block: Russian dolls, within a number of steps."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Final

_DEEPEST: Final = 800  # actors that one search goes through, one call within the other
_STARTS: Final = 100  # of the local search, where the other does not end

Neighbours = Sequence[Sequence[tuple[int, int]]]  # of each place: (place of the neighbour, weight)


def search(block: Mapping[str, Mapping[str, int]], steps: int) -> tuple[int, dict[str, int]]:
    """Return a lower bound of the block's frustration, and two camps; they attain the bound unless the steps ran out.

    block -- node -> neighbour -> weight: > 0 wants one camp, < 0 two
    """
    order = _order(block)
    place = {node: index for index, node in enumerate(order)}
    neighbours = [[(place[other], weight) for other, weight in block[node].items()] for node in order]
    camps = [0] * len(order)
    solved = [0] * (len(order) + 1)  # frustration among the last actors, from each place on
    for first in range(len(order) - 1, -1, -1):
        later = [(other, weight) for other, weight in neighbours[first] if other > first]
        cost = [sum(_cost(weight, camp, camps[other]) for other, weight in later) for camp in (0, 1)]
        camps[first] = int(cost[1] < cost[0])
        bound, best = solved[first + 1], solved[first + 1] + min(cost)
        if best > bound:
            if len(order) - first > _DEEPEST:
                return bound, dict(zip(order, _climbed(neighbours, camps), strict=True))
            doll = _Doll(neighbours, solved, first, (best, camps), steps)
            doll.run()
            best, steps, camps[first:] = doll.best, doll.steps, doll.found
            if steps <= 0:
                return bound, dict(zip(order, _climbed(neighbours, camps), strict=True))
        solved[first] = best
    return solved[0], dict(zip(order, camps, strict=True))


class _Doll:
    """The search among the actors from one place on, with a known solution and the solved smaller dolls as bounds."""

    def __init__(
        self, neighbours: Neighbours, solved: Sequence[int], first: int, known: tuple[int, list[int]], steps: int
    ) -> None:
        """Start from the solved dolls, and the cost and camps of a known solution of this one."""
        self.neighbours = neighbours
        self.solved = solved
        self.first = first
        self.bound = solved[first + 1]
        self.best, camps = known
        self.found = camps[first:]
        self.steps = steps
        self.camps = [0] * len(camps)
        self.costs = [[0, 0] for _ in camps]  # of each open actor in each camp, by the actors placed
        self.least = 0  # of all open actors, the smaller of the two

    def run(self) -> None:
        """Search to the end, or until the steps run out."""
        self._place(self.first, 0, 0)

    def _place(self, index: int, camp: int, cost: int) -> None:
        """Put an actor into a camp and go on with the next; `cost` is what the placed ones cost before it."""
        self.steps -= 1
        cost += self.costs[index][camp]
        own = min(self.costs[index])
        self.least -= own
        self.camps[index] = camp
        open_ones = [(other, weight) for other, weight in self.neighbours[index] if other > index]
        for other, weight in open_ones:
            self._weigh(other, weight, camp, 1)
        after = index + 1
        if cost + self.least + self.solved[after] < self.best:
            if after == len(self.camps):
                self.best = cost
                self.found = self.camps[self.first :]
            else:
                cheap = int(self.costs[after][1] < self.costs[after][0])
                for each in (cheap, 1 - cheap):
                    if self.steps > 0 and self.best > self.bound:
                        self._place(after, each, cost)
        for other, weight in open_ones:
            self._weigh(other, weight, camp, -1)
        self.least += own

    def _weigh(self, other: int, weight: int, camp: int, times: int) -> None:
        costs = self.costs[other]
        self.least -= min(costs)
        costs[1 - camp if weight > 0 else camp] += times * abs(weight)
        self.least += min(costs)


def _order(block: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Put tightly knit actors last: always take the one with the fewest contacts among those left."""
    left = {node: set(others) for node, others in block.items()}
    waiting = [(len(others), node) for node, others in left.items()]
    heapify(waiting)
    order = []
    while waiting:
        count, node = heappop(waiting)
        if node not in left or count > len(left[node]):
            continue
        for other in left.pop(node):
            left[other].discard(node)
            heappush(waiting, (len(left[other]), other))
        order.append(node)
    return order


def _climbed(neighbours: Neighbours, camps: list[int]) -> list[int]:
    """Return the best camps of a local search from those known and from random ones (seeded), one change at a time."""
    chance = random.Random(0)  # noqa: S311 -- no secret
    starts = [camps, *([chance.randrange(2) for _ in camps] for _ in range(_STARTS))]
    return min((_climb(neighbours, start) for start in starts), key=lambda found: _total(neighbours, found))


def _climb(neighbours: Neighbours, start: list[int]) -> list[int]:
    camps = list(start)
    waiting = set(range(len(camps)))
    while waiting:
        index = waiting.pop()
        camp = camps[index]
        known = neighbours[index]
        gain = sum(_cost(weight, camp, camps[other]) - _cost(weight, 1 - camp, camps[other]) for other, weight in known)
        if gain > 0:
            camps[index] = 1 - camp
            waiting.update(other for other, _ in known)
    return camps


def _total(neighbours: Neighbours, camps: Sequence[int]) -> int:
    return sum(
        _cost(weight, camps[index], camps[other]) for index, known in enumerate(neighbours) for other, weight in known
    )


def _cost(weight: int, camp: int, other: int) -> int:
    return abs(weight) if (camp == other) != (weight > 0) else 0
