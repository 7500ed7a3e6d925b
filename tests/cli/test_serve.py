"""`tiebook serve` as a process: it prints an address that opens, serves the shipped article at once, and ends in order."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tiebook.cli.app import app


@contextmanager
def started(folder: Path, *options: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str, int]]:
    """Start the command; yield the process, what it said and the port."""
    command = [sys.executable, "-m", "tiebook", "serve", "--no-open", "--port", "0", *options]
    own = {**os.environ, "XDG_DATA_HOME": str(folder), **environment}
    with subprocess.Popen(command, env=own, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = ""
        while "http://" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        yield process, said, int(said.split("http://127.0.0.1:")[1].split("/")[0])
        process.kill()


def got(port: int, path: str, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    found = response.status, response.read().decode()
    connection.close()
    return found


def test_it_serves_the_shipped_article_at_once_and_ends_in_order(tmp_path: Path) -> None:
    with started(tmp_path) as (process, said, port):
        assert "First use: loaded" in said
        token = said.split("token=")[1].split()[0]
        assert len(token) >= 32
        assert got(port, "/")[0] == 401
        status, page = got(port, "/ask/who-arms.csv?recipient=iran", authorization=f"Bearer {token}")
        assert status == 200
        assert page.startswith("supplier")
        with pytest.raises(OSError, match="refused"):  # of another address of this machine
            socket.create_connection(("127.0.0.2", port), timeout=5)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr is not None
        assert process.stderr.read().strip() == "tiebook: stopped"


def refused(*options: str, **environment: str) -> Result:
    return CliRunner().invoke(app, ["serve", "--no-open", *options], env=environment)


def test_beyond_this_machine_only_with_a_token_of_one_s_own() -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1", "example.org"):  # noqa: S104 -- refused
        result = refused("--host", host)
        assert result.exit_code == 2
        assert "TIEBOOK_TOKEN" in result.output
    result = refused(TIEBOOK_TOKEN="short")
    assert "shorter than 16" in result.output


def test_a_taken_port_and_another_s_address_are_told_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = refused("--port", str(taken.getsockname()[1]), XDG_DATA_HOME=str(tmp_path))
    assert "cannot listen at 127.0.0.1" in str(result.exception)
    result = refused("--host", "192.0.2.1", TIEBOOK_TOKEN="x" * 20, XDG_DATA_HOME=str(tmp_path))
    assert "cannot listen at 192.0.2.1" in str(result.exception)


def test_a_missing_database_is_not_made(tmp_path: Path) -> None:
    result = refused("--db", str(tmp_path / "none.kgl"))
    assert "there is no database" in str(result.exception)
    assert not list(tmp_path.iterdir())
