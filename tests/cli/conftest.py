"""Commands in processes of their own, and databases that hold a case, which is loaded once."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Protocol

import pytest

from tests.cli.forked import Forked, ForkedHere, Job
from tests.conftest import MINI

ENVIRONMENT = {"COLUMNS": "200", "NO_COLOR": "1"}


class Command(Protocol):
    """Runs `tiebook` in a process of its own."""

    def __call__(self, *arguments: object, stdin: str = "", **environment: str) -> CompletedProcess[str]: ...


@pytest.fixture(scope="session")
def forked(request: pytest.FixtureRequest) -> Iterator[Forked | ForkedHere]:
    """Yield the process from which commands are forked."""
    if request.config.pluginmanager.has_plugin("swapper"):  # of tests/mutate_swapped.py
        yield ForkedHere()
        return
    started = Forked()
    yield started
    started.close()


@pytest.fixture
def tiebook(tmp_path: Path, forked: Forked | ForkedHere) -> Command:
    """Return a function that runs `tiebook` in a process of its own, on a database of its own."""
    return _command(forked, tmp_path)


@pytest.fixture
def mini(tiebook: Command, held: Callable[..., Path], tmp_path: Path) -> Command:
    """Return the same function with the sample case loaded."""
    shutil.copytree(held(MINI, "--text", MINI.with_suffix(".txt")), tmp_path / "tiebook")
    return tiebook


@pytest.fixture
def china_iran(tiebook: Command, held: Callable[..., Path], tmp_path: Path) -> Command:
    """Return the same function with the case China-Iran loaded."""
    shutil.copytree(held("china-iran"), tmp_path / "tiebook")
    return tiebook


@pytest.fixture(scope="session")
def held(forked: Forked | ForkedHere, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that gives the folder of a database into which something was loaded, once in a run."""
    folders: dict[tuple[object, ...], Path] = {}

    def made(*what: object) -> Path:
        if what not in folders:
            folder = tmp_path_factory.mktemp("held")
            done = _command(forked, folder)("load", *what)
            assert done.returncode == 0, done.stderr
            folders[what] = folder / "tiebook"
        return folders[what]

    return made


def _command(forked: Forked | ForkedHere, folder: Path) -> Command:
    def run(*arguments: object, stdin: str = "", **environment: str) -> CompletedProcess[str]:
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(("NEO4J", "TIEBOOK"))}
        own = {**inherited, **ENVIRONMENT, "XDG_DATA_HOME": str(folder), **environment}
        return forked.run(Job(list(map(str, arguments)), stdin, folder, own))

    return run
