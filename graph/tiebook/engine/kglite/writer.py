"""Writes to a KGLite graph in memory: statements, and ties in bulk by the engine's own call for data frames.

The first time that it is called for a type, that call makes a tie of each row. Later it merges a tie into one of the same type
between the same actors, unless the type has a declared interval of validity; and a type with an interval can have no
constraint. The call does not look at constraints either. So while a type is filled in bulk its constraint is away, and an
interval is declared where ties were there before; `finish` takes the interval back and makes the constraint, which refuses an
id that came twice. Should anything fail in between, the graph in memory is dropped and the file stays as it was.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from tiebook.engine.base import Table
from tiebook.engine.kglite.calls import run, translated, without_added_keys
from tiebook.errors import DuplicateTie, IdClash
from tiebook.model.codebook import codebook
from tiebook.model.dates import Bounds
from tiebook.model.schema import constraint_of
from tiebook.model.ties import Ties

if TYPE_CHECKING:
    from kglite import KnowledgeGraph

BULK: Final = 1000  # rows from which the bulk call is worth its preparation
_ROWS: Final = 2000  # rows of a statement, where it is not
_INTERVAL: Final = ("since_earliest", "since_latest")  # a tie has both or none, and never the wrong way round
_ENDS: Final = ("begins_at", "ends_at")  # columns of a frame that no property is called
_TEXTS: Final = ("id", "record", "source", "held_by", "gloss", "quote", "since", "until")
# types that KGLite need not find out by looking at every value of a column, which is a seventh of the time of a fill
_TYPES: Final = {**dict.fromkeys(_TEXTS, "string"), **dict.fromkeys(Bounds._fields, "datetime")}


class KgliteWriter:
    """One write: published when the engine closes the graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        """Write to an open graph."""
        self._graph = graph
        self._filled: set[str] = set()  # types that are being filled in bulk: their constraint is away
        self._dated: set[str] = set()  # those of them with an interval
        self._begun: set[tuple[str, str]] = set()  # types and first labels of which there were ties, as far as known
        self._renamed: set[str] = set()  # types whose ties are going to change: they get their interval together
        graph.set_valid_time_default("all")  # or statements would see of such a type what is valid today

    def run(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        """Run a statement."""
        return without_added_keys(run(self._graph, cypher, params))

    def delete_nodes(self, match: str, params: Mapping[str, Any] | None = None) -> None:
        """Delete the nodes `n` that a MATCH finds, with their edges."""
        self.run(f"{match} DETACH DELETE n", params)

    def bump(self) -> None:
        """Nothing to note: a file is read as it was when it was opened."""

    def check_ids_last(self) -> None:
        """Drop the constraints of ties until `finish`: maintaining them takes a third of the time in which ids are changed."""
        for known in self._graph.relationship_types():
            if known["type"] in codebook().ties:
                self._without_constraint(known["type"])
                self._renamed.add(known["type"])

    def types_one_by_one(self) -> dict[str, int]:
        """Return the types of edges and how many there are: with a statement for each, changing them takes a quarter less time."""
        return {known["type"]: known["count"] for known in self._graph.relationship_types() if known["count"]}

    def create(self, parts: Iterable[Ties]) -> int:
        """Create ties."""
        return sum(map(self._made, parts))

    def delete(self, type_: str, ids: Sequence[str]) -> None:
        """Remove ties in one pass over their type: KGLite finds no tie by its id without looking at all of them."""
        if ids:
            self.run(f"MATCH ()-[t:{type_}]->() WHERE t.id IN $ids DELETE t", {"ids": list(ids)})

    def _made(self, ties: Ties) -> int:
        if len(ties) < BULK:
            return self._create(ties)
        if ties.type in self._dated or self._is_first(ties) or self._may_fill(ties.type):
            return self._fill(ties)
        dates = zip(*(ties.props.get(name, []) for name in _INTERVAL), strict=True)
        dated = next((number for number, spell in enumerate(dates) if None not in spell), None)
        if dated is None:
            return self._create(ties)
        made = self._create(ties.rows([dated]))  # an interval can be declared once there is a tie with one
        rest = ties.rows([number for number in range(len(ties)) if number != dated])
        return made + (self._fill(rest) if self._may_fill(ties.type) else self._create(rest))

    def _create(self, ties: Ties) -> int:
        assigned = ", ".join(f"{name}: row.{name}" for name in ties.props)
        query = (
            f"UNWIND $rows AS row MATCH (a:{ties.source_label} {{id: row.{_ENDS[0]}}}),"
            f" (b:{ties.target_label} {{id: row.{_ENDS[1]}}})"
            f" CREATE (a)-[t:{ties.type} {{{assigned}}}]->(b) RETURN count(*) AS made"
        )
        made = 0
        columns: list[list[Any]] = [ties.sources, ties.targets, *ties.props.values()]
        names = (*_ENDS, *ties.props)
        for start in range(0, len(ties), _ROWS):
            rows = zip(*(column[start : start + _ROWS] for column in columns), strict=True)
            params = {"rows": [dict(zip(names, row, strict=True)) for row in rows]}
            made += self.run(query, params).rows[0][0]
        return made

    def finish(self) -> None:
        """Make types that were filled in bulk as they were.

        Raises DuplicateTie if an id came twice.
        """
        for name in sorted(self._dated):
            self.run("CALL db.temporal.undeclare({relationship: $name})", {"name": name})
        for name in sorted(self._filled):
            try:
                self.run(constraint_of(name)[1])
            except IdClash as error:
                raise DuplicateTie(f"two {name} ties have the same id: {error.what}") from None
        self._filled.clear()
        self._dated.clear()

    def _is_first(self, ties: Ties) -> bool:
        """Return whether no tie of the type ever began under the label, not even one that is deleted: nothing can be merged."""
        wanted = ties.type, ties.source_label
        if wanted not in self._begun:
            every = self._graph.relationship_types()  # a look at all ties, and what has begun stays so
            self._begun.update((known["type"], label) for known in every for label in known["source_types"])
        if wanted in self._begun:
            return False
        self._without_constraint(ties.type)
        return True

    def _may_fill(self, name: str) -> bool:
        """Make a type ready for bulk, where it can be: some tie of it must have a date.

        All types that a release is going to fill are made ready at once: after each fill KGLite looks at all ties again.
        """
        for each in sorted({name, *self._renamed}):
            if self._has_interval(each):
                self._without_constraint(each)
                self._declare(each)
        self._renamed.clear()
        return name in self._dated

    def _has_interval(self, name: str) -> bool:
        dated = " AND ".join(f"t.{each} IS NOT NULL" for each in _INTERVAL)  # KGLite wants both to be known to the type
        return bool(self.run(f"MATCH ()-[t:{name}]->() WHERE {dated} RETURN 1 AS found LIMIT 1").rows)

    def _declare(self, name: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of ties that end on the day another begins
            translated(lambda: self._graph.set_temporal(name, *_INTERVAL))
        self._dated.add(name)

    def _without_constraint(self, name: str) -> None:
        self.run(f"DROP CONSTRAINT {constraint_of(name)[0]} IF EXISTS")
        self._filled.add(name)

    def _fill(self, ties: Ties) -> int:
        import pandas as pd  # noqa: PLC0415 -- a third of a second, only for large loads

        frame = pd.DataFrame(
            {**dict(zip(_ENDS, (ties.sources, ties.targets), strict=True)), **ties.props}, dtype=object
        )

        ends = (ties.source_label, _ENDS[0], ties.target_label, _ENDS[1])
        types = {name: kind for name, kind in _TYPES.items() if name in ties.props}

        def added() -> dict[str, Any]:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)
                return self._graph.add_relationships(
                    frame, ties.type, *ends, columns=list(ties.props), column_types=types
                )

        report = translated(added)
        return int(report["connections_created"]) - int(report.get("stubs_vivified", 0))
