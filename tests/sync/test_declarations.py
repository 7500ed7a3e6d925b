"""A source that goes takes with it what only it said of things that others declare too, whatever was loaded when."""

from __future__ import annotations

import random
from itertools import permutations
from pathlib import Path

import pytest

from tests.graphs import make_engine
from tiebook.engine import Engine
from tiebook.engine.digest import digest, digest_of
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource
from tiebook.model.records import Edge, Node, Props
from tiebook.model.schema import DECLARATIONS
from tiebook.sync import sync, unload
from tiebook.sync.batch import Batch
from tiebook.sync.declarations import as_one, own, said_by_source, without_declarations

SOURCES = ("one", "three", "two")
STRANGE = (
    '["one", {"name": "A", "strange": 1}]',
    '["one", {"name": "A", "note": {}}]',
    '["one", {"name": "A", "aliases": [1]}]',
)
NAMES = ("Iran", "IRAN", "Persia", "Île")


def batch(source: str, version: int) -> Batch:
    """Return a source that says of some shared actors what no other does, or what all do, by the version."""
    rng = random.Random(f"{source}/{version}")
    nodes = [Node("Source", source, {"name": source, "kind": "dataset", "aliases": [], "sources": [source]})]
    for actor in ("a", "b", "c", "d"):
        if random.Random(f"{source}/{actor}").random() < 0.25:  # in every version, or its place would differ by actor
            continue
        props: Props = {"name": rng.choice(NAMES), "kind": "State", "aliases": rng.sample(NAMES, rng.randrange(3))}
        for code in ("iso3", "cow", "note"):
            if rng.random() < 0.5:
                props[code] = rng.choice(("IRN", "630", '\u2028 "quoted" 中'))
        nodes.append(Node("Actor", actor, {**props, "sources": [source]}, "State"))
    ends = [node.key for node in nodes[1:]]
    ties = [
        Edge(
            "SUPPORTS", start, end, {"id": f"SUPPORTS/{source}/{start[1]}{end[1]}", "source": source, "endorsed": True}
        )
        for start, end in permutations(ends, 2)
        if rng.random() < 0.3
    ]
    return Batch(source, nodes, ties)


def alone(folder: Path, loaded: dict[str, int]) -> str:
    """Return the digest of a graph into which these are loaded, in their order."""
    if not loaded:
        return digest_of([])
    folder.mkdir()
    graph = KgliteEngine(folder / "alone.kgl")
    graph.prepare()
    for source, version in loaded.items():
        sync(graph, batch(source, version))
    found = digest(graph)
    graph.close()
    return found


@pytest.mark.parametrize("seed", range(4))
def test_a_graph_is_what_the_sources_in_it_say_in_the_order_of_their_loads(
    engine: Engine, tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)
    engine.prepare()
    loaded: dict[str, int] = {}
    for step in range(9):
        source = rng.choice(SOURCES)
        if source in loaded and rng.random() < 0.6:
            unload(engine, source)
            del loaded[source]
        else:
            loaded[source] = rng.randrange(3)  # a newer version keeps the place of the older one
            sync(engine, batch(source, loaded[source]))
        assert digest(engine) == alone(tmp_path / f"{step}", loaded), loaded


@pytest.mark.parametrize("pair", list(permutations(SOURCES, 2)))
def test_load_and_unload_give_the_old_digest(tmp_path: Path, pair: tuple[str, str]) -> None:
    graph = make_engine("kglite", tmp_path)
    graph.prepare()
    first, second = pair
    sync(graph, batch(first, 0))
    before = digest(graph)
    sync(graph, batch(second, 1))
    with_both = digest(graph)
    unload(graph, second)
    assert digest(graph) == before != with_both
    sync(graph, batch(second, 1))
    assert digest(graph) == with_both
    assert sync(graph, batch(first, 0)).nothing
    graph.close()


def test_a_node_that_all_describe_alike_holds_no_declarations() -> None:
    node = Node("Actor", "a", {"name": "A", "aliases": ["B"], "kind": "State", "sources": ["one"]}, "State")
    both = as_one(node, {**said_by_source(node), "two": own(node)})
    assert both.props == {**node.props, "sources": ["one", "two"]}
    assert said_by_source(both) == {"one": own(node), "two": own(node)}


def test_declarations_that_are_not_ours_are_told() -> None:
    for text in ("{", "1", "[1]", '["two", {"name": "A"}]', '["one", {"name": 1}]', '["one", []]', *STRANGE):
        props: Props = {"name": "A", "sources": ["one"], "declarations": [text]}
        with pytest.raises(BadSource, match="a: its declarations are not"):
            said_by_source(Node("Actor", "a", props, "State"))


def test_what_one_source_says_alone_needs_no_declarations() -> None:
    plain = Node("Actor", "a", {"name": "A", "sources": ["s"]})
    assert without_declarations(plain) is plain
    assert without_declarations(Node("Actor", "a", {**plain.props, DECLARATIONS: ["x"]})) == plain


def test_what_several_say_is_one_in_the_order_of_their_loads() -> None:
    node = Node("Actor", "a", {}, "State")
    found: dict[str, Props] = {
        source: {"name": name, "kind": "State", "aliases": aliases}
        for source, name, aliases in (("one", "B", ["Z"]), ("two", "A", ["B"]), ("three", "C", []))
    }
    as_loaded = as_one(node, found)
    assert list(said_by_source(as_loaded)) == ["one", "two", "three"]
    assert (as_loaded.props["name"], as_loaded.props["aliases"]) == ("B", ["A", "C", "Z"])
    assert as_loaded.props["sources"] == ["one", "three", "two"]
    elsewhere = as_one(node, found, ["three", "two", "one"])
    assert list(said_by_source(elsewhere)) == ["three", "two", "one"]
    assert (elsewhere.props["name"], elsewhere.props["aliases"]) == ("C", ["A", "B", "Z"])
    # one that the other graph does not know was there before
    assert list(said_by_source(as_one(node, found, ["one", "two"]))) == ["three", "one", "two"]
    assert as_one(node, found, []) == as_loaded
