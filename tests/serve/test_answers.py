"""Every stored question by form and by address, without a script: its rows are those of the command line, on each engine."""

from __future__ import annotations

import re
import shlex
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from tests.serve.conftest import TOKEN, client_of
from tests.serve.forms import sent
from tiebook.ask import ask
from tiebook.cli.app import app
from tiebook.engine import Engine
from tiebook.model.codebook import codebook
from tiebook.questions import Question, QuestionLibrary
from tiebook.serve.content.documents import _cell
from tiebook.serve.settings import Limits, Settings
from tiebook.view import layout

QUESTIONS = QuestionLibrary({}).all()


_clients: list[tuple[Engine, TestClient]] = []


@pytest.fixture
def client(field_engine: Engine) -> TestClient:
    """Return a client of the pages on each engine, with the article and samples of the data sets."""
    if not any(engine is field_engine for engine, _ in _clients):
        _clients.append((field_engine, client_of(Settings(token=TOKEN, limits=Limits(rows=2000)), field_engine)))
    return next(found for engine, found in _clients if engine is field_engine)


def typed(question: Question) -> dict[str, str]:
    """Return the parameters of a question's first example, as they are typed."""
    words = next(question.example_arguments(), [])
    values: dict[str, str] = {}
    name = ""
    for word in words:
        name = word[2:].replace("-", "_") if word.startswith("--") else name
        values[name] = "1" if word.startswith("--") else word
    return values


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_asked_by_form_has_the_rows_of_the_command_line(
    question: Question, client: TestClient, field_engine: Engine
) -> None:
    values = typed(question)
    empty = client.get(f"/ask/{question.name}")
    assert empty.status_code == 200
    address = sent(empty.text, f"/ask/{question.name}", values)
    page = client.get(address)
    assert page.status_code == 200
    given: dict[str, object] = {name: (value != "1" and value) or True for name, value in values.items()}
    answer = ask(
        field_engine, question, {name: given[name] if name in question.takes else values[name] for name in values}
    )
    document = answer.document()
    assert unescape(re.sub("<[^>]+>", "", page.text.split("<h1", 1)[1].split("</h1>")[0])).endswith(document.heading)
    rows = re.findall(r'<tr class="row" id="row-(\d+)">(.*?)</tr>', page.text, re.DOTALL)
    assert [int(number) for number, _ in rows] == [row.number for row in document.rows]
    words = [" ".join(unescape(re.sub("<[^>]+>", " ", cells)).split()) for _, cells in rows]
    for row, shown in zip(document.rows, words, strict=True):
        for value in row.values:
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str):
                    text = each.lower().replace("_", " ") if each in codebook().ties else each
                    assert " ".join(text.split()) in shown
        assert all(mark.text in shown for mark in row.marks)
    quotes = {receipt.quote for row in document.rows for receipt in row.receipts if receipt.quote}
    plain = unescape(page.text)
    assert all(quote in plain for quote in quotes)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
@pytest.mark.parametrize("field_engine", ["kglite"], indirect=True)  # answers are equal on all engines (test_golden)
def test_its_data_are_those_of_the_command_line(question: Question, client: TestClient, field_engine: Engine) -> None:
    values = typed(question)
    example = question.examples[0] if question.examples else ""
    for ending, form in ((".json", "json"), (".csv", "csv"), (".md", "markdown")):
        command = ["--db", str(field_engine.path), "ask", question.name, *shlex.split(example), "-f", form]  # type: ignore[attr-defined]
        said = CliRunner().invoke(app, command, catch_exceptions=False)
        given = client.get(f"/ask/{question.name}{ending}", params=values)
        assert given.status_code == 200
        assert given.text.strip("\n") == said.stdout.strip("\n")


def test_what_all_rows_of_a_heading_rest_on_stands_there_once(browser: TestClient) -> None:
    page = browser.get("/ask/why-not?actor=china&partner=iran&tie=SELLS_ARMS_TO").text
    heading, _, rows = page.partition('<tr class="row"')
    assert unescape(heading).count("so far no such exchange has taken place") == 1
    assert "so far no such exchange has taken place" not in rows.partition("</table>")[0]
    assert "has forced everyone, including China, to comply" in rows


def test_the_menu_says_where_one_is(browser: TestClient) -> None:
    for address, current in (
        ("/", '<a href="/" aria-current="page">'),
        ("/ask/who-arms", '<a href="/" aria-current="true">'),
        ("/network", '<a href="/network" aria-current="page">'),
    ):
        menu = browser.get(address).text.partition("<nav")[2].partition("</nav>")[0]
        assert current in menu
        assert menu.count("aria-current") == 1
    assert "aria-current" not in browser.get("/actor/iran").text.partition("</nav>")[0]


def test_a_value_of_many_sentences_is_folded_and_whole(browser: TestClient) -> None:
    page = browser.get("/ask/conflicting-claims").text
    row = page.partition('<tr class="row" id="row-1"')[2].partition("</tr>")[0]
    shown, _, more = row.partition("<details><summary>")
    assert "China and Iran maintain ties in the field of defence" in shown
    assert "Military diplomacy of the two goes no further than the joint commission" not in shown
    assert "Military diplomacy of the two goes no further than the joint commission" in more
    assert "<details" not in browser.get("/ask/actors").text.partition("<table")[2].partition("</table>")[0]


def test_a_value_is_folded_only_where_several_of_its_many_sentences_are_left() -> None:
    several = [[f"Sentence {number} {'is long ' * 20}" for number in range(count)] for count in (3, 4, 5)]
    assert [len(_cell("said", "said", each, {}).more) for each in several] == [0, 0, 2]
    assert _cell("said", "said", ["short"] * 9, {}).more == ()


def test_days_and_ties_are_written_in_their_own_way_wherever_they_stand() -> None:
    assert [_cell(name, name, "2001", {}).is_day for name in ("since", "month", "record")] == [True, True, False]
    assert [_cell("x", "x", text, {}).is_tie for text in ("SUPPORTS", "Supports")] == [True, False]


def test_rows_of_very_many_columns_are_lists(browser: TestClient) -> None:
    evidence = browser.get("/ask/evidence?claim=china-iran/p30-no-sale-china").text
    assert '<table class="rows stacked">' in evidence
    assert '<table class="rows">' in browser.get("/ask/who-arms?supplier=china").text
    assert "<p>Who makes a claim, in which words, about whom and when?</p>" in evidence


def test_a_picture_on_the_page_does_not_repeat_the_question_and_one_in_a_file_has_it(browser: TestClient) -> None:
    address = "/ask/who-arms.svg?supplier=china"
    question = ">To whom does China sell or transfer arms?</text>"
    assert question in browser.get(address).text
    for of_the_page in ("&picture-theme=page", "&picture-bare=1"):
        text = browser.get(address + of_the_page).text
        assert "<svg" in text
        assert "To whom does China" not in text


def test_a_picture_that_is_asked_for_again_is_not_laid_out_again(
    browser: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    computed: list[object] = []
    compute = layout._compute

    def counting(*given: Any) -> Any:
        computed.append(given)
        return compute(*given)

    monkeypatch.setattr(layout, "_compute", counting)
    first, again = (browser.get("/ask/who-criticises.svg?target=united-states").text for _ in range(2))
    assert first == again
    assert len(computed) == 1


def test_a_network_that_is_too_large_to_be_read_is_drawn_on_request(browser: TestClient) -> None:
    page = browser.get("/ask/coverage").text  # each claim of the article
    assert "data-network" not in page
    assert "The picture of these 294 claims and ties is too large to be read here." in page
    drawn = browser.get("/ask/coverage.svg?")
    assert f'href="{drawn.url.path}' in page
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert "data-network" in browser.get("/ask/what-is-denied").text
