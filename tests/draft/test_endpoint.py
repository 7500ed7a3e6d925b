"""An endpoint may stream, be slow, cut, refuse, ask to wait, or answer nonsense: then the paragraph is told."""

import json
import re
from email.message import Message

import pytest

from tests.draft.pact import make_case, opened
from tests.draft.server import said, serving, streamed
from tiebook.draft.proposers.endpoint import Endpoint
from tiebook.draft.protocol import Malformed, NoAnswer, Proposal
from tiebook.errors import UsageError

ITEM = {"from": "china", "tie": "SELLS_ARMS_TO", "to": "iran", "quote": "China sold drones to Iran"}
ANSWER = json.dumps({"paragraph": 2, "claims": [ITEM]})
KEY = "sk-secret-123"


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    return opened(make_case(tmp_path_factory.mktemp("endpoint") / "pact"))[2]


def ask(article, *steps, number=2, environment=None, **more):
    """Return what an endpoint proposes for a paragraph, the waits between tries, and the requests that it got."""
    waits: list[float] = []
    with serving(*steps) as server:
        endpoint = Endpoint(server.url, article, environment or {}, pause=waits.append, **{"timeout": 20, **more})
        try:
            return endpoint.propose(article.paragraphs[number - 1]), waits, server.requests
        except NoAnswer as error:
            server.wait()
            return error.what, waits, server.requests


@pytest.mark.parametrize(
    "step",
    [
        {"body": said(ANSWER)},
        {"body": said(f"Here you are:\n```json\n{ANSWER}\n```\nAnything else?")},
        {"body": said(json.dumps([ITEM]))},
        {"body": streamed(ANSWER), "type": "text/event-stream; charset=utf-8"},
        {"body": said(ANSWER), "pause": 0.2},
    ],
)
def test_a_whole_answer_is_read(article, step):
    found, waits, requests = ask(article, step)
    assert [each.quote for each in found] == [ITEM["quote"]]
    assert waits == []
    sent = requests[0]["body"]
    assert requests[0]["path"] == "/v1/chat/completions"
    assert "China sold drones to Iran in 2016" in sent["messages"][1]["content"]
    assert "SELLS_ARMS_TO (actor -> actor)" in sent["messages"][0]["content"]
    assert "Authorization" not in requests[0]["headers"]


@pytest.mark.parametrize(
    ("step", "why"),
    [
        ({"body": said(ANSWER[:-9], "length")}, "limit of length"),
        ({"body": said(ANSWER[:-9])}, "cut or broken JSON"),
        ({"body": streamed(ANSWER, finish=None), "type": "text/event-stream"}, "was cut"),
        ({"body": streamed(ANSWER, finish="length"), "type": "text/event-stream"}, "limit of length"),
        ({"body": said(ANSWER), "cut": 50}, "cut|IncompleteRead|did not answer"),
        ({"body": said("I cannot help with that.")}, "not JSON: I cannot help"),
        ({"body": said("", refusal="I will not.")}, "refused: I will not."),
        ({"body": said(ANSWER, "content_filter")}, "filter"),
        ({"body": said("")}, "empty"),
        ({"body": said('{"error": 1}')}, "without a list of claims"),
        ({"body": said(json.dumps({"paragraph": 3, "claims": [ITEM]}))}, "about paragraph 3"),
        ({"body": "<html>"}, "not a chat completion"),
        ({"body": "{}"}, "not a chat completion"),
        ({"body": '{"choices": []}'}, "not a chat completion"),
        ({"body": "[" * 100_000}, "not a chat completion"),
        ({"body": f"no such key: {KEY}", "status": 401}, r"answered 401: no such key: \*\*\*"),
        ({"body": "gone", "status": 404}, "answered 404: gone"),
        ({"body": "", "status": 302, "headers": {"Location": "http://127.0.0.1:1/"}}, "answered 302"),
        ({"body": said(ANSWER), "pause": 10}, "did not answer"),
    ],
)
def test_what_is_no_whole_answer_is_told_and_never_with_the_key(article, step, why):
    found, _, requests = ask(article, step, environment={"OPENAI_API_KEY": KEY}, timeout=0.5 if "pause" in step else 20)
    assert isinstance(found, str), found
    assert re.search(why, found), found
    assert KEY not in found
    assert requests[0]["headers"]["Authorization"] == f"Bearer {KEY}"


def test_it_waits_as_it_is_told_and_not_for_ever(article):
    busy = {"body": "busy", "status": 429, "headers": {"Retry-After": "7"}}
    found, waits, requests = ask(article, busy, busy, {"body": said(ANSWER)})
    assert len(found) == 1
    assert waits == [7.0, 7.0]
    assert len(requests) == 3
    found, waits, _ = ask(article, busy)
    assert found.endswith("answered 429: busy")
    assert len(waits) == 3
    found, waits, _ = ask(article, {**busy, "headers": {"Retry-After": "3600"}})
    assert waits == []
    assert "429" in found
    found, waits, _ = ask(article, {"body": "down", "status": 503}, {"body": said(ANSWER)})
    assert waits == [2.0]


@pytest.mark.parametrize(
    ("asked", "date", "wait"),
    [
        ("Wed, 21 Oct 2015 07:28:09 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", 9.0),  # by the server's own clock
        ("Wednesday, 21-Oct-15 07:28:09 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", 9.0),
        ("Wed, 21 Oct 2015 07:28:09 GMT", None, 5.0),  # by ours
        ("Wed, 21 Oct 2015 07:27:00 GMT", None, 0.0),
        ("1.5", None, 1.5),
        ("-3", None, 0.0),
        *(
            (asked, None, 4.0)
            for asked in ("soon", "", "inf", "nan", "Wed, 41 Oct 2015 07:28:09 GMT", "1 Jan 99999999999 0:0")
        ),
    ],
)
def test_how_long_to_wait_may_be_said_as_seconds_or_a_date(article, asked, date, wait):
    headers = Message()
    headers["Retry-After"] = asked
    if date:
        headers["Date"] = date
    endpoint = Endpoint("http://localhost/v1", article, {}, now=lambda: 1445412484.0)
    assert endpoint._wait(headers, 2) == wait


def test_a_date_within_reach_is_waited_for_and_a_late_one_is_not(article):
    busy = {"body": "busy", "status": 429, "headers": {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}}
    assert ask(article, busy, {"body": said(ANSWER)})[1] == [0.0]
    late = {**busy, "headers": {"Retry-After": "Wed, 21 Oct 2999 07:28:00 GMT"}}
    found, waits, _ = ask(article, late)
    assert waits == []
    assert "429" in found


def test_ten_thousand_items_are_read(article):
    items = [{**ITEM, "quote": f"drones {number}"} for number in range(9_999)] + ["x"]
    found, _, _ = ask(article, {"body": said(json.dumps({"paragraph": 2, "claims": items}))})
    assert len(found) == 10_000
    assert isinstance(found[0], Proposal)
    assert isinstance(found[-1], Malformed)


@pytest.mark.parametrize("url", ["ftp://x/v1", "http://", "http://user:pass@host/v1", "localhost:11434"])
def test_what_is_no_address_is_refused(article, url):
    with pytest.raises(UsageError, match="not the address"):
        Endpoint(url, article, {})


def test_a_key_is_not_sent_in_the_open_to_another_machine(article):
    with pytest.raises(UsageError, match="without TLS") as told:
        Endpoint("http://api.example/v1", article, {"TIEBOOK_API_KEY": KEY})
    assert KEY not in str(told.value)
    assert Endpoint("https://api.example/v1", article, {"TIEBOOK_API_KEY": KEY}).host == "api.example"
    assert (
        Endpoint("http://localhost:1/v1/chat/completions", article, {"TIEBOOK_MODEL": "m"}).name == "m at localhost:1"
    )


def test_nobody_there_is_told(article):
    endpoint = Endpoint("http://127.0.0.1:1/v1", article, {}, pause=lambda _: None)
    with pytest.raises(NoAnswer, match=r"did not answer: .*refused"):
        endpoint.propose(article.paragraphs[1])
