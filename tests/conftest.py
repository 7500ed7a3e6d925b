"""Fixtures for all tests: the engines, the article's text, loaded graphs, and a summary of what could not run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import shared
from tests.field import load_field
from tests.fixtures_neo4j import neo4j_servers, require_server, unavailable_summary  # noqa: F401 -- a fixture
from tiebook.case.text import Text
from tiebook.engine import Engine
from tiebook.engine.kglite_engine import KgliteEngine
from tiebook.engine.neo4j_engine import Neo4jEngine
from tiebook.sync.cases import find_case, load_case

ENGINES = ("kglite", "neo4j-5.26", "neo4j-2026")
ROOT = Path(__file__).parent.parent
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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly what could not be tested here."""
    lines = [*unavailable_summary(), *shared.missing_summary()]
    if lines:
        terminalreporter.section("not tested on this machine", sep="!")
        for line in lines:
            terminalreporter.write_line(line)


os.environ.setdefault("COLUMNS", "200")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes golden answers anew."""
    parser.addoption("--update-answers", action="store_true", help="write the golden answers of questions anew")
