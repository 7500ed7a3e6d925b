"""Which tests reach which functions: a plugin of pytest that notes it, and that later runs only the tests of one function.

`python -m tests.mutate` runs a room's tests once with REACHED naming a folder to write to, and then, for each change, with
CHOSEN naming the tests that reach the changed function, those first that reach the least else. What a fixture calls counts for
every test that uses it.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest

REACHED: Final = "TIEBOOK_MUTATE_REACHED"  # a folder: what each process reaches
CHOSEN: Final = "TIEBOOK_MUTATE_CHOSEN"  # a file: tests to run, one a line, in order
PACKAGE: Final = "/tiebook/"

_seen: dict[tuple[str, int], None] = {}  # functions since the last look


def _trace(frame: FrameType, _event: str, _arg: object) -> None:
    """Note a call; it is no function that lines are traced with, and hears nothing of calls into C: four times as quick."""
    code = frame.f_code
    if PACKAGE in code.co_filename:
        _seen[code.co_filename, code.co_firstlineno] = None


def taken() -> set[str]:
    """Return the functions that were called since the last look, as `file:line` inside the package."""
    found = {f"{file.rpartition(PACKAGE)[2]}:{line}" for file, line in list(_seen)}
    _seen.clear()
    return found


def add(places: Iterable[str]) -> None:
    """Note what another process reached, as it was taken there."""
    _seen.update(dict.fromkeys(map(_place, places)))


def _watch() -> None:
    threading.settrace(_trace)
    sys.settrace(_trace)


def watch_process(folder: Path) -> None:
    """Note what a process that a test starts reaches, for that test."""
    test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" (")[0]
    _watch()

    def write() -> None:
        (folder / f"{os.getpid()}.json").write_text(json.dumps({test: sorted(taken())}), "utf-8")

    atexit.register(write)


class _Reached:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tests: dict[str, set[str]] = defaultdict(set)
        self.fixtures: dict[int, set[str]] = defaultdict(set)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Iterator[None]:  # noqa: ARG002 -- by pytest's names
        before = taken()
        _watch()
        try:
            return (yield)
        finally:
            self.fixtures[id(fixturedef)] |= taken()
            add(before)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: Any, nextitem: Any) -> Iterator[None]:  # noqa: ARG002 -- by pytest's names
        taken()
        _watch()
        try:
            return (yield)
        finally:
            sys.settrace(None)
            self.tests[item.nodeid] |= taken()
            for definitions in item._fixtureinfo.name2fixturedefs.values():
                for each in definitions:
                    self.tests[item.nodeid] |= self.fixtures.get(id(each), set())

    def pytest_sessionfinish(self) -> None:
        found = {name: sorted(functions) for name, functions in self.tests.items()}
        (self.folder / "tests.json").write_text(json.dumps(found), "utf-8")


def _place(text: str) -> tuple[str, int]:
    file, _, line = text.rpartition(":")
    return PACKAGE + file, int(line)


class _Chosen:
    def __init__(self, names: list[str]) -> None:
        self.order = {name: place for place, name in enumerate(names)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )


def pytest_configure(config: pytest.Config) -> None:
    """Note or choose, as the environment says."""
    if folder := os.environ.get(REACHED):
        config.pluginmanager.register(_Reached(Path(folder)))
    if chosen := os.environ.get(CHOSEN):
        config.pluginmanager.register(_Chosen(Path(chosen).read_text("utf-8").splitlines()))


def read_reached(folder: Path) -> dict[str, set[str]]:
    """Return the functions that each test reaches, in its own process and in those that it starts."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in folder.glob("*.json"):
        for test, functions in json.loads(path.read_text("utf-8")).items():
            found[test] |= set(functions)
    return found
