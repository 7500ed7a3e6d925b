"""When the records of a mapped table were: each pair of dates is read once, and the days that were seen are noted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tiebook.sources.mapped import times
from tiebook.sources.mapped.date_form import BadRecord
from tiebook.sources.mapped.times import WITHIN, Whens, times_of


def spell(whens: Whens, since: str, until: str, loose: int = 0) -> list[str] | None:
    found: Any = whens[since, until, loose].spell
    if found is None:
        return None
    days = (found.since_earliest, found.since_latest, found.until_earliest, found.until_latest)
    return ["" if day is None else day.isoformat() for day in days]


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        (("2020-03-10", "2020-03-12"), ["2020-03-10", "2020-03-10", "2020-03-12", "2020-03-12"]),
        (("2020-03", "2021"), ["2020-03-01", "2020-03-31", "2021-01-01", "2021-12-31"]),
        (("2020-03-10", ""), ["2020-03-10", "2020-03-10", "2020-03-10", ""]),
        (("", "2020-03-10"), ["", "2020-03-10", "2020-03-10", "2020-03-10"]),
        (("2020-03-10", "2020-03-09"), None),
        (("2020-03-10", "2020-03-10", WITHIN), ["2020-03-10"] * 4),
        (("2020-03-10", "2020-03-12", WITHIN), ["2020-03-10", "2020-03-12"] * 2),
        (("2020-03", "2020-05", WITHIN), ["2020-03-01", "2020-05-31"] * 2),
        (("2020-03-10", "", WITHIN), ["2020-03-10", "2020-03-10", "2020-03-10", ""]),
        (("2020-03-10", "2020-03-01", WITHIN), None),
        (("2020-03-10", "2020-03-12", 1), ["2020-03-09", "2020-03-11", "2020-03-11", "2020-03-13"]),
        (("2020-03-10", "2020-03-01", 30), None),
    ],
)
def test_what_two_dates_say(stated: tuple[Any, ...], days: list[str] | None) -> None:
    assert spell(Whens(None), *stated) == days


def test_actors_are_looked_up_by_the_day_on_which_a_tie_began() -> None:
    whens = Whens(date(2022, 12, 31))
    assert str(whens["2020-03", "2021", 0].day) == "2020-03-31"
    assert str(whens["", "2021", 0].day) == "2021-12-31"
    assert str(whens["", "", 0].day) == "2022-12-31", "of an undated record as its source ends"
    assert Whens(None)["", "", 0].day is None


def test_the_first_and_the_last_day_of_all_dates_are_noted() -> None:
    whens = Whens(date(2022, 12, 31))
    assert whens["", "", 0]
    assert (whens.first, whens.last) == (date.max, date.min), "an undated record says nothing of them"
    assert whens["2020-03", "2020-05", 0]
    assert (whens.first, whens.last) == (date(2020, 3, 1), date(2020, 5, 31))
    assert whens["2019", "", 0]
    assert whens["", "2021", 0]
    assert whens["2020-04-01", "2020-04-02", 0]
    assert (whens.first, whens.last) == (date(2019, 1, 1), date(2021, 12, 31))


def test_the_time_of_each_record_in_order_and_the_days_between() -> None:
    found = times_of(Whens(None), ["2020", "", "2019", "2020"], ["", "", "2021", ""], [])
    assert [str(when.day) for when in found.whens] == ["2020-12-31", "None", "2019-12-31", "2020-12-31"]
    assert found.whens[0] is found.whens[3]
    assert (found.first, found.last) == (date(2019, 12, 31), date(2020, 12, 31))
    with pytest.raises(ValueError, match="zip"):  # columns of one table have as many cells
        times_of(Whens(None), ["2020", "2021"], [""], [])
    none = times_of(Whens(None), [""], [""], [])
    assert (none.first, none.last) == (date.max, date.min)


def test_dates_are_remembered_up_to_a_number_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(times, "_DATES", 2)
    whens = Whens(None)
    for year, remembered in (("2001", 1), ("2002", 2), ("2003", 3), ("2004", 1), ("2005", 2)):
        times_of(whens, [year], [""], [])
        assert len(whens) == remembered
    assert whens.first == date(2001, 1, 1), "what was seen stays known"


@pytest.mark.parametrize(
    ("since", "until", "row", "said"),
    [
        (["2020", "later"], ["", ""], 1, 'if it says nothing: missing = ["later"]'),
        (["later", "2020"], ["", ""], 0, 'missing = ["later"]'),
        (["2020", "2020"], ["", "unknown"], 1, 'missing = ["unknown"]'),
        (["03/25/2020"], [""], 0, "in [[tie]]: dates = "),
        (["2019-2020"], [""], 0, "a cell with the begin and the end"),
        ([""], ["2019-2020"], 0, "a cell with the begin and the end"),
    ],
)
def test_a_date_that_cannot_be_read_is_told_with_its_record(
    since: list[str], until: list[str], row: int, said: str
) -> None:
    with pytest.raises(BadRecord) as told:
        times_of(Whens(None), since, until, [])
    assert told.value.number == row
    assert said in str(told.value)


def test_a_long_cell_is_shown_by_its_beginning() -> None:
    for cell, shown in (("9" * 40, "9" * 40), ("9" * 41, "9" * 40 + "...")):
        with pytest.raises(BadRecord) as told:
            times_of(Whens(None), [cell], [""], [])
        said = str(told.value)
        assert shown in said
        assert "9" * 41 not in said
        assert ("..." in said) == (len(cell) > 40)
