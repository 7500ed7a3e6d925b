"""Limits that hold for everybody: how large an answer may be, in the process that asked, and as a table."""

import subprocess
import sys
from typing import Any

import pytest
from click.testing import CliRunner

from tests.conftest import MINI
from tiebook import errors
from tiebook.cli.app import app
from tiebook.engine import base
from tiebook.engine.base import Limits
from tiebook.engine.neo4j import writer as neo4j_writer
from tiebook.engine.neo4j.writer import _size, table_within
from tiebook.sync.cases import load_case

DOUBLED = "RETURN reduce(s = 'ab', x IN range(1, {}) | s + s) AS long"


class Rows:
    """A result that counts what is fetched of it."""

    def __init__(self, rows):
        self.rows = rows
        self.fetched = 0

    def __iter__(self):
        for row in self.rows:
            self.fetched += 1
            yield self._record(row)

    def keys(self):
        return ["value"]

    def peek(self):
        return None if self.fetched == len(self.rows) else 1

    @staticmethod
    def _record(row):
        class Record:
            def values(self):
                return [row]

        return Record()


def test_no_more_is_fetched_of_a_server_than_the_memory_may_hold():
    rows = Rows(["x" * 1000] * 50)
    first: Any = table_within
    with pytest.raises(errors.LimitReached, match="more than 128 MiB"):
        first(rows, 50, 10_000)
    assert rows.fetched <= 11
    assert first(Rows(["x" * 1000] * 9), 50, 10_000).rows == [("x" * 1000,)] * 9
    assert first(Rows(["x"] * 9), 5).truncated


@pytest.mark.parametrize(
    ("value", "least"), [("x" * 100, 100), (["x" * 50] * 2, 100), ({"k" * 50: ["x" * 50]}, 100), ([[1] * 100], 800)]
)
def test_the_size_of_a_value_is_that_of_all_in_it(value, least):
    assert least <= _size(value) < 2 * least


def test_an_answer_too_large_for_who_asked_is_refused_on_every_engine(engine, monkeypatch):
    load_case(engine, MINI)
    monkeypatch.setattr(neo4j_writer.table_within, "__defaults__", (1000,))
    query = "UNWIND range(1, 9) AS x " + DOUBLED.format(23) if engine.name == "kglite" else DOUBLED.format(12)
    with pytest.raises(errors.LimitReached, match=r"more than 128 MiB \(ask for less"):
        engine.read_untrusted(query, {}, Limits(seconds=100))


def test_the_parent_is_given_no_more_than_that(mini_engine, monkeypatch):
    given = []
    run = subprocess.run

    def watched(command, **options):
        done = run(command, **options)
        given.append(len(done.stdout))
        return done

    monkeypatch.setattr(subprocess, "run", watched)
    with pytest.raises(errors.LimitReached):
        mini_engine.read_untrusted("UNWIND range(1, 9) AS x " + DOUBLED.format(23), {}, Limits(seconds=100))
    assert given[0] < 10_000 < base.MOST_ANSWER
    assert sys.executable


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        (DOUBLED.format(17), True),
        (DOUBLED.format(12), False),
        ("UNWIND range(1, 9000) AS x RETURN reduce(s = 'a', y IN range(1, 9) | s + s) AS s", True),
    ],
)
def test_what_takes_minutes_to_lay_out_is_no_table(mini_engine, query, refused):
    arguments = ["--db", str(mini_engine.path), "query", query]
    done = CliRunner().invoke(app, arguments)
    assert (done.exit_code == 1) is refused
    if refused:
        assert "a table cannot show this" in str(done.exception)
        assert "-f json" in str(done.exception)
        assert CliRunner().invoke(app, [*arguments, "-f", "json"]).exit_code == 0
