"""Excel workbooks of which a part would be lost: other sheets, and formulas that no spreadsheet has calculated."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.tables.read import read_table
from tiebook.tables.shape import Shape

openpyxl = pytest.importorskip("openpyxl")
SHAPE = Shape(what="pacts", required=("a", "b"))


def written(path: Path, **sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.removeprefix("hidden_"))
        sheet.sheet_state = "hidden" if name.startswith("hidden_") else "visible"
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


PACTS: list[list[object]] = [["a", "b", "year"], ["Peru", "Chile", 2001]]


def test_other_sheets_are_told(tmp_path: Path) -> None:
    path = written(tmp_path / "x.xlsx", first=PACTS, hidden_codes=PACTS, later=PACTS)
    table = read_table(path, SHAPE)
    assert "only its first sheet was read, not 'later'" in table.notes
    assert [row["year"] for row in table.rows] == ["2001"]
    assert not any("first sheet" in note for note in read_table(written(path, one=PACTS), SHAPE).notes)


def test_a_table_on_another_sheet_is_looked_for_by_its_user(tmp_path: Path) -> None:
    path = written(tmp_path / "x.xlsx", read_me=[["This file"], ["has pacts"]], pacts=PACTS)
    with pytest.raises(BadSource, match="only the first sheet is read: move the table there"):
        read_table(path, SHAPE)


@pytest.mark.parametrize("formula", ["=1+1", '=B2&"x"', "=SUM(C2:C2)"])
def test_a_formula_that_was_not_calculated_is_refused(tmp_path: Path, formula: str) -> None:
    path = written(tmp_path / "x.xlsx", one=[*PACTS, ["Mali", "Togo", formula]])
    with pytest.raises(BadSource, match=r"the cell C3 is a formula without a result \(open it in a spreadsheet"):
        read_table(path, SHAPE)


@pytest.mark.parametrize("result", ['<c r="C3"><f>1+1</f><v>2</v></c>', '<c r="C3" t="str"><f>""</f><v></v></c>'])
def test_a_formula_with_its_result_is_read(tmp_path: Path, result: str) -> None:
    made = written(tmp_path / "made.xlsx", one=[*PACTS, ["Mali", "Togo", "=1+1"]])
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name.endswith("sheet1.xml"):
                data, count = re.subn(r'<c r="C3">.*?</c>', result, data)
                assert count == 1
            new.writestr(name, data)
    assert [row["year"] for row in read_table(path, SHAPE).rows] == ["2001", "2" if "2</v>" in result else ""]
