"""Numbers as people read them."""

from __future__ import annotations

import pytest

from tiebook.ask.forms.values import text_of
from tiebook.serve.content.wording import said
from tiebook.support.numbers import counted, first_of, short_number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (299917000.0, "299917000"),
        (8000000.0, "8000000"),
        (1285081.56, "1285081.56"),
        (-1285081.5, "-1285081.5"),
        (123456.789, "123456.79"),
        (100000.0, "100000"),
        (99999.96, "100000"),
        (12345.678, "12345.7"),
        (2 / 3, "0.666667"),
        (0.5, "0.5"),
        (0.0, "0"),
        (999999999999999.0, "999999999999999"),
        (1e15, "1e+15"),
        (float("inf"), "inf"),
    ],
)
def test_no_digit_before_the_point_is_lost(value: float, text: str) -> None:
    assert short_number(value) == text
    assert text_of(value) == text
    assert text_of([value, None]) == f"{text}, "
    assert said(value) == text


@pytest.mark.parametrize(
    ("number", "noun", "text"),
    [
        (1, "row", "1 row"),
        (0, "row", "0 rows"),
        (2, "country", "2 countries"),
        (1, "country", "1 country"),
        (2, "day", "2 days"),
        (1234, "day", "1,234 days"),
    ],
)
def test_a_noun_is_counted(number: int, noun: str, text: str) -> None:
    assert counted(number, noun) == text


def test_a_plural_that_follows_no_rule_is_passed() -> None:
    said = [counted(number, "node or edge", "nodes and edges") for number in (1, 2)]
    assert said == ["1 node or edge", "2 nodes and edges"]


def test_of_many_names_the_first_are_told_and_the_others_counted() -> None:
    assert first_of(["a", "b"], 2) == "a, b"
    assert first_of(["a", "b", "c"], 2) == "a, b and 1 more"
    assert first_of([str(number) for number in range(1_003)], 1) == "0 and 1,002 more"
