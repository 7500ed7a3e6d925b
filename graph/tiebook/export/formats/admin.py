"""Files for `neo4j-admin database import`: the fastest way of a whole graph into a new Neo4j database."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TypeGuard

from tiebook.export.admin_files import AdminFiles
from tiebook.export.content import citations
from tiebook.export.files import write_text
from tiebook.export.formats.cypher import schema_statements
from tiebook.export.registry import Format, Job, Written
from tiebook.model.records import Node
from tiebook.model.ties import Ties, by_columns

Part = list[Node] | Ties


def write(job: Job) -> Written:
    """Write a folder: the tables, the command, and what to run after it."""
    with AdminFiles(job.path) as files:
        files.add_nodes(job.content.nodes)
        for ties in by_columns(job.content.edges):
            files.add_ties(ties)
        return _finish(files, job.path, job.content.sources)


def write_parts(folder: Path, parts: Iterable[Part]) -> tuple[Written, int, int]:
    """Write nodes and ties as they are read, without building a graph; return also how many of each.

    An id must not come twice: what a load would merge is not merged here.
    """
    sources: list[Node] = []
    with AdminFiles(folder) as files:
        for part in parts:
            if _are_nodes(part):
                files.add_nodes(part)
                sources += [node for node in part if node.label == "Source"]
            elif isinstance(part, Ties):
                files.add_ties(part)
        return _finish(files, folder, sources), files.nodes, files.ties


def _are_nodes(part: Part) -> TypeGuard[list[Node]]:
    return isinstance(part, list)


def _finish(files: AdminFiles, folder: Path, sources: Iterable[Node]) -> Written:
    tables, command, lists = files.close()
    last = write_text(folder / "after.cypher", [f"{line};" for line in (*schema_statements(), *lists)])
    then = f"cypher-shell -d neo4j -f {shlex.quote(str(last.resolve()))}"
    terms = [f"# {line}" for line in citations(sources)]
    head = ["#!/bin/sh", "# On the machine of a stopped server; then start it and run:", f"# {then}", *terms, "set -e"]
    script = write_text(folder / "import.sh", [*head, command])
    notes = (
        "The command is for the machine of a stopped server; it replaces what the database neo4j holds.",
        f"Then start the server and run: {then}",
    )
    return Written((*tables, last, script), command=command, notes=notes)


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
