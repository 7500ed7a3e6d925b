"""No page is a dead end: names that may have been meant, and questions that a text tells to ask, are links."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.field import FIELD, SAMPLES
from tests.serve.conftest import TOKEN, client_of
from tiebook.ask.words import LONGEST
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import AmbiguousName, UnknownName, UsageError
from tiebook.questions import QuestionLibrary
from tiebook.serve.content.commands import meant_by, questions_in
from tiebook.serve.settings import Settings
from tiebook.sources.datasets import load_dataset
from tiebook.sync.sync import unload

NAMES = ["conflicts", "pacts", "votes", "who-arms", "who-arms-whom", "what-is-denied"]


def links(page: str, kind: str) -> list[tuple[str, str]]:
    """Return (address, text) of the links in the paragraphs of a kind."""
    said = "".join(re.findall(rf'<p class="{kind}"[^>]*>(.*?)</p>', page, flags=re.DOTALL))
    return [(unescape(where), unescape(text)) for where, text in re.findall(r'<a href="([^"]*)">([^<]*)</a>', said)]


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("/ask/who-arms?recipient=Irann&supplier=china", "/ask/who-arms?recipient=Iran&supplier=china"),
        ("/ask/who-arms?no-inferred=1&recipient=Irann", "/ask/who-arms?no_inferred=1&recipient=Iran"),
        ("/ask/who-arms?recipient=Irann&also-said=1", "/ask/who-arms?recipient=Iran&also_said=1"),
        ("/ask/who-arm", "/ask/who-arms"),
        ("/actor/Irann", "/actor/Iran"),
        ("/claim/china-iran/p30-nosale", "/claim/china-iran/p30-no-sale-china"),
        ("/network?focus=Irann&colour=source", "/network?focus=Iran&colour=source"),
        ("/network?source=chna-iran", "/network?source=china-iran"),
    ],
)
def test_a_name_that_may_have_been_meant_is_a_link(browser: TestClient, address: str, offered: str) -> None:
    page = browser.get(address)
    assert page.status_code == 404
    found = [where for where, _ in links(page.text, "hint")]
    assert found[0] == offered
    assert browser.get(offered).status_code == 200


@pytest.mark.parametrize("address", ["/ask/who-arms.csv?recipient=Irann", "/ask/who-arms.svg?recipient=Irann"])
def test_a_name_within_another_form_is_said_without_links(browser: TestClient, address: str) -> None:
    page = browser.get(address).text
    assert "Did you mean Iran" in page
    assert links(page, "hint") == []


@pytest.mark.parametrize("address", ["/ask/what-changed?start=2020", "/ask/what-changed?start=2020&finish=2021-01-01"])
def test_a_form_keeps_a_day_that_is_not_whole(browser: TestClient, address: str) -> None:
    page = browser.get(address).text
    assert '<input type="text" id="f-start" name="start" value="2020" aria-describedby="f-start-help"' in page
    assert '<input type="date" id="f-finish" name="finish"' in page


@pytest.mark.parametrize(
    ("address", "led_to"),
    [("/actor/Iran", "/actor/iran"), ("/actor/Tehran", "/actor/iran"), ("/actor/IRAN.json", "/actor/iran.json")],
)
def test_the_page_of_an_actor_is_found_by_a_name(browser: TestClient, address: str, led_to: str) -> None:
    page = browser.get(address)
    assert (page.status_code, page.url.path) == (200, led_to)


def test_a_page_that_is_not_found_names_no_command_for_what_it_links(browser: TestClient) -> None:
    page = browser.get("/ask/nothing-like-it").text
    assert "tiebook questions" not in page
    assert '<a href="/">' in page
    page = browser.get("/actor/zzzqq").text
    assert '<p class="failure" dir="auto">There is no actor called &#39;zzzqq&#39;</p>' in page
    assert links(page, "hint") == [("/ask/actors", "tiebook ask actors")]
    page = browser.get("/ask/evidence?claim=p30").text
    assert links(page, "hint") == [("/ask/paragraph?number=30", "tiebook ask paragraph --number 30")]


def test_words_that_are_too_long_for_a_question_are_kept_and_refused(browser: TestClient) -> None:
    words = "who arms Iran? ".ljust(LONGEST + 1, "x")
    page = browser.get("/", params={"q": words})
    assert page.status_code == 400
    assert f'value="{words}" maxlength="{LONGEST}"' in page.text
    assert '<p dir="auto">1,001 characters are too long for a question' in page.text
    assert "/ask/who-arms?recipient=iran" in str(browser.get("/", params={"q": words[:15].ljust(LONGEST, "!")}).url)


def test_every_question_that_a_note_tells_to_ask_is_a_link(browser: TestClient) -> None:
    page = browser.get("/ask/who-arms").text
    assert [where for where, _ in links(page, "help")] == [
        *(
            "/ask/what-is-denied",
            "/ask/who-seeks-what",
            "/ask/what-is-possible",
            "/ask/deliveries",
            "/ask/arms-on-record",
        )
    ]
    names = QuestionLibrary({}).names()
    for question in QuestionLibrary({}).all():
        note = question.note or ""
        told = [name for name in names if "-" in name and re.search(rf"(?<![\w-]){name}(?![\w-])", note)]
        assert {part.text for part in questions_in(note, names) if part.address} >= {*told}, question.name
        assert "".join(part.text for part in questions_in(note, names)) == note


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("for sales ask who-arms.", ["who-arms"]),
        ("who-arms-whom lists more", ["who-arms-whom"]),
        ("of my-who-arms and --who-arms", []),
        ("pacts lists each pact; conflicts and disputes count", []),
        ("ask votes, or the question conflicts", ["votes", "conflicts"]),
        ("votes and who-arms use it", ["votes", "who-arms"]),
        ("votes --one lists them", ["votes"]),
        ("", []),
    ],
)
def test_one_word_is_a_question_only_where_it_is_told_as_one(text: str, linked: list[str]) -> None:
    found = [*questions_in(text, NAMES)]
    assert [part.text for part in found if part.address] == linked
    assert "".join(part.text for part in found) == text
    assert [part.text for part in questions_in(text, [])] == [text]


def test_what_is_offered_for_a_name() -> None:
    def address(name: str) -> str:
        return f"/x/{name}"

    assert meant_by(UnknownName("no", near=["a", "b"]), address) == [("a", "/x/a"), ("b", "/x/b")]
    assert meant_by(AmbiguousName("which", near=["c"]), address) == [("c", "/x/c")]
    assert meant_by(UsageError("no"), address) == meant_by(None, address) == []


def test_the_questions_of_an_actors_page_name_the_actor(shipped_engine: KgliteEngine) -> None:
    page = client_of(Settings(token=TOKEN), shipped_engine).get("/actor/united-states").text
    asked = dict(re.findall(r'<a href="(/ask/[^"]*)"[^>]*>([^<]*)</a>', page))
    assert asked["/ask/who-arms?recipient=united-states"] == "Who sells or transfers arms to the United States?"
    assert "an actor" not in " ".join(asked.values())
    headings = re.findall(r"<h2>(?:Said about|Said by|Ask about) ([^<]*?) ?<", page)
    assert headings == ["the United States"] * 2  # nobody reports what it says
    assert not [where for where in asked if where.startswith("/ask/votes")]  # no loaded source could answer it
    assert not [where for where in asked if where.startswith("/ask/offices")]  # a state holds no office
    page = client_of(Settings(token=TOKEN), shipped_engine).get("/actor/xi-jinping").text
    assert "/ask/offices?person=xi-jinping" in page


def test_the_first_page_sets_apart_what_nothing_loaded_can_answer(shipped_engine: KgliteEngine, tmp_path: Path) -> None:
    every = {each.name for each in QuestionLibrary().all()}

    def listed(engine: KgliteEngine) -> tuple[list[str], list[str], str]:
        page = client_of(Settings(token=TOKEN), engine).get("/").text
        head, found, rest = page.partition("<summary>Questions that nothing loaded can answer")
        first, then = (re.findall(r'<li><a href="/ask/([^"]*)"', part) for part in (head, rest))
        assert {*first, *then} == every
        assert len(first) + len(then) == len(every)
        ids = re.findall(r'<section id="([^"]+)"', page)
        assert sorted(ids) == sorted({each.theme for each in QuestionLibrary().all()})
        return first, then, found

    first, then, _ = listed(shipped_engine)
    assert sorted(then) == ["capabilities", "deliveries", "events-by-month", "votes"]
    assert "who-arms" in first
    register = KgliteEngine(tmp_path / "register.kgl")
    load_dataset(register, "sipri", [SAMPLES / name for name in FIELD["sipri"]])
    first, then, _ = listed(register)
    assert "who-arms" in first
    assert "what-is-denied" in then
    page = client_of(Settings(token=TOKEN), register).get("/actor/china").text
    asked = set(re.findall(r'<a href="/ask/([^"?]*)', page.partition('id="questions"')[2]))
    assert "who-arms" in asked
    assert not asked & {"what-is-denied", "who-sanctions", "how-seen"}
    unload(register, "sipri")
    assert not listed(register)[2]  # where nothing is loaded, nothing is set apart


def test_a_day_that_is_none_stays_in_the_field_of_the_network(browser: TestClient) -> None:
    page = browser.get("/network", params={"as_of": "2020"}).text
    (field,) = re.findall(r'<input[^>]*name="as_of"[^>]*>', page)
    assert 'type="text"' in field
    assert 'value="2020"' in field
    (field,) = re.findall(r'<input[^>]*name="as_of"[^>]*>', browser.get("/network").text)
    assert 'type="date"' in field
