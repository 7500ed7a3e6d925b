"""Times in a text: the first and the last day of each, its kind, and the words that lead to it."""

from __future__ import annotations

from datetime import date

import pytest

from tiebook.ask.words.times import start_of, times

TODAY = date(2026, 11, 28)  # a Saturday


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the first day of 2016", [("day", "2016-01-01", "2016-01-01", None)]),
        ("the end of 2016", [("day", "2016-12-31", "2016-12-31", None)]),
        ("the start of 2016", [("day", "2016-01-01", "2016-01-01", None)]),
        ("in 2016", [("year", "2016-01-01", "2016-12-31", None)]),
        ("Sept. 2016", [("span", "2016-09-01", "2016-09-30", None)]),
        ("in December 2015", [("span", "2015-12-01", "2015-12-31", None)]),
        ("1st of January, 2016", [("day", "2016-01-01", "2016-01-01", None)]),
        ("today", [("day", "2026-11-28", "2026-11-28", None)]),
        ("currently", [("day", "2026-11-28", "2026-11-28", None)]),
        ("yesterday", [("day", "2026-11-27", "2026-11-27", None)]),
        ("tomorrow", [("day", "2026-11-29", "2026-11-29", None)]),
        ("last week", [("span", "2026-11-16", "2026-11-22", None)]),
        ("this week", [("span", "2026-11-23", "2026-11-29", None)]),
        ("coming week", [("span", "2026-11-30", "2026-12-06", None)]),
        ("last month", [("span", "2026-10-01", "2026-10-31", None)]),
        ("next month", [("span", "2026-12-01", "2026-12-31", None)]),
        ("this year", [("year", "2026-01-01", "2026-12-31", None)]),
        ("next year", [("year", "2027-01-01", "2027-12-31", None)]),
        ("since 2010", [("span", "2010-01-01", "2026-11-28", "since")]),
        ("since 2026", [("span", "2026-01-01", "2026-12-31", "since")]),
        ("since 28 November 2026", [("span", "2026-11-28", "2026-11-28", "since")]),
        ("since 2030", [("year", "2030-01-01", "2030-12-31", None)]),
        ("after the embargo ended in 2020", [("span", "2020-01-01", "2026-11-28", "since")]),
        ("the embargo of 2020", [("year", "2020-01-01", "2020-12-31", None)]),
        ("2001 to 2012", [("span", "2001-01-01", "2012-12-31", None)]),
        ("2012 to 2001", [("year", "2012-01-01", "2012-12-31", None), ("year", "2001-01-01", "2001-12-31", None)]),
        ("2011 and 2012", [("span", "2011-01-01", "2012-12-31", None)]),
        ("2010 and 2012", [("year", "2010-01-01", "2010-12-31", None), ("year", "2012-01-01", "2012-12-31", None)]),
        ("2010 or 2011", [("year", "2010-01-01", "2010-12-31", None), ("year", "2011-01-01", "2011-12-31", None)]),
        ("from 1 May to 3 June 2015", [("span", "2015-05-01", "2015-06-03", None)]),
        (
            "1 May until 2030",
            [("day", "2030-05-01", "2030-05-01", None), ("span", "0001-01-01", "2030-12-31", "until")],
        ),
        ("between 2015-01-01 and 2016-02-03", [("span", "2015-01-01", "2016-02-03", None)]),
        ("30 February 2015 and 2015-13-01", [("span", "2015-02-01", "2015-02-28", None)]),
        ("the 2010s", [("span", "2010-01-01", "2019-12-31", None)]),
        ("Resolution 2231 of 1499", []),
    ],
)
def test_a_time_has_a_kind_and_a_first_and_last_day(text: str, found: list[tuple[str, str, str, str | None]]) -> None:
    assert [(time.kind, str(time.first), str(time.last), time.bound) for time in times(text, TODAY)] == found


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("who armed Iran since 2010", "who armed Iran "),
        ("who armed Iran as of 2010-01-01", "who armed Iran "),
        ("who armed Iran during the years 2010", "who armed Iran "),
        ("who armed Iran after the embargo ended in 2020", "who armed Iran "),
        ("who armed Iran before 2010", "who armed Iran "),
    ],
)
def test_the_words_that_lead_to_a_time_are_part_of_it(text: str, before: str) -> None:
    (time,) = times(text, TODAY)
    assert text[: start_of(text, time)] == before
    assert text[time.start : time.end] in text[len(before) :]
