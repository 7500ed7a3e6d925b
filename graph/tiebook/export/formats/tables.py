"""Two CSV tables, of nodes and of edges: for spreadsheets, R and pandas, and Gephi's import."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tiebook.export.content import Plain
from tiebook.export.files import csv_lines, write_citations
from tiebook.export.flat import columns_of, flat_edges, flat_nodes
from tiebook.export.registry import Format, Job, Written
from tiebook.export.xml import xml_text
from tiebook.model.exchange import EDGE_COLUMNS, guarded
from tiebook.support.atomic_write import write_atomically


def write(job: Job) -> Written:
    """Write FILE-nodes.csv, FILE-edges.csv and FILE-sources.txt."""
    nodes = [{"id": node.id, "label": node.label, **node.columns} for node in flat_nodes(job.content)]
    edges = [
        {"id": edge.id, "source": edge.source, "target": edge.target, "type": edge.type, **edge.columns}
        for edge in flat_edges(job.content)
    ]
    return Written(
        (
            _table(job.path, "nodes", ("id", "label"), nodes),
            _table(job.path, "edges", EDGE_COLUMNS, edges),
            write_citations(job.content, job.path),
        )
    )


def _table(path: Path, what: str, first: Iterable[str], rows: list[dict[str, Plain]]) -> Path:
    header = [*first, *(column for column in columns_of(rows) if column not in first)]
    body = [[_cell(row[column]) if column in row else "" for column in header] for row in rows]
    return write_atomically(path.with_name(f"{path.stem}-{what}.csv"), csv_lines([header, *body]))


def _cell(value: Plain) -> str:
    return guarded(value) if isinstance(value, str) else xml_text(value)


FORMATS = (
    Format(
        name="csv",
        title="CSV tables",
        endings=(".csv",),
        write=write,
        scope="either",
        drops="lists become one text (`; `); a text that a spreadsheet would run as a formula gets an apostrophe in front",
        opens="spreadsheets, R `read.csv`, `pandas.read_csv`, Gephi (File, Import spreadsheet)",
        claims=True,
        read_back=True,
    ),
)
