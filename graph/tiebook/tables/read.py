"""Reads one published file as a table of the expected shape."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables.graphs.edge_table import EdgeTable, is_graph
from tiebook.tables.header import DEEPEST, OtherTable, find_header
from tiebook.tables.lines.fixed_width import check_divided
from tiebook.tables.records import records
from tiebook.tables.shape import Shape, Table
from tiebook.tables.sheets import needs_library, sheet
from tiebook.tables.text import At, opened
from tiebook.tables.whole.json_table import JsonTable, json_table, may_be_json_table
from tiebook.tables.workbooks import other_sheets

_SHEETS: Final = 5  # of a workbook that a note names
_AS_TEXT: Final = re.compile(r'^="(.*)"$', re.DOTALL)


def read_table(path: Path, shape: Shape, at: At | None = None) -> Table:
    """Open a table and find its columns; the rows are read as they are asked for, never all at once.

    at -- is told how many bytes of the file have been read

    Raises BadSource, at once for a wrong file, with file:line while reading for a broken record.
    """
    directed: bool | None = True
    mixed = False
    listed: JsonTable | None = None
    sheets: list[str] = []
    if is_graph(path):
        edges = EdgeTable(path, shape.encoding)
        lines, notes, ended, directed = _as_csv(edges.rows()), [_edges_of(path, edges)], True, edges.directed
        mixed = edges.mixed
        head = list(islice(_as_csv(edges.rows()), DEEPEST))
    elif may_be_json_table(path):
        listed = json_table(path, shape.encoding)
        lines, notes, ended = _as_csv(cells for _, cells in listed.rows()), [*listed.notes], True
        head = list(islice(_as_csv(cells for _, cells in listed.rows()), DEEPEST))
    elif needs_library(path):
        lines, notes, ended = _sheet_lines(path, shape.encoding), [f"{path.suffix} workbook or table"], True
        head = list(islice(_sheet_lines(path, shape.encoding), DEEPEST))
        sheets = [repr(each) for each in other_sheets(path)] if path.suffix.lower().startswith(".xls") else []
        notes += [f"only its first sheet was read, not {', '.join(sheets[:_SHEETS])}"] if sheets else []
    else:
        text = opened(path, shape.encoding)
        lines, notes, ended = text.lines(at), list(text.notes), text.ended
        head = list(islice(text.lines(), DEEPEST))
        check_form(head, shape, path)
    try:
        header = find_header(head, shape, str(path))
    except OtherTable as error:
        if sheets:
            error.hint = "only the first sheet is read: move the table there, or save its sheet as CSV"
        else:
            check_divided(head, path)
        raise
    above = max(header.lines - header.names, 0)
    if above:
        notes.append(f"{above} lines before the header")
    if header.delimiter != (shape.delimiter or ","):
        notes.append(f"divided by {header.delimiter!r}")
    found = records(lines, header, shape, str(path), notes, ended=ended, before=head[:above])
    if listed is not None:
        found = listed.by_line(found)
    if any('="' in line for line in head):
        notes.append('cells that a spreadsheet keeps as text (="002") were read as their text')
        found = ((line, [_AS_TEXT.sub(r"\1", cell) for cell in cells]) for line, cells in found)
    return Table(
        str(path), header.columns, found, notes, tuple(head[:above]), directed=directed is not False, mixed=mixed
    )


def check_form(head: Sequence[str], shape: Shape, path: Path) -> None:
    """Check that a text can be a table.

    Raises BadSource for XML and JSON.
    """
    start = next((line for line in head if line.strip()), "").lstrip()
    other = "XML" if start.startswith("<?xml") else "JSON" if start.startswith(("{", "[")) else None
    if other:
        hint = "name it .json; with one object a line, .jsonl" if other == "JSON" else None
        wanted = shape.what if shape.what == "a table" else f"{shape.what}, which is a table"
        raise BadSource(f"not {wanted}: this is {other}", where=str(path), hint=hint)


def _sheet_lines(path: Path, encoding: str | None) -> Iterator[str]:
    """Return a workbook or Parquet file as lines of CSV."""
    return _as_csv(cells for _, cells in sheet(path, encoding))


def _edges_of(path: Path, edges: EdgeTable) -> str:
    """Return the note on a graph: whether its edges have a direction, unless they have."""
    if edges.mixed:
        return f"edges of a {path.suffix} graph: those without a direction have directed = false"
    if edges.directed is None:
        return f"edges of a {path.suffix} graph that does not say whether they have a direction"
    return f"edges of {'a' if edges.directed else 'an undirected'} {path.suffix} graph"


def _as_csv(rows: Iterable[list[str]]) -> Iterator[str]:
    for cells in rows:
        out = io.StringIO()
        csv.writer(out, lineterminator="").writerow(cells)
        yield from out.getvalue().split("\n")
