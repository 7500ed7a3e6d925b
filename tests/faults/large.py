"""Kills of one large load, time and again, until it is let through: what each leaves, and that the same command completes it.

The embedded engine has to hold nothing or all; a server may hold whole parts, each tie once and as it should be, and every
answer has to say that the load was cut off.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.bench.load import size_of
from tests.bench.table import write_folder, write_tables
from tests.faults.command import Done, Fault, digest, killed_after, run
from tests.faults.ledger import Ledger
from tests.faults.places import Place
from tiebook.engine.base import Engine

LONGEST: Final = 1800.0
_BETWEEN: Final = 2.0  # seconds
_CUT: Final = "was interrupted and is incomplete"


def kill_large(place: Place, work: Path, ties: int, kills: int, moment: Callable[[], float], ledger: Ledger) -> None:
    """Load so many ties undisturbed, then again and again from nothing, killed on the way, until `kills` have hit."""
    command = ("load", str(write_folder(work / "made_up")), *map(str, write_tables(work / "ties", size_of(ties))))
    place.empty()
    whole = run(place.direct, *command, limit=LONGEST).in_order()
    created, end = _created(whole), digest(place.direct)
    while kills > 0:
        place.empty()
        held = 0
        while kills > 0:
            at = moment()
            with ledger.one(f"kill -9 in a load of {ties:,} ties", f"at {at:.3f}") as note:
                done = killed_after(place.environment, at * whole.seconds, *command)
                if done.code == 0:
                    held = ties
                    note("had ended before")
                    break
                kills -= 1
                before, held = held, _held(place, ties)
                if held < before:
                    raise Fault(f"of {before:,} ties that were there, {held:,} are left")
                note({0: "killed, nothing there", ties: "killed, all there"}.get(held, "killed, parts there"))
            if place.server is None:  # all or nothing: no kill builds on another
                break
        with ledger.one(f"complete a load of {ties:,} ties", f"from {held:,}") as note:
            done = run(place.direct, *command, limit=LONGEST).in_order()
            if held and held < ties and not ties - held <= _created(done) <= created - held:
                raise Fault(
                    f"{held:,} of {ties:,} ties were there, and {_created(done):,} nodes and edges were created"
                )
            if digest(place.direct) != end:
                raise Fault("the completed graph is another than that of an undisturbed load")
            note("as an undisturbed load")


def _held(place: Place, ties: int) -> int:
    """Count the ties, and see that a database with some of them opens, answers and says that it is not whole."""
    from tiebook.engine import locate, open_engine  # noqa: PLC0415
    from tiebook.errors import DatabaseMissing  # noqa: PLC0415

    engine = open_engine(locate(environment=place.direct), place.direct)
    try:
        held, ids = _settled(engine)
    except DatabaseMissing:
        return 0
    finally:
        engine.close()
    if held != ids:
        raise Fault(f"{held:,} ties have {ids:,} ids")
    if place.server is None and held not in (0, ties):
        raise Fault(f"half done: {held:,} of {ties:,} ties")
    if 0 < held < ties:
        told = run(place.direct, "ask", "who-arms", "--supplier", "made_up-made-00000", limit=LONGEST).in_order()
        if _CUT not in told.err:
            raise Fault(f"an answer does not say that the load was cut off: {told.told()}")
    return held


def _settled(engine: Engine) -> tuple[int, int]:
    """Count ties and their ids once a server has ended what the killed command had sent it: when two looks give the same."""
    query = "MATCH ()-[t]->() WHERE t.source = 'made_up' RETURN count(t) AS ties, count(DISTINCT t.id) AS ids"
    last = None
    while last != (now := engine.read(query).rows[0]):
        last = now
        time.sleep(_BETWEEN if engine.most_ties else 0)
    return int(now[0]), int(now[1])


def _created(done: Done) -> int:
    found = re.search(r"([\d,]+) nodes and edges were created", done.out + done.err)
    return int(found[1].replace(",", "")) if found else 0
