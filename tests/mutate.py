"""`python -m tests.mutate [ROOM ...]`: changes the meaning of the code in small ways, and sees whether a room's own tests notice.

Each change is made in a copy of the package and the room's quick tests run against it until the first fails: those first that
reach the changed function (tests/mutate_reached.py), then all of the room. What no test notices is a test to write, code to
remove, or an equivalent to name in tests/mutate.toml. With --quick, changes of functions are swapped into a
process that has collected the tests (tests/mutate_swapped.py). Ours and small, as mutmut and cosmic-ray run one command for
every change: here a change in `model` is for tests/model alone to find, in a sample that a seed repeats.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Final, Literal, get_args

import pytest

from tests import mutate_reached
from tests.mutate_changes import PACKAGE, Change, changes
from tests.mutate_forked import forked
from tests.mutate_reached import CHOSEN, REACHED, read_reached
from tests.mutate_swapped import NOT_THERE, Swapper, swaps

ROOT: Final = Path(__file__).parent.parent
NAMED: Final = ROOT / "tests" / "mutate.toml"
# where a room's tests are, if not only in the folder of its name
TESTS: Final = {
    "sources": ("tests/sources", "tests/loaders"),
    "questions": ("tests/questions", "tests/ask/test_golden.py"),
    # commands are also run by tests of what they are about
    "cli": (
        *("tests/cli", "tests/agree/test_cli.py", "tests/analyse/test_cli.py", "tests/ask/test_coverage.py"),
        *("tests/ask/test_groups.py", "tests/case/test_start.py", "tests/draft/test_own_article.py"),
        *("tests/draft/test_review.py", "tests/export/test_formats.py", "tests/loaders/test_docs.py"),
        *("tests/python/test_load_request.py", "tests/sources/test_datasets.py", "tests/sources/test_draft.py"),
        *("tests/sources/test_draft_types.py", "tests/sources/test_general_table.py", "tests/sources/test_progress.py"),
        *("tests/support/test_byte_order_marks.py", "tests/tables/test_graphs.py"),
    ),
}
QUICK: Final = "not (server or browser or real_data or slow)"
SERVER: Final = "engine/neo4j"  # its tests need servers, which are not booted here
_SECONDS: Final = 30  # of processor time for the tests of a change, with --quick
# "not decided": the tests take longer than that without the change too
Outcome = Literal["killed", "survived", "timed out", "not decided"]


def files_of(room: str) -> list[Path]:
    """Return the modules of a room, those of its sub-rooms too; a module at the top is a room of its own."""
    folder = PACKAGE / room
    found = sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]
    return [path for path in found if not path.is_relative_to(PACKAGE / SERVER)]


def rooms() -> list[str]:
    """Return all rooms."""
    return sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file())


def tests_of(room: str) -> list[str]:
    """Return the paths of a room's own tests."""
    return [path for path in TESTS.get(room, (f"tests/{room}",)) if (ROOT / path).exists()]


@dataclass(frozen=True, slots=True)
class Bench:
    """A room's tests on the bench: which of them reach which function, and the time that they took."""

    room: str
    reached: dict[str, set[str]]
    seconds: float

    def tests_for(self, change: Change) -> list[str]:
        """Return the tests that reach a change, those first that reach the least else; of what runs at import, its file's."""
        place = function_at(change)
        file = str(change.file.relative_to(PACKAGE))
        wanted = {f"{file}:{place}"} if place else {each for each in _all(self.reached) if each.startswith(f"{file}:")}
        found = [name for name, functions in self.reached.items() if functions & wanted]
        return sorted(found, key=lambda name: (len(self.reached[name]), name))


def _all(reached: dict[str, set[str]]) -> set[str]:
    return set().union(*reached.values())


def function_at(change: Change) -> int:
    """Return the first line of the innermost function around a change, with its decorators; 0 where there is none."""
    found = 0
    for node in ast.walk(ast.parse(change.file.read_bytes())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            begins = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            inside = node.body[0].lineno <= change.line <= (node.end_lineno or 0)
            found = max(found, begins) if inside else found
    return found


def bench(room: str) -> Bench | None:
    """Run a room's tests as they are, noting what they reach; None where they fail."""
    with tempfile.TemporaryDirectory(prefix="tiebook-mutate-") as name:
        folder = Path(name)
        (folder / "sitecustomize.py").write_text(
            "import os, pathlib\n"
            "if 'PYTEST_CURRENT_TEST' in os.environ:\n"
            "    import tests.mutate_reached\n"
            f"    tests.mutate_reached.watch_process(pathlib.Path({name!r}))\n",
            "utf-8",
        )
        began = os.times()
        code = _run(folder, [ROOT / "graph", folder, ROOT], tests_of(room), {REACHED: name})
        ended = os.times()
        if code != 0:
            print((folder / "out.txt").read_text("utf-8", "replace")[-2000:])
            return None
        seconds = ended.children_user + ended.children_system - began.children_user - began.children_system
        return Bench(room, read_reached(folder), seconds)


def outcome(change: Change, room: Bench, *, reaching: bool = False) -> Outcome:
    """Return what becomes of a change: tests that reach it come first, and the whole room's where they pass.

    reaching -- only those that reach it: no test of the room can see a change that it does not run
    """
    with tempfile.TemporaryDirectory(prefix="tiebook-mutate-") as name:
        top = Path(name)
        shutil.copytree(
            PACKAGE, top / "graph" / "tiebook"
        )  # with what is compiled, which goes by size and date of its source
        for each in ("loaders", "queries"):
            (top / each).symlink_to(ROOT / each)
        target = top / "graph" / "tiebook" / change.file.relative_to(PACKAGE)
        target.write_bytes(change.applied(change.file.read_bytes()))
        for compiled in (target.parent / "__pycache__").glob(f"{target.stem}.*"):
            compiled.unlink()
        chosen = top / "chosen.txt"
        names = room.tests_for(change)
        chosen.write_text("\n".join(names), "utf-8")
        limit = int(3 * room.seconds) + 30
        codes = []
        if names:
            codes.append(_run(top, [top / "graph"], tests_of(room.room), {CHOSEN: str(chosen)}, limit))
        if not codes or (codes[0] == 0 and not reaching):
            codes.append(_run(top, [top / "graph"], tests_of(room.room), {}, limit))
    return "timed out" if codes[-1] < 0 else "killed" if codes[-1] else "survived"


def _run(folder: Path, first: list[Path], paths: list[str], extra: dict[str, str], limit: int | None = None) -> int:
    """Run tests until the first fails, in a process of at most `limit` seconds of CPU; return its code, below 0 if it was ended.

    first -- where modules are looked for before all other places
    """
    # a fork of a process that has imported what is heavy and not ours: a second less each time; what waits uses no CPU
    return forked(lambda: _in_child(folder, first, paths, extra), folder / "out.txt", limit=limit, patience=20)


def _in_child(folder: Path, first: list[Path], paths: list[str], extra: dict[str, str]) -> int:
    os.environ.update(PYTHONPATH=os.pathsep.join(map(str, first)), TMPDIR=str(folder), **extra)
    tempfile.tempdir = None
    sys.path[:0] = map(str, first)
    command = [
        "-q",
        "-x",
        "-W",
        "ignore::pytest.PytestAssertRewriteWarning",
        "-p",
        "no:cacheprovider",
        "-m",
        QUICK,
        *paths,
    ]
    return int(pytest.main(command, plugins=[mutate_reached]))


def equivalents() -> dict[tuple[str, str], str]:
    """Return the changes that mean the same, as (file and change, the line's text) with the reason."""
    found = tomllib.loads(NAMED.read_text("utf-8")).get("equivalent", [])
    return {(each["change"], each["line"]): each["why"] for each in found}


def known_as(change: Change) -> tuple[str, str]:
    """Return how a change is named in tests/mutate.toml: without its line's number, which moves."""
    line = change.file.read_text("utf-8").splitlines()[change.line - 1].strip()
    return f"{change.file.relative_to(PACKAGE)}: {change.old} -> {change.new}", line


def _import_what_is_heavy() -> None:
    """Import what nearly every test uses and is not ours, before the first fork."""
    for name in ("hypothesis", "kglite", "click", "numpy", "pandas", "networkx", "pydantic", "tomlkit", "rapidfuzz"):
        import_module(name)


def run(room: str, sample: int, seed: int, *, reaching: bool = False) -> dict[str, list[Change]]:
    """Try changes of a room; return them by what became of them."""
    found: dict[str, list[Change]] = {name: [] for name in (*get_args(Outcome), "equivalent")}
    all_of_them = [change for file in files_of(room) for change in changes(file)]
    chosen = random.Random(f"{seed}/{room}").sample(all_of_them, min(sample, len(all_of_them)))
    same = equivalents()
    _import_what_is_heavy()
    ready = bench(room)
    if ready is None:
        print(f"{room}: its tests fail without any change")
        return found
    print(f"{room}: {len(ready.reached)} tests, {ready.seconds:.0f} s of CPU", flush=True)
    for change in chosen:
        if known_as(change) in same:
            found["equivalent"].append(change)
            continue
        began = time.monotonic()
        became = outcome(change, ready, reaching=reaching)
        print(f"{became} {time.monotonic() - began:.0f} s  {change}", flush=True)
        found[became].append(change)
    return found


def run_quickly(room: str, sample: int, seed: int, within: str, most: int, only: str) -> dict[str, list[Change]]:
    """Try changes of a room's functions, swapped into a process that has its tests at hand.

    within -- only files in whose path this pattern is found
    only -- which tests, as pytest's -k has it
    most -- tests that are run against a change, those first that reach the least else
    """
    found: dict[str, list[Change]] = {name: [] for name in (*get_args(Outcome), "equivalent")}
    shuffled = _changes_of(room, within)
    random.Random(f"{seed}/{room}{within}").shuffle(shuffled)
    inside = ((each, swaps(each.file, each.applied(each.file.read_bytes()))) for each in shuffled)
    chosen = list(islice(((change, codes) for change, codes in inside if codes), sample))
    same = equivalents()

    def each(swapper: Swapper) -> None:
        for path in files_of(room):
            name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
            if "__main__" not in name:
                import_module(name.removesuffix(".__init__"))
        ready = Bench(room, swapper.reached, 0)
        print(f"{room}: {len(ready.reached)} tests, {len(shuffled)} changes", flush=True)
        for change, codes in chosen:
            if known_as(change) in same:
                found["equivalent"].append(change)
                continue
            began = time.monotonic()
            names = ready.tests_for(change)
            code = swapper.try_change(change.file, codes, names[:most])
            if code == NOT_THERE:
                print(f"not tried  {change}", flush=True)
                continue
            became: Outcome = "timed out" if code < 0 else "killed" if code else "survived"
            if code < 0 and not swapper.in_time(names[:most]):
                became = "not decided"
            print(f"{became} {time.monotonic() - began:.0f} s of {len(names)} tests  {change}", flush=True)
            found[became].append(change)

    pytest.main(
        ["-q", "-x", "-s", "-p", "no:cacheprovider", "-m", QUICK, "-k", only, *tests_of(room)],
        plugins=[Swapper(each, _SECONDS)],
    )
    return found


def _changes_of(room: str, within: str) -> list[Change]:
    return [change for file in files_of(room) if re.search(within, str(file)) for change in changes(file)]


def main() -> None:
    """Try a sample of changes in some rooms, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("room", nargs="*", metavar="ROOM", help=f"one or more of {', '.join(rooms())} (default: all)")
    parser.add_argument("--sample", type=int, default=15, help="changes a room (default: 15)")
    parser.add_argument("--seed", type=int, default=1, help="which sample (default: 1)")
    parser.add_argument("--reaching", action="store_true", help="run only the tests that reach a change: quicker")
    parser.add_argument("--quick", action="store_true", help="swap changes of functions into a process: quicker still")
    parser.add_argument("--within", default="", help="only of files in whose path this pattern is found; with --quick")
    parser.add_argument("--most", type=int, default=60, help="tests run against a change; with --quick (default: 60)")
    parser.add_argument(
        "-k", dest="tests", default="", help="only tests that this names, as pytest has it; with --quick"
    )
    parser.add_argument("--list", action="store_true", help="only print every change")
    given = parser.parse_args()
    found = {}
    for room in given.room or rooms():
        if given.list:
            print(*(change for file in files_of(room) for change in changes(file)), sep="\n")
        elif not tests_of(room):
            print(f"{room}: has no tests of its own")
        elif given.quick:
            found[room] = run_quickly(room, given.sample, given.seed, given.within, given.most, given.tests)
        else:
            found[room] = run(room, given.sample, given.seed, reaching=given.reaching)
    for room, became in found.items():
        print(f"{room}: {', '.join(f'{len(group)} {name}' for name, group in became.items())}")
        for what in ("survived", "not decided"):
            for change in became[what]:
                print(f"  {what}: {change}")


if __name__ == "__main__":
    main()
