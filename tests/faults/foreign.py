"""Somebody else's graph on a server, under the labels and types of Tiebook's, and its digest as they would see it.

A thousand nodes; with TIEBOOK_FOREIGN=full the 10,000 of the campaign.
"""

from __future__ import annotations

import hashlib
import os
from typing import Final

from neo4j import Session

from tiebook.model.schema import edge_types, node_labels

NODES: Final = 10_000 if os.environ.get("TIEBOOK_FOREIGN") == "full" else 1_000
_OURS: Final = "NOT n:Tiebook AND NOT n:TiebookMeta"
_NAMES: Final = ("iran", "china", "united-states", "china-iran", "model", "made", "saudi-arabia")


def make_foreign(session: Session, nodes: int = NODES) -> None:
    """Make so many nodes with edges: some with ids of Tiebook's, some without id, name or label, with values of every type."""
    labels, types = sorted(node_labels()), sorted(edge_types())
    for number, label in enumerate(labels):
        session.run(
            f"UNWIND range($first, $last) AS row CREATE (n:{label} {{uid: row, id: CASE WHEN row % 3 = 0"
            " THEN $names[row % size($names)] WHEN row % 3 = 1 THEN 'theirs-' + row END, name: 'Iran', sources: ['made'],"
            " source: 'china-iran', since: localtime('12:00'), runs: duration('P1D'), at: point({x: 1, y: row})})",
            first=number * nodes // len(labels),
            last=(number + 1) * nodes // len(labels) - 1,
            names=_NAMES,
        ).consume()
    session.run("MATCH (n:Place) WHERE n.uid % 2 = 0 REMOVE n:Place, n.name").consume()  # without any label
    session.run("MATCH (n:Actor) WHERE n.uid % 2 = 0 SET n:Event").consume()  # with two labels of ours
    session.run("CREATE INDEX their_uid IF NOT EXISTS FOR (n:Actor) ON (n.uid)").consume()
    for number, name in enumerate(types):
        session.run(
            f"MATCH (a:Actor), (b:Source) WHERE a.uid % 7 = $rest AND b.uid % 50 = $rest WITH a, b LIMIT 200"
            f" CREATE (a)-[t:{name} {{source: 'made',"
            " record: a.uid, endorsed: true, takes: duration('PT1S')}]->(b)",
            rest=number % 7,
        ).consume()


def foreign_digest(session: Session) -> tuple[int, int, str]:
    """Return how many nodes and edges are not Tiebook's, and a digest of them with their labels and properties."""
    found = hashlib.sha256()
    nodes = session.run(f"MATCH (n) WHERE {_OURS} RETURN n.uid AS uid, labels(n) AS labels, properties(n) AS props")
    lines = sorted(f"{uid} {sorted(labels)} {sorted(props.items())}" for uid, labels, props in nodes)
    edges = session.run(
        f"MATCH (n)-[t]->(m) WHERE {_OURS} OR NOT (m:Tiebook) RETURN n.uid, type(t), properties(t), m.uid, m.id"
    )
    drawn = sorted(f"{one} {name} {sorted(props.items())} {two} {m}" for one, name, props, two, m in edges)
    for line in (*lines, *drawn):
        found.update(line.encode())
    return len(lines), len(drawn), found.hexdigest()
