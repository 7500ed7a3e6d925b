"""Builds the ties of a source, for readers in code and for declared tables alike.

Which ties a load asks for, which repeat an earlier one or contradict it, and what every tie says beside its record, is decided
here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tiebook.errors import DuplicateTie
from tiebook.model.codebook import codebook
from tiebook.model.dates import Bounds, Span
from tiebook.model.records import Value
from tiebook.model.ties import Ties
from tiebook.sources.declaration import Declaration
from tiebook.sources.row_filter import RowFilter

Columns = Mapping[str, Sequence[Value]]


class Contradiction(DuplicateTie):
    """A tie has the id of an earlier one and says something else; `place` is its place among those that came together."""

    def __init__(self, message: str, place: int) -> None:
        """Record the place."""
        super().__init__(message)
        self.place = place


class TieBuilder:
    """The ties of one reading of a source."""

    def __init__(self, source: Declaration, row_filter: RowFilter) -> None:
        """Start with nothing built."""
        self._source = source
        self._filter = row_filter
        self._everything = row_filter.everything
        # What each tie says, by its id: both as Python's hashes, which are keyed for texts, as the texts would fill the memory.
        self._said: dict[int, int] = {}

    def __len__(self) -> int:
        """Count the ties that were built."""
        return len(self._said)

    def tie_id(self, type_: str, record: str) -> str:
        """Return the id of the tie that a record makes."""
        return f"{type_}/{self._source.id}/{record}"

    def knows(self, type_: str, record: str) -> bool:
        """Return whether a record with this key has made a tie."""
        return hash(self.tie_id(type_, record)) in self._said

    def takes(self, spell: Bounds, ends: Iterable[str]) -> bool:
        """Return whether the load asks for a tie between some actors at a time; what has no date always is at the right time."""
        if self._everything:
            return True
        undated = spell.since_earliest is None and spell.until_latest is None
        window = None if undated else Span(spell.since_earliest or date.min, spell.until_latest or date.max)
        return self._filter.takes(window, ends)

    def new(self, ids: Sequence[str], said: Iterable[object], glosses: Sequence[Value]) -> Sequence[int]:
        """Return the places of the ties that no earlier record made.

        said -- all that each of them says, as texts or tuples of texts: numbers that differ may have one hash

        Raises Contradiction if an earlier record made another tie with the same id.
        """
        keys, hashes = list(map(hash, ids)), list(map(hash, zip(ids, said, strict=True)))
        if len(set(keys)) == len(keys) and self._said.keys().isdisjoint(keys):
            self._said.update(zip(keys, hashes, strict=True))
            return range(len(keys))
        places = []
        for place, (key, now) in enumerate(zip(keys, hashes, strict=True)):
            known = self._said.get(key)
            if known is None:
                self._said[key] = now
                places.append(place)
            elif known != now:
                record = ids[place].split("/", 2)[2]
                raise Contradiction(f"the record {record} says two things; this one: {glosses[place]}", place)
        return places

    def ties(
        self,
        type_: str,
        labels: tuple[str, str],
        ends: tuple[list[str], list[str]],
        records: Sequence[str],
        spells: Sequence[Bounds],
        props: Columns,
    ) -> Ties:
        """Return ties by column, at least one: `props` and what all ties of records say; columns without a value are left out."""
        columns: dict[str, list[Value]] = {
            "id": [self.tie_id(type_, record) for record in records],
            "record": list(records),
        }
        columns |= {name: list(column) for name, column in props.items()}
        columns |= {name: list(days) for name, days in zip(Bounds._fields, zip(*spells, strict=True), strict=True)}
        columns = {name: column for name, column in columns.items() if any(value is not None for value in column)}
        same: dict[str, Value] = {
            "source": self._source.id,
            "held_by": self._source.name,
            "sign": codebook().ties[type_].sign,
            "endorsed": True,
            "inferred": False,
            "confidence": 1.0,
        }
        columns |= {name: [value] * len(records) for name, value in same.items() if name not in columns}
        return Ties(type_, *labels, *ends, columns)
