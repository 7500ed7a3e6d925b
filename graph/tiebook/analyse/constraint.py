"""Structural holes: how far an actor's contacts are tied to each other, and so to it.

Burt (1992), Structural Holes, chapter 2: with p the share of a contact in one's ties, the constraint by contact j is
(p_ij + sum over q of p_iq p_qj) squared, and an actor's constraint their sum. Effective size after Borgatti (1997), Structural
holes: unpacking Burt's redundancy measures, Connections 20: contacts less the mean number of ties among them; efficiency is its
share of the contacts. Each relation counts once and both ways.

Written out here because `networkx.constraint` takes 18 s for 300 actors and 1,500 ties without scipy; the tests compare the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tiebook.analyse.explain import EXPLAIN_TIES
from tiebook.analyse.registry import Analysis, Found, Part, Request
from tiebook.analyse.simple import name_of, undirected

if TYPE_CHECKING:
    import networkx as nx

    from tiebook.engine.base import Row

_DIGITS: Final = 4


def constraint_by(graph: nx.Graph[str], actor: str, contact: str) -> float:
    """Return the constraint on an actor by one of its contacts; p_ij is 1 over the contacts of i."""
    indirect = sum(1 / len(graph.adj[between]) for between in graph.adj[actor].keys() & graph.adj[contact].keys())
    return float(((1 + indirect) / len(graph.adj[actor])) ** 2)


def effective_size(graph: nx.Graph[str], actor: str) -> float:
    """Return the number of an actor's contacts, less the mean number of ties that each has with the others."""
    contacts = graph.adj[actor].keys()
    return float(len(contacts) - sum(len(contacts & graph.adj[each].keys()) for each in contacts) / len(contacts))


def _actors(request: Request) -> Found:
    graph = undirected(request.graph)
    rows: list[Row] = []
    for actor in sorted(graph):
        contacts, size = graph.degree(actor), effective_size(graph, actor)
        constraint = sum(constraint_by(graph, actor, contact) for contact in sorted(graph.adj[actor]))
        figures = (round(size, _DIGITS), round(size / contacts, _DIGITS), round(constraint, _DIGITS))
        rows.append((name_of(request.graph, actor), actor, contacts, *figures))
    rows.sort(key=lambda row: (row[-1], row[1]))
    return Found(("actor", "id", "contacts", "effective_size", "efficiency", "constraint"), rows)


def _contacts(request: Request) -> Found:
    graph = undirected(request.graph)
    rows: list[Row] = [
        (
            name_of(request.graph, actor),
            name_of(request.graph, contact),
            round(constraint_by(graph, actor, contact), _DIGITS),
            sorted(name_of(request.graph, each) for each in graph.adj[actor].keys() & graph.adj[contact].keys()),
            sorted(graph.edges[actor, contact]["ties"]),
        )
        for actor in sorted(graph)
        for contact in sorted(graph.adj[actor])
    ]
    return Found(("actor", "contact", "constraint", "shared_contacts", "ties"), rows, tie_lists=("ties",))


ANALYSIS: Final = Analysis(
    name="constraint",
    title="Structural holes",
    reads="Whose contacts are tied to each other, and who bridges gaps? Burt's constraint, the least constrained first.",
    parts={
        "actors": Part("Each actor's contacts, effective size, efficiency and constraint.", _actors),
        "contacts": Part(
            "How much each contact constrains each actor, the contacts that both have, and their ties.", _contacts
        ),
    },
    explain=EXPLAIN_TIES,
)
