"""Kills in a relay: the end of one command is the start of the next, round and round. Half the work of single trials."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.faults.command import Fault, digest, killed_after, run
from tests.faults.made import make
from tests.faults.places import Place


@dataclass(slots=True)
class Leg:
    """One command of the relay; `again` is what it says where an earlier run has done it all, if that is no success."""

    name: str
    command: tuple[str, ...]
    again: str | None = None
    seconds: float = 0.0
    start: str = ""
    end: str = ""


def legs(work: Path, ties: int) -> list[Leg]:
    """Return a round: from nothing through a case, a data set, a changed file, a new release and back to nothing."""
    first, changed = make(work, ties), make(work, ties, 1)
    old, new = make(work, ties, name="dated", version="1"), make(work, ties, 1, name="dated", version="2")
    gone = "is not loaded"
    return [
        Leg("load a case", ("load", "china-iran")),
        Leg("load", first.load),
        Leg("load a changed file", changed.load),
        Leg("load it back", first.load),
        Leg("unload", ("unload", "made"), gone),
        Leg("load a first release", old.load),
        Leg("load a new release", new.load),
        Leg("unload the older release", ("unload", "dated@1"), gone),
        Leg("unload the new release", ("unload", "dated"), gone),
        Leg("unload the case", ("unload", "china-iran"), gone),
    ]


def rehearse(place: Place, round_: list[Leg]) -> None:
    """Run a round twice undisturbed: the second time tells what each leg starts from and ends in, and how long it takes."""
    place.empty()
    for leg in [*round_, *round_]:
        leg.start = digest(place.direct)
        leg.seconds = run(place.direct, *leg.command).in_order().seconds
        leg.end = digest(place.direct)
        if leg.start == leg.end:
            raise Fault(f"{leg.name}: it changes nothing, so a kill would show nothing")


def kill(place: Place, leg: Leg, seconds: float) -> str:
    """Kill a leg after so many seconds, see that the graph is as before or as after, and complete it; how it was left."""
    done = killed_after(place.environment, seconds, *leg.command)
    if done.code > 0:
        done.refused()
    left = digest(place.direct)
    if left not in (leg.start, leg.end):
        run(place.direct, *leg.command)
        raise Fault(f"{leg.name}: half done: the graph is neither as before nor as after (digest {left[:12]})")
    again = run(place.direct, *leg.command)
    if left == leg.end and leg.again:
        again.refused(leg.again)
    else:
        again.in_order()
        leg.seconds = again.seconds if left == leg.start else leg.seconds  # the machine may be busier now
    if digest(place.direct) != leg.end:
        raise Fault(f"{leg.name}: the second run gave something else than an undisturbed one")
    return f"{'old' if left == leg.start else 'new'}, {'killed' if done.code < 0 else 'had ended before'}"
