"""The replacement of a release by the next one, next to a first load of the same table, on both engines."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from tests.bench.load import OURS, START, Found, environment, load_command, size_of
from tests.bench.load_neo4j import Ground
from tests.bench.report import bullets, conditions, put, ratio, section, table
from tests.bench.table import write_folder, write_tables
from tests.bench.timing import timed

NEXT: Final = "next release"
SIZES: Final = (10_000, 100_000, 1_000_000)
SHORT: Final = (1_000, 2_000)
ENGINES: Final = ("KGLite", "Neo4j 5.26")
BUDGET: Final = 1.5  # first loads
FLAT: Final = 1.3  # times what a tie of a smaller table costs

Where = tuple[list[str | Path], dict[str, str]]  # options of the command, environment
Place = Callable[[int], AbstractContextManager[Where]]


def releases(runs: int, page: Path, *, short: bool, most: int, engines: Sequence[str] = ENGINES) -> None:
    """Measure, and write the section releases; `most` ties at the largest size."""
    sizes = SHORT if short else tuple(size for size in SIZES if size <= most)
    found = {engine: Found() for engine in engines}
    with tempfile.TemporaryDirectory() as name:
        made = _made(Path(name), sizes)
        ground = Ground(load_command(*made[START][0]), short=short)
        places: dict[str, Place] = {ENGINES[0]: _file(Path(name)), ENGINES[1]: lambda size: _server(ground, size)}
        try:
            for _ in range(runs):
                for engine in engines:
                    for size, both in made.items():
                        with places[engine](size) as (options, around):
                            for side, (folder, tables) in zip((OURS, NEXT), both, strict=True):
                                found[engine].add(side, size, timed(load_command(folder, tables, *options), around))
        finally:
            ground.stop()
    put("releases", _section(found, runs), page)


def _made(folder: Path, sizes: tuple[int, ...]) -> dict[int, tuple[tuple[Path, Path], tuple[Path, Path]]]:
    """Return for each size the data set's folder and the tables of two releases, which are drawn from two seeds."""
    made = {}
    for size in (START, *sizes):
        both = []
        for version in ("1", "2"):
            tables = folder / version / f"ties-{size}"
            write_tables(tables, replace(size_of(size), seed=int(version)))
            both.append((_release(folder / version / "made_up", version), tables))
        made[size] = (both[0], both[1])
    return made


def _release(folder: Path, version: str) -> Path:
    path = write_folder(folder) / "source.toml"
    path.write_text(f'version = "{version}"\n{path.read_text("utf-8")}', "utf-8")
    return folder


def _file(folder: Path) -> Place:
    @contextmanager
    def place(_: int) -> Iterator[Where]:
        target = folder / "run" / "graph.kgl"
        target.parent.mkdir()
        try:
            yield ["--db", target], environment()
        finally:
            shutil.rmtree(target.parent)

    return place


@contextmanager
def _server(ground: Ground, size: int) -> Iterator[Where]:
    yield [], {**environment(), **ground.ready(size).environment}


def _section(found: dict[str, Found], runs: int) -> str:
    rows, told = [], []
    for engine, each in found.items():
        for size in each.sizes(OURS):
            first, other = each.timing(OURS, size), each.timing(NEXT, size)
            rows.append((engine, f"{size:,}", str(first), str(other), ratio(other.median, first.median)))
        told.append(f"{engine}: {each.flatness(NEXT)} ; budget: {FLAT}.")
    return section(
        "## The next release of a data set",
        "A made-up table, and a second release of it from another seed: no tie is the same. The older release stays in the graph;"
        f" its ties are renamed and no longer endorsed. Budget: {BUDGET} times the first load.",
        table(("engine", "ties", "first load", NEXT, "times a first load"), rows),
        bullets(*told),
        conditions(("kglite", "neo4j"), runs),
    )
