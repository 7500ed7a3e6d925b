"""The ties of a load: what is new is found first and then created, by column; what changed is replaced, what is gone removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from tiebook.engine.base import Writer
from tiebook.model import schema
from tiebook.model.codebook import codebook
from tiebook.model.records import Value
from tiebook.model.roles import PART_OF
from tiebook.model.row_digest import row_digests
from tiebook.model.ties import DAYS, ORDER, Ties

SLICE: Final = 20_000  # ties that are read at a time, about
_REMOVED: Final = (
    5_000  # ties in a transaction of many: with ten times as many, a server takes four times as long for each
)


class LoadedTies:
    """The ties that a source has in the graph: a digest of each, by id, never the ties themselves."""

    def __init__(self, writer: Writer, source: str) -> None:
        """Read them, some thousands at a time."""
        self._digests: dict[Value, bytes] = {}  # not compared yet
        self._same: set[Value] = set()
        self.changed: list[str] = []  # ids
        place = ORDER.index("id") + 2
        columns = ", ".join(f"t.{name} AS tie_{name}" for name in ORDER)
        for label, spans in slices(writer, source):
            query = (
                f"MATCH (a:{label})-[t]->(b) WHERE a.id >= $first AND a.id <= $last AND t.source = $source"
                f" AND type(t) <> '{PART_OF}' RETURN a.id AS source, b.id AS target, {columns}"
            )
            for first, last in spans:
                rows = writer.run(query, {"first": first, "last": last, "source": source}).rows
                self._digests.update(zip(map(itemgetter(place), rows), row_digests(rows, DAYS), strict=True))

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self._digests or self._same)

    def compare(self, ties: Ties) -> tuple[int, int]:
        """Note which ties are as they should be and which are not; return how many are new and how many changed."""
        new = changed = 0
        for tie_id, now in zip(ties.ids, ties.digests(), strict=True):
            before = self._digests.pop(tie_id, None)
            if before is None:
                new += 1
            elif before == now:
                self._same.add(tie_id)
            else:
                changed += 1
                self.changed.append(str(tie_id))
        return new, changed

    def missing(self, ties: Ties) -> Ties:
        """Return the ties that are not in the graph as they should be."""
        if not self._same:
            return ties
        return ties.rows([number for number, tie_id in enumerate(ties.ids) if tie_id not in self._same])

    @property
    def kept(self) -> int:
        """How many were compared: the source has them still, changed or not."""
        return len(self._same) + len(self.changed)

    @property
    def gone(self) -> list[str]:
        """The ids of those that were not compared: the source does not have them any more."""
        return [str(tie_id) for tie_id in self._digests]


def removed_at_once(ids: list[str]) -> Iterator[list[str]]:
    """Return the ids that one of several transactions should remove, for each of them."""
    for start in range(0, len(ids), _REMOVED):
        yield ids[start : start + _REMOVED]


def delete(writer: Writer, ids: list[str]) -> None:
    """Remove ties by their ids, which begin with the type."""
    by_type: dict[str, list[str]] = defaultdict(list)
    for tie_id in ids:
        by_type[tie_id.partition("/")[0]].append(tie_id)
    for name in sorted(by_type):
        assert name in codebook().ties, name  # noqa: S101 -- an id of ours: it goes into the query
        writer.delete(name, by_type[name])


def slices(writer: Writer, source: str) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    """Return each first label from which a source has ties, with slices of the nodes: the first and the last id.

    All types are asked for in one query: a server plans each text anew, which takes it as long as reading thousands of ties.
    """
    table = writer.run(
        "MATCH (a)-[t]->() WHERE t.source = $source WITH a, count(t) AS ties"
        " RETURN labels(a) AS labels, a.id AS id, ties ORDER BY id",  # as the engine orders texts
        {"source": source},
    )
    degrees: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for labels, node_id, count in table.rows:
        degrees[schema.first_label(labels)].append((node_id, count))
    for label, nodes in degrees.items():
        yield label, _slices(nodes)


def _slices(nodes: list[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    first = None
    held = 0
    for node_id, count in nodes:
        first = first or node_id
        held += count
        if held >= SLICE:
            yield first, node_id
            first, held = None, 0
    if first is not None:
        yield first, nodes[-1][0]
