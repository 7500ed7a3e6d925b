"""Cells that cannot be read: the first of them are listed with their lines, and the rest are counted, in any table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made_up_source import NAMED_ENDS, declaration
from tiebook.errors import BadRecords
from tiebook.sources.datasets import read_dataset

DATED = f'{NAMED_ENDS}record = ["id"]\nsince = "since"\nvalue = "size"\n'


def source(folder: Path, tie: str = DATED) -> Path:
    made = folder / "made"
    made.mkdir(exist_ok=True)
    (made / "source.toml").write_text(declaration("made", tie, required=("id", "a", "b")), "utf-8")
    return made


def faults(folder: Path, rows: list[str]) -> BadRecords:
    path = folder / "rows.csv"
    path.write_text("id,a,b,since,size\n" + "".join(f"{row}\n" for row in rows), "utf-8")
    with pytest.raises(BadRecords) as raised:
        read_dataset(str(source(folder)), [path])[1].read_through()
    return raised.value


def test_one_is_told_on_one_line(tmp_path: Path) -> None:
    error = faults(tmp_path, ["1,Iran,China,2001,", "2,Iran,Oman,20x1,", "3,Iran,Iraq,2003,"])
    assert "\n" not in str(error)
    assert str(error).startswith(f"{tmp_path}/rows.csv:3: rows: '20x1' is not a date")


def test_several_are_listed_in_the_order_of_their_lines_whatever_is_wrong(tmp_path: Path) -> None:
    rows = ["1,Iran,China,2001,many", "2,Iran,Oman,20x1,", "3,Iran,Iraq,2003,4"]
    rows += ["3,Iran,Cuba,2003,4", "5,Iran,Chad,2/x,none", "6,Iran,Peru,y,1_0"]
    first, *others = str(faults(tmp_path, rows)).splitlines()
    assert ":2: rows: column size: 'many' is not a number" in first
    assert [line.partition("rows.csv:")[2].partition(":")[0] for line in others] == ["3", "5", "6", "7"]
    assert "the record 3 says two things" in others[1]


def test_ten_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    lines = str(faults(tmp_path, [f"{n},Iran,China,x{n}," for n in range(25)])).splitlines()
    assert len(lines) == 11
    assert lines[-1] == "  and 15 others"


def test_they_are_counted_up_to_a_thousand(tmp_path: Path) -> None:
    error = faults(tmp_path, [f"{n},Iran,China,x{n}," for n in range(1500)])
    assert str(error).splitlines()[-1] == "  and 990 or more others"


def test_what_follows_is_looked_through_in_other_parts_of_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tiebook.sources.mapped.reader.ROWS", 3)
    monkeypatch.setattr("tiebook.sources.mapped.reader._LOOKED", 2)
    rows = [f"{n},Iran,China,{'x' if n in (4, 5, 11) else 2001}," for n in range(14)]
    error = faults(tmp_path, rows)
    assert [fault.split(":")[1] for fault in error.faults] == ["6", "7", "13"]
    monkeypatch.setattr(BadRecords, "FURTHER", 4)
    assert [fault.split(":")[1] for fault in faults(tmp_path, rows).faults] == ["6", "7"]


def test_a_broken_line_below_ends_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tiebook.sources.mapped.reader.ROWS", 1)
    error = faults(tmp_path, ["1,Iran,China,x,", "2,Iran,Oman,2003,4,5,6", "3,Iran,Iraq,y,"])
    assert len(error.faults) == 1


@settings(deadline=None)
@given(bad=st.lists(st.booleans(), min_size=1, max_size=40).filter(any))
def test_each_bad_row_is_named_once_and_no_other(tmp_path_factory: pytest.TempPathFactory, bad: list[bool]) -> None:
    folder = tmp_path_factory.mktemp("rows")
    error = faults(folder, [f"{n},Iran,China,{'never' if wrong else 2000 + n}," for n, wrong in enumerate(bad)])
    assert [int(fault.split(":")[1]) for fault in error.faults] == [n + 2 for n, wrong in enumerate(bad) if wrong]


def test_readers_in_code_list_them_too(tmp_path: Path) -> None:
    path = tmp_path / "NMC.csv"
    head = "ccode,stateabb,year,milex,milper,irst,pec,tpop,upop,cinc"
    rows = [f"2,USA,{1990 + n},1,{'many' if n % 2 else 1},1,1,1,1,0.1" for n in range(30)]
    path.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    with pytest.raises(BadRecords) as raised:
        read_dataset("cow_nmc", [path])
    lines = str(raised.value).splitlines()
    assert "NMC.csv:3: " in lines[0]
    assert "NMC.csv:5: " in lines[1]
    assert lines[-1] == "  and 5 others"


@pytest.mark.parametrize("span", ["2020-01-06/2020-01-12", "1990-1995", "1990 to present", "1990\u20131995"])
def test_two_dates_in_one_cell_are_told_as_such(tmp_path: Path, span: str) -> None:
    assert "name its column in `since` and in `until`" in str(faults(tmp_path, [f"1,Iran,China,{span},"]))


def test_a_very_long_cell_is_cut_in_the_message(tmp_path: Path) -> None:
    said = str(faults(tmp_path, [f"1,Iran,China,{'2' * 3000},"]))
    assert f"'{'2' * 40}...' is not a date" in said
    assert len(said) < 400
