"""Ties by column, as bulk loads handle them: one type, ends under one label each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tiebook.model.dates import Bounds
from tiebook.model.records import Edge, Value
from tiebook.model.row_digest import row_digests
from tiebook.model.schema import TIE_PROPERTIES

ORDER: Final = tuple(sorted(TIE_PROPERTIES))  # of the properties in a digest, behind the two ends
DAYS: Final = tuple(ORDER.index(name) + 2 for name in Bounds._fields)  # the places of days there


@dataclass(frozen=True, slots=True)
class Ties:
    """Rows of ties: `sources` and `targets` are ids; `props` has a column for each property; None is not a value of a tie."""

    type: str
    source_label: str
    target_label: str
    sources: list[str]
    targets: list[str]
    props: dict[str, list[Value]]

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.sources)

    @property
    def ids(self) -> list[Value]:
        """The ids of the ties."""
        return self.props["id"]

    def rows(self, numbers: Sequence[int]) -> Ties:
        """Return some of the rows, by their numbers."""
        return Ties(
            self.type,
            self.source_label,
            self.target_label,
            [self.sources[number] for number in numbers],
            [self.targets[number] for number in numbers],
            {name: [column[number] for number in numbers] for name, column in self.props.items()},
        )

    def pieces(self, most: int) -> Iterator[Ties]:
        """Return all rows in pieces of at most so many."""
        if len(self) <= most:
            yield self
            return
        for start in range(0, len(self), most):
            yield self.rows(range(start, min(start + most, len(self))))

    def records(self) -> Iterator[dict[str, Any]]:
        """Return each row as {"source", "target", "props"}; properties that it does not have are left out."""
        names = tuple(self.props)
        for source, target, *values in zip(self.sources, self.targets, *self.props.values(), strict=True):
            props = {name: value for name, value in zip(names, values, strict=True) if value is not None}
            yield {"source": source, "target": target, "props": props}

    def edges(self) -> Iterator[Edge]:
        """Return each row as an edge."""
        for row in self.records():
            source, target = (self.source_label, row["source"]), (self.target_label, row["target"])
            yield Edge(self.type, source, target, row["props"])

    def digests(self) -> Iterator[bytes]:
        """Return a digest of each row: of the ids of its ends, and its properties in `ORDER`."""
        nothing = [None] * len(self)
        columns = [self.sources, self.targets, *(self.props.get(name, nothing) for name in ORDER)]
        return row_digests(zip(*columns, strict=True), DAYS)


def by_columns(edges: Iterable[Edge]) -> Iterator[Ties]:
    """Group edges by their type and the labels of their ends."""
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.type, edge.source[0], edge.target[0]].append(edge)
    for (name, source_label, target_label), group in sorted(groups.items(), key=lambda item: item[0]):
        names = sorted({each for edge in group for each in edge.props})
        yield Ties(
            name,
            source_label,
            target_label,
            [edge.source[1] for edge in group],
            [edge.target[1] for edge in group],
            {each: [edge.props.get(each) for edge in group] for each in names},
        )
