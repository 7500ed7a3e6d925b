"""Keeps an older release of a source when a newer one supersedes it: as a source of its own, SOURCE@RELEASE.

The ties of an older release are not endorsed any more and say what superseded them, so that nothing counts them twice; they
stay queryable, and `tiebook unload SOURCE@RELEASE` takes them out. They are not copied: the ties that are there change their
source and id, and those of the newer release are made beside them, as in a first load.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Final

from tiebook.engine.base import Engine, Writer
from tiebook.engine.meta import check_model, lock_current, set_unfinished
from tiebook.errors import DatabaseMissing
from tiebook.model.codebook import codebook
from tiebook.model.records import Node, Props
from tiebook.model.schema import DECLARATIONS
from tiebook.sync import nodes
from tiebook.sync.declarations import Said, as_one, said_by_source
from tiebook.sync.tie_changes import slices

_ONE: Final = 50_000  # ties that a statement changes at most: an engine keeps what each was until the statement is over
_SOME: Final = 5_000  # ties that a transaction of many renames: few enough that a server forgets them soon
_MANY: Final = (
    10_000  # ties of a type, from which a server sooner plans a text for it than looks for them by their actors
)
_KEPT: Final = "t.source = $kept, t.endorsed = false, t.superseded_by = $source"
_ALONE: Final = f"size(n.sources) = 1 AND $source IN n.sources AND n.{DECLARATIONS} IS NULL"


@dataclass(frozen=True, slots=True)
class Superseded:
    """A release that a newer one of its source supersedes.

    version -- of the release in the graph; newer -- that of the one that is loaded
    """

    source: str
    version: str
    newer: str

    @property
    def kept(self) -> str:
        """The source that the older release becomes."""
        return f"{self.source}@{self.version}"

    def rename(self, writer: Writer) -> None:
        """Make the ties those of the older release, within one transaction."""
        writer.check_ids_last()
        types = writer.types_one_by_one()
        small = [name for name, ties in types.items() if ties <= _ONE]
        for name in small:
            query = f"MATCH ()-[t:{_quoted(name)}]->() WHERE t.source = $source SET t.id = $prefix + t.record, {_KEPT}"
            writer.run(query, self._names(name))
        if not types or len(small) < len(types):
            for query, params in self._by_actors(writer):
                writer.run(query, params)

    def size(self, engine: Engine) -> int:
        """Return how many ties there are to rename, and of an earlier change to and fro to remove."""
        query = "MATCH ()-[t]->() WHERE t.source IN [$source, $kept] RETURN count(t) AS ties"
        found: int = engine.read(query, {"source": self.source, "kept": self.kept}).rows[0][0]
        return found

    def keep_in_parts(self, engine: Engine) -> None:
        """Keep the older release in many transactions. Each may be the last one: the same command again goes on from there.

        No two have a tie in common, and none but the last touches a node, so they never wait for one another. The source stays
        unfinished until the newer release is loaded.
        """

        def first(writer: Writer) -> dict[str, int]:
            lock_current(writer, engine.place)
            set_unfinished(writer, self.source, unfinished=True)
            writer.bump()
            return self.types(writer)

        def rename(type_: str) -> None:
            while engine.write(partial(self.rename_some, type_=type_)):
                pass

        def last(writer: Writer) -> None:
            lock_current(writer, engine.place)
            self.nodes(writer)
            writer.bump()

        def run(statement: tuple[str, Props]) -> None:
            engine.write(lambda writer: writer.run(*statement))

        types = engine.write(first)
        many = [name for name, ties in types.items() if ties > _MANY]
        with ThreadPoolExecutor(engine.workers) as pool:  # its map begins nothing more where one fails
            for _ in pool.map(rename, many):
                pass
            if len(many) < len(types):
                for _ in pool.map(run, engine.write(lambda writer: list(self._by_actors(writer)))):
                    pass
        engine.write(last)

    def types(self, writer: Writer) -> dict[str, int]:
        """Return how many ties of each type there are to rename."""
        query = "MATCH ()-[t]->() WHERE t.source = $source RETURN type(t) AS type, count(t) AS ties ORDER BY type"
        return dict(writer.run(query, {"source": self.source}).rows)

    def rename_some(self, writer: Writer, type_: str) -> bool:
        """Rename some thousands of ties of a type; return whether there may be more.

        They are found by the index of their ids, so in about the order in which they were made, and so do they stand in the
        store. By their actors, each tie would be somewhere else, and a large store does not fit the server's memory.
        """
        query = (
            f"MATCH ()-[t:{_quoted(type_)}]->() WHERE t.id STARTS WITH $former AND t.source = $source"
            f" WITH t LIMIT {_SOME} SET t.id = $prefix + t.record, {_KEPT} RETURN count(t) AS ties"
        )
        ties: int = writer.run(query, {**self._names(type_), "former": f"{type_}/{self.source}/"}).rows[0][0]
        return ties == _SOME

    def _by_actors(self, writer: Writer) -> Iterator[tuple[str, Props]]:
        """Return the statements, with parameters, that rename the ties of some actors each, whatever their types."""
        for label, spans in slices(writer, self.source):
            query = (
                f"MATCH (a:{label})-[t]->() WHERE a.id >= $first AND a.id <= $last AND t.source = $source"
                f" SET t.id = type(t) + '/' + $kept + '/' + t.record, {_KEPT}"
            )
            for first, last in spans:
                yield query, {"first": first, "last": last, "source": self.source, "kept": self.kept}

    def _names(self, type_: str) -> Props:
        return {"source": self.source, "kept": self.kept, "prefix": f"{type_}/{self.kept}/"}

    def nodes(self, writer: Writer) -> None:
        """Make the older release a source, and declare what it declares; from now on the source is the newer release.

        Whoever loads again after this was cut off finds the newer version, and ties that are of it.
        """
        for label in codebook().labels:
            if label == "Source":
                (source,) = nodes.read(writer, label, "$source IN n.sources", {"source": self.source})
                own: Props = {**source.props, "sources": [self.kept], "superseded_by": self.source}
                own["name"] = f"{own['name']} {self.version}"
                own.pop("fingerprint", None)
                nodes.create(writer, [Node(label, self.kept, own)])
                newer: Props = {**source.props, "version": self.newer}
                newer.pop("fingerprint", None)
                nodes.update(writer, [Node(label, self.source, newer)])
            else:
                self._declare(writer, label)

    def _declare(self, writer: Writer, label: str) -> None:
        """Declare the nodes of a label; of those that no other source declares, which are most, nothing else changes."""
        own = writer.run(
            f"MATCH (n:{label}) WHERE {_ALONE} RETURN n.id AS id, n.name AS name, n.aliases AS aliases",
            {"source": self.source},
        ).rows
        others = [node_id for node_id, name, aliases in own if aliases != sorted({*(aliases or ()), name} - {name})]
        params: Props = {"source": self.source, "others": others}
        rest = f"$source IN n.sources AND (n.id IN $others OR NOT ({_ALONE}))"
        both = [self._both(node) for node in nodes.read(writer, label, rest, params)]
        if len(others) < len(own):
            writer.run(
                f"MATCH (n:{label}) WHERE {_ALONE} AND NOT n.id IN $others SET n.sources = [$source, $kept]",
                {**params, "kept": self.kept},
            )
        nodes.update(writer, both)

    def _both(self, node: Node) -> Node:
        """Return a node that the older release declares too, as the source does so far."""
        found: Said = {}
        for source, props in said_by_source(node).items():
            found[source] = props
            if source == self.source:
                found[self.kept] = props
        return as_one(node, found)


def half_renamed(engine: Engine, sources: Collection[str]) -> Iterator[str]:
    """Yield the older releases of sources that were being kept when the change was cut off: their ties are of no source."""
    try:
        cut = [source for source in check_model(engine) if source in sources]
    except DatabaseMissing:
        return
    for source in cut:
        query = "MATCH ()-[t]->() WHERE t.source STARTS WITH $prefix RETURN DISTINCT t.source AS source"
        for (kept,) in engine.read(query, {"prefix": f"{source}@"}).rows:
            if not engine.read("MATCH (s:Source {id: $id}) RETURN s.id AS id", {"id": kept}).rows:
                yield kept


def _quoted(type_: str) -> str:
    """Return a type as Cypher writes it: it may be somebody's own."""
    return "`" + type_.replace("`", "``") + "`"
