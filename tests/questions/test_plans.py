"""How the stored questions are planned: with an anchor they begin at an index, on both servers and on KGLite.

tests/questions/plans.json keeps where each form of each question begins on a server with the shipped case (the leaves of its
plan), so that a regression is seen. `pytest tests/questions/test_plans.py --update-answers` writes it anew; read the difference.
"""

import json
from functools import cache
from pathlib import Path

import kglite
import pytest

from tests.bench.made_up import Size, load
from tests.bench.questions import ANCHORS, LOOKS_AT_ALL, forms, values
from tests.conftest import ENGINES
from tests.fixtures_neo4j import require_server
from tiebook.ask.parameters import bind, compiled
from tiebook.engine.kglite.calls import run
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import QueryFailed
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import find_case, load_case

PLANS = Path(__file__).with_name("plans.json")
QUESTIONS = [question for question in QuestionLibrary({}).all() if question.theme != "record"]
SIZE = Size(ties=10_000, actors=1_000)
ENOUGH = 5_000  # units of work


on_servers = pytest.mark.parametrize("article_engine", ENGINES[1:], indirect=True)


@pytest.fixture
def plans(article_engine, embedded, request):  # noqa: ARG001 -- what the server holds
    """Return, by question and form, where its plan begins on a server that holds the shipped case and all indexes."""
    return plans_on(request.node.callspec.params["article_engine"], embedded[0])


@cache
def plans_on(version, names):
    """Plan every form with values, for which names has the actors: without, a server does not keep a plan for who asks next."""
    found: dict[str, dict[str, list[str]]] = {}
    with require_server(version, only_reads=True).driver().session(database="neo4j") as session:
        session.run("CALL db.awaitIndexes(120)").consume()
        session.run("CALL db.prepareForReplanning()").consume()
        for question in QUESTIONS:
            for form in forms(question):
                cypher, given = compiled(question, bind(names, question, dict(values(question, form, SIZE))))
                plan = session.run("EXPLAIN " + cypher, given).consume().plan
                found.setdefault(question.name, {})[" ".join(form)] = sorted(set(leaves(plan)))
    return found


def leaves(plan):
    """Return the operators that a plan begins with; of sources there are tens, which may be read as they stand."""
    children = plan.get("children") or []
    if children:
        return [leaf for child in children for leaf in leaves(child)]
    operator = plan["operatorType"].split("@")[0]
    few = ":Source" in str(plan["args"].get("Details", ""))
    return [] if operator == "Argument" or (few and operator.endswith("Scan")) else [operator]


@on_servers
def test_no_question_reads_all_nodes(plans):
    assert not [
        (name, form) for name, by_form in plans.items() for form, found in by_form.items() if "AllNodesScan" in found
    ]


@on_servers
def test_with_an_anchor_nothing_is_scanned(plans):
    for question in QUESTIONS:
        for form in forms(question):
            scans = [leaf for leaf in plans[question.name][" ".join(form)] if leaf.endswith("Scan")]
            anchored = any(param.type in ANCHORS and param.name in form for param in question.params)
            if scans and not any((question.name, name) in LOOKS_AT_ALL for name in form):
                assert not anchored, (question.name, form, scans)
                assert question.budget_ms, f"{question.name} scans ({scans}) and states no budget"


@on_servers
def test_plans_begin_where_they_did(plans, request):
    if request.config.getoption("--update-answers"):
        lines = (f' "{name}": {json.dumps(by_form)}' for name, by_form in sorted(plans.items()))
        PLANS.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    assert plans == json.loads(PLANS.read_text("utf-8"))


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    """Return the embedded engine with the shipped case and a made-up register of twice ENOUGH ties."""
    engine = KgliteEngine(tmp_path_factory.mktemp("plans") / "t.kgl")
    load_case(engine, find_case("china-iran"))
    load(engine, SIZE)
    return engine, kglite.load(str(engine.path))


def asked(embedded, question, form):
    """Ask within ENOUGH units of work: rows that KGLite makes on its way to an answer (its EXPLAIN names no operators)."""
    engine, graph = embedded
    cypher, given = compiled(question, bind(engine, question, dict(values(question, form, SIZE))))
    return run(graph, cypher, given, max_work_units=ENOUGH)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_with_an_anchor_kglite_looks_at_few_ties(embedded, question):
    for form in forms(question):
        anchored = any(param.type in ANCHORS and param.name in form for param in question.params)
        if anchored and not any((question.name, name) in LOOKS_AT_ALL for name in form):
            asked(embedded, question, form)


def test_what_looks_at_every_tie_is_seen(embedded):
    _, graph = embedded
    several = "MATCH (a)-[t]->(b) WHERE $id IN [a.id, b.id] RETURN t.id AS tie_id"
    with pytest.raises(QueryFailed, match="work"):
        run(graph, several, {"id": "made-00500"}, max_work_units=ENOUGH)
