"""An answer is of one state of the graph, also where a load comes between: it is read again, or says that it may be mixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ENGINES
from tests.graphs import make_engine
from tiebook.ask import query
from tiebook.ask.document.compose import UNSETTLED
from tiebook.cli import common
from tiebook.engine import Engine, Limits
from tiebook.engine.base import Table
from tiebook.engine.consistent_read import read_settled
from tiebook.engine.digest import digest
from tiebook.engine.meta import set_unfinished
from tiebook.errors import LimitReached
from tiebook.model.records import Node
from tiebook.sync import sync
from tiebook.sync.batch import Batch

QUERY = "MATCH (n:Actor) RETURN n.id AS id ORDER BY id"


def load(engine: Engine, *names: str) -> None:
    common: dict[str, Any] = {"kind": "State", "aliases": [], "sources": ["s"]}
    head = Node("Source", "s", {"name": "s", "kind": "dataset", "aliases": [], "sources": ["s"]})
    sync(engine, Batch("s", [head, *(Node("Actor", name, {"name": name, **common}, "State") for name in names)]))


@pytest.fixture(params=[name for name in ENGINES if name != "kglite"])  # a file is read as it was when it was opened
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    made = make_engine(request.param, tmp_path)
    yield made
    made.close()


def busy(server: Engine, monkeypatch: pytest.MonkeyPatch, loads: int) -> list[Table]:
    """Let so many loads come while a query is being read, one at each time; gives what was read."""
    seen: list[Table] = []
    read = server.read_untrusted

    def interrupted(cypher: str, params: Mapping[str, Any] | None, limits: Limits) -> Table:
        seen.append(read(cypher, params, limits))
        if len(seen) <= loads:
            load(server, *"abcdef"[: len(seen) + 1])
        return seen[-1]

    monkeypatch.setattr(server, "read_untrusted", interrupted)
    return seen


def test_an_answer_is_read_again_where_a_load_came_between(server: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    load(server, "a")
    seen = busy(server, monkeypatch, loads=1)
    answer = query(server, QUERY, {})
    assert [len(table.rows) for table in seen] == [1, 2]
    assert answer.rows == [("a",), ("b",)]
    assert not answer.unsettled


def test_an_answer_that_is_never_left_alone_says_so(server: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    load(server, "a")
    seen = busy(server, monkeypatch, loads=9)
    answer = query(server, QUERY, {})
    assert len(seen) == 3
    assert answer.unsettled


def test_a_digest_is_of_one_state_or_refused(server: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    load(server, "a")
    turns = iter(range(100))
    monkeypatch.setattr(server, "revision", lambda *, settled=False: 0 if settled else next(turns))
    assert read_settled(server, lambda: digest(server)) == digest(server)
    with pytest.raises(LimitReached, match="the graph was being loaded"):
        read_settled(server, lambda: digest(server))


def test_a_load_that_changes_nothing_is_none(server: Engine) -> None:
    load(server, "a")
    before = server.revision()
    load(server, "a")
    assert server.revision() == before
    load(server, "a", "b")
    assert server.revision() != before


def test_what_may_be_mixed_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    from tiebook.ask.answer import Answer  # noqa: PLC0415
    from tiebook.cli.show.output import show  # noqa: PLC0415

    show(Answer("t", "q", "c", {}, Table(("id",), [("a",)]), unsettled=True), "json")
    assert UNSETTLED in capsys.readouterr().err


def test_a_large_load_that_began_meanwhile_is_told(
    server: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(server, "a")
    monkeypatch.setattr(common, "engine_for", lambda _: server)
    with common.opened(None) as engine:
        engine.write(lambda writer: set_unfinished(writer, "s", unfinished=True))
    assert capsys.readouterr().err.count("the load of s was interrupted and is incomplete") == 1
    with common.opened(None):
        pass
    assert capsys.readouterr().err.count("the load of s was interrupted and is incomplete") == 1
