"""Brokerage roles: who stands between whom, and from which group to which.

Gould & Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction networks, Sociological Methodology
19. b is a broker where a -> b -> c and not a -> c, with three different actors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from tiebook.analyse.communities import communities
from tiebook.analyse.frustration import frustration
from tiebook.analyse.registry import Analysis, Found, Option, Part, Request
from tiebook.analyse.signed import dyads, signed_graph
from tiebook.analyse.simple import directed, name_of
from tiebook.errors import UsageError

if TYPE_CHECKING:
    import networkx as nx

    from tiebook.engine.base import Row

ROLES: Final = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")
_OTHERS: Final = "others"

Chain = tuple[str, str, str]


def role(start: str, broker: str, end: str) -> str:
    """Name the role of a broker of one group between actors of two groups (or of one).

    coordinator: all three of one group; consultant (itinerant broker): the two others of one, the broker of another;
    representative: out of the broker's own group; gatekeeper: into it; liaison: three groups.
    """
    if start == end:
        return "coordinator" if broker == start else "consultant"
    if broker == start:
        return "representative"
    return "gatekeeper" if broker == end else "liaison"


def chains(graph: nx.DiGraph[str]) -> Iterator[Chain]:
    """Return every a -> b -> c without a -> c."""
    for broker in sorted(graph):
        for start in sorted(graph.predecessors(broker)):
            for end in sorted(graph.successors(broker)):
                if end != start and not graph.has_edge(start, end):
                    yield start, broker, end


def roles(graph: nx.DiGraph[str], groups: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Count each actor's roles (raw counts, as published); actors that broker nothing are left out."""
    counts: dict[str, Counter[str]] = {}
    for start, broker, end in chains(graph):
        counts.setdefault(broker, Counter())[role(groups[start], groups[broker], groups[end])] += 1
    return counts


def _brokers(request: Request) -> Found:
    groups = _groups(request)
    counts = roles(directed(request.graph), groups)
    ranked = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    rows: list[Row] = [
        (name_of(request.graph, actor), actor, groups[actor], *(count[each] for each in ROLES), count.total())
        for actor, count in ranked
    ]
    alone = request.options["by"] == "camp" and "B" not in groups.values()
    notes = ("All are of one camp: camps need hostile ties (--sign any).",) if alone and rows else ()
    return Found(("actor", "id", "group", *ROLES, "total"), rows, notes)


def _explain(request: Request) -> Found:
    groups, graph = _groups(request), directed(request.graph)
    columns = ("role", "from_actor", "from_group", "broker", "to_actor", "to_group", "ties_in", "ties_out")
    rows: list[Row] = [
        (
            role(groups[start], groups[broker], groups[end]),
            name_of(request.graph, start),
            groups[start],
            name_of(request.graph, broker),
            name_of(request.graph, end),
            groups[end],
            sorted(graph.edges[start, broker]["ties"]),
            sorted(graph.edges[broker, end]["ties"]),
        )
        for start, broker, end in chains(graph)
        if broker == request.actor
    ]
    rows.sort(key=lambda row: ROLES.index(row[0]))
    return Found(columns, rows, tie_lists=("ties_in", "ties_out"))


def _groups(request: Request) -> dict[str, str]:
    """Return every actor's group: as named by hand, or by kind, camp or community."""
    graph, by = request.graph, request.options["by"]
    named: tuple[str, ...] = tuple(request.options["group"] or ())
    if named:
        return {**dict.fromkeys(graph, _OTHERS), **_named(graph, named)}
    if by == "kind":
        return {node: str(actor["kind"]) for node, actor in graph.nodes(data=True)}
    if by == "community":
        of_node = {node: str(number) for number, nodes in enumerate(communities(graph), start=1) for node in nodes}
    else:
        of_node = {node: "AB"[camp] for node, camp in frustration(signed_graph(dyads(graph))).camps.items()}
    return {**dict.fromkeys(graph, _OTHERS), **of_node}


def _named(graph: nx.MultiDiGraph[str], named: tuple[str, ...]) -> dict[str, str]:
    of_node: dict[str, str] = {}
    for text in named:
        name, mark, members = text.partition("=")
        ids = [each.strip() for each in members.split(",") if each.strip()]
        if not (mark and name and ids):
            raise UsageError(f"{text!r} is not a group", hint="write NAME=ACTOR,ACTOR")
        for node in ids:
            if node not in graph:
                raise UsageError(f"group {name}: {node!r} has no tie among those chosen")
            if of_node.setdefault(node, name) != name:
                raise UsageError(f"{node!r} is in two groups, {of_node[node]} and {name}")
    return of_node


ANALYSIS: Final = Analysis(
    name="brokers",
    title="Brokerage roles",
    reads="Who mediates between others, within and between groups? Five roles after Gould and Fernandez.",
    parts={"roles": Part("Each broker's counts of the five roles.", _brokers)},
    explain=Part("Show each chain in which ACTOR is the broker, with its ties.", _explain),
    options=(
        Option(
            "by",
            "How actors are grouped; camps are those of structural balance.",
            "kind",
            ("kind", "camp", "community"),
        ),
        Option("group", "Define a group: NAME=ACTOR,ACTOR. All other actors are in 'others'.", many=True, groups=True),
    ),
    sign="positive",
)
