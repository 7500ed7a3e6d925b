"""Whether the days that are asked about lie in a source's window."""

from datetime import date

import pytest

from tiebook.ask.coverage import _holds, _reach

SINCE, UNTIL = date(2000, 1, 1), date(2010, 12, 31)


@pytest.mark.parametrize(
    ("days", "reach"),
    [
        (None, "covered"),
        ((date(1999, 1, 1), SINCE), "covered"),
        ((date(1999, 1, 1), date(1999, 12, 31)), "outside"),
        ((UNTIL, date(2015, 1, 1)), "covered"),
        ((date(2011, 1, 1), date(2015, 1, 1)), "outside"),
        ((date(1990, 1, 1), date(2020, 1, 1)), "covered"),
    ],
)
def test_a_window_has_its_first_and_its_last_day(days, reach):
    assert _reach(days, SINCE, UNTIL) == reach


def test_a_window_may_be_open():
    day = (date(1900, 1, 1), date(1900, 1, 1))
    assert _reach(day, None, None) == "unknown"
    assert _reach(day, None, UNTIL) == "covered"
    assert _reach(day, SINCE, None) == "outside"


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        (date(2020, 5, 1), date(2020, 5, 9), False),
        (date(2020, 5, 1), date(2020, 5, 10), True),
        (date(2020, 5, 11), date(2020, 5, 31), False),
        (date(2020, 7, 15), date(2020, 7, 20), True),
    ],
)
def test_days_and_months_that_files_hold(first, last, held):
    assert _holds(["2020-05-10", "2020-07"], first, last) is held
