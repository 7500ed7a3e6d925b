"""The Python interface: open, ask, query, networkx; what is public is a decision."""

from datetime import date

import pytest

import tiebook
from tests.conftest import MINI
from tiebook import errors
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import load_case


@pytest.fixture
def place(tmp_path):
    """Return the path of an embedded database with the sample case."""
    load_case(KgliteEngine(tmp_path / "t.kgl"), MINI)
    return tmp_path / "t.kgl"


def test_what_is_public():
    assert tiebook.__all__ == ["Answer", "Graph", "TiebookError", "__version__", "open"]
    for name in tiebook.__all__:
        assert getattr(tiebook, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = tiebook.nothing


def test_ask_and_query(place):
    with tiebook.open(place) as graph:
        answer = graph.ask("who-arms", supplier="the North", as_of="2016-01-01")
        assert len(answer) == 1
        assert next(iter(answer))["in_force"] == "certainly"
        assert answer.parameters == {"supplier": "northland", "as_of": date(2016, 1, 1)}
        frame = answer.to_pandas()
        assert list(frame.columns) == [*answer.columns, "marks"]
        assert frame.loc[1, "recipient"] == "Eastmark"
        assert graph.query("MATCH (n:Actor {id: $id}) RETURN n.name AS name", {"id": "northland"}).rows == [
            ("Northland",)
        ]
        assert len(graph.digest()) == 64
        with pytest.raises(tiebook.TiebookError):
            graph.ask("who-arms", colour="red")
        with pytest.raises(errors.WriteRefused):
            graph.query("MATCH (n) DELETE n")


def test_a_graph_that_is_only_begun_says_so(tmp_path):
    with tiebook.open(tmp_path / "new.kgl", create=True) as graph:
        assert repr(graph).endswith('new.kgl: nothing is loaded yet, graph.load("china-iran")>')
        assert "Nothing is loaded yet: <code>graph.load(&quot;china-iran&quot;)</code>" in graph._repr_html_()
    assert not (tmp_path / "new.kgl").exists()


def test_an_empty_answer_says_what_was_searched(place):
    with tiebook.open(place) as graph:
        answer = graph.ask("who-sanctions")
        assert answer.rows == []
        assert "A note on Northland (7 claims and 3 ties" in answer.not_found()
        assert answer.to_pandas().empty


def test_networkx(place):
    with tiebook.open(place) as graph:
        network = graph.to_networkx()
        assert network.nodes["northland"] == {"name": "Northland", "kind": "State"}
        ((start, end, key, data),) = [
            edge for edge in network.edges(keys=True, data=True) if edge[3]["type"] == "SELLS_ARMS_TO"
        ]
        assert (start, end, key) == ("northland", "eastmark", "SELLS_ARMS_TO/mini/p2-sells")
        assert data["since_earliest"] == "2015-01-01"
        assert all(isinstance(value, (str, int, float, bool)) for value in data.values())
        assert set(network.nodes) >= {"westhaven", "southport"}


def test_opening_what_is_not_there(tmp_path):
    with pytest.raises(errors.DatabaseMissing):
        tiebook.open(tmp_path / "none.kgl")
    with pytest.raises(errors.UsageError, match="NEO4J_PASSWORD"):
        tiebook.open("bolt://127.0.0.1:1", {})
    with pytest.raises(errors.ServerUnreachable):
        tiebook.open("bolt://127.0.0.1:1", {"NEO4J_PASSWORD": "x"})


def test_a_notebook_shows_the_message_of_a_failure_without_a_trace():
    error = errors.UnknownName("actor: there is no actor called 'Irann'", hint="did you mean Iran?")
    assert error._render_traceback_() == [f"UnknownName: {error}"]
    faults = errors.BadCase("2 faults", ["a:1: x", "a:2: y"])
    assert faults._render_traceback_() == ["BadCase: 2 faults", "  a:1: x", "  a:2: y"]
