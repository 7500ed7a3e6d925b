"""Fixtures for all tests: the engines, the article's text, loaded graphs, and a summary of what could not run."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import settings

from tests import shared
from tests.field import load_field
from tests.fixtures_neo4j import neo4j_servers, require_server, unavailable_summary  # noqa: F401 -- a fixture
from tiebook.case.text import Text
from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.neo4j.engine import Neo4jEngine
from tiebook.sync.cases import find_case, load_case

# Property tests: a few examples each time, many with --hypothesis-profile=thorough, which CI runs. None looks at the clock.
settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=300, deadline=None)
settings.load_profile("quick")

ENGINES = ("kglite", "neo4j-5.26", "neo4j-2026")
ROOT = Path(__file__).parent.parent
CASES = ("china-iran", "crink-security", "crs-china-primer")
MINI = ROOT / "tests" / "samples" / "mini"


def make_engine(name: str, folder: Path) -> Engine:
    """Return an empty database on an engine; a server is booted once a run and emptied (its constraints may stay)."""
    if name == "kglite":
        return KgliteEngine(folder / "test.kgl")
    server = require_server(name)
    with server.driver().session(database="neo4j") as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
    return Neo4jEngine(server.uri, server.user, server.password)


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
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
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Return each engine in turn, with an empty database."""
    made = make_engine(request.param, tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module", params=ENGINES)
def article_engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return each engine in turn with the shipped case loaded; for tests that only read."""
    made = make_engine(request.param, tmp_path_factory.mktemp("article"))
    load_case(made, find_case("china-iran"))
    yield made
    made.close()


@pytest.fixture(scope="module", params=ENGINES)
def field_engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return each engine in turn with the shipped case and samples of the field's data sets; for tests that only read."""
    made = make_engine(request.param, tmp_path_factory.mktemp("field"))
    load_field(made)
    yield made
    made.close()


@pytest.fixture(scope="module", params=ENGINES)
def voices_engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return each engine in turn with the three cases that ship; for tests that only read."""
    made = make_engine(request.param, tmp_path_factory.mktemp("voices"))
    for case in CASES:
        load_case(made, find_case(case))
    yield made
    made.close()


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
        "export/test_browser",
        "export/test_admin",
    ),
    "browser": (
        "view/test_browser",
        "view/test_saving",
        "view/test_same_geometry",
        "view/test_geometry",
        "view/test_answer_page",
        "view/test_opening",
        "view/test_phone",
        "injection/test_pages",
        "serve/test_browser",
        "serve/test_code_browser",
        "injection/test_code_browser",
    ),
    "real_data": ("ask/test_real", "loaders/test_real"),
    "slow": (
        "differential/test_known",
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
_left_out: Counter[str] = Counter()
_told_by_workers: set[str] = set()


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what they need, and keep those of one server's version on one worker, which boots it (--dist loadgroup)."""
    for item in items:
        module = item.path.relative_to(ROOT / "tests").with_suffix("").as_posix()
        for name, places in NEEDS.items():
            if any(module == place or (place.endswith("/") and module.startswith(place)) for place in places):
                item.add_marker(name)
        given = item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
        versions = sorted({str(value) for value in given if str(value) in ENGINES[1:]})
        # only a test that reads the field's own files has that word in its name
        if versions or "published" in item.name:
            item.add_marker("server" if versions else "real_data")
        if versions or item.get_closest_marker("server"):
            item.add_marker(pytest.mark.xdist_group(versions[0] if versions else "servers"))


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
