"""Undirected graphs of other tools: which end of an edge is its source says nothing, so no tie with a direction comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tiebook.errors import BadSource
from tiebook.model.codebook import codebook
from tiebook.sources.tie_map import TieMap
from tiebook.tables import Row
from tiebook.tables.graphs import DIRECTED


def directed_among(types: Iterable[str]) -> list[str]:
    """Return the types of tie that have a direction."""
    ties = codebook().ties
    return [each for each in dict.fromkeys(types) if each in ties and not ties[each].symmetric]


def check_undirected(ties: Iterable[TieMap], where: str, *, mixed: bool = False) -> None:
    """Check that no [[tie]] makes ties with a direction of edges that have none.

    mixed -- whether other edges of the graph have one; their column `directed` says which

    Raises BadSource that says what to declare.
    """
    for tie in ties:
        ends = {_end_of(tie.source.column), _end_of(tie.target.column)}
        directed = directed_among(tie.types)
        if not directed or ends != {"source", "target"}:
            continue
        if mixed:
            if (not tie.both and _takes(tie, "false")) or (tie.both and _takes(tie, "true")):
                raise BadSource(
                    f"some edges of this graph have no direction, and {directed[0]} has one",
                    where=where,
                    hint=f"two [[tie]]: one with {_of_edges('true')}, one with {_of_edges('false')} and both = true",
                )
        elif not tie.both:
            own = "" if len(directed) == len(set(tie.types)) else " of its own"
            raise BadSource(
                f"this graph is undirected, and {directed[0]} has a direction: which end of an edge is its source says nothing",
                where=where,
                hint=f"a tie in each direction: both = true in a [[tie]]{own}; else write it as a directed graph",
            )


def remarks_on(types: list[str]) -> tuple[bool, list[str]]:
    """Return whether a draft makes ties in both directions of undirected edges, and what it says of it."""
    directed = directed_among(types)
    if not directed:
        return False, []
    if len(directed) == len(types):
        return True, ["The graph is undirected: `both` makes a tie in each direction of an edge"]
    others = ", ".join(each for each in types if each not in directed)
    what = f"The graph is undirected. {', '.join(directed)} need a [[tie]] of their own with both = true, and {others} one without"
    return False, [what]


def for_mixed(types: list[str], tie: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return what a draft declares for a graph in which some edges have no direction, and its remarks on it."""
    directed = directed_among(types)
    if not directed:
        return [tie], []
    if len(directed) < len(types):
        named = ", ".join(directed)
        said = f"one with {_of_edges('true')}, one with {_of_edges('false')} and both = true"
        return [tie], [f"Some edges of the graph have no direction. {named} need two [[tie]] of their own: {said}"]
    both = [
        {**tie, "where": {"column": DIRECTED, "is": "true"}},
        {**tie, "where": {"column": DIRECTED, "is": "false"}, "both": True},
    ]
    return both, ["Some edges of the graph have no direction: `both` makes a tie in each direction of these"]


def _of_edges(directed: str) -> str:
    return f'where = {{column = "{DIRECTED}", is = "{directed}"}}'


def _takes(tie: TieMap, directed: str) -> bool:
    return all(each.takes(directed, ()) for each in tie.where if each.column == DIRECTED)


def _end_of(column: str) -> str:
    """Return which end of an edge a column is about: "source.label" is about its source."""
    return column.partition(".")[0]


def said_undirected(rows: list[Row], columns: Sequence[str], types: Sequence[str]) -> Iterator[str]:
    """Return a remark on a column that says of every edge that it has no direction, as Gephi writes it, if the ties have one."""
    for column in columns if directed_among(types) else ():
        if {row.get(column).casefold() for row in rows} == {"undirected"}:
            yield f"{column} says that no edge has a direction, and ties have one here. For a tie in each: both = true"
