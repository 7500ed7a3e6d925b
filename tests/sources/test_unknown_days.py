"""Zeros for a day or month that is not known, as codebooks write them; and those that say nothing at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.test_tie_map import PLAIN, read
from tiebook.errors import BadSource
from tiebook.sources.mapped.date_form import DateForm

ON = PLAIN + 'since = "on"'


def since(folder: Path, cell: str, more: str = "") -> str | None:
    _, ties = read(folder, f"{ON}\n{more}", f"a,b,on\nIran,China,{cell}\n")
    found: str | None = ties[0].get("since")
    return found


@pytest.mark.parametrize(
    ("cell", "form", "said"),
    [
        ("1899-01-00", "", "1899-01"),
        ("1899-00-00", "", "1899"),
        ("1899-00", "", "1899"),
        ("18990100", "%Y%m%d", "1899-01"),
        ("18990000", "%Y%m%d", "1899"),
        ("00/12/1950", "%d/%m/%Y", "1950-12"),
        ("0.5.1950", "%d.%m.%Y", "1950-05"),
        ("00/00/1950", "%m/%d/%Y", "1950"),
        ("5/0/1950", "%m/%d/%Y", "1950-05"),
        ("00-Jun-1950", "%d-%b-%Y", "1950-06"),
        ("0 juillet 1950", "%d %B %Y", "1950-07"),
        ("1950-06-00", "%Y-%m-%d", "1950-06"),
        ("1950-06-07", "%Y-%m-%d", "1950-06-07"),
    ],
)
def test_a_zero_makes_a_coarser_date(tmp_path: Path, cell: str, form: str, said: str) -> None:
    assert since(tmp_path, cell, f'dates = "{form}"' if form else "") == said


@pytest.mark.parametrize(
    ("cell", "form"),
    [
        ("1950-00-07", ""),
        ("1950-13-00", ""),
        ("00/13/1950", "%d/%m/%Y"),
        ("07/00/1950", "%d/%m/%Y"),
        ("00/00/0000", "%d/%m/%Y"),
        ("1950-06-00 10:00", "%Y-%m-%d %H:%M"),
        ("00-06-50", "%d-%m-%y"),
    ],
)
def test_what_is_no_date_even_so_is_refused_with_its_line(tmp_path: Path, cell: str, form: str) -> None:
    with pytest.raises(BadSource, match=r"rows0.csv:2: "):
        since(tmp_path, cell, f'dates = "{form}"' if form else "")


def test_a_date_of_zeros_is_refused_with_how_to_say_that_it_says_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match=r"'0000-00-00' .*missing = \[\"0000-00-00\"\]"):
        since(tmp_path, "0000-00-00")
    assert since(tmp_path, "0000-00-00", 'missing = ["0000-00-00"]') is None


@pytest.mark.parametrize("cell", ["99/99/9999", "9999-99-99", "99.99.9999", "88/88/8888", "7777-77-77", "99/99/99"])
def test_a_day_of_nines_says_nothing(tmp_path: Path, cell: str) -> None:
    for tie in (ON, f'{ON}\ndates = "%d/%m/%Y"', f'{ON}\nuntil = "on"'):
        _, (tie_made, *_) = read(tmp_path, tie, f"a,b,on\nIran,China,{cell}\nIran,Oman,2001\n")
        assert (tie_made.get("since"), tie_made.get("until")) == (None, None)


@pytest.mark.parametrize("cell", ["99/99/1999", "99999999", "8888"])
def test_other_nines_are_refused(tmp_path: Path, cell: str) -> None:
    with pytest.raises(BadSource, match=r"rows0.csv:2"):
        since(tmp_path, cell)


@pytest.mark.parametrize(
    ("cell", "form"),
    [("1900-01-00", ""), ("1/0/1900", "%m/%d/%Y"), ("00/01/1900", "%d/%m/%Y"), ("0-Jan-1900", "%d-%b-%Y")],
)
def test_what_a_spreadsheet_shows_for_an_empty_date_is_told(tmp_path: Path, cell: str, form: str) -> None:
    tie = ON + (f'\ndates = "{form}"' if form else "")
    later = {"": "2001-05-00", "%m/%d/%Y": "5/0/2001", "%d/%m/%Y": "00/05/2001", "%d-%b-%Y": "0-May-2001"}[form]
    table = f"a,b,on\nIran,China,{cell}\nIran,Oman,{later}\nIran,Iraq,{cell}\n"
    reader, ties = read(tmp_path, tie, table)
    assert [each["since"] for each in ties] == ["1900-01", "2001-05", "1900-01"]
    assert [note for note in reader.accounts[0].notes if note.startswith("2 dates are 1900-01-00")]
    reader, ties = read(tmp_path, f'{tie}\nmissing = ["{cell}"]', table)
    assert [each.get("since") for each in ties] == [None, "2001-05", None]
    assert not any("1900-01-00" in note for note in reader.accounts[0].notes)


@given(
    st.dates(date(1000, 1, 1)),
    st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y%m%d", "%Y/%m/%d"]),
    st.sampled_from(["day", "month", "none"]),
)
def test_any_date_keeps_what_is_known(day: date, form: str, unknown: str) -> None:
    year, month, number = str(day).split("-")
    cell = form.replace("%Y", year).replace("%m", "00" if unknown == "month" else month)
    cell = cell.replace("%d", number if unknown == "none" else "00")
    known = {"none": str(day), "day": f"{year}-{month}", "month": year}[unknown]
    assert DateForm((form,), frozenset()).read([[cell]], ["on"], []) == [known]


@pytest.mark.parametrize("cell", ["(null)", "*", "-66", "nein", "n.k.", "unknown", "-66.0"])
def test_a_cell_that_may_say_nothing_is_refused_with_how_to_say_so(tmp_path: Path, cell: str) -> None:
    with pytest.raises(BadSource) as caught:
        since(tmp_path, cell)
    assert str(caught.value).endswith(f'; if it says nothing: missing = ["{cell}"]')
    assert since(tmp_path, cell, f'missing = ["{cell}"]') is None


@pytest.mark.parametrize("minus", ["\u2212", "\u2013", "\u2011", "\uff0d"])
def test_codes_with_the_minus_of_a_typesetter_are_missing_too(tmp_path: Path, minus: str) -> None:
    table = f"a,b,on,v\nIran,China,{minus}9,{minus}9\nIran,Oman,{minus}99.0,{minus}4.5\n{minus}9,Iraq,2001,3\n"
    reader, ties = read(tmp_path, f'{ON}\nvalue = "v"', table)
    assert [(each.get("since"), each.get("value")) for each in ties] == [(None, None), (None, -4.5)]
    assert reader.accounts[0].skipped == {"an end is blank, or a code for missing": 1}


@pytest.mark.parametrize(
    ("form", "cell", "forms"),
    [
        ('"%m/%d/%Y"', "07/02/2016 00:00", '["%m/%d/%Y", "%m/%d/%Y %H:%M"]'),
        ('"%d/%m/%Y"', "07/02/2016 00:00", '["%d/%m/%Y", "%d/%m/%Y %H:%M"]'),
        ('["%d/%m/%Y", "%Y"]', "2 July 2016", '["%d/%m/%Y", "%Y", "%d %B %Y"]'),
        ('"%d %B %Y"', "2 July, 2016", '["%d %B %Y", "%d %B, %Y"]'),
        ('"%Y%m%d"', "2016-7-2", '["%Y%m%d", "%Y-%m-%d"]'),
    ],
)
def test_a_date_in_a_further_form_is_refused_with_the_forms_that_read_both(
    tmp_path: Path, form: str, cell: str, forms: str
) -> None:
    with pytest.raises(BadSource) as caught:
        since(tmp_path, f'"{cell}"', f"dates = {form}")
    assert str(caught.value).endswith(f"; to read it too: dates = {forms}")
    assert since(tmp_path, f'"{cell}"', f"dates = {forms}") in {"2016-07-02", "2016-02-07"}


def test_no_form_with_the_day_elsewhere_is_proposed(tmp_path: Path) -> None:
    with pytest.raises(BadSource) as caught:
        since(tmp_path, "13.07.2016", 'dates = "%m/%d/%Y"')
    assert "to read it too" not in str(caught.value)


@pytest.mark.parametrize(("cell", "form"), [("07-2016", "%m-%Y"), ("2016-7-2", "%Y-%m-%d")])
def test_more_forms_are_proposed(tmp_path: Path, cell: str, form: str) -> None:
    with pytest.raises(BadSource, match=f'dates = "{form}"'):
        since(tmp_path, cell)


@pytest.mark.parametrize(
    ("first", "told"), [("1399-05-02", True), ("0093", True), ("1450", False), ("1816-01-01", False)]
)
def test_a_year_of_another_calendar_is_told(tmp_path: Path, first: str, *, told: bool) -> None:
    reader, _ = read(tmp_path, ON, f"a,b,on\nIran,China,2001\nIran,Oman,{first}\n")
    notes = [note for note in reader.accounts[0].notes if "common calendar" in note]
    assert bool(notes) == told
    assert all(f"the earliest date is {first}" in note for note in notes)
