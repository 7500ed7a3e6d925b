"""A newer release beside the older one: the fast ways of each engine give the graph that single statements give."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tiebook import errors
from tiebook.engine import Engine
from tiebook.engine.base import Writer
from tiebook.engine.digest import digest
from tiebook.engine.kglite import writer as kglite_writer
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.meta import check_model
from tiebook.model.records import Edge, Node, Props
from tiebook.model.ties import by_columns
from tiebook.sync import Changes, releases, sync, tie_changes
from tiebook.sync.batch import Batch, Part
from tiebook.sync.releases import Superseded
from tiebook.sync.sync import sync_together, unload

OLDER = Superseded("s", "1", "2")


def actor(node_id: str, source: str = "s", *aliases: str, name: str | None = None) -> Node:
    props: Props = {"name": name or node_id, "kind": "State", "aliases": list(aliases), "sources": [source]}
    return Node("Actor", node_id, props, "State")


def release(version: str, *edges: Edge) -> Batch:
    """Return a release: actors of its own, one with aliases out of order, one that another source has, one that it names else."""
    props: Props = {"name": "S", "kind": "dataset", "aliases": [], "sources": ["s"], "version": version}
    actors = [actor("a"), actor("b", "s", "z", "y"), actor("c", "s", "sea"), actor("d", "s", name="dee")]
    return Batch("s", [Node("Source", "s", props), *actors], list(edges))


def tie(number: int, type_: str = "SUPPORTS", **props: object) -> Edge:
    start, end = "abcd"[number % 4], "abcd"[number // 4 % 4]
    day = date(1950 + number % 70, 1, 1)
    spell: Props = {"since_earliest": day, "since_latest": day} if number % 7 else {}
    common: Props = {
        "id": f"{type_}/s/{number}",
        "record": str(number),
        "source": "s",
        "endorsed": True,
        "sign": 1,
        **spell,
    }
    return Edge(type_, ("Actor", start), ("Actor", end), {**common, **props})  # type: ignore[dict-item]


def _undated(edge: Edge) -> Edge:
    return replace(edge, props={name: value for name, value in edge.props.items() if not name.startswith("since")})


FIRST = [tie(number) for number in range(40)] + [tie(number, "OPPOSES") for number in range(12)]
FIRST += [_undated(tie(number, "AIDS")) for number in range(6)]  # of a type without a date, for KGLite
SECOND = [tie(number) for number in range(3, 45)] + [tie(number, "OPPOSES", sign=-1) for number in range(20)]
SECOND += [tie(number, "AIDS") for number in range(9)] + [tie(number, "THREATENS") for number in range(5)]


def _replaced(engine: Engine) -> tuple[str, Changes]:
    """Load another source's ties, then both releases; return the digest and what the second load says of itself."""
    foreign = {"id": "SUPPORTS/other/1", "source": "other", "record": "1"}
    nodes = [actor("c", "other", "the sea"), actor("d", "other"), actor("e", "other")]
    source: Props = {"name": "Other", "kind": "dataset", "aliases": [], "sources": ["other"]}
    other = Edge("SUPPORTS", ("Actor", "c"), ("Actor", "e"), {**tie(1).props, **foreign})
    sync(engine, Batch("other", [Node("Source", "other", source), *nodes], [other]))
    sync(engine, release("1", *FIRST))
    changes = sync_together(engine, [release("2", *SECOND)], older=OLDER)["s"]
    assert (changes.created, changes.removed) == (len(SECOND), 0), "the older release is not counted"
    rows = engine.read("MATCH ()-[t]->() RETURN t.source AS source, count(t) AS ties ORDER BY source").rows
    assert rows == [("other", 1), ("s", len(SECOND)), ("s@1", len(FIRST))]
    return digest(engine), changes


def _singly(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Changes]:
    """Return the same, made without any of the fast ways."""
    with monkeypatch.context() as slow:
        slow.setattr(kglite_writer, "BULK", 10_000)
        slow.setattr(releases, "_ONE", 0)
        slow.setattr(releases, "_ALONE", "1 = 2")
        return _replaced(KgliteEngine(path))


@pytest.mark.parametrize("most", [0, 30, 50_000], ids=["by their actors", "both ways", "by their types"])
def test_a_release_is_replaced_alike_in_every_way(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    expected = _singly(tmp_path / "single.kgl", monkeypatch)
    monkeypatch.setattr(kglite_writer, "BULK", 1)
    monkeypatch.setattr(releases, "_ONE", most)
    assert _replaced(engine) == expected


@pytest.mark.parametrize(
    ("some", "many"),
    [(4, 5), (20_000, 5), (20_000, 11), (4, 100)],
    ids=["several transactions a type", "one transaction a type", "a type by its actors", "all types by their actors"],
)
def test_a_release_is_replaced_alike_in_several_transactions(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, some: int, many: int
) -> None:
    expected = _singly(tmp_path / "single.kgl", monkeypatch)
    monkeypatch.setattr(releases, "_SOME", some)
    monkeypatch.setattr(releases, "_MANY", many)
    monkeypatch.setattr(tie_changes, "SLICE", 9)
    monkeypatch.setattr(type(engine), "most_ties", 12)
    assert _replaced(engine) == expected
    assert check_model(engine) == ()


class _Cut(Exception):
    pass


@pytest.fixture
def cut_off(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Return a graph in which the first release was being replaced, a few ties at a time, when it was cut off."""
    monkeypatch.setattr(releases, "_SOME", 4)
    monkeypatch.setattr(releases, "_MANY", 0)
    monkeypatch.setattr(type(engine), "most_ties", 12)
    left = 3

    def cut(older: Superseded, writer: Writer, type_: str) -> bool:
        nonlocal left
        left -= 1
        if left < 0:
            raise _Cut
        return rename_some(older, writer, type_)

    rename_some = Superseded.rename_some
    with monkeypatch.context() as broken:
        broken.setattr(Superseded, "rename_some", cut)
        with pytest.raises(_Cut):
            _replaced(engine)
    renamed = engine.read("MATCH ()-[t {source: 's@1'}]->() RETURN count(t) AS ties").rows[0][0]
    assert 0 < renamed < len(FIRST)
    return engine


def test_a_replacement_that_was_cut_off_is_said_to_be_unfinished_and_goes_on(
    cut_off: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check_model(cut_off) == ("s",)
    sync_together(cut_off, [release("2", *SECOND)], older=OLDER)
    assert check_model(cut_off) == ()
    assert digest(cut_off) == _singly(tmp_path / "single.kgl", monkeypatch)[0]


@pytest.mark.parametrize("more", [0, 200], ids=["in parts", "whole"])
def test_a_replacement_that_was_cut_off_can_be_given_up(
    cut_off: Engine, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    monkeypatch.setattr(type(cut_off), "most_ties", 12 + more)
    sync(cut_off, release("1", *FIRST))
    count = "MATCH ()-[t]->() RETURN t.source AS source, count(t) AS ties ORDER BY source"
    assert cut_off.read(count).rows == [("other", 1), ("s", len(FIRST))]
    assert check_model(cut_off) == ()
    sync_together(cut_off, [release("2", *SECOND)], older=OLDER)
    assert cut_off.read(count).rows == [("other", 1), ("s", len(SECOND)), ("s@1", len(FIRST))]


def test_no_tie_of_another_source_is_renamed(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its id may begin as those of the source do."""
    monkeypatch.setattr(releases, "_MANY", 0)
    monkeypatch.setattr(type(engine), "most_ties", 12)
    source: Props = {"name": "Other", "kind": "dataset", "aliases": [], "sources": ["s/x"]}
    other = Edge("SUPPORTS", ("Actor", "a"), ("Actor", "b"), {**tie(1).props, "id": "SUPPORTS/s/x/1", "source": "s/x"})
    sync(engine, Batch("s/x", [Node("Source", "s/x", source), actor("a", "s/x"), actor("b", "s/x")], [other]))
    sync(engine, release("1", *FIRST))
    sync_together(engine, [release("2", *SECOND)], older=OLDER)
    assert engine.read("MATCH ()-[t {source: 's/x'}]->() RETURN t.id AS id").rows == [("SUPPORTS/s/x/1",)]


def test_what_several_sources_say_of_an_actor_stays_theirs(engine: Engine) -> None:
    _replaced(engine)
    rows = engine.read("MATCH (n:Actor) RETURN n.id AS id, n.sources AS sources, n.aliases AS aliases ORDER BY id").rows
    assert rows == [
        ("a", ["s", "s@1"], []),
        ("b", ["s", "s@1"], ["y", "z"]),
        ("c", ["other", "s", "s@1"], ["sea", "the sea"]),
        ("d", ["other", "s", "s@1"], ["dee"]),
        ("e", ["other"], []),
    ]


class _Parts:
    """Parts of a source, some of which are nodes and some ties; `begun` is set when somebody reads them."""

    def __init__(self, batch: Batch, *, broken: bool = False) -> None:
        self.begun = threading.Event()
        self.readings = 0
        self._parts: list[Part] = [batch.nodes[1:], *by_columns(batch.edges)]
        self._broken = broken

    def __iter__(self) -> Iterator[Part]:
        self.begun.set()
        self.readings += 1
        yield from self._parts
        if self._broken:
            raise errors.BadSource("the last line is cut off")


def test_an_embedded_graph_reads_the_newer_release_while_it_renames_the_older(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, single = KgliteEngine(tmp_path / "g.kgl"), KgliteEngine(tmp_path / "single.kgl")
    for each in (engine, single):
        sync(each, release("1", *FIRST))
    whole = release("2", *SECOND)
    parts = _Parts(whole)
    rename = Superseded.rename

    def waiting(older: Superseded, writer: Writer) -> None:
        assert parts.begun.wait(60)
        rename(older, writer)

    with monkeypatch.context() as slow:
        slow.setattr(Superseded, "rename", waiting)
        sync_together(engine, [Batch("s", whole.nodes[:1], parts=parts)], older=OLDER)
    assert parts.readings == 1
    sync_together(single, [whole], older=OLDER)
    assert digest(engine) == digest(single)


def test_a_fault_that_is_read_meanwhile_leaves_the_graph_as_it_was(engine: Engine) -> None:
    sync(engine, release("1", *FIRST))
    before = digest(engine)
    whole = release("2", *SECOND)
    broken = Batch("s", whole.nodes[:1], parts=_Parts(whole, broken=True))
    with pytest.raises(errors.BadSource, match="cut off"):
        sync_together(engine, [broken], older=OLDER)
    assert digest(engine) == before


def test_an_older_release_keeps_its_records_and_ids(engine: Engine) -> None:
    _replaced(engine)
    rows = engine.read(
        "MATCH ()-[t {source: 's@1'}]->() RETURN t.id AS id, type(t) AS type, t.record AS record, t.endorsed AS endorsed,"
        " t.superseded_by AS newer"
    ).rows
    assert sorted(rows) == sorted(
        (f"{edge.type}/s@1/{edge.props['record']}", edge.type, edge.props["record"], False, "s") for edge in FIRST
    )


def test_ids_are_unique_in_every_type_afterwards(engine: Engine) -> None:
    _replaced(engine)
    for name in ("SUPPORTS", "OPPOSES", "AIDS", "THREATENS"):
        again = f"MATCH (a:Actor {{id: 'a'}}), (b:Actor {{id: 'b'}}) CREATE (a)-[:{name} {{id: '{name}/s/4'}}]->(b)"
        with pytest.raises(errors.IdClash):
            engine.write(lambda writer, again=again: writer.run(again))  # type: ignore[misc]


def _other_release(engine: Engine, second: Batch) -> None:
    sync_together(engine, [second], older=OLDER)


def _other_ties(engine: Engine, second: Batch) -> None:
    sync(engine, replace(second, nodes=release("1").nodes))


STEPS: dict[str, Callable[[Engine, Batch], object]] = {
    "another release": _other_release,
    "other ties": _other_ties,
    "nothing": lambda engine, _: unload(engine, "s"),
}


@pytest.mark.parametrize("first", [1, 10_000], ids=["the same records", "other records"])
@pytest.mark.parametrize("step", STEPS)
def test_what_a_replacement_takes_grows_with_its_ties_only(tmp_path: Path, step: str, first: int) -> None:
    taken = []
    for number in (400, 3_200):
        engine = KgliteEngine(tmp_path / f"{number}.kgl")
        sync(engine, release("1", *map(tie, range(number))))
        second = release("2", *(tie(each, sign=-1) for each in reversed(range(first - 1, first - 1 + number))))
        begun = time.process_time()
        STEPS[step](engine, second)
        taken.append(time.process_time() - begun)
        engine.close()
    assert taken[1] < 24 * taken[0], (
        "eight times as many ties take eight times as long, where each looks at all: 64 times"
    )
