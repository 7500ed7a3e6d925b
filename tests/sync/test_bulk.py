"""Large loads: the bulk ways of both engines give the same graph as one tie at a time, whatever is in it, wherever it is cut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.engine.test_contract import VALUES
from tiebook import errors
from tiebook.engine import Engine
from tiebook.engine.digest import digest
from tiebook.engine.kglite import writer as kglite_writer
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.meta import check_model
from tiebook.engine.neo4j.engine import Neo4jEngine
from tiebook.model.records import Edge, Node, Props
from tiebook.sync import sync, unload
from tiebook.sync.batch import Batch

ROWS = 60


@pytest.fixture
def in_bulk(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Return each engine with its bulk way for everything: frames on KGLite, parts of a few ties on a server."""
    monkeypatch.setattr(kglite_writer, "BULK", 1)
    monkeypatch.setattr(Neo4jEngine, "most_ties", 25)
    return engine


@pytest.fixture
def one_by_one(tmp_path: Path) -> Iterator[KgliteEngine]:
    """Return an embedded graph that is filled by single statements."""
    made = KgliteEngine(tmp_path / "single.kgl")
    yield made
    made.close()


def node(node_id: str) -> Node:
    return Node("Actor", node_id, {"name": node_id, "kind": "State", "aliases": [], "sources": ["s"]}, "State")


def tie(number: int, start: str, end: str, **props: object) -> Edge:
    day = date(1950 + number % 70, 1, 1)
    spell: Props = {"since_earliest": day, "since_latest": day, "until_latest": date(2020, 1, 1)} if number % 7 else {}
    common: Props = {
        "id": f"SUPPORTS/s/{number}",
        "source": "s",
        "endorsed": True,
        "inferred": False,
        "sign": 1,
        **spell,
    }
    return Edge("SUPPORTS", ("Actor", start), ("Actor", end), {**common, **props})  # type: ignore[dict-item]


def batch(*edges: Edge) -> Batch:
    head = Node("Source", "s", {"name": "s", "kind": "dataset", "aliases": [], "sources": ["s"], "ties": len(edges)})
    return Batch("s", [head, *(node(name) for name in "abc")], list(edges))


def many() -> list[Edge]:
    """Return parallel, opposite and reflexive ties with every kind of value, some lacking what others have."""
    values = list(VALUES.values())
    return [
        tie(number, "abc"[number % 3], "abc"[number % 2], **_extra(values[number % len(values)], number))
        for number in range(ROWS)
    ]


def _extra(value: object, number: int) -> dict[str, object]:
    name = {str: "quote", bool: "endorsed", int: "count", float: "value", date: "until_earliest", list: "regarding"}[
        type(value)
    ]
    return {name: value, "gloss": f"tie {number}"}


def test_the_bulk_way_makes_the_same_graph(
    in_bulk: Engine, one_by_one: KgliteEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sync(in_bulk, batch(*many()))
    assert made.created == ROWS + 4
    monkeypatch.setattr(kglite_writer, "BULK", 10**9)
    sync(one_by_one, batch(*many()))
    assert digest(in_bulk) == digest(one_by_one)


def test_ties_of_many_types_that_come_together_are_made_as_one_by_one(
    in_bulk: Engine, one_by_one: KgliteEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("SUPPORTS", "OPPOSES", "ALLIED_WITH")
    edges = [
        Edge(name, each.source, each.target, {**each.props, "id": f"{name}/s/{number}", "record": name})
        for number, each in enumerate(many())
        for name in [names[number * number % 3]]
    ]
    sync(in_bulk, batch(*edges))
    monkeypatch.setattr(kglite_writer, "BULK", 10**9)
    sync(one_by_one, batch(*edges))
    assert digest(in_bulk) == digest(one_by_one)
    assert sync(in_bulk, batch(*edges)).nothing
    assert sync(in_bulk, batch(*edges[::2])).removed == ROWS // 2


def test_loading_again_compares_every_tie(in_bulk: Engine) -> None:
    sync(in_bulk, batch(*many()))
    before = digest(in_bulk)
    again = sync(in_bulk, batch(*many()))
    assert again.nothing
    assert again.unchanged == ROWS + 4
    assert digest(in_bulk) == before


def test_what_changed_is_replaced_and_what_is_gone_removed(in_bulk: Engine, one_by_one: KgliteEngine) -> None:
    sync(in_bulk, batch(*many()))
    edges = [
        Edge(each.type, each.source, each.target, {**each.props, "gloss": "another"}) if number % 5 == 0 else each
        for number, each in enumerate(many())
        if number % 4
    ]
    moved = Edge("SUPPORTS", ("Actor", "c"), ("Actor", "c"), edges[0].props)
    edges = [moved, *edges[1:], tie(999, "a", "b", gloss="new")]
    changes = sync(in_bulk, batch(*edges))
    assert (changes.created, changes.removed) == (1, ROWS // 4)
    sync(one_by_one, batch(*edges))
    assert digest(in_bulk) == digest(one_by_one)
    unload(in_bulk, "s")
    assert not in_bulk.read("MATCH (n) WHERE NOT n:Meta RETURN n.id AS id").rows


def test_an_id_that_comes_twice_is_refused_by_the_engine_too(in_bulk: Engine) -> None:
    class Unchecked(Batch):
        def check(self) -> None:
            """Let all pass."""

    twice = batch(*many(), tie(3, "a", "b", gloss="the same id"))
    with pytest.raises((errors.DuplicateTie, errors.IdClash)):
        sync(in_bulk, Unchecked(twice.source, twice.nodes, twice.edges))


def test_an_end_that_is_not_there_is_refused(in_bulk: Engine) -> None:
    class Unchecked(Batch):
        def check(self) -> None:
            """Let all pass."""

    sync(in_bulk, batch())
    lost = batch(*many(), tie(999, "a", "nobody"))
    with pytest.raises(errors.BadSource, match="an end of a SUPPORTS edge"):
        sync(in_bulk, Unchecked(lost.source, lost.nodes, lost.edges))
    assert not in_bulk.read("MATCH (n:Actor {id: 'nobody'}) RETURN n.id AS id").rows


def test_a_load_that_is_cut_off_is_completed_by_the_same_command(in_bulk: Engine, one_by_one: KgliteEngine) -> None:
    class Cut(Exception):
        pass

    def cut(done: int, seen: list[int] = []) -> None:  # noqa: B006 -- counts over the calls
        seen.append(done)
        if sum(seen) > ROWS // 2:
            raise Cut

    with pytest.raises(Cut):
        sync(in_bulk, batch(*many()), progress=cut)
    if in_bulk.most_ties is None:
        assert not in_bulk.exists()  # nothing was published
    else:
        assert check_model(in_bulk) == ("s",)  # an answer says that it is not whole
        assert 0 < in_bulk.read("MATCH ()-[t:SUPPORTS]->() RETURN count(t) AS n").rows[0][0] < ROWS
    sync(in_bulk, batch(*many()))
    assert check_model(in_bulk) == ()
    sync(one_by_one, batch(*many()))
    assert digest(in_bulk) == digest(one_by_one)


def test_a_type_that_was_emptied_is_filled_again_whole(in_bulk: Engine, one_by_one: KgliteEngine) -> None:
    sync(in_bulk, batch(*many()))
    unload(in_bulk, "s")
    sync(in_bulk, batch(*many()))  # KGLite still knows the type: its call would merge
    sync(one_by_one, batch(*many()))
    assert digest(in_bulk) == digest(one_by_one)


def test_a_dry_run_writes_nothing(in_bulk: Engine) -> None:
    would = sync(in_bulk, batch(*many()), dry_run=True)
    assert would.created == ROWS + 4
    assert not in_bulk.exists()


def test_a_type_is_as_it_was_after_a_bulk_load(in_bulk: Engine) -> None:
    sync(in_bulk, batch(*many()))
    if isinstance(in_bulk, KgliteEngine):
        assert not in_bulk.read("CALL db.temporal.declarations() YIELD name RETURN name").rows
    with pytest.raises(errors.IdClash):
        in_bulk.write(
            lambda writer: writer.run(
                "MATCH (a:Actor {id: 'a'}), (b:Actor {id: 'b'}) CREATE (a)-[:SUPPORTS {id: 'SUPPORTS/s/1'}]->(b)"
            )
        )


def test_a_type_whose_ties_are_all_open_or_undated_is_filled_too(engine: Engine, one_by_one: KgliteEngine) -> None:
    day = date(2000, 1, 1)
    edges = [
        Edge(
            "OPPOSES",
            ("Actor", "a"),
            ("Actor", "b"),
            {
                "id": f"OPPOSES/s/{number}",
                "source": "s",
                **({"since_earliest": day, "since_latest": day} if number % 2 else {}),
            },
        )
        for number in range(3 * kglite_writer.BULK)
    ]
    for each in (engine, one_by_one):
        sync(each, batch(tie(1, "a", "b"), edges[0]))
    for count in (2 * kglite_writer.BULK, 3 * kglite_writer.BULK):
        for each in (engine, one_by_one):
            assert sync(each, batch(tie(1, "a", "b"), *edges[:count])).created > 0
    assert engine.read("MATCH ()-[t:OPPOSES]->() RETURN count(t) AS n").rows == [(3 * kglite_writer.BULK,)]
    assert digest(engine) == digest(one_by_one)


def test_texts_and_days_in_bulk_stay_as_they_were_written(
    in_bulk: Engine, one_by_one: KgliteEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = (
        " a ",
        "",
        "nan",
        "NA",
        "None",
        "1",
        "007",
        "1e5",
        "true",
        "2020-01-01",
        "x\ny ",
        "\t",
        "\N{COMBINING ACUTE ACCENT}",
    )
    days = (date(1, 1, 1), date(1677, 9, 20), date(2262, 4, 12), date(9999, 12, 31))
    edges = [
        tie(
            number,
            "a",
            "b",
            record=text,
            quote=text,
            held_by=text,
            gloss=text,
            since=text,
            until_latest=day,
            since_earliest=days[0],
            since_latest=day,
        )
        for number, (text, day) in enumerate((text, day) for text in texts for day in days)
    ]
    sync(in_bulk, batch(*edges))
    monkeypatch.setattr(kglite_writer, "BULK", 10**9)
    sync(one_by_one, batch(*edges))
    assert digest(in_bulk) == digest(one_by_one)
    rows = in_bulk.read("MATCH ()-[t:SUPPORTS]->() RETURN t.quote AS quote, t.until_latest AS day").rows
    assert {tuple(row) for row in rows} == {(text, day) for text in texts for day in days}
