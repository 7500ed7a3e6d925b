"""A server that Tiebook 0.1 filled: told at first use, marked by one command, beside somebody else's nodes."""

import pytest

from tests.conftest import MINI
from tests.faults.foreign import foreign_digest, make_foreign
from tests.fixtures_neo4j import require_server
from tests.server_schema import drop_schema
from tests.servers import wipe
from tiebook.engine.digest import digest
from tiebook.engine.meta import check_model
from tiebook.engine.neo4j.adopt import _mark
from tiebook.engine.neo4j.engine import Neo4jEngine
from tiebook.engine.neo4j.schema import constraints
from tiebook.errors import ModelMismatch
from tiebook.keep import upgrade
from tiebook.model import schema
from tiebook.sync.cases import load_case


@pytest.fixture(params=["neo4j-5.26", "neo4j-2026"])
def server(request):
    """Return each server, empty."""
    found = require_server(request.param)
    wipe(found)
    yield found
    wipe(found)


def as_filled_by_the_first_release(server):
    """Load a case and make of the graph what Tiebook 0.1 would have made; return its digest."""
    engine = Neo4jEngine(server.uri, server.user, server.password)
    load_case(engine, MINI)
    found = digest(engine)
    engine.close()
    with server.driver().session(database="neo4j") as session:
        drop_schema(session)
        session.run("MATCH (n:Tiebook) REMOVE n:Tiebook").consume()
        session.run(
            "MATCH (m:TiebookMeta) SET m:Meta, m.turn = 7, m.turned = 1 REMOVE m:TiebookMeta, m.revision, m.revised"
        )
        with session.begin_transaction() as theirs:
            for statement in (*schema.constraints(), *schema.indexes()):
                theirs.run(statement).consume()
            theirs.commit()
    return found


def test_it_is_told_and_marked_beside_what_is_not_ours(server):
    before = as_filled_by_the_first_release(server)
    engine = Neo4jEngine(server.uri, server.user, server.password)
    with server.driver().session(database="neo4j") as session:
        session.run(
            "CREATE (:Actor {uid: 1, id: 'theirs'})-[:KNOWS]->(:Place {uid: 2, sources: ['theirs']}), ({uid: 3})"
        )
        for work in (lambda: check_model(engine), lambda: load_case(engine, MINI)):
            with pytest.raises(ModelMismatch, match=r"Tiebook 0\.1.*tiebook upgrade"):
                work()
        session.execute_write(_mark)  # as one does that is killed before its last step
        with pytest.raises(ModelMismatch, match=r"Tiebook 0\.1.*tiebook upgrade"):
            check_model(engine)
        upgrade(engine, None)
        check_model(engine)
        assert digest(engine) == before
        assert foreign_digest(session)[:2] == (3, 1)
        assert set(session.run("SHOW CONSTRAINTS YIELD name").value()) == set(constraints())
        assert load_case(engine, MINI)[1].nothing
        assert engine.revision() == 7
        assert not engine.adopt()
    engine.close()


def test_what_it_left_behind_when_all_nodes_were_deleted_is_no_hindrance(server):
    as_filled_by_the_first_release(server)
    engine = Neo4jEngine(server.uri, server.user, server.password)
    with server.driver().session(database="neo4j") as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
        load_case(engine, MINI)
        assert set(session.run("SHOW CONSTRAINTS YIELD name").value()) == set(constraints())
    engine.close()


def test_a_meta_node_of_somebody_else_is_none_of_ours(server):
    with server.driver().session(database="neo4j") as session:
        make_foreign(session, 100)
        session.run("CREATE (:Meta {id: 'model', model: 1})").consume()
        before = foreign_digest(session)
        engine = Neo4jEngine(server.uri, server.user, server.password)
        assert not engine.adopt()
        load_case(engine, MINI)
        check_model(engine)
        assert foreign_digest(session) == before
        engine.close()
