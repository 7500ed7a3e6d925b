"""Only plain reads pass the guard: every way round that we know is refused before an engine sees it."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.engine.guard import check_read_only
from tiebook.errors import WriteRefused
from tiebook.questions import QuestionLibrary

READS = [
    "MATCH (a:Actor)-[:SELLS_ARMS_TO]->(b:Actor) RETURN a.name, b.name",
    "MATCH (a:Actor {id: $x})-[t:SANCTIONS|PRESSURES]->(b) WHERE t.sign = -1 RETURN count(*) AS n ORDER BY n DESC LIMIT 3 // hi",
    "MATCH p = shortestPath((a:Actor {id: 'x'})-[*..5]-(b:Actor {id: 'y'})) RETURN length(p) AS n",
    "MATCH (a:Actor) CALL (a) { MATCH (a)-->(b) RETURN count(b) AS n } RETURN n",
    "MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN m } RETURN m.id",
    "RETURN date.truncate('month', date('2020-01-02')) AS d",
    "MATCH (c:Claim)-[:IN]->(s), (c)-[:BY]->(x) WHERE c.by IS NOT NULL AND EXISTS { (c)-[:TO]->() } RETURN [x IN c.by | x]",
    "UNWIND [1, 2] AS x RETURN x;",
    "MATCH (n) WHERE n.name CONTAINS 'DELETE' RETURN n.name AS `set`",
    'RETURN "it\'s" AS x',
    "MATCH (n:Actor) WHERE n.name =~ $pattern RETURN n.name UNION ALL MATCH (n:Place) RETURN n.name",
]

REFUSED = [
    "", " ", "// nothing", "CREATE (n)", "create (n) return n", "MERGE (n:Actor {id: 'x'})", "MATCH (n) SET n.x = 1",
    "MATCH (n) SET n:Actor", "MATCH (n) SET n += {x: 1} RETURN n", "MATCH (n) DELETE n", "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n", "MATCH (n) REMOVE n.x", "MATCH (n) FOREACH (x IN [1] | SET n.a = 1)", "INSERT (n)",
    "LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r", "lOaD/**/cSv FROM 'x' AS r RETURN r",
    "MATCH (n) LOAD CSV FROM 'x' AS r RETURN r", "RETURN 1 AS a UNION LOAD CSV FROM 'x' AS a RETURN a",
    "WITH 1 AS a LOAD CSV WITH HEADERS FROM 'x' AS r RETURN r",
    "CALL { LOAD CSV FROM 'x' AS r RETURN r } RETURN r",
    "MATCH (n) WHERE EXISTS { LOAD CSV FROM 'x' AS r RETURN r } RETURN n",
    "CALL db.labels()", "CALL db.labels", "CALL db.labels() YIELD label RETURN label", "CALL `db`.`labels`()",
    "CALL dbms.listConfig()", "MATCH (n) CALL apoc.load.json('x') YIELD value RETURN value", "CALL/**/db.labels()",
    "CALL { CALL db.labels() YIELD label RETURN label } RETURN label", "call tx.getMetaData()",
    "RETURN apoc.load.json('x')", "RETURN apoc . load . json ('x')", "RETURN `apoc`.load('x')", "RETURN `load`('x')",
    "SHOW USERS", "SHOW DATABASES YIELD name RETURN name", "USE system MATCH (n) RETURN n", "USE neo4j RETURN 1",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "DROP INDEX x", "CREATE INDEX FOR (n:A) ON (n.x)",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", "GRANT ROLE reader TO x", "START DATABASE neo4j", "STOP DATABASE neo4j",
    "RETURN 1; MATCH (n) DELETE n", "RETURN 1;;RETURN 2", "EXPLAIN MATCH (n) DELETE n", "PROFILE MATCH (n) RETURN n",
    "MATCH (n) RETURN n FORMAT CSV",
    "RETURN '\\u0027' AS x", "\\u004c\\u004f\\u0041\\u0044 CSV FROM 'x' AS r RETURN r", "RETURN '\\' + 1", 'RETURN "\\""',
    "RETURN 1 // \u2028 MATCH (n) DELETE n", "RETURN 1 // \x0b CREATE (n)", "RETURN 1 //\x85 CREATE (n)", "RETURN 1 \x00",
    "MATCH (n) WHERE n:SET n.x = 1 RETURN n", "MATCH (n) WITH n LIMIT 1 DELETE n", "MATCH (n) WITH * DELETE n",
    "MATCH (n) CALL { WITH n DELETE n } RETURN 1", "MATCH (n) CALL (n) { SET n.x = 1 } RETURN 1",
    "MATCH (n) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS RETURN 1", "MATCH (n) RETURN n UNION CREATE (x) RETURN x AS n",
    "MATCH (n) FINISHING n", "LET x = 1 RETURN x", "FILTER n RETURN 1", "RETURN 1 AS `a` DELETE `a`", "RETURN 'open",
    "MATCH (n) RETURN n /* open", "MATCH (n) /* DELETE */ DELETE n", "RETURN randomUUID()", "PERIODIC COMMIT",
    "MATCH (a)\nSET\na.x=1\nRETURN a", "MATCH (a) SET(a).x = 1", "MATCH (a) DELETE(a)", "RETURN COLLECT { CREATE (n) RETURN n }",
]  # fmt: skip


@pytest.mark.parametrize("cypher", READS)
def test_reads_pass(cypher):
    check_read_only(cypher)


@pytest.mark.parametrize("cypher", REFUSED)
def test_everything_else_is_refused(cypher):
    with pytest.raises(WriteRefused):
        check_read_only(cypher)


@pytest.mark.parametrize("question", QuestionLibrary({}).all(), ids=lambda question: question.name)
def test_every_shipped_question_passes(question):
    check_read_only(question.cypher)


WRITING = st.sampled_from(
    ["CREATE (n)", "MATCH (n) DELETE n", "LOAD CSV FROM 'x' AS r", "CALL db.labels()", "SHOW USERS", "SET n.x = 1"]
)
GLUE = st.sampled_from([" ", "\n", "\t", " // c\n", " /* c */ "])


@given(st.text(max_size=20), WRITING, GLUE, st.sampled_from(["", "RETURN 1", ";"]))
def test_whatever_stands_before_a_write_it_is_refused(before, write, glue, after):
    if "//" in before or "/*" in before or any(mark in before for mark in "'\"`"):
        return  # inside a comment or a string it is no write
    with pytest.raises(WriteRefused):
        check_read_only(f"MATCH (n) {before}{glue}{write.replace(' ', glue)} {after}")


@given(st.text(max_size=60))
def test_any_text_passes_or_is_refused_in_our_words(text):
    with contextlib.suppress(WriteRefused):
        check_read_only(text)
