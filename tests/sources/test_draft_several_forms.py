"""Dates that stand in several forms in one column: a draft proposes them together, and a file so drafted is read."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loaders.source_readers import finish, mapped_files
from tiebook.sources.draft_declaration import draft
from tiebook.sources.mapped.drafts.forms import forms_together

STATES = ["Iraq", "Oman", "Chad", "Mali", "Peru", "Cuba", "Togo", "Fiji"]


def table(*dates: str, header: str = "signed", more: str = "") -> str:
    lines = (f'Iran,{state},"{cell}"{more}\n' for state, cell in zip(STATES, dates, strict=False))
    return f"one,two,{header}\n" + "".join(lines)


def drafted(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "t.csv"
    path.write_text(text, "utf-8")
    tie: dict[str, Any] = tomllib.loads(draft(path, "AGREES_WITH"))["tie"][0]
    return tie


def loaded(folder: Path, text: str) -> list[tuple[str | None, str | None]]:
    path, source = folder / "t.csv", folder / "mine"
    path.write_text(text, "utf-8")
    source.mkdir()
    (source / "source.toml").write_text(draft(path, "AGREES_WITH", source), "utf-8")
    finish(source)
    _, ties = mapped_files(str(source), path)
    return [(each.get("since"), each.get("until")) for each in ties]


def test_each_cell_is_read_in_its_form(tmp_path: Path) -> None:
    cells = ("31.12.2014", "Dec 2013", "5 May 2011", "2010m3", "2009q4", "2008-07", "04/2007", "2006")
    assert drafted(tmp_path, table(*cells))["dates"] == ["%d.%m.%Y", "%d %B %Y", "%b %Y", "%m/%Y"]
    assert [since for since, _ in loaded(tmp_path, table(*cells))] == [
        "2014-12-31",
        "2013-12",
        "2011-05-05",
        "2010-03",
        "2009-Q4",
        "2008-07",
        "2007-04",
        "2006",
    ]


def test_a_form_that_is_not_plain_is_left_open_beside_the_others(tmp_path: Path) -> None:
    tie = drafted(tmp_path, table("5/6/2002", "7 May 2003", "8 June 2004"))
    assert (tie["since"], tie["dates"]) == ("signed", ["%d %B %Y", "TO DO: %d/%m/%Y or %m/%d/%Y"])
    assert drafted(tmp_path, table("5/6/2002", "17/6/2002", "8 June 2004"))["dates"] == ["%d/%m/%Y", "%d %B %Y"]
    assert drafted(tmp_path, table("2 May 45", "07.06.2003", "8.6.2004"))["dates"] == [
        "%d.%m.%Y",
        "TO DO: %d %b %y, once its years have four digits",
    ]


def test_two_orders_in_one_column_are_left_to_the_user(tmp_path: Path) -> None:
    tie = drafted(tmp_path, table("3/4/2002", "13/4/2002", "4/13/2002", "2/14/2002"))
    assert tie["since"].startswith("TO DO: signed, once its dates have one form")
    assert "dates" not in tie


def test_days_that_a_spreadsheet_counts_stand_beside_texts(tmp_path: Path) -> None:
    """As where a column of dates has some before 1900, or some that the spreadsheet did not understand."""
    cells = ("42004", "31.12.1898", "42005.5")
    assert drafted(tmp_path, table(*cells))["dates"] == ["days since 1899-12-30", "%d.%m.%Y"]
    assert [since for since, _ in loaded(tmp_path, table(*cells))] == ["2014-12-31", "1898-12-31", "2015-01-01"]
    assert "dates" not in drafted(tmp_path, table("42004", "42005", "42006", "7"))
    assert "since" not in drafted(tmp_path, table(*cells, header="budget"))


def test_another_column_is_one_of_dates_only_if_all_its_cells_are(tmp_path: Path) -> None:
    cells = ("31.12.2014", "5 May 2011", "Dec 2013")
    assert drafted(tmp_path, table(*cells, header="treaty"))["since"] == "treaty"
    assert "since" not in drafted(tmp_path, table(*cells, "the pact of May 2012", header="treaty"))
    assert drafted(tmp_path, table(*cells, "the pact of May 2012"))["since"] == "signed"


@pytest.mark.parametrize("blank", ["NA", "", ".", "nan", "9999-12-31", "present"])
@pytest.mark.parametrize("name", ["ended", "end_date", "EndYear", "exit", "Withdrawn"])
def test_a_column_called_an_end_is_one_where_nothing_has_ended(tmp_path: Path, name: str, blank: str) -> None:
    text = table("2001-02-03", "2002-03-04", header=f"since,{name}", more=f",{blank}")
    assert drafted(tmp_path, text)["until"] == name
    assert loaded(tmp_path, text) == [("2001-02-03", None), ("2002-03-04", None)]


def test_the_parts_of_an_end_are_drafted_where_nothing_has_ended(tmp_path: Path) -> None:
    text = "one,two,styear,stmon,endyear,endmon\nIran,Oman,2001,2,-9,-9\nIran,Iraq,2002,3,NA,NA\n"
    tie = drafted(tmp_path, text)
    assert (tie["since"], tie["until"]) == (["styear", "stmon"], ["endyear", "endmon"])


@pytest.mark.parametrize("name", ["lastname", "endorsed", "last_update", "calendar", "notes"])
def test_a_blank_column_of_another_name_is_no_end(tmp_path: Path, name: str) -> None:
    assert "until" not in drafted(tmp_path, table("2001-02-03", "2002-03-04", header=f"since,{name}", more=",NA"))


FORMS = ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d %B %Y", "%B %d, %Y", "%Y/%m/%d")


@given(
    st.lists(st.tuples(st.dates(date(1900, 1, 1), date(2020, 1, 1)), st.sampled_from(FORMS)), min_size=1, max_size=12)
)
def test_the_forms_read_every_text_and_none_as_two_days(written: list[tuple[date, str]]) -> None:
    read = {}
    for day, form in written:
        text = day.strftime(form)
        other = {"%d/%m/%Y": "%m/%d/%Y", "%m/%d/%Y": "%d/%m/%Y"}.get(form)
        read[text] = {form: day}
        if other and day.day <= 12:
            read[text][other] = date(day.year, day.day, day.month)
    found = forms_together(read, FORMS)
    needed = {form for form, *_ in found}
    assert not found or all(len({days[form] for form in needed & days.keys()}) == 1 for days in read.values())
    assert found or {"%d/%m/%Y", "%m/%d/%Y"} <= {form for days in read.values() for form in days} or len(needed) > 5


def test_a_begin_in_several_forms_stands_beside_an_end_in_one(tmp_path: Path) -> None:
    text = "one,two,Date,End date\nIran,Oman,02.12.2019,04.05.21\nIran,Iraq,3.1.20,05.06.22\nIran,Chad,4.2.2020,\n"
    tie = drafted(tmp_path, text)
    assert (tie["since"], tie["until"], tie["dates"]) == ("Date", "End date", ["%d.%m.%y", "%d.%m.%Y"])
