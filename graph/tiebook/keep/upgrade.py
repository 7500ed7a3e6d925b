"""Brings a database of an older model to the present one: a backup first, then every step in one transaction."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tiebook.engine.base import Engine, Writer
from tiebook.engine.meta import model_of, newer, take_lock
from tiebook.errors import ModelMismatch
from tiebook.keep import migrations as room
from tiebook.keep.backup import backup
from tiebook.model.version import MODEL_VERSION


@dataclass(frozen=True, slots=True)
class Step:
    """What brings a graph from one version of the model to the next: a line that says what changes, and the work."""

    title: str
    migrate: Callable[[Writer], None]


@dataclass(frozen=True, slots=True)
class Upgraded:
    """From which version to which, by which steps; equal versions mean that nothing had to be done."""

    before: int
    after: int
    titles: tuple[str, ...] = ()


def steps() -> dict[int, Step]:
    """Return the shipped steps, each by the version that it starts from."""
    found = {}
    for module in pkgutil.iter_modules(room.__path__):
        name = re.fullmatch(r"from_(\d+)", module.name)
        if name:
            made = import_module(f"{room.__name__}.{module.name}")
            found[int(name[1])] = Step(made.TITLE, made.migrate)
    return found


def upgrade(
    engine: Engine, keep: Path | None, *, target: int = MODEL_VERSION, known: Mapping[int, Step] | None = None
) -> Upgraded:
    """Upgrade a graph, unless it is of the present model already.

    keep -- where the backup goes that is written first; None: no backup

    Raises ModelMismatch for a newer graph and for one so old that no steps lead here, UsageError where the backup's file is
    there already, and what the engine raises; then the graph is as it was.
    """
    engine.adopt()  # adds a label and changes nothing else, so that the backup sees what is Tiebook's
    before = model_of(engine)
    if before == target:
        return Upgraded(before, target)
    path = _path(before, target, steps() if known is None else known, engine.place)
    if keep is not None:
        backup(engine, keep, known=target)

    def work(writer: Writer) -> None:
        if take_lock(writer, engine.place) != before:
            raise ModelMismatch(f"{engine.place} was upgraded by another process meanwhile")
        for step in path:
            step.migrate(writer)
        writer.run("MATCH (m:Meta {id: 'model'}) SET m.model = $model", {"model": target})
        writer.bump()

    engine.write(work)
    return Upgraded(before, target, tuple(step.title for step in path))


def _path(before: int, target: int, known: Mapping[int, Step], place: str) -> list[Step]:
    if before > target:
        raise newer(before, place, target)
    missing = [version for version in range(before, target) if version not in known]
    if missing:
        raise ModelMismatch(
            f"{place} has version {before} of the model, and there is no upgrade from version {missing[0]}",
            hint="load its sources again into a new database",
        )
    return [known[version] for version in range(before, target)]
