"""Excel workbooks of which a part would be lost: other sheets, and formulas that no spreadsheet has calculated."""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.sources.draft_declaration import draft
from tiebook.tables import workbooks
from tiebook.tables.read import read_table
from tiebook.tables.shape import Shape
from tiebook.tables.sheets import sheet
from tiebook.tables.sniff import sniffed
from tiebook.tables.workbooks import sheet_of

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


def test_a_table_on_another_sheet_is_found_by_its_columns_if_it_is_the_only_one(tmp_path: Path) -> None:
    path = written(tmp_path / "x.xlsx", read_me=[["This file"], ["has pacts"]], pacts=PACTS, more=[["x", "y"]])
    table = read_table(path, SHAPE)
    assert [cells for _, cells in table.records] == [["Peru", "Chile", "2001"]]
    assert "only its sheet 'pacts' was read, not 'read_me', 'more'" in table.notes
    path = written(tmp_path / "y.xlsx", read_me=[["This file"], ["has pacts"]], pacts=PACTS, more=PACTS)
    with pytest.raises(BadSource, match="'pacts' or 'more' may be meant: move that sheet to the front"):
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


def saved(path: Path, rows: list[list[object]], *merged: str, hidden: int = 0) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for each in merged:
        book.active.merge_cells(each)
    if hidden:
        book.active.row_dimensions[hidden].hidden = True
    book.save(path)
    return path


def test_a_cell_that_is_merged_downward_counts_in_each_row_and_the_account_says_so(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Pacts"],
        ["a", "b", "n"],
        ["Iran", "China", 1],
        [None, "Oman", 2],
        ["Cuba", "Iraq", 3],
    ]
    table = read_table(saved(tmp_path / "w.xlsx", rows, "A1:C1", "A3:A4"), SHAPE)
    assert [cells for _, cells in table.records] == [
        ["Iran", "China", "1"],
        ["Iran", "Oman", "2"],
        ["Cuba", "Iraq", "3"],
    ]
    assert [note for note in table.notes if "merged" in note] == [
        "merged cells (A3:A4) have the value of the first one in each row"
    ], "not the title's"


def test_names_of_columns_may_be_merged_too(tmp_path: Path) -> None:
    rows: list[list[object]] = [["a", "Other side", None], [None, "b", "n"], ["Iran", "China", 1]]
    table = read_table(saved(tmp_path / "w.xlsx", rows, "A1:A2", "B1:C1"), SHAPE)
    assert table.columns == ("a", "b", "n")
    assert not any("merged" in note for note in table.notes)


def test_cells_merged_over_columns_are_not_filled_but_told(tmp_path: Path) -> None:
    rows: list[list[object]] = [["a", "b"], ["Iran", "China"], ["Asia", None]]
    table = read_table(saved(tmp_path / "w.xlsx", rows, "A3:B3"), SHAPE)
    assert [cells for _, cells in table.records][1] == ["Asia", ""]
    assert "cells merged over columns (A3:B3) have a value in the first column only" in table.notes


def test_hidden_rows_are_told(tmp_path: Path) -> None:
    rows: list[list[object]] = [["a", "b"], ["Iran", "China"], ["Iran", "Oman"]]
    assert (
        "1 hidden row was read like the others" in read_table(saved(tmp_path / "w.xlsx", rows, hidden=3), SHAPE).notes
    )


def test_a_sheet_is_read_by_its_name(tmp_path: Path) -> None:
    path = written(
        tmp_path / "w.xlsx", About=[["Read me"], ["See the other sheet"]], Data=[["a", "b"], ["Iran", "China"]]
    )
    shape = Shape(what="pacts", required=("a", "b"), sheet="Data")
    table = read_table(path, shape)
    assert [cells for _, cells in table.records] == [["Iran", "China"]]
    assert "only its sheet 'Data' was read, not 'About'" in table.notes
    with pytest.raises(BadSource, match=r"there is no sheet .Date. .did you mean Data"):
        read_table(path, Shape(what="pacts", required=("a", "b"), sheet="Date"))


def test_a_first_sheet_without_a_table_is_passed_over(tmp_path: Path) -> None:
    path = written(
        tmp_path / "w.xlsx", About=[["Read me"], ["See the other sheet"]], Data=[["a", "b"], ["Iran", "China"]]
    )
    assert sniffed(path).sheet == "Data"
    assert 'sheet = "Data"' in draft(path, "SUPPORTS")
    cover: list[list[object]] = [["Travels"], ["by Doe"], ["Citation:", "Doe 2020"], ["Version:", 1.1], ["See below"]]
    assert sniffed(written(tmp_path / "u.xlsx", Cover=cover, Data=[["a", "b"], ["Iran", "China"]])).sheet == "Data"
    assert sniffed(written(tmp_path / "t.xlsx", Cover=cover[1:], Data=[["a", "b"], ["Iran", "China"]])).sheet == "Data"
    noted: list[list[object]] = [["Pacts"], [None], ["a", "b"], ["Iran", "China"]]
    assert sniffed(written(tmp_path / "s.xlsx", Data=noted, More=PACTS)).sheet is None
    assert sniffed(written(tmp_path / "r.xlsx", About=[["Doe", 2020]], Data=PACTS)).sheet == "Data"
    both = written(tmp_path / "v.xlsx", First=[["a", "b"], ["Iran", "Oman"]], Data=[["a", "b"], ["Iran", "China"]])
    assert sniffed(both).sheet is None


def test_a_workbook_is_closed_also_when_only_its_head_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, read, books = written(tmp_path / "w.xlsx", Data=PACTS), openpyxl.load_workbook, []

    def load(*args: object, **options: object) -> object:
        books.append(read(*args, **options))
        return books[-1]

    monkeypatch.setattr(openpyxl, "load_workbook", load)
    assert next(sheet(path)) == (1, ["a", "b", "year"])
    assert [*sheet(path)][-1] == (2, ["Peru", "Chile", "2001"])
    assert [book._archive.fp for book in books] == [None, None]


@pytest.mark.parametrize(
    ("old", "new"), [("<row r=", "<row hidden='1' r="), ("<row r=", "<row spans='1:2' hidden='1' r=")]
)
def test_attributes_may_stand_in_another_order_and_elements_have_a_prefix(tmp_path: Path, old: str, new: str) -> None:
    path = saved(tmp_path / "w.xlsx", [["a", "b"], ["Iran", "China"], [None, "Oman"]], "A2:A3")
    with zipfile.ZipFile(path) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    text = members["xl/worksheets/sheet1.xml"].decode()
    text = (
        text.replace(old, new.replace("'", '"'))
        .replace("<mergeCell ref", "<x:mergeCell ref")
        .replace("</x:mergeCell>", "")
    )
    looked = tmp_path / "x.xlsx"
    with zipfile.ZipFile(looked, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, text if name.endswith("sheet1.xml") else content)
    found = sheet_of(looked)
    assert found.hidden == 3
    assert [each.ref for each in found.merged] == ["A2:A3"]


def test_a_workbook_is_opened_and_looked_through_once_for_each_sheet_and_once_to_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "x.xlsx", about=[["made up"]], data=PACTS, later=PACTS)
    opened: list[Path] = []
    load = openpyxl.load_workbook

    def counted(file: Path, **options: object) -> object:
        opened.append(file)
        return load(file, **options)

    looked: list[str] = []
    through = workbooks._looked_through

    def looked_through(archive: zipfile.ZipFile, member: str, of: Path) -> workbooks.Sheet:
        looked.append(member)
        return through(archive, member, of)

    monkeypatch.setattr(openpyxl, "load_workbook", counted)
    monkeypatch.setattr(workbooks, "_looked_through", looked_through)
    found = sniffed(path)
    assert found.sheet == "data"
    assert len(opened) == 3, "the first sheet, as it is, and the two that are looked at by name; nothing was read yet"
    assert len(list(found.table.rows)) == 1
    assert len(opened) == 4
    assert len(looked) == 3
    sniffed(path)
    assert (len(opened), len(looked)) == (4, 3)
    written(path, data=[*PACTS, ["Peru", "Bolivia", 2002]])
    assert len(list(sniffed(path).table.rows)) == 2, "another file of the same name"


def test_what_the_library_would_lose_in_writing_is_no_warning_to_the_reader(tmp_path: Path) -> None:
    made = written(tmp_path / "made.xlsx", one=PACTS)
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name.endswith("sheet1.xml"):
                data = data.replace("</worksheet>", '<extLst><ext uri="{00000000}"/></extLst></worksheet>')
            new.writestr(name, data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [row["a"] for row in read_table(path, SHAPE).rows] == ["Peru"]
