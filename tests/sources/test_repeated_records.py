"""A record that stands in several files, or several times in one: alike it is one tie, whatever stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.made_up_source import NAMED_ENDS, declaration
from tiebook.errors import BadRecords
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.mapped.date_form import BadRecord
from tiebook.sources.mapped.mapping import Mapping, Picked, Rows
from tiebook.sources.report import Account

TIE = f'{NAMED_ENDS}record = ["id"]\nsince = "since"\nuntil = "until"\nvalue = "size"\nmechanism = "how"\nquote = "words"\n'
HEAD = "id,a,b,since,until,size,how,words\n"
BARE = "1,Iran,China,,,,,"
FULL = "2,Iran,Oman,2003,2004,4.5,by treaty,they agree"


def accounts(folder: Path, *files: Sequence[str], tie: str = TIE, head: str = HEAD) -> list[Account]:
    made = folder / "made"
    made.mkdir(exist_ok=True)
    (made / "source.toml").write_text(declaration("made", tie, required=("id", "a", "b")), "utf-8")
    paths = [folder / f"{number}.csv" for number in range(len(files))]
    for path, rows in zip(paths, files, strict=True):
        path.write_text(head + "".join(f"{row}\n" for row in rows), "utf-8")
    reader, batch = read_dataset(str(made), paths)
    batch.read_through()
    return reader.accounts


@pytest.mark.parametrize("files", [([BARE], [BARE, FULL]), ([BARE, FULL], [BARE]), ([FULL, BARE], [FULL], [BARE])])
def test_blanks_are_alike_whether_or_not_the_rest_of_the_file_is_blank_there(
    tmp_path: Path, files: tuple[list[str], ...]
) -> None:
    found = accounts(tmp_path, *files)
    assert sum(each.loaded for each in found) == 2
    assert sum(each.merged for each in found) == sum(map(len, files)) - 2


def test_however_a_file_is_cut_blanks_are_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tiebook.sources.mapped.reader.ROWS", 2)
    (found,) = accounts(tmp_path, [BARE, BARE, FULL, BARE])
    assert (found.loaded, found.merged) == (2, 2)


def test_only_the_record_that_differs_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRecords) as raised:
        accounts(tmp_path, [FULL, BARE], ["2,Iran,Oman,2003,2004,5,by treaty,they agree", BARE])
    assert [fault.partition("1.csv:")[2][:1] for fault in raised.value.faults] == ["2"]
    assert "the record 2 says two things" in str(raised.value)


@pytest.mark.parametrize("cell", ["", "n/a", "-99", "5"])
def test_a_value_against_none_is_a_contradiction(tmp_path: Path, cell: str) -> None:
    again = f"2,Iran,Oman,2003,2004,{cell},by treaty,they agree"
    with pytest.raises(BadRecords, match="the record 2 says two things"):
        accounts(tmp_path, [FULL], [again])


def test_records_that_differ_in_their_sign_contradict_each_other(tmp_path: Path) -> None:
    signed = (
        f'{NAMED_ENDS}record = ["id"]\nsign = {{column = "sign", values = {{"1" = 1, "-1" = -1}}}}\ngloss = "a talk"\n'
    )
    rows = ["1,Iran,China,1", "1,Iran,China,-1"]
    with pytest.raises(BadRecords, match=r"0\.csv:3: rows: the record 1 says two things"):
        accounts(tmp_path, rows, tie=signed, head="id,a,b,sign\n")


def test_a_fault_that_only_shows_among_other_rows_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Mapping.ties

    def ties(self: Mapping, cells: Picked, rows: Rows) -> Ties:
        if len(rows.keys) == 3:
            raise BadRecord(1, "it does not go with the others")
        return whole(self, cells, rows)

    monkeypatch.setattr(Mapping, "ties", ties)
    with pytest.raises(BadRecords, match=r"0\.csv:3: rows: it does not go with the others"):
        accounts(tmp_path, [BARE, FULL, "3,Iran,Iraq,,,,,"])
