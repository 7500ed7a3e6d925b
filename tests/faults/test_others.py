"""A server that holds somebody else's graph under Tiebook's labels: nothing of it is changed, and no answer has it."""

import random

import pytest

from tests.bench.questions import forms
from tests.faults.command import digest, killed_after, run
from tests.faults.foreign import NODES, foreign_digest, make_foreign
from tests.faults.made import make
from tests.fixtures_neo4j import require_server
from tests.servers import wipe
from tiebook.engine.neo4j.ownership import confined
from tiebook.questions import QuestionLibrary

CLAIM = "china-iran/p1-china-iran-defence-ties"
ASKED = (
    ("ask", "who-constrains", "--target", "china", "-f", "json"),
    ("ask", "actors", "-f", "json"),
    ("query", "MATCH (a)-[t]-(b) RETURN type(t) AS type, labels(b) AS labels, count(*) AS n ORDER BY type, labels", "-f", "json"),
    ("query", "MATCH (n:Actor) WHERE n.id = 'iran' RETURN n.name AS name, n.kind AS kind", "-f", "json"),
)  # fmt: skip


@pytest.fixture(params=["neo4j-5.26", "neo4j-2026"])
def server(request):
    """Return each server, with somebody else's graph in it."""
    found = require_server(request.param)
    wipe(found)
    with found.driver().session(database="neo4j") as session:
        make_foreign(session)
    yield found
    wipe(found)


def steps(folder):
    """Return commands that write, in an order that makes sense."""
    old, new = make(folder, 400), make(folder, 400, 1)
    return (
        ("load", "china-iran"),
        old.load,
        new.load,
        ("correct", CLAIM, "confidence=0.4", "--copy-to", str(folder / "{engine}")),
        ("backup", str(folder / "{engine}.zip")),
        ("unload", "made"),
        ("restore", str(folder / "{engine}.zip"), "--replace"),
        ("upgrade",),
        ("unload", "made"),
        ("load", "china-iran"),
    )


def test_everything_of_somebody_else_stays_and_answers_are_as_without_it(server, tmp_path):
    there = server.environment | {"XDG_DATA_HOME": str(tmp_path / "data")}
    file = {"TIEBOOK_DB": str(tmp_path / "x.kgl"), "XDG_DATA_HOME": str(tmp_path / "data")}
    random_ = random.Random(15)
    with server.driver().session(database="neo4j") as session:
        before = foreign_digest(session)
        assert before[0] == NODES
        assert before[1] > NODES / 3
        for number, step in enumerate(steps(tmp_path)):
            mine, theirs = ([part.format(engine=name) for part in step] for name in ("server", "file"))
            if step[0] in ("load", "unload", "restore"):
                killed_after(there, random_.uniform(0.5, 4), *mine)
                assert foreign_digest(session) == before, f"after a kill in {step}"
            again = run(there, *mine)
            assert "Traceback" not in again.err
            assert "unexpected fault" not in again.err
            if not (step[0] == "unload" and "is not loaded" in again.err):
                again.in_order()
            if number == 0:
                assert "nodes that are not Tiebook's" in again.err or digest(there) != "nothing"
            run(file, *theirs).in_order()
            assert foreign_digest(session) == before, step
            assert digest(there) == digest(file), step
        for question in ASKED:
            assert run(there, *question).in_order().out == run(file, *question).in_order().out, question
        assert f"{NODES:,} nodes that are not Tiebook's" in run(there, "info").out
        assert foreign_digest(session) == before


def confined_texts(question):
    """Return the text of a question with every parameter, and that with those it needs where other lines of it are confined.

    What both have as it was is not looked at again: tests/questions/test_plans.py plans every form on the same servers.
    """
    every = tuple(param.name for param in question.params)
    seen: set[str] = set()
    for form in ((*every, *question.takes), next(forms(question))):
        text = question.compiled(form)
        asked = confined(text, shared=True)
        changed = set(asked.splitlines()) - set(text.splitlines())
        if not changed <= seen:
            yield asked
        seen |= changed


def test_every_stored_question_is_understood_beside_others(server):
    """With all parameters, and with those it must have: between them every line that is confined is there."""
    with server.driver().session(database="neo4j") as session:
        for question in QuestionLibrary({}).all():
            texts = list(confined_texts(question))
            assert texts, question.name
            for asked in texts:
                assert session.run(f"EXPLAIN {asked}").consume().plan, (question.name, asked)


def test_a_first_load_says_that_others_are_there(server):
    done = run(server.environment, "load", "china-iran").in_order()
    assert f"also holds {NODES:,} nodes that are not Tiebook's" in done.err
    assert "NEO4J_DATABASE" in done.err
    assert "not Tiebook's" not in run(server.environment, "load", "china-iran").in_order().err


def test_what_somebody_drew_to_a_node_of_ours_is_not_deleted_with_it(server, tmp_path):
    run(server.environment, "load", "china-iran").in_order()
    run(server.environment, "backup", tmp_path / "b.zip").in_order()
    before = digest(server.environment)
    with server.driver().session(database="neo4j") as session:
        for drawn in ("(a)<-[:SHOWS]-(b)", "(a)-[:KNOWS]->(c)"):
            session.run(
                "MATCH (a:Tiebook {id: 'iran'}), (c:Tiebook {id: 'china'}) MATCH (b:Actor {uid: 1})"
                f" CREATE {drawn}"
            ).consume()
            theirs = foreign_digest(session)
            run(server.environment, "unload", "china-iran").refused("iran would be deleted|china would be deleted")
            run(server.environment, "restore", tmp_path / "b.zip", "--replace").refused("would be deleted")
            assert foreign_digest(session) == theirs
            assert digest(server.environment) == before
            session.run("MATCH (:Tiebook {id: 'iran'})-[t:SHOWS|KNOWS]-() DELETE t").consume()
    run(server.environment, "unload", "china-iran").in_order()


def test_a_constraint_of_somebody_else_keeps_everything_out(server):
    with server.driver().session(database="neo4j") as session:
        session.run("CREATE CONSTRAINT actor_id FOR (n:Actor) REQUIRE n.at IS UNIQUE").consume()
        before = foreign_digest(session)
        for command in (("load", "china-iran"), ("load", "china-iran", "--dry-run")):
            run(server.environment, *command).refused(r"constraint actor_id on Actor.*NEO4J_DATABASE")
        assert foreign_digest(session) == before
        assert session.run("SHOW CONSTRAINTS YIELD name").value() == ["actor_id"]
        run(server.environment, "info").refused("holds no Tiebook graph")
