"""The exact search of camps, from a start that is not the best."""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest

from tiebook.analyse import russian_doll_search
from tiebook.analyse.russian_doll_search import _total, search


@pytest.mark.parametrize("seed", range(12))
def test_the_search_finds_the_least_frustration_by_itself(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(russian_doll_search, "_climbed", lambda _, camps: camps)
    chance = random.Random(seed)
    weights = {pair: chance.choice([-3, -1, 1, 2]) for pair in combinations("abcdefg", 2)}
    block = {node: {} for node in "abcdefg"}  # type: dict[str, dict[str, int]]
    for (one, other), weight in weights.items():
        block[one][other] = block[other][one] = weight

    def cost(camps: dict[str, int]) -> int:
        return sum(
            abs(weight) for (one, other), weight in weights.items() if (camps[one] == camps[other]) != (weight > 0)
        )

    least = min(cost(dict(zip("abcdefg", camps, strict=True))) for camps in product((0, 1), repeat=7))
    bound, camps = search(block, 10**6)
    assert (bound, cost(camps)) == (least, least)
    bound, camps = search(block, 9)
    assert bound <= least <= cost(camps)


def test_the_total_counts_both_ends() -> None:
    assert _total([[(1, -2)], [(0, -2)]], [0, 0]) == 4
    assert _total([[(1, -2)], [(0, -2)]], [0, 1]) == 0
