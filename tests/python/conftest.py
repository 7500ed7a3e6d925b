"""Graphs for the tests of the Python interface, loaded once."""

from collections.abc import Iterator

import pytest

from tests.field import load_field
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import find_case, load_case


@pytest.fixture(scope="session")
def article_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """Return a graph with the shipped case; for tests that only read."""
    engine = KgliteEngine(tmp_path_factory.mktemp("python") / "article.kgl")
    load_case(engine, find_case("china-iran"))
    with Graph(engine, QuestionLibrary({})) as graph:
        yield graph


@pytest.fixture(scope="session")
def field_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """Return a graph with the shipped case and samples of the field's data sets; for tests that only read."""
    engine = KgliteEngine(tmp_path_factory.mktemp("python") / "field.kgl")
    load_field(engine)
    with Graph(engine, QuestionLibrary({})) as graph:
        yield graph
