"""What a page is about: a node by its id, and the counts of records around it."""

from __future__ import annotations

from typing import Any

from tiebook.engine import Engine
from tiebook.errors import UnknownName
from tiebook.serve.content.answers import DATA, split_form


def found(engine: Engine, label: str, path: str) -> tuple[dict[str, Any], str]:
    """Return the properties of the node that the end of an address names, and the form that it asks for.

    An id that itself ends like a form is the id.

    Raises UnknownName.
    """
    whole = _node(engine, label, path)
    if whole is not None:
        return whole, ""
    name, form = split_form(path, tuple(DATA))
    node = _node(engine, label, name) if form else None
    if node is None:
        raise UnknownName(f"there is no {label.lower()} {name!r}", hint="its id is the last part of the address")
    return node, form


def _node(engine: Engine, label: str, name: str) -> dict[str, Any] | None:
    rows = engine.read(f"MATCH (n:{label} {{id: $id}}) RETURN properties(n) AS node", {"id": name}).rows
    node: dict[str, Any] | None = rows[0][0] if rows else None
    return node


def records_of(engine: Engine, actor: str) -> list[dict[str, Any]]:
    """Return how many records of data sets tie an actor to others, by source, type and direction."""
    found_: list[dict[str, Any]] = []
    for direction, pattern in (
        ("to others", "(a:Actor {id: $id})-[t]->(b)"),
        ("from others", "(a:Actor {id: $id})<-[t]-(b)"),
    ):
        table = engine.read(
            f"MATCH {pattern} WHERE t.endorsed IS NOT NULL AND t.claim IS NULL RETURN t.source AS source, type(t) AS tie,"
            " count(*) AS ties, count(DISTINCT b.id) AS others, min(t.since_earliest) AS first, max(t.since_latest) AS last"
            " ORDER BY source, ties DESC, tie",
            {"id": actor},
        )
        found_ += [{**row, "direction": direction} for row in table.records()]
    return found_
