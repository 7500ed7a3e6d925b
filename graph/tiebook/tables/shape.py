"""What a table should look like, and what was read of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tiebook.errors import BadSource
from tiebook.support.marks import trim

Cells = tuple[int, list[str]]  # the line on which a record begins, and its cells in the order of the columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A kind of file, known by its columns.

    required -- columns that must be there; case, spaces, `_`, `.` and `-` do not count
    optional -- columns that are known when they are there
    header -- the columns of a file that has no header line, in order
    others -- column -> other names under which releases have it
    preamble -- words that must stand in the lines before the header
    exact -- whether there may be no other columns; without -- columns that there may not be, as a similar file has them
    quoted -- whether `"` quotes fields; event data has bare quotes in text
    ended -- whether its publisher ends the last line too, so that a copy without that end is cut short
    encoding -- of the file, where it is declared; None: UTF-8, a byte order mark, or what its words tell
    sheet -- of a workbook; None: the first
    filled -- columns that every record fills: a line without them is a piece of the record before it
    """

    what: str
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    delimiter: str | None = None
    quoted: bool = True
    form: Literal["table", "json lines", "xml"] = "table"
    preamble: str = ""
    exact: bool = False
    without: tuple[str, ...] = ()
    ended: bool = False
    filled: tuple[str, ...] = ()
    encoding: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class GivenTable:
    """A table in memory instead of in a file: its columns, and its records, which are produced again each time."""

    columns: tuple[str, ...]
    records: Callable[[], Iterator[Cells]]
    rows: int


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line of the file on which it begins, its cells by column, and the file."""

    line: int
    cells: Mapping[str, str]
    file: str = ""

    def __getitem__(self, column: str) -> str:
        """Return a cell without the spaces around it.

        Raises BadSource for a column that is not there.
        """
        try:
            return trim(self.cells[column])
        except KeyError:
            raise BadSource(f"there is no column {column!r}", where=f"{self.file}:{self.line}") from None

    def get(self, column: str, default: str = "") -> str:
        """Return a cell, or `default` where there is no such column or nothing in it."""
        return trim(self.cells.get(column, "")) or default


@dataclass(frozen=True, slots=True)
class Table:
    """A file that has the expected shape; its records are read as they are asked for, once. `notes` tell what was repaired.

    directed -- False where it is the edges of a graph that have no direction
    mixed -- whether it is the edges of a graph of which some have none, as the column `directed` says
    """

    path: str
    columns: tuple[str, ...]
    records: Iterator[Cells]
    notes: list[str]
    preamble: tuple[str, ...] = ()
    directed: bool = True
    mixed: bool = False

    @property
    def rows(self) -> Iterator[Row]:
        """Return the records with their cells by column."""
        for line, cells in self.records:
            yield Row(line, dict(zip(self.columns, cells, strict=True)), self.path)


def cell_text(value: Any, other: Callable[[Any], str] = str) -> str:
    """Return a value of a format with types as a cell: nothing for None, `; ` between the values of a list.

    other -- writes what is neither a truth value, a whole number nor a list
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (list, tuple)):
        return "; ".join(cell_text(each, other) for each in value)
    return other(value)
