"""Dates: the worked cases of the documentation, and properties that hold for every date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.errors import BadDate
from tiebook.model.dates import Bounds, bounds, in_force, parse

END = date(2021, 12, 31)  # the last day of which the source knows

# (since, until, event, ended), day, expected: the table of docs/dates.md
WORKED = [
    (("2015-10", None, False, False), "2015-09-30", "no"),
    (("2015-10", None, False, False), "2015-10-01", "possibly"),
    (("2015-10", None, False, False), "2015-10-31", "certainly"),
    (("2015-10", None, False, False), "2021-12-31", "certainly"),
    (("2015-10", None, False, False), "2022-01-01", "unknown"),
    (("198X", None, False, False), "1979-12-31", "no"),
    (("198X", None, False, False), "1985-06-01", "possibly"),
    (("198X", None, False, False), "1989-12-31", "certainly"),
    (("2006", "2010", False, False), "2006-07-01", "possibly"),
    (("2006", "2010", False, False), "2008-01-01", "certainly"),
    (("2006", "2010", False, False), "2010-07-01", "possibly"),
    (("2006", "2010", False, False), "2011-01-01", "no"),
    (("2007", "2020-10-18", False, False), "2020-10-18", "certainly"),
    (("2007", "2020-10-18", False, False), "2020-10-19", "no"),
    (("2017-12", None, True, False), "2017-12-15", "possibly"),
    (("2017-12", None, True, False), "2018-01-01", "no"),
    (("2020-09-21", None, True, False), "2020-09-21", "certainly"),
    (("2010", None, False, True), "2010-06-01", "possibly"),
    (("2010", None, False, True), "2015-06-01", "possibly"),
    (("2010", None, False, True), "2022-01-01", "no"),
    ((None, None, False, True), "2000-01-01", "possibly"),
    ((None, None, False, True), "2022-01-01", "no"),
    ((None, "2010", False, False), "2009-01-01", "possibly"),
    ((None, "2010", False, False), "2011-01-01", "no"),
    ((None, None, False, False), "2020-01-01", "undated"),
    (("2025", None, False, False), "2025-12-31", "unknown"),  # begins after its source ends
]


@pytest.mark.parametrize(("spell", "day", "expected"), WORKED)
def test_worked_cases(spell, day, expected):
    since, until, event, ended = spell
    found = in_force(bounds(since, until, event=event, ended=ended, known_until=END), date.fromisoformat(day))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-10-03", date(2015, 10, 3), date(2015, 10, 3)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2015~", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-10?", date(2015, 10, 1), date(2015, 10, 31)),
        ("2016-Q1", date(2016, 1, 1), date(2016, 3, 31)),
        ("2016-Q3~", date(2016, 7, 1), date(2016, 9, 30)),
        ("9999-Q4", date(9999, 10, 1), date(9999, 12, 31)),
        ("2016-H1", date(2016, 1, 1), date(2016, 6, 30)),
        ("2016-H2", date(2016, 7, 1), date(2016, 12, 31)),
    ],
)
def test_bounds_of_a_date(text, earliest, latest):
    assert (parse(text).earliest, parse(text).latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2015-13",
        "2015-02-30",
        "2015-1",
        "15",
        "198X-03",
        "2015/2016",
        "20151003",
        "2015-10-03T00:00",
        "२०१५",
        "0000",
        "2015-10-3X",
        "2015 ",
        "2015-Q5",
        "2015-H3",
        "198X-Q1",
        "2015-Q1-03",
    ],
)
def test_what_is_no_date(text):
    with pytest.raises(BadDate):
        parse(text)


@pytest.mark.parametrize(
    "text",
    ["-431", "-0480-09-10", "\u2212431", "431 BC", "480 BCE", "c. 480 B.C.", "BC 431", "431 v. Chr.", "431 a.C."],
)
def test_years_before_the_first_are_refused_with_what_is_right(text):
    with pytest.raises(BadDate, match=r"there are no dates before the year 1 \(leave the date out"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "right"), [("731", "0731"), ("AD 98", "0098"), ("98 CE", "0098"), ("2015 AD", "2015")]
)
def test_a_short_year_is_shown_as_it_is_to_be_written(text, right):
    with pytest.raises(BadDate, match=f'write "{right}"'):
        parse(text)
    parse(right)


@pytest.mark.parametrize("text", ["15", "3 May", "abc 12"])
def test_other_texts_are_no_short_years(text):
    with pytest.raises(BadDate, match='write "2015"'):
        parse(text)


def test_end_before_beginning_is_refused():
    with pytest.raises(BadDate, match="lies before"):
        bounds("2015", "2014-12")
    assert bounds("2015", "2015") == Bounds(date(2015, 1, 1), date(2015, 12, 31), date(2015, 1, 1), date(2015, 12, 31))


days = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1))


@given(days, days)
def test_a_spell_holds_certainly_exactly_on_its_days(one, other):
    first, last = sorted((one, other))
    spell = bounds(first.isoformat(), last.isoformat(), known_until=END)
    assert in_force(spell, first) == in_force(spell, last) == "certainly"
    assert in_force(spell, first - timedelta(days=1)) == in_force(spell, last + timedelta(days=1)) == "no"


@given(days, days)
def test_coarser_dates_are_never_more_certain(day, asked):
    fine = in_force(bounds(day.isoformat(), None, known_until=END), asked)
    coarse = in_force(bounds(f"{day.year:04}", None, known_until=END), asked)
    if coarse == "certainly":
        assert fine == "certainly"
    if coarse == "no":
        assert fine == "no"


@given(st.text(max_size=12))
def test_parse_gives_bounds_or_bad_date(text):
    try:
        span = parse(text)
    except BadDate:
        return
    assert span.earliest <= span.latest


@pytest.mark.parametrize(
    ("since", "ended", "known_until", "certain", "last"),
    [
        (
            "2015",
            False,
            date(2010, 1, 1),
            date(2015, 1, 1),
            None,
        ),  # it began after its source ends: known for that day only
        ("2015", False, date(2020, 1, 1), date(2020, 1, 1), None),
        ("2015", False, None, date(2015, 12, 31), None),
        ("2015", True, date(2010, 1, 1), date(2015, 1, 1), date(2015, 1, 1)),
        ("2015", True, date(2020, 1, 1), date(2015, 1, 1), date(2020, 1, 1)),
        ("2015", True, None, date(2015, 1, 1), None),
    ],
)
def test_an_open_spell_is_known_up_to_a_day_on_or_after_it_began(since, ended, known_until, certain, last):
    found = bounds(since, None, ended=ended, known_until=known_until)
    assert (found.since_earliest, found.until_earliest, found.until_latest) == (date(2015, 1, 1), certain, last)
