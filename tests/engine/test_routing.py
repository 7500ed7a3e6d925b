"""`neo4j://`: reads go to followers, writes to the leader, own writes are read, members that go are survived."""

from contextlib import closing
from functools import partial

import pytest

from tests.conftest import MINI
from tests.fixtures_neo4j import require_server
from tests.stub import Cluster
from tiebook import errors
from tiebook.engine.neo4j.engine import Neo4jEngine
from tiebook.sync.cases import load_case

ASKED = "MATCH (n:Actor) RETURN n.id AS member"


@pytest.fixture
def cluster():
    """Return a played cluster: leader one, followers two and three."""
    with Cluster() as made:
        yield made


@pytest.fixture
def routed(cluster):
    """Return an engine on it."""
    engine = Neo4jEngine(cluster.uri, "neo4j", "secret")
    yield engine
    engine.close()


def write(engine):
    return engine.write(lambda writer: writer.run("MERGE (n:Actor {id: 'x'}) RETURN n.id AS member").rows[0][0])


def members(cluster, mode):
    return [seen.member for seen in cluster.seen if seen.mode == mode]


def test_reads_go_to_followers_and_writes_to_the_leader(cluster, routed):
    asked = {routed.read(ASKED).rows[0][0] for _ in range(8)}
    assert asked <= {"two", "three"}
    assert write(routed) == "one"
    assert set(members(cluster, "w")) == {"one"}
    assert "one" not in members(cluster, "r")


def test_a_read_knows_the_writes_before_it(cluster, routed):
    write(routed)
    cluster.seen.clear()
    routed.read(ASKED)
    write(routed)
    routed.read(ASKED)
    first, _, last = ([int(mark.partition(":")[2]) for mark in seen.bookmarks] for seen in cluster.seen if seen.query)
    assert first, "a read after a write carries no bookmark"
    assert max(last) > max(first)


def test_a_follower_that_goes_is_replaced_by_the_next(cluster, routed):
    routed.read(ASKED)
    cluster.stop("two")
    assert {routed.read(ASKED).rows[0][0] for _ in range(6)} == {"three"}


def test_without_any_follower_the_leader_is_asked_or_it_is_said(cluster, routed):
    routed.read(ASKED)
    cluster.stop("two")
    cluster.stop("three")
    cluster.followers = ["one"]
    assert routed.read(ASKED).rows == [("one",)]


def test_a_leader_that_changes_is_found_again(cluster, routed):
    assert write(routed) == "one"
    before = cluster.routed
    cluster.leader, cluster.followers = (
        "two",
        ["one", "three"],
    )  # the table that the driver has is old: one is none any more
    assert write(routed) == "two"
    assert cluster.routed > before


def test_a_leader_that_is_gone_is_replaced(cluster, routed):
    assert write(routed) == "one"
    cluster.leader, cluster.followers = "three", ["two"]
    cluster.stop("one")
    assert write(routed) == "three"


@pytest.mark.parametrize("code", ["DeadlockDetected", "Outdated", "LockAcquisitionTimeout"])
def test_a_passing_fault_is_tried_again(cluster, routed, code):
    routed.prepare()
    cluster.seen.clear()
    cluster.fail("one", *[f"Neo.TransientError.Transaction.{code}"] * 2)
    assert write(routed) == "one"
    assert len(members(cluster, "w")) == 3


def test_a_member_that_takes_no_writes_any_more_is_asked_again_as_another_may(cluster, routed):
    routed.prepare()
    cluster.fail("one", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase")
    assert write(routed) == "one"


@pytest.mark.parametrize(
    "code", ["General.ForbiddenOnReadOnlyDatabase", "General.WriteOnReadOnlyAccessDatabase", "Cluster.NotALeader"]
)
def test_a_server_that_takes_no_writes_is_asked_once(cluster, code):
    with closing(Neo4jEngine(cluster.uri.replace("neo4j://", "bolt://"), "neo4j", "secret")) as alone:
        alone.prepare()
        cluster.seen.clear()
        cluster.fail("one", *[f"Neo.ClientError.{code}"] * 10)
        with pytest.raises(errors.StorageFailed, match="takes no writes: it is read-only") as raised:
            write(alone)
        assert "default_to_read_only" in str(raised.value.hint)
        assert len(members(cluster, "w")) == 1


def test_a_cluster_that_takes_no_writes_at_all_is_said(cluster):
    with closing(Neo4jEngine(cluster.uri, "neo4j", "secret", retry_seconds=1.0)) as routed:
        routed.prepare()
        cluster.fail("one", *["Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"] * 100)
        with pytest.raises(errors.StorageFailed, match="takes no writes"):
            write(routed)


def test_a_cluster_that_is_all_gone_is_said(cluster):
    with closing(Neo4jEngine(cluster.uri, "neo4j", "secret", retry_seconds=2.0)) as routed:
        routed.read(ASKED)
        for name in ("one", "two", "three"):
            cluster.stop(name)
        with pytest.raises(errors.ServerUnreachable):
            write(routed)


def _count_to(number, writer):
    return writer.run("MERGE (m:Meta {id: 'n'}) SET m.model = $n", {"n": number})


@pytest.mark.parametrize("version", ["neo4j-5.26", "neo4j-2026"])
def test_a_single_server_is_reached_by_routing_too(version):
    server = require_server(version)
    with server.driver().session(database="neo4j") as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
    one, two = (Neo4jEngine(server.uri.replace("bolt://", "neo4j://"), server.user, server.password) for _ in range(2))
    try:
        load_case(one, MINI)
        count = "MATCH (n:Actor) RETURN count(n) AS n"
        assert one.read(count).rows == two.read(count).rows == [(7,)]
        for number in range(20):  # every read sees the write before it
            counted = partial(_count_to, number)
            one.write(counted)
            assert one.read("MATCH (m:Meta {id: 'n'}) RETURN m.model AS n").rows == [(number,)]
    finally:
        one.write(lambda writer: writer.run("MATCH (m:Meta {id: 'n'}) DELETE m"))
        one.close()
        two.close()
