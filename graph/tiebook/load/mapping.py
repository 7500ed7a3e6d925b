"""One [[tie]] of a declaration, made ready to be applied to millions of rows: which cells it reads, what tie comes of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final

from tiebook.load.declared import Declared, TieMap
from tiebook.load.ends import Steady
from tiebook.model.codebook import codebook
from tiebook.model.dates import Bounds
from tiebook.model.errors import BadSource
from tiebook.model.records import Value
from tiebook.model.ties import Ties

# what a row has beside the ids of its ends, in this order; those from `since` on may be None
FIELDS: Final = (
    *("id", "record", "gloss"),
    *("since", "until", "since_earliest", "since_latest", "until_earliest", "until_latest"),
    *("value", "mechanism", "quote"),
)
_CELLS: Final = 7  # ends, dates, value, mechanism and quote come first, then the key, then what the gloss tells
MappedRow = tuple[Any, ...]  # source, target, and the fields


class NotANumber(Exception):
    """A value is none."""


class Mapping:
    """How the rows of a kind of file become ties of one type."""

    def __init__(self, map_: TieMap, source: Declared, columns: Sequence[str], where: str) -> None:
        """Find the cells among the columns of a file.

        Raises BadSource for a column that the tie cannot do without and the file does not have.
        """
        self.map = map_
        self.sources: Steady = {}  # what is known of the cells of its ends
        self.targets: Steady = {}
        self._source = source
        parts = re.split(r"\{([^{}]+)\}", map_.gloss)
        self._gloss = [
            part if number % 2 == 0 or part in columns else f"{{{part}}}" for number, part in enumerate(parts)
        ]
        slots = [number for number, part in enumerate(parts) if number % 2 == 1 and part in columns]
        self._slots = list(enumerate(slots, start=_CELLS + len(map_.record)))
        optional = (map_.since, map_.until, map_.value, map_.mechanism, map_.quote)
        wanted = [map_.source.column, map_.target.column, *optional, *map_.record, *(parts[slot] for slot in slots)]
        for column in (map_.source.column, map_.target.column, *map_.record):
            if column not in columns:
                raise BadSource(f"there is no column {column!r}, which a [[tie]] reads", where=where)
        # a column that is not there reads as the empty cell that the reader puts after the last
        self.pick = itemgetter(*(columns.index(column) if column in columns else -1 for column in wanted))
        self._prefix = f"{map_.type}/{source.id}/"

    def record(self, cells: Sequence[str]) -> str:
        """Give the key of the record, "" where the table has no column for it."""
        return "/".join(cells[_CELLS : _CELLS + len(self.map.record)])

    def shape(self, cells: Sequence[str]) -> tuple[bool, ...]:
        """Tell which of the fields that may be None are not; the bounds are as the dates are."""
        return tuple(map(bool, cells[2:_CELLS]))

    def row(self, cells: Sequence[str], source: str, target: str, record: str, spell: Bounds) -> MappedRow:
        """Give the row of a tie.

        Raises NotANumber.
        """
        since, until, value, mechanism, quote = cells[2:_CELLS]
        gloss = self._gloss
        if self._slots:
            gloss = list(gloss)
            for cell, slot in self._slots:
                gloss[slot] = cells[cell]
        text = "".join(gloss) or f"{source} {self.map.type.lower().replace('_', ' ')} {target}"
        head = (source, target, f"{self._prefix}{record}", record, text, since or None, until or None)
        return (*head, *spell, _number(value, self.map.value) if value else None, mechanism or None, quote or None)

    def columns(self, rows: list[MappedRow]) -> Ties:
        """Put rows that lack the same fields together."""
        sources, targets, *columns = (list(column) for column in zip(*rows, strict=True))
        props: dict[str, list[Value]] = {
            name: column for name, column in zip(FIELDS, columns, strict=True) if column[0] is not None
        }
        same: dict[str, Value] = {
            "source": self._source.id,
            "held_by": self._source.name,
            "sign": codebook().ties[self.map.type].sign,
            "endorsed": True,
            "inferred": False,
            "confidence": 1.0,
        }
        if self.map.unit is not None and "value" in props:
            same["unit"] = self.map.unit
        props |= {name: [value] * len(rows) for name, value in same.items()}
        return Ties(self.map.type, "Actor", "Actor", sources, targets, props)


def _number(text: str, column: str | None) -> float:
    try:
        return float(text)
    except ValueError:
        raise NotANumber(f"column {column}: {text!r} is not a number") from None
