"""Opens a file of a source without code, or a table in memory: its columns, records and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tiebook.errors import BadSource
from tiebook.sources.declaration import FileKind
from tiebook.sources.mapped.undirected import check_undirected
from tiebook.sources.source_reader import SourceReader
from tiebook.tables.read import read_table
from tiebook.tables.shape import Cells
from tiebook.tables.sheets import json_rows
from tiebook.tables.whole.by_year import ByYear


def opened(kind: FileKind, path: Path, reader: SourceReader) -> tuple[tuple[str, ...], Iterator[Cells], list[str]]:
    """Return the columns, the records and the notes of a file, or of a table in memory; columns by year as rows."""
    columns, records, notes = _opened(kind, path, reader)
    if kind.years is None:
        return columns, records, notes
    made = ByYear(columns, kind.years, str(path))
    return made.columns, made.rows(records), notes


def _opened(kind: FileKind, path: Path, reader: SourceReader) -> tuple[tuple[str, ...], Iterator[Cells], list[str]]:
    if path in reader.given:
        return reader.given[path].columns, reader.given[path].records(), []
    maps = [each for each in reader.source.tie if kind.name in each.file]
    if kind.form != "json lines":
        told = dict.fromkeys(column for each in maps for column in each.columns())
        shape = kind.shape()
        if not shape.exact:  # as releases spell them: names that the [[tie]] reads are known like those of the [[file]]
            shape = replace(shape, optional=(*shape.optional, *told))
        table = read_table(path, shape, reader.progress.at)
        if table.mixed or not table.directed:
            check_undirected(maps, str(path), mixed=table.mixed)
        return table.columns, table.records, table.notes
    ends = [column for each in maps for column in (each.source.column, each.target.column, *each.record) if column]
    if kind.nodes:  # of whose columns these records have the keys only
        made = tuple(f"{end}." for end in kind.nodes.ends)
        ends = [*kind.nodes.ends, *(column for column in ends if not column.startswith(made))]
    columns = tuple(dict.fromkeys([*ends, *(key for row in json_rows(path) for key in row.cells)]))

    def records() -> Iterator[Cells]:
        for row in json_rows(path, reader.progress.at):
            for column in ends:
                if column not in row.cells:  # JSON lines have no header
                    raise BadSource(f"{kind.what}: there is no {column} in this record", where=f"{path}:{row.line}")
            yield row.line, [row.cells.get(column, "") for column in columns]

    return columns, records(), []
