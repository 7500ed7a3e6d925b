"""A table of ties into the embedded engine, next to KGLite's own bulk calls, networkx in memory and LadybugDB's COPY."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.bench.curve import draw
from tests.bench.load import (
    AGAIN,
    COMPARED,
    OURS,
    START,
    Found,
    bytes_of,
    environment,
    load_command,
    middle,
    peer,
    tables,
)
from tests.bench.report import PICTURES, bullets, conditions, put, rate, ratio, section, table
from tests.bench.timing import timed

SIZES: Final = (10_000, 100_000, 1_000_000)
BETWEEN: Final = (30_000, 300_000)  # sizes of ours alone, for the curve
SHORT: Final = (1_000, 2_000)
BULK: Final = "KGLite's bulk calls"
PEERS: Final = {BULK: "kglite_bulk", "LadybugDB `COPY`": "ladybug_copy", "networkx, in memory": "networkx_memory"}
OPEN: Final = "only open the loaded file"
OPENS: Final = (
    "import sys, kglite; graph = kglite.open(sys.argv[1], durable='off'); graph.__exit__(OSError, None, None)"
)


def load_kglite(runs: int, page: Path, *, short: bool) -> None:
    """Measure, and write the sections load-kglite and memory."""
    sizes = SHORT if short else SIZES
    ours = sizes if short else tuple(sorted((*SIZES, *BETWEEN)))
    found, on_disk = Found(), dict[tuple[str, int], float]()
    with tempfile.TemporaryDirectory() as name:
        folder, made = tables(Path(name), ours)
        for turn in range(runs):
            for size in (START, *ours):
                own = [OURS, *(PEERS if size in sizes else ())]
                for side in own[turn % len(own) :] + own[: turn % len(own)]:
                    _one(side, size, folder, made[size], found, on_disk)
    picture = (page.parent / "pictures" if page.parent != PICTURES.parent else PICTURES) / "cost-kglite.svg"
    draw(picture, "What a tie costs: KGLite", {side: found.curve(side) for side in (OURS, COMPARED)})
    put("load-kglite", _section(found, runs), page)
    put("memory", _memory(found, on_disk, sizes), page)


def _one(side: str, size: int, folder: Path, csv: Path, found: Found, on_disk: dict[tuple[str, int], float]) -> None:
    target = folder.parent / "run" / "graph.kgl"
    target.parent.mkdir()
    if side == OURS:
        load = load_command(folder, csv, "--db", target)
        found.add(OURS, size, timed(load, environment()))
        found.add(AGAIN, size, timed(load, environment()))
        found.add(COMPARED, size, timed([*load, "--again"], environment()))
        found.add(OPEN, size, timed([sys.executable, "-c", OPENS, str(target)], environment()))
    else:
        found.add(side, size, timed(peer(PEERS[side], csv, target), environment()))
    if target.exists():
        on_disk[side, size] = bytes_of(target)
    shutil.rmtree(target.parent)


def _section(found: Found, runs: int) -> str:
    bulk = found.sizes(BULK)
    rows = found.rows([OURS, AGAIN, COMPARED, *PEERS], {"": BULK})
    most = bulk[-1]
    first, again = found.timing(OURS, most).median, found.timing(COMPARED, most).median
    told = bullets(
        f"At {most:,} ties: {rate(most, first)} ties/s, {ratio(found.timing(BULK, most).median, first)} times the rate of"
        " KGLite's own bulk calls (budget: 100,000 ties/s on an idle machine, or 0.7).",
        f"Loading the same files again and comparing every tie takes {ratio(again, first)} times as long as the first load"
        f" (budget: 0.5). Unchanged files are not read at all: {ratio(found.timing(AGAIN, most).median, first)}.",
        f"{found.flatness(OURS)}; budget: 1.3. {found.flatness(COMPARED)}.",
    )
    return section(
        "## Loading into KGLite",
        "Each side loads the same CSV files, one for each of 31 types (columns: type, source, target, record, since, until,"
        " quote, sign), timed from the start of the process to its end. Tiebook also works out the bounds of every date, stores"
        " the receipt of every tie, checks ids, keeps an account and can be run again; the others store what the table says.",
        table(("ties", "side", "median (range)", "ties/s", "peak MiB", "times the rate of KGLite's bulk calls"), rows),
        told,
        f"Cost of a tie, beyond what a load of {START} ties takes, in a first load and in a re-load:\n\n"
        "![Microseconds per tie, first load and re-load, KGLite](pictures/cost-kglite.svg)",
        conditions(("kglite", "pandas", "networkx", "ladybug"), runs),
    )


def _memory(found: Found, on_disk: dict[tuple[str, int], float], sizes: tuple[int, ...]) -> str:
    idle = found.timing(OPEN, START).mib
    rows = []
    for size in sizes:
        peak, again = found.timing(OURS, size).mib, found.timing(COMPARED, size).mib
        held, bulk = found.timing(OPEN, size).mib, found.timing(BULK, size).mib
        file = on_disk[OURS, size]
        cells = (f"{size:,}", *(f"{each:,.0f}" for each in (peak, again, held, bulk)))
        rows.append((*cells, ratio(peak, held), f"{file / size:,.0f}", f"{(held - idle) * 2**20 / size:,.0f}"))
    most = sizes[-1]
    spread = middle([run.mib for run in found.runs[OURS, most]])
    return section(
            "## Memory",
            "The peak of each process. *KGLite open* is a process that only opens the loaded file for writing"
            f" ({idle:,.0f} MiB where the file has {START} ties). Budget: a load peaks at no more than 1.3 times that.",
            table(
                ("ties", "load, MiB", "again, MiB", "KGLite open, MiB", "its bulk calls, MiB", "load : open",
                 "bytes per tie, file", "bytes per tie, memory"),
                rows,
            ),
            f"At {most:,} ties the median run peaks at {spread:,.0f} MiB. Measured in the runs of *Loading into KGLite*.",
    )  # fmt: skip
