"""Files for `neo4j-admin database import`: the fastest way of a whole graph into a new Neo4j database."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tiebook.export.content import citations
from tiebook.export.files import write_text
from tiebook.export.formats.cypher import literal, schema_statements
from tiebook.export.registry import Format, Job, Written
from tiebook.model.errors import UsageError
from tiebook.model.exchange import text_of
from tiebook.model.records import Props, Value

_ITEMS: Final = "\x1f"  # between the items of a list: the unit separator, made for that
_CHUNK: Final = 1000  # ids a statement
_IDS: Final = ("id:ID", ":START_ID", ":END_ID")

Row = dict[str, str]


def write(job: Job) -> Written:
    """Write a folder: a table for each combination of labels and each type, the command, and what to run after it."""
    folder = job.path
    folder.mkdir(parents=True, exist_ok=True)
    nodes: dict[str, list[Props]] = defaultdict(list)
    edges: dict[str, list[tuple[Row, Props]]] = defaultdict(list)
    for node in job.content.nodes:
        labels = f"{node.label}:{node.kind_label}" if node.kind_label else node.label
        nodes[labels].append({"id": node.id, **node.props})
    for edge in job.content.edges:
        ends = {":START_ID": _cell(edge.source[1]), ":END_ID": _cell(edge.target[1])}
        edges[edge.type].append((ends, edge.props))
    options, tables, after = [], [], schema_statements()
    for labels, rows in nodes.items():
        keyed = [{"id:ID": _cell(props["id"]), **_row(props, "id")} for props in rows]
        paths = _tables(folder / f"nodes-{labels.replace(':', '-')}", keyed)
        options += [f"--nodes={labels}={path.resolve()}" for path in paths]
        after += _empty_lists(f"(x:{labels})", f"(x:{labels} {{id: id}})", rows)
        tables += paths
    for name, pairs in edges.items():
        paths = _tables(folder / f"ties-{name}", [{**ends, **_row(props)} for ends, props in pairs])
        options += [f"--relationships={name}={path.resolve()}" for path in paths]
        after += _empty_lists(f"()-[x:{name}]->()", f"()-[x:{name} {{id: id}}]->()", [props for _, props in pairs])
        tables += paths
    last = write_text(folder / "after.cypher", [f"{line};" for line in after])
    then = f"cypher-shell -d neo4j -f {shlex.quote(str(last.resolve()))}"
    command = _command(options)
    terms = [f"# {line}" for line in citations(job.content.sources)]
    head = ["#!/bin/sh", "# On the machine of a stopped server; then start it and run:", f"# {then}", *terms, "set -e"]
    script = write_text(folder / "import.sh", [*head, command])
    notes = (
        "The command is for the machine of a stopped server; it replaces what the database neo4j holds.",
        f"Then start the server and run: {then}",
    )
    return Written((*tables, last, script), command=command, notes=notes)


def _empty_lists(every: str, one: str, rows: list[Props]) -> Iterator[str]:
    """Give the statements that put in the lists without text, which the import takes as missing."""
    names = sorted({name for row in rows for name, value in row.items() if value in ([], [""])})
    for name in names:
        if all(name in row and row[name] != [""] for row in rows):
            yield f"MATCH {every} WHERE x.{name} IS NULL CALL (x) {{ SET x.{name} = [] }} IN TRANSACTIONS OF 10000 ROWS"
            continue
        for value in ([], [""]):
            ids = [str(row["id"]) for row in rows if row.get(name) == value]
            for start in range(0, len(ids), _CHUNK):
                some = literal(ids[start : start + _CHUNK])
                yield f"UNWIND {some} AS id MATCH {one} SET x.{name} = {literal(value)}"


def _command(options: list[str]) -> str:
    fixed = ["neo4j-admin", "database", "import", "full", "neo4j", "--overwrite-destination", "--multiline-fields=true"]
    return " ".join(shlex.quote(part) for part in [*fixed, "--array-delimiter=U+001F", *options])


def _row(props: Props, apart: str = "") -> Row:
    return {f"{name}:{_type(value)}": _cell(value) for name, value in sorted(props.items()) if name != apart}


def _type(value: Value) -> str:
    if isinstance(value, bool):
        return "boolean"
    return {int: "long", float: "double", str: "string", list: "string[]"}.get(type(value), "date")


def _cell(value: Value) -> str:
    """Write a cell, always in quotes: an empty one without is a missing value."""
    if isinstance(value, list):
        if any(_ITEMS in item for item in value):
            raise UsageError("an item of a list holds the separator U+001F", hint="use the format cypher or json")
        text = _ITEMS.join(value)
    else:
        text = value if isinstance(value, str) else text_of(value)
    return '"' + text.replace('"', '""') + '"'


def _tables(path: Path, rows: list[Row]) -> list[Path]:
    """Write rows into as many tables as it takes for a property to have one type in each."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    types: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for column in row:
            types[column.partition(":")[0]].add(column)
    mixed = {column for name, columns in types.items() if name and len(columns) > 1 for column in columns}
    for row in rows:
        groups[tuple(sorted(mixed & set(row)))].append(row)
    paths = []
    for number, (_, group) in enumerate(sorted(groups.items()), start=1):
        columns = sorted({column for row in group for column in row}, key=lambda column: (column not in _IDS, column))
        target = path.with_name(f"{path.name}{f'-{number}' if len(groups) > 1 else ''}.csv")
        lines = [",".join(columns), *(",".join(row.get(column, "") for column in columns) for row in group)]
        paths.append(write_text(target, lines))
    return paths


FORMATS = (
    Format(
        name="neo4j-admin",
        title="files for neo4j-admin database import",
        endings=(),
        write=write,
        scope="full",
        drops="nothing",
        opens="the command that is printed (also in import.sh), on the machine of a stopped Neo4j 5.26 or later",
    ),
)
