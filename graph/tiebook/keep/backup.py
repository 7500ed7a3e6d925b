"""Writes a backup of a whole graph, of this model or an older one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from tiebook.engine.base import Engine, Table, Writer
from tiebook.engine.digest import FINGERPRINT, Readable, digest_of, lines
from tiebook.engine.meta import model_of, newer, take_lock
from tiebook.keep.archive import Manifest, write_archive
from tiebook.model.version import MODEL_VERSION, VERSION

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Within:
    """Reads inside a write transaction that is open."""

    writer: Writer

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        """Run a query inside the transaction."""
        return self.writer.run(cypher, params)


def backup(engine: Engine, path: Path, *, force: bool = False, known: int = MODEL_VERSION) -> Manifest:
    """Write the whole graph to one file, which `restore` puts back on either engine; return its manifest.

    Raises UsageError if the file is there already (unless `force`), DatabaseMissing, ModelMismatch where a newer Tiebook
    made the graph, StorageFailed.
    """
    model = model_of(engine)
    if model > known:
        raise newer(model, engine.place, known)

    def copied(graph: Readable) -> tuple[list[str], dict[str, str | None], list[str]]:
        sources = graph.read(f"MATCH (s:Source) RETURN s.id AS id, s.{FINGERPRINT} AS fingerprint ORDER BY id").rows
        unfinished = graph.read("MATCH (m:Meta {id: 'model'}) RETURN m.unfinished AS unfinished").rows[0][0]
        return lines(graph), dict(sources), unfinished or []

    canonical, sources, unfinished = _at_rest(engine, copied)
    edges = sum(line.startswith('["edge"') for line in canonical)
    manifest = Manifest(
        tiebook=VERSION,
        model=model,
        engine=f"{engine.name} {engine.version()}",
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        digest=digest_of(canonical),
        nodes=len(canonical) - edges,
        edges=edges,
        sources=list(sources),
        fingerprints={source: found for source, found in sources.items() if found is not None},
        unfinished=unfinished,
    )
    write_archive(path, manifest, canonical, force=force)
    return manifest


def _at_rest(engine: Engine, work: Callable[[Readable], Result]) -> Result:
    """Read while no load changes the graph: KGLite reads its last checkpoint, a server makes loads wait."""
    if engine.name == "kglite":
        return work(engine)

    def locked(writer: Writer) -> Result:
        take_lock(writer, engine.place)
        raise _ReadOnly(work(Within(writer)))

    try:
        return engine.write(locked)
    except _ReadOnly as done:
        result: Result = done.result
        return result


class _ReadOnly(Exception):
    """No failure: it ends a transaction that has only read."""

    def __init__(self, result: Any) -> None:
        super().__init__()
        self.result = result
