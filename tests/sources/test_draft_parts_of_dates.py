"""Drafts of tables that have a date in columns of its parts, called in many ways: begin and end are both found."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.loaders.source_readers import finish
from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft

OPEN = ("-9", "-9", "-9")


@pytest.mark.parametrize(
    ("begin", "end", "unknown"),
    [
        (("syear", "smonth", "sday"), ("eyear", "emonth", "eday"), OPEN),
        (("byr", "bmo", "bda"), ("eyr", "emo", "eda"), OPEN),
        (("strtyr", "strtmnth", "strtday"), ("endyear", "endmnth", "endday"), OPEN),
        (("begyr", "begmo", "begday"), ("yrexit", "moexit", "dayexit"), ("0", "0", "0")),
        (("StYear", "StMon", "StDay"), ("EndYear", "EndMon", "EndDay"), ("", "", "")),
        (("StartYear1", "StartMonth1", "StartDay1"), ("EndYear1", "EndMonth1", "EndDay1"), OPEN),
        (("year_from", "month_from", "day_from"), ("year_until", "month_until", "day_until"), OPEN),
    ],
)
def test_begin_and_end_are_found(tmp_path: Path, begin: list[str], end: list[str], unknown: tuple[str, ...]) -> None:
    rows = [("Peru", "Chile", "1980", "9", "22", "1988", "8", "0"), ("Mali", "Togo", "2014", "2", "20", *unknown)]
    header = ("one", "two", *begin, *end)
    path = tmp_path / "wars.csv"
    path.write_text("".join(",".join(row) + "\n" for row in (header, *rows)), "utf-8")
    text = draft(path, "USES_FORCE_AGAINST")
    tie = tomllib.loads(text)["tie"][0]
    assert tie["since"] == list(begin)
    assert tie["until"] == list(end)
    assert "no [[tie]] reads them" not in text
    assert dates(tmp_path, path, text) == [("1980-09-22", "1988-08"), ("2014-02-20", None)]


def dates(folder: Path, path: Path, text: str) -> list[tuple[str | None, str | None]]:
    (folder / "wars").mkdir()
    (folder / "wars" / "source.toml").write_text(text, "utf-8")
    finish(folder / "wars")
    _, batch = read_dataset(str(folder / "wars"), [path])
    found = [part for part in batch.parts if isinstance(part, Ties)]
    return [(tie["props"]["since"], tie["props"].get("until")) for ties in found for tie in ties.records()]


@pytest.mark.parametrize(
    ("columns", "since"),
    [
        ("iyear,imonth,iday", ["iyear", "imonth", "iday"]),
        ("event_yr,event_mo,weekday", ["event_yr", "event_mo"]),
        ("year,yearmonth,today", "year"),  # no parts of it
        ("eyear,emonth,eday", ["eyear", "emonth", "eday"]),  # no end where nothing is the begin
    ],
)
def test_parts_of_one_date(tmp_path: Path, columns: str, since: object) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"one,two,{columns}\nPeru,Chile,1980,9,22\nMali,Togo,2014,2,0\n", "utf-8")
    text = draft(path, "OPPOSES")
    tie = tomllib.loads(text)["tie"][0]
    assert tie["since"] == since
    assert "until" not in tie
    said = str(since).replace("'", '"') if isinstance(since, list) else f'"{since}"'
    assert f"Of events of one day, add: until = {said}\n" in text


def test_parts_that_are_no_numbers_or_years_are_none(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("one,two,syear,smonth\nPeru,Chile,1980,spring\nMali,Togo,2014,late\n", "utf-8")
    assert tomllib.loads(draft(path, "OPPOSES"))["tie"][0]["since"] == "syear"
    path.write_text("one,two,syear,smonth\nPeru,Chile,1980,5\nMali,Togo,2014-06,6\n", "utf-8")
    assert tomllib.loads(draft(path, "OPPOSES"))["tie"][0]["since"] == "syear"
    path.write_text("one,two,syear,smonth\nPeru,Chile,3,5\nMali,Togo,4,6\n", "utf-8")
    assert "since" not in tomllib.loads(draft(path, "OPPOSES"))["tie"][0]


@pytest.mark.parametrize(
    ("columns", "since", "until"),
    [
        ("calendar_year", "calendar_year", None),  # not an end, whatever letters are in it
        ("IndependenceYear", "IndependenceYear", None),
        ("amendment_date", "amendment_date", None),
        ("sender_year", "sender_year", None),
        ("endorsed", "endorsed", None),
        ("disclosed", "disclosed", None),
        ("calendar_year,end_date", "calendar_year", "end_date"),
        ("determined,terminated", "determined", "terminated"),
        ("opened,closed", "opened", "closed"),
        ("first,enddate", "first", "enddate"),
        ("last_updated,yearend", "last_updated", "yearend"),
    ],
)
def test_an_end_is_a_word_in_what_a_column_is_called(
    tmp_path: Path, columns: str, since: str, until: str | None
) -> None:
    path = tmp_path / "x.csv"
    cells = ("1980,1990", "2014,2015") if "," in columns else ("1980", "2014")
    path.write_text(f"one,two,{columns}\nPeru,Chile,{cells[0]}\nMali,Togo,{cells[1]}\n", "utf-8")
    tie = tomllib.loads(draft(path, "OPPOSES"))["tie"][0]
    assert (tie.get("since"), tie.get("until")) == (since, until)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("July", "August"),
        ("jul", "Aug."),
        ("Juillet", "août"),
        ("julio", "agosto"),
        ("Июль", "август"),
        ("7", "August"),
    ],
)
def test_months_may_be_words(tmp_path: Path, first: str, second: str) -> None:
    path = tmp_path / "wars.csv"
    path.write_text(f"one,two,Day,Month,Year\nPeru,Chile,2,{first},2016\nMali,Togo,,{second},2017\n", "utf-8")
    text = draft(path, "USES_FORCE_AGAINST")
    assert tomllib.loads(text)["tie"][0]["since"] == ["Year", "Month", "Day"]
    assert dates(tmp_path, path, text) == [("2016-07-02", None), ("2017-08", None)]


def test_a_word_that_is_no_month_is_no_part_of_a_date(tmp_path: Path) -> None:
    path = tmp_path / "wars.csv"
    path.write_text("one,two,Year,Month\nPeru,Chile,2016,July\nMali,Togo,2017,rainy\n", "utf-8")
    text = draft(path, "USES_FORCE_AGAINST")
    assert tomllib.loads(text)["tie"][0]["since"] == "Year"
    text = text.replace('since = "Year"', 'since = ["Year", "Month"]')
    with pytest.raises(BadSource, match="column Month: 'rainy' is not a month"):
        dates(tmp_path, path, text)


def test_unknown_values_of_wikidata_are_no_dates(tmp_path: Path) -> None:
    unknown = "http://www.wikidata.org/.well-known/genid/a1b2"
    path = tmp_path / "wars.csv"
    rows = ("Peru,Chile,1971-08-16T00:00:00Z,1980-01-01T00:00:00Z", f"Mali,Togo,1991-12-25T00:00:00Z,{unknown}")
    path.write_text("one,two,start,end\n" + "".join(f"{row}\n" for row in (*rows, rows[0])), "utf-8")
    text = draft(path, "USES_FORCE_AGAINST")
    assert dates(tmp_path, path, text)[:2] == [("1971-08-16", "1980-01-01"), ("1991-12-25", None)]
    path.write_text(path.read_text("utf-8").replace("/.well-known/genid/", "/entity/Q"), "utf-8")
    with pytest.raises(BadSource, match=r"wikidata\.org/entity/Q"):
        list(read_dataset(str(tmp_path / "wars"), [path])[1].parts)


@pytest.mark.parametrize("called", ["dyad", "dyadid", "version", "case_no", "id", "Dyad Code"])
def test_numbers_like_years_are_no_dates_where_they_are_called_otherwise(tmp_path: Path, called: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{called},one,two,year\n2020,Iran,China,1990\n2031,Iran,Oman,1990\n2040,Iran,Mali,1992\n", "utf-8")
    tie = tomllib.loads(draft(path, "BORDERS"))["tie"][0]
    assert tie["since"] == "year"


def test_a_column_of_years_that_only_ends_like_one_called_otherwise_is_one(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("one,two,period,zip_no\nIran,China,1990,2001\nIran,Oman,1990,2002\n", "utf-8")
    assert tomllib.loads(draft(path, "BORDERS"))["tie"][0]["since"] == "period"
