"""A Cypher script that makes the whole graph in an empty database: for cypher-shell, Neo4j Browser and Aura."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from tiebook.engine.neo4j import schema as server_schema
from tiebook.engine.neo4j.ownership import marked
from tiebook.export.content import Content, citations
from tiebook.export.files import write_text
from tiebook.export.registry import Format, Job, Written
from tiebook.model import schema
from tiebook.model.records import Props, Value
from tiebook.model.version import MODEL_VERSION

_CHUNK: Final = 100  # rows a statement
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def write(job: Job) -> Written:
    """Write the script: schema, nodes, edges, the mark of the model; each statement on a line of its own."""
    head = ["// A whole Tiebook graph, for an empty database: cypher-shell -f FILE", *_comments(job.content)]
    path = write_text(job.path, [*head, *(f"{line};" for line in statements(job.content))])
    return Written((path,), command=f"cypher-shell -a ADDRESS -u USER -f {path}")


def schema_statements() -> list[str]:
    """Return the statements that make constraints, indexes and the mark of the model."""
    mark = f"MERGE (m:{schema.META} {{id: 'model'}}) SET m.model = {MODEL_VERSION}"
    return [*server_schema.constraints().values(), *server_schema.indexes(), marked(mark)]


def statements(content: Content) -> Iterator[str]:
    """Return the script's statements, without semicolons."""
    yield from schema_statements()
    nodes: dict[str, list[str]] = defaultdict(list)
    for node in content.nodes:
        labels = f"{node.label}:{node.kind_label}" if node.kind_label else node.label
        nodes[labels].append(_map({"id": node.id, **node.props}))
    for labels, rows in nodes.items():
        for part in _chunks(rows):
            yield f"UNWIND [{part}] AS row {marked(f'CREATE (n:{labels} {{id: row.id}}) SET n += row')}"
    edges: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for edge in content.edges:
        ends = f"a: {literal(edge.source[1])}, b: {literal(edge.target[1])}, props: {_map(edge.props)}"
        edges[edge.type, edge.source[0], edge.target[0]].append(f"{{{ends}}}")
    for (name, source, target), rows in edges.items():
        for part in _chunks(rows):
            made = marked(
                f"MATCH (a:{source} {{id: row.a}}), (b:{target} {{id: row.b}}) CREATE (a)-[t:{name}]->(b) SET t += row.props"
            )
            yield f"UNWIND [{part}] AS row {made}"


def literal(value: Value) -> str:
    """Write a value as Cypher that means the same on both engines, whatever a text holds."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    r"""Quote a text. Neo4j resolves \u before it reads strings, even after a backslash: so the two are kept apart."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\t", "\\t")
    apart = escaped.replace("\\u", "\\' + 'u").replace("\\U", "\\' + 'U")
    return "'" + _CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", apart) + "'"


def _map(props: Props) -> str:
    return "{" + ", ".join(f"{name}: {literal(value)}" for name, value in sorted(props.items())) + "}"


def _chunks(rows: list[str]) -> Iterator[str]:
    for start in range(0, len(rows), _CHUNK):
        yield ", ".join(rows[start : start + _CHUNK])


def _comments(content: Content) -> list[str]:
    return [f"// {line}" for line in citations(content.sources)]


FORMATS = (
    Format(
        name="cypher",
        title="Cypher script",
        endings=(".cypher", ".cql"),
        write=write,
        scope="full",
        drops="nothing",
        opens="`cypher-shell -f FILE`, Neo4j Browser, Aura",
    ),
)
