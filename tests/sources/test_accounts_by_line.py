"""The account of a load says on which lines the records stand that it left out, and those that stand there twice."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from tests.made_up_source import NAMED_ENDS, declaration
from tiebook.cli.load.load import command as load
from tiebook.cli.load.resolve import command as resolve
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadRecords, TiebookError
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary
from tiebook.sources.datasets import read_dataset
from tiebook.sources.report import Account, where

KEYED = f'{NAMED_ENDS}record = ["id"]\nsince = "since"\nuntil = "until"\n'
UNKEYED = f'{NAMED_ENDS}since = "since"\nuntil = "until"\n'
BACKWARDS = "it ends before it begins"


def account(folder: Path, rows: list[str], tie: str = KEYED, *more: list[str]) -> list[Account]:
    made = folder / "made"
    made.mkdir(exist_ok=True)
    (made / "source.toml").write_text(declaration("made", tie, required=("a", "b"), what="0.csv"), "utf-8")
    paths = []
    for number, each in enumerate((rows, *more)):
        paths.append(folder / f"{number}.csv")
        paths[-1].write_text("id,a,b,since,until\n" + "".join(f"{row}\n" for row in each), "utf-8")
    reader, batch = read_dataset(str(made), paths)
    batch.read_through()
    batch.read_through()  # as a load does: nothing is told twice
    return reader.accounts


@pytest.mark.parametrize(
    ("lines", "count", "said"),
    [
        ([], 5, ""),
        ([7], 1, " (line 7)"),
        ([7, 1200], 2, " (lines 7 and 1,200)"),
        ([7, 8, 9], 3, " (lines 7, 8 and 9)"),
        ([7, 8, 9], 4, " (lines 7, 8, 9, ...)"),
        ([7, 8, 9, 10], 4, " (lines 7, 8, 9, ...)"),
    ],
)
def test_lines_in_words(lines: list[int], count: int, said: str) -> None:
    assert where(lines, count) == said


def test_the_first_lines_of_each_reason_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tiebook.sources.mapped.reader.ROWS", 2)
    rows = [
        "1,Iran,Oman,2001,",
        "2,Iran,Oman,2001,2000",
        "3,Iran,Nowhere,2001,",
        "4,,Oman,2001,",
        "5,Iran,Oman,2002,2000",
    ]
    rows += [f"{n},Iran,Oman,2003,2000" for n in range(6, 9)]
    (found,) = account(tmp_path, rows)
    assert found.lines()[:4] == [
        "0.csv: 8 records read = 1 loaded + 0 merged + 7 skipped",
        "  skipped 1: an end is blank, or a code for missing (line 5)",
        f"  skipped 5: {BACKWARDS} (lines 3, 6, 7, ...)",
        "  skipped 1: names an actor that is not known (line 4)",
    ]


def test_readers_in_code_name_them_too(tmp_path: Path) -> None:
    path = tmp_path / "NMC.csv"
    head = "ccode,stateabb,year,milex,milper,irst,pec,tpop,upop,cinc"
    rows = [f"{code},X,1990,1,1,1,1,1,1,0.1" for code in (2, 999, 630, 998)]
    path.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    reader, _ = read_dataset("cow_nmc", [path])
    assert "  skipped 2: names an actor that is not known (lines 3 and 5)" in reader.accounts[0].lines()


def test_what_the_load_did_not_ask_for_has_no_lines(tmp_path: Path) -> None:
    (found,) = account(tmp_path, ["1,Iran,Oman,2001,"])
    found.place(["outside --since, --until or --actors", BACKWARDS, "loaded", "merged"], [2, 3, 4, 5])
    assert found.lines_of == {BACKWARDS: [3]}


def test_records_without_a_key_that_repeat_are_told(tmp_path: Path) -> None:
    twice = ["1,Iran,Oman,2001,", "2,Iran,Oman,2001,", "1,Iran,Oman,2001,"]
    (found,) = account(tmp_path, twice, UNKEYED)
    assert (found.loaded, found.merged) == (3, 0)
    said = (
        "1 record is like an earlier one in every cell (line 4), and a tie of its own: without `record`, none has a key"
    )
    assert found.notes == [said]
    (found,) = account(tmp_path, twice, KEYED)
    assert (found.loaded, found.merged, found.notes) == (2, 1, [])


def test_they_are_told_of_each_file_and_across_files(tmp_path: Path) -> None:
    row, other = "1,Iran,Oman,2001,", "2,Iran,Oman,2001,"
    first, second, third = account(tmp_path, [row, row, other], UNKEYED, [other], ["3,Iran,Oman,2001,"])
    assert [note[:20] for note in first.notes] == ["1 record is like an "]
    assert "(line 2)" in second.notes[0]
    assert third.notes == []


def test_records_that_make_no_tie_are_not_told_to_repeat(tmp_path: Path) -> None:
    (found,) = account(tmp_path, ["1,Iran,Oman,2001,2000", "1,Iran,Oman,2001,2000"], UNKEYED)
    assert found.notes == []


def test_rows_of_a_frame_are_told_by_their_labels_only(tmp_path: Path) -> None:
    frame = pd.DataFrame({"from": ["Iran", "Iran", ""], "to": ["Oman", "Oman", "Iraq"]}, index=["x", "y", "z"])
    with Graph(KgliteEngine(tmp_path / "t.kgl"), QuestionLibrary({})) as graph:
        told = graph.add_ties(frame, "SUPPORTS", source="mine")
    said = str(told)
    assert "1 record is like an earlier one in every cell, and a tie of its own" in said
    assert "row z: an end is blank" in said
    assert "(line" not in said


def test_a_fault_does_not_name_its_file_twice(tmp_path: Path) -> None:
    with pytest.raises(BadRecords) as raised:
        account(tmp_path, ["1,Iran,Oman,2001,", "2,Iran,Oman,20x1,", "3,Iran,Oman,20y1,"])
    first, second = str(raised.value).splitlines()
    assert first.startswith(f"{tmp_path}/0.csv:3: '20x1' is not a date")
    assert second.strip().startswith(f"{tmp_path}/0.csv:4: '20y1' is not a date")


@pytest.mark.parametrize(
    ("where_", "what", "said"),
    [
        ("a/b.csv:12", "b.csv: it is broken", "a/b.csv:12: it is broken"),
        ("a/b.csv", "b.csv: it is broken", "a/b.csv: it is broken"),
        ("a/b.csv:12", "rows: it is broken", "a/b.csv:12: rows: it is broken"),
        ("a/b.csv:12", "b.csv is broken", "a/b.csv:12: b.csv is broken"),
        (None, "b.csv: it is broken", "b.csv: it is broken"),
    ],
)
def test_any_error_names_its_file_once(where_: str | None, what: str, said: str) -> None:
    assert str(TiebookError(what, where=where_)) == said


def test_a_decision_about_a_name_that_no_load_left_open_is_doubted(tmp_path: Path) -> None:
    account(tmp_path, ["1,Iran,Oman,2001,"])
    rows = "id,a,b,since,until\n1,Iran,Atlantiss,2001,\n2,Iran,cow:999,2001,\n"
    (tmp_path / "0.csv").write_text(rows, "utf-8")
    made, kept = str(tmp_path / "made"), tmp_path / "decisions.toml"

    def decide(name: str) -> str:
        result = CliRunner().invoke(resolve, [made, "--name", name, "--as", "egypt", "--decisions", str(kept)])
        assert result.exit_code == 0
        assert "made: " in result.output
        return result.output

    assert "note" not in decide("Nobody"), "no load is known"
    loaded = CliRunner().invoke(
        load, [made, str(tmp_path / "0.csv"), "--db", str(tmp_path / "t.kgl"), "--decisions", str(kept)]
    )
    assert loaded.exit_code == 0, loaded.output
    assert "note: the last load of made left no 'Atlantis' unresolved (did you mean Atlantiss?)" in decide("Atlantis")
    assert "note" not in decide("ATLANTISS")
    assert "note" not in decide("Atlantis"), "it was decided on before"
    assert "note" not in decide("Atlantiss@2001-01-01/2001-12-31")
