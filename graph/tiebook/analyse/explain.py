"""The ties behind an actor's figures, with their receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tiebook.analyse.registry import Found, Part, Request
from tiebook.analyse.simple import name_of

if TYPE_CHECKING:
    import networkx as nx

    from tiebook.engine.base import Row

RECEIPT: Final = ("tie_id", "held_by", "quote", "paragraph", "source", "record")
_COLUMNS: Final = ("from_actor", "tie", "to_actor", "sign", "since", "until", *RECEIPT)


def tie_row(graph: nx.MultiDiGraph[str], start: str, end: str, tie: str) -> Row:
    """Return one tie with its receipt, as the columns of an explanation."""
    values = graph.edges[start, end, tie]
    own = (values["type"], name_of(graph, end), values["sign"], values.get("since"), values.get("until"), tie)
    return (name_of(graph, start), *own, *(values.get(column) for column in RECEIPT[1:]))


def explain_ties(request: Request) -> Found:
    """Return every tie of the actor, by the actor at its other end."""
    graph, actor = request.graph, str(request.actor)
    ties = [*graph.out_edges(actor, keys=True), *graph.in_edges(actor, keys=True)]
    ties.sort(key=lambda tie: (name_of(graph, tie[1] if tie[0] == actor else tie[0]), str(tie[2])))
    return Found(_COLUMNS, [tie_row(graph, start, end, str(key)) for start, end, key in ties if start != end])


EXPLAIN_TIES: Final = Part("Show every tie behind the figures of ACTOR, with its receipt.", explain_ties)
