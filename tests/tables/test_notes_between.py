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
