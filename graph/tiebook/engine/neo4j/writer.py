"""Writes in one transaction of a Neo4j server: statements, and ties in bulk, sent by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from tiebook.engine.base import MOST_ANSWER, Table, too_large
from tiebook.engine.neo4j.ownership import OWN, marked
from tiebook.errors import ForeignGraph
from tiebook.model import schema
from tiebook.model.dates import Bounds

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Result

    from tiebook.model.records import Value
    from tiebook.model.ties import Ties

_ROWS: Final = 10_000  # a statement
_DAYS: Final = frozenset(Bounds._fields)  # columns of days, of which a load has few: each is sent once
_Columns = dict[str, list["Value"]]


class Neo4jWriter:
    """One open write transaction."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        """Write in an open transaction."""
        self._transaction = transaction

    def run(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        """Run a statement on Tiebook's own nodes; what it creates is marked as such."""
        return self._run(marked(cypher), params)

    def delete_nodes(self, match: str, params: Mapping[str, Any] | None = None) -> None:
        """Delete the nodes `n` that a MATCH finds, with their edges."""
        found = self._run(
            f"{marked(match)} MATCH (n)-[t]-(m) WHERE NOT (m:{OWN} AND type(t) IN $_types)"
            " RETURN n.id AS id, type(t) AS type LIMIT 1",
            {**(params or {}), "_types": sorted(schema.edge_types())},
        ).rows
        if found:
            node_id, name = found[0]
            raise ForeignGraph(
                f"{node_id} would be deleted, but a relationship {name} that is not Tiebook's ends at it",
                hint="delete that relationship, or let it end at a node of your own",
            )
        self.run(f"{match} DETACH DELETE n", params)

    def check_ids_last(self) -> None:
        """Nothing to do: a constraint can neither go nor come in a transaction that writes."""

    def types_one_by_one(self) -> dict[str, int]:
        """Return nothing: the text for each type would have to be planned."""
        return {}

    def bump(self) -> None:
        """Count a change, and when it was."""
        self.run("MATCH (m:Meta {id: 'model'}) SET m.revision = coalesce(m.revision, 0) + 1, m.revised = timestamp()")

    def _run(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        return table(self._transaction.run(cypher, dict(params or {})))

    def create(self, parts: Iterable[Ties]) -> int:
        """Create ties of any types."""
        alike: defaultdict[tuple[str, str], list[Ties]] = defaultdict(list)
        for ties in parts:
            alike[ties.source_label, ties.target_label].append(ties)
        return sum(self._create(*labels, several) for labels, several in alike.items())

    def delete(self, type_: str, ids: Sequence[str]) -> None:
        """Remove ties by the index of their ids."""
        query = f"UNWIND $ids AS id MATCH ()-[t:{type_} {{id: id}}]->() DELETE t"
        for start in range(0, len(ids), _ROWS):
            self.run(query, {"ids": list(ids[start : start + _ROWS])})

    def _create(self, source_label: str, target_label: str, parts: Sequence[Ties]) -> int:
        """Create ties between nodes of two labels.

        They go by column, and what all have in common once: half the time of a map for each. Their types are values too, as a
        server plans each new text, which takes it as long as making hundreds of ties.
        """
        columns: _Columns = {
            "source": [end for ties in parts for end in ties.sources],
            "target": [end for ties in parts for end in ties.targets],
            "type": [ties.type for ties in parts for _ in range(len(ties))],
        }
        props = _joined(parts)
        same = {name: column[0] for name, column in props.items() if _one(column)}
        columns |= {f"tie_{name}": column for name, column in props.items() if name not in same}
        given = ", ".join(f"{name}: {_value(name, name in same)}" for name in props)
        query = (
            f"UNWIND range(0, size($source) - 1) AS row MATCH (a:{source_label} {{id: $source[row]}}),"
            f" (b:{target_label} {{id: $target[row]}}) CREATE (a)-[t:$($type[row]) {{{given}}}]->(b)"
            " RETURN count(*) AS made"
        )
        fixed = {f"tie_{name}": value for name, value in same.items()}
        made = 0
        for start in range(0, len(columns["type"]), _ROWS):
            rows = {name: column[start : start + _ROWS] for name, column in columns.items()}
            made += self.run(query, {**fixed, **rows, **_days(rows)}).rows[0][0]
        return made


def table(result: Result) -> Table:
    """Return the rows of a result."""
    return Table(tuple(result.keys()), [_row(record.values()) for record in result])


def table_within(result: Result, rows: int, most: int = MOST_ANSWER) -> Table:
    """Return the first rows of a result that somebody asked for.

    Raises LimitReached if they have more than about `most` bytes; then no more of them are fetched.
    """
    found: list[tuple[Any, ...]] = []
    for record in islice(result, rows):
        row = _row(record.values())
        most -= _size(row)
        if most < 0:
            raise too_large()
        found.append(row)
    return Table(tuple(result.keys()), found, truncated=result.peek() is not None)


def _size(value: Any) -> int:
    """Return about how many bytes a value has."""
    if isinstance(value, str | bytes):
        return len(value)
    if isinstance(value, Mapping):
        return sum(len(str(key)) + _size(item) for key, item in value.items())
    if isinstance(value, list | tuple):
        return 8 + sum(map(_size, value))
    return 8


def _joined(parts: Sequence[Ties]) -> _Columns:
    """Return the properties of all parts, one after the other."""
    return {
        name: [value for ties in parts for value in ties.props.get(name) or [None] * len(ties)]
        for name in dict.fromkeys(name for ties in parts for name in ties.props)
    }


def _one(column: list[Value]) -> bool:
    """Return whether all values of a column are one, of one type."""
    return column.count(column[0]) == len(column) and len(set(map(type, column))) == 1


def _value(name: str, same: bool) -> str:
    """Return the expression for a property of a tie, in the row of that number."""
    if same:
        return f"$tie_{name}"
    return f"$days[$tie_{name}[row]]" if name in _DAYS else f"$tie_{name}[row]"


def _days(rows: _Columns) -> dict[str, Any]:
    """Return the days that are among rows, and the columns of days with the place of each instead."""
    dated = {name: column for name, column in rows.items() if name.removeprefix("tie_") in _DAYS}
    days = list({day for column in dated.values() for day in column} - {None})
    places = {day: place for place, day in enumerate(days)}
    return {"days": days} | {name: [places.get(day) for day in column] for name, column in dated.items()}


def _row(values: list[Any]) -> tuple[Any, ...]:
    return tuple(_plain(value) for value in values)


def _plain(value: Any) -> Any:
    """Return a driver's value as a plain Python one: neo4j's dates as datetime's, containers item by item, nodes as maps."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    native = getattr(value, "to_native", None)
    if native is not None:
        return native()
    return _whole(value) if hasattr(value, "graph") else value


def _whole(value: Any) -> Any:
    """Return a node, edge or path without the server's internal numbers."""
    if hasattr(value, "labels"):
        return {"labels": sorted(value.labels - {OWN}), "properties": _plain(dict(value))}
    if hasattr(value, "relationships"):
        return {
            "nodes": [_plain(node) for node in value.nodes],
            "relationships": [_plain(edge) for edge in value.relationships],
        }
    return {"type": value.type, "properties": _plain(dict(value))}
