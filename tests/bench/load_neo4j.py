"""A table of ties into Neo4j 5.26, next to graphio, neomodel, row-by-row MERGE, hand-written UNWIND; and by neo4j-admin."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests import servers
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
    tiebook,
)
from tests.bench.report import PICTURES, bullets, conditions, put, ratio, section, table
from tests.bench.timing import Run, timed
from tests.jvm import JVM_FLAGS, QUICK

VERSION: Final = "neo4j-5.26"
UNWIND: Final = "`UNWIND ... CREATE` by hand"
GRAPHIO: Final = "graphio `create`"
MERGE: Final = "`MERGE` row by row"
PEERS: Final = {
    UNWIND: "unwind_create",
    GRAPHIO: "graphio_create",
    MERGE: "merge_rows",
    "neomodel `connect`": "neomodel_connect",
}
ADMIN: Final = "neo4j-admin, until the server answers"
FILES: Final = "... of which writing the files"
IMPORT: Final = "... of which the import"
START_UP: Final = "... of which starting the server"
SCHEMA: Final = "... of which creating the schema"
ROUTE: Final = (ADMIN, FILES, IMPORT, START_UP, SCHEMA)
SAMPLE: Final = 1_000  # ties of the sides that go row by row
SIDES: Final = {
    START: (OURS,),
    SAMPLE: (OURS, MERGE, "neomodel `connect`"),
    10_000: (OURS, UNWIND, GRAPHIO),
    100_000: (OURS, UNWIND, GRAPHIO),
    1_000_000: (OURS, UNWIND, ADMIN),
}
SHORT: Final = {START: (OURS,), 200: (OURS, *PEERS, ADMIN)}
MANY: Final = 300_000  # ties from which a new server is quicker than emptying the old one


class Ground:
    """A server to load into, empty and warm each time."""

    def __init__(self, *warm: list[str], short: bool) -> None:
        """Take the loads that warm a server up: ours and a peer's, so that neither pays for what a new server learns.

        short -- nothing is measured: a server as tests have it, which is not warmed up
        """
        self._flags = QUICK if short else ()
        self._warm = () if short else warm
        self._spent = False  # it is ended, or holds so much that a new one is quicker than emptying it
        self.server: servers.Server | None = None

    def ready(self, size: int) -> servers.Server:
        """Return the server, emptied, for so many ties; a new one has loaded and dropped small tables, as if it ran for long."""
        if self._spent:
            self.stop()
        if self.server is None:
            self.server = servers.start(VERSION, flags=self._flags)
            for command in self._warm:
                servers.wipe(self.server)
                timed(command, {**environment(), **self.server.environment})
        servers.wipe(self.server)
        self._spent = size >= MANY
        return self.server

    def halted(self) -> servers.Server:
        """Return a server that is ended, whatever it holds: an import replaces it."""
        if self.server is None:
            self.server = servers.start(VERSION, flags=self._flags)
        self.server.halt()
        self._spent = True
        return self.server

    def bytes(self) -> int:
        """Return the bytes of the database's store on disk; the server ends for it, which writes out what it holds."""
        return bytes_of(self.halted().home / "data" / "databases" / "neo4j")

    def stop(self) -> None:
        """End it."""
        if self.server is not None:
            self.server.stop()
        self.server, self._spent = None, False


def load_neo4j(runs: int, page: Path, *, short: bool) -> None:
    """Measure, and write the sections load-neo4j and admin."""
    sides = SHORT if short else SIDES
    found, on_disk, holds = Found(), list[float](), list[bool]()
    with tempfile.TemporaryDirectory() as name:
        folder, made = tables(Path(name), [*sides, SAMPLE])
        warm = made[SAMPLE if short else 10_000]
        ground = Ground(peer(PEERS[UNWIND], warm), load_command(folder, warm), short=short)
        try:
            for turn in range(runs):
                for size, named in sides.items():
                    for side in named[turn % len(named) :] + named[: turn % len(named)]:
                        if side == ADMIN:
                            _admin(ground.halted(), size, folder, made[size], found, holds if turn == 0 else None)
                            continue
                        _bolt(side, ground.ready(size), size, folder, made[size], found)
                        if side == OURS and size == max(sides):
                            on_disk.append(ground.bytes())
        finally:
            ground.stop()
    draw(
        (page.parent / "pictures" if page.parent != PICTURES.parent else PICTURES) / "cost-neo4j.svg",
        "What a tie costs: Neo4j 5.26 over Bolt",
        {side: found.curve(side) for side in (OURS, COMPARED)},
    )
    put("load-neo4j", _section(found, sides, runs, middle(on_disk) / max(sides)), page)
    put("admin", _admin_section(found, max(sides), runs, all(holds)), page)


def _bolt(side: str, server: servers.Server, size: int, folder: Path, csv: Path, found: Found) -> None:
    around = {**environment(), **server.environment}
    if side == OURS:
        found.add(OURS, size, timed(load_command(folder, csv), around))
        found.add(AGAIN, size, timed(load_command(folder, csv), around))
        found.add(COMPARED, size, timed(load_command(folder, csv, "--again"), around))
    else:
        found.add(side, size, timed(peer(PEERS[side], csv), around))
    with server.driver().session() as session:
        stored = session.run("MATCH ()-[t]->() RETURN count(t) AS ties").single(strict=True)["ties"]
    assert stored == size, f"{side}: {stored} ties of {size}"


def _admin(server: servers.Server, size: int, folder: Path, csv: Path, found: Found, holds: list[bool] | None) -> None:
    """From the tables to a started server that answers: files, import, start, schema."""
    with tempfile.TemporaryDirectory() as name:
        own, out = {**environment(), "TIEBOOK_DB": f"{name}/graph.kgl"}, Path(name) / "files"
        begins = time.perf_counter()
        peak = timed(load_command(folder, csv, "--import-files", out), own).mib
        written = time.perf_counter()
        line = next(
            each for each in (out / "import.sh").read_text("utf-8").splitlines() if each.startswith("neo4j-admin")
        )
        servers.admin(VERSION, server.home, *shlex.split(line)[1:])
        imported = time.perf_counter()
        servers.restart(server)
        started = time.perf_counter()
        with server.driver().session() as session:
            for statement in (out / "after.cypher").read_text("utf-8").splitlines():
                session.run(statement.rstrip(";")).consume()
            session.run("CALL db.awaitIndexes(600)").consume()
            stored = session.run("MATCH ()-[t]->() RETURN count(t) AS ties").single(strict=True)["ties"]
        ends = time.perf_counter()
        assert stored == size, f"neo4j-admin: {stored} ties of {size}"
        if holds is not None:
            timed(load_command(folder, csv), own)
            holds.append(_digest(own) == _digest({**environment(), **server.environment}))
    found.add(START_UP, size, Run(started - imported))
    found.add(SCHEMA, size, Run(ends - started))
    found.add(ADMIN, size, Run(ends - begins, peak))
    found.add(FILES, size, Run(written - begins, peak))
    found.add(IMPORT, size, Run(imported - written))


def _digest(around: dict[str, str]) -> str:
    command = tiebook("info", "--digest", "--format", "json")
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
    return next(line for line in done.stdout.splitlines() if "digest" in line)


def _section(found: Found, sides: Mapping[int, Sequence[str]], runs: int, disk: float) -> str:
    rows = found.rows([OURS, AGAIN, COMPARED, *PEERS], {"": UNWIND})
    graphio, merge = found.sizes(GRAPHIO)[-1], found.sizes(MERGE)[-1]
    most = max(sides)
    ours, again = found.timing(OURS, most).median, found.timing(COMPARED, most).median
    slow = merge / found.timing(MERGE, merge).median
    told = bullets(
        f"At {graphio:,} ties Tiebook reaches {ratio(found.timing(GRAPHIO, graphio).median, found.timing(OURS, graphio).median)}"
        " times the rate of graphio's `create` (budget: 1.5).",
        f"Row by row, `MERGE` stores {slow:,.0f} ties/s. It had only {merge:,} ties to load into an empty database, which"
        f" favours it: it slows down as actors get more ties. Tiebook loads {most:,} ties at {most / ours / slow:,.0f} times"
        " that rate (budget: 50).",
        f"Loading the same files again and comparing every tie takes {ratio(again, ours)} times as long as the first load."
        f" Unchanged files are not read at all: {ratio(found.timing(AGAIN, most).median, ours)}.",
        f"{found.flatness(OURS)}; budget: 1.3. {found.flatness(COMPARED)}.",
        f"On disk a tie takes {disk:,.0f} bytes (store and indexes after the server has stopped, without transaction logs).",
    )
    return section(
        "## Loading into Neo4j",
        f"The same tables over Bolt into Neo4j {servers.VERSIONS[VERSION].number} on the same machine. The server is empty and"
        " warm: it has loaded and dropped a small table, by `UNWIND` and by Tiebook. Peak MiB is the client's. The peers"
        " create one constraint, on the id of actors. Tiebook creates its whole schema, with a constraint on the id of every tie,"
        " which makes a load repeatable.",
        table(("ties", "side", "median (range)", "ties/s", "peak MiB", "times the rate of `UNWIND`"), rows),
        told,
        f"Cost of a tie, beyond what a load of {START} ties takes, in a first load and in a re-load:\n\n"
        "![Microseconds per tie, first load and re-load, Neo4j](pictures/cost-neo4j.svg)",
        conditions(("neo4j", "graphio", "neomodel"), runs, f"server heap {_heap()}, page cache 256 MiB"),
    )


def _admin_section(found: Found, size: int, runs: int, same: bool) -> str:
    bolt, admin = found.timing(OURS, size), found.timing(ADMIN, size)
    rows = [
        [name, str(found.timing(side, size)), ratio(bolt.median, found.timing(side, size).median)]
        for name, side in (("over Bolt, server running", OURS), *((each, each) for each in ROUTE))
    ]
    return section(
        "## The first load of millions: neo4j-admin",
        f"From the same tables of {size:,} ties to a server that answers queries: `tiebook load ... --import-files`, the command"
        " that it prints, the start of the server, and the schema of `after.cypher`. Over Bolt the server is already running."
        " Budget: 5 times the speed of Bolt.",
        table(("way", "median (range)", "times the speed of Bolt"), rows),
        f"The digest of the imported database {'equals' if same else 'DIFFERS FROM'} that of the same ties in KGLite."
        f" Writing the files peaks at {admin.mib:,.0f} MiB.",
        f"Measured in the runs of *Loading into Neo4j*, {runs} times.",
    )


def _heap() -> str:
    return next(flag.removeprefix("-Xmx") for flag in JVM_FLAGS if flag.startswith("-Xmx"))
