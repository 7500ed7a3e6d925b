"""Reads one published file as a table of the expected shape."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tiebook.model.errors import BadSource
from tiebook.tables.header import find_header
from tiebook.tables.records import records
from tiebook.tables.shape import Shape, Table
from tiebook.tables.sheets import needs_library, sheet
from tiebook.tables.text import text_of


def read_table(path: Path, shape: Shape) -> Table:
    """Open a table and find its columns; the rows are read as they are asked for.

    Raises BadSource, at once for a wrong file, with file:line while reading for a broken record.
    """
    if needs_library(path):
        text, notes = _as_csv(path), [f"{path.suffix} workbook or table"]
    else:
        text, notes = text_of(path)
        _not_another_form(text, shape, path)
    header = find_header(text, shape, str(path))
    preamble = text.split("\n", header.lines - 1)[: header.lines - 1] if header.lines > 1 else []
    if preamble:
        notes.append(f"{len(preamble)} lines before the header")
    if header.delimiter != (shape.delimiter or ","):
        notes.append(f"divided by {header.delimiter!r}")
    return Table(str(path), header.columns, records(text, header, shape, str(path), notes), notes, tuple(preamble))


def _not_another_form(text: str, shape: Shape, path: Path) -> None:
    start = text[:200].lstrip()
    other = "XML" if start.startswith("<?xml") else "JSON" if start.startswith(("{", "[")) else None
    if other:
        raise BadSource(f"this is {other}, where {shape.what} is a table", where=str(path))


def _as_csv(path: Path) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(cells for _, cells in sheet(path))
    return out.getvalue()
