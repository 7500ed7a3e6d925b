"""Ties by column, as bulk loads handle them: one type, ends under one label each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Final

from tiebook.model.records import Edge, Value
from tiebook.model.schema import TIE_PROPERTIES

ORDER: Final = tuple(sorted(TIE_PROPERTIES))  # of the properties in a fingerprint


@dataclass(frozen=True, slots=True)
class Ties:
    """Rows of ties: `sources` and `targets` are ids; `props` has a column for each property; None is no value of a tie."""

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

    def prints(self) -> Iterator[int]:
        """Return a fingerprint of each row, equal within one process to what `print_of` gives for the tie in the graph."""
        columns = [_plain(self.props[name]) if name in self.props else repeat(None) for name in ORDER]
        for row in zip(self.sources, self.targets, *columns, strict=False):
            yield hash(row)


def print_of(row: tuple[Value, ...]) -> int:
    """Return the fingerprint of one tie: the ids of its ends, and its properties in `ORDER`."""
    try:
        return hash(row)
    except TypeError:  # few ties hold a list
        return hash(tuple([tuple(value) if isinstance(value, list) else value for value in row]))


def by_columns(edges: Iterable[Edge]) -> Iterator[Ties]:
    """Take edges together that are alike in type and labels."""
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


def _plain(column: list[Value]) -> Iterable[object]:
    if not isinstance(next((value for value in column if value is not None), None), list):
        return column
    return (tuple(value) if isinstance(value, list) else value for value in column)
