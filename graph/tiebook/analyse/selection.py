"""Which ties an analysis is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tiebook.analyse.network import network
from tiebook.errors import UnknownName, UsageError
from tiebook.model.codebook import UNSPECIFIED, codebook
from tiebook.support.numbers import counted
from tiebook.support.suggest import nearest

if TYPE_CHECKING:
    from datetime import date

    import networkx as nx

    from tiebook.engine.base import Engine

Sign = Literal["any", "positive", "negative"]


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of ties between actors; the built-in actor `unspecified` is nobody and never among them.

    endorsed -- only what the author asserts or presupposes; `as_seen_by` sets it aside, for a belief need not be shared
    inferred -- also what a coder inferred
    certain -- with `as_of`: only what was certainly in force that day
    sign -- only cooperative (positive) or hostile (negative) ties
    kinds -- only actors of these kinds; none means all
    """

    endorsed: bool = True
    inferred: bool = False
    source: str | None = None
    types: tuple[str, ...] = ()
    as_of: date | None = None
    certain: bool = False
    as_seen_by: str | None = None
    sign: Sign = "any"
    kinds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what the codebook does not have.

        Raises UnknownName, UsageError.
        """
        book = codebook()
        for what, given, known in (("tie type", self.types, book.ties), ("actor kind", self.kinds, book.actor_kinds)):
            for name in given:
                if name not in known:
                    raise UnknownName(f"there is no {what} {name!r}", hint=nearest(name, known) or ", ".join(known))
        if self.certain and self.as_of is None:
            raise UsageError("what is certain depends on the day", hint="give the day: --as-of 2020-10-19")

    def network(self, engine: Engine) -> nx.MultiDiGraph[str]:
        """Read the chosen ties; see `tiebook.analyse.network` for nodes and edges. Actors without a chosen tie stay nodes."""
        graph = network(
            engine,
            endorsed=self.endorsed and self.as_seen_by is None,
            inferred=self.inferred,
            source=self.source,
            types=self.types,
            as_of=self.as_of,
            as_seen_by=self.as_seen_by,
        )
        others = [node for node, actor in graph.nodes(data=True) if self.kinds and actor["kind"] not in self.kinds]
        graph.remove_nodes_from([UNSPECIFIED, *others])
        for start, end, key, tie in list(graph.edges(keys=True, data=True)):
            if not self._keeps(tie):
                graph.remove_edge(start, end, key)
        return graph

    def _keeps(self, tie: dict[str, object]) -> bool:
        wanted = {"positive": 1, "negative": -1}.get(self.sign)
        return (wanted is None or tie["sign"] == wanted) and not (self.certain and tie["in_force"] != "certainly")

    def words(self) -> str:
        """Describe the choice in words."""
        if self.as_seen_by:
            held = f"ties that {self.as_seen_by} vouches for"
        else:
            held = "ties that the author asserts or presupposes" if self.endorsed else "ties, also those only reported"
        parts = [
            held,
            "with inferred ones" if self.inferred else "without inferred ones",
            *([f"{self.sign} ones only"] if self.sign != "any" else []),
            *([f"of type {', '.join(self.types)}"] if self.types else []),
            *([f"between actors of kind {', '.join(self.kinds)}"] if self.kinds else []),
            *([f"of {self.source}"] if self.source else []),
            *([f"{'certainly' if self.certain else 'possibly'} in force on {self.as_of}"] if self.as_of else []),
        ]
        return ", ".join(parts)

    def found(self, graph: nx.MultiDiGraph[str]) -> str:
        """Describe how much was found, and with `as_of` how sure it is."""
        tied = sum(1 for _, degree in graph.degree() if degree)
        ties = graph.number_of_edges()
        text = f"{counted(ties, 'tie')} between {tied:,} actors: {self.words()}"
        if self.as_of:
            counts = Counter(str(tie["in_force"]) for *_, tie in graph.edges(data=True))
            text += f" ({', '.join(f'{count:,} {name}' for name, count in sorted(counts.items()))})"
        return text
