"""What the engines answer differently is refused before either sees it, and what they answer alike is not."""

from datetime import date

import pytest

from tiebook.engine.braces import asks_of_itself
from tiebook.engine.guard import check_read_only, tokenized
from tiebook.engine.portability import check_portable, faults
from tiebook.errors import QueryFailed, WriteRefused

T = "MATCH ()-[t]->() "
REFUSED = [
    ("MATCH (a) RETURN keys(a) AS x", "return properties(n)"),
    (T + "WHERE t.since_earliest > '2010' RETURN t.id", "date('2020-10-19')"),
    (T + "WHERE '2010' <= t.until_latest RETURN t.id", "date('2020-10-19')"),
    (T + "WHERE t.since_earliest IN ['2010-01-01'] RETURN t.id", "date('2020-10-19')"),
    (T + "WHERE t.since_earliest = $text RETURN t.id", "date('2020-10-19')"),
    (T + "WITH t.since_earliest AS began WHERE began > '2010' RETURN began", "date('2020-10-19')"),
    ("RETURN round(-2.5) AS x", "floor(x + 0.5)"),
    ("RETURN round(-2.5, 0) AS x", "floor(x + 0.5)"),
    (T + "RETURN toString(t.confidence) AS x", "the number itself"),
    ("RETURN toString(1e8) AS x", "the number itself"),
    ("RETURN [1] + null AS x", "leave null out"),
    ("RETURN 1.0 / 0 AS x", "leave it out"),
    ("RETURN date('2020-01-01').hour AS x", "days have"),
    ("MATCH (a) RETURN a.title AS x", "nothing in the model"),
    ("MATCH (a {title: 'x'}) RETURN a.id AS x", "nothing in the model"),
    ("MATCH (a)-[t]->(b), (s:Source {id: t.source}) RETURN s.id AS x", "WHERE s.id = t.source"),
    ("MATCH (a)-[t]->(b {kind: a.kind}) RETURN b.id AS x", "write WHERE"),
    ("MATCH (b {kind: coalesce(a.kind, 'x')}), (a) RETURN b.id AS x", "write WHERE"),
    ("MATCH (a)-[t]->(b)-[u {sign: t.sign}]->() RETURN b.id AS x", "write WHERE"),
    ("MATCH (a) RETURN COUNT { (a)-[t]->(b {kind: t.kind}) } AS x", "write WHERE"),
    ("MATCH (a) WHERE EXISTS { MATCH (a)-[t]->(b {kind: t.kind}) } RETURN a.id AS x", "write WHERE"),
    ("MATCH (a) WITH count(a) AS n MATCH (a)--(b {kind: a.kind}) RETURN n", "write WHERE"),
    ("MATCH (a) RETURN a.id AS x UNION MATCH (a)--(b {kind: a.kind}) RETURN b.id AS x", "write WHERE"),
]
PASSED = [
    T + "WHERE t.since_earliest > date('2010-01-01') AND t.since > '2010' RETURN t.id",
    T + "WHERE t.since_earliest = $day AND type(t) = 'OPPOSES' RETURN type(t) AS type",
    "RETURN round(2.55, 1) AS x, toString(1) AS y, 10 / 4 AS z, 1 + 2 AS title",
    T + "RETURN toString(t.since_earliest) AS x, t.since_earliest.year AS year",
    "UNWIND [1, null] AS x RETURN [1] + x AS y",
    "RETURN keys({a: 1}) AS x",
    "MATCH (a)-[t]->(b) MATCH (s:Source {id: t.source}) RETURN s.id AS x",
    "MATCH (a {kind: $text})-[t:A {id: 'b'}]->(b:C {x: [1, 2]}) RETURN {a: a.id, b: b.id} AS x",
    "MATCH (a) WITH a MATCH (a)--(b {kind: a.kind}) RETURN b.id AS x",
    "MATCH (a) WHERE a.name STARTS WITH 'x' MATCH (a)--(b {kind: a.kind}) RETURN b.id AS x",
    "MATCH (a) WITH * MATCH (a)--(b {kind: a.kind}) RETURN b.id AS x",
    "MATCH (a) CALL (a) { MATCH (b {kind: a.kind}) RETURN b } RETURN b.id AS x",
    "UNWIND ['x'] AS id MATCH (b {id: id}) RETURN b.id AS x",
    "MATCH (a) WHERE EXISTS { (b {kind: a.kind})--() } RETURN a.id AS x",
]
PARAMS = {"text": "2010", "day": date(2010, 1, 1)}


@pytest.mark.parametrize(("query", "hint"), REFUSED)
def test_what_differs_is_refused_with_what_to_write(query, hint):
    with pytest.raises(QueryFailed, match="refused") as raised:
        check_portable(query, PARAMS)
    assert hint in str(raised.value)


@pytest.mark.parametrize("query", PASSED)
def test_what_is_alike_passes(query):
    check_portable(query, PARAMS)


@pytest.mark.parametrize(
    "name",
    ["isEmpty", "nullIf", "char_length", "duration.between", "elementId", "id", "datetime", "trim", "lTrim", "rTrim"],
)
def test_a_function_of_one_engine_is_refused_with_what_both_have(name):
    with pytest.raises(WriteRefused, match=r"differ \(write ."):
        check_read_only(f"RETURN {name}('x') AS v")


def test_starts_with_begins_no_clause_that_forgets_names():
    known = "MATCH (t)-[x]->(b) WHERE t.name STARTS WITH 'a' MATCH (s {id: t.source})-[y]->(t) RETURN s.id AS id"
    assert list(faults(known, {})) == []
    forgotten = known.replace("WHERE t.name STARTS WITH 'a'", "WITH b")
    assert [what for what, _ in faults(forgotten, {})] == ["t in braces of the MATCH that finds t"]


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("MATCH (a)-[t]->(b), (s {id: t.source}) RETURN s", ["t"]),
        ("MATCH (a)-[t]->(b) MATCH (s {id: t.source}) RETURN s", []),  # an earlier MATCH binds it
        ("MATCH (id:Actor)-[t]->(b {id: 'x'}) RETURN b", []),  # the key of a map is no variable
        ("MATCH (a {id: $a})-[t {source: a.id}]->(b) RETURN b", ["a"]),
        ("MATCH (a)-->(b {id: toUpper('a')}), (toUpper) RETURN a", []),  # nor is a function
        ("MATCH p = (a)-->(b {id: p}) RETURN p", ["p"]),
        ("MATCH (a)-[t]->(b {id: t.x}) MATCH (a)-->(c {id: t.x}) RETURN a", ["t"]),
        ("WITH 1 AS x MATCH (a {id: x}) RETURN a", []),
        ("MATCH (a {id: a})", ["a"]),  # where the query ends
    ],
)
def test_braces_that_ask_of_what_their_own_match_binds_are_found(query: str, asked: list[str]) -> None:
    assert list(asks_of_itself(tokenized(query))) == asked
