"""Dates in declared forms: those in no form stand beside them as EDTF, and what means two days in two forms is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.test_draft_says_more import drafted, events
from tests.sources.test_tie_map import PLAIN, read
from tiebook.errors import BadRecords, BadSource
from tiebook.sources.mapped.date_form import BadRecord, DateForm

SPANS = f'{PLAIN}since = "on"\nuntil = "on"\n'
DAY_FIRST, MONTH_FIRST = "%d/%m/%Y", "%m/%d/%Y"


def since(cell: str, *forms: str) -> str:
    (found,) = DateForm(forms, frozenset()).read([[cell]], ["on"], [])
    return found


def refused(folder: Path, forms: str, *cells: str, tie: str = f'{PLAIN}since = "on"\n') -> list[str]:
    rows = "".join(f'Iran,China,"{cell}"\n' for cell in cells)
    with pytest.raises(BadRecords) as raised:
        read(folder, f"{tie}dates = {forms}", f"a,b,on\n{rows}")
    return [fault.partition("rows0.csv:")[2] for fault in raised.value.faults]


@pytest.mark.parametrize("form", ["%d.%m.%Y", "%d %B %Y", "%Y%m%d", "%m/%Y", "days since 1899-12-30", "%d-%b-%y"])
@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("2021-03", "2021-03"),
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04 10:30", "2021-03-04"),
        ("2021-03-00", "2021-03"),
        ("Q3 2017", "2017-Q3"),
        ("2017-Q3", "2017-Q3"),
        ("2017H1", "2017-H1"),
        ("198X", "198X"),
        ("2015~", "2015~"),
    ],
)
def test_plain_dates_stand_beside_a_form(cell: str, said: str, form: str) -> None:
    assert since(cell, form) == said


@pytest.mark.parametrize("form", ["%d.%m.%Y", "%d %B %Y", "%Y%m%d", "%d-%b-%y"])
def test_so_do_years(form: str) -> None:
    assert since("2017", form) == "2017"


def test_a_number_stays_counted_where_numbers_are_days() -> None:
    assert since("2017", "days since 1899-12-30") == "1905-07-09"


def test_a_year_beside_counted_days_is_not_counted(tmp_path: Path) -> None:
    form = '"days since 1899-12-30"'
    said = refused(tmp_path, form, "42370", "2017", "42372.5")
    assert said == [
        f"3: the rows: column on: '2017' would be 1905-07-09, as {form[1:-1]}; if it is not counted: dates = [{form}, \"%Y\"]"
    ]
    _, ties = read(
        tmp_path, f'{PLAIN}since = "on"\ndates = [{form}, "%Y"]', "a,b,on\nIran,China,42370\nIran,Oman,2017\n"
    )
    assert [each["since"] for each in ties] == ["2016-01-01", "2017"]
    stata = '"days since 1960-01-01"'
    _, ties = read(tmp_path, f'{PLAIN}since = "on"\ndates = {stata}', "a,b,on\nIran,China,22370\nIran,Oman,2017\n")
    assert [each["since"] for each in ties] == ["2021-03-31", "1965-07-10"]


@pytest.mark.parametrize("begin", ["1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01"])
def test_a_year_among_days_that_any_spreadsheet_counts_is_refused(tmp_path: Path, begin: str) -> None:
    (fault,) = refused(tmp_path, f'"days since {begin}"', "42370", "2017.0")
    assert "'2017.0' would be 190" in fault
    _, ties = read(
        tmp_path,
        f'{PLAIN}since = "on"\ndates = "days since 1903-05-06"',
        "a,b,on\nIran,China,42370\nIran,Oman,2017\n",
    )
    assert [each["since"] for each in ties] == ["2019-05-07", "1908-11-12"]  # which no spreadsheet does


@pytest.mark.parametrize(
    ("form", "cell", "said", "other"),
    [
        ("days since 1899-12-30", "201511", "2451-09-18", "%Y%m"),
        ("days since 1960-01-01", "99999", "2233-10-15", "%Y%m"),
        ("seconds since 1970-01-01", "14200704000", "2420-01-02", "%Y%m"),
    ],
)
def test_a_count_that_ends_in_another_age_is_refused(
    tmp_path: Path, form: str, cell: str, said: str, other: str
) -> None:
    (fault,) = refused(tmp_path, f'"{form}"', cell)
    assert f'\'{cell}\' would be {said}, as {form}; if it is not counted: dates = ["{form}", "{other}"]' in fault


@pytest.mark.parametrize("cell", ["8888", "7777-01-02", "2558", "9999"])
def test_a_beginning_in_another_age_is_refused(tmp_path: Path, cell: str) -> None:
    tie = f'{PLAIN}since = "on"\n'
    with pytest.raises(BadRecords, match=rf"'{cell}' lies more than a century ahead .*missing = \[\"{cell}\"\]"):
        read(tmp_path, tie, f"a,b,on\nIran,China,{cell}\n")
    _, ties = read(tmp_path, f'{tie}missing = ["{cell}"]', f"a,b,on\nIran,China,{cell}\nIran,Oman,2199\n")
    assert [each.get("since") for each in ties] == [None, "2199"]


def test_an_end_in_another_age_is_refused_unless_it_means_none(tmp_path: Path) -> None:
    tie = f'{PLAIN}since = "on"\nuntil = "end"\n'
    with pytest.raises(BadRecords, match="'8888' lies more than a century ahead"):
        read(tmp_path, tie, "a,b,on,end\nIran,China,2001,8888\n")
    _, ties = read(tmp_path, tie, "a,b,on,end\nIran,China,2001.00,-9.00\nIran,Oman,2001,9999\n")
    assert [(each["since"], each.get("until")) for each in ties] == [("2001", None), ("2001", None)]


def test_parts_of_dates_and_codes_may_have_decimals(tmp_path: Path) -> None:
    tie = f'{PLAIN}since = ["y", "m"]\nvalue = "v"\nunit = "USD"\n'
    _, ties = read(tmp_path, tie, "a,b,y,m,v\nIran,China,1990.00,5.00,-99.00\nIran,Oman,1990.0,0.00,2.50\n")
    assert [(each["since"], each.get("value")) for each in ties] == [("1990-05", None), ("1990", 2.5)]


def test_the_form_of_the_date_that_can_be_read_is_not_proposed(tmp_path: Path) -> None:
    tie = f'{PLAIN}since = "on"\nuntil = "end"\n'
    with pytest.raises(BadRecords) as raised:
        read(tmp_path, tie, "a,b,on,end\nIran,China,2001-02-03,888\n")
    assert "dates =" not in str(raised.value)
    with pytest.raises(BadRecords, match=r'dates = "%d.%m.%Y"'):
        read(tmp_path, tie, "a,b,on,end\nIran,China,2001-02-03,4.5.2004\n")


@pytest.mark.parametrize("forms", [("%Y", "days since 1899-12-30"), ("days since 1899-12-30", "%Y")])
def test_a_number_is_counted_only_where_it_is_no_date_in_another_form(forms: tuple[str, str]) -> None:
    assert since("2017", *forms) == "2017"
    assert since("42960", *forms) == "2017-08-13"


@pytest.mark.parametrize(
    ("cell", "form"),
    [
        ("2015-03-04", "%Y-%d-%m"),
        ("2015-04-13", "%Y-%d-%m"),
        ("2015-04-13", "%Y/%d/%m"),
        ("2015-04-13 10:30", "%Y-%d-%m"),
        ("2015-02-30", "%Y-%m-%d"),
        ("2015-33", "%Y-%m"),
        ("1513", "%y%m"),
        ("1990-1995", "%d.%m.%Y"),
        ("04.13.2015", "%d.%m.%Y"),
        ("2015-13", "%d.%m.%Y"),
        ("731", "%d.%m.%Y"),
        ("soon", "%d.%m.%Y"),
    ],
)
def test_no_other_order_or_slip_is_read_as_a_plain_date(tmp_path: Path, cell: str, form: str) -> None:
    if (cell, form) == ("2015-03-04", "%Y-%d-%m"):
        assert since(cell, form) == "2015-04-03"
        return
    assert f"'{cell}' is not a date of the form {form}" in refused(tmp_path, f'"{form}"', cell)[0]


@pytest.mark.parametrize("forms", [(DAY_FIRST, MONTH_FIRST), (MONTH_FIRST, DAY_FIRST)])
def test_a_date_that_is_two_days_is_refused_with_both(tmp_path: Path, forms: tuple[str, str]) -> None:
    said = refused(tmp_path, str(list(forms)), "13/04/2024", "03/04/2024", "04/13/2024", "04/04/2024", "05/06/2024")
    assert [line.partition(":")[0] for line in said] == ["3", "6"]
    for form, day in ((DAY_FIRST, "2024-04-03"), (MONTH_FIRST, "2024-03-04")):
        assert f"{day} by {form}" in said[0]
    assert "'03/04/2024' is " in said[0]


@given(st.dates(date(1000, 1, 1)), st.permutations([DAY_FIRST, MONTH_FIRST]))
def test_no_order_of_forms_decides_what_a_date_is(day: date, forms: list[str]) -> None:
    cell = f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
    if day.day > 12 or day.day == day.month:
        assert since(cell, *forms) == str(day)
    else:
        with pytest.raises(BadRecord, match="declare one of the two only"):
            since(cell, *forms)


@pytest.mark.parametrize(
    ("cell", "forms"), [("May 2015", ("%B %Y", "%b %Y")), ("4 May 2015", ("%d %b %Y", "%d %B %Y"))]
)
def test_forms_that_agree_are_one(cell: str, forms: tuple[str, str]) -> None:
    assert since(cell, *forms) in {"2015-05", "2015-05-04"}


@pytest.mark.parametrize(
    ("cell", "form"), [("201511", "%Y%m%d"), ("2015111", "%Y%m%d"), ("1032015", "%d%m%Y"), ("20151", "%Y%m")]
)
def test_numbers_that_run_on_need_all_their_digits(tmp_path: Path, cell: str, form: str) -> None:
    assert f"'{cell}' is not a date of the form {form}" in refused(tmp_path, f'"{form}"', cell)[0]


def test_a_month_beside_days_without_gaps_is_a_month() -> None:
    assert [since(cell, "%Y%m%d", "%Y%m") for cell in ("201511", "20151103", "20151100")] == [
        "2015-11",
        "2015-11-03",
        "2015-11",
    ]


def test_only_a_year_of_two_digits_may_lie_in_another_century(tmp_path: Path) -> None:
    ahead = datetime.now(UTC).year + 5
    assert since(f"{ahead}", "%d/%m/%y") == str(ahead)
    assert since(f"01/02/{ahead}", "%d/%m/%y", "%d/%m/%Y") == f"{ahead}-02-01"
    said = refused(tmp_path, '["%d/%m/%y", "%d/%m/%Y"]', f"01/02/{ahead % 100}")
    assert "write its year with four digits" in said[0]


def test_an_end_far_away_is_none_in_any_form(tmp_path: Path) -> None:
    tie = f'{PLAIN}since = "on"\nuntil = "end"\ndates = "%d.%m.%Y"'
    _, ties = read(tmp_path, tie, "a,b,on,end\nIran,China,2001,9999-12-31\nIran,Oman,Q1 2001,3.4.2005\n")
    assert [(each["since"], each.get("until")) for each in ties] == [("2001", None), ("2001-Q1", "2005-04-03")]


def test_what_may_be_a_month_or_two_years_is_refused_beside_forms_too(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, '"%d.%m.%Y"', "2003-04", tie=SPANS)
    assert "'2003-04' may be a month, or 2003 to 2004: write that, or 2003-04 to 2003-04" in said
    for cell, ends in (("2003 to 2004", ("2003", "2004")), ("2003-04 to 2003-04", ("2003-04", "2003-04"))):
        _, (tie,) = read(tmp_path, f'{SPANS}dates = "%d.%m.%Y"', f"a,b,on\nIran,China,{cell}\n")
        assert (tie["since"], tie["until"]) == ends
    _, (tie,) = read(tmp_path, f'{SPANS}dates = "%Y-%m"', "a,b,on\nIran,China,2003-04\n")
    assert (tie["since"], tie["until"]) == ("2003-04", "2003-04")


def test_a_draft_reads_a_column_with_dates_of_both_kinds(tmp_path: Path) -> None:
    tie, _ = drafted(tmp_path, events("2001-03", "14.10.2004", "Q3 2005", "13.1.2006", "1.2.2007"))
    assert (tie["since"], tie["dates"]) == ("event_date", "%d.%m.%Y")
    tie, _ = drafted(tmp_path, events("2001-03", "2004", "Q3 2005", "13.1.2006"))
    assert (tie["since"], tie["dates"]) == ("event_date", "%d.%m.%Y")
    tie, _ = drafted(tmp_path, events("2001-03", "2004", "Q3 2005", "3/1/2006"))
    assert tie["dates"].startswith("TO DO: %d/%m/%Y or %m/%d/%Y")


def test_what_a_draft_says_of_mixed_dates_loads(tmp_path: Path) -> None:
    _, ties = read(
        tmp_path, f'{PLAIN}since = "on"\ndates = "%d.%m.%Y"', "a,b,on\nIran,China,2001-03\nIran,Oman,14.10.2004\n"
    )
    assert [each["since"] for each in ties] == ["2001-03", "2004-10-14"]
    with pytest.raises(BadSource, match="in \\[\\[tie\\]\\]: dates = "):
        read(tmp_path, f'{PLAIN}since = "on"', "a,b,on\nIran,Oman,14.10.2004\n")
