"""Keeps an older release of a source when a newer one supersedes it: as a source of its own, SOURCE@RELEASE.

The ties of an older release are not endorsed any more and say what superseded them, so that nothing counts them twice; they
stay queryable, and `tiebook unload SOURCE@RELEASE` takes them out.
"""

from __future__ import annotations

from tiebook.engine.base import Engine
from tiebook.model import schema
from tiebook.model.codebook import codebook
from tiebook.model.records import Edge, Node, Props
from tiebook.sync.batch import Batch


def kept_release(engine: Engine, source: str, version: str) -> Batch:
    """Return a copy of what a source says now, as SOURCE@RELEASE: to be loaded together with the newer release."""
    kept = f"{source}@{version}"
    return Batch(kept, _nodes(engine, source, kept, version), _edges(engine, source, kept))


def _nodes(engine: Engine, source: str, kept: str, version: str) -> list[Node]:
    found = []
    for label in codebook().labels:
        table = engine.read(
            f"MATCH (n:{label}) WHERE $source IN n.sources"
            " RETURN labels(n) AS labels, n.id AS id, properties(n) AS props ORDER BY id",
            {"source": source},
        )
        for labels, node_id, props in table.rows:
            own: Props = {key: value for key, value in props.items() if key != "id"} | {"sources": [kept]}
            if label == "Source":
                own |= {"name": f"{own['name']} {version}", "superseded_by": source}
                own.pop("fingerprint", None)
            kind = next((other for other in labels if other != label), None)
            found.append(Node(label, kept if label == "Source" else node_id, own, kind))
    return found


def _edges(engine: Engine, source: str, kept: str) -> list[Edge]:
    found = []
    for name in codebook().ties:
        table = engine.read(
            f"MATCH (a)-[t:{name}]->(b) WHERE t.source = $source RETURN labels(a) AS source_labels, a.id AS source,"
            " labels(b) AS target_labels, b.id AS target, properties(t) AS props ORDER BY t.id",
            {"source": source},
        )
        for source_labels, one, target_labels, two, props in table.rows:
            own: Props = {**props, "source": kept, "endorsed": False, "superseded_by": source}
            own["id"] = f"{name}/{kept}/{props['record']}"
            found.append(
                Edge(name, (schema.first_label(source_labels), one), (schema.first_label(target_labels), two), own)
            )
    return found
