"""The servers the other tests stand on: what is missing is said plainly, what is there boots, empties and survives."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError

from tests import fixtures_neo4j, servers
from tests.jvm import JVM_FLAGS, LASTING, QUICK, quick
from tests.servers import Server, ServerUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a machine with no Java, no Maven and no jars, and the folder its JDKs would be in."""
    for name in ("TIEBOOK_JAVA", "JAVA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("TIEBOOK_TEST_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(servers, "JVM_FOLDERS", (str(tmp_path / "jvm" / "*"),))
    return tmp_path / "jvm"


def script(path: Path, *lines: str) -> None:
    """Write an executable shell script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(("#!/bin/sh", *lines)), encoding="utf-8")
    path.chmod(0o755)


def fake_java(home: Path, release: str, *, real: Path | None = None) -> Path:
    """Make a folder look like a JDK, whose programs all fail."""
    said = f"echo '    java.home = {real or home}\n    java.specification.version = {release}' >&2"
    script(home / "bin" / "java", 'case "$1" in -XshowSettings*)', said, ";; *) echo out of luck; exit 3 ;; esac")
    return home


def rows(driver: Driver, query: Any, **parameters: Any) -> list[list[Any]]:
    return [record.values() for record in driver.execute_query(query, parameters, database_="neo4j").records]


def seconds(limit: float, done: Callable[[], bool]) -> bool:
    """Wait for something to come true."""
    end = time.monotonic() + limit
    while not done() and time.monotonic() < end:
        time.sleep(0.05)
    return done()


# ---- which Java


@pytest.mark.parametrize(
    ("there", "for_5", "for_2026"),
    [
        (("25", "21", "17", "11", "1.8"), "17", "21"),
        (("25", "21"), "21", "21"),
        (("22", "25", "19"), None, "22"),
        (("17",), "17", None),
        ((), None, None),
    ],
)
def test_lowest_supported_java(bare: Path, there: tuple[str, ...], for_5: str | None, for_2026: str | None) -> None:
    for release in there:
        fake_java(bare / release, release)
    script(bare / "broken" / "bin" / "java", "echo No Java runtime present >&2", "exit 1")
    (bare / "empty").mkdir()
    for key, wanted in (("neo4j-5.26", for_5), ("neo4j-2026", for_2026)):
        assert servers.find_java(servers.VERSIONS[key].java) == (bare / wanted if wanted else None)


def test_java_that_is_named_comes_first(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_java(bare / "17", "17")
    named = [fake_java(tmp_path / name, release) for name, release in (("a", "11"), ("b", "21"))]
    monkeypatch.setenv("TIEBOOK_JAVA", os.pathsep.join(map(str, named)))
    assert servers.find_java((17, 21)) == named[1]
    assert servers.find_java((17,)) == bare / "17"


def test_java_home_and_path(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_java(tmp_path, "17", real=bare / "shimmed")  # tmp_path/bin is the PATH
    assert servers.find_java((17, 21)) == bare / "shimmed"
    monkeypatch.setenv("JAVA_HOME", str(fake_java(tmp_path / "home", "21")))
    assert servers.find_java((21,)) == tmp_path / "home"


# ---- what is missing


def test_no_jdk(bare: Path) -> None:
    fake_java(bare / "11", "11")
    said = r"^no JDK 17 or 21 found \(needed by Neo4j 5\.26\.30\): set TIEBOOK_JAVA"
    with pytest.raises(ServerUnavailable, match=said):
        servers.start("neo4j-5.26")
    with pytest.raises(ServerUnavailable, match=r"^no JDK 21, 22, 23, 24, 25 or 26 found"):
        servers.start("neo4j-2026")


def test_no_maven(bare: Path) -> None:
    fake_java(bare / "21", "21")
    for key in servers.VERSIONS:
        with pytest.raises(ServerUnavailable, match=r"^Maven \(mvn\) is not installed"):
            servers.start(key)


def test_no_jars(bare: Path, tmp_path: Path) -> None:
    fake_java(bare / "17", "17")
    said = r"printf '\033[0m[ERROR] Unknown host repo1 -> [Help 1]\n[ERROR] \n[ERROR] Re-run Maven\n\033[0m'"
    script(tmp_path / "bin" / "mvn", said, "exit 1")
    with pytest.raises(ServerUnavailable, match=r"^the jars could not be fetched: Unknown host repo1$"):
        servers.start("neo4j-5.26")
    assert [path.name for path in (tmp_path / "cache" / "neo4j").iterdir()] == [".lock"]


def test_jars_are_fetched_once_and_never_by_half(bare: Path, tmp_path: Path) -> None:
    assert not bare.exists()
    half = tmp_path / "cache" / "neo4j" / ".half-killed"
    half.mkdir(parents=True)
    save = 'for a in "$@"; do case $a in -DoutputDirectory=*) echo > "${a#*=}/a.jar" ;; esac; done'
    script(tmp_path / "bin" / "mvn", save, f'echo "$*" >> {tmp_path}/calls')
    for _ in range(2):
        assert [jar.name for jar in servers.fetch("neo4j-5.26").iterdir()] == ["a.jar"]
    calls = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    assert len(calls) == 1
    assert "-Dneo4j=5.26.30" in calls[0]
    assert not half.exists()


def test_boot_that_fails(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "_running", {})
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    fake_java(bare / "17", "17")
    (tmp_path / "cache" / "neo4j" / "5.26.30").mkdir(parents=True)
    said = r"^Neo4j 5\.26\.30 ended while it started; its last words:\nout of luck$"
    with pytest.raises(ServerUnavailable, match=said):
        servers.start("neo4j-5.26")
    assert not servers._running
    assert not list((tmp_path / "temporary").iterdir())


def test_command_says_what_is_missing(bare: Path) -> None:
    assert not bare.exists()
    with pytest.raises(SystemExit, match=r"^neo4j-5\.26: no JDK 17 or 21 found"):
        servers.main(["start", "neo4j-5.26"])


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_required_server(ci: str, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    boots = []

    def start(key: str, *, flags: tuple[str, ...]) -> Server:
        boots.append((key, flags))
        raise ServerUnavailable("no JDK\nand more")

    monkeypatch.setattr(fixtures_neo4j, "_booted", {})
    monkeypatch.setattr(fixtures_neo4j, "start", start)
    monkeypatch.setenv("CI", ci)
    for _ in range(2):
        with pytest.raises(outcome, match=r"^neo4j-5\.26: no JDK"):
            fixtures_neo4j.require_server("neo4j-5.26")
    assert boots == [("neo4j-5.26", LASTING)]
    assert fixtures_neo4j.unavailable_summary() == ["neo4j-5.26: its tests did not run: no JDK"]


def test_a_server_that_is_booted_again_runs_as_one_that_ends_soon() -> None:
    once = ("java", *JVM_FLAGS, *LASTING, "-cp", "jars")
    assert quick(once) == ("java", *JVM_FLAGS, *QUICK, "-cp", "jars")
    for other in (quick(once), ("java", *JVM_FLAGS, "-cp", "jars")):
        assert quick(other) == other


# ---- nothing survives its parent


def test_dies_with_a_killed_parent(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    code = (
        "import os, pathlib, signal, sys; from tests import servers;"
        "print(servers._launch(pathlib.Path(sys.argv[1]), ('/bin/sleep', '300')).pid, flush=True);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    child = subprocess.run([sys.executable, "-c", code, home], cwd=ROOT, capture_output=True, text=True, check=False)
    state = ["ps", "-o", "stat=", "-p", child.stdout.strip()]
    assert child.stdout.strip().isdigit(), child.stderr
    assert seconds(10, lambda: not home.exists())
    assert subprocess.run(state, capture_output=True, text=True, check=False).stdout.strip()[:1] in {"", "Z"}


def test_outlives_the_thread_that_started_it(tmp_path: Path) -> None:
    started: list[subprocess.Popen[bytes]] = []
    thread = threading.Thread(target=lambda: started.append(servers._launch(tmp_path, ("/bin/sleep", "300"))))
    thread.start()
    thread.join()
    server = Server("neo4j-5.26", "", "", "", tmp_path, started[0], ())
    with pytest.raises(subprocess.TimeoutExpired):
        started[0].wait(0.5)
    server.stop()
    server.stop()
    assert started[0].returncode is not None
    assert not tmp_path.exists()


# ---- real servers


@pytest.fixture(params=servers.VERSIONS)
def server(request: pytest.FixtureRequest, neo4j_servers: Callable[[str], Server]) -> Server:
    """Return each version in turn, emptied."""
    found = neo4j_servers(request.param)
    servers.wipe(found)
    return found


def test_answers(server: Server) -> None:
    assert rows(server.driver(), "RETURN 1") == [[1]]
    asked = "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions, edition"
    assert rows(server.driver(), asked) == [[[servers.VERSIONS[server.version].number], "community"]]
    with GraphDatabase.driver(server.uri.replace("bolt:", "neo4j:"), auth=(server.user, server.password)) as routed:
        assert rows(routed, "RETURN 2") == [[2]]


def test_password_is_needed(server: Server) -> None:
    assert server.password not in repr(server)
    for password in ("neo4j", "wrong", "wrong", "wrong", "wrong"):
        with GraphDatabase.driver(server.uri, auth=(server.user, password)) as driver, pytest.raises(AuthError):
            driver.verify_connectivity()
    assert rows(server.driver(), "RETURN 1") == [[1]]  # and wrong ones do not lock the right one out


def test_wipe(server: Server) -> None:
    driver = server.driver()
    rows(driver, "CREATE CONSTRAINT plain FOR (n:A) REQUIRE n.id IS UNIQUE")
    rows(driver, "CREATE CONSTRAINT `it``s odd` FOR (n:B) REQUIRE n.id IS UNIQUE")
    rows(driver, "CREATE INDEX FOR (n:A) ON (n.name)")
    rows(driver, "CREATE FULLTEXT INDEX FOR (n:A) ON EACH [n.name]")
    rows(driver, "CREATE INDEX FOR ()-[r:TIE]-() ON (r.id)")
    rows(driver, "UNWIND range(1, 500) AS i CREATE (a:A {id: i})-[:TIE {id: i}]->(:B), (a)-[:TIE]->(a)")
    servers.wipe(server)
    assert rows(driver, "MATCH (n) RETURN count(n)") == [[0]]
    assert rows(driver, "SHOW CONSTRAINTS") == []
    assert rows(driver, "SHOW INDEXES YIELD type") == [["LOOKUP"], ["LOOKUP"]]
    rows(driver, "CREATE CONSTRAINT plain FOR (n:A) REQUIRE n.name IS UNIQUE")  # the name is free again


def test_kill_keeps_what_was_committed(server: Server) -> None:
    rows(server.driver(), "CREATE (:Kept {x: 1})")
    before = (server.process.pid, server.environment)
    servers.kill(server)
    assert server.process.pid != before[0]
    assert server.environment == before[1]
    assert rows(server.driver(), "MATCH (n:Kept) RETURN n.x") == [[1]]


def test_admin_imports_into_a_halted_server(server: Server) -> None:
    nodes, ties = server.home / "nodes.csv", server.home / "ties.csv"
    nodes.write_text("id:ID,:LABEL\na,Actor\nb,Actor\n", encoding="utf-8")
    ties.write_text(":START_ID,:END_ID,:TYPE\na,b,TIE\n", encoding="utf-8")
    files = (f"--nodes={nodes}", f"--relationships={ties}", "--overwrite-destination")
    server.halt()
    with pytest.raises(servers.AdminFailed, match=r"nowhere\.csv"):
        servers.admin(server.version, server.home, "database", "import", "full", "neo4j", "--nodes=/nowhere.csv")
    assert "2 nodes" in servers.admin(server.version, server.home, "database", "import", "full", "neo4j", *files)
    servers.restart(server)
    assert rows(server.driver(), "MATCH (a)-[:TIE]->(b) RETURN a.id, b.id") == [["a", "b"]]
