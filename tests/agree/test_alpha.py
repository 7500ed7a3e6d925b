"""Krippendorff's alpha and MASI against published worked examples."""

from __future__ import annotations

import random
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.agree.alpha import Alpha, alpha, interval, masi, nominal, ordinal, ratio
from tiebook.agree.draws import Draws
from tiebook.agree.masi import masi_distance


def units(*coders: str) -> list[list[int]]:
    """Turn one line a coder into the values of each unit; a dot is a missing value."""
    return [[int(value, 36) for value in column if value != "."] for column in zip(*coders, strict=True)]


# Krippendorff (2011), Computing Krippendorff's alpha-reliability, examples B, C and D (Hayes & Krippendorff 2007 use D, too)
BINARY = units("0100000010", "1110010000")
NOMINAL = units("aabbdcccedda", "babbbccceddd")
FOUR = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def test_two_coders_binary():
    assert alpha(BINARY) == pytest.approx(0.095, abs=5e-4)


def test_two_coders_nominal():
    assert alpha(NOMINAL) == pytest.approx(0.692, abs=5e-4)


@pytest.mark.parametrize(("metric", "value"), [(nominal, 0.743), (ordinal, 0.815), (interval, 0.849), (ratio, 0.797)])
def test_four_coders_with_missing_values(metric, value):
    assert alpha(FOUR, metric) == pytest.approx(value, abs=5e-4)


def slow(given_units, distance):
    """Compute alpha from pairs of values alone, for differences that do not depend on the other values."""
    paired = [unit for unit in given_units if len(unit) > 1]
    values = [value for unit in paired for value in unit]
    observed = sum(
        sum(distance(one, other) for one, other in permutations(unit, 2)) / (len(unit) - 1) for unit in paired
    ) / len(values)
    expected = sum(distance(one, other) for one, other in permutations(values, 2)) / (len(values) * (len(values) - 1))
    return 1 - observed / expected


def test_sets_against_pairs_of_values():
    chance = random.Random(3)
    sets = [[frozenset(chance.sample("abc", chance.randrange(4))) for _ in range(2)] for _ in range(40)]
    assert alpha(sets, masi) == pytest.approx(slow(sets, masi_distance))


@given(st.lists(st.lists(st.integers(0, 3), max_size=4), max_size=12))
def test_nominal_and_interval_against_pairs_of_values(found):
    for metric, distance in ((nominal, lambda a, b: float(a != b)), (interval, lambda a, b: float((a - b) ** 2))):
        value = alpha(found, metric)
        if value is None:
            assert len({each for unit in found if len(unit) > 1 for each in unit}) <= 1
        else:
            assert value == pytest.approx(slow(found, distance))


def test_no_variation_says_nothing():
    assert alpha([["a", "a"], ["a", "a"]]) is None
    assert alpha([]) is None
    assert alpha([["a"], ["b"]]) is None


def test_weights_are_repetitions():
    assert Alpha(FOUR, ordinal).value(np.array([2.0] + [1.0] * 11)) == pytest.approx(alpha([FOUR[0], *FOUR], ordinal))


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("ab", "ab", 0),
        ("", "", 0),
        ("ab", "cd", 1),
        ("a", "", 1),
        ("a", "ab", 1 - 1 / 2 * 2 / 3),
        ("abc", "bcd", 1 - 2 / 4 * 1 / 3),
    ],
)
def test_masi_is_jaccard_times_monotonicity(one, other, distance):
    """Passonneau (2006, section 3): monotonicity 1, 2/3, 1/3 or 0."""
    assert masi_distance(set(one), set(other)) == masi_distance(set(other), set(one)) == pytest.approx(distance)


def test_draws_are_of_whole_paragraphs_and_repeat():
    draws = Draws([3, 1, 3, 9], seed=5, draws=200)
    assert draws.samples.shape == (200, 3)
    assert (draws.samples.sum(axis=1) == 3).all()
    assert (Draws([1, 3, 9], seed=5, draws=200).samples == draws.samples).all()
    low, high = draws.interval([1, 3, 3, 9], lambda times: float(times.sum()))
    assert (low, high) == (3, 6)  # paragraph 3 has two units
    assert Draws([8, 1, 8], seed=5).place == {1: 0, 8: 1}, "however the paragraphs were named"
    assert draws.interval([1], lambda times: None) == (None, None)  # noqa: ARG005


def test_the_interval_of_alpha_holds_alpha_and_narrows_with_more_units():
    widths = []
    for times in (2, 20):
        found = NOMINAL * times
        numbers = list(range(len(found)))
        low, high = Draws(numbers, seed=1).interval(numbers, Alpha(found, nominal).value)
        assert low is not None
        assert high is not None
        value = alpha(found)
        assert value is not None
        assert low < value < high
        widths.append(high - low)
    assert widths[1] < widths[0] / 2


def test_ratios_are_by_the_sum_and_two_zeros_are_alike():
    found = ratio([0.0, 1.0, 3.0], np.ones(3))
    assert found.tolist() == [[0, 1, 1], [1, 0, 0.25], [1, 0.25, 0]]
