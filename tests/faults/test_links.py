"""Short form, on servers: broken connections, injected failures, real deadlocks, a server that dies or is read-only."""

import contextlib
import threading
from dataclasses import replace

import pytest
from neo4j.exceptions import TransientError

from tests import servers
from tests.faults.command import Command, digest, run
from tests.faults.links import LASTING, PASSING, cut, inject, server_killed
from tests.faults.made import make
from tests.faults.places import Place
from tests.faults.trial import Scenario, scenarios, trial
from tests.fixtures_neo4j import require_server
from tests.proxy import Proxy


@pytest.fixture(scope="module", params=["neo4j-5.26", "neo4j-2026"])
def server(request):
    """Return each server."""
    return require_server(request.param)


@pytest.fixture(scope="module")
def proxy(server):
    """Return a proxy before it."""
    with Proxy(server.uri) as made:
        yield made


@pytest.fixture(scope="module")
def loading(server, proxy, tmp_path_factory):
    """Return the place behind the proxy, a load, its bytes and its requests."""
    place = Place(tmp_path_factory.mktemp("place"), server, proxy.uri)
    scenario = scenarios(tmp_path_factory.mktemp("made"), 300)["load into nothing"]
    scenario.rehearse(place)
    proxy.start_over()
    scenario.set_up(place)
    run(place.environment, *scenario.arguments(place)).in_order()
    return place, scenario, proxy.bytes, proxy.work()


@pytest.mark.parametrize("share", [0.7, 0.999])
def test_a_connection_that_is_reset(loading, proxy, share):
    place, scenario, size, _ = loading
    done, left = trial(place, scenario, cut(proxy, int(share * size)))
    assert left == "new" or done.code == 1


@pytest.mark.parametrize("code", PASSING[:2])
def test_a_passing_failure_is_tried_again(loading, proxy, code):
    place, scenario, _, work = loading
    done, left = trial(place, scenario, inject(proxy, code, work - 1, 2))
    assert (done.in_order().code, left) == (0, "new")


def test_a_passing_failure_at_the_first_word_is_tried_again(loading, proxy):
    place, scenario, _, _ = loading
    done, left = trial(place, scenario, inject(proxy, PASSING[0], 1, 2))
    assert (done.in_order().code, left) == (0, "new")


@pytest.mark.parametrize("code", LASTING[:3])
def test_a_lasting_failure_is_said_and_changes_nothing(loading, proxy, code):
    place, scenario, _, work = loading
    impatient = replace(place, patience=2)  # one of the three is tried again for so long: some three times
    done, left = trial(impatient, scenario, inject(proxy, code, work - 1, 10_000))
    done.refused()
    assert left == "old"


def test_a_real_deadlock(server, proxy, tmp_path):
    """Somebody in Neo4j Browser takes two locks in the opposite order. The server ends whoever has fewer locks by then."""
    old, new = make(tmp_path / "made", 300), make(tmp_path / "made", 300, 1)
    place = Place(tmp_path / "place", server, proxy.uri)
    scenario = Scenario("load a changed file", new.load, (old.load,))
    scenario.rehearse(place)
    with _rival(server) as rival:
        scenario.set_up(place)
        proxy.start_over()
        rival.run(TAKES_SOURCE).consume()
        command = Command(scenario.arguments(place), place.environment)
        _blocked(server)  # the load holds Meta by now, and waits for the source
        waits_at = len(proxy.requests) - proxy.requests[::-1].index("RUN")  # the number of its last statement
        with pytest.raises(TransientError, match=r"[Dd]eadlock"):
            rival.run(TAKES_META).consume()
    command.end().in_order()
    undisturbed = proxy.requests.count("BEGIN")
    assert digest(place.direct) == scenario.end

    there, go = threading.Event(), threading.Event()

    def hold(number, _):
        if number == waits_at:
            there.set()
            go.wait(60)

    scenario.set_up(place)
    proxy.start_over()
    proxy.fails = hold
    command = Command(scenario.arguments(place), place.environment)
    assert there.wait(60)
    with _rival(server) as rival:
        rival.run(TAKES_SOURCE).consume()
        rival.run("MATCH (n:Actor) SET n.name = n.name").consume()  # more locks than the load has
        asks = threading.Thread(target=lambda: rival.run(TAKES_META).consume())
        asks.start()
        _blocked(server)  # the rival, which has the source, waits for Meta; now the load asks for the source
        go.set()
        asks.join()
    command.end().in_order()
    assert proxy.requests.count("BEGIN") == undisturbed + 1, "the load had to begin its transaction again"
    assert digest(place.direct) == scenario.end


TAKES_SOURCE = "MATCH (s:Source) SET s.name = s.name"
TAKES_META = "MATCH (m:TiebookMeta) SET m.model = m.model"


@contextlib.contextmanager
def _rival(server):
    """Return a transaction that is rolled back at the end, if it did not have to give way."""
    with server.driver().session(database="neo4j") as session, session.begin_transaction(timeout=60) as rival:
        yield rival
        if not rival.closed():
            rival.rollback()


def _blocked(server):
    """Wait until a transaction waits for a lock that another holds."""
    waiting = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS waiting"
    with server.driver().session(database="neo4j") as session:
        for _ in range(1200):
            if session.run(waiting).single(strict=True)["waiting"]:
                return
            threading.Event().wait(0.05)
    raise AssertionError("no transaction waits for a lock after a minute")


def test_wrong_password_and_wrong_database(server, tmp_path):
    place = Place(tmp_path / "place", server)
    place.empty()
    wrong = run({**place.environment, "NEO4J_PASSWORD": "not-the-one"}, "load", "china-iran").refused(
        "refuses the login"
    )
    assert "not-the-one" not in wrong.err
    run({**place.environment, "NEO4J_DATABASE": "nowhere"}, "load", "china-iran").refused("nowhere")
    run({**place.environment, "NEO4J_URI": "bolt://127.0.0.1:1"}, "load", "china-iran").refused("does not answer")
    assert digest(place.environment) == "nothing"


def test_a_server_that_is_killed_and_comes_back(loading):
    place, scenario, _, _ = loading
    done, left = trial(place, scenario, server_killed(0.7))
    assert left == "new" or done.code == 1


def test_a_read_only_server(server, loading, tmp_path):
    """The last test on this server, which is not booted again."""
    place, scenario = Place(tmp_path / "place", server), loading[1]
    scenario.set_up(place)
    before = scenario.state(place)
    servers.restart(server, settings=("server.databases.default_to_read_only=true",))
    run(place.environment, *scenario.arguments(place)).refused("takes no writes: it is read-only")
    assert scenario.state(place) == before
