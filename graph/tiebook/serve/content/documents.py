"""The document of an answer as a page shows it: rows with links to actors and claims, cut to what one page can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tiebook.ask.document.structure import Document, Group, Mark, Receipt, Row
from tiebook.ask.forms.values import whole_text
from tiebook.engine import Engine
from tiebook.errors import LimitReached, UsageError
from tiebook.model.codebook import codebook
from tiebook.serve.content.lookup import actor_links
from tiebook.serve.content.wording import in_words, said
from tiebook.serve.settings import Limits

_DAYS: Final = ("when", "since", "until", "day", "month", "date")  # columns of dates, which no line end divides
_LONG: Final = 30  # letters of a word that a column need not be as wide as
_BRIEF: Final = 24  # letters of a value that stands beside others where a row is a list
_KEEPS: Final = 3  # receipts of a row that are shown at once, and sentences of a value
_MANY: Final = 300  # letters of a value of several sentences, from which on only so many are shown at once


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a value: its text, and the id of the actor that it names."""

    text: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a row under the label of its column; `more`: what is shown of it when it is asked for."""

    label: str
    parts: tuple[Part, ...]
    is_tie: bool = False
    is_number: bool = False
    is_day: bool = False
    is_long: bool = False
    is_brief: bool = False
    more: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is shown: its number or letter, cells, marks, and receipts, the first of them and the others."""

    number: str
    cells: tuple[Cell, ...]
    marks: tuple[Mark, ...]
    receipts: tuple[Receipt, ...]
    more: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading; `head` is the line of the heading's own receipts, which all its rows share or which only name it."""

    heading: str | None
    head: Line | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What one page shows of an answer: rows `first` to `last` of `all`.

    figures -- places of the columns whose values are numbers
    marked -- whether any row has a mark
    """

    sections: tuple[Section, ...]
    first: int
    all: int
    figures: frozenset[int]
    marked: bool

    @property
    def last(self) -> int:
        """The number of the last row of this page."""
        return self.first - 1 + sum(len(section.lines) for section in self.sections)

    @property
    def left(self) -> int:
        """How many rows come after those of this page."""
        return self.all - self.last


def page_of(engine: Engine, document: Document, limits: Limits, first: int = 1) -> Page:
    """Return what a page shows that begins with row `first`: no more rows than one page holds.

    Raises UsageError where there is no such row, LimitReached where the values are too long for a page.
    """
    if first > max(document.counts.rows, 1):
        raise UsageError(f"there is no row {first:,}", hint=f"the last is {document.counts.rows:,}")
    shown = list(_cut(document.groups, first - 1, limits.rows))
    values = [value for _, rows in shown for row in rows for value in row.values]
    size = sum(len(str(value)) for value in values)
    if size > limits.text:
        raise LimitReached(f"a page cannot show this: {size:,} characters", hint="the CSV and the JSON have all of it")
    sections = tuple(_sections(document, shown, actor_links(engine, values)))
    lines = [line for section in sections for line in section.lines]
    figures = {place for line in lines for place, cell in enumerate(line.cells) if cell.is_number}
    return Page(sections, first, document.counts.rows, frozenset(figures), any(line.marks for line in lines))


def _cut(groups: Iterable[Group], skipped: int, most: int) -> Iterator[tuple[Group, Sequence[Row]]]:
    """Yield the groups that have rows among `most` after the skipped ones, each with those rows."""
    for group in groups:
        rows = group.rows[skipped : skipped + most]
        skipped = max(skipped - len(group.rows), 0)
        most -= len(rows)
        if rows:
            yield group, rows


def _sections(
    document: Document, shown: Iterable[tuple[Group, Sequence[Row]]], links: Mapping[str, str]
) -> Iterator[Section]:
    for group, rows in shown:
        shared = _shared(group, [column.name for column in document.columns])
        own = (*group.receipts, *shared)
        head = _line(group.letter or "", (), group.marks, own) if group.letter or shared else None
        lines = [
            _line(
                str(row.number),
                tuple(
                    _cell(column.name, column.label, value, links)
                    for column, value in zip(document.columns, row.values, strict=True)
                ),
                row.marks,
                tuple(each for each in row.receipts if each not in shared),
            )
            for row in rows
        ]
        yield Section(group.heading, head, tuple(lines))


def _shared(group: Group, columns: Sequence[str]) -> tuple[Receipt, ...]:
    """Return the receipts that each of several rows has: they stand once, at the heading.

    A receipt of a part of the rows that stands in columns of theirs ("other": other_gloss) stays with them.
    """
    if group.heading is None or len(group.rows) == 1:
        return ()
    first = group.rows[0].receipts
    return tuple(
        each
        for each in first
        if all(each in row.receipts for row in group.rows)
        and not (each.side and any(name.startswith(f"{each.side}_") for name in columns))
    )


def _line(number: str, cells: tuple[Cell, ...], marks: tuple[Mark, ...], receipts: tuple[Receipt, ...]) -> Line:
    return Line(number, cells, marks, receipts[:_KEEPS], receipts[_KEEPS:])


def _cell(name: str, label: str, value: Any, links: Mapping[str, str]) -> Cell:
    values = value if isinstance(value, list) else [] if value is None else [value]
    ties = codebook().ties
    parts = tuple(
        Part(in_words(each) if each in ties else said(each), links.get(each)) for each in map(_hashable, values)
    )
    is_long = any(len(word) > _LONG for part in parts for word in part.text.split())
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    size = sum(len(part.text) for part in parts)
    fold = len(parts) > _KEEPS + 1 and size > _MANY
    shown, more = (parts[:_KEEPS], parts[_KEEPS:]) if fold else (parts, ())
    return Cell(
        label, shown, isinstance(value, str) and value in ties, is_number, name in _DAYS, is_long, size <= _BRIEF, more
    )


def _hashable(value: Any) -> Any:
    if isinstance(value, dict):
        return whole_text(value)
    return str(value) if isinstance(value, list) else value
