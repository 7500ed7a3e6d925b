"""The local search of camps, where the exact one gives up."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tiebook.analyse.russian_doll_search import _climb, _climbed, _total

WEIGHTS = st.lists(st.sampled_from([-2, -1, 0, 1, 3]), min_size=10, max_size=10)


def network(weights):
    """Return, for each of five actors, the weights of its dyads."""
    found: list[list[tuple[int, int]]] = [[] for _ in range(5)]
    pairs = [(one, other) for one in range(5) for other in range(one)]
    for (one, other), weight in zip(pairs, weights, strict=True):
        if weight:
            found[one].append((other, weight))
            found[other].append((one, weight))
    return found


@given(weights=WEIGHTS, start=st.lists(st.integers(0, 1), min_size=5, max_size=5))
def test_no_change_of_one_camp_makes_it_better(weights, start):
    neighbours = network(weights)
    camps = _climb(neighbours, start)
    assert set(camps) <= {0, 1}
    least = _total(neighbours, camps)
    assert least <= _total(neighbours, start)
    for index in range(5):
        changed = [1 - camp if place == index else camp for place, camp in enumerate(camps)]
        assert _total(neighbours, changed) >= least


@given(weights=WEIGHTS)
def test_the_best_of_many_starts_is_the_best_of_so_few_actors(weights):
    neighbours = network(weights)
    best = min(_total(neighbours, list(camps)) for camps in product((0, 1), repeat=5))
    assert _total(neighbours, _climbed(neighbours, [0] * 5)) == best
