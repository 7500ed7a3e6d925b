"""Tables of ties of a user's own, read in parts: the account of every row, and the same graph however they are cut."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources import datasets
from tiebook.sources.datasets import RowFilter, load_dataset, read_dataset
from tiebook.sources.mapped import reader as mapped_reader
from tiebook.sources.row_filter import row_filter

DECLARATION = """
id = "register"
name = "Register"
title = "A register"
citation = "Doe. 2024."
licence = "CC0"
universe = "All that Doe saw."
covers_since = 1950-01-01
covers_until = 2020-12-31
ties = ["SUPPORTS", "OPPOSES"]
[[file]]
name = "rows"
what = "the register"
required = ["key", "a", "b", "from", "to"]
[[tie]]
file = "rows"
type = "SUPPORTS"
from = {column = "a", kind = "State"}
to = {column = "b", split = ";"}
record = ["key"]
since = "from"
until = "to"
value = "size"
unit = "men"
quote = "words"
gloss = "{a} for {b} ({nothing})"
"""
ROWS = """key,a,b,from,to,size,words
1,Red Cross,France,1990,1991,5,"so it stands, here"
1,Red Cross,France,1990,1991,5,"so it stands, here"
2,France,Iran; China,2001-05,,,
3,Germany,East Germany,1980,1985,,
4,Nobody,Atlantis,1990,,,
5,France,Atlantis;Iran,1990,,,
6,Red Cross,France,1999,1998,,
7,Iran,China,,,,undated
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a declaration and its file."""
    made = tmp_path / "register"
    made.mkdir()
    (made / "source.toml").write_text(DECLARATION, "utf-8")
    (tmp_path / "rows.csv").write_text(ROWS, "utf-8")
    return made


def rows(folder: Path, part: RowFilter | None = None) -> list[dict[str, Any]]:
    """Read the file through, and give the ties."""
    _, batch = read_dataset(str(folder), [folder.parent / "rows.csv"], part)
    return [row for each in batch.parts if isinstance(each, Ties) for row in each.records()]


def test_what_becomes_of_each_row(folder: Path) -> None:
    reader, batch = read_dataset(str(folder), [folder.parent / "rows.csv"])
    parts = list(batch.parts)
    (account,) = reader.accounts
    assert (account.read, account.loaded, account.merged) == (8, 5, 1)
    assert account.skipped == {"it ends before it begins": 1, "names an actor that is not known": 1}
    assert account.balanced
    assert (account.named, account.resolved) == (7, 5)
    assert [(each.text, each.count) for each in reader.resolver.unresolved()] == [("Atlantis", 2)]
    ties = {row["props"]["record"]: row for part in parts if isinstance(part, Ties) for row in part.records()}
    assert sorted(ties) == ["1", "2/france/china", "2/france/iran", "3", "5", "7"]
    first = ties["1"]
    assert (first["source"], first["target"]) == ("register-red-cross", "france")
    assert first["props"]["gloss"] == "Red Cross for France ({nothing})"
    assert (first["props"]["value"], first["props"]["unit"], first["props"]["quote"]) == (
        5.0,
        "men",
        "so it stands, here",
    )
    assert ties["3"]["source"] == "germany"
    assert (
        ties["2/france/iran"]["props"]["until_earliest"].isoformat() == "2020-12-31"
    )  # open to the end of the coverage
    assert "since_earliest" not in ties["7"]["props"]
    declared = [node for part in parts if isinstance(part, list) for node in part]
    assert {node.id: node.kind_label for node in declared}["register-red-cross"] == "State"
    assert next(node for node in declared if node.label == "Source").props["ties"] == 6


def test_reading_again_accounts_anew(folder: Path) -> None:
    reader, batch = read_dataset(str(folder), [folder.parent / "rows.csv"])
    batch.read_through()
    batch.read_through()
    assert [account.read for account in reader.accounts] == [8]
    assert reader.resolver.unresolved()[0].count == 2


def test_the_part_that_is_asked_for(folder: Path) -> None:
    assert {row["props"]["record"] for row in rows(folder, row_filter("2000", None, None))} == {
        "2/france/china",
        "2/france/iran",
        "5",
        "7",
    }
    assert {row["props"]["record"] for row in rows(folder, row_filter(None, None, "china"))} == {"2/france/china", "7"}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("1,Red Cross,Iran,1990,,,", "rows.csv:10: the register: the record 1 says two things"),
        ("8,Red Cross,Iran,19x,,,", "rows.csv:10: the register: '19x' is not a date"),
        ("8,Red Cross,Iran,1990,,many,", "rows.csv:10: the register: column size: 'many' is not a number"),
        ("8,Red Cross", "rows.csv:10: the last record has 2 of 7 fields"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_loaded(folder: Path, row: str, fault: str) -> None:
    (folder.parent / "rows.csv").write_text(f"{ROWS}{row}\n", "utf-8")
    engine = KgliteEngine(folder.parent / "t.kgl")
    with pytest.raises(BadSource) as raised:
        load_dataset(engine, str(folder), [folder.parent / "rows.csv"])
    assert fault in str(raised.value)
    assert not engine.exists()


def test_however_it_is_cut_the_graph_is_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = set()
    for size in (1, 3, 10_000):
        monkeypatch.setattr(mapped_reader, "ROWS", size)
        engine = KgliteEngine(folder.parent / f"{size}.kgl")
        report = load_dataset(engine, str(folder), [folder.parent / "rows.csv"])
        assert (report.ties, report.changes.created) == (6, 6 + 7)
        again = load_dataset(engine, str(folder), [folder.parent / "rows.csv"], again=True)
        assert again.changes.nothing
        assert again.accounts[0].read == 8
        digests.add(digest(engine))
    assert len(digests) == 1


def test_the_same_files_are_not_read_again_unless_something_changed(folder: Path) -> None:
    engine = KgliteEngine(folder.parent / "t.kgl")
    file = folder.parent / "rows.csv"
    load_dataset(engine, str(folder), [file])
    repeated = load_dataset(engine, str(folder), [file])
    assert repeated.repeated
    assert (repeated.ties, repeated.accounts) == (6, ())
    assert "--again" in "\n".join(repeated.lines())
    renamed = file.rename(folder.parent / "other.csv")
    assert load_dataset(engine, str(folder), [renamed]).repeated
    (folder / "source.toml").write_text(DECLARATION.replace("men", "people"), "utf-8")
    assert load_dataset(engine, str(folder), [renamed]).changes.changed == 2  # the tie with a size, the source
    renamed.write_text(ROWS.replace("undated", "still undated"), "utf-8")
    assert load_dataset(engine, str(folder), [renamed]).changes.changed == 2
    assert not load_dataset(engine, str(folder), [renamed], row_filter("2000", None, None)).repeated


def test_a_large_table_goes_the_bulk_way_and_comes_out_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        f"{n},Org {n % 40},{('France', 'Iran', 'China')[n % 3]},{1950 + n % 60},{'' if n % 5 else 2015},,"
        for n in range(3000)
    ]
    (folder.parent / "rows.csv").write_text("\n".join([ROWS.splitlines()[0], *lines]) + "\n", "utf-8")
    bulk, single = (KgliteEngine(folder.parent / name) for name in ("bulk.kgl", "single.kgl"))
    assert load_dataset(bulk, str(folder), [folder.parent / "rows.csv"]).ties == 3000
    monkeypatch.setattr("tiebook.engine.kglite.writer.BULK", 10**9)
    load_dataset(single, str(folder), [folder.parent / "rows.csv"])
    assert digest(bulk) == digest(single)
    assert (
        datasets.load_dataset(bulk, str(folder), [folder.parent / "rows.csv"], again=True).changes.unchanged
        == 3000 + 44
    )
