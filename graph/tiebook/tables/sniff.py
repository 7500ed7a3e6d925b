"""Reads a table of unknown form: finds its delimiter and header by the width of its lines."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables.cells import UNSAID
from tiebook.tables.graphs.edge_table import is_graph
from tiebook.tables.header import check_width
from tiebook.tables.lines.fixed_width import check_divided
from tiebook.tables.lines.quotes import QUOTE, SINGLE, quote_of
from tiebook.tables.read import check_form, read_table
from tiebook.tables.shape import Shape, Table
from tiebook.tables.sheets import HEAD, WORKBOOKS, first_rows, needs_library
from tiebook.tables.text import opened
from tiebook.tables.whole.json_table import may_be_json_table
from tiebook.tables.workbooks import sheets_of

_VALUE: Final = re.compile(r"[-+]?\d[\d.,/: -]*")  # a number or a date
# cells that are not names of columns
_UNKNOWN: Final = {
    text.casefold() for text in (*UNSAID, "unknown", "missing", "not known", "tbd", "ongoing", "present")
}
_NOTES: Final = 5  # times as many lines as records, at most
_DEEPEST: Final = 10  # lines before the header
_MANY_YEARS: Final = 3  # columns that are called by their year
_YEAR: Final = re.compile(r"(1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A table of unknown form; `named` says whether it names its columns, or they are `column 1` and so on.

    sheet -- which one of a workbook holds it, where that is not the first
    """

    table: Table
    delimiter: str
    named: bool = True
    sheet: str | None = None


def sniffed(path: Path, encoding: str | None = None, *, headed: bool = True) -> Sniffed:
    """Return a table with the columns of its first line that names them, and its delimiter.

    headed -- whether a line may name them

    Raises BadSource if no delimiter makes columns of it.
    """
    name = _sheet_with_table(path)
    if needs_library(path):
        rows = [cells for _, cells in first_rows(path, encoding, name) if any(map(str.strip, cells))]
        named = may_be_json_table(path) and not is_graph(path)
        header, delimiter = (rows[0] if named else _named_row(rows)) if rows else [], ","
    else:
        first = list(islice(opened(path, encoding).lines(), HEAD))
        check_form(first, Shape(what="a table"), path)
        header, delimiter = _header(first, path)
    if header is None or not headed:
        columns = tuple(f"column {number}" for number in range(1, _width(path, delimiter, encoding, name) + 1))
        shape = Shape(what="a table", header=columns, delimiter=delimiter, encoding=encoding, sheet=name)
        return Sniffed(read_table(path, shape), delimiter, named=False, sheet=name)
    required = tuple(dict.fromkeys(each.strip() for each in header if each.strip()))
    shape = Shape(what="a table", required=required, delimiter=delimiter, encoding=encoding, sheet=name)
    return Sniffed(read_table(path, shape), delimiter, sheet=name)


def _sheet_with_table(path: Path) -> str | None:
    """Return the name of the first sheet of a workbook that holds a table; None for the first sheet, and for other files."""
    if path.suffix.lower() not in WORKBOOKS:
        return None
    first_rows(path)  # refuses a file that is no workbook
    names = sheets_of(path)
    found = next((name for name in names if _holds_table(path, name)), None) if len(names) > 1 else None
    return None if found is None or found == names[0] else found


def _holds_table(path: Path, name: str) -> bool:
    """Return whether at least a header and a record stand in a sheet, and not mostly notes: these have one cell a row."""
    filled = [sum(bool(cell.strip()) for cell in cells) for _, cells in first_rows(path, name=name)]
    wide = sum(count > 1 for count in filled)
    return wide > 1 and 2 * wide > sum(count > 0 for count in filled)


def _width(path: Path, delimiter: str, encoding: str | None, name: str | None) -> int:
    if needs_library(path):
        return len(next(cells for _, cells in first_rows(path, encoding, name) if any(cells)))
    line = next(line for line in opened(path, encoding).lines() if line.strip())
    return len(next(csv.reader([line], delimiter=delimiter)))


def _header(first: Iterable[str], path: Path) -> tuple[list[str] | None, str]:
    """Return the names of the columns, None where the first line is a record, and the delimiter."""
    lines = [line for line in first if line.strip()]
    check_width(lines, str(path))
    best: tuple[int, int, list[list[str]], str] = (0, 0, [], ",")
    for delimiter in (",", "\t", ";", "|"):
        try:
            mark = _mark(lines, delimiter)
            rows = [row for row in csv.reader(lines, delimiter=delimiter, quotechar=mark) if any(map(str.strip, row))]
        except csv.Error:  # a cell longer than any table has
            continue
        rows = _without_last_mark(rows)
        widths = Counter(len(row) for row in rows if len(row) > 1)  # there may be more notes than records
        width, often = next(iter(widths.most_common(1)), (0, 0))
        if often >= max(min(2, len(rows)), len(rows) // _NOTES) and (often, width) > best[:2]:
            best = (often, width, [row for row in rows if len(row) == width], delimiter)
    if 2 * best[0] < len(lines):
        check_divided(lines, path)
    if not best[2]:
        longest = max(map(len, lines), default=0)
        if longest > csv.field_size_limit():
            raise BadSource(
                f"a line has {longest:,} characters: a cell may have {csv.field_size_limit():,} at most",
                where=str(path),
                hint="leave that column out",
            )
        raise BadSource(
            "no delimiter splits this file into columns",
            where=str(path),
            hint="is it a table? Commas, semicolons, tabs or | separate columns",
        )
    return _named_row(best[2]), best[3]


def _mark(lines: list[str], delimiter: str) -> str:
    """Return what quotes cells below the header, which may have lines before it."""
    deepest = min(_DEEPEST, len(lines) // 2)
    below = (quote_of(lines[number + 1 :], delimiter, named=False) for number in range(deepest + 1))
    return SINGLE if SINGLE in below else QUOTE


def _without_last_mark(rows: list[list[str]]) -> list[list[str]]:
    """Return rows without the blank cell that a delimiter behind every line but the header's makes."""
    width = len(rows[0]) if rows else 0
    if len(rows) < 2 or any(len(row) != width + 1 or row[-1].strip() for row in rows[1:]):  # noqa: PLR2004 -- a header, a row
        return rows
    return [row[:width] for row in rows]


def _named_row(rows: list[list[str]]) -> list[str] | None:
    """Return the row that names the columns: the first with more than half of the cells of a record.

    None where that is a record itself: some cell is a number or a date, and not one of many years.
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    usual = sorted(filled)[len(filled) // 2]
    place = next(place for place, count in enumerate(filled) if 2 * count > usual)
    if filled[place] < len(rows[place]) and _heads(rows, place + 1):  # a title with a date beside it, groups of columns
        place += 1
    names = rows[place]
    values = [cell.strip() for cell in names if _VALUE.fullmatch(cell.strip())]
    years = len(values) >= _MANY_YEARS and all(map(_YEAR.fullmatch, values))
    if values and not years and place and _heads_some(rows, place - 1):
        return rows[place - 1]
    return names if years or not values else None


def _heads_some(rows: list[list[str]], place: int) -> bool:
    """Return whether a row names only the columns of values, as pandas writes it where the others are an index: ",,weight"."""
    named = [(at, cell.strip()) for at, cell in enumerate(rows[place]) if cell.strip()]
    below = [[row[at].strip() for row in rows[place + 1 :]] for at, _ in named]
    return bool(named) and all(
        not _VALUE.fullmatch(cell) and any(column) and all(_VALUE.fullmatch(text) for text in column if text)
        for (_, cell), column in zip(named, below, strict=True)
    )


def _heads(rows: list[list[str]], place: int) -> bool:
    """Return whether a row names all columns: it is full, has words only, and one of them where each row below has a value."""
    cells = [cell.strip() for cell in rows[place]] if place < len(rows) else []
    below = rows[place + 1 :]
    if not all(cells) or any(map(_VALUE.fullmatch, cells)) or len(set(cells)) < len(cells):
        return False
    columns = [[text for row in below if (text := row[at].strip())] for at in range(len(cells))]
    return any(
        column and all(map(_VALUE.fullmatch, column)) and cell.casefold() not in _UNKNOWN
        for cell, column in zip(cells, columns, strict=True)
    )
