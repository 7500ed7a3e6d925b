"""The values of parameters as a heading says them: names instead of ids, types of tie as words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from tiebook.engine.base import Engine

# types of parameters whose values are ids of what has a name
NAMED: Final = ("actor", "instrument", "event", "place", "factor", "issue", "entity", "source")


def names_of(engine: Engine, ids: Iterable[Any]) -> dict[str, str]:
    """Return the names of entities and sources by their ids."""
    wanted = sorted({str(each) for each in ids})
    if not wanted:
        return {}
    table = engine.read(
        "UNWIND $ids AS wanted MATCH (n:Actor|Instrument|Event|Place|Factor|Issue|Source {id: wanted})"
        " RETURN n.id AS id, n.name AS name ORDER BY id, name",
        {"ids": wanted},
    )
    return {row[0]: row[1] for row in table.rows}


def in_words(kind: str | None, value: Any) -> str:
    """Return a value as a heading says it: SELLS_ARMS_TO is "sells arms to"."""
    return str(value).lower().replace("_", " ") if kind == "tie" else str(value)
