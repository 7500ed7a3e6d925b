"""Numbers as people read them."""

from __future__ import annotations

import pytest

from tiebook.ask.forms.values import text_of
from tiebook.serve.content.wording import said
from tiebook.support.numbers import short_number


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
