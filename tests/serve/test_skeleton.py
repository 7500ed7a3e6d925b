"""Pages are found by their modules, the token opens them, and a graph that changes on disk is seen."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from tests.conftest import MINI
from tests.serve.conftest import HERE, TOKEN, client_of, state_of
from tiebook.case.text import Text
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.app import create_app
from tiebook.serve.settings import Settings
from tiebook.sync.cases import find_case, load_case


def test_the_first_page_lists_every_question(browser):
    page = browser.get("/")
    assert page.status_code == 200
    assert len(set(re.findall(r'href="/ask/([a-z-]+)"', page.text))) == len(state_of(browser).library.names())


def test_the_printed_address_becomes_a_cookie_that_no_script_and_no_other_site_has(shipped_engine):
    client = TestClient(create_app(Settings(token=TOKEN), lambda: shipped_engine), base_url=HERE)
    assert client.get("/").status_code == 401
    opened = client.get(f"/?token={TOKEN}&q=iran")
    assert 'url=/?q=iran"' in opened.text
    assert TOKEN not in opened.text
    flags = {part.strip().lower() for part in opened.headers["set-cookie"].split(";")[1:]}
    assert flags == {"httponly", "path=/", "samesite=strict"}
    assert client.get("/").status_code == 200


def test_an_unknown_page_and_a_wrong_question_are_told_in_one_line(browser):
    page = browser.get("/no-such-page")
    assert page.status_code == 404
    assert "There is no such page." in page.text
    told = browser.get("/no-such-page.json")
    assert told.json()["error"] == "There is no such page."


def test_a_graph_that_changes_on_disk_is_seen_by_the_next_request(tmp_path):
    path = tmp_path / "t.kgl"
    load_case(KgliteEngine(path), MINI, Text.read(MINI.with_suffix(".txt")))
    client = client_of(Settings(token=TOKEN), KgliteEngine(path))
    database = state_of(client).database
    database._make = lambda: KgliteEngine(path)
    count = "MATCH (c:Claim) RETURN count(*) AS count"
    before = database.engine()
    assert database.engine() is before
    few = before.read(count).rows[0][0]
    load_case(KgliteEngine(path), find_case("china-iran"))
    assert database.engine().read(count).rows[0][0] > few
    assert before.read(count).rows[0][0] == few


def test_a_page_that_fails_says_so_without_a_trace_and_with_its_headers(shipped_engine, monkeypatch):
    client = client_of(Settings(token=TOKEN), shipped_engine)
    monkeypatch.setattr(state_of(client).library, "all", lambda: 1 / 0)
    page = client.get("/")
    assert page.status_code == 500
    assert "Unexpected fault: ZeroDivisionError" in page.text
    assert "Traceback" not in page.text
    assert "default-src 'self'" in page.headers["content-security-policy"]
