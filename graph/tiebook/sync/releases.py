"""Keeps an older release of a source when a newer one supersedes it: as a source of its own, SOURCE@RELEASE.

The ties of an older release are not endorsed any more and say what superseded them, so that nothing counts them twice; they
stay queryable, and `tiebook unload SOURCE@RELEASE` takes them out. They are not copied: the ties that are there change their
source and id, and those of the newer release are made beside them, as in a first load.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tiebook.engine.base import Writer
from tiebook.model.codebook import codebook
from tiebook.model.records import Node, Props
from tiebook.sync import nodes
from tiebook.sync.declarations import Said, as_one, said
from tiebook.sync.tie_changes import slices

_RENAMED: Final = (
    "SET t.id = type(t) + '/' + $kept + '/' + t.record, t.source = $kept, t.endorsed = false, t.superseded_by = $source"
)


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

    def ties(self, writer: Writer) -> Iterator[tuple[str, Props]]:
        """Return the statements, with parameters, that give the ties to the older release: some thousands of ties each."""
        for label, spans in slices(writer, self.source):
            query = (
                f"MATCH (a:{label})-[t]->() WHERE a.id >= $first AND a.id <= $last AND t.source = $source {_RENAMED}"
            )
            for first, last in spans:
                yield query, {"first": first, "last": last, "source": self.source, "kept": self.kept}

    def nodes(self, writer: Writer) -> None:
        """Make the older release a source, and declare what it declares; from now on the source is the newer release.

        Whoever loads again after this was cut off finds the newer version, and ties that are of it.
        """
        for label in codebook().labels:
            declared = list(nodes.read(writer, label, "$source IN n.sources", {"source": self.source}))
            if label == "Source":
                (source,) = declared
                own: Props = {**source.props, "sources": [self.kept], "superseded_by": self.source}
                own["name"] = f"{own['name']} {self.version}"
                own.pop("fingerprint", None)
                nodes.create(writer, [Node(label, self.kept, own)])
                newer: Props = {**source.props, "version": self.newer}
                newer.pop("fingerprint", None)
                nodes.update(writer, [Node(label, self.source, newer)])
            else:
                nodes.update(writer, [self._both(node) for node in declared])

    def _both(self, node: Node) -> Node:
        """Return a node that the older release declares too, as the source does so far."""
        found: Said = {}
        for source, props in said(node).items():
            found[source] = props
            if source == self.source:
                found[self.kept] = props
        return as_one(node, found)
