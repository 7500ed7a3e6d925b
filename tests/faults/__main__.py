"""The long form of the fault campaign: `python -m tests.faults --engine kglite --kills 100 --minutes 5`.

Ends with rows for the table of tests/faults/LOG.md, and with exit code 1 if anything did not hold.
"""

from __future__ import annotations

import argparse
import itertools
import random
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from tests.faults import relay, storage
from tests.faults.command import Fault
from tests.faults.kills import kill, moments
from tests.faults.large import kill_large
from tests.faults.ledger import Ledger
from tests.faults.links import DEADLOCK, cut, inject, server_killed
from tests.faults.places import Place
from tests.faults.trial import Scenario, scenarios, trial
from tests.faults.writers import rivals
from tests.proxy import Proxy
from tests.servers import VERSIONS, start


def main() -> None:
    """Run what the arguments name."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers and mounts go with us
    options = _arguments()
    work = Path(tempfile.mkdtemp(prefix="tiebook-faults-"))
    ledger = Ledger(options.engine, options.seed)
    server = None if options.engine == "kglite" else start(options.engine)
    ties = options.ties or (20_000 if server is None else 2_000)
    print(f"{options.engine}: seed {options.seed}, {ties} ties, in {work}", flush=True)
    try:
        place = Place(work / "place", server)
        every = []
        if options.kills or options.faults:
            every = [each for each in scenarios(work, ties).values() if server is None or each.writes is None]
            every = [each for each in every if not options.only or each.name in options.only]
        if options.kills and server is None:
            _kills(place, every, options.kills, options.seed, ledger)
        elif options.kills:
            _relay(place, work, ties, options.kills, options.seed, ledger)
        if options.faults and server is None:
            _disks(work, every, options.faults, options.seed, ledger)
        elif options.faults and server is not None:
            with Proxy(server.uri) as proxy:
                _links(Place(work / "behind", server, proxy.uri), proxy, every, options.faults, options.seed, ledger)
        if options.large:
            kill_large(place, work / "large", options.ties or 1_000_000, options.large, moments(options.seed), ledger)
        if options.minutes:
            for writers in (2, options.writers):
                seconds = options.minutes * (60.0 if writers == options.writers else 6.0)
                with ledger.one(f"{writers} writers at once, {seconds / 60:g} minutes, readers beside them") as note:
                    note(rivals(place, work / f"by{writers}", writers=writers, readers=2, seconds=seconds).line())
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(work, ignore_errors=True)
    ledger.show()
    sys.exit(1 if ledger.faults else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--engine", choices=["kglite", *VERSIONS], default="kglite")
    parser.add_argument("--kills", type=int, default=0, metavar="N", help="kill -9, so many times over all commands")
    parser.add_argument(
        "--faults", type=int, default=0, metavar="N", help="full disks; on a server broken links, injected failures"
    )
    parser.add_argument(
        "--large", type=int, default=0, metavar="N", help="kill -9, so many times in one load (1,000,000 ties)"
    )
    parser.add_argument("--minutes", type=float, default=0.0, metavar="N", help="several writers at once, so long")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--ties", type=int, default=0, help="in the made data set (20,000; on a server 2,000)")
    parser.add_argument("--only", action="append", metavar="SCENARIO", help="only this command")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    return parser.parse_args()


def _rehearsed(place: Place, every: list[Scenario], ledger: Ledger) -> list[Scenario]:
    """Rehearse each; what does not even work undisturbed is a fault."""
    ready = []
    for scenario in every:
        try:
            scenario.rehearse(place)
            ready.append(scenario)
        except Fault as fault:
            ledger.fault(f"{scenario.name}, undisturbed", str(fault))
    return ready


def _kills(place: Place, every: list[Scenario], count: int, seed: int, ledger: Ledger) -> None:
    """Kill until so many were killed: a command that ends before its moment is judged too, but counts as none."""
    ready, moment, number = _rehearsed(place, every, ledger), moments(seed), 0
    while ready and count > 0:
        scenario, at = ready[number % len(ready)], moment()
        number += 1
        with ledger.one(f"kill -9 in {scenario.name}", f"at {at:.3f}") as note:
            done, left = trial(place, scenario, kill(at))
            count -= done.code < 0
            note(f"{left}, killed" if done.code < 0 else f"{left}, had ended before")


def _relay(place: Place, work: Path, ties: int, count: int, seed: int, ledger: Ledger) -> None:
    """Kill in a relay, on a server: making every start anew would take longer there than the trial."""
    round_, moment = relay.legs(work / "relay", ties), moments(seed)
    relay.rehearse(place, round_)
    for leg in itertools.cycle(round_):
        if count <= 0:
            return
        at = moment()
        with ledger.one(f"kill -9 in {leg.name}", f"at {at:.3f}") as note:
            how = relay.kill(place, leg, at * leg.seconds)
            count -= how.endswith("killed")
            note(how)


def _disks(work: Path, every: list[Scenario], count: int, seed: int, ledger: Ledger) -> None:
    reason, random_ = storage.lacking(), random.Random(seed)
    if reason is not None:
        print(f"full disks were not tried: {reason}")
        return
    with storage.small_disk(work / "disk") as folder:
        place = Place(folder)
        ready = _rehearsed(place, every, ledger)
        for number in range(count):
            scenario, room = ready[number % len(ready)], int(10 ** random_.uniform(3, 6.7))
            with ledger.one(f"disk full in {scenario.name}", f"{room} bytes left") as note:
                done, left = trial(place, scenario, storage.full(room))
                note(f"{left}, refused" if done.code else f"{left}, there was room")
        for scenario in ready:
            with ledger.one("read-only folder", scenario.name) as note:
                done, left = trial(place, scenario, storage.read_only)
                done.refused(*storage.WORDS)
                note(f"{left}, refused")


def _links(place: Place, proxy: Proxy, every: list[Scenario], count: int, seed: int, ledger: Ledger) -> None:
    random_ = random.Random(seed)
    for scenario in every:
        proxy.start_over()
        if not _rehearsed(place, [scenario], ledger):
            continue
        size, work = proxy.bytes, proxy.work()
        for _ in range(max(1, count // len(every))):
            at = int(random_.uniform(0, 1) * size)
            with ledger.one(f"connection reset in {scenario.name}", f"at byte {at} of {size}") as note:
                done, left = trial(place, scenario, cut(proxy, at))
                note(f"{left}, {'tried again' if done.code == 0 else 'refused'}")
            request = random_.randint(1, work)
            with ledger.one(f"deadlock in {scenario.name}", f"at request {request} of {work}") as note:
                done, left = trial(place, scenario, inject(proxy, DEADLOCK, request, random_.randint(1, 3)))
                done.in_order()
                note(f"{left}, tried again")
        moment = random_.uniform(0, 1)
        with ledger.one("server killed and booted again", f"in {scenario.name} at {moment:.2f}") as note:
            done, left = trial(place, scenario, server_killed(moment))
            note(f"{left}, {'tried again' if done.code == 0 else 'refused'}")


if __name__ == "__main__":
    main()
