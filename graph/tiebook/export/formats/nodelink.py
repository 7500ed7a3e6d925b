"""Node-link JSON: as networkx, D3 and sigma.js read it; by default the whole graph."""

from __future__ import annotations

import json
from typing import Any

from tiebook.export.content import Content
from tiebook.export.files import write_text
from tiebook.export.flat import about, flat_edges, flat_nodes
from tiebook.export.registry import Format, Job, Written
from tiebook.model.exchange import RENAMED, column_of
from tiebook.model.records import Props, Value


def write(job: Job) -> Written:
    """Write the file, a line for each node and edge."""
    dump = json.JSONEncoder(ensure_ascii=False).encode
    head = {"directed": True, "multigraph": True, "graph": about(job.content)}
    nodes, edges = _full(job.content) if job.content.options.full else _network(job.content)
    return Written(
        (
            write_text(
                job.path,
                [
                    dump(head)[:-1] + ',\n"nodes": [',
                    ",\n".join(map(dump, nodes)),
                    '],\n"edges": [',
                    ",\n".join(map(dump, edges)),
                    "]}",
                ],
            ),
        )
    )


def _network(content: Content) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    nodes = [{"id": node.id, "label": node.label, **node.columns} for node in flat_nodes(content)]
    edges = [
        {"source": edge.source, "target": edge.target, "key": edge.id, "type": edge.type, **edge.columns}
        for edge in flat_edges(content)
    ]
    return nodes, edges


def _full(content: Content) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return everything, lists as lists; `name:type` columns as in the other formats."""
    nodes = [
        {"id": flat.id, "label": flat.label, "labels": flat.columns["labels"], **_typed(node.props)}
        for flat, node in zip(flat_nodes(content), content.nodes, strict=True)
    ]
    edges = [
        {
            "source": flat.source,
            "target": flat.target,
            "key": flat.id,
            "type": flat.type,
            **_typed({RENAMED.get(name, name): value for name, value in edge.props.items()}),
        }
        for flat, edge in zip(flat_edges(content), content.edges, strict=True)
    ]
    return nodes, edges


def _typed(props: Props) -> dict[str, Any]:
    """Return values as JSON has them: only a date needs the type in its name."""
    out: dict[str, Any] = {}
    for name, value in sorted(props.items()):
        column = column_of(name, value)
        out[column if column.endswith(":date") else name] = _json(value)
    return out


def _json(value: Value) -> Any:
    return value if isinstance(value, (bool, int, float, str, list)) or value is None else value.isoformat()


FORMATS = (
    Format(
        name="json",
        title="node-link JSON",
        endings=(".json",),
        write=write,
        scope="either",
        drops="--facts-only: lists become one text (`; `), dates ISO text",
        opens="`networkx.node_link_graph(data, edges='edges')`, D3, sigma.js, Observable",
        full_by_default=True,
        claims=True,
        read_back=True,
    ),
)
