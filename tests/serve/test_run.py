"""How the pages are served: the socket, the printed address, the server's settings; and what a picture of the network is of."""

from __future__ import annotations

import asyncio
import socket
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.serve.asgi import request
from tests.serve.conftest import TOKEN
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadDate, UnknownName, UsageError
from tiebook.model.codebook import UNSPECIFIED
from tiebook.questions import QuestionLibrary
from tiebook.serve.app import create_app
from tiebook.serve.content.lookup import few_names
from tiebook.serve.routes.home import _choice, _told
from tiebook.serve.routes.network import _chosen, _given
from tiebook.serve.routes.source import _most, _records
from tiebook.serve.run import _listen, address, is_loopback, server_of
from tiebook.serve.settings import Settings

NOBODY: Any = None


@pytest.mark.parametrize(
    ("host", "opened"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("0.0.0.0", "127.0.0.1"),  # noqa: S104 -- compared, not bound
        ("::", "127.0.0.1"),
        ("::1", "[::1]"),
        ("example.org", "example.org"),
    ],
)
def test_the_address_that_is_printed_can_be_opened(host: str, opened: str) -> None:
    assert address(host, 80, "t") == f"http://{opened}:80/?token=t"


@pytest.mark.parametrize(
    ("host", "only"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False), ("x", False)],  # noqa: S104
)  # fmt: skip
def test_what_is_reached_from_this_machine_alone(host: str, only: bool) -> None:
    assert is_loopback(host) is only


def test_a_port_that_is_taken_is_refused_or_another_taken() -> None:
    with _listen("127.0.0.1", 0, other=False) as first:
        port = first.getsockname()[1]
        assert first.family == socket.AF_INET
        with pytest.raises(UsageError, match=f"cannot listen at 127.0.0.1 port {port}"):
            _listen("127.0.0.1", port, other=False)
        with _listen("127.0.0.1", port, other=True) as second:
            assert second.getsockname()[1] not in (0, port)
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            pass  # it listens
    with _listen("127.0.0.1", port, other=False):
        pass  # free again at once


def test_the_server_prints_nothing_and_says_nothing_of_itself() -> None:
    config = server_of(NOBODY).config
    assert (config.log_level, config.lifespan, config.ws) == ("critical", "off", "none")
    assert (config.server_header, config.limit_concurrency, config.h11_max_incomplete_event_size) == (False, 256, 65536)


def test_requests_that_are_done_leave_room_for_others(shipped_engine: KgliteEngine) -> None:
    app = create_app(Settings(token=TOKEN), lambda: shipped_engine)
    headers = [("host", "127.0.0.1:8765"), ("cookie", f"tiebook-8765={TOKEN}")]
    for _ in range(2):
        assert asyncio.run(request(app, "GET", "/nothing", headers)).status == 404
        assert app._inside == 0


def test_few_names_have_no_actor_that_stands_for_nobody_and_stand_by_name(shipped_engine: KgliteEngine) -> None:
    names = few_names(shipped_engine, "actor")
    assert len(names) > 20
    assert UNSPECIFIED not in {each.value for each in names}
    assert [each.label.casefold() for each in names] == sorted(each.label.casefold() for each in names)
    assert {each.value for each in few_names(shipped_engine, "tie")} >= {"AIDS", "SELLS_ARMS_TO"}
    assert few_names(shipped_engine, "claim") == few_names(shipped_engine, "text") == ()


def test_what_is_given_for_a_picture_of_the_network(shipped_engine: KgliteEngine) -> None:
    query: Any = {"focus": " Iran ", "depth": "2", "source": "", "other": "x", "colour": " "}
    given = _given(SimpleNamespace(query_params=query))  # type: ignore[arg-type]
    assert given == {"focus": "Iran", "depth": "2"}
    plain = {"focus": None, "depth": 1, "as_of": None, "colour": "sign"}
    assert _chosen(shipped_engine, {}) == (None, plain)
    assert _chosen(shipped_engine, given) == (None, plain | {"focus": "iran", "depth": 2})
    asked = {"source": "china-iran", "as_of": "2019-01-02", "colour": "source", "depth": "3"}
    assert _chosen(shipped_engine, asked) == (
        "china-iran",
        {**plain, "as_of": date(2019, 1, 2), "colour": "source", "depth": 3},
    )


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        ({"depth": "0"}, UsageError, "depth: '0' is not 1, 2 or 3"),
        ({"depth": "4"}, UsageError, "depth: '4'"),
        ({"colour": "red"}, UsageError, "colour: 'red'"),
        ({"focus": "nobody at all"}, UnknownName, "nobody at all"),
        ({"source": "no-source"}, UnknownName, "no-source"),
        ({"as_of": "never"}, BadDate, "never"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    given: dict[str, str], error: type[Exception], said: str, shipped_engine: KgliteEngine
) -> None:
    with pytest.raises(error, match=said):
        _chosen(shipped_engine, given)


def guess(**given: Any) -> Any:
    return SimpleNamespace(**{"name": "who-arms", "title": "T", "params": {}, "lacking": (), "left": (), **given})


def told(verdict: str, unknown: tuple[str, ...] = (), **given: Any) -> str:
    found: Any = SimpleNamespace(verdict=verdict, choices=(guess(**given),), unknown=unknown)
    found.offered = () if given.get("far") else found.choices
    return _told(found)


def test_why_words_did_not_lead_to_an_answer() -> None:
    several = "This may mean more than one question. Choose one:"
    assert told("unsure") == told("taken") == several
    assert told("nothing") == "No stored question fits. The nearest:"
    assert told("nothing", far=True) == "No stored question fits, and none is near it."
    assert told("nothing", ("X", "Y")) == "No stored question fits (X, Y: not known here). The nearest:"
    needs = told("lacking", lacking=("from_day", "to_day"))
    assert needs == "The nearest question needs from day and to day. Fill it in, or choose another:"
    both = told("lacking", lacking=("a",), left=("z",))
    assert both == 'The nearest question needs a and has no place for "z". Fill it in, or choose another:'
    assert told("lacking", left=("z",)).startswith('The nearest question has no place for "z".')


def test_a_choice_says_what_it_asks_and_leads_to_its_page(shipped_engine: KgliteEngine) -> None:
    given = {"as_of": "2020", "recipient": "iran"}
    question = QuestionLibrary({}).get("who-arms")
    made = _choice(shipped_engine, question, guess(params=given, lacking=("x",)), "who arms?")
    assert made["title"] == "Who sells or transfers arms to Iran?"
    assert made["named"] == "as of 2020"
    assert made["address"] == "/ask/who-arms?as_of=2020&recipient=iran&your-words=who+arms%3F"
    assert made["lacking"] == ("x",)


def test_a_choice_says_in_general_words_what_it_lacks_and_a_type_of_tie_in_words(shipped_engine: KgliteEngine) -> None:
    question = QuestionLibrary({}).get("ties-between")
    given = {"one": "united-states", "tie": "SELLS_ARMS_TO"}
    made = _choice(shipped_engine, question, guess(name="ties-between", params=given), "x")
    assert (
        made["title"]
        == "Which ties (sells arms to) are there between the United States and another, in either direction?"
    )
    assert made["named"] == ""


def test_a_source_s_page_names_twelve_actors_by_what_is_said_of_them(shipped_engine: KgliteEngine) -> None:
    found = _most(shipped_engine, "china-iran")
    assert len(found) == 12
    assert {name for _, name, _ in found[:2]} == {"China", "Iran"}
    counts = [count for *_, count in found]
    assert counts == sorted(counts, reverse=True)
    assert _most(shipped_engine, "no-source") == []
    rows = _records(shipped_engine, {"id": "china-iran", "tie_types": ["SELLS_ARMS_TO", "AIDS", "NO_SUCH_TYPE"]})
    assert [row["tie"] for row in rows] == ["AIDS", "SELLS_ARMS_TO"]
    assert _records(shipped_engine, {"id": "china-iran"}) == []


def test_a_file_that_is_no_style_sheet_or_script_of_the_pages_is_not_there(shipped_engine: KgliteEngine) -> None:
    app = create_app(Settings(token=TOKEN), lambda: shipped_engine)
    for path, status in (
        ("/assets/code.css", 200),
        ("/assets/none.css", 404),
        ("/assets/.css", 404),
        ("/assets/page.py", 404),
    ):
        assert asyncio.run(request(app, "GET", path, [("host", "127.0.0.1:8765")])).status == status, path
