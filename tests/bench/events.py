"""All the events of the news before the graph: made-up rows like GDELT's taken together by month, as many as the machine bears."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.bench.load import environment
from tests.bench.made_up_events import write_events
from tests.bench.report import conditions, put, section, table
from tests.bench.timing import timed

PARTS: Final = 10  # files
DAYS: Final = 3650
SPARE: Final = 1.6  # bytes of disk for each byte of files


def events(
    rows: int, page: Path, *, memory: str = "4GB", form: str = "export.CSV", scratch: Path | None = None
) -> None:
    """Write the files, take them together, and write the section events.

    Raises SystemExit where the disk has no room.
    """
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        folder = Path(name)
        paths = [folder / f"{number}.{form}" for number in range(PARTS)]
        step = rows // PARTS
        for number, path in enumerate(paths):
            write_events(path, rows, begin=number * step, end=(number + 1) * step, days=DAYS)
            need = paths[0].stat().st_size * PARTS * SPARE
            if number == 0 and need > shutil.disk_usage(folder).free:
                sys.exit(f"events: {rows:,} rows need {need / 2**30:.0f} GiB on {folder}; --rows N for fewer")
        size = sum(path.stat().st_size for path in paths)
        out = folder / "monthly.csv"
        command = [sys.executable, "-m", "tiebook", "aggregate", out, *paths, "--memory", memory]
        run = timed(list(map(str, command)), environment())
        with out.open("rb") as lines:
            ties = sum(1 for _ in lines) - 1
        counted = step * PARTS
        row = (
            *(f"{counted:,}", f"{size / 2**30:.1f}", f"{run.seconds:.0f} s", f"{counted / run.seconds:,.0f}"),
            *(f"{run.mib:,.0f}", f"{ties:,}", f"{counted / ties:,.0f}", f"{out.stat().st_size / 2**20:.0f}"),
        )
    head = ("rows", "files, GiB", "time", "rows/s", "peak MiB", "ties", "rows per tie", "table, MiB")
    text = section(
        "## Events before the graph",
        f"`tiebook aggregate` on made-up event files with GDELT 2.0's columns ({form}, {PARTS} files, {DAYS:,} days;"
        f" a few countries have most of the events; {memory} for DuckDB). For a billion events see [scaling](scaling.md).",
        table(head, [row]),
        conditions(("duckdb",), 1),
    )
    put("events", text, page)
