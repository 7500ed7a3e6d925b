"""Graphs for the tools: the shipped case, and the case with a small register beside it."""

import shutil

import pytest

from tests.field import SAMPLES
from tiebook.assistant.current_graph import CurrentGraph
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import find_case, load_case


@pytest.fixture(scope="session")
def path(tmp_path_factory):
    """Return the path of a database with the shipped case; tests only read it."""
    found = tmp_path_factory.mktemp("assistant") / "graph.kgl"
    engine = KgliteEngine(found)
    load_case(engine, find_case("china-iran"))
    return found


@pytest.fixture(scope="session")
def graph(path):
    """Return that graph at hand."""
    made = CurrentGraph(lambda: KgliteEngine(path))
    yield made
    made.close()


@pytest.fixture(scope="session")
def wider(path, tmp_path_factory):
    """Return a graph that has a register and groups with their members too."""
    found = tmp_path_factory.mktemp("wider") / "graph.kgl"
    shutil.copy(path, found)
    files = [SAMPLES / "field/sipri-register.csv", SAMPLES / "field/sipri-tiv.csv"]
    engine = KgliteEngine(found)
    load_dataset(engine, "sipri", files)
    load_dataset(engine, "blocs", [])
    made = CurrentGraph(lambda: KgliteEngine(found))
    yield made
    made.close()
