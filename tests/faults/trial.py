"""A trial: bring a command to its start, disturb it, and see that nothing is half done and that running it again completes it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from tests.faults.command import Done, Fault, digest, run, tree
from tests.faults.places import Place

MINI = Path(__file__).parent.parent / "samples" / "mini"

Disturbance = Callable[[Place, "Scenario"], Done]
State = str | dict[str, bytes]


@dataclass(slots=True)
class Scenario:
    """A command, and the commands that make its start. `{here}` in an argument is the place's folder.

    writes -- the folder below the place's that the command writes files to; without it, it writes the graph
    old -- files that are there before, with their content, and that the command replaces
    seen -- what of a written file has to be the same every time
    done_already -- what the command says where an earlier run has done it all, if that is not a success
    """

    name: str
    command: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()
    writes: str | None = None
    old: dict[str, str] = field(default_factory=dict)
    done_already: str | None = None
    seen: Callable[[bytes], bytes] = bytes
    seconds: float = 0.0  # of the undisturbed command, once rehearsed
    start: State = ""
    end: State = ""
    keep: Path | None = None  # the folder for a copy of the start
    _names: list[str] = field(default_factory=list)
    _kept: Path | None = None

    def arguments(self, place: Place) -> tuple[str, ...]:
        """Return the command's arguments at a place."""
        return _at(place, self.command)

    def rehearse(self, place: Place) -> None:
        """Run it undisturbed: its start, its end and how long it takes. Once is enough on the embedded engine."""
        if self._kept is not None and place.server is None:
            return
        self._kept = None
        self.set_up(place)
        self.start = self.state(place)
        if place.server is None:
            self._kept = Path(tempfile.mkdtemp(dir=self.keep)) / "start"
            shutil.copytree(place.folder, self._kept)
        self.seconds = run(place.environment, *self.arguments(place)).in_order().seconds
        self.end = self.state(place)
        self._names = place.names()
        if self.start == self.end:
            raise Fault(f"{self.name}: it changes nothing, so the trial would see nothing")

    def set_up(self, place: Place) -> None:
        """Make the start; on the embedded engine from a copy, after the first time."""
        place.empty()
        if self._kept is not None:
            shutil.copytree(self._kept, place.folder, dirs_exist_ok=True)
            return
        for arguments in self.before:
            run(place.direct, *_at(place, arguments)).in_order()
        for name, content in self.old.items():
            (place.folder / name).write_text(content, "utf-8")

    def state(self, place: Place) -> State:
        """Return what the command works on: the digest of the graph, or the files."""
        return digest(place.direct) if self.writes is None else self._files(place.folder / self.writes)

    def _files(self, folder: Path) -> dict[str, bytes]:
        return {name: self.seen(content) for name, content in tree(folder).items()}

    def aftermath(self, place: Place, *, known: set[str] | None = None) -> str:
        """Demand whole states and a completing second run; tells in which state the fault left it: "old" or "new".

        known -- digests of whole states between the two that a command documents (one source of several, say)
        """
        left = self.state(place)
        if isinstance(left, dict):
            found = self._files_left(left)
        elif left in (self.start, self.end):
            found = "old" if left == self.start else "new"
        elif left in (known or set()):
            found = "between"
        else:
            raise Fault(f"{self.name}: half done: the graph is neither as before nor as after (digest {left[:12]})")
        again = run(place.direct, *self.arguments(place))
        if found == "new" and self.done_already:
            again.refused(self.done_already)
        else:
            self.seconds = again.in_order().seconds if found == "old" else self.seconds  # the machine may be busier now
        if self.state(place) != self.end:
            raise Fault(f"{self.name}: the second run gave something else than an undisturbed one")
        if place.names() != self._names:
            raise Fault(f"{self.name}: left lying about: {sorted(set(place.names()) ^ set(self._names))}")
        return found

    def _files_left(self, left: dict[str, bytes]) -> str:
        assert isinstance(self.start, dict)
        assert isinstance(self.end, dict)
        for name in self.start.keys() | self.end.keys():
            if left.get(name) not in (self.start.get(name), self.end.get(name)):
                size = len(left.get(name, b""))
                raise Fault(f"{self.name}: {name} is half written: {size} of {len(self.end.get(name, b''))} bytes")
        return "new" if left == self.end else "old"


def trial(place: Place, scenario: Scenario, disturbance: Disturbance) -> tuple[Done, str]:
    """Hold one trial; gives how the disturbed command ended, and the state that it left."""
    scenario.set_up(place)
    done = disturbance(place, scenario)
    _judge(done)
    return done, scenario.aftermath(place)


def _judge(done: Done) -> None:
    """Demand that a command that was not killed succeeded, or said in one line what is wrong."""
    if done.code > 0:
        done.refused()


def _at(place: Place, arguments: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each.replace("{here}", str(place.folder)) for each in arguments)


def scenarios(work: Path, ties: int) -> dict[str, Scenario]:
    """Return every command that is tried, on made data of so many ties below `work`."""
    from tests.faults.made import make  # noqa: PLC0415

    old, new = make(work, ties), make(work, ties, 1)
    first, second = make(work, ties, version="1"), make(work, ties, 1, version="2")
    case = ("load", "china-iran")  # not for pictures: laying it out takes seconds, and the page is as large without it
    whole = str(work / "whole.json")
    kept = str(work / "kept.zip")
    _two_sources(work, whole, kept, old.load)
    each = (
        Scenario("load a case", case),
        Scenario("load", old.load, (case,)),
        Scenario("load into nothing", old.load),
        Scenario("load a changed file", new.load, (case, old.load)),
        Scenario("load a new release", second.load, (first.load,)),
        Scenario("load an export", ("load", whole)),
        Scenario("unload", ("unload", "made"), (case, old.load), done_already="made is not loaded"),
        Scenario(
            "resolve", ("resolve", "gsdb", "--name", "Ceylon", "--as", "sri-lanka"),
            (("resolve", "gsdb", "--name", "Siam", "--as", "thailand"),), writes="data",
        ),
        Scenario(
            "view", ("view", "-o", "{here}/out/net.html"), (("load", str(MINI)),), writes="out",
            old={"out/net.html": "<p>the old page"},
        ),
        Scenario(
            "export", ("export", "{here}/out/whole.graphml", "--full"), (case, old.load), writes="out",
            old={"out/whole.graphml": "<graphml/>"},
        ),
        Scenario("export tables", ("export", "{here}/out/whole.csv", "--full"), (case, old.load), writes="out"),
        Scenario(
            "backup", ("backup", "{here}/out/kept.zip", "--force"), (case, old.load), writes="out",
            old={"out/kept.zip": "an older backup"}, seen=_graph_in,
        ),
        Scenario("restore", ("restore", kept), done_already="already|not empty|holds"),
    )  # fmt: skip
    return {scenario.name: replace(scenario, keep=work) for scenario in each}


def _two_sources(work: Path, whole: str, kept: str, load: tuple[str, ...]) -> None:
    environment = {"TIEBOOK_DB": str(work / "whole.kgl")}
    for arguments in (("load", "china-iran"), load, ("export", whole, "--full"), ("backup", kept)):
        run(environment, *arguments).in_order()


def _graph_in(backup: bytes) -> bytes:
    """Return the graph in a backup, whose manifest holds the time; what is no backup, as it is."""
    try:
        with ZipFile(BytesIO(backup)) as archive:
            return archive.read("graph.jsonl")
    except BadZipFile:
        return backup
