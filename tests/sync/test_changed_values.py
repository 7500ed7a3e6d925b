"""A value that changes from one load to the next is changed in the graph, whatever its type, on both kinds of engine."""

from datetime import date

import pytest

from tests.engine.test_contract import actor, batch, source, tie
from tiebook.engine import Engine
from tiebook.engine.kglite import writer as kglite_writer
from tiebook.engine.neo4j.engine import Neo4jEngine
from tiebook.model.records import Edge, Node
from tiebook.sync import Changes, sync
from tiebook.sync.batch import Batch

# property, before, after; None is no value
CHANGES = [
    ("sign", -1, -2),
    ("sign", 1, -1),
    ("value", -1.0, -2.0),
    ("value", 2.5, 2.25),
    ("value", 1.0, 1),
    ("value", 0.0, -0.0),
    ("count", 1, True),
    ("endorsed", True, False),
    ("endorsed", False, 0),
    ("quote", "said", "Said"),
    ("quote", "1", 1),
    ("quote", "", None),
    ("quote", None, ""),
    ("until_latest", date(2020, 1, 1), date(2020, 1, 2)),
    ("until_latest", date(2020, 1, 1), "2020-01-01"),
    ("until_earliest", date(2020, 1, 1), None),
    ("until_earliest", None, date(1648, 10, 24)),
    ("regarding", ["a", "b"], ["b", "a"]),
    ("regarding", ["a", "b"], ["a"]),
    ("regarding", [], ["a"]),
    ("records", ["ab"], ["a", "b"]),
    ("records", ["a"], "a"),
]
names = [f"{name}: {before!r} to {after!r}" for name, before, after in CHANGES]


@pytest.fixture(params=["single", "bulk"])
def way(request: pytest.FixtureRequest, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Return each engine, with one tie at a time and with its bulk way for everything."""
    if request.param == "bulk":
        monkeypatch.setattr(kglite_writer, "BULK", 1)
        monkeypatch.setattr(Neo4jEngine, "most_ties", 1)
    return engine


def props(name: str, value: object) -> dict[str, object]:
    return {} if value is None else {name: value}


@pytest.mark.parametrize(("name", "before", "after"), CHANGES, ids=names)
def test_a_changed_value_of_a_tie_is_changed(way, name, before, after):
    others = [tie("2", sign=-1), tie("3", value=1.0)]
    sync(way, batch(tie("1", **props(name, before)), *others))
    changed = batch(tie("1", **props(name, after)), *others)
    assert sync(way, changed, dry_run=True) == Changes(changed=1, unchanged=5)
    assert sync(way, changed) == Changes(changed=1, unchanged=5)
    wanted = tie("1", **props(name, after)).props.get(name)
    (found,) = way.read(f"MATCH ()-[t:SUPPORTS {{id: 'SUPPORTS/1'}}]->() RETURN t.{name} AS value").rows[0]
    assert repr(found) == repr(wanted)
    assert sync(way, changed).nothing


@pytest.mark.parametrize(("name", "before", "after"), CHANGES, ids=names)
def test_a_changed_value_of_a_node_is_changed(engine, name, before, after):
    if before == after == 0.0 and type(after) is float:
        return  # a server takes 0.0 and -0.0 for one where a property is set anew; no node has such a property
    sync(engine, batch(nodes=[actor("c", **props(name, before))]))
    changed = batch(nodes=[actor("c", **props(name, after))])
    assert sync(engine, changed) == Changes(changed=1, unchanged=3)
    (found,) = engine.read(f"MATCH (n:Actor {{id: 'c'}}) RETURN n.{name} AS value").rows[0]
    assert repr(found) == repr(after)
    assert sync(engine, changed).nothing


@pytest.mark.parametrize(("before", "after"), [(-1, -2), (1, True), (0, 0.0)])
def test_a_changed_value_of_a_claims_edge_is_changed(engine, before, after):
    def said(weight: float) -> Batch:
        claim = Node("Claim", "s1", {"source": "s", "quote": "x"})
        edge = Edge("FROM", ("Claim", "s1"), ("Actor", "a"), {"position": 0, "weight": weight})
        return Batch("s", [source(), actor("a"), claim], [edge])

    sync(engine, said(before))
    assert sync(engine, said(after)) == Changes(changed=1, unchanged=3)
    (found,) = engine.read("MATCH (:Claim)-[t:FROM]->() RETURN t.weight AS value").rows[0]
    assert repr(found) == repr(after)
    assert sync(engine, said(after)).nothing
