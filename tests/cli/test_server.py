"""The same commands on a real server: load, ask, refuse; same rows and digest as embedded; wrong logins; two loads at once."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.conftest import MINI
from tests.fixtures_neo4j import require_server

COMMANDS = [
    ("ask", "who-constrains", "--target", "Beijing", "--regarding", "tehran", "-f", "json"),
    ("ask", "who-sanctions", "--as-of", "2020-10-19", "-f", "json"),
    ("ask", "what-is-denied", "-f", "csv"),
    (
        "query",
        "MATCH (a:Actor)-[t:SELLS_ARMS_TO]->(b:Actor) RETURN a.name AS a, b.name AS b, t.since_earliest AS d ORDER BY t.id",
        "-f",
        "json",
    ),
]


def run(environment, *arguments):
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("NEO4J", "TIEBOOK"))}
    return subprocess.run(
        [sys.executable, "-m", "tiebook", *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**inherited, **environment},
        check=False,
    )


@pytest.fixture(params=["neo4j-5.26", "neo4j-2026"])
def server(request):
    """Return each server in turn, empty."""
    found = require_server(request.param)
    with found.driver().session(database="neo4j") as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
    return found


def digest(environment):
    done = run(environment, "info", "--digest")
    assert done.returncode == 0, done.stderr
    return done.stdout.split("digest")[-1].strip()


def test_the_same_commands_give_the_same_answers(server, tmp_path):
    embedded = {"TIEBOOK_DB": str(tmp_path / "t.kgl")}
    for environment in (server.environment, embedded):
        loaded = run(environment, "load", "china-iran")
        assert loaded.returncode == 0, loaded.stderr
    for command in COMMANDS:
        answers = [run(environment, *command) for environment in (server.environment, embedded)]
        assert answers[0].returncode == 0, answers[0].stderr
        assert answers[0].stdout == answers[1].stdout
        assert answers[0].stdout
    before = digest(server.environment)
    assert before == digest(embedded)
    again = run(server.environment, "load", "china-iran")
    assert "nothing changed" in again.stderr
    refused = run(server.environment, "query", "MATCH (n) DETACH DELETE n")
    assert refused.returncode == 1
    assert "refused" in refused.stderr
    assert digest(server.environment) == before


def test_an_empty_server_is_not_filled_by_asking(server):
    done = run(server.environment, "ask", "actors")
    assert done.returncode == 1
    assert "holds no Tiebook graph (tiebook load china-iran fills it)" in done.stderr


def test_a_wrong_password_and_a_wrong_database_are_said(server):
    wrong = run({**server.environment, "NEO4J_PASSWORD": "not-the-one"}, "info")
    assert wrong.returncode == 1
    assert "refuses the login" in wrong.stderr
    assert "not-the-one" not in wrong.stderr
    nowhere = run({**server.environment, "NEO4J_DATABASE": "nowhere"}, "info")
    assert nowhere.returncode == 1
    assert "nowhere" in nowhere.stderr
    assert "Traceback" not in wrong.stderr + nowhere.stderr


def test_loads_at_once_give_what_one_after_the_other_gives(server, tmp_path):
    sources = ["china-iran", MINI, "china-iran", MINI]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda source: run(server.environment, "load", source), sources))
    assert [each.returncode for each in done] == [0, 0, 0, 0], [each.stderr for each in done]
    embedded = {"TIEBOOK_DB": str(tmp_path / "t.kgl")}
    for source in ("china-iran", MINI):
        run(embedded, "load", source)
    assert digest(server.environment) == digest(embedded)
