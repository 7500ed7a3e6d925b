"""The pages of actors, claims, sources and texts; free words; the console; pictures; limits of one page."""

from __future__ import annotations

import json
import os
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests import shared
from tests.conftest import MINI
from tests.serve.conftest import TOKEN, client_of
from tiebook.ask import ask
from tiebook.ask.document.facts import Fact
from tiebook.ask.document.marks import said_kind
from tiebook.ask.names import known_names
from tiebook.case import Text
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import QueryFailed
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary
from tiebook.serve.content.commands import commands_in
from tiebook.serve.content.kept_questions import KeptQuestions
from tiebook.serve.content.wording import sentence
from tiebook.serve.settings import Limits, Settings
from tiebook.sync.cases import load_case


def words(page: str) -> str:
    """Return what a reader sees, roughly."""
    return " ".join(unescape(re.sub("<[^>]+>", " ", page)).split())


def test_free_words_that_fit_lead_to_the_answer_and_say_how_they_were_taken(browser: TestClient) -> None:
    found = browser.get("/", params={"q": "who arms Iran?"})
    assert found.url.path == "/ask/who-arms"
    assert found.url.params["recipient"] == "iran"
    assert "You asked who arms Iran?" in words(found.text)
    assert "tiebook ask who-arms --recipient iran" in found.text


def test_the_words_of_a_dispute_are_shown_as_those_of_whoever_disputes(tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "x.kgl")
    load_case(engine, MINI)
    graph = Graph(engine, QuestionLibrary({}))
    theirs = next(iter(graph.claims(tie="SELLS_ARMS_TO")))
    graph.add_claim(disputes=theirs["claim"], quote="a figure of speech", source="mine", author="Ana Roth")
    (mine,) = graph.claims(source="mine")
    page = client_of(Settings(token=TOKEN), engine)
    for address, words_of in (
        (f"/claim/{mine['claim']}", "a figure of speech Ana Roth, paragraph 1"),
        (f"/claim/{theirs['claim']}", "a figure of speech Ana Roth, paragraph 1"),
        ("/actor/ana-roth", "a figure of speech Ana Roth, paragraph 1"),
        (f"/actor/{theirs['from_id']}", "a figure of speech Ana Roth, paragraph 1"),
    ):
        shown = words(page.get(address).text)
        assert words_of in shown
        assert "disputed by Ana Roth" in shown
    ((holder,),) = engine.read("MATCH (c:Claim {id: $id}) RETURN c.holder AS ids", {"id": theirs["claim"]}).rows
    assert "a figure of speech" not in page.get(f"/actor/{holder[0]}").text
    engine.close()


def test_free_words_that_do_not_fit_are_never_answered_unsaid(browser: TestClient) -> None:
    for text, said, offered in (
        ("the weather in Paris", "No stored question fits", 0),
        ("iran and china", "Choose one", 2),
    ):
        found = browser.get("/", params={"q": text})
        assert found.url.path == "/"
        assert said in words(found.text)
        assert len(re.findall(r'<li><a href="/ask/[^"]*your-words=', found.text)) >= offered
    chosen = browser.get("/", params={"q": "who arms Iran?", "choose": "1"})
    assert chosen.url.path == "/"


def test_a_question_without_what_it_needs_is_a_form_and_a_mistake_is_told_beside_it(browser: TestClient) -> None:
    empty = browser.get("/ask/ties-between")
    assert "For example" in empty.text
    assert "tr class" not in empty.text
    for query, status, told in (
        ("one=china", 400, "needs other"),
        ("one=chnia&other=iran", 404, "chnia"),
        ("one=china&other=iran&third=x", 400, "does not take"),
        ("one=china&other=iran&one=iran", 400, "given twice"),
    ):
        page = browser.get(f"/ask/ties-between?{query}")
        assert page.status_code == status
        assert told in words(page.text)
    assert 'value="china"' in browser.get("/ask/ties-between?one=china").text


def test_an_actor_s_page_has_what_is_said_of_it_and_by_it(browser: TestClient, shipped_engine: KgliteEngine) -> None:
    page = browser.get("/actor/china").text
    of = shipped_engine.read("MATCH (:Actor {id: 'china'})<-[:FROM|TO]-(c:Claim) RETURN DISTINCT c.id AS id").rows
    by = shipped_engine.read("MATCH (c:Claim) WHERE 'china' IN c.holder RETURN c.id AS id").rows
    assert {row[0] for row in (*of, *by)} <= set(re.findall(r'id="c-([^"]+)"', page))
    assert "/ask/who-constrains?target=china" in page
    data = browser.get("/actor/china.json").json()
    assert {row["id"] for row in data} == {row[0] for row in (*of, *by)}
    assert browser.get("/actor/nobody").status_code == 404


def test_every_claim_has_its_page(browser: TestClient, shipped_engine: KgliteEngine) -> None:
    for name, gloss in known_names(shipped_engine, "claim")[::20]:
        page = browser.get(f"/claim/{name}")
        assert page.status_code == 200
        assert gloss in words(page.text)
    short = browser.get("/claim/p30-us-constrains-china")
    assert "has forced everyone, including China, to comply" in words(short.text)
    assert "held by Masoud Rezaei" in words(short.text)
    assert json.loads(browser.get("/claim/p30-us-constrains-china.json").text)["rows"][0]["tie"] == "CONSTRAINS"


def test_a_source_is_cited_and_has_all_its_claims(browser: TestClient, shipped_engine: KgliteEngine) -> None:
    page = browser.get("/source/china-iran").text
    ids = {name for name, _ in known_names(shipped_engine, "claim")}
    assert set(re.findall(r'id="c-([^"]+)"', page)) == ids
    assert "Rezaei, Masoud (2021)" in words(page)
    assert len(browser.get("/source/china-iran.csv").text.splitlines()) >= len(ids)


def test_without_the_text_its_quotes_stand_by_paragraph_and_are_filtered(browser: TestClient) -> None:
    page = browser.get("/text/china-iran").text
    assert "not available" in page
    assert re.search(r'id="p30".*?so far no such exchange has taken place', page, re.DOTALL)
    denied = browser.get("/text/china-iran?mode=denied")
    rows = browser.get("/text/china-iran.json?mode=denied").json()
    assert rows
    assert all(row["negated"] for row in rows)
    assert re.search(rf"\b{len(rows)} of \d+ claims: mode denied", words(denied.text))
    both = browser.get("/text/china-iran.json?mode=denied&actor=china&type=SELLS_ARMS_TO").json()
    assert [row["id"] for row in both] == ["china-iran/p30-no-sale-china"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("--recipient: there is no actor called 'chna'", "Recipient: there is no actor called 'chna'"),
        ("--as-of: 'x' is no date", "As of: 'x' is no date"),
        ("choose a source, or tiebook view --focus ACTOR", "Choose a source, or tiebook view --focus ACTOR"),
        ("others are being answered", "Others are being answered"),
        ("tiebook load CASE loads one", "tiebook load CASE loads one"),
        ("case.toml:3: no such key", "case.toml:3: no such key"),
        ("'--x' is no id", "'--x' is no id"),
        ("", ""),
    ],
)
def test_a_failure_names_the_field_and_begins_like_a_sentence(text: str, words: str) -> None:
    assert sentence(text) == words


def test_failures_are_said_as_the_form_has_it_and_lead_on(browser: TestClient) -> None:
    wrong = browser.get("/ask/who-arms", params={"recipient": "chna"})
    assert "Recipient: there is no actor called" in words(wrong.text)
    nowhere = browser.get("/nowhere")
    assert nowhere.status_code == 404
    assert '<a href="/">All questions' in nowhere.text
    assert "There is no actor called 'nobody'" in words(browser.get("/actor/nobody").text)


def test_each_mode_of_the_reading_page_files_its_own_claims(browser: TestClient, shipped_engine: KgliteEngine) -> None:
    table = shipped_engine.read("MATCH (c:Claim) RETURN c.id, c.mode, c.negated, c.stance").rows
    found: dict[str, set[str]] = {}
    for id_, mode, negated, stance in table:
        how = said_kind(Fact(id_, mode=mode, negated=bool(negated), stance=stance))
        found.setdefault(how or "actual", set()).add(id_)
    assert {"denied", "not sought", "sought", "actual"} <= {*found}
    page = browser.get("/text/china-iran").text
    select = re.search(r'<select id="f-mode".*?</select>', page, re.DOTALL)
    assert select
    choices = dict(re.findall(r'<option value="([^"]+)">([^<]+)</option>', select[0]))
    assert choices == {
        kind: f"{'said to hold' if kind == 'actual' else kind} ({len(ids)})" for kind, ids in found.items()
    }
    for kind, ids in found.items():
        rows = browser.get("/text/china-iran.json", params={"mode": kind}).json()
        assert {row["id"] for row in rows} == ids, kind


def test_with_the_text_every_quote_is_marked_in_its_paragraph(shipped_engine: KgliteEngine) -> None:
    client = client_of(Settings(token=TOKEN, text=shared.article()), shipped_engine)
    page = client.get("/text/china-iran").text
    marked = " ".join(unescape(" ".join(re.findall("<mark>(.*?)</mark>", page, re.DOTALL))).split())
    assert "has forced everyone, including China, to comply" in marked
    assert "not available" not in page
    claim = client.get("/claim/p30-us-constrains-china").text
    assert re.findall("<mark>(.*?)</mark>", claim, re.DOTALL) == ["has forced everyone, including China, to comply"]
    other = client_of(Settings(token=TOKEN, text=shared.article().with_name("no-such.txt")), shipped_engine)
    assert "not available" in other.get("/text/china-iran").text


def test_the_console_reads_within_limits_and_writes_nothing(browser: TestClient) -> None:
    page = browser.get("/cypher", params={"q": "MATCH (a:Actor {id: $id}) RETURN a.name AS name", "p": 'id="china"'})
    assert "China" in words(page.text)
    rows = browser.get("/cypher.json", params={"q": "UNWIND range(1, 5000) AS n RETURN n"}).json()
    assert len(rows) == Limits().query_rows
    for query in (
        "CREATE (:Actor {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "CALL db.labels()",
        "MATCH (n:Nobody) RETURN n",
    ):
        refused = browser.get("/cypher", params={"q": query})
        assert refused.status_code in (400, 404)
        assert 'role="alert"' in refused.text


def test_a_cypher_can_be_taken_to_the_console_with_its_parameters(browser: TestClient) -> None:
    page = browser.get("/ask/who-constrains?target=china&regarding=iran").text
    (address,) = set(re.findall(r'href="(/cypher\?q=[^"]+)"', page))
    console = browser.get(unescape(address))
    assert console.status_code == 200
    rows = browser.get(unescape(address).replace("/cypher?", "/cypher.json?")).json()
    answered = browser.get("/ask/who-constrains.json?target=china&regarding=iran").json()["rows"]
    assert rows == [{name: value for name, value in row.items() if name != "marks"} for row in answered]


def test_pictures_are_drawn_in_the_page_s_colours_or_as_files(browser: TestClient) -> None:
    for query in ("", "&picture-slim=1", "&picture-theme=page", "&picture-theme=dark&picture-slim=1"):
        drawn = browser.get(f"/ask/who-constrains.svg?target=china&regarding=iran{query}")
        assert drawn.headers["content-type"] == "image/svg+xml"
        assert ("var(--ink)" in drawn.text) == ("page" in query)
    assert browser.get("/ask/who-criticises.svg").status_code == 200
    assert browser.get("/ask/actors.svg").status_code == 400
    inside = browser.get("/network/page")
    assert "script-src 'sha256-" in inside.headers["content-security-policy"]
    assert inside.headers["content-security-policy"].startswith("default-src 'none'")


def test_completion_knows_names_and_aliases(browser: TestClient) -> None:
    found = browser.get("/complete?kind=actor&q=beij").json()
    assert found[0] == {"value": "china", "label": "China"}
    assert browser.get("/complete?kind=actor&q=IRAN").json()[0]["value"] == "iran"
    assert browser.get("/complete?kind=claim&q=china-iran/p30-us").json()
    assert browser.get("/complete?kind=actor&q=").json() == []
    assert browser.get("/complete?kind=nothing&q=x").status_code == 400


def test_a_page_shows_some_rows_and_says_where_the_others_are(shipped_engine: KgliteEngine) -> None:
    client = client_of(Settings(token=TOKEN, limits=Limits(rows=7, data_rows=20)), shipped_engine)
    page = client.get("/ask/actors")
    count = len(client.get("/ask/who-arms.json").json()["rows"])
    assert count <= 20
    assert len(re.findall('<tr class="row"', page.text)) == 7
    assert "All are in the CSV" in words(page.text)
    refused = client.get("/ask/actors.json")
    assert refused.status_code == 503
    assert "too many to send at once" in refused.json()["error"]
    short = client_of(Settings(token=TOKEN, limits=Limits(text=50)), shipped_engine)
    assert "A page cannot show this" in words(short.get("/ask/actors").text)


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_as_many_rows_as_the_limit_are_sent_and_no_more(shipped_engine: KgliteEngine, form: str) -> None:
    count = len(ask(shipped_engine, QuestionLibrary({}).get("who-arms"), {}))
    assert count > 1
    for most, status in ((count + 1, 200), (count, 200), (count - 1, 503)):
        client = client_of(Settings(token=TOKEN, limits=Limits(data_rows=most)), shipped_engine)
        assert client.get(f"/ask/who-arms.{form}").status_code == status


def test_a_picture_is_drawn_in_the_page_but_for_a_network(browser: TestClient) -> None:
    for address, shape, inline in (
        ("/ask/who-criticises", "network", False),
        ("/ask/who-constrains?target=china&regarding=iran", "", True),
    ):
        page = browser.get(address).text
        question = QuestionLibrary({}).get(address.split("/")[2].split("?")[0])
        assert (question.shape == "network") is (shape == "network")
        (figure,) = re.findall(r'<figure class="picture".*?</figure>', page, re.DOTALL)
        assert ("data-picture=" in figure, "data-network=" in figure) == (inline, not inline)
        assert ('class="frame"' in figure) is not inline, "a network can be scrolled"
        assert re.search("<noscript>.*<img src=.*</noscript>", figure, re.DOTALL), "without scripts it is an image"


def test_a_text_is_shown_whole_unless_its_claims_are_filtered(tmp_path: Path) -> None:
    folder = shutil.copytree(MINI, tmp_path / "mini")
    text = Text.read(MINI.with_suffix(".txt"))
    head = (folder / "case.toml").read_text("utf-8")
    (folder / "case.toml").write_text(head.replace("[source]", f'[source]\nsha256 = "{text.sha256}"'), "utf-8")
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_case(engine, folder, text)
    client = client_of(Settings(token=TOKEN, text=MINI.with_suffix(".txt")), engine)
    every = [str(each.number) for each in text.paragraphs]
    assert re.findall(r'id="p(\d+)"', client.get("/text/mini").text) == every
    denied = client.get("/text/mini.json", params={"mode": "denied"}).json()
    wanted = sorted({str(row["paragraph"]) for row in denied})
    assert 0 < len(wanted) < len(every)
    assert re.findall(r'id="p(\d+)"', client.get("/text/mini", params={"mode": "denied"}).text) == wanted


def test_a_read_that_takes_too_long_is_ended(shipped_engine: KgliteEngine) -> None:
    slow = "MATCH (a:Actor), (b:Actor), (c:Actor), (d:Actor), (e:Actor) WHERE a.id < b.id AND c.id < d.id RETURN count(e) AS n"
    engine = KgliteEngine(shipped_engine.path)
    engine.seconds = 0.3
    with pytest.raises(Exception, match="time limit"):
        engine.read(slow)
    engine.seconds = None
    assert engine.read("MATCH (a:Actor {id: 'china'}) RETURN a.name AS name").rows == [("China",)]


def test_a_fault_of_the_engine_is_one_line(shipped_engine: KgliteEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(Settings(token=TOKEN), shipped_engine)

    def fail(*_: object) -> None:
        raise QueryFailed("the query failed: <b>why</b>")

    monkeypatch.setattr(KgliteEngine, "read", fail)
    page = client.get("/ask/who-arms")
    assert page.status_code == 400
    assert "&lt;b&gt;why&lt;/b&gt;" in page.text


def test_questions_are_read_again_where_a_file_changes(tmp_path, monkeypatch) -> None:
    file = tmp_path / "mine.cypher"
    file.write_text(
        "// title: Mine\n// question: Who?\n// returns: name\n// example: (none)\nMATCH (a:Actor) RETURN a.name AS name"
    )
    monkeypatch.setenv("TIEBOOK_QUERIES", str(tmp_path))
    now = [0.0]
    monkeypatch.setattr("tiebook.serve.content.kept_questions.time.monotonic", lambda: now[0])
    library = KeptQuestions()
    first = library.get("mine")
    assert library.get("mine") is first
    file.write_text(file.read_text().replace("Mine", "Ours"))
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 10**9))  # the clock of a disk may stand for some milliseconds
    assert library.get("mine") is first  # the files were looked at a moment ago
    now[0] = 1.0
    assert library.get("mine").title == "Ours"
    assert any(question.title == "Ours" for question in library.all())


def test_a_command_in_what_is_said_is_an_address() -> None:
    text = "7 COOPERATES_WITH (tiebook ask who-cooperates --actor iran --partner china), and tiebook ask in-force."
    found = list(commands_in(text))
    assert "".join(each.text for each in found) == text
    assert [each.address for each in found if each.address] == [
        "/ask/who-cooperates?actor=iran&partner=china",
        "/ask/in-force",
    ]
