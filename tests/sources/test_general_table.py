"""The general table: drafted, looked over and loaded, from text, Excel, Parquet and JSON lines alike."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.loaders.source_readers import finish
from tiebook.cli.load.load import command as load
from tiebook.cli.load.map import command as map_
from tiebook.engine.kglite.engine import KgliteEngine

COLUMNS = ["no", "from state", "to state", "signed", "weight"]
ROWS = [
    [1, "Iran", "China", "2016-01", 4.5],
    [2, "Russia", "Iran", "2001-03-12", 3],
    [3, "Iran", "Atlantis", "2005", None],
]

TABLE: list[list[Any]] = [COLUMNS, *ROWS]


def _csv(path: Path) -> None:
    path.write_text("\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in TABLE) + "\n")


def _tsv(path: Path) -> None:
    path.write_text("\n".join("\t".join("" if cell is None else str(cell) for cell in row) for row in TABLE) + "\n")


def _jsonl(path: Path) -> None:
    path.write_text("".join(json.dumps(dict(zip(COLUMNS, row, strict=True))) + "\n" for row in ROWS))


def _xlsx(path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in TABLE:
        book.active.append(row)
    book.save(path)


def _parquet(path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {name: [row[place] for row in ROWS] for place, name in enumerate(COLUMNS)}
    parquet.write_table(pyarrow.table(columns), path, row_group_size=2)


@pytest.mark.parametrize(
    ("name", "write"),
    [("t.csv", _csv), ("t.tsv", _tsv), ("t.jsonl", _jsonl), ("t.xlsx", _xlsx), ("t.parquet", _parquet)],
)
def test_a_table_of_any_form_is_drafted_and_loaded(tmp_path: Path, name: str, write: Callable[[Path], None]) -> None:
    table, folder, db = tmp_path / name, tmp_path / "mine", tmp_path / "t.kgl"
    write(table)
    drafted = CliRunner().invoke(map_, [str(table), "--type", "AGREES_WITH", "-o", str(folder)])
    assert drafted.exit_code == 0, drafted.output
    text = (folder / "source.toml").read_text("utf-8")
    assert 'from = {column = "from state", system = "name"}' in text
    assert 'since = "signed"' in text
    (folder / "source.toml").write_text(text.replace('since = "signed"', 'since = "signed"\nvalue = "weight"'), "utf-8")
    finish(folder)
    done = CliRunner().invoke(load, [str(folder), str(table), "--db", str(db)])
    assert done.exit_code == 0, done.output
    assert "3 records read = 2 loaded + 0 merged + 1 skipped" in done.output
    assert "Atlantis (1 times)" in done.output
    rows = (
        KgliteEngine(db)
        .read(
            "MATCH (a)-[t:AGREES_WITH]->(b) RETURN a.id AS one, b.id AS two, t.since AS since, t.value AS value,"
            " t.since_earliest AS first ORDER BY one"
        )
        .rows
    )
    assert rows == [
        ("iran", "china", "2016-01", 4.5, date(2016, 1, 1)),
        ("russia", "iran", "2001-03-12", 3.0, date(2001, 3, 12)),
    ]


@pytest.mark.parametrize(("ending", "library"), [(".xlsx", "openpyxl"), (".parquet", "pyarrow")])
def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, library: str) -> None:
    from tiebook.tables import sheets  # noqa: PLC0415

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(sheets, "import_module", missing)
    path = tmp_path / f"t{ending}"
    path.write_bytes(b"PK\x03\x04")
    done = CliRunner().invoke(map_, [str(path), "--type", "AGREES_WITH"])
    assert done.exit_code != 0
    assert f"{ending} files need the library {library}" in str(done.exception)


@pytest.mark.parametrize("ending", [".xlsx", ".parquet"])
def test_a_damaged_table_is_one_line(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("openpyxl" if ending == ".xlsx" else "pyarrow")
    path = tmp_path / f"t{ending}"
    path.write_bytes(b"PK\x03\x04 damaged")
    done = CliRunner().invoke(map_, [str(path), "--type", "AGREES_WITH"])
    assert "cannot be read" in str(done.exception)
    assert "\n" not in str(done.exception)
