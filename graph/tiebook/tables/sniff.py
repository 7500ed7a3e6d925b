"""Reads a table of which nothing is known: finds its delimiter and header by the width of its lines."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables.header import check_width
from tiebook.tables.read import read_table
from tiebook.tables.shape import Shape, Table
from tiebook.tables.sheets import needs_library, sheet
from tiebook.tables.text import opened

_LINES: Final = 200  # that are looked at


def sniffed(path: Path, encoding: str | None = None) -> tuple[Table, str]:
    """Return a table with the columns of its first full-width line, and its delimiter.

    Raises BadSource where no delimiter makes columns of it.
    """
    if needs_library(path):
        header, delimiter = next((cells for _, cells in sheet(path) if any(cells)), []), ","
    else:
        header, delimiter = _header(islice(opened(path, encoding).lines(), _LINES), path)
    required = tuple(dict.fromkeys(name.strip() for name in header if name.strip()))
    return read_table(path, Shape(what="a table", required=required, delimiter=delimiter, encoding=encoding)), delimiter


def _header(first: Iterable[str], path: Path) -> tuple[list[str], str]:
    lines = [line for line in first if line.strip()]
    check_width(lines, str(path))
    best: tuple[int, int, list[str], str] = (0, 0, [], ",")
    for delimiter in (",", "\t", ";", "|"):
        try:
            rows = list(csv.reader(lines, delimiter=delimiter))
        except csv.Error:  # a cell longer than any table has
            continue
        width, often = next(iter(Counter(len(row) for row in rows).most_common(1)), (0, 0))
        if width > 1 and (often, width) > best[:2]:
            best = (often, width, next(row for row in rows if len(row) == width), delimiter)
    if not best[2]:
        raise BadSource("no delimiter makes columns of this file", where=str(path), hint="is it a table?")
    return best[2], best[3]
