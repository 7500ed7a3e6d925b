"""What a draft must not leave out unsaid: dates that it cannot read, ties without an end, values that tell kinds of ties apart."""

# ruff: noqa: RUF001 -- digits of Arabic
from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiebook.sources.draft_declaration import draft
from tiebook.tables.sniff import sniffed


def drafted(folder: Path, text: str) -> tuple[dict[str, Any], str]:
    path = folder / "t.csv"
    path.write_text(text, "utf-8")
    made = draft(path, "AGREES_WITH")
    tie: dict[str, Any] = tomllib.loads(made)["tie"][0]
    return tie, "\n".join(line for line in made.splitlines()[1:] if line.startswith("#"))


def events(*dates: str) -> str:
    return "event_id,one,two,event_date\n" + "".join(f'E{n},Iran,Iraq,"{date}"\n' for n, date in enumerate(dates))


@pytest.mark.parametrize("end", ["Left", "Withdrawal", "lifted_on", "Ende", "Fin"])
def test_a_second_date_in_several_forms_is_named_if_it_is_left_out(tmp_path: Path, end: str) -> None:
    text = f"one,two,Joined,{end}\nIran,Iraq,1960,1995\nIran,Oman,1961,Jan-19\nIran,Chad,1962,28.06.1991\nIran,Mali,1963,Feb-18\n"
    tie, said = drafted(tmp_path, text)
    assert tie["since"] == "Joined"
    assert "until" not in tie
    assert f"may be dates too, and no [[tie]] reads them: {end}" in said


@pytest.mark.parametrize("end", ["Left", "Withdrawn", "Lifted"])
def test_ends_of_memberships_and_sanctions_are_ends(tmp_path: Path, end: str) -> None:
    tie, _ = drafted(tmp_path, f"one,two,{end},Joined\nIran,Iraq,1995,1960\nIran,Oman,1997,1961\n")
    assert (tie["since"], tie["until"]) == ("Joined", end)


@pytest.mark.parametrize(
    "dates",
    [
        ["٢٠١٦/٠٧/٠٢", "٢٠١٦/٠٧/١٣"],
        ["1395/04/12", "1395/04/23"],
        ["2559-07-02", "2559-07-13"],
        ["2/7/2016", "unknown"],
        ["20160702", "20160799"],
        ["2016-07-02", "2/7/2016 or so"] * 2,
    ],
)
def test_dates_that_cannot_be_read_are_to_do(tmp_path: Path, dates: list[str]) -> None:
    tie, _ = drafted(tmp_path, events(*dates))
    assert str(tie["since"]).startswith("TO DO: event_date")


@settings(deadline=None)
@given(
    st.lists(
        st.from_regex(r"[0-9]{1,4}[/. ][0-9]{1,2}[/. ][0-9]{3,4}|[0-9]{4,13}", fullmatch=True), min_size=1, max_size=4
    )
)
def test_a_column_that_is_called_a_date_is_never_left_out_unsaid(
    tmp_path_factory: pytest.TempPathFactory, dates: list[str]
) -> None:
    tie, _ = drafted(tmp_path_factory.mktemp("t"), events(*dates))
    assert "event_date" in str(tie.get("since"))


@pytest.mark.parametrize(
    ("dates", "form"),
    [
        (["1467417600", "1468368000"], "seconds since 1970-01-01"),
        (["1467417600000", "1468368000000"], "milliseconds since 1970-01-01"),
        (["7/2016", "12/2016"], "%m/%Y"),
        (["07.2016", "12.2016"], "%m.%Y"),
    ],
)
def test_clocks_and_months(tmp_path: Path, dates: list[str], form: str) -> None:
    tie, _ = drafted(tmp_path, events(*dates))
    assert (tie["since"], tie["dates"]) == ("event_date", form)


def test_an_end_may_be_in_another_form_than_the_begin(tmp_path: Path) -> None:
    tie, said = drafted(tmp_path, "one,two,start,end\nIran,Iraq,2001,31/12/2005\nIran,Oman,2002,15/06/2007\n")
    assert (tie["since"], tie["until"], tie["dates"], said) == ("start", "end", "%d/%m/%Y", "")


def test_an_end_in_no_form_that_is_known_is_named(tmp_path: Path) -> None:
    tie, said = drafted(tmp_path, "one,two,start,end\nIran,Iraq,2001,in 2005\nIran,Oman,2002,after 2007\n")
    assert (tie["since"], "until" in tie) == ("start", False)
    assert "may be dates too, and no [[tie]] reads them: end" in said


def test_a_draft_without_an_end_says_that_ties_go_on(tmp_path: Path) -> None:
    _, said = drafted(tmp_path, events("1970-05-02", "1971-06-03"))
    assert 'it goes on. Of events of one day, add: until = "event_date"' in said
    _, said = drafted(tmp_path, "one,two,start,end\nIran,Iraq,2001,2002\n")
    assert "goes on" not in said


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            ("ally", "rival"),
            "relation tells ally from rival. If these are kinds of ties: --type ally=TIE --type rival=TIE",
        ),
        (
            ("armed group", "state"),
            "If these are kinds of ties: --type 'armed group=TIE' --type state=TIE",
        ),
        (("0", "1"), 'leave such rows out: where = {column = "relation", is = "1"}'),
        (("1.0", "0.0"), 'leave such rows out: where = {column = "relation", is = "1"}'),
        (("one", "one"), ""),
    ],
)
def test_a_column_that_may_tell_kinds_of_ties_is_named(tmp_path: Path, cells: tuple[str, str], said: str) -> None:
    _, remarks = drafted(tmp_path, f"one,two,relation\nIran,Iraq,{cells[0]}\nIran,Oman,{cells[1]}\n")
    assert said in remarks if said else remarks == ""


def test_a_number_above_and_below_0_is_named_and_not_refused(tmp_path: Path) -> None:
    _, said = drafted(tmp_path, "one,two,w\nIran,Iraq,0.5\nIran,Oman,-0.3\n")
    assert "w is above and below 0. If its sign tells kinds of ties: --type +=TIE --type -=TIE" in said


@pytest.mark.parametrize(
    "before",
    [
        "Last change,13/04/2018,\n",
        "\ufeffAs of 2018-04-13,,\n",
        "From 2001,to 2005,\n",
        "Actors,,When\n",
        ",Pairs,\n,,\n",
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("records", ["US,Iran,2001\n", "US,Iran,2001\nUS,Cuba,\nUS,Chad,2003-05\n"])
def test_the_header_is_found_below_other_lines(tmp_path: Path, before: str, ends: str, records: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(f"{before}sender,target,year\n{records}".replace("\n", ends).encode())
    found = sniffed(path)
    assert found.named
    assert found.table.columns == ("sender", "target", "year")
    assert [cells for _, cells in found.table.records] == [row.split(",") for row in records.splitlines()]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("sender,,year\nUS,Iran,2001\nUS,Cuba,2002\n", ("sender", "column 2", "year")),
        ("sender,,year\nUS,Iran,unknown\nUK,Cuba,2002\n", ("sender", "column 2", "year")),
        ("sender,,year\nUS,Iran,NA\nUK,Cuba,2002\n", ("sender", "column 2", "year")),
        ("sender,,words\nUS,Iran,so it is\nUK,Cuba,and so on\n", ("sender", "column 2", "words")),
    ],
)
def test_no_record_is_taken_for_a_header(tmp_path: Path, text: str, columns: tuple[str, ...]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, "utf-8")
    found = sniffed(path)
    assert found.table.columns == columns
    assert len(list(found.table.records)) == 2


def test_sheets_of_a_workbook_that_are_not_read_are_named(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Nodes"
    for row in (("Id", "Label"), (0, "Iran"), (1, "China")):
        book.active.append(row)
    path = tmp_path / "net.xlsx"
    book.save(path)
    assert "Only the sheet" not in draft(path, "SUPPORTS")
    edges = book.create_sheet("Edges")
    for row in (("Source", "Target"), ("Iran", "China"), ("Oman", "Iran")):
        edges.append(row)
    book.save(path)
    said = draft(path, "SUPPORTS")
    assert '# Only the sheet "Nodes" is read, not Edges. For another, in [[file]]: sheet = "Edges"' in said
