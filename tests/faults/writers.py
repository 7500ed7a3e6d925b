"""Several writers at once, and readers beside them: the graph ends as if one had come after the other, no answer is a mixture."""

from __future__ import annotations

import random
import re
import statistics
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.command import Command, Done, Fault, digest, run
from tests.faults.made import Made, make
from tests.faults.places import Place
from tiebook.ask.document.compose import UNSETTLED

LOCKED = r"is being written by (?:process (\d+)|another process)"
QUESTION = ("ask", "who-arms", "--source", "made0", "-f", "json")


@dataclass(slots=True)
class Tally:
    """What happened: loads that ended well, refusals by a lock, answers, and the seconds that each took."""

    loads: list[float] = field(default_factory=list)
    locked: int = 0
    answers: list[float] = field(default_factory=list)
    unsettled: int = 0  # answers that say that they may be of no single state
    quiet: list[float] = field(default_factory=list)  # answers before anybody wrote
    changes: int = 0  # of the answer, from one to the next
    faults: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the figures."""
        return (
            f"{len(self.loads)} loads (median {_median(self.loads):.2f} s), {self.locked} times told who holds the lock;"
            f" {len(self.answers)} answers (median {_median(self.answers):.2f} s, longest {max(self.answers, default=0):.2f} s;"
            f" undisturbed {_median(self.quiet):.2f} s), old and new took turns {self.changes} times,"
            f" {self.unsettled} said that the graph was being loaded throughout"
        )


def rivals(
    place: Place, work: Path, *, writers: int, readers: int = 1, seconds: float = 0.0, ties: int = 500, seed: int = 1
) -> Tally:
    """Let writers load editions of their sources for so many seconds (at least one each), then all their first edition.

    Writers 0 and 1 share a source. Raises Fault at the end if the contents differ from a serial run's, or for what any of them saw.
    """
    editions = {
        number: [make(work, ties, edition, name=f"made{number}", seed=number + 1) for edition in range(3)]
        for number in range(writers - 1 or 1)
    }
    wanted, answers, quiet = _serially(place, editions)
    crowd = _Crowd(place, Tally(quiet=quiet), time.monotonic() + seconds, answers)
    sources = [editions[max(0, number - 1)] for number in range(writers)]
    loading = [
        threading.Thread(target=crowd.write, args=(made, random.Random(seed * 100 + number)))
        for number, made in enumerate(sources)
    ]
    reading = [threading.Thread(target=crowd.read) for _ in range(readers)]
    for thread in (*loading, *reading):
        thread.start()
    for thread in loading:
        thread.join()
    crowd.over.set()
    for thread in reading:
        thread.join()
    if crowd.tally.faults:
        raise Fault("; ".join(crowd.tally.faults[:5]))
    if digest(place.direct) != wanted:
        raise Fault(f"{writers} writers at once gave something else than one after the other")
    return crowd.tally


def _serially(place: Place, editions: dict[int, list[Made]]) -> tuple[str, set[str], list[float]]:
    """Load all first editions one after the other; gives the digest, the answers to be seen, and how long answers take."""
    place.empty()
    answers = set()
    for made in reversed(editions[0]):
        run(place.direct, *made.load).in_order()
        answers.add(run(place.direct, *QUESTION).in_order().out)
    for number in sorted(editions)[1:]:
        run(place.direct, *editions[number][0].load).in_order()
    quiet = [run(place.direct, *QUESTION).in_order() for _ in range(3)]
    if len(answers) != len(editions[0]) or quiet[0].out not in answers:
        raise Fault("the editions cannot be told apart by the answer")
    return digest(place.direct), answers, [each.seconds for each in quiet]


@dataclass(slots=True)
class _Crowd:
    place: Place
    tally: Tally
    deadline: float
    answers: set[str]
    over: threading.Event = field(default_factory=threading.Event)
    pids: set[str] = field(default_factory=set)

    def write(self, editions: list[Made], random_: random.Random) -> None:
        try:
            self._load(random_.choice(editions), random_)
            while time.monotonic() < self.deadline:
                self._load(random_.choice(editions), random_)
            self._load(editions[0], random_)
        except Fault as fault:
            self.tally.faults.append(str(fault))

    def read(self) -> None:
        last = None
        while not self.over.is_set() and not self.tally.faults:
            done = run(self.place.environment, *QUESTION)
            if UNSETTLED in done.err and done.code == 0:
                self.tally.unsettled += 1
            elif done.code != 0 or done.out not in self.answers:
                self.tally.faults.append(f"an answer during a load is neither the old nor the new: {done.told()}")
            self.tally.answers.append(done.seconds)
            self.tally.changes += last is not None and done.out != last
            last = done.out

    def _load(self, made: Made, random_: random.Random) -> None:
        """Load until nobody else holds the lock."""
        patience = time.monotonic() + 300
        while True:
            command = Command(made.load, self.place.environment)
            self.pids.add(str(command.pid))
            done = command.end()
            if done.code == 0:
                self.tally.loads.append(done.seconds)
                return
            self._is_locked(done)
            if time.monotonic() > patience:
                raise Fault(f"the lock never came free in 300 s: {done.told()}")
            time.sleep(random_.uniform(0.05, 0.4))

    def _is_locked(self, done: Done) -> None:
        found = re.search(LOCKED, done.refused(LOCKED).err)
        if found is None or found[1] not in (None, *self.pids):  # None: it had just begun, and not said yet who it is
            raise Fault(f"names a holder that is none of the writers: {done.told()}")
        self.tally.locked += 1


def _median(values: list[float]) -> float:
    return statistics.median(values) if values else 0.0
