"""The schema on real servers: whole after a server died while it made it; somebody else's index is told, not dropped."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial

import pytest
from neo4j import Session

from tests.faults.links import DEADLOCK
from tests.fixtures_neo4j import require_server
from tests.proxy import Proxy
from tests.server_schema import drop_schema
from tests.servers import Server
from tiebook.engine.neo4j.engine import Neo4jEngine
from tiebook.engine.neo4j.schema import constraints
from tiebook.errors import ForeignGraph

OURS = set(constraints())


@pytest.fixture(params=["neo4j-5.26", "neo4j-2026"])
def server(request: pytest.FixtureRequest) -> Server:
    """Return each server."""
    return require_server(request.param)


@pytest.fixture
def session(server: Server) -> Iterator[Session]:
    """Return a session with an empty database that has no constraint and no index, whatever other tests left."""
    with server.driver().session(database="neo4j") as opened:
        opened.run("MATCH (n) DETACH DELETE n").consume()
        drop_schema(opened)
        yield opened


@pytest.fixture
def engine(server: Server) -> Iterator[Neo4jEngine]:
    """Return an engine that has not looked yet."""
    made = Neo4jEngine(server.uri, server.user, server.password)
    yield made
    made.close()


def standing(session: Session) -> set[str]:
    """Return the names of the constraints that are there."""
    return set(session.run("SHOW CONSTRAINTS YIELD name").value())


def test_an_index_that_a_dead_server_left_is_dropped(session: Session, engine: Neo4jEngine) -> None:
    session.run("CREATE INDEX tiebook_id FOR (n:Tiebook) ON (n.id)").consume()
    session.run("CREATE INDEX of_theirs FOR (n:Theirs) ON (n.id)").consume()
    engine.prepare()
    assert standing(session) >= OURS
    assert session.run("SHOW INDEXES YIELD name WHERE name = 'of_theirs' RETURN count(*)").single(strict=True)[0] == 1
    session.run("DROP INDEX of_theirs").consume()


def test_an_index_of_somebody_else_is_used_and_stays(session: Session, engine: Neo4jEngine) -> None:
    session.run("DROP INDEX tiebook_actor_id IF EXISTS").consume()
    session.run("CREATE INDEX of_theirs FOR (n:Actor) ON (n.id)").consume()
    engine.prepare()
    assert session.run("SHOW INDEXES YIELD name WHERE name = 'of_theirs' RETURN count(*)").single(strict=True)[0] == 1
    session.run("DROP INDEX of_theirs").consume()
    assert standing(session) >= OURS


@pytest.mark.parametrize(
    ("name", "on"),
    [
        ("actor_id", "(n:Actor) REQUIRE n.id"),
        ("of_theirs", "(n:State) REQUIRE n.name"),
        ("of_theirs", "()-[n:MEMBER_OF]-() REQUIRE n.number"),
        ("tiebook_id", "(n:Theirs) REQUIRE n.id"),
    ],
)
def test_a_constraint_of_somebody_else_is_told_with_the_way_out(
    session: Session, engine: Neo4jEngine, name: str, on: str
) -> None:
    session.run(f"CREATE CONSTRAINT {name} FOR {on} IS UNIQUE").consume()
    before = standing(session)
    with pytest.raises(ForeignGraph, match=rf"constraint {name} .*NEO4J_DATABASE"):
        engine.prepare()
    assert name == "tiebook_id" or standing(session) == before
    session.run(f"DROP CONSTRAINT {name}").consume()
    engine.prepare()
    assert standing(session) >= OURS


def test_relationships_of_somebody_else_whose_ids_are_not_unique_are_told(
    session: Session, engine: Neo4jEngine
) -> None:
    session.run("DROP CONSTRAINT tiebook_member_of_id IF EXISTS").consume()
    session.run("CREATE (a:X)-[:MEMBER_OF {id: 1}]->(b:X), (a)-[:MEMBER_OF {id: 1}]->(b)").consume()
    with pytest.raises(ForeignGraph, match=r"relationships.*NEO4J_DATABASE"):
        engine.prepare()
    session.run("MATCH (n:X) DETACH DELETE n").consume()
    engine.prepare()
    assert standing(session) >= OURS


def test_passing_faults_are_tried_again_to_the_end(server: Server, session: Session) -> None:
    assert session.run("MATCH (n) RETURN count(n)").single(strict=True)[0] == 0
    with Proxy(server.uri) as proxy:
        prepared(proxy.uri, server)
        last = max(number for number, name in enumerate(proxy.requests, 1) if name == "RUN")
        for at in (last - 1, last):
            proxy.start_over()
            proxy.fails = partial(failing, at)
            prepared(proxy.uri, server)
            assert proxy.injected == 1
    assert standing(session) >= OURS


def failing(at: int, number: int, _: str) -> str | None:
    """Fail the request with this number."""
    return DEADLOCK if number == at else None


def prepared(uri: str, server: Server) -> None:
    """Make the schema over an address."""
    with closing(Neo4jEngine(uri, server.user, server.password)) as made:
        made.prepare()
