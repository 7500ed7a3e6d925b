"""What loads into both engines have in common: sizes, tables, commands, and the section that tells of them."""

from __future__ import annotations

import os
import statistics
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.made_up import Size
from tests.bench.report import rate, ratio
from tests.bench.table import write_folder, write_tables
from tests.bench.timing import Run, Timing

FROM: Final = 10_000  # ties from which the cost of a tie should be flat
START: Final = 10  # ties of the load by which the cost of starting is known
OURS: Final = "tiebook load"
AGAIN: Final = "tiebook load, the same files"  # known by their fingerprint: nothing is read
COMPARED: Final = "tiebook load --again"  # every tie is compared


@dataclass(slots=True)
class Found:
    """The runs of one part, by side and size."""

    runs: dict[tuple[str, int], list[Run]] = field(default_factory=dict)

    def add(self, side: str, size: int, run: Run) -> None:
        """Take a run in."""
        self.runs.setdefault((side, size), []).append(run)

    def timing(self, side: str, size: int) -> Timing:
        """Return the runs of a side at a size."""
        return Timing(tuple(self.runs[side, size]))

    def sizes(self, side: str) -> list[int]:
        """Return the sizes at which a side ran, without the one that only starts."""
        return sorted(size for name, size in self.runs if name == side and size != START)

    def curve(self, side: str) -> list[tuple[int, float]]:
        """Return (size, cost) from 10,000 ties on; in a short run from the first size on."""
        sizes = self.sizes(side)
        return [(size, self.cost(side, size)) for size in sizes if size >= min(FROM, sizes[-1])]

    def cost(self, side: str, size: int) -> float:
        """Return the microseconds that a tie takes, without what it takes to start."""
        start = self.timing(side, START).median
        return (self.timing(side, size).median - start) / size * 1e6

    def flatness(self, side: str) -> str:
        """Describe how the cost of a tie at the largest size compares with every smaller one."""
        *points, (most, highest) = self.curve(side)
        parts = [f"{ratio(highest, cost)} ({size:,})" for size, cost in points]
        return f"{side}: cost of a tie at {most:,} ties, relative to smaller loads: {', '.join(parts)}"

    def rows(self, sides: Sequence[str], against: Mapping[str, str]) -> list[list[str]]:
        """Return a row for each side and size: time, rate, memory, and the rate against each named other side."""
        sizes = sorted({size for _, size in self.runs} - {START})
        rows = []
        for size in sizes:
            for side in (each for each in sides if (each, size) in self.runs):
                timing = self.timing(side, size)
                others = [
                    ratio(self.timing(other, size).median, timing.median) if (other, size) in self.runs else ""
                    for other in against.values()
                ]
                cells = [f"{size:,}", side, str(timing), rate(size, timing.median), f"{timing.mib:,.0f}", *others]
                rows.append(cells)
        return rows


def size_of(ties: int) -> Size:
    """Return the size of a made-up table: an actor for every 20 ties, 5,000 at most."""
    return Size(ties, actors=max(10, min(5000, ties // 20)))


def tables(folder: Path, sizes: Sequence[int]) -> tuple[Path, dict[int, Path]]:
    """Make the tables; gives the data set's folder for Tiebook, and the folder of CSV files of each size."""
    made = {size: folder / f"ties-{size}" for size in dict.fromkeys((START, *sizes))}
    for size, path in made.items():
        write_tables(path, size_of(size))
    return write_folder(folder / "made_up"), made


def load_command(source: Path, tables: Path, *options: str | Path) -> list[str]:
    """Return our command that loads a folder of tables."""
    return tiebook("load", source, *sorted(tables.glob("*.csv")), *options)


def tiebook(*arguments: str | Path) -> list[str]:
    """Return a command of ours."""
    return [str(Path(sysconfig.get_path("scripts")) / "tiebook"), *map(str, arguments)]


def peer(name: str, *arguments: str | Path) -> list[str]:
    """Return the command of a peer."""
    return [sys.executable, "-m", f"tests.bench.peers.{name}", *map(str, arguments)]


def environment() -> dict[str, str]:
    """Return the environment without what would lead Tiebook to a database of the user's.

    Nor may Python be forbidden to keep compiled modules: Tiebook's would be compiled in each run, its peers' never.
    """
    own = {"TIEBOOK_DB", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in own}


def bytes_of(path: Path) -> int:
    """Return the bytes of a file, or of all files in a folder."""
    if path.is_dir():
        return sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
    return path.stat().st_size


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)
