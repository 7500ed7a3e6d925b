"""Loads the field's data sets: recognise the files (get), make ties of their records (transform), bring them in (load)."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Protocol, cast

from tiebook.crosswalk import Resolver, crosswalk
from tiebook.engine.base import Engine
from tiebook.load.accounts import Report
from tiebook.load.batch import Batch
from tiebook.load.decisions import Decisions, decisions_file
from tiebook.load.declared import DECLARATION, READER, Declared, FileKind, declared, find_dataset, shipped_datasets
from tiebook.load.desk import Desk, Wanted
from tiebook.load.mapped import read_mapped
from tiebook.load.releases import keep_release, loaded_version
from tiebook.load.sync import sync
from tiebook.model.errors import BadSource
from tiebook.model.suggest import nearest
from tiebook.tables import read_table, text_of

__all__ = ["Report", "Wanted", "load_dataset", "read_dataset"]


class Reader(Protocol):
    """What a source's read.py is: a module with this function."""

    def read(self, desk: Desk) -> None:
        """Make ties of the desk's rows."""
        ...


def load_dataset(
    engine: Engine,
    named: str,
    files: Sequence[Path],
    wanted: Wanted | None = None,
    *,
    decisions: Path | None = None,
    dry_run: bool = False,
) -> Report:
    """Read a data set's files and bring the graph to what they say.

    Raises BadSource with file:line for a wrong or broken file, before anything is written; and what `sync` raises.
    """
    desk, batch = read_dataset(named, files, wanted, decisions=decisions)
    before = loaded_version(engine, desk.source.id)
    older = before if None not in (before, desk.version) and before != desk.version else None
    if older is not None and not dry_run:
        keep_release(engine, desk.source.id, older)
    changes = sync(engine, batch, dry_run=dry_run)
    source = desk.source
    return Report(
        source.id,
        source.name,
        desk.version,
        len(batch.edges),
        tuple(desk.accounts),
        tuple(desk.resolver.unresolved()),
        changes,
        older,
    )


def read_dataset(
    named: str, files: Sequence[Path], wanted: Wanted | None = None, *, decisions: Path | None = None
) -> tuple[Desk, Batch]:
    """Read a data set's files without touching a graph.

    Raises BadSource.
    """
    folder = find_dataset(named)
    source = declared(folder)
    if bool(files) != bool(source.file):
        if files:
            raise BadSource(f"{source.id} ships with Tiebook and takes no files", hint=f"tiebook load {source.id}")
        expected = " or ".join(kind.what for kind in source.file)
        raise BadSource(f"{source.id} needs a file: {expected}", hint=f"tiebook load {source.id} FILE...")
    kept = decisions_file(decisions)
    chosen = Decisions(kept).of(source.id)
    for place, spellings in ((folder / DECLARATION, source.names), (kept, chosen)):
        lost = sorted({actor for actor in spellings.values() if actor not in crosswalk().actors})
        if lost:
            raise BadSource(
                f"there is no actor {lost[0]!r}", where=str(place), hint=nearest(lost[0], crosswalk().actors)
            )
    desk = Desk(
        source,
        Resolver(crosswalk(), source.names, chosen),
        wanted or Wanted(),
        recognised(source, files),
        source.version,
        source.covers_since,
        source.covers_until,
    )
    if (folder / READER).is_file():
        _reader(folder).read(desk)
    else:
        read_mapped(desk)
    off = [account.file for account in desk.accounts if not account.balanced]
    assert not off, f"unbalanced accounts: {off}"  # noqa: S101 -- a reader's own fault, never a user's
    return desk, desk.batch()


def recognised(source: Declared, files: Sequence[Path]) -> dict[str, list[Path]]:
    """Tell which kind of the source's files each file is.

    Raises BadSource that says what a wrong file looks like.
    """
    found: dict[str, list[Path]] = defaultdict(list)
    for path in files:
        faults = []
        for kind in source.file:
            fault = _fault(path, kind)
            if fault is None:
                found[kind.name].append(path)
                break
            faults.append(fault)
        else:
            raise _wrong(path, source, faults)
    return found


def _fault(path: Path, kind: FileKind) -> BadSource | None:
    try:
        if kind.form == "table":
            row = next(read_table(path, kind.shape()).rows, None)
            if row is None:
                return BadSource(f"{kind.what}: there are no records below the header", where=str(path))
            for column, pattern in kind.first.items():
                if not re.fullmatch(pattern, row[column]):
                    what = f"not {kind.what}: {column} is {row[column][:40]!r} in its first record"
                    return BadSource(what, where=f"{path}:{row.line}")
        else:
            start = text_of(path)[0][:4000].lstrip()
            if kind.form == "xml" and f"<{kind.required[0]}" not in start:
                return BadSource(f"not {kind.what}: no <{kind.required[0]}> in it", where=str(path))
            if kind.form == "json lines" and not (start.startswith("{") and f'"{kind.required[0]}"' in start):
                return BadSource(f"not {kind.what}: it does not begin with a JSON object", where=str(path))
    except BadSource as error:
        return error
    return None


def _wrong(path: Path, source: Declared, faults: list[BadSource]) -> BadSource:
    """Say what is wrong with a file, and which other data set it looks like."""
    for name in shipped_datasets():
        for kind in () if name == source.id else declared(find_dataset(name)).file:
            if kind.required and _fault(path, kind) is None:
                expected = " or ".join(each.what for each in source.file)
                return BadSource(
                    f"this looks like {kind.what}; expected is {expected}",
                    where=str(path),
                    hint=f"tiebook load {name} {path.name}",
                )
    return min(faults, key=lambda fault: (fault.what.startswith("not "), "first record" not in fault.what))


def _reader(folder: Path) -> Reader:
    path = folder / READER
    spec = spec_from_file_location(f"tiebook_loader_{folder.name}", path)
    assert spec is not None, path  # noqa: S101 -- the file is there
    assert spec.loader is not None, path  # noqa: S101
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return cast("Reader", module)
