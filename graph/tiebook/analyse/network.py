"""The ties between actors as a networkx graph."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import networkx as nx

from tiebook.model.dates import IN_FORCE_CASE, IN_FORCE_FILTER

if TYPE_CHECKING:
    from tiebook.engine.base import Engine

_TIE_COLUMNS: Final = (
    *(
        "id",
        "sign",
        "endorsed",
        "inferred",
        "confidence",
        "factor",
        "mechanism",
        "constraint",
        "held_by",
        "holder",
        "regarding",
    ),
    *("since", "until", "since_earliest", "since_latest", "until_earliest", "until_latest"),
    *("source", "record", "claim", "gloss", "quote", "paragraph"),
)


def network(
    engine: Engine,
    *,
    endorsed: bool = True,
    inferred: bool = False,
    source: str | None = None,
    types: Sequence[str] = (),
    as_of: date | None = None,
    as_seen_by: str | None = None,
) -> nx.MultiDiGraph[str]:
    """Return actors and the ties between them; all actors are nodes, also those without ties.

    Nodes are actor ids with `name` and `kind`; edge keys are tie ids, edges have `type` and the tie's properties, lists joined
    with "; " and dates as ISO texts.

    endorsed -- only ties that the author asserts or presupposes (and those of data sets)
    inferred -- also ties that a coder inferred
    source -- only ties of the source with this id
    types -- only these types; none means all
    as_of -- only what was or may have been in force on this day; edges then have `in_force` (certainly, possibly, unknown,
        undated)
    as_seen_by -- only ties that the actor with this id vouches for
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node_id, name, kind in engine.read(
        "MATCH (a:Actor) RETURN a.id AS id, a.name AS name, a.kind AS kind ORDER BY id"
    ).rows:
        graph.add_node(node_id, name=name, kind=kind)
    asked = {"source": source, "types": list(types) or None, "as_of": as_of, "holder": as_seen_by}
    conditions = {
        "coalesce(t.endorsed, true)": endorsed,
        "NOT coalesce(t.inferred, false)": not inferred,
        "t.source = $source": source,
        "type(t) IN $types": types,
        "$holder IN t.holder": as_seen_by,
        IN_FORCE_FILTER.format(x="t"): as_of,
    }
    where = " AND ".join(["t.endorsed IS NOT NULL", *(text for text, wanted in conditions.items() if wanted)])
    columns = [(column, f"t.{column}") for column in _TIE_COLUMNS]
    if as_of:
        columns.append(("in_force", IN_FORCE_CASE.format(x="t")))
    returned = ", ".join(f"{text} AS tie_{column}" for column, text in columns)
    ties = engine.read(
        f"MATCH (a:Actor)-[t]->(b:Actor) WHERE {where}"
        f" RETURN a.id AS source, b.id AS target, type(t) AS type, {returned} ORDER BY tie_id",
        {name: value for name, value in asked.items() if value is not None},
    )
    for start, end, name, *values in ties.rows:
        attributes = {
            column: _scalar(value) for (column, _), value in zip(columns, values, strict=True) if value is not None
        }
        graph.add_edge(start, end, key=attributes["id"], type=name, **attributes)
    return graph


def _scalar(value: Any) -> str | int | float | bool:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, date):
        return value.isoformat()
    assert isinstance(value, (str, int, float, bool))  # noqa: S101 -- narrows the type
    return value
