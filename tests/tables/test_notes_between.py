"""Notes with delimiters in them, between records: refused with their line, as they would be read as records."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.tables import Shape, read_table

SHAPE = Shape(what="the rows", required=("a", "b"))


def records(folder: Path, text: str) -> tuple[list[list[str]], list[str]]:
    path = folder / "t.csv"
    path.write_text(text, "utf-8")
    table = read_table(path, SHAPE)
    return [cells for _, cells in table.records], table.notes


@pytest.mark.parametrize(
    "note",
    [
        "Note: Iran, Oman, 1990 are missing",
        "Sources: Doe 2001, Roe 2002, p. 5",
        "* revised, see annex, 2001",
        "(1) until May, then withdrawn, 2003",
        "Quelle: Doe, 2001, S. 5",
        '"Notes, and sources: Doe 2001"',
        '"Source (see also the annex, p. 7): Doe"',
        "Last updated, by Doe, 2001",
        "Note:Iran,Oman,1990 are missing",
        "Quelle:Doe,2001,S.5",
        "Source : Doe,2001,p. 5",
        "\u6ce8\uff1a\u4f0a\u6717,\u963f\u66fc,1990",
        "Sources:Doe 2001,Roe 2002",
        "Notes:a,b,c,d,e",
    ],
)
def test_a_note_between_records_is_refused_with_its_line(tmp_path: Path, note: str) -> None:
    with pytest.raises(BadSource, match=r"t.csv:3: the rows: a note stands between the records: '.*take it out"):
        records(tmp_path, f"a,b,year\nIran,China,2001\n{note}\nIran,Oman,2003\n")


@pytest.mark.parametrize(
    "row", ["Source Group,Iran,2001", "Key Party, Iran,2001", "* Iran,China,2001", "Noted, Iran, 2001"]
)
def test_records_that_begin_like_notes_are_records(tmp_path: Path, row: str) -> None:
    found, _ = records(tmp_path, f"a,b,year\nIran,China,2001\n{row}\nIran,Oman,2003\n")
    assert len(found) == 3


def test_where_records_have_a_space_behind_each_delimiter_it_tells_nothing(tmp_path: Path) -> None:
    found, _ = records(tmp_path, "a, b, year\nIran, China, 2001\nNote Party, Iran, 2002\nIran, Oman, 2003\n")
    assert len(found) == 3


def test_blank_cells_behind_the_last_column_are_told(tmp_path: Path) -> None:
    found, notes = records(tmp_path, "a,b,year\nIran,China,2001,,,\nIran,Oman,2003\nIran,Iraq,2004, ,\n")
    assert [len(cells) for cells in found] == [3, 3, 3]
    assert "2 records have blank cells behind their last column, which were left out" in notes


@pytest.mark.parametrize("line", ["The rows below are revised", "Part II", "Iran", "1950s"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_of_one_cell_before_a_whole_record_is_refused(tmp_path: Path, line: str, end: str) -> None:
    text = f"a,b,year\nIran,China,2001\n{line}\nIran,Oman,2003\nIran,Iraq,2004\n".replace("\n", end)
    with pytest.raises(
        BadSource, match=rf"t.csv:3: the rows: the line '{line}' is not a record.*take it out, or join it"
    ):
        records(tmp_path, text)


@pytest.mark.parametrize("line", ["see annex,2001", "before 1990,estimates,see p. 4,and notes"])
def test_a_text_with_another_number_of_cells_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadSource, match=r"t.csv:3: the rows: a record has . fields where 3 are expected"):
        records(tmp_path, f"a,b,year\nIran,China,2001\n{line}\nIran,Oman,2003\n")


@pytest.mark.parametrize(
    ("head", "first"), [("comment,a,b", "Iran"), ("a,b,year", "Note: Party"), ("x,a,b", "Source: Doe")]
)
def test_headings_in_a_column_of_texts_are_records(tmp_path: Path, head: str, first: str) -> None:
    found, _ = records(tmp_path, f"{head}\n{first},China,2001\nSource: Roe,Oman,2003\nIran,Iraq,2004\n")
    assert len(found) == 3


def test_a_note_with_a_heading_below_the_table_is_left_out_and_told(tmp_path: Path) -> None:
    found, notes = records(tmp_path, "a,b,year\nIran,China,2001\nSource:Doe,2001,p. 5\n")
    assert len(found) == 1
    assert any("left out as notes below the table" in note and "Source:Doe" in note for note in notes)


def test_a_name_that_a_line_end_has_split_is_joined_where_it_is_not_the_first(tmp_path: Path) -> None:
    found, notes = records(tmp_path, "a,b,year\nIran,Democratic\nRepublic,2001\nIran,Oman,2003\n")
    assert found[0] == ["Iran", "Democratic\nRepublic", "2001"]
    assert notes == ["1 records that a line end had split were joined"]
