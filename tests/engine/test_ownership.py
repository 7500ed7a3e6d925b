"""Statements confined to Tiebook's own nodes on a server: every node of a pattern is marked, nothing else is touched."""

import re

import pytest

from tiebook.engine.neo4j.ownership import confined, marked
from tiebook.errors import WriteRefused
from tiebook.questions import QuestionLibrary

OWN_LABELS = "[label IN labels({}) WHERE label <> 'Tiebook' | replace(label, 'TiebookMeta', 'Meta')]"


@pytest.mark.parametrize(
    ("written", "run"),
    [
        ("MATCH (a) RETURN a", "MATCH (a:Tiebook) RETURN a"),
        ("MATCH () RETURN 1", "MATCH (:Tiebook) RETURN 1"),
        ("MATCH (a:Actor {id: $x}) RETURN a", "MATCH (a:Actor&Tiebook {id: $x}) RETURN a"),
        ("MATCH ({id: 1}) RETURN 1", "MATCH (:Tiebook{id: 1}) RETURN 1"),
        ("MATCH (a $p) RETURN a", "MATCH (a:Tiebook $p) RETURN a"),
        ("MATCH (a WHERE a.x = 1) RETURN a", "MATCH (a:Tiebook WHERE a.x = 1) RETURN a"),
        ("MATCH (a:A:B) RETURN a", "MATCH (a:A&B&Tiebook) RETURN a"),
        ("MATCH (a:A|B) RETURN a", "MATCH (a:(A|B)&Tiebook) RETURN a"),
        ("MATCH (a:!Meta) RETURN a", "MATCH (a:(!TiebookMeta)&Tiebook) RETURN a"),
        ("MATCH (a IS Actor) RETURN a", "MATCH (a IS Actor&Tiebook) RETURN a"),
        ("MATCH (a)--(b)-->(c)<--(d) RETURN a", "MATCH (a:Tiebook)--(b:Tiebook)-->(c:Tiebook)<--(d:Tiebook) RETURN a"),
        ("MATCH (a), (b) RETURN a", "MATCH (a:Tiebook), (b:Tiebook) RETURN a"),
        ("MATCH p = (a) RETURN p", "MATCH p = (a:Tiebook) RETURN p"),
        ("RETURN EXISTS { (a)-[:X]->() }", "RETURN EXISTS { (a:Tiebook)-[:X]->(:Tiebook) }"),
        ("RETURN [(a)-[:X]-(b) | b.id]", "RETURN [(a:Tiebook)-[:X]-(b:Tiebook) | b.id]"),
        ("MATCH (m:Meta {id: 'model'}) RETURN m", "MATCH (m:TiebookMeta {id: 'model'}) RETURN m"),
        ("MATCH (`a`:`Actor`) RETURN `a`", "MATCH (`a`:`Actor`&Tiebook) RETURN `a`"),
        ("MATCH (a) RETURN labels(a)[0]", f"MATCH (a:Tiebook) RETURN {OWN_LABELS.format('a')}[0]"),
    ],
)
def test_a_node_of_a_pattern_has_to_be_ours(written, run):
    assert confined(written, shared=True) == run


@pytest.mark.parametrize(
    "cypher",
    [
        "RETURN (1) - (2) AS x, -(3) AS y, size([(4)]) AS z",
        "RETURN count(*) AS n, coalesce(null, (1)) AS m",
        "UNWIND [1] AS x WITH x, (x) AS y RETURN x - (y)",
        "RETURN '(a)-[:X]->(b)' AS text // (a)-->(b)\n",
        "RETURN {k: Meta} AS m /* (a:Meta) */",
        "UNWIND $a AS a RETURN (a.x) - 1, [(a)] AS l, (a) < -1 AS b",
    ],
)
def test_what_is_no_pattern_stays(cypher):
    assert confined(cypher, shared=True) == cypher


def test_where_all_is_ours_only_labels_are_read_otherwise():
    assert confined("MATCH (a:Actor)-[t]->() RETURN a", shared=False) == "MATCH (a:Actor)-[t]->() RETURN a"
    assert confined("MATCH (a) RETURN labels(a)", shared=False) == f"MATCH (a) RETURN {OWN_LABELS.format('a')}"
    assert confined("MATCH (a:Meta) RETURN a", shared=False) == "MATCH (a:TiebookMeta) RETURN a"


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (a)-[*]-(b) RETURN a",
        "MATCH (a)-[t:X*1..3]->(b) RETURN a",
        "MATCH (a)-[:X]->+(b) RETURN a",
        "MATCH (a)-->{1,2}(b) RETURN a",
        "MATCH ((a)-[:X]->(b)){1,3} RETURN a",
        "MATCH p = shortestPath((a)-[:X*]-(b)) RETURN p",
    ],
)
def test_a_path_of_any_length_could_lead_over_others_nodes(cypher):
    with pytest.raises(WriteRefused, match=r"any length.*NEO4J_DATABASE"):
        confined(cypher, shared=True)
    assert confined(cypher, shared=False) == cypher


def test_a_product_is_no_path():
    assert confined("RETURN (1 + 2) * 3 AS x, [1] + [2] AS y", shared=True).startswith("RETURN (1 + 2) * 3")


@pytest.mark.parametrize(
    ("written", "run"),
    [
        ("CREATE (n:Actor:State {id: $x})", "CREATE (n:Actor:State:Tiebook {id: $x})"),
        ("MERGE (n:Actor {id: $x})", "MERGE (n:Actor:Tiebook {id: $x})"),
        ("MERGE (m:Meta {id: 'model'})", "MERGE (m:TiebookMeta {id: 'model'})"),
        (
            "MATCH (a:A {id: 1}), (b:B) CREATE (a)-[:X]->(b)",
            "MATCH (a:A:Tiebook {id: 1}), (b:B:Tiebook) CREATE (a)-[:X]->(b)",
        ),
        ("MATCH ()-[t:X {id: $id}]->() DELETE t", "MATCH ()-[t:X {id: $id}]->() DELETE t"),
        ("MATCH (n) WHERE NOT n:Meta DETACH DELETE n", "MATCH (n:Tiebook) WHERE NOT n:TiebookMeta DETACH DELETE n"),
    ],
)
def test_what_is_written_is_marked(written, run):
    assert marked(written) == run


def test_every_node_of_every_stored_question_is_confined():
    for question in QuestionLibrary({}).all():
        run = confined(question.cypher, shared=True)
        for pattern in re.findall(
            r"\(\w*(?::[\w|]+)?(?: \{[^{}]*\})?\)(?=<?-)|(?<=-)\(\w*(?::[\w|]+)?\)|->\(\w*\)", run
        ):
            assert "Tiebook" in pattern, question.name
