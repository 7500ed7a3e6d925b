"""Reads one published file as a table of the expected shape."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables.graphs.edge_table import EdgeTable, is_graph
from tiebook.tables.graphs.gephi_times import gephi_times
from tiebook.tables.header import DEEPEST, OtherTable, find_header
from tiebook.tables.lines.fixed_width import check_divided
from tiebook.tables.packed import suffix_within
from tiebook.tables.records import records
from tiebook.tables.shape import Shape, Table
from tiebook.tables.sheets import WORKBOOKS, first_rows, needs_library, sheet
from tiebook.tables.text import At, opened
from tiebook.tables.whole.json_table import JsonTable, json_table, may_be_json_table
from tiebook.tables.workbooks import Sheet, sheet_of, sheets_of

_SHEETS: Final = 5  # of a workbook that a note names
# graphs that no column of a table begins like
_GRAPHS: Final = {
    "in the DOT language of Graphviz": re.compile(r"(?:strict\s+)?(?:di)?graph\b[^,;\t|{]*\{", re.IGNORECASE),
    "in UCINET's DL": re.compile(r"dl\b[\s,]*(?:(?:n[mrc]?|format)\s*=|$)", re.IGNORECASE),
    "in GUESS's GDF": re.compile(r"nodedef\s*>", re.IGNORECASE),
    "in GML": re.compile(r"graph\s*\[", re.IGNORECASE),
    "of Pajek": re.compile(r"\*(?:vertices|network)\b", re.IGNORECASE),
}
_AS_TEXT: Final = re.compile(r'^="(.*)"$', re.DOTALL)


def read_table(path: Path, shape: Shape, at: At | None = None) -> Table:
    """Open a table and find its columns; the rows are read as they are asked for, never all at once.

    at -- is told how many bytes of the file have been read

    Raises BadSource, at once for a wrong file, with file:line while reading for a broken record.
    """
    file = _opened(path, shape, at)
    try:
        header = find_header(file.head, shape, str(path))
    except OtherTable as error:
        fitting = [name for name in file.others if _has(path, shape, name)]
        if len(fitting) == 1:
            return read_table(path, replace(shape, sheet=fitting[0]), at)
        if fitting:
            named = " or ".join(map(repr, fitting[:_SHEETS]))
            error.hint = f"{named} may be meant: move that sheet to the front, or save it as CSV"
        if not file.others:
            check_divided(file.head, path)
        raise
    notes, above = file.notes, max(header.lines - header.names, 0)
    if above:
        notes.append(f"{above} lines before the header")
    notes += file.sheet.notes(header.lines) if file.sheet else []
    if header.delimiter != (shape.delimiter or ","):
        notes.append(f"divided by {header.delimiter!r}")
    if header.counted:
        notes.append("its first line only counts the columns: it was read as a header")
    before = file.head[:above]
    found = records(file.lines, header, shape, str(path), notes, ended=file.ended, before=before)
    if file.listed is not None:
        found = file.listed.by_line(found)
    if any('="' in line for line in file.head):
        notes.append('cells that a spreadsheet keeps as text (="002") were read as their text')
        found = ((line, [_AS_TEXT.sub(r"\1", cell) for cell in cells]) for line, cells in found)
    columns = header.columns
    times = gephi_times(columns, csv.reader(file.head[header.lines :], delimiter=header.delimiter))
    if times is not None:
        notes.append(times.note())
        columns, found = (*columns, *times.columns), times.rows(found, str(path))
    return Table(str(path), columns, found, notes, tuple(before), directed=file.directed, mixed=file.mixed)


@dataclass(slots=True)
class _File:
    """A file as lines of delimited text: `head` has the first of them again; `ended` says whether the last one has an end.

    directed, mixed -- of a graph, as Table has them; sheet -- of a workbook, and the names of others that may hold the table
    """

    lines: Iterator[str]
    head: list[str]
    notes: list[str]
    ended: bool = True
    directed: bool = True
    mixed: bool = False
    listed: JsonTable | None = None
    sheet: Sheet | None = None
    others: list[str] = field(default_factory=list)


def _opened(path: Path, shape: Shape, at: At | None) -> _File:
    if is_graph(path):
        edges = EdgeTable(path, shape.encoding)
        head = list(islice(_as_csv(edges.rows()), DEEPEST))
        directed = edges.directed is not False
        return _File(_as_csv(edges.rows()), head, [_edges_of(path, edges)], directed=directed, mixed=edges.mixed)
    if may_be_json_table(path):
        listed = json_table(path, shape.encoding)
        lines, again = (_as_csv(cells for _, cells in listed.rows()) for _ in range(2))
        return _File(lines, list(islice(again, DEEPEST)), [*listed.notes], listed=listed)
    if needs_library(path):
        head = _first_lines(path, shape)
        made = _File(_sheet_lines(path, shape), head, [f"{path.suffix} workbook or table"])
        if path.suffix.lower() in WORKBOOKS:
            made.sheet = sheet_of(path, shape.sheet)
            first, *rest = sheets_of(path)
            made.others = rest if shape.sheet is None else []
            unread = [repr(each) for each in (first, *rest) if each != (shape.sheet or first)]
            read = "its first sheet" if shape.sheet is None else f"its sheet {shape.sheet!r}"
            made.notes += [f"only {read} was read, not {', '.join(unread[:_SHEETS])}"] if unread else []
        return made
    text = opened(path, shape.encoding)
    head = list(islice(text.lines(), DEEPEST))
    check_form(head, shape, path)
    return _File(text.lines(at), head, list(text.notes), ended=text.ended)


def _has(path: Path, shape: Shape, name: str) -> bool:
    """Return whether a sheet of a workbook has the columns of a shape."""
    try:
        find_header(_first_lines(path, replace(shape, sheet=name)), shape, str(path))
    except BadSource:
        return False
    return True


def check_form(head: Sequence[str], shape: Shape, path: Path) -> None:
    """Check that a text can be a table.

    Raises BadSource for XML and JSON, and for graphs in forms that are not read.
    """
    start = next((line for line in head if line.strip()), "").lstrip()
    graph = next((what for what, pattern in _GRAPHS.items() if pattern.match(start)), None)
    if graph:
        raise BadSource(f"this is a graph {graph}", where=str(path), hint="save it as GraphML, or its edges as CSV")
    other = "XML" if start.startswith("<?xml") else "JSON" if start.startswith(("{", "[")) else None
    if other:
        hint = "name it .json; with one object a line, .jsonl" if other == "JSON" else None
        wanted = shape.what if shape.what == "a table" else f"{shape.what}, which is a table"
        raise BadSource(f"not {wanted}: this is {other}", where=str(path), hint=hint)


def _sheet_lines(path: Path, shape: Shape) -> Iterator[str]:
    """Return a workbook or Parquet file as lines of CSV."""
    return _as_csv(cells for _, cells in sheet(path, shape.encoding, shape.sheet))


def _first_lines(path: Path, shape: Shape) -> list[str]:
    """Return the first lines of a workbook or Parquet file, among which its header is."""
    return list(islice(_as_csv(cells for _, cells in first_rows(path, shape.encoding, shape.sheet)), DEEPEST))


def _edges_of(path: Path, edges: EdgeTable) -> str:
    """Return the note on a graph: whether its edges have a direction, unless they have."""
    suffix = suffix_within(path)
    if edges.mixed:
        return f"edges of a {suffix} graph: those without a direction have directed = false"
    if edges.directed is None:
        return f"edges of a {suffix} graph that does not say whether they have a direction"
    return f"edges of {'a' if edges.directed else 'an undirected'} {suffix} graph"


def _as_csv(rows: Iterable[list[str]]) -> Iterator[str]:
    for cells in rows:
        out = io.StringIO()
        csv.writer(out, lineterminator="").writerow(cells)
        yield from out.getvalue().split("\n")
