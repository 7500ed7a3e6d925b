"""Points from denials to the ties that hold by others: of the same type, between the same two actors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tiebook.ask.document.command import command
from tiebook.engine.base import Engine, Table
from tiebook.model.codebook import codebook
from tiebook.support.numbers import counted


def ties_despite_denials(engine: Engine, table: Table, values: Mapping[str, Any]) -> str | None:
    """Return a sentence on the ties that the denials of an answer are about, with the commands that list them, or None.

    Their times are not compared: who asks why something did not come about wants to know where it is said that it did.
    """
    denied = sorted({each for row in table.records() for each in row["denied_claim"]})
    if not denied:
        return None
    mutual = [tie.name for tie in codebook().ties.values() if tie.symmetric]
    source = values.get("source")
    where = "t.source = $source" if source else "t.superseded_by IS NULL"
    found = engine.read(
        "UNWIND $denied AS wanted MATCH (d:Claim {id: wanted})-[:FROM]->(a:Actor) MATCH (d)-[:TO]->(b:Actor)"
        " WITH DISTINCT a, b, d.tie AS denied_tie MATCH (a)-[t]-(b)"
        f" WHERE t.endorsed IS NOT NULL AND type(t) = denied_tie AND {where}"
        " AND (startNode(t).id = a.id OR denied_tie IN $mutual)"
        " RETURN a.id AS one, b.id AS other, denied_tie AS tie, count(DISTINCT t.id) AS count ORDER BY count DESC, tie, one, other",
        {"denied": denied, "mutual": mutual, **({"source": source} if source else {})},
    )
    kept = {"source": source} if source else {}
    parts: dict[object, str] = {}
    for one, other, tie, count in found.rows:
        asked = command("ties-between", {"one": one, "other": other, "tie": tie, **kept})
        pair = frozenset((one, other)) if tie in mutual else (one, other)
        parts.setdefault((tie, pair), f"{counted(count, 'tie')} of {tie} ({asked})")
    said = "; ".join(parts.values())
    return f"What is denied here is also said to hold, at this or another time: {said}" if said else None
