"""Passwords come from the environment, a file or a prompt, and no output ever repeats one."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.forked import Job
from tests.conftest import MINI
from tests.fixtures_neo4j import require_server
from tests.graphs import make_engine
from tiebook.engine import Place, locate, open_engine
from tiebook.engine.connect import _password
from tiebook.errors import UsageError
from tiebook.sync.cases import load_case

SECRET = "geheim-9&%\u00e9"
NOWHERE = "bolt://127.0.0.1:1"


@pytest.fixture
def run(forked, tmp_path):
    """Return a function that runs a command in an environment without a server or database but those given."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("NEO4J", "TIEBOOK"))}
    return lambda environment, *arguments: forked.run(Job(arguments, "", tmp_path, {**inherited, **environment}))


@pytest.mark.parametrize(
    "address",
    [
        f"bolt://neo4j:{SECRET}@127.0.0.1:1",
        f"neo4j+s://{SECRET}@127.0.0.1",
        f"http://neo4j:{SECRET}@127.0.0.1:7474",
        f"bolt:/neo4j:{SECRET}@127.0.0.1",
        f"neo4j:{SECRET}@127.0.0.1",
        f"bolt://neo4j:{SECRET}@[::1",
        f"bolt://neo4j:{SECRET}/@127.0.0.1:x",
        f" bolt://neo4j:{SECRET}@127.0.0.1",
        f"//neo4j:{SECRET}@127.0.0.1:7687",
    ],
)
def test_an_address_with_a_password_is_refused_and_not_repeated(run, address):
    options: tuple[str, ...] = () if address.startswith("/") else ("--db",)  # there it may be a path
    for environment, arguments in (
        ({"NEO4J_URI": address}, ()),
        *(({}, (option, address)) for option in options),
        *(({}, ("--debug", option, address)) for option in options),
    ):
        done = run(environment, *arguments, "info")
        assert done.returncode == (1 if "--debug" in arguments else 2)
        assert "NEO4J_PASSWORD" in done.stderr
        assert SECRET not in done.stdout + done.stderr
        assert "geheim" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "uri",
    [
        NOWHERE,
        "neo4j://127.0.0.1:1",
        "bolt+s://127.0.0.1:1",
        "neo4j+ssc://127.0.0.1:1",
        "bolt://no-such-host.invalid",
        "bolt://[::1",
        "bolt://127.0.0.1:x",
        "bolt://",
        "neo4j://127.0.0.1:1?policy=x",
        "https://127.0.0.1",
        "bolt://127.0.0.1:1?password=geheim",
        "neo4j://127.0.0.1:1/#geheim",
        "https://127.0.0.1?geheim",
        f"bolt://{'x' * 80}.example",
        "bolt://\u00fc..example",
    ],
)
def test_no_failure_repeats_the_password(run, uri):
    commands = [("info",), ("--debug", "info")]
    if uri == NOWHERE:
        commands += [("load", "china-iran"), ("query", "RETURN 1 AS one"), ("backup", "b.zip"), ("upgrade",)]
    for command in commands:
        done = run({"NEO4J_URI": uri, "NEO4J_PASSWORD": SECRET}, *command)
        assert done.returncode in (1, 2)
        assert SECRET not in done.stdout + done.stderr
        assert "geheim" not in done.stdout + done.stderr
        if "--debug" not in command:
            assert "Traceback" not in done.stderr
            assert done.stderr.count("\n") == 1, done.stderr


@pytest.mark.parametrize("version", ["neo4j-5.26", "neo4j-2026"])
def test_a_wrong_password_is_not_repeated(run, version):
    server = require_server(version)
    for debug in ((), ("--debug",)):
        done = run({**server.environment, "NEO4J_PASSWORD": SECRET}, *debug, "info")
        assert done.returncode == 1
        assert "refuses the login" in done.stderr
        assert "geheim" not in done.stdout + done.stderr


@pytest.mark.server
def test_the_password_may_stand_in_a_file(run, tmp_path):
    server = require_server("neo4j-5.26")
    file = tmp_path / "password"
    file.write_text(f"{server.password}\r\nmore\n", "utf-8")
    environment = {**server.environment, "NEO4J_PASSWORD_FILE": str(file)}
    del environment["NEO4J_PASSWORD"]
    done = run(environment, "query", "RETURN 1 AS one")
    assert "refuses" not in done.stderr, done.stderr
    assert done.stdout or "holds no Tiebook graph" in done.stderr
    wrong = run({**environment, "NEO4J_PASSWORD": SECRET}, "info")  # the variable itself comes first
    assert "refuses the login" in wrong.stderr


def test_what_misses_its_scheme_is_no_file_with_the_password_in_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for address in ("u:geheim@127.0.0.1:7687", "u/geheim", "localhost"):
        with pytest.raises(UsageError) as refused:
            locate(environment={"NEO4J_URI": address})
        assert ("geheim" in str(refused.value)) == ("@" not in address and "geheim" in address)
    assert locate("u@x.kgl").path == Path("u@x.kgl")


def test_a_mark_that_an_editor_puts_before_the_password_is_no_part_of_it(tmp_path):
    file = tmp_path / "password"
    file.write_bytes(b"\xef\xbb\xbfgeheim\r\n")
    assert _password({"NEO4J_PASSWORD_FILE": str(file)}) == "geheim"


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "cannot be read: No such file"), (b"", "is empty"), (b"\n", "is empty"), (b"\xff\xfe", "is not UTF-8")],
)
def test_a_password_file_that_cannot_be_used_is_said(run, tmp_path, content, message):
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)
    done = run({"NEO4J_URI": NOWHERE, "NEO4J_PASSWORD_FILE": str(file)}, "info")
    assert done.returncode == 2
    assert f"{file}: NEO4J_PASSWORD_FILE {message}" in done.stderr


def test_without_a_terminal_nobody_is_asked(run):
    done = run({"NEO4J_URI": NOWHERE}, "info")
    assert done.returncode == 2
    assert "NEO4J_PASSWORD is not set" in done.stderr
    assert "NEO4J_PASSWORD_FILE" in done.stderr


@pytest.mark.server
def test_at_a_terminal_it_is_asked_for_and_not_shown(tmp_path):
    server = require_server("neo4j-5.26")
    engine = make_engine("neo4j-5.26", tmp_path)
    load_case(engine, MINI)
    engine.close()
    shown, printed, status = at_a_terminal(server, server.password)
    assert status == 0, shown
    assert f"Password of neo4j at {server.uri}" in shown
    assert server.password not in shown
    assert "engine" in printed
    assert "Password" not in printed
    shown, printed, status = at_a_terminal(server, SECRET)
    assert (status, printed) == (1, "")
    assert "refuses the login" in shown
    assert "geheim" not in shown


def at_a_terminal(server, password):
    """Type a password at a terminal of its own; give what was shown there, what went to stdout, and the exit status."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("NEO4J", "TIEBOOK"))}
    environment |= {name: value for name, value in server.environment.items() if name != "NEO4J_PASSWORD"}
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tiebook", "info"],
        stdin=slave,
        stdout=subprocess.PIPE,
        stderr=slave,
        env=environment,
        start_new_session=True,  # away from the terminal of whoever runs the tests
    )
    os.close(slave)
    shown, typed, until = "", False, time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([master], [], [], 0.1)[0]:
            try:
                shown += os.read(master, 4096).decode()
            except OSError:  # the other end is closed
                break
        elif process.poll() is not None:
            break
        if not typed and ": " in shown:
            os.write(master, f"{password}\n".encode())
            typed = True
    with process:
        assert process.stdout is not None
        printed = process.stdout.read().decode()
    os.close(master)
    return shown, printed, process.returncode


def test_python_takes_the_same_environment(tmp_path):
    file = tmp_path / "password"
    file.write_text("one", "utf-8")
    engine = open_engine(locate(NOWHERE), {"NEO4J_PASSWORD_FILE": str(file)})
    assert "one" not in repr(engine) + str(engine) + engine.place
    with pytest.raises(UsageError):
        open_engine(locate(NOWHERE), {})


def test_what_is_an_address_and_what_a_path():
    assert locate("bolt+s://host:7687", {}).uri == "bolt+s://host:7687"
    assert str(locate("C:/graphs/my.kgl", {}).path) == "C:/graphs/my.kgl"
    assert str(locate("me@home/my.kgl", {}).path) == "me@home/my.kgl"
    assert locate(None, {"NEO4J_URI": "", "TIEBOOK_DB": "x.kgl"}).path is not None


@pytest.mark.parametrize("seconds", ["soon", "-1", "nan", "inf"])
def test_how_long_to_try_again_is_a_number_of_seconds(seconds: str) -> None:
    environment = {"NEO4J_PASSWORD": "x", "TIEBOOK_RETRY_SECONDS": seconds}
    with pytest.raises(UsageError, match="TIEBOOK_RETRY_SECONDS"):
        open_engine(Place(uri="bolt://127.0.0.1:1"), environment)
