"""A load in parts, on an embedded engine that takes few ties at a time: the same graph, and what each step says of itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.test_bulk import ROWS, batch, many, node, tie
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.meta import check_model, set_unfinished
from tiebook.errors import BadSource, DuplicateTie, IdClash, WouldLose
from tiebook.model import schema
from tiebook.model.records import Edge, Node, Props
from tiebook.model.ties import by_columns
from tiebook.sync import sync, tie_changes, unload
from tiebook.sync.batch import Batch
from tiebook.sync.replace_guard import Held, check_days, check_ties
from tiebook.sync.sync import Changes, _groups, sync_together


class InParts(KgliteEngine):
    """Takes 25 changes in a transaction."""

    most_ties: int | None = 25
    writes = 0

    def write(self, work):
        """Count the transactions."""
        self.writes += 1
        return super().write(work)


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[InParts]:
    made = InParts(tmp_path / "parts.kgl")
    yield made
    made.close()


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[KgliteEngine]:
    made = KgliteEngine(tmp_path / "whole.kgl")
    yield made
    made.close()


def test_parts_give_the_graph_of_the_whole(parts: InParts, whole: KgliteEngine) -> None:
    told: list[int] = []
    assert sync(parts, batch(*many()), progress=told.append) == Changes(created=ROWS + 4)
    assert (sum(told), parts.writes > 4) == (ROWS, True)
    sync(whole, batch(*many()))
    assert digest(parts) == digest(whole)
    assert check_model(parts) == ()
    assert sync(parts, batch(*many())) == Changes(unchanged=ROWS + 4)


def test_parts_replace_and_remove(parts: InParts, whole: KgliteEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tie_changes, "_REMOVED", 25)
    changed = [Edge(each.type, each.source, each.target, {**each.props, "gloss": "new"}) for each in many()[:40]]
    sync(parts, batch(*many()))
    assert sync(parts, batch(*changed)) == Changes(changed=41, removed=ROWS - 40, unchanged=3)
    sync(whole, batch(*changed))
    assert digest(parts) == digest(whole)
    sync(parts, batch(*many()))
    writes = parts.writes
    unload(parts, "s")
    assert parts.writes - writes == 2 + -(-ROWS // 25), "what goes is removed in parts too"
    assert not parts.read("MATCH (n) WHERE NOT n:Meta RETURN n.id AS id").rows
    assert check_model(parts) == ()


@pytest.mark.parametrize("rows", [0, 20, 25])
def test_a_load_that_was_cut_off_is_over_when_one_transaction_ends_it(parts: InParts, rows: int) -> None:
    sync(parts, batch(*many()[:20]))
    parts.write(lambda writer: set_unfinished(writer, "s", unfinished=True))
    parts.write(lambda writer: set_unfinished(writer, "t", unfinished=True))
    sync(parts, batch(*many()[:rows]), dry_run=True)
    assert check_model(parts) == ("s", "t")
    if rows:
        sync(parts, batch(*many()[:rows]))
    else:
        unload(parts, "s")
    assert check_model(parts) == ("t",)


def test_few_ties_replace_many_in_parts(parts: InParts) -> None:
    sync(parts, batch(*many()))
    writes = parts.writes
    sync(parts, Batch("s", batch().nodes, [tie(901, "a", "b")], adds=True))
    assert parts.writes - writes == 1, "where nothing goes, what is there does not count"
    writes = parts.writes
    sync(parts, batch(*many()[:1]))
    assert parts.writes - writes > 2


def test_what_fits_is_one_transaction(parts: InParts) -> None:
    sync(parts, batch(*many()[:25]))
    assert parts.writes == 1
    sync(parts, batch(*many()[:26]))
    assert parts.writes > 2


def test_several_sources_come_in_each_as_it_is_too_large_or_not(parts: InParts, whole: KgliteEngine) -> None:
    day: Props = {"name": "x", "kind": "dataset", "aliases": [], "sources": ["x"]}
    small = Batch("x", [Node("Source", "x", day)])
    for engine in (parts, whole):
        found = sync_together(engine, [batch(*many()), small])
        assert found == {"s": Changes(created=ROWS + 4), "x": Changes(created=1)}
    assert digest(parts) == digest(whole)


def test_parts_of_a_source_are_nodes_and_ties_in_turn(parts: InParts, whole: KgliteEngine) -> None:
    (ties,) = by_columns(many())
    head = batch().nodes
    for engine in (parts, whole):
        given = Batch("s", head[:1], parts=[head[1:], ties, [node("d")], *by_columns([tie(900, "a", "d")])])
        assert (given.size(), given.read_through()) == (ROWS + 5, ROWS + 5)
        assert sync(engine, given) == Changes(created=ROWS + 6)
        assert sync(engine, given) == Changes(unchanged=ROWS + 6)
        less = Batch("s", head[:1], parts=[head[1:], ties])
        assert sync(engine, less) == Changes(removed=2, unchanged=ROWS + 4)
    assert digest(parts) == digest(whole)


def test_what_is_added_takes_nothing_out(whole: KgliteEngine) -> None:
    sync(whole, batch(*many()))
    more = batch(tie(901, "a", "b"))
    assert sync(whole, Batch("s", more.nodes[:3], more.edges, adds=True)).removed == 0
    assert whole.read("MATCH ()-[t:SUPPORTS]->() RETURN count(t) AS n").rows == [(ROWS + 1,)]
    assert whole.read("MATCH (n:Actor) RETURN count(n) AS n").rows == [(3,)]


def test_a_load_that_keeps_is_refused_where_it_would_lose_more_than_half(whole: KgliteEngine) -> None:
    sync(whole, batch(*many()))
    less = batch(*many()[: ROWS // 2 - 1])
    with pytest.raises(WouldLose, match="60 ties in the graph, and these files hold 29 of them"):
        sync(whole, Batch("s", less.nodes, less.edges, keeps=True))
    half = batch(*many()[: ROWS // 2])
    assert sync(whole, Batch("s", half.nodes, half.edges, keeps=True)).removed == ROWS // 2
    check_ties("s", 0, 0)


def test_the_days_that_would_be_lost_are_named() -> None:
    old = Held(parts=tuple("abcdefg"))
    check_days("s", old, list("abcdefgh"))
    with pytest.raises(WouldLose, match="also holds a, b, c, d, e and 2 more, which"):
        check_days("s", old, [])
    with pytest.raises(WouldLose, match="also holds a, b, c, d, e, which"):
        check_days("s", old, list("fg"))


def test_parts_are_taken_together_up_to_a_number_of_rows() -> None:
    (ties,) = by_columns(many())
    sizes = [[len(part) for part in group] for group in _groups([[node("a")], ties, [node("b")]], 25)]
    assert [sum(group) for group in sizes] == [26, 25, 11]
    assert list(_groups([], 25)) == []
    assert [len(group) for group in _groups([[node("a")] * 25, [node("b")]], 25)] == [1, 1]


def test_a_batch_that_is_not_sound_is_refused(whole: KgliteEngine) -> None:
    with pytest.raises(IdClash, match=": a"):
        sync(whole, Batch("s", [node("a"), node("b"), node("a")]))
    with pytest.raises(DuplicateTie, match="SUPPORTS/s/1"):
        sync(whole, batch(tie(1, "a", "b"), tie(2, "a", "b"), tie(1, "a", "c")))
    with pytest.raises(BadSource, match="x, y"):
        sync(whole, batch(tie(1, "y", "b"), tie(2, "a", "x")))
    about = Edge("ABOUT", ("Claim", "s/1"), ("Claim", "other/1"), {})
    Batch("s", [Node("Claim", "s/1", {"name": "s/1"})], [about]).check()
    own = Edge("ABOUT", ("Claim", "s/1"), ("Claim", "s/2"), {})
    with pytest.raises(BadSource, match="s/2"):
        Batch("s", [Node("Claim", "s/1", {"name": "s/1"})], [own]).check()


def test_changes_add_up_and_say_when_there_are_none() -> None:
    assert Changes(1, 2, 3, 4) + Changes(10, 20, 30, 40) == Changes(11, 22, 33, 44)
    assert Changes(unchanged=3).nothing
    assert not any(each.nothing for each in (Changes(1), Changes(changed=1), Changes(removed=1)))


def test_a_load_leaves_the_collector_as_it_was(whole: KgliteEngine) -> None:
    assert gc.isenabled()
    sync(whole, batch(tie(1, "a", "b")))
    assert gc.isenabled()
    gc.disable()
    try:
        sync(whole, batch(tie(1, "a", "b")))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_dry_run_says_what_a_load_would_change(whole: KgliteEngine) -> None:
    sync(whole, batch(*many()))
    assert sync(whole, batch(*many()[1:]), dry_run=True) == Changes(removed=1, changed=1, unchanged=ROWS + 2)
    with pytest.raises(BadSource, match="nobody is not loaded"):
        unload(whole, "nobody")


def test_the_longest_name_and_id_that_engines_index(whole: KgliteEngine) -> None:
    most = schema.MOST_INDEXED

    def load(node_id: str, name: str) -> Changes:
        return sync(
            whole, Batch("s", [Node("Actor", node_id, {**node("a").props, "name": name}, "State")]), dry_run=True
        )

    assert load("a", "n" * most).created == 1
    assert load("i" * (4 * most), "n").created == 1
    with pytest.raises(BadSource, match=f"the name of a Actor has {most + 1:,} characters: nnnn"):
        load("a", "n" * (most + 1))
    with pytest.raises(BadSource, match=f"the id of a Actor has {4 * most + 1:,} characters: iiii"):
        load("i" * (4 * most + 1), "n")


def test_what_only_one_of_two_sources_says_goes_with_it(whole: KgliteEngine) -> None:
    for source, name in (("s", "Ann"), ("t", "Anna"), ("u", "Ann")):
        props: Props = {"name": name, "kind": "Person", "aliases": [], "sources": [source], "note": f"by {source}"}
        sync(whole, Batch(source, [Node("Actor", "ann", props, "Person")]))
    read = (
        "MATCH (n:Actor {id: 'ann'}) RETURN n.name AS name, n.aliases AS aliases, n.sources AS sources, n.note AS note"
    )
    assert whole.read(read).rows == [("Ann", ["Anna"], ["s", "t", "u"], "by s")]
    sync(whole, Batch("s"))
    assert whole.read(read).rows == [("Anna", ["Ann"], ["t", "u"], "by t")]
    sync(whole, Batch("u"))
    assert whole.read(read).rows == [("Anna", [], ["t"], "by t")]
    again: Props = {"name": "Anne", "kind": "Person", "aliases": [], "sources": ["t"]}
    sync(whole, Batch("t", [Node("Actor", "ann", again, "Person")]))
    assert whole.read("MATCH (n:Actor {id: 'ann'}) RETURN properties(n) AS props").rows[0][0] == {**again, "id": "ann"}
