"""Run real Neo4j Community servers for tests, from their jars on Maven Central: no Docker, one command to try one.

    python -m tests.servers start neo4j-5.26

Needs Maven and a JDK; whatever is missing is said by `ServerUnavailable`, one line that a skipped test can show.
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import functools
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.free_port import free_port
from tests.jvm import JVM_FLAGS, LASTING, QUICK, quick
from tests.server_schema import drop_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from neo4j import Driver

POM = Path(__file__).parent / "neo4j" / "pom.xml"
LIMIT = 120.0  # seconds a boot may take
USER = "neo4j"
PLANS_ONCE = "dbms.cypher.min_replan_interval=1h\ninternal.cypher.use_parameter_size=false"  # as right for other sizes
JVM_FOLDERS = (
    "/usr/lib/jvm/*", "/usr/java/*", "/opt/java/*", "/opt/hostedtoolcache/Java_*/*/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home", "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "~/Library/Java/JavaVirtualMachines/*/Contents/Home", "~/.sdkman/candidates/java/*", "~/.jdks/*",
)  # fmt: skip

# The launcher script of a packaged Neo4j turns heap and server.jvm.additional into flags. We start the class ourselves
# (see JVM_FLAGS), but neo4j-admin does read them here, for the JVM it forks: import fails on 2026 without the opens.
CONF = """\
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
db.tx_log.preallocate=false
db.lock.acquisition.timeout=120s
dbms.security.auth_max_failed_attempts=0"""

ONCE = "\n# until the next restart:"

# A parent that is killed cannot tidy up, and PR_SET_PDEATHSIG fires when the *thread* that forked ends, on Linux only.
# So: stdin is a pipe nobody writes to; its end means we are gone. The watcher stays in the group of the server, whose
# id (our Popen.pid, after exec) can therefore not be given to another process while the watcher lives.
WATCHED = 'exec 3<&0 </dev/null; (read -r _ <&3; kill -9 $$; sleep 1; rm -rf "$0") & exec "$@" 3<&-'


class ServerUnavailable(Exception):
    """No server can run here; the message says what is missing."""


class AdminFailed(Exception):
    """neo4j-admin refused or failed; the message is the end of its own output."""


@dataclass(frozen=True)
class Version:
    """One Neo4j release: its number, main class, the Java releases it runs on and settings that only it knows."""

    number: str
    main: str
    java: tuple[int, ...]
    settings: tuple[str, ...] = ()


# With its default quiet period a stop takes 10 s; without the other two, 2026 broadcasts on the local network.
VERSIONS = {
    "neo4j-5.26": Version(
        "5.26.30",
        main="org.neo4j.server.CommunityEntryPoint",
        java=(17, 21),
        settings=("internal.dbms.bolt.netty_server_shutdown_quiet_period=0",),
    ),
    "neo4j-2026": Version(
        "2026.08.1",
        main="org.neo4j.server.Neo4jCommunity",
        java=(21, 22, 23, 24, 25, 26),
        settings=(
            "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s",
            "server.fleet_discovery.enabled=false",
            "dbms.fleet_manager.enabled=false",
        ),
    ),
}


@dataclass
class Server:
    """A server on loopback, with a throw-away home folder, a port and a password of its own."""

    version: str
    uri: str
    user: str
    password: str = field(repr=False)
    home: Path
    process: subprocess.Popen[bytes] = field(repr=False)
    command: tuple[str, ...] = field(repr=False)
    _driver: Driver | None = field(default=None, repr=False)

    @property
    def environment(self) -> dict[str, str]:
        """What a client needs, as the environment variables that Tiebook reads."""
        return {"NEO4J_URI": self.uri, "NEO4J_USERNAME": self.user, "NEO4J_PASSWORD": self.password}

    def driver(self) -> Driver:
        """Return the one driver of this server, opened when first asked for, closed when the server goes."""
        if self._driver is None:
            from neo4j import GraphDatabase  # noqa: PLC0415 - collecting tests must not import the driver

            self._driver = GraphDatabase.driver(
                self.uri, auth=(self.user, self.password), notifications_min_severity="OFF"
            )
        return self._driver

    def halt(self, *, kill: bool = False) -> None:
        """End the process and keep the home (for `admin`, then `restart`); kill: at once, as in a power cut."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None
        pipe = self.process.stdin
        if pipe is None or pipe.closed:
            return  # its group is gone, and the number may be somebody else's by now
        if not kill:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(30)
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        pipe.close()

    def stop(self) -> None:
        """End the process at once and delete its home. Stopping twice is fine."""
        self.halt(kill=True)
        shutil.rmtree(self.home, ignore_errors=True)
        _running.pop(self.home, None)


_running: dict[Path, tuple[int, Server]] = {}


@atexit.register
def _stop_all() -> None:
    """Stop what this process started (a forked child that ends must not stop its parent's servers)."""
    for owner, server in list(_running.values()):
        if owner == os.getpid():
            server.stop()


def start(
    version_key: str,
    cache: Path | None = None,
    flags: Sequence[str] = QUICK,
    scheme: str = "bolt",
    prepare: Callable[[Path], None] = lambda _: None,
) -> Server:
    """Boot a server of this version on a free port, in a home that `prepare` is given first; ServerUnavailable if it cannot."""
    java, jars = _java(version_key), fetch(version_key, cache)
    home = Path(tempfile.mkdtemp(prefix=f"tiebook-{version_key}-"))
    uri = f"{scheme}://127.0.0.1:{_configure(version_key, home, PLANS_ONCE if flags in (QUICK, LASTING) else '')}"
    prepare(home)
    places = (f"--home-dir={home}", f"--config-dir={home / 'conf'}")
    command = (str(java), *JVM_FLAGS, *flags, "-cp", f"{jars}/*", VERSIONS[version_key].main, *places)
    server = Server(version_key, uri, USER, secrets.token_urlsafe(12), home, _launch(home, command), command)
    _running[home] = (os.getpid(), server)
    try:
        _wait(server, new=True)
    except BaseException:  # Ctrl-C too
        server.stop()
        raise
    return server


def restart(server: Server, *, kill: bool = False, settings: Iterable[str] = ()) -> None:
    """End a server (unless it is halted) and boot it again: same home, port and password; ServerUnavailable.

    Tests that do this come last on a server (tests/conftest.py), so that it no longer runs as one that lasts.

    settings -- lines of neo4j.conf that count until the next restart (a read-only database, say)
    """
    server.halt(kill=kill)
    conf = server.home / "conf" / "neo4j.conf"
    own = conf.read_text("utf-8").partition(ONCE)[0]
    conf.write_text("\n".join([own + ONCE, *settings, ""]) if settings else own, "utf-8")
    server.command = quick(server.command)
    server.process = _launch(server.home, server.command)
    _wait(server, new=False)


def kill(server: Server) -> None:
    """Kill a server with -9 and boot it again on what it had written; ServerUnavailable."""
    restart(server, kill=True)


def wipe(server: Server) -> None:
    """Empty the default database: constraints, indexes, data."""
    with server.driver().session(database="neo4j") as session:
        drop_schema(session)
        session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 50000 ROWS").consume()
        session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 50000 ROWS").consume()


def admin(version_key: str, home: Path, *args: str, cache: Path | None = None) -> str:
    """Run neo4j-admin on the home of a halted server and give its output; AdminFailed, ServerUnavailable."""
    java, jars = _java(version_key), fetch(version_key, cache)
    if not (home / "conf" / "neo4j.conf").exists():
        _configure(version_key, home)
    environment = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "JAVA_HOME": str(java.parent.parent)}
    done = subprocess.run(
        [java, *JVM_FLAGS, "-cp", f"{jars}/*", "org.neo4j.server.startup.Neo4jAdminCommand", *args],
        env=os.environ | environment, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise AdminFailed(f"neo4j-admin {' '.join(args)}: {_tail(done.stdout + done.stderr)}")
    return done.stdout


def find_java(supported: Sequence[int]) -> Path | None:
    """Return the home of the lowest supported Java: of those in TIEBOOK_JAVA if one will do, else of those found here."""
    named = [Path(home) for home in os.environ.get("TIEBOOK_JAVA", "").split(os.pathsep) if home]
    usual = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    on_path = shutil.which("java")
    usual += [Path(on_path).resolve().parent.parent] if on_path else []
    for pattern in JVM_FOLDERS:
        folder = Path(pattern).expanduser()
        usual += sorted(Path(folder.anchor).glob(str(folder.relative_to(folder.anchor))))
    for homes in (named, usual):
        found = [java for java in map(_ask_java, _unique(homes)) if java and java[0] in supported]
        if found:
            return min(found, key=lambda java: java[0])[1]
    return None


def fetch(version_key: str, cache: Path | None = None) -> Path:
    """Return the folder with the jars of a version, fetched once by Maven; ServerUnavailable if that cannot be done."""
    import fcntl  # noqa: PLC0415 - not on Windows, where `_java` has already said so

    number = VERSIONS[version_key].number
    root = cache or Path(os.environ.get("TIEBOOK_TEST_CACHE") or "~/.cache/tiebook").expanduser()
    folder = root / "neo4j" / number
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerUnavailable(f"Maven (mvn) is not installed (it fetches the jars of Neo4j {number})")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the workers of pytest-xdist all come here at once
        if folder.is_dir():
            return folder
        for half in folder.parent.glob(".half-*"):  # of a fetch that was killed: we hold the lock, so nobody's now
            shutil.rmtree(half)
        half = Path(tempfile.mkdtemp(prefix=".half-", dir=folder.parent))
        goal = "org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies"  # its version is in the pom
        options = (f"-Dneo4j={number}", "-DincludeScope=runtime", f"-DoutputDirectory={half}", "-Dstyle.color=never")
        done = subprocess.run(
            [maven, "-q", "-B", "-f", POM, goal, *options],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            shutil.rmtree(half)
            fault = re.search(r"\[ERROR\] (.+?)( -> \[Help 1\])?$", done.stdout, re.MULTILINE)  # the rest is advice
            raise ServerUnavailable(f"the jars could not be fetched: {fault[1] if fault else _tail(done.stderr)}")
        half.rename(folder)
    return folder


def _unique(paths: Iterable[Path]) -> list[Path]:
    return list(dict.fromkeys(path.resolve() for path in paths))


@functools.cache
def _ask_java(home: Path) -> tuple[int, Path] | None:
    """Return the major release of the Java at this home, and its real home (`java` on PATH can be a shim)."""
    try:
        said = subprocess.run(
            [home / "bin" / "java", "-XshowSettings:properties", "-version"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False,
        ).stderr  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    major = re.search(r"java\.specification\.version = (?:1\.)?(\d+)", said)
    real = re.search(r"java\.home = (.+)", said)
    return (int(major[1]), Path(real[1].strip())) if major and real else None


def _java(version_key: str) -> Path:
    version = VERSIONS[version_key]
    if os.name != "posix":
        raise ServerUnavailable("test servers run on Linux and macOS only")
    home = find_java(version.java)
    if home is None:
        *others, last = map(str, version.java)
        wanted = f"{', '.join(others)} or {last}"
        raise ServerUnavailable(
            f"no JDK {wanted} found (needed by Neo4j {version.number}): set TIEBOOK_JAVA to the home of one"
        )
    return home / "bin" / "java"


def _configure(version_key: str, home: Path, *more: str) -> int:
    port = free_port()
    opens = [f"server.jvm.additional={flag}" for flag in JVM_FLAGS if flag.startswith("--add-opens")]
    (home / "conf").mkdir(parents=True, exist_ok=True)
    lines = [CONF.format(port=port), *VERSIONS[version_key].settings, *opens, *more]
    (home / "conf" / "neo4j.conf").write_text("\n".join(lines), encoding="utf-8")
    return port


def _launch(home: Path, command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    (home / "logs" / "neo4j.log").unlink(missing_ok=True)  # `_wait` must not read "Started." of the last boot
    with (home / "out.log").open("wb") as out:
        return subprocess.Popen(
            ["/bin/sh", "-c", WATCHED, home, *command],
            stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT, cwd=home, start_new_session=True,
        )  # fmt: skip


def _wait(server: Server, *, new: bool) -> None:
    """Wait until the default database answers; on a new server first replace the password it is born with."""
    from neo4j import GraphDatabase  # noqa: PLC0415
    from neo4j.exceptions import ServiceUnavailable, TransientError  # noqa: PLC0415

    change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
    log, deadline = server.home / "logs" / "neo4j.log", time.monotonic() + LIMIT
    while server.process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
        # Its own log, not the port: on a port that was taken meanwhile another server would answer, and be given
        # our password.
        if "Started." not in _read(log):
            continue
        try:
            if new:
                with GraphDatabase.driver(server.uri, auth=(USER, USER)) as born:
                    born.execute_query(change, old=USER, new=server.password, database_="system")
                new = False
            with server.driver().session(database="neo4j") as session:
                session.run("RETURN 1").consume()
        except (ServiceUnavailable, TransientError):
            continue
        return
    state = f"gave no answer in {LIMIT:.0f} s" if server.process.poll() is None else "ended while it started"
    words = _tail(_read(server.home / "out.log") + _read(log))
    server.halt(kill=True)
    raise ServerUnavailable(f"Neo4j {VERSIONS[server.version].number} {state}; its last words:\n{words}")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _tail(text: str) -> str:
    return "\n".join(text.strip().splitlines()[-15:])


def main(arguments: Sequence[str] | None = None) -> None:
    """Start one server, print the environment that reaches it and keep it until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m tests.servers", description=main.__doc__)
    parser.add_argument("command", choices=["start"])
    parser.add_argument("version", choices=VERSIONS)
    version = parser.parse_args(arguments).version
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server = start(version)
        print(*(f"export {name}={value}" for name, value in server.environment.items()), sep="\n", flush=True)
        print(f"# {server.version} runs until Ctrl-C; its folder is {server.home}", file=sys.stderr)
        server.process.wait()
        sys.exit(f"the server ended; see {server.home / 'out.log'}")
    except ServerUnavailable as reason:
        sys.exit(f"{version}: {reason}")
    except KeyboardInterrupt:
        pass  # the exit handler stops it


if __name__ == "__main__":
    main()
