"""What both engines must do alike: every trap that was measured is held here, on KGLite, Neo4j 5.26 and 2026."""

import datetime
from datetime import date

import pytest

from tiebook import errors
from tiebook.engine.base import Limits
from tiebook.engine.digest import digest
from tiebook.engine.meta import check_model
from tiebook.model.records import Edge, Node, Props
from tiebook.model.version import MODEL_VERSION
from tiebook.sync import sync, unload
from tiebook.sync.batch import Batch

LIMITS = Limits(seconds=20, rows=100)


def actor(node_id, **props):
    return Node(
        "Actor", node_id, {"name": node_id.title(), "kind": "State", "aliases": [], "sources": ["s"], **props}, "State"
    )


def source(name="s"):
    return Node("Source", name, {"name": name, "kind": "dataset", "aliases": [], "sources": [name]})


def tie(tie_id, start="a", end="b", name="SUPPORTS", **props):
    common: Props = {
        "id": f"{name}/{tie_id}",
        "sign": 1,
        "endorsed": True,
        "inferred": False,
        "source": "s",
        "regarding": [],
    }
    return Edge(name, ("Actor", start), ("Actor", end), {**common, **props})


def batch(*edges, nodes=(), name="s"):
    return Batch(name, [source(name), actor("a"), actor("b"), *nodes], list(edges))


# values

VALUES = {
    "text": 'O\'Brien "says" \\ `x` {y} $z ; // ü 漢字 \u200f\U0001f600',
    "empty text": "",
    "integer": 2**53,
    "negative": -1,
    "float": 1.5,
    "whole float": 2.0,
    "true": True,
    "false": False,
    "date": date(2020, 2, 29),
    "old date": date(1648, 10, 24),
    "list": ["a", "", "c"],
    "empty list": [],
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_every_value_comes_back_as_it_is(engine, value):
    node = actor("c", note=value)
    sync(engine, batch(tie("1", mechanism=value), nodes=[node]))
    for query in (
        "MATCH (n:Actor {id: 'c'}) RETURN n.note AS value",
        "MATCH (:Actor)-[t:SUPPORTS]->(:Actor) RETURN t.mechanism AS value",
    ):
        (found,) = engine.read(query).rows[0]
        assert found == value
        assert type(found) is type(value)
        assert engine.read_untrusted(query, {}, LIMITS).rows == [(value,)]


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_every_value_binds_as_a_parameter(engine, value):
    sync(engine, batch())
    (found,) = engine.read("MATCH (n:Meta) RETURN $value AS value", {"value": value}).rows[0]
    assert found == value
    assert type(found) is type(value)


def test_what_is_not_there_is_null_on_nodes_and_edges(engine):
    sync(engine, batch(tie("1")))
    assert engine.read(
        "MATCH (a:Actor {id: 'a'})-[t]->(b) RETURN a.cow AS cow, t.until AS until, t.since_earliest AS d"
    ).rows == [(None, None, None)]


def test_integers_and_dates_stay_what_they_are_beside_nulls(engine):
    sync(engine, batch(tie("1", paragraph=3), tie("2"), tie("3", since_earliest=date(2020, 1, 1))))
    rows = engine.read("MATCH ()-[t:SUPPORTS]->() RETURN t.paragraph AS p, t.since_earliest AS d ORDER BY t.id").rows
    assert rows == [(3, None), (None, None), (None, date(2020, 1, 1))]
    assert type(rows[0][0]) is int
    assert type(rows[2][1]) is datetime.date


def test_a_date_matches_a_date(engine):
    sync(engine, batch(tie("1", since_earliest=date(2020, 1, 1))))
    query = "MATCH ()-[t:SUPPORTS]->() WHERE t.since_earliest <= $day RETURN count(*) AS n"
    assert engine.read(query, {"day": date(2020, 1, 1)}).rows == [(1,)]
    assert engine.read(query, {"day": date(2019, 12, 31)}).rows == [(0,)]


def test_properties_are_only_ours(engine):
    sync(engine, batch(tie("1")))
    (props,) = engine.read("MATCH (n:Actor {id: 'a'}) RETURN properties(n) AS p").rows[0]
    assert set(props) == {"id", "name", "kind", "aliases", "sources"}
    (props,) = engine.read("MATCH ()-[t:SUPPORTS]->() RETURN properties(t) AS p").rows[0]
    assert set(props) == {"id", "sign", "endorsed", "inferred", "source", "regarding"}


# reading


def test_a_missing_parameter_is_an_error(engine):
    sync(engine, batch())
    for read in (engine.read, lambda q, p: engine.read_untrusted(q, p, LIMITS)):
        with pytest.raises(errors.QueryFailed, match=r"(?i)parameter"):
            read("MATCH (n:Actor {id: $nobody}) RETURN n.id AS id", {})


def test_a_broken_query_is_an_error_of_one_line(engine):
    sync(engine, batch())
    for query in ("MATCH (n:Actor RETURN n.id AS x", "MATCH (n) RETURN m.id AS x"):
        with pytest.raises(errors.QueryFailed) as caught:
            engine.read(query)
        assert "\n" not in str(caught.value)


def test_unknown_labels_types_and_properties_give_nothing(engine):
    sync(engine, batch(tie("1")))
    assert engine.read("MATCH (n:Nowhere) RETURN n.id AS id").rows == []
    assert engine.read("MATCH ()-[t:SANCTIONS]->() RETURN t.id AS id").rows == []


def test_rows_beyond_the_limit_are_cut_and_said(engine):
    sync(engine, batch())
    table = engine.read_untrusted("UNWIND range(1, 50) AS x RETURN x ORDER BY x", {}, Limits(rows=10))
    assert table.rows == [(number,) for number in range(1, 11)]
    assert table.truncated
    assert not engine.read_untrusted("UNWIND range(1, 10) AS x RETURN x", {}, Limits(rows=10)).truncated


def test_a_query_that_would_run_for_ever_is_ended(engine):
    sync(engine, batch())
    endless = "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b * c % 7) AS s"
    with pytest.raises(errors.LimitReached):
        engine.read_untrusted(endless, {}, Limits(seconds=1, memory_mib=1024))


@pytest.mark.parametrize(
    "cypher", ["CREATE (n:Actor {id: 'x'})", "MATCH (n:Actor) SET n.name = 'x'", "MATCH (n) DETACH DELETE n"]
)
def test_reading_cannot_write_even_past_the_guard(engine, cypher):
    sync(engine, batch(tie("1")))
    before = digest(engine)
    with pytest.raises(errors.WriteRefused):
        engine.read(cypher)
    assert digest(engine) == before


def test_the_guard_stands_before_both_engines(engine, tmp_path):
    sync(engine, batch())
    canary = tmp_path / "canary.csv"
    canary.write_text("secret\n")
    for cypher in (
        f"LOAD CSV FROM 'file://{canary}' AS row RETURN row",
        "CALL db.labels() YIELD label RETURN label",
        "SHOW USERS",
    ):
        with pytest.raises(errors.WriteRefused):
            engine.read_untrusted(cypher, {}, LIMITS)


# traps of one engine that the stored questions go round


def test_an_edge_is_known_to_be_a_tie_by_endorsed(engine):
    sync(engine, batch(tie("1")))
    query = "MATCH (s:Source {id: 's'}) OPTIONAL MATCH (a:Actor {id: 'a'})-[t]-() WHERE t.endorsed IS NOT NULL RETURN count(t) AS n"
    assert engine.read(query).rows == [(1,)]


def test_a_property_of_an_edge_finds_a_node_by_way_of_with(engine):
    sync(engine, batch(tie("1", factor="b")))
    query = "MATCH ()-[t:SUPPORTS]->() WITH t, t.factor AS id OPTIONAL MATCH (b:Actor {id: id}) RETURN b.name AS name"
    assert engine.read(query).rows == [("B",)]


def test_parallel_and_opposite_ties_stay_apart(engine):
    sync(engine, batch(tie("1"), tie("2"), tie("3", "b", "a"), tie("4", name="OPPOSES", sign=-1)))
    query = "MATCH (:Actor {id: 'a'})-[t]-(:Actor {id: 'b'}) RETURN t.id AS id, startNode(t).id AS start ORDER BY id"
    assert engine.read(query).rows == [
        ("OPPOSES/4", "a"),
        ("SUPPORTS/1", "a"),
        ("SUPPORTS/2", "a"),
        ("SUPPORTS/3", "b"),
    ]


# writing


def test_loading_again_changes_nothing(engine):
    first = sync(engine, batch(tie("1"), tie("2")))
    before = digest(engine)
    again = sync(engine, batch(tie("1"), tie("2")))
    assert first.created == 5
    assert again.nothing
    assert digest(engine) == before


def test_a_load_makes_the_graph_as_the_source_says_now(engine):
    sync(engine, batch(tie("1"), tie("2"), nodes=[actor("c", cow="1")]))
    changes = sync(engine, batch(tie("1", gloss="new"), tie("3"), nodes=[actor("c", gw="2")]))
    assert (changes.created, changes.changed, changes.removed) == (1, 2, 1)
    rows = engine.read("MATCH ()-[t:SUPPORTS]->() RETURN t.id AS id, t.gloss AS gloss ORDER BY id").rows
    assert rows == [("SUPPORTS/1", "new"), ("SUPPORTS/3", None)]
    assert engine.read("MATCH (n:Actor {id: 'c'}) RETURN n.cow AS cow, n.gw AS gw").rows == [(None, "2")]


def test_a_dry_run_tells_and_changes_nothing(engine):
    sync(engine, batch(tie("1")))
    before = digest(engine)
    changes = sync(engine, batch(tie("1"), tie("2")), dry_run=True)
    assert changes.created == 1
    assert digest(engine) == before


def test_two_sources_share_an_actor_and_part_again(engine):
    sync(engine, batch(tie("1")))
    alone = digest(engine)
    other = Node(
        "Actor", "a", {"name": "Alpha", "kind": "State", "aliases": ["Al"], "sources": ["o"], "cow": "9"}, "State"
    )
    sync(engine, Batch("o", [source("o"), other], []))
    row = engine.read("MATCH (n:Actor {id: 'a'}) RETURN n.name AS n, n.aliases AS a, n.sources AS s, n.cow AS c").rows
    assert row == [("A", ["Al", "Alpha"], ["o", "s"], "9")]
    unload(engine, "s")
    assert engine.read("MATCH (n:Actor) RETURN n.id AS id, n.sources AS s").rows == [("a", ["o"])]
    assert engine.read("MATCH ()-[t]->() RETURN count(t) AS n").rows == [(0,)]
    unload(engine, "o")
    sync(engine, batch(tie("1")))
    assert digest(engine) == alone


def test_unloading_what_is_not_loaded_is_said(engine):
    sync(engine, batch())
    with pytest.raises(errors.BadSource, match="not loaded"):
        unload(engine, "nothing")


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (batch(tie("1"), tie("1")), errors.DuplicateTie),
        (batch(nodes=[actor("a")]), errors.IdClash),
        (batch(nodes=[Node("Place", "a", {"name": "A", "kind": "city", "sources": ["s"]})]), errors.IdClash),
        (batch(tie("1", end="nowhere")), errors.BadSource),
    ],
)
def test_a_bad_batch_is_refused_and_nothing_is_written(engine, bad, error):
    sync(engine, batch(tie("0")))
    before = digest(engine)
    with pytest.raises(error):
        sync(engine, bad)
    assert digest(engine) == before


def test_an_id_that_names_something_else_already_is_refused(engine):
    sync(engine, batch())
    with pytest.raises(errors.IdClash, match="already names a"):
        sync(
            engine,
            Batch(
                "o", [source("o"), Node("Place", "a", {"name": "A", "kind": "city", "aliases": [], "sources": ["o"]})]
            ),
        )
    with pytest.raises(errors.IdClash, match="is a Person here and a State"):
        sync(
            engine,
            Batch(
                "o",
                [
                    source("o"),
                    Node("Actor", "a", {"name": "A", "kind": "Person", "aliases": [], "sources": ["o"]}, "Person"),
                ],
            ),
        )


def test_the_engine_itself_refuses_an_id_twice(engine):
    sync(engine, batch(tie("1")))
    before = digest(engine)
    for cypher in (
        "CREATE (n:Actor {id: 'a'})",
        "MATCH (a:Actor {id: 'a'}), (b:Actor {id: 'b'}) CREATE (a)-[t:SUPPORTS {id: 'SUPPORTS/1'}]->(b)",
    ):
        with pytest.raises(errors.IdClash):
            engine.write(lambda writer, cypher=cypher: writer.run(cypher))
    assert digest(engine) == before


def test_a_write_that_fails_leaves_nothing(engine):
    sync(engine, batch())
    before = digest(engine)

    def half(writer):
        writer.run("CREATE (n:Actor {id: 'half'})")
        raise errors.BadSource("on purpose")

    with pytest.raises(errors.BadSource):
        engine.write(half)
    assert digest(engine) == before
    sync(engine, batch(tie("1")))  # and the next one works


def test_another_model_version_is_said(engine):
    sync(engine, batch())
    engine.write(lambda writer: writer.run("MATCH (m:Meta) SET m.model = 99"))
    with pytest.raises(errors.ModelMismatch, match="99"):
        check_model(engine)
    with pytest.raises(errors.ModelMismatch):
        sync(engine, batch())


def test_an_empty_database_is_said(engine):
    with pytest.raises(errors.DatabaseMissing):
        check_model(engine)
    assert not engine.exists()


def test_the_model_version_is_noted(engine):
    sync(engine, batch())
    check_model(engine)
    assert engine.read("MATCH (m:Meta) RETURN m.model AS model").rows == [(MODEL_VERSION,)]
    assert engine.version()[0].isdigit()


def test_a_label_or_name_that_a_node_does_not_have_is_not_relied_on(engine):
    """KGLite gives a node without a name a made-up one: gloss comes first, and the linter sees to it."""
    claim = Node("Claim", "s/c", {"gloss": "said", "source": "s"})
    sync(engine, batch(nodes=[claim]))
    assert engine.read("MATCH (c:Claim) RETURN coalesce(c.gloss, c.name) AS what").rows == [("said",)]


@pytest.mark.parametrize(
    "condition", ["b.kind IN ['Bloc']", "b.name > 'C'", "(b.cow IS NULL OR b.cow < '1') AND b.name > 'C'"]
)
def test_no_condition_is_dropped(engine, condition):
    sync(engine, batch(tie("1")))
    for anchor in (
        "(b:Actor {id: 'b'})<-[t:SUPPORTS]-(a:Actor) WHERE",
        "(b:Actor)<-[t:SUPPORTS]-(a:Actor) WHERE b.id = 'b' AND",
    ):
        query = f"MATCH {anchor} t.endorsed AND {condition} RETURN a.id AS id"
        assert engine.read_untrusted(query, {}, LIMITS).rows == []
        assert engine.read(query).rows == []


def test_dates_can_be_moved_and_compared(engine):
    sync(engine, batch(tie("1", since_earliest=date(2020, 1, 31))))
    query = (
        "MATCH ()-[t:SUPPORTS]->() WITH t.since_earliest + duration({months: $n}) AS later"
        " RETURN later AS later, later > $day AS after"
    )
    assert engine.read(query, {"n": 1, "day": date(2020, 2, 28)}).rows == [(date(2020, 2, 29), True)]


def test_a_source_brings_properties_that_no_node_had_before(engine):
    sync(engine, batch())
    other = Node(
        "Source",
        "o",
        {"name": "O", "kind": "dataset", "aliases": [], "sources": ["o"], "covers_since": date(1950, 1, 1)},
    )
    sync(engine, Batch("o", [other, actor("c", iso3="CCC", sources=["o"])], []))
    rows = engine.read("MATCH (s:Source) RETURN s.id AS id, s.covers_since AS since ORDER BY id").rows
    assert rows == [("o", date(1950, 1, 1)), ("s", None)]
