"""Records of full width: those packed into one cell are split, those that a line end has split are joined, others are refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables.header import Header
from tiebook.tables.lines.other_lines import OtherLines
from tiebook.tables.lines.quotes import way_out
from tiebook.tables.shape import Cells, Shape
from tiebook.tables.wrapped import taken_apart

_LONGEST: Final = 1000  # lines of one record that line ends have split
_SHOWN: Final = 60  # characters of a line in a message


class WholeRecords:
    """Reads records line by line, and counts what it puts right."""

    def __init__(self, header: Header, shape: Shape, where: str, others: OtherLines) -> None:
        """Read below a header; others -- finds the lines that are not records."""
        self._width = len(header.columns)
        self._delimiter = header.delimiter
        self._shape = shape
        self._where = where
        self._others = others
        self._pending: Cells | None = None  # a record that stopped short
        self._apart = self._joined = self._behind = 0

    def read(self, parsed: Iterator[Cells], notes: list[str]) -> Iterator[Cells]:
        """Yield the records of full width among what is parsed; notes -- takes what was repaired.

        Raises BadSource with file:line for a record with too few or too many fields.
        """
        blank = False  # whether a blank line stands before
        while (record := next(parsed, None)) is not None:
            line, cells = record
            if self._pending is None and cells:
                below = self._others.left_out(record, parsed, after_blank=blank)
                if below is not None:
                    parsed = below
                    continue
                if len(cells) == self._width and _filled(cells):
                    blank = False
                    yield record  # nearly all
                    continue
            cells = self._taken_apart(cells)
            if self._pending is None and not _filled(cells):
                blank = True
                continue
            blank = False
            line, cells = self._with_pending(line, cells)
            cells = self._without_blank_end(line, cells)
            if len(cells) < self._width:
                self._others.check_no_note(cells, self._shape.what, f"{self._where}:{line}")
                self._pending = (line, cells)
                continue
            yield line, cells
        notes += self._others.told()
        self._check_end()
        notes += self._put_right()

    def _taken_apart(self, cells: list[str]) -> list[str]:
        """Return the cells of a record that a spreadsheet has put into one; of any other its own."""
        inner = taken_apart(cells, self._delimiter, self._width)
        self._apart += inner is not None
        return inner or cells or [""]

    def _with_pending(self, line: int, cells: list[str]) -> Cells:
        """Return a record with the beginning that a line end has split from it."""
        if self._pending is None:
            return line, cells
        first, head = self._pending
        self._pending = None
        if len(head) + len(cells) - 1 > self._width or line - first > _LONGEST:
            raise self._wrong(first, len(head))
        if len(head) == 1 and len(cells) == self._width > 1 and "\n" not in head[0]:
            raise self._alone(first, head[0])
        joined = [*head[:-1], f"{head[-1]}\n{cells[0]}", *cells[1:]]
        self._joined += len(joined) == self._width
        return first, joined

    def _without_blank_end(self, line: int, cells: list[str]) -> list[str]:
        """Return a record without the blank cells behind its last column; refuse it where they are not blank."""
        if len(cells) <= self._width:
            return cells
        if _filled(cells[self._width :]):
            raise self._wrong(line, len(cells), way_out(cells, self._where, self._delimiter))
        self._behind += 1
        return cells[: self._width]

    def _check_end(self) -> None:
        if self._pending is not None:
            line, cells = self._pending
            raise BadSource(
                f"the last record has {len(cells)} of {self._width} fields: the file is cut short,"
                " or this is a note below the table",
                where=f"{self._where}:{line}",
                hint="download it again, or take the note out",
            )

    def _put_right(self) -> Iterator[str]:
        if self._behind:
            yield f"{self._behind:,} records have blank cells behind their last column, which were left out"
        if self._apart:
            yield f"{self._apart:,} lines that a spreadsheet had put into one cell were taken apart"
        if self._joined:
            yield f"{self._joined} records that a line end had split were joined"

    def _alone(self, line: int, text: str) -> BadSource:
        """Return the error for a line of one cell before a whole record: joined to it, it would change a name."""
        what = f"{self._shape.what}: the line {text[:_SHOWN]!r} is not a record, and a whole one follows"
        hint = "take it out, or join it to the record that it is part of"
        return BadSource(what, where=f"{self._where}:{line}", hint=hint)

    def _wrong(self, line: int, found: int, hint: str | None = None) -> BadSource:
        what = f"{self._shape.what}: a record has {found} fields where {self._width} are expected"
        if hint is None and found == self._width + 1:
            hint = "if its lines begin with names of rows, which R writes without a header: write.csv(..., row.names = FALSE)"
        return BadSource(what, where=f"{self._where}:{line}", hint=hint)


def _filled(cells: list[str]) -> bool:
    return any(map(str.strip, cells))
