"""The records of a delimited text: blank ones left out, those split by a raw line end joined, broken ones refused."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from tiebook.model.errors import BadSource
from tiebook.tables.header import Header
from tiebook.tables.shape import Row, Shape


def records(text: str, header: Header, shape: Shape, where: str, notes: list[str]) -> Iterator[Row]:
    """Give the records below the header, each with the line on which it begins.

    Raises BadSource with file:line for a record with too few or too many fields, or a quote that is never closed.
    """
    width = len(header.columns)
    if not text.endswith("\n"):
        notes.append("no line end after the last record: should the last one look cut, the file is")
    joined = 0
    pending: tuple[int, list[str]] | None = None  # a record that stopped short
    for begins, given in _parsed(text, header, shape, where):
        line, cells = begins, given
        if pending is not None:
            first, head = pending
            if len(head) + len(cells) - 1 > width:
                raise _wrong(shape, where, first, len(head), width)
            cells, line = [*head[:-1], f"{head[-1]}\n{cells[0]}", *cells[1:]], first
            pending = None
            joined += len(cells) == width
        elif not any(cell.strip() for cell in cells):
            continue
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            cells = cells[:width]
        if len(cells) > width:
            raise _wrong(shape, where, line, len(cells), width)
        if len(cells) < width:
            pending = (line, cells)
            continue
        yield Row(line, dict(zip(header.columns, cells, strict=True)))
    if pending is not None:
        raise BadSource(
            f"the last record has {len(pending[1])} of {width} fields: the file is cut short",
            where=f"{where}:{pending[0]}",
            hint="download it again",
        )
    if joined:
        notes.append(f"{joined} records that a line end had split were joined")


def _parsed(text: str, header: Header, shape: Shape, where: str) -> Iterator[tuple[int, list[str]]]:
    lines = iter(text.split("\n"))
    for _ in range(header.lines):
        next(lines)
    reader = csv.reader(
        (f"{line}\n" for line in lines),
        delimiter=header.delimiter,
        # a copy that was saved again with another delimiter was also quoted again
        quoting=csv.QUOTE_MINIMAL if shape.quoted or header.delimiter != shape.delimiter else csv.QUOTE_NONE,
    )
    begins = 1
    opened = 1
    try:
        for cells in reader:
            yield header.lines + begins, cells
            opened, begins = begins, reader.line_num + 1
    except csv.Error as error:
        raise BadSource(f"{shape.what}: {error}", where=f"{where}:{header.lines + opened}") from None


def _wrong(shape: Shape, where: str, line: int, found: int, width: int) -> BadSource:
    return BadSource(f"{shape.what}: a record has {found} fields where {width} are expected", where=f"{where}:{line}")
