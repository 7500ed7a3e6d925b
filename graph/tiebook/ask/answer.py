"""An answer: rows with their columns, and what was searched for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from tiebook.engine.base import Table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Searched:
    """One source that an answer looked through: how much it holds, and up to which day it knows."""

    id: str
    name: str
    claims: int
    ties: int
    covers_since: date | None
    covers_until: date | None

    def __str__(self) -> str:
        """Say it in words."""
        held = " and ".join(
            f"{count:,} {word}{'' if count == 1 else 's'}"
            for count, word in ((self.claims, "claim"), (self.ties, "tie"))
            if count
        )
        since = f"{self.covers_since.isoformat()} to " if self.covers_since else "up to "
        until = self.covers_until.isoformat() if self.covers_until else "an unknown day"
        return f"{self.name} ({held or 'nothing coded'}; {since}{until})"


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer, in order. `parameters` are as resolved: ids of actors, dates as dates."""

    title: str
    question: str
    cypher: str
    parameters: dict[str, Any]
    table: Table
    evidence: tuple[str, ...] = ()
    searched: tuple[Searched, ...] = field(default=())

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of all columns."""
        return self.table.columns

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """The rows, as tuples in the order of the columns."""
        return self.table.rows

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.table.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Give each row as a dict by column."""
        return self.table.records()

    def to_pandas(self) -> pd.DataFrame:
        """Give a data frame: one row a row, one column a column."""
        import pandas as pd  # noqa: PLC0415 -- a third of a second, only for those who want it

        return pd.DataFrame(self.table.rows, columns=list(self.table.columns))

    def _repr_html_(self) -> str:
        """Give what a notebook shows: a table of the first rows, every text escaped."""
        from html import escape  # noqa: PLC0415

        def cell(value: Any) -> str:
            values = value if isinstance(value, list) else [] if value is None else [value]
            return f'<td dir="auto" style="text-align:left">{escape("; ".join(map(str, values)))}</td>'

        if not self.table.rows:
            return f"<p>{escape(self.not_found())}</p>"
        most = 200
        head = "".join(f'<th style="text-align:left">{escape(name.replace("_", " "))}</th>' for name in self.columns)
        body = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in self.table.rows[:most])
        more = f"<p>{len(self) - most:,} more rows</p>" if len(self) > most else ""
        caption = f'<caption style="text-align:left">{escape(self.title)}</caption>'
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def not_found(self) -> str:
        """Say that nothing was found, and where was looked: not coded is not the same as no tie."""
        places = "; ".join(str(source) for source in self.searched) or "no source is loaded"
        return f"Nothing coded answers this. Searched: {places}. Not coded does not mean that there is no such tie."
