"""Fixtures for all tests: the engines, the article's text, loaded graphs, and a summary of what could not run."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import settings

from tests import shared
from tests.fixtures_neo4j import neo4j_servers, unavailable_summary  # noqa: F401 -- a fixture
from tests.graphs import LOADS, Published, close_all, make_engine, shared_engine
from tiebook.case.text import Text
from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import load_case

gc.set_threshold(50_000)  # as the command has it

# One folder of caches for a run, which its workers inherit: none of the user's, and no layout is computed twice without need.
if "PYTEST_XDIST_WORKER" not in os.environ:
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="tiebook-cache-")
    atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

# Property tests: a few examples each time, many with --hypothesis-profile=thorough, which CI runs. None looks at the clock.
settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=300, deadline=None)
settings.load_profile("quick")

_homes = count()
ENGINES = ("kglite", "neo4j-5.26", "neo4j-2026")
ROOT = Path(__file__).parent.parent
MINI = ROOT / "tests" / "samples" / "mini"


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the user's databases, settings and colours out of every test."""
    for name in (
        "NEO4J_URI",
        "NEO4J_USERNAME",
        "NEO4J_PASSWORD",
        "NEO4J_PASSWORD_FILE",
        "NEO4J_DATABASE",
        "TIEBOOK_DB",
        "TIEBOOK_TEXT",
        "TIEBOOK_QUERIES",
    ):
        monkeypatch.delenv(name, raising=False)
    # not in tmp_path: pytest lists all folders of a run to make one more
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "data" / str(next(_homes))))
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Return each engine in turn, with an empty database."""
    made = make_engine(request.param, tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def _shared_engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[pytest.FixtureRequest], Engine]]:
    """Return what finds the graph of a fixture on the engine of its parameter; close all at the end."""
    yield lambda request: shared_engine(request.param, str(request.fixturename), tmp_path_factory.mktemp)
    close_all()


@pytest.fixture(params=ENGINES)
def article_engine(
    request: pytest.FixtureRequest, _shared_engines: Callable[[pytest.FixtureRequest], Engine]
) -> Engine:
    """Return each engine in turn with the shipped case loaded; for tests that only read."""
    return _shared_engines(request)


@pytest.fixture(params=ENGINES)
def field_engine(request: pytest.FixtureRequest, _shared_engines: Callable[[pytest.FixtureRequest], Engine]) -> Engine:
    """Return each engine in turn with the shipped case and samples of the field's data sets; for tests that only read."""
    return _shared_engines(request)


@pytest.fixture(params=ENGINES)
def voices_engine(request: pytest.FixtureRequest, _shared_engines: Callable[[pytest.FixtureRequest], Engine]) -> Engine:
    """Return each engine in turn with the three cases that ship; for tests that only read."""
    return _shared_engines(request)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Return an embedded graph with the article and all published files; for tests that leave it as it is."""
    loaded = Published.load(tmp_path_factory.mktemp("published"))
    yield loaded
    loaded.engine.close()


@pytest.fixture
def mini_engine(tmp_path: Path) -> Iterator[KgliteEngine]:
    """Return an embedded graph with the sample case."""
    made = KgliteEngine(tmp_path / "mini.kgl")
    load_case(made, MINI, Text.read(MINI.with_suffix(".txt")))
    yield made
    made.close()


@pytest.fixture(scope="session")
def article() -> Text:
    """Return the text of the shipped case; without it the test skips, or fails in CI."""
    return Text.read(shared.article())


# what a module's tests need, where their parameters do not tell; a folder's name stands for all its modules
NEEDS: Final = {
    "server": (
        "test_servers",
        "engine/test_neo4j_schema",
        "engine/test_tls",
        "cli/test_server",
        "faults/test_links",
        "export/test_admin",
    ),
    "real_data": ("ask/test_real", "loaders/test_real"),
    "browser": (
        "view/test_browser",
        "view/test_saving",
        "view/test_same_geometry",
        "view/test_geometry",
        "view/test_answer_page",
        "view/test_opening",
        "view/test_many_actors",
        "view/test_phone",
        "injection/test_pages",
        "serve/test_browser",
        "serve/test_code_browser",
        "serve/test_answers_in_any_order",
        "injection/test_code_browser",
    ),
    "slow": (
        "differential/test_known",
        "view/test_combinations",
        "faults/",
        "fuzz/",
        "injection/",
        "view/test_notebook",
        "python/test_notebook",
        "loaders/test_saved_copies",
        "ask/test_mutation",
        "serve/test_code_killed",
    ),
}
# those of `server` that boot servers of their own; the others without a version share that of 5.26
OWN_SERVERS: Final = ("test_servers", "export/test_admin")
# makes a server forget its plans, then plans texts that others of its worker ask too
PLANS: Final = "questions/test_plans"
# ends and boots the server that it shares: the next tests would wait for one that has not compiled its code yet
REBOOTS: Final = "faults/test_links"
_left_out: Counter[str] = Counter()
_told_by_workers: set[str] = set()


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what they need, and say what stays on one worker (--dist loadgroup) and what comes first."""
    places: dict[str, int] = {}
    for item in items:
        module = item.path.relative_to(ROOT / "tests").with_suffix("").as_posix()
        for name, modules in NEEDS.items():
            if any(module == place or (place.endswith("/") and module.startswith(place)) for place in modules):
                item.add_marker(name)
        given = item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
        versions = sorted({str(value) for value in given if str(value) in ENGINES[1:]})
        # only a test that reads the field's own files has that word in its name
        if versions or "published" in item.name:
            item.add_marker("server" if versions else "real_data")
        group = _group(item, module, versions)
        item.add_marker(pytest.mark.xdist_group(group))
        places[item.nodeid] = {PLANS: 0, REBOOTS: 5}.get(module, _place(item, group))
    items.sort(key=lambda item: places[item.nodeid])


def _group(item: pytest.Item, module: str, versions: list[str]) -> str:
    """Return what an item shares a worker with: the tests of its server, which is booted once, or those of its module."""
    if item.get_closest_marker("server"):
        return versions[0] if versions else "servers" if module in OWN_SERVERS else ENGINES[1]
    return "published" if "published" in getattr(item, "fixturenames", ()) else module


def _place(item: pytest.Item, group: str) -> int:
    """Return when an item's turn is: what takes longest first; on a server, readers of one graph one after the other."""
    if not item.get_closest_marker("server"):
        return next((10 + place for place, name in enumerate(NEEDS) if item.get_closest_marker(name)), 20)
    reads = next((place for place, name in enumerate(LOADS) if name in getattr(item, "fixturenames", ())), len(LOADS))
    return 1 + reads if group in ENGINES else 6


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Count what a run leaves out, by what it needs."""
    for item in items:
        _left_out.update([next((name for name in NEEDS if item.get_closest_marker(name)), "other")])


def _not_tested() -> list[str]:
    lines = [*unavailable_summary(), *shared.missing_summary()]
    if _left_out:
        told = ", ".join(f"{count:,} {name}" for name, count in sorted(_left_out.items()))
        lines.append(f"left out by -m or -k: {told} (.ci/run runs everything)")
    return lines


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand what a worker did not test to the process that shows it."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["not_tested"] = _not_tested()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker did not test."""
    _told_by_workers.update(getattr(node, "workeroutput", {}).get("not_tested", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly what could not be tested here, and what was left out."""
    lines = sorted({*_not_tested(), *_told_by_workers})
    if lines:
        terminalreporter.section("not tested on this machine", sep="!")
        for line in lines:
            terminalreporter.write_line(line)


os.environ.setdefault("COLUMNS", "200")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes golden answers anew."""
    parser.addoption("--update-answers", action="store_true", help="write the golden answers of questions anew")
