"""An answer: rows with their columns, and what was searched for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tiebook.ask.coverage import Searched
from tiebook.ask.document.compose import Parts, compose
from tiebook.ask.document.structure import Document
from tiebook.engine.base import Table

if TYPE_CHECKING:
    import pandas as pd

    from tiebook.ask.groups import Group


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer, in order. `parameters` are as resolved: ids of actors, dates as dates.

    searched -- the sources that could hold it, where it is empty, names days, or its coverage was asked for
    groups -- the groups that were taken as their members
    notes -- of an ad-hoc query: names in it that can match nothing
    unsettled -- loads went on all the time that it was read, on a server: it may mix what was before and after
    parts -- what its document is made of beside the rows
    """

    title: str
    question: str
    cypher: str
    parameters: dict[str, Any]
    table: Table
    evidence: tuple[str, ...] = ()
    searched: tuple[Searched, ...] = ()
    groups: tuple[Group, ...] = ()
    unsettled: bool = False
    parts: Parts = field(default_factory=Parts, repr=False)
    notes: tuple[str, ...] = ()

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
        """Return each row as a dict by column."""
        return self.table.records()

    def document(self, *, wide: bool = False, evidence: bool = True, coverage: bool = False) -> Document:
        """Return the answer as a document: heading, counts, rows in groups, receipts, what is also said (ask.document.structure).

        wide -- with every column, receipts among them
        evidence -- with the columns that are receipts, in a wide document
        coverage -- with a note on what the sources cover, also where there is an answer
        """
        return compose(self, wide=wide, evidence=evidence, coverage=coverage)

    def to_pandas(self) -> pd.DataFrame:
        """Return a data frame: one row a row, one column a column."""
        import pandas as pd  # noqa: PLC0415 -- a third of a second, only for those who want it

        return pd.DataFrame(self.table.rows, columns=list(self.table.columns))

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the document, every text escaped."""
        from tiebook.ask.document.notebook_html import as_html  # noqa: PLC0415 -- only for notebooks

        return as_html(self.document())

    def not_found(self) -> str:
        """Say that nothing was found, and where was looked: not coded is not the same as no tie."""
        if self.notes:
            return "\n".join(["No row: that says nothing about what is coded.", *self.notes])
        if not self.searched:
            return "Nothing coded answers this: no source is loaded that could. tiebook sources tells which can be."
        places = "\n".join(source.line("none identified in") for source in self.searched)
        return f"Nothing coded answers this.\n{places}\nNot coded does not mean that there is no such tie."

    def coverage(self) -> str:
        """Say of each source that could hold the answer what it covers, and what its makers say of its limits."""
        return "\n".join(["Searched:", *(source.line("in", note=True) for source in self.searched)])

    def outside(self) -> str:
        """Name the sources whose days do not reach those that were asked for; empty where there are none."""
        names = [f"{source.name} ({source.window})" for source in self.searched if source.reach in ("outside", "gaps")]
        return f"Outside the coverage of {', '.join(names)}: nothing is said of these days there." if names else ""
