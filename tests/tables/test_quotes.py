"""Tables quoted by ', of fixed width, or divided by spaces: read, or refused with the command that makes CSV of them."""

from __future__ import annotations

import csv
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.tables import Shape, read_table
from tiebook.tables.sniff import sniffed

SHAPE = Shape(what="the rows", required=("a", "b"))


def _path(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "t.txt"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "'a','b','year'\n'Iran','Korea, North',2001\n'Iran','Cote d''Ivoire',2002\n",
            [["Iran", "Korea, North", "2001"], ["Iran", "Cote d'Ivoire", "2002"]],
        ),
        ("a,b\n'Iran','Korea, North'\n'Iran','Oman'\n", [["Iran", "Korea, North"], ["Iran", "Oman"]]),
        ("'a';'b'\n'Iran';'Korea; North'\n", [["Iran", "Korea; North"]]),
        (
            "Pacts\n'a','b'\n'Iran','Korea, North'\n'a','b'\n'Iran','Oman'\n",
            [["Iran", "Korea, North"], ["Iran", "Oman"]],
        ),
    ],
)
def test_cells_between_single_quotes(tmp_path: Path, text: str, rows: list[list[str]]) -> None:
    path = _path(tmp_path, text)
    for table in (read_table(path, SHAPE), sniffed(path).table):
        assert table.columns[:2] == ("a", "b")
        assert [cells for _, cells in table.records] == rows
        assert "quoted by '" in table.notes


@pytest.mark.parametrize(
    "cells",
    [
        ["'Abd Allah", "Oman", "'t Zand'"],
        ["'Asaib'", "Iran", "Oman"],  # of one record only
        ["d'Ivoire", "o'Neill'", "''"],
    ],
)
def test_apostrophes_of_names_quote_nothing(tmp_path: Path, cells: list[str]) -> None:
    table = read_table(_path(tmp_path, "a,b\n" + "".join(f"Iran,{cell}\n" for cell in cells)), SHAPE)
    assert [row[1] for _, row in table.records] == cells


def test_double_quotes_win(tmp_path: Path) -> None:
    table = read_table(_path(tmp_path, "a,b\n\"'x'\",'y'\n'z',\"'w', v\"\n"), SHAPE)
    assert [cells for _, cells in table.records] == [["'x'", "'y'"], ["'z'", "'w', v"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n'Iran','C\\'est, x'\n'Iran','Oman'\n", r"t.txt:2: the rows: more text follows the ' that ends a cell"),
        (
            "a,b\nIran,'Korea, North'\nIran,Oman\nIran,Iraq\n",
            "t.txt:2: the rows: a record has 3 fields where 2 are expected",
        ),
        ("a;b\nIran;'x; y'\nIran;Oman\nIran;Iraq\n", "t.txt:2: the rows: a record has 3 fields where 2 are expected"),
    ],
)
def test_the_way_out_of_other_single_quotes(tmp_path: Path, text: str, said: str) -> None:
    path = _path(tmp_path, text)
    with pytest.raises(BadSource, match=said) as caught:
        list(read_table(path, SHAPE).records)
    _run(caught.value)
    with (tmp_path / "t-new.csv").open(newline="") as file:
        assert {len(row) for row in csv.reader(file)} == {2}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a              b              year\nIran           China          2001\nUnited States  Korea, North   2002\n",
            "this is a table of fixed width: its columns seem to begin at the characters 1, 16, 31",
        ),
        ("a b year\nIRN CHN 2001\nIRN OMN 2002\n", "this table's 3 columns seem to be divided by spaces"),
        (
            '"a" "b" "year"\n"1" "Iran" "China" 2001\n"2" "United States" "Korea, North" 2002\n',
            "this table's 3 columns are in quotes and divided by spaces, as R writes them",
        ),
        (
            '"a" "b" "year"\n"Iran" "China" 2001\n"United States" "Korea" 2002\n',
            "this table's 3 columns are in quotes and divided by spaces, as R writes them",
        ),
    ],
)
def test_the_way_out_of_tables_without_delimiter(tmp_path: Path, text: str, said: str) -> None:
    path = _path(tmp_path, text)
    with pytest.raises(BadSource, match=said):
        read_table(path, SHAPE)
    with pytest.raises(BadSource, match=said) as caught:
        sniffed(path)
    _run(caught.value)
    rows = [cells for _, cells in read_table(tmp_path / "t.csv", SHAPE).records]
    assert [row[2] for row in rows] == ["2001", "2002"]


def test_a_text_is_no_table_of_fixed_width(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match="no delimiter splits this file into columns"):
        sniffed(_path(tmp_path, "Iran and China signed.\nNobody saw  it then.\nIn Oman, they met.\n"))


def _run(error: BadSource) -> None:
    """Run the command that the hint shows."""
    assert error.hint is not None
    command = error.hint[error.hint.index("python3") :].replace("python3", shlex.quote(sys.executable), 1)
    subprocess.run(command, shell=True, check=True, timeout=60)  # noqa: S602 -- as a user runs it


@pytest.mark.parametrize("records", [1, 2, 3])
def test_a_delimiter_behind_every_record_makes_no_column(tmp_path: Path, records: int) -> None:
    path = _path(tmp_path, "a,b\n" + "1,2,\n" * records)
    assert list(sniffed(path).table.columns) == ["a", "b"]
    assert [row.cells for row in read_table(path, SHAPE).rows] == [{"a": "1", "b": "2"}] * records


@pytest.mark.parametrize(("records", "before"), [(1, 0), (1, 1), (2, 1), (12, 0), (12, 10)])
def test_single_quotes_are_seen_below_the_lines_before_the_header(tmp_path: Path, records: int, before: int) -> None:
    text = "Pacts of the Gulf\n" * before + "a,b\n" + "'x, y',2\n" * records
    assert [row.cells for row in read_table(_path(tmp_path, text), SHAPE).rows] == [{"a": "x, y", "b": "2"}] * records


def test_a_table_may_have_one_column(tmp_path: Path) -> None:
    rows = read_table(_path(tmp_path, "a\nIran\n China\n\n-\nNote: x\n"), Shape(what="a list", required=("a",))).rows
    assert [row["a"].strip() for row in rows][:2] == ["Iran", "China"]
