"""A data frame of ties through `graph.add_ties`, next to a load of the same table from CSV: both sides in one run."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pandas as pd

from tests.bench.made_up import COVERS, NAME, Size, ties, types
from tests.bench.report import machine, put, ratio, section, table, times
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.python.graph import Graph
from tiebook.sources.datasets import load_dataset

SIZE: Final = Size(ties=100_000, actors=5_000)
SHORT: Final = Size(ties=2_000, actors=100)
COLUMNS: Final = ("record", "one", "other", "since", "until", "quote")
ABOUT: Final[dict[str, Any]] = {
    "name": NAME,
    "title": NAME,
    "citation": "Made up for tests.",
    "licence": "CC0",
    "universe": "Made up.",
}
_TYPE: Final = types()[0][0]
_END: Final[dict[str, Any]] = {"system": "name", "kind": "State"}
_DECLARED: Final = f"""\
id = "made_up"
name = "{NAME}"
title = "{NAME}"
citation = "Made up for tests."
licence = "CC0"
universe = "Made up."
covers_since = {COVERS[0]}
covers_until = {COVERS[1]}
ties = ["{_TYPE}"]
[[file]]
name = "rows"
what = "a made-up table"
required = [{", ".join(f'"{name}"' for name in COLUMNS)}]
[[tie]]
file = "rows"
type = "{_TYPE}"
from = {{column = "one", kind = "State"}}
to = {{column = "other", kind = "State"}}
record = ["record"]
since = "since"
until = "until"
quote = "quote"
"""


def frame_bench(runs: int, page: Path, *, short: bool) -> None:
    """Measure, and write the section frame."""
    size = SHORT if short else SIZE
    frame = made_frame(size)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "made_up").mkdir()
        (folder / "made_up" / "source.toml").write_text(_DECLARED, "utf-8")
        frame.to_csv(folder / "rows.csv", index=False)
        sides: dict[str, Callable[[Path], None]] = {
            "tiebook load, from CSV": lambda place: from_csv(place, folder),
            "graph.add_ties, from a frame": lambda place: from_frame(place, frame),
        }
        seconds: dict[str, list[tuple[float, float]]] = {side: [] for side in sides}
        for turn in range(runs):
            for side in list(sides) if turn % 2 == 0 else list(sides)[::-1]:
                place = folder / f"{len(seconds[side])}-{side[:7]}.kgl"
                wall, cpu = time.perf_counter(), time.process_time()
                sides[side](place)
                seconds[side].append((time.perf_counter() - wall, time.process_time() - cpu))
        equal = digest_at(folder / "0-tiebook.kgl") == digest_at(folder / "0-graph.a.kgl")
    walls = {side: statistics.median(each[0] for each in found) for side, found in seconds.items()}
    cpus = {side: statistics.median(each[1] for each in found) for side, found in seconds.items()}
    rows = [(side, f"{walls[side]:.2f} s", f"{cpus[side]:.2f} s", f"{size.ties / walls[side]:,.0f}") for side in sides]
    csv, own = sides
    said = (
        f"{size.ties:,} ties between {size.actors:,} actors; the digests of the two graphs are {'equal' if equal else 'NOT EQUAL'}."
        f" A data frame loads at {ratio(walls[csv], walls[own])} times the speed of the same table from CSV,"
        f" {ratio(cpus[csv], cpus[own])} by processor time (budget: at least 0.8)."
    )
    text = section("## A data frame", said, table(("side", "wall clock", "processor", "ties/s"), rows))
    put(
        "frame",
        section(
            text,
            f"`python -m tests.bench frame`: {times(runs)}; the sides take turns in one process."
            f" {machine()}; pandas {pd.__version__}.",
        ),
        page,
    )


def made_frame(size: Size) -> pd.DataFrame:
    """Return the made-up ties as ties of one type."""
    rows = [
        (*(edge.props["record"], edge.source[1], edge.target[1]), *(edge.props.get(name) for name in COLUMNS[3:]))
        for edge in ties(size)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def from_csv(place: Path, folder: Path) -> None:
    """Load the table from its file."""
    engine = KgliteEngine(place)
    load_dataset(engine, str(folder / "made_up"), [folder / "rows.csv"])
    engine.close()


def from_frame(place: Path, frame: pd.DataFrame) -> None:
    """Put the frame in."""
    with Graph(KgliteEngine(place)) as graph:
        graph.add_ties(
            frame,
            _TYPE,
            source="made_up",
            from_={"column": "one", **_END},
            to={"column": "other", **_END},
            record="record",
            since="since",
            until="until",
            quote="quote",
            covers_since=COVERS[0],
            covers_until=COVERS[1],
            **ABOUT,
        )


def digest_at(place: Path) -> str:
    """Return the digest of the graph at a place."""
    engine = KgliteEngine(place)
    found = digest(engine)
    engine.close()
    return found
