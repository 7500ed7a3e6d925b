# ruff: noqa: E501, RUF001 -- statements stand whole, and some are written with letters that only look like others
"""What passes the guard only reads, whatever the engine: run with writing allowed, beside a canary, on all three engines."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kglite
import pytest
from neo4j.exceptions import DriverError, Neo4jError

from tests.engine.test_guard import READS, REFUSED
from tests.fixtures_neo4j import require_server
from tests.injection.payloads import SECRET, Canary
from tiebook.engine.base import Limits
from tiebook.engine.guard import check_read_only
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.neo4j.engine import Neo4jEngine
from tiebook.errors import LimitReached, QueryFailed, WriteRefused

MORE = [
    "CYPHER 25 MATCH (n) DELETE n", "CYPHER 5 LOAD CSV FROM 'F' AS r RETURN r", "cypher runtime=slotted MATCH (n) SET n.x = 1",
    "MATCH (n) WHERE n.x = 1SET n.y = 2 RETURN n", "WITH 1 AS a ORDER BY 1LOAD CSV FROM 'F' AS r RETURN r", "RETURN 0x1LOAD CSV FROM 'F' AS r",
    "MATCH (n:$($label)) RETURN n", "MATCH (n) SET n:$('X')", "MATCH (n)-[r:$any($t)]->() RETURN r", "MATCH (n) SET n[$k] = 1 RETURN n",
    "FOR x IN [1] INSERT (n)", "MATCH (n) FILTER n.x = 1 DELETE n", "LET f = 1 LOAD CSV FROM 'F' AS r RETURN r", "WHEN true THEN { CREATE (n) }",
    "MATCH (n) NEXT DELETE n", "RETURN 1 AS a NEXT LOAD CSV FROM 'F' AS r RETURN r", "{ MATCH (n) DELETE n }", "CALL (n) { DELETE n }",
    "OPTIONAL CALL db.labels() YIELD label RETURN label", "CALL { LOAD CSV FROM 'F' AS r RETURN r } IN CONCURRENT TRANSACTIONS RETURN r",
    "RETURN file()", "RETURN linenumber()", "RETURN db.nameFromElementId('x')", "RETURN genai.vector.encode('x', 'OpenAI', {})",
    "RETURN graph.names()", "RETURN graph.byName('system')", "USE graph.byName('system') MATCH (n) RETURN n", "RETURN vector.similarity.cosine([1], [1])",
    "RETURN EXISTS { USE system MATCH (n) RETURN n }", "RETURN COUNT { CALL db.labels() }", "ＬＯＡＤ CSV FROM 'F' AS r RETURN r",
    "LOAD\u00a0CSV FROM 'F' AS r RETURN r", "LO\u00adAD CSV FROM 'F' AS r RETURN r", "L\u200bOAD CSV FROM 'F' AS r RETURN r", "ſET n.x = 1", "MATCH (n) ſET n.x = 1",
    "MATCH (n) RETURN n /* */ /* DELETE */ DELETE n", "MATCH (n) RETURN n // x\rDELETE n", "MATCH (n) RETURN n.`x` DELETE n", "MATCH (n) RETURN '' '' DELETE n",
    'MATCH (n) RETURN """ DELETE n //', "RETURN 'a' + \"b\" LOAD CSV FROM 'F' AS r", "DEALLOCATE PREPARE x", "START TRANSACTION", "BEGIN", "COMMIT", ":use system",
    "DRYRUN MATCH (n) DELETE n", "EXPLAIN LOAD CSV FROM 'F' AS r RETURN r", "RETURN 1 INTO OUTFILE 'F'", "MATCH (n) RETURN n FORMAT CSV", "RETURN apoc.load.csv('F')",
    "RETURN any.load('F')", "RETURN date.x.load('F')", "RETURN `date`.`load`('F')", "MATCH (n) WHERE n.x IN [SET] DELETE n", "RETURN [x IN [1] | x] SET n.x = 1",
    "RETURN 1 AS a, 2.LOAD CSV FROM 'F' AS r", "MATCH (n:LOAD) CSV FROM 'F' AS r RETURN r", "RETURN {a: LOAD CSV FROM 'F'}", "\ufeffMATCH (n) RETURN 1 AS x",
    "\ufeffLOAD CSV FROM 'F' AS r RETURN r", "MATCH\u00a0(n) DETACH\u00a0DELETE\u00a0n", "MATCH\u3000(n) CREATE\u3000(m)", "RETURN 1 /*/**/ LOAD CSV FROM 'F' AS r RETURN r /**/",
    "/*'*/ LOAD CSV FROM 'F' AS r RETURN r /*'*/", "RETURN '//' AS x // '\nLOAD CSV FROM 'F' AS r RETURN r", "RETURN \"'\" AS a LOAD CSV FROM 'F' AS r RETURN r //\"'\"",
    "RETURN `a``b` AS x, `//` LOAD CSV FROM 'F' AS r RETURN r", "CALL () { CALL db.labels() YIELD label RETURN label } RETURN label", "CALL(db.labels())", "CALL{CALL dbms.components()}",
    "CALL (*) { LOAD CSV FROM 'F' AS r RETURN r } RETURN r", "CALL { MATCH (n) RETURN n } IN TRANSACTIONS OF 1 ROWS ON ERROR CONTINUE REPORT STATUS AS s RETURN 1 AS x",
    "RETURN COUNT { MATCH (n) SET n.x = 1 RETURN n } AS c", "RETURN COLLECT { MATCH (n) DELETE n RETURN 1 } AS c", "RETURN EXISTS { CREATE (n) }", "RETURN sleep(10) AS x",
    "RETURN apoc.util.sleep(1000) AS x", "RETURN env('HOME') AS x", "RETURN dbms.info() AS x", "RETURN current_setting('x') AS x", "RETURN load_file('F') AS x", "RETURN n.date('x') AS x",
    "RETURN date.realtime() AS x", "RETURN 1 AS x;--", "RETURN 1 AS x # c", "RETURN $`x` AS x", "RETURN $$x AS x", "RETURN @x AS x", "RETURN 1 AS x UNION USE neo4j RETURN 1 AS x",
    "FINISH", "MATCH (n) WHERE n.x IN [FOREACH] RETURN 1 AS x", "MATCH (n) WITH n AS DELETE RETURN 1 AS x", "RETURN all(x IN [1] WHERE LOAD CSV) AS x",
    "WITH 'F' AS f LOAD CSV FROM f AS r RETURN r", "UNWIND ['F'] AS f CALL { WITH f LOAD CSV FROM f AS r RETURN r } RETURN r", "cypher replan=force MATCH (n) RETURN 1 AS x",
    "CYPHER runtime=pipelined RETURN 1 AS x", "RETURN '\x1b[31m' AS x", "RETURN 1_000 AS x",
]  # fmt: skip

PARTS = [
    "MATCH (n:A)", "MATCH (a:A)-[r:R]->(b)", "WITH n", "WITH 1 AS a", "RETURN n.x AS x", "RETURN 1 AS x", "WHERE n.x = 1", "ORDER BY 1", "LIMIT 1", "UNWIND [1] AS x",
    "CALL {", "CALL (n) {", "}", "{", "(", ")", "[", "]", "|", ":", ".", ",", ";", "'", '"', "`", "//", "/*", "*/", "\n", "\t", "1", "0x1", "1.5e3", "$p", "n", "x", "=",
    "SET n.x = 2", "SET", "n.x = 2", "DELETE n", "DETACH DELETE n", "CREATE (:A)", "CREATE", "(:Pwned)", "MERGE (:Pwned)", "REMOVE n.x", "INSERT (:Pwned)", "FOREACH (y IN [1] |",
    "LOAD CSV FROM 'F' AS r", "LOAD", "CSV", "FROM 'F' AS r", "RETURN r", "CALL db.labels()", "db.labels()", "YIELD label", "SHOW INDEXES", "USE x", "UNION", "UNION ALL",
    "EXISTS {", "COUNT {", "COLLECT {", "CASE WHEN true THEN", "ELSE", "END", "AND", "NOT", "IN", "AS", "DISTINCT", "FINISH", "NEXT", "LET y = 1", "FILTER", "EXPLAIN", "PROFILE",
]  # fmt: skip


@pytest.fixture
def canary(tmp_path: Path) -> Canary:
    folder = tmp_path / "canary"
    folder.mkdir()
    return Canary(folder)


def soup(seed: int, count: int, place: str) -> Iterator[str]:
    """Return statements of which many are nearly queries: parts in any order, with and without space between."""
    rng = random.Random(seed)
    for _ in range(count):
        parts = [
            rng.choice(PARTS[:10]),
            *rng.choices(PARTS, k=rng.randint(1, 6)),
            rng.choice(("RETURN 1 AS x", "", "RETURN n.x AS x")),
        ]
        yield rng.choice(("", " ", " ", " ")).join(parts).replace("'F'", f"'{place}'")


@pytest.mark.parametrize("cypher", [*MORE])
def test_more_ways_round_are_refused(cypher: str) -> None:
    with pytest.raises(WriteRefused):
        check_read_only(cypher)


def test_there_are_at_least_forty_ways_round() -> None:
    assert len({*MORE, *REFUSED}) > 100


def passed(statements: Iterator[str]) -> list[str]:
    """Return those that the guard lets through."""
    found = []
    for each in statements:
        try:
            check_read_only(each)
        except WriteRefused:
            continue
        found.append(each)
    return found


def test_what_passes_writes_nothing_on_an_embedded_graph_that_may_be_written(canary: Canary) -> None:
    statements = passed(soup(1, 40_000, f"file://{canary.path}"))
    assert len(statements) > 300
    graph: Any = kglite.KnowledgeGraph()
    graph.cypher("CREATE (a:A {id: 'a', x: 1})-[:R {w: 1}]->(b:A {id: 'b', x: 2})")
    everything = "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n.id AS id, n.x AS x, r.w AS w, m.id AS m ORDER BY id"

    def held() -> list[Any]:
        return list(graph.cypher(everything).to_dicts())

    before, answered = held(), 0
    for each in statements:
        try:
            found = graph.cypher(each, params={"p": 1}, timeout_ms=500)
        except (kglite.KgError, ValueError, TypeError):
            continue
        answered += 1
        assert SECRET not in str(found.to_dicts() if hasattr(found, "to_dicts") else found)
    assert answered > 50
    assert held() == before
    canary.check()


@pytest.fixture(params=["kglite", "neo4j-5.26", "neo4j-2026"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[KgliteEngine | Neo4jEngine]:
    """Return each engine with a little graph."""
    statement = "CREATE (a:A:Tiebook {id: 'a', x: 1})-[:R {w: 1}]->(b:A:Tiebook {id: 'b', x: 2})"
    if request.param == "kglite":
        path = tmp_path / "g.kgl"
        graph = kglite.open(str(path))
        graph.cypher(statement)
        graph.close()
        yield KgliteEngine(path)
        return
    server = require_server(request.param)
    with server.driver().session(database="neo4j") as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
        session.run(statement).consume()
    made = Neo4jEngine(server.uri, server.user, server.password)
    yield made
    made.close()


@pytest.mark.parametrize("engine", ["neo4j-5.26", "neo4j-2026"], indirect=True)
@pytest.mark.usefixtures("engine")
def test_what_passes_writes_nothing_on_a_server_that_may_be_written(
    canary: Canary, request: pytest.FixtureRequest
) -> None:
    statements = passed(soup(2, 3_000, f"file://{canary.path}"))
    server = require_server(request.node.callspec.params["engine"])
    answered = 0
    with server.driver().session(database="neo4j", default_access_mode="WRITE") as session:
        for each in statements:
            transaction = session.begin_transaction(timeout=2)
            try:
                result = transaction.run(each, {"p": 1})
                rows = str([record.values() for record in result])
                assert not result.consume().counters.contains_updates, each
                assert SECRET not in rows
                answered += 1
            except (DriverError, Neo4jError):
                pass
            finally:
                transaction.close()
    assert answered > 5
    canary.check()


def test_refused_ways_round_leave_the_graph_and_the_canary(engine: KgliteEngine | Neo4jEngine, canary: Canary) -> None:
    count = "MATCH (n) RETURN count(n) AS n, sum(n.x) AS x"
    before = engine.read(count).rows
    for cypher in [*REFUSED, *MORE]:
        with pytest.raises(WriteRefused):
            engine.read_untrusted(
                cypher.replace("'F'", f"'file://{canary.path}'"), {"label": "A", "t": "R", "k": "x"}, Limits()
            )
    assert engine.read(count).rows == before
    canary.check()


HEAVY = {
    "a cartesian product": "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN count(*) AS n",
    "a long sum": "UNWIND range(1, 5000000) AS x UNWIND range(1, 5000000) AS y RETURN sum(x * y % 7) AS n",
    "one expression": "RETURN reduce(s = 0, x IN range(1, 10000000000) | s + x) AS n",
    "a list": "RETURN size([x IN range(1, 2000000000) | x * 2]) AS n",
    "a collection": "UNWIND range(1, 1000000000) AS x WITH collect(x) AS xs RETURN size(xs) AS n",
    "doubling": "RETURN size(reduce(s = 'x', i IN range(1, 40) | s + s)) AS n",
    "replacing": "RETURN size(reduce(s = 'xxxxxxxxxx', i IN range(1, 28) | replace(s, 'x', 'xx'))) AS n",
}


@pytest.mark.parametrize("what", HEAVY)
def test_a_query_without_end_is_ended_and_the_next_is_answered(engine: KgliteEngine | Neo4jEngine, what: str) -> None:
    began = time.monotonic()
    with pytest.raises((LimitReached, QueryFailed)):  # KGLite refuses some lists at once, by a limit of its own
        engine.read_untrusted(HEAVY[what], {}, Limits(seconds=2, memory_mib=512))
    assert time.monotonic() - began < 120  # 2 s, 3 s for the server to answer, and a busy machine; else it takes hours
    assert engine.read("MATCH (n) RETURN count(n) AS n").rows == [(2,)]


@pytest.mark.parametrize(
    ("query", "params", "why"),
    [
        ("RETURN date('+99999-01-01') AS x", {}, "query failed"),
        ("RETURN date({year: 10000, month: 1, day: 1}) AS x", {}, "a year beyond 9999"),
        ("RETURN $x AS x", {"x": "\udcff"}, "not UTF-8 text"),
    ],
)
def test_a_value_that_cannot_be_carried_is_said(
    engine: KgliteEngine | Neo4jEngine, query: str, params: dict[str, Any], why: str
) -> None:
    with pytest.raises(QueryFailed, match=why):
        engine.read_untrusted(query, params, Limits(seconds=10))
    assert engine.read("MATCH (n) RETURN count(n) AS n").rows == [(2,)]


def test_an_answer_that_was_cut_says_so(engine: KgliteEngine | Neo4jEngine) -> None:
    cut = engine.read_untrusted("UNWIND range(1, 100000) AS x RETURN x", {}, Limits(rows=10))
    assert len(cut.rows) == 10
    assert cut.truncated
    whole = engine.read_untrusted("UNWIND range(1, 10) AS x RETURN x", {}, Limits(rows=10))
    assert not whole.truncated


def test_all_that_should_pass_does() -> None:
    assert len(passed(iter(READS))) == len(READS)
