"""Restores a backup on either engine: all of it, verified by digest, or nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from tiebook.engine.base import Engine, Writer
from tiebook.engine.digest import FINGERPRINT, digest
from tiebook.engine.meta import newer, take_lock
from tiebook.errors import BadBackup, DatabaseNotEmpty
from tiebook.keep.archive import Archive, Manifest
from tiebook.keep.backup import Within
from tiebook.model import schema
from tiebook.model.records import Edge
from tiebook.model.ties import by_columns
from tiebook.model.version import MODEL_VERSION

_CHUNK: Final = 5000  # rows at a time
_LABEL: Final = re.compile("[A-Z][A-Za-z]*")  # names go into statements, so nothing but letters passes
_TYPE: Final = re.compile("[A-Z][A-Z_]*")
_PROPERTY: Final = re.compile("[a-z][a-z0-9_]*")

Row = TypeVar("Row")


def restore(engine: Engine, path: Path, *, replace: bool = False, known: int = MODEL_VERSION) -> Manifest:
    """Restore a backup into an empty database, in one transaction; return its manifest.

    The database then has the backup's version of the model: an older one waits for `upgrade`.

    replace -- what the database holds is deleted first, in the same transaction

    Raises BadBackup, ModelMismatch and DatabaseNotEmpty before anything is changed, and what the engine raises.
    """
    with Archive(path) as archive:
        manifest = archive.manifest
        if manifest.model > known:
            raise newer(manifest.model, str(path), known)
        archive.verify()

        def work(writer: Writer) -> None:
            take_lock(writer, engine.place, manifest.model)
            _make_room(writer, engine.place, replace=replace)
            writer.run(
                "MATCH (m:Meta {id: 'model'}) SET m.model = $model, m.unfinished = $unfinished",
                {"model": manifest.model, "unfinished": manifest.unfinished},
            )
            _fill(writer, archive)
            writer.run(
                f"UNWIND $rows AS row MATCH (s:Source {{id: row.id}}) SET s.{FINGERPRINT} = row.fingerprint",
                {"rows": [{"id": source, "fingerprint": each} for source, each in manifest.fingerprints.items()]},
            )
            if digest(Within(writer)) != archive.digest():
                raise BadBackup("the restored graph does not match the backup's digest", where=str(path))
            writer.bump()

        engine.write(work)
    return manifest


def _make_room(writer: Writer, place: str, *, replace: bool) -> None:
    """Check that the database holds no Tiebook graph; what else is on a server is left alone.

    Raises DatabaseNotEmpty, also with `replace` where a file holds other nodes than Tiebook's; with `replace` ForeignGraph
    where an edge of somebody else ends at what has to go.
    """
    if not writer.run("MATCH (n) WHERE NOT n:Meta RETURN n.id AS id LIMIT 1").rows:
        return
    if not replace:
        raise DatabaseNotEmpty(f"{place} already holds a graph", hint="use another --db, or --replace to overwrite it")
    strange = " AND ".join(f"NOT n:{label}" for label in schema.first_labels())
    others = writer.run(f"MATCH (n) WHERE {strange} RETURN count(*) AS count").rows[0][0]
    if others:
        raise DatabaseNotEmpty(
            f"{place} holds {others:,} nodes that are not Tiebook's, so it is not emptied", hint="another --db"
        )
    writer.delete_nodes("MATCH (n) WHERE NOT n:Meta")


def _fill(writer: Writer, archive: Archive) -> None:
    for names, rows in _chunks(_nodes(archive)):
        writer.run(f"UNWIND $rows AS row CREATE (n:{names} {{id: row.id}}) SET n += row.props", {"rows": rows})
    for kind, edges in _chunks(_edges(archive)):
        if writer.create(by_columns(edges)) != len(edges):
            raise BadBackup(f"an end of a {kind} edge is not in the backup", where=str(archive.path))


def _nodes(archive: Archive) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return (labels, row) of every node."""
    for labels, node_id, props in archive.records("node"):
        _known(archive, _LABEL, labels)
        _known(archive, _PROPERTY, props)
        first = schema.first_label(labels)
        names = ":".join([first, *(label for label in labels if label != first)])
        yield names, {"id": node_id, "props": {name: value for name, value in props.items() if name != "id"}}


def _edges(archive: Archive) -> Iterator[tuple[str, Edge]]:
    """Return (type, edge) of every edge."""
    for name, (source_labels, source), (target_labels, target), props in archive.records("edge"):
        _known(archive, _TYPE, [name])
        _known(archive, _LABEL, [*source_labels, *target_labels])
        _known(archive, _PROPERTY, props)
        yield (
            name,
            Edge(name, (schema.first_label(source_labels), source), (schema.first_label(target_labels), target), props),
        )


def _chunks(rows: Iterator[tuple[str, Row]]) -> Iterator[tuple[str, list[Row]]]:
    """Gather rows of a kind, with no more of them waiting than there are kinds times a chunk."""
    waiting: dict[str, list[Row]] = defaultdict(list)
    for kind, row in rows:
        waiting[kind].append(row)
        if len(waiting[kind]) == _CHUNK:
            yield kind, waiting.pop(kind)
    for kind, rest in waiting.items():
        yield kind, rest


def _known(archive: Archive, pattern: re.Pattern[str], names: Any) -> None:
    for name in names:
        if pattern.fullmatch(name) is None or name == schema.META:
            raise BadBackup(f"{name[:40]!r} is not a name in a Tiebook graph", where=str(archive.path))
