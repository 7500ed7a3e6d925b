"""What a table should look like, and what was read of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A kind of file, known by its columns.

    required -- columns that must be there; case and spaces around do not count
    header -- the columns of a file that has no header line, in order
    others -- column -> other names under which releases have it
    preamble -- words that must stand in the lines before the header
    exact -- whether there may be no other columns
    quoted -- whether `"` quotes fields; event data has bare quotes in text
    """

    what: str
    required: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    delimiter: str | None = None
    quoted: bool = True
    form: Literal["table", "json lines", "xml"] = "table"
    preamble: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line of the file on which it begins, and its cells by column."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Give a cell without the spaces around it; KeyError for a column that is not there."""
        return self.cells[column].strip()

    def get(self, column: str, default: str = "") -> str:
        """Give a cell, or `default` where there is no such column or nothing in it."""
        return self.cells.get(column, "").strip() or default


@dataclass(frozen=True, slots=True)
class Table:
    """A file that has the expected shape. `notes` tell what was put right in reading it."""

    path: str
    columns: tuple[str, ...]
    rows: Iterator[Row]
    notes: list[str]
    preamble: tuple[str, ...] = ()
