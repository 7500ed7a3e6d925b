"""Loads the field's data sets: recognise the files (get), make ties of their records (transform), bring them in (load)."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Protocol, cast

from tiebook.crosswalk import Resolver, crosswalk
from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.engine.base import Engine
from tiebook.engine.meta import check_model
from tiebook.errors import BadDate, BadSource, DuplicateTie
from tiebook.sources.declaration import DECLARATION, READER, declaration_of, find_dataset, identity
from tiebook.sources.detect import expected, recognised
from tiebook.sources.fingerprint import fingerprint
from tiebook.sources.mapped.reader import MappedParts
from tiebook.sources.report import Report
from tiebook.sources.row_filter import RowFilter
from tiebook.sources.source_reader import SourceReader
from tiebook.sources.trust import check_trust
from tiebook.support.suggest import nearest
from tiebook.sync.batch import Batch
from tiebook.sync.progress import Progress, Silent, begin_counting
from tiebook.sync.releases import Superseded
from tiebook.sync.replace_guard import check_days, held
from tiebook.sync.source_identity import check_loaded
from tiebook.sync.sync import Changes, sync_together
from tiebook.tables.cells import BadCell

__all__ = ["Report", "RowFilter", "load_dataset", "read_dataset"]


class Reader(Protocol):
    """What a source's read.py is: a module with this function."""

    def read(self, reader: SourceReader) -> None:
        """Make ties of the reader's rows."""
        ...


def load_dataset(
    engine: Engine,
    named: str,
    files: Sequence[Path],
    wanted: RowFilter | None = None,
    *,
    decisions: Path | None = None,
    dry_run: bool = False,
    replace: bool = False,
    again: bool = False,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read a data set's files and bring the graph to what they say.

    replace -- whether what the graph holds of the source's other files may go
    encoding -- of the files, where they are in another than they should be
    again -- compare every tie, also where the files and settings are those of the last load

    Raises BadSource with file:line for a wrong or broken file, and what `sync` raises; then nothing is changed.
    """
    folder = find_dataset(named)
    source = declaration_of(folder)
    with engine.hold():
        try:
            reader = _prepared(
                folder, files, wanted, decisions, progress, encoding
            )  # while a large graph is being opened
        finally:  # another source of that id is why the files are the wrong ones
            check_loaded(engine, source.id, identity(source))
        old = held(engine, reader.source.id)
        if old.fingerprint == reader.fingerprint and not again and not check_model(engine):
            return Report(reader.source.id, reader.source.name, old.version, old.ties, (), (), Changes(), repeated=True)
        batch = _read(folder, reader)
        older = old.version if None not in (old.version, reader.version) and old.version != reader.version else None
        if older is None and not replace and wanted in (None, RowFilter()):
            check_days(reader.source.id, old, reader.parts)
            batch = dataclasses.replace(batch, keeps=not reader.parts)
        superseded = None
        if older is not None and reader.version is not None:
            superseded = Superseded(reader.source.id, older, reader.version)
        written = None if batch.parts else begin_counting(reader.progress, "writing", len(batch.edges), "edges")
        changes = sync_together(engine, [batch], older=superseded, dry_run=dry_run, progress=written)[batch.source]
    source = reader.source
    return Report(
        source.id,
        source.name,
        reader.version,
        batch.parts.ties if isinstance(batch.parts, MappedParts) else len(batch.edges),
        tuple(reader.accounts),
        tuple(reader.resolver.unresolved()),
        changes,
        older=older,
    )


def read_dataset(
    named: str,
    files: Sequence[Path],
    wanted: RowFilter | None = None,
    *,
    decisions: Path | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> tuple[SourceReader, Batch]:
    """Read a data set's files without touching a graph.

    Raises BadSource.
    """
    folder = find_dataset(named)
    reader = _prepared(folder, files, wanted, decisions, progress, encoding)
    return reader, _read(folder, reader)


def _prepared(
    folder: Path,
    files: Sequence[Path],
    wanted: RowFilter | None,
    decisions: Path | None,
    progress: Progress | None,
    encoding: str | None,
) -> SourceReader:
    """Return a reader for the files, once they are recognised and the settings checked."""
    source = declaration_of(folder).in_encoding(encoding)
    if bool(files) != bool(source.file):
        if files:
            raise BadSource(f"{source.id} ships with Tiebook and takes no files", hint=f"tiebook load {source.id}")
        raise BadSource(f"{source.id} needs a file: {expected(source)}", hint=f"tiebook load {source.id} FILE...")
    kept = decisions_file(decisions)
    chosen = Decisions(kept).of(source.id)
    for place, spellings in ((folder / DECLARATION, source.names), (kept, chosen)):
        lost = sorted({actor for actor in spellings.values() if actor not in crosswalk().actors})
        if lost:
            raise BadSource(
                f"there is no actor {lost[0]!r}", where=str(place), hint=nearest(lost[0], crosswalk().actors)
            )
    wanted = wanted or RowFilter()
    settings = {"wanted": (wanted.since, wanted.until, *sorted(wanted.actors)), "decisions": sorted(chosen.items())}
    if encoding is not None:
        settings["encoding"] = encoding
    return SourceReader(
        source,
        Resolver(crosswalk(), source.names, chosen),
        wanted,
        recognised(source, files),
        source.version,
        source.covers_since,
        source.covers_until,
        progress=progress or Silent(),
        fingerprint=fingerprint(folder, files, settings),
    )


def _read(folder: Path, reader: SourceReader) -> Batch:
    """Read the files; those of a mapped source are read when its batch is."""
    source = reader.source
    try:
        if (folder / READER).is_file():
            _reader(folder).read(reader)
        else:
            return Batch(source.id, parts=MappedParts(reader))
    except BadCell as error:  # of a row that was looked at before its turn
        raise BadSource(f"{source.name}: {error}", where=error.where) from None
    except (BadDate, DuplicateTie) as error:
        raise BadSource(f"{source.name}: {error}", where=str(folder / DECLARATION)) from None
    off = [account.file for account in reader.accounts if not account.balanced]
    assert not off, f"unbalanced accounts: {off}"  # noqa: S101 -- a reader's own fault, never a user's
    return reader.batch()


def _reader(folder: Path) -> Reader:
    path = folder / READER
    check_trust(folder, path)
    spec = spec_from_file_location(f"tiebook_loader_{folder.name}", path)
    assert spec is not None, path  # noqa: S101 -- the file is there
    assert spec.loader is not None, path  # noqa: S101
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return cast("Reader", module)
