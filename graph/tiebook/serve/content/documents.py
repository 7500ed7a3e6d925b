"""The document of an answer as a page shows it: rows with links to actors and claims, cut to what one page can hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tiebook.ask.document.structure import Document, Group, Mark, Receipt
from tiebook.ask.forms.values import whole_text
from tiebook.engine import Engine
from tiebook.errors import LimitReached
from tiebook.model.codebook import codebook
from tiebook.serve.content.lookup import actor_links
from tiebook.serve.content.wording import in_words, said
from tiebook.serve.settings import Limits

_DAYS: Final = ("when", "since", "until", "day", "month", "date")  # columns of dates, which no line end divides
_LONG: Final = 30  # letters of a word that a column need not be as wide as
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


def sections(engine: Engine, document: Document, limits: Limits) -> tuple[list[Section], int]:
    """Return the sections, and how many rows are not in them because one page holds no more.

    Raises LimitReached where their values are too long for a page.
    """
    most = limits.rows
    shown: list[Group] = []
    left = most
    values: list[Any] = []
    for group in document.groups:
        if left <= 0:
            break
        shown.append(group)
        values += [value for row in group.rows[:left] for value in row.values]
        left -= len(group.rows)
    size = sum(len(str(value)) for value in values)
    if size > limits.text:
        raise LimitReached(f"a page cannot show this: {size:,} characters", hint="the CSV and the JSON have all of it")
    links = actor_links(engine, values)
    return list(_sections(document, shown, links, most)), max(document.counts.rows - most, 0)


def _sections(document: Document, groups: list[Group], links: Mapping[str, str], most: int) -> Iterator[Section]:
    left = most
    for group in groups:
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
            for row in group.rows[:left]
        ]
        left -= len(group.rows)
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
    fold = len(parts) > _KEEPS + 1 and sum(len(part.text) for part in parts) > _MANY
    shown, more = (parts[:_KEEPS], parts[_KEEPS:]) if fold else (parts, ())
    return Cell(label, shown, isinstance(value, str) and value in ties, is_number, name in _DAYS, is_long, more)


def _hashable(value: Any) -> Any:
    if isinstance(value, dict):
        return whole_text(value)
    return str(value) if isinstance(value, list) else value
