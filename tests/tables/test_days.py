"""Days in the forms in which tables have them: months of other languages, years of two digits, numbers of spreadsheets."""

from __future__ import annotations

from datetime import date

import pytest

from tiebook.support.names import folded
from tiebook.tables import days
from tiebook.tables.days import EXCEL, day_in

DAY = date(2017, 8, 13)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("13 août 2017", "%d %B %Y"),
        ("13 AOUT 2017", "%d %B %Y"),
        ("13. August 2017", "%d %B %Y"),
        ("13 de agosto de 2017", "%d %B %Y"),
        ("13 августа 2017", "%d %B %Y"),
        ("13th of August 2017", "%d %B %Y"),
        ("August 13th, 2017", "%B %d, %Y"),
        ("13-ago-17", "%d-%b-%y"),
        ("13 Aug. 2017", "%d %b %Y"),
        ("42960", EXCEL),
        ("42960.75", EXCEL),
        ("17391", "days since 1970-01-01"),
        ("1502582400", "seconds since 1970-01-01"),
        ("2017-08-13 24:00:00", "%Y-%m-%d %H:%M:%S"),
    ],
)
def test_a_day_is_read(text: str, form: str) -> None:
    assert day_in(text, (form,)) == DAY


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("13 Octember 2017", "%d %B %Y"),
        ("13 listopada 2017", "%d %B %Y"),  # November in Polish, October in Croatian
        ("32 août 2017", "%d %B %Y"),
        ("about 42960", EXCEL),
        ("99999999999", EXCEL),
        ("13/08/2017", "%m/%d/%Y"),
    ],
)
def test_what_is_no_day_is_none(text: str, form: str) -> None:
    assert day_in(text, (form,)) is None


def test_no_word_is_two_months() -> None:
    found: dict[str, int] = {}
    for line in days._MONTHS.strip().splitlines():
        words = line.split()
        assert len(words) == 12, line
        for number, word in enumerate(words, start=1):
            assert found.setdefault(folded(word), number) == number, word
