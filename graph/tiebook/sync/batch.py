"""What one source says, as records, ready to be loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tiebook.errors import BadSource, DuplicateTie, IdClash
from tiebook.model.records import Edge, Node
from tiebook.model.ties import Ties

Part = list[Node] | Ties


@dataclass(frozen=True, slots=True)
class Batch:
    """All nodes and edges of one source: it declares every entity that its edges end at, also those others declare too.

    parts -- nodes and ties of a source that is too large to be held: read again, from its files, each time it is iterated;
        nodes come before the ties that end at them, tie ids are unique
    keeps -- whether a load that would take out more ties than it keeps is refused
    adds -- whether what the graph has of the source beside this stays
    """

    source: str
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    parts: Iterable[Part] = ()
    keeps: bool = False
    adds: bool = False

    def check(self) -> None:
        """Refuse ids used twice and ends that are nowhere.

        Raises IdClash for two nodes with one id, whatever their labels; DuplicateTie for two edges with one key; BadSource
        for an edge whose end is not among the nodes.
        """
        ids = Counter(node.id for node in self.nodes)
        twice = sorted(node_id for node_id, count in ids.items() if count > 1)
        if twice:
            raise IdClash(f"{self.source} uses an id for two things: {', '.join(twice[:5])}")
        keys = Counter(edge.key for edge in self.edges)
        repeated = sorted(key[-1] or "-".join(key) for key, count in keys.items() if count > 1)
        if repeated:
            raise DuplicateTie(f"{self.source} has two ties with the same id: {', '.join(repeated[:5])}")
        known = {node.key for node in self.nodes}
        lost = sorted(
            {
                end[1]
                for edge in self.edges
                for end in (edge.source, edge.target)
                if end not in known and not _judged(edge)
            }
        )
        if lost:
            raise BadSource(f"{self.source} has ties to what it does not declare: {', '.join(lost[:5])}")

    def size(self) -> int:
        """Count the edges; a source in parts is read through once, so that its faults show."""
        return len(self.edges) + self.read_through()

    def read_through(self) -> int:
        """Read all parts without keeping them, and count their nodes and ties; then the accounts of a reader are complete."""
        return sum(len(part) for part in self.parts)


def _judged(edge: Edge) -> bool:
    """Return whether an edge goes to a claim of another source, which a claim may be about."""
    return edge.type == "ABOUT" and edge.source[1].split("/")[0] != edge.target[1].split("/")[0]
