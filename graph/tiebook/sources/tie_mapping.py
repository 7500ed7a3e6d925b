"""One [[tie]] of a declaration, made ready to be applied to millions of rows: which cells it reads, what ties come of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from tiebook.errors import BadSource
from tiebook.model.dates import Bounds
from tiebook.model.records import Value
from tiebook.model.ties import Ties
from tiebook.sources.declaration import TieMap
from tiebook.sources.tie_builder import TieBuilder

_CELLS: Final = 7  # ends, dates, value, mechanism and quote come first, then the key, then what the gloss tells


class BadRecord(Exception):
    """A record that cannot be read: its number among those that are read together, and what is said of it."""

    def __init__(self, number: int, what: str) -> None:
        super().__init__(what)
        self.number = number


class Picked(NamedTuple):
    """The cells that a [[tie]] reads of some records, by column, without the spaces around them."""

    sources: list[str]
    targets: list[str]
    since: list[str]
    until: list[str]
    value: list[str]
    mechanism: list[str]
    quote: list[str]
    keys: list[list[str]]  # a column for each that the key of a record is made of
    told: list[list[str]]  # a column for each that the gloss names


class Rows(NamedTuple):
    """Ties to be made, by column: the numbers of their records among those picked, their ends, their keys and their times."""

    numbers: Sequence[int]
    sources: list[str]
    targets: list[str]
    keys: list[str]
    spells: list[Bounds]


class Mapping:
    """How the rows of a kind of file become ties of one type."""

    def __init__(self, map_: TieMap, builder: TieBuilder, columns: Sequence[str], where: str) -> None:
        """Find the cells among the columns of a file.

        Raises BadSource for a column that the tie cannot do without and the file does not have.
        """
        self.map = map_
        self._builder = builder
        parts = re.split(r"\{([^{}]+)\}", map_.gloss)
        self._gloss = [
            part if number % 2 == 0 or part in columns else f"{{{part}}}" for number, part in enumerate(parts)
        ]
        self._slots = [number for number, part in enumerate(parts) if number % 2 == 1 and part in columns]
        optional = (map_.since, map_.until, map_.value, map_.mechanism, map_.quote)
        told = [parts[slot] for slot in self._slots]
        wanted = [map_.source.column, map_.target.column, *optional, *map_.record, *told]
        for column in (map_.source.column, map_.target.column, *map_.record):
            if column not in columns:
                raise BadSource(f"there is no column {column!r}, which a [[tie]] reads", where=where)
        here = [column for column in dict.fromkeys(wanted) if column in columns]
        self._pick = itemgetter(*map(columns.index, [*here, here[0]]))  # two at least, so that it gives a tuple
        self._places = [here.index(column) if column in here else None for column in wanted]

    def pick(self, records: Iterable[list[str]]) -> Picked:
        """Take the cells that it reads out of some records, at least one; those of a column that is not there are empty."""
        here = [list(map(str.strip, column)) for column in zip(*map(self._pick, records), strict=True)]
        columns = [[""] * len(here[0]) if place is None else here[place] for place in self._places]
        known, rest = columns[:_CELLS], columns[_CELLS:]
        keys = len(self.map.record)
        sources, targets, since, until, value, mechanism, quote = known
        return Picked(sources, targets, since, until, value, mechanism, quote, rest[:keys], rest[keys:])

    def ties(self, cells: Picked, rows: Rows) -> Ties:
        """Make ties of rows, at least one.

        Raises BadRecord.
        """
        numbers, sources, targets, keys, spells = rows
        whole = numbers == range(len(cells.sources))
        props: dict[str, Sequence[Value]] = {"gloss": self._glosses(cells, rows)}
        for name in ("since", "until", "mechanism", "quote"):
            column: list[str] = getattr(cells, name)
            if any(column):
                props[name] = [each or None for each in (column if whole else map(column.__getitem__, numbers))]
        value = cells.value
        if any(value):
            props["value"] = [self._number(number, value[number]) if value[number] else None for number in numbers]
            props["unit"] = [None if each is None else self.map.unit for each in props["value"]]
        return self._builder.ties(self.map.type, ("Actor", "Actor"), (sources, targets), keys, spells, props)

    def _glosses(self, cells: Picked, rows: Rows) -> list[Value]:
        """Describe each row in words: as the declaration has it, else by its ends."""
        verb = f" {self.map.type.lower().replace('_', ' ')} "
        if not self._slots:
            said = "".join(self._gloss)
            if said:
                return [said] * len(rows.keys)
            return [source + verb + target for source, target in zip(rows.sources, rows.targets, strict=True)]
        out: list[Value] = []
        gloss = list(self._gloss)
        for number, source, target in zip(rows.numbers, rows.sources, rows.targets, strict=True):
            for slot, column in zip(self._slots, cells.told, strict=True):
                gloss[slot] = column[number]
            out.append("".join(gloss) or source + verb + target)
        return out

    def _number(self, number: int, text: str) -> float:
        try:
            return float(text)
        except ValueError:
            raise BadRecord(number, f"column {self.map.value}: {text!r} is not a number") from None
