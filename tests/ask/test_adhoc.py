"""Ad-hoc queries whose names can match nothing: refused or noted, never answered with "none identified"."""

from datetime import date

import pytest

from tiebook.ask import query
from tiebook.ask.adhoc import check_names, comparisons, is_text, notes, text_parameters
from tiebook.errors import UnknownName, WriteRefused
from tiebook.model import schema
from tiebook.questions import QuestionLibrary


@pytest.mark.parametrize(
    ("cypher", "wrong", "right"),
    [
        ("MATCH (x:Actr) RETURN x.id AS id", "label Actr", "Actor"),
        ("MATCH (x:Actor:State|Milatary) RETURN x.id AS id", "label Milatary", "Military"),
        ("MATCH (x) WHERE x:instrument RETURN x.id AS id", "label instrument", "Instrument"),
        ("MATCH (x:SUPPORTS) RETURN x.id AS id", "label SUPPORTS", "is a relationship type"),
        ("MATCH ()-[t:OPOSES]->() RETURN count(t) AS n", "relationship type OPOSES", "OPPOSES"),
        ("MATCH ()-[t:SUPPORTS|rival_of*1..2]-() RETURN count(t) AS n", "relationship type rival_of", "RIVAL_OF"),
        ("MATCH ()-[t]->() WHERE NOT t:Claim AND type(t) = 'X' RETURN 1 AS n", None, None),
        ("MATCH (c:Claim)-[:HELD_BYE]->(a) RETURN a.id AS id", "relationship type HELD_BYE", "HELD_BY"),
        ("MATCH (a:`Sorce`) RETURN a.id AS id", "label Sorce", "Source"),
        ("MATCH (a:Actor) RETURN EXISTS { (a)-[:AIDSS]-() } AS helps", "relationship type AIDSS", "AIDS"),
        ("MATCH (a:Actor) WHERE a.name = '(b:Nothing)-[:AT_ALL]' // (c:Neither)\n RETURN a.id AS id", None, None),
        ("WITH {some: 1, key: 'x'} AS m RETURN m.some AS n", None, None),
    ],
)
def test_a_label_or_type_that_the_model_lacks_is_named_with_the_nearest(cypher, wrong, right):
    if wrong is None:
        check_names(cypher)
        return
    with pytest.raises(UnknownName) as refused:
        check_names(cypher)
    assert wrong in str(refused.value)
    assert right in str(refused.value)


def test_every_stored_question_passes():
    for question in QuestionLibrary().all():
        check_names(question.cypher)
        assert notes(question.cypher, {}) == [], question.name


@pytest.mark.parametrize(
    ("cypher", "parameters", "said"),
    [
        ("MATCH (a:Actor) RETURN a.nmae AS x", {}, "a property nmae; did you mean"),
        ("MATCH (a:Actor {nmae: 'x'}) RETURN a.id AS id", {}, "a property nmae"),
        ("MATCH (a:Actor) WHERE a.gw = 710 RETURN a.id AS id", {}, "gw is text"),
        ("MATCH (a:Actor) WHERE 2 <= a.cow RETURN a.id AS id", {}, "cow is text"),
        ("MATCH (a:Actor {cow: 2}) RETURN a.id AS id", {}, "cow is text"),
        ("MATCH (a:Actor) WHERE a.cow IN [2, 710] RETURN a.id AS id", {}, "the number 710"),
        ("MATCH ()-[t:SUPPORTS]->() WHERE t.since > $y RETURN t.id AS id", {"y": 2010}, "since is text"),
        ("MATCH ()-[t:SUPPORTS]->() WHERE t.since > $y RETURN t.id AS id", {"y": "2010"}, None),
        ("MATCH (c:Claim) WHERE c.paragraph = 30 AND c.sign < 0 RETURN c.id AS id", {}, None),
        ("MATCH ()-[t:SUPPORTS]->() WHERE t.since_earliest.year = 2010 RETURN t.id AS id", {}, None),
        ("MATCH ()-[t]->() WHERE type(t) = 'SUPORTS' RETURN t.id AS id", {}, "did you mean SUPPORTS"),
        ("MATCH ()-[t]->() WHERE type(t) IN ['SUPPORTS', \"opposes\"] RETURN t.id AS id", {}, "did you mean OPPOSES"),
        ("MATCH (n) WHERE 'Stat' IN labels(n) RETURN n.id AS id", {}, "no label Stat; did you mean State"),
        ("MATCH (n)-[t]->() WHERE 'SUPPORTS' = type(t) OR 'State' IN labels(n) RETURN t.id AS id", {}, None),
        ("MATCH (a:Actor) WITH {own: a.name} AS m RETURN m.own AS own", {}, None),
        ("RETURN keys({own: 1, other: 2}) AS k", {}, None),
        ("UNWIND [{own: 1}, {own: 2}] AS row RETURN row.own AS own", {}, None),
        ("MATCH (a:Actor) RETURN collect({own: a.name}) AS c", {}, None),
        ("WITH ({own: 1}) AS m RETURN m", {}, None),
        ("MATCH(a:Actor)-->({nmae: 'x'}) RETURN a.id AS id", {}, "a property nmae"),
        ("MATCH p=({nmae: 'x'})-[*]->() RETURN p", {}, "a property nmae"),
        ("MATCH (a) - [t {nmae: 'x'}] - () RETURN a.id AS id", {}, "a property nmae"),
        ("MATCH (a) WHERE exists((a)-->({nmae: 'x'})) RETURN a.id AS id", {}, "a property nmae"),
        ("MATCH (a:Actor) WHERE size(a.name) + 1 > 3 RETURN a.id AS id", {}, None),
    ],
)
def test_what_finds_nothing_is_noted(cypher, parameters, said):
    found = notes(cypher, parameters)
    assert (said is None) == (found == []), found
    assert said is None or said in " ".join(found)


def test_parameters_that_are_compared_with_text_are_text():
    assert text_parameters("MATCH (a:Actor {cow: $c}) WHERE a.gw = $g AND a.rank = $r RETURN a.id AS id") == {"c", "g"}
    assert text_parameters("MATCH (a:Actor) WHERE a.cow = $c OR a.rank = $c RETURN a.id AS id") == frozenset()
    assert [each.name for each in comparisons("MATCH (a) WHERE a.cow = $c OR $c = a.iso3 RETURN a.id AS id")] == [
        "cow",
        "iso3",
    ]


def test_text_is_what_the_graph_holds_as_text(field_engine):
    """The property kinds here against those of a graph with the article and samples of the field's data sets."""
    of_edges = frozenset().union(*schema.edge_types().values())
    for pattern, names in (("(x)", frozenset().union(*schema.node_labels().values())), ("()-[x]->()", of_edges)):
        for name in sorted(names):
            found = field_engine.read(
                f"MATCH {pattern} WHERE x[$name] IS NOT NULL RETURN x[$name] AS value LIMIT 25", {"name": name}
            )
            for (value,) in found.rows:
                of_text = isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value))
                assert is_text(name) == of_text, (name, value)
                assert isinstance(value, (str, list, bool, int, float, date))


def test_an_empty_answer_says_what_was_wrong_and_not_that_nothing_is_coded(article_engine):
    answer = query(article_engine, "MATCH (a:Actor) WHERE a.cow = 710 RETURN a.id AS id", {})
    assert "cow is text" in answer.not_found()
    assert "none identified" not in answer.not_found()
    assert "none identified" in query(article_engine, "MATCH (a:Actor {cow: 'x'}) RETURN a.id AS id", {}).not_found()


def test_unknown_names_are_refused_on_each_engine_after_what_writes(article_engine):
    with pytest.raises(UnknownName, match="Countryy"):
        query(article_engine, "MATCH (a:Countryy) RETURN a.id AS id", {})
    with pytest.raises(WriteRefused):
        query(article_engine, "MATCH (a:Countryy) DELETE a", {})


def test_a_number_that_is_compared_with_what_may_be_a_code_is_noted_where_nothing_is_found(article_engine):
    renamed = "MATCH (a:Actor) WITH a, a.cow AS x WHERE x = $c RETURN a.id AS id"
    assert query(article_engine, renamed, {"c": "710"}).table.rows == [("china",)]
    said = query(article_engine, renamed, {"c": 710}).notes
    assert "Note: $c is the number 710. Codes are text: -p c='\"710\"'" in said
    counted = "MATCH (c:Claim) WITH c, c.paragraph AS x WHERE x = $c RETURN count(c) AS n"
    assert query(article_engine, counted, {"c": 2}).notes == ()
    assert query(article_engine, "MATCH (c:Claim {paragraph: $c}) RETURN c.id AS id", {"c": 99_999}).notes == ()


@pytest.mark.parametrize(
    ("cypher", "parameters", "said"),
    [
        ("MATCH (a:Actor {id: 'China'}) RETURN a.id AS id", {}, "nothing has the id 'China': China has the id 'china'"),
        (
            "MATCH (a:Actor) WHERE a.name = 'china' RETURN a.id AS id",
            {},
            "nothing has the name 'china': China has the id",
        ),
        ("MATCH (a:Actor {id: $who}) RETURN a.id AS id", {"who": "Beijing"}, "nothing has the id 'Beijing': China has"),
        ("MATCH (c:Claim) WHERE c.mode = 'denied' RETURN c.id AS id", {}, "What is denied has negated = true."),
        ("MATCH (c:Claim {stance: 'said'}) RETURN c.id AS id", {}, "no stance is 'said'; there are asserts"),
        ("MATCH (c:Claim) WHERE c.negated = 'true' RETURN c.id AS id", {}, "negated is true or false"),
    ],
)
def test_a_text_that_a_property_never_has_is_noted_where_nothing_is_found(article_engine, cypher, parameters, said):
    answer = query(article_engine, cypher, parameters)
    assert any(said in note for note in answer.notes), answer.notes
    assert "none identified" not in answer.not_found()


def test_a_text_that_a_property_may_have_is_not_noted(article_engine):
    for cypher in (
        "MATCH (a:Actor {id: 'china'})-[:SELLS_ARMS_TO]->(b:Actor {name: 'Oman'}) RETURN b.id AS id",
        "MATCH (c:Claim) WHERE c.mode = 'feared' AND c.negated RETURN c.id AS id",
        "MATCH (a:Actor {id: 'nobody-at-all'}) RETURN a.id AS id // {id: 'China'}",
    ):
        answer = query(article_engine, cypher, {})
        assert (answer.rows, answer.notes) == ([], ()), cypher
