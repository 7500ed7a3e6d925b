"""Stata files are read as tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tiebook.errors import BadSource
from tiebook.sources.draft_declaration import draft
from tiebook.tables import sheets
from tiebook.tables.read import read_table
from tiebook.tables.shape import Shape


def saved(folder: Path, frame: pd.DataFrame, **options: Any) -> Path:
    path = folder / "wars.dta"
    frame.to_stata(path, write_index=False, **options)
    return path


def cells(path: Path) -> list[list[str]]:
    table = read_table(path, Shape(what="a table", required=("one",)))
    return [list(table.columns), *(row for _, row in table.records)]


@pytest.mark.parametrize("version", [114, 117, 118, 119])
def test_cells_are_as_a_person_would_write_them(tmp_path: Path, version: Any) -> None:
    frame = pd.DataFrame(
        {
            "one": ["IRN", ""],
            "code": [630.0, None],
            "share": pd.Series([0.1, None], dtype="float32"),
            "whole": [0.5, 2.0],
            "number": [2, -9],
            "day": pd.to_datetime(pd.Series(["1980-09-22", None])),
        }
    )
    expected = [
        ["one", "code", "share", "whole", "number", "day"],
        ["IRN", "630", "0.1", "0.5", "2", "1980-09-22"],
        ["", "", "", "2", "-9", ""],
    ]
    assert cells(saved(tmp_path, frame, version=version)) == expected


def test_numbers_are_read_and_not_their_labels(tmp_path: Path) -> None:
    frame = pd.DataFrame({"one": ["IRN", "IRQ"], "outcome": [1, 2]})
    path = saved(tmp_path, frame, value_labels={"outcome": {1: "victory", 2: "yield"}}, version=118)
    assert cells(path)[1:] == [["IRN", "1"], ["IRQ", "2"]]


def test_a_file_is_read_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_STATA", 2)
    path = saved(
        tmp_path, pd.DataFrame({"one": [f"a{number}" for number in range(5)], "code": [1.0, 2.0, 3.5, 4.0, 5.0]})
    )
    assert [row[0] for row in cells(path)] == ["one", "a0", "a1", "a2", "a3", "a4"]


def test_map_drafts_from_it(tmp_path: Path) -> None:
    frame = pd.DataFrame({"statea": [630, 645], "stateb": [645, 630], "year": [1980, 1981]})
    assert 'from = {column = "statea", system = "cow"}' in draft(saved(tmp_path, frame), "USES_FORCE_AGAINST")


def test_a_damaged_file_and_one_without_records_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.dta"
    path.write_bytes(b"\x72\x00\x01")
    with pytest.raises(BadSource, match="cannot be read"):
        cells(path)
    with pytest.raises(BadSource):
        draft(
            saved(tmp_path, pd.DataFrame({"one": pd.Series([], dtype="str"), "two": pd.Series([], dtype="str")})),
            "AIDS",
        )
