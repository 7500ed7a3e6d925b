"""What is too large to be drawn says so at once, and where to go on."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import TOKEN, client_of
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.content import pictures
from tiebook.serve.settings import Limits, Settings


def test_a_network_that_is_too_large_leads_to_each_source(shipped_engine: KgliteEngine) -> None:
    client = client_of(Settings(token=TOKEN, limits=Limits(drawn=10)), shipped_engine)
    page = client.get("/network?focus=iran")
    assert page.status_code == 400
    assert "534 claims and ties are too many to draw at once" in page.text
    assert "<iframe" not in page.text
    assert "network.svg" not in page.text
    assert "tiebook view" not in page.text
    (address,) = re.findall(r'<li><a href="(/network\?[^"]+)"', page.text)
    assert "focus=iran" in address
    chosen = client.get(unescape(address))
    assert chosen.status_code == 200
    inside = re.findall(r'<iframe class="network" src="([^"]+)"', chosen.text)
    assert client.get(unescape(inside[0])).status_code == 200


def test_a_network_that_is_small_enough_offers_no_sources(browser: TestClient) -> None:
    page = browser.get("/network")
    assert "<iframe" in page.text
    assert "What one source says" not in page.text


def test_an_answer_of_too_many_pairs_is_not_drawn(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = browser.get("/ask/who-criticises.json").json()["rows"]
    pairs = len({frozenset((row["critic"], row["target"])) for row in rows})
    assert pairs > 1
    for most, status in ((pairs, 200), (pairs - 1, 400)):
        monkeypatch.setattr(pictures, "_PAIRS", most)
        answer = browser.get("/ask/who-criticises.svg")
        assert answer.status_code == status
        assert (f"between {pairs} pairs are too many to draw" in answer.text) == (status == 400)


def test_an_actor_s_page_says_where_it_shows_the_first_claims_only(shipped_engine: KgliteEngine) -> None:
    count = len(
        re.findall('<article class="claim"', client_of(Settings(token=TOKEN), shipped_engine).get("/actor/iran").text)
    )
    short = client_of(Settings(token=TOKEN, limits=Limits(claims=5)), shipped_engine).get("/actor/iran").text
    assert len(re.findall('<article class="claim"', short)) == 5 + 5 < count, "of it and by it"
    assert short.count("These are the first 5") == 2
    assert len(client_of(Settings(token=TOKEN), shipped_engine).get("/actor/iran.json").json()) > 5


def test_an_actor_s_page_begins_with_whom_most_is_said_of_it_with(browser: TestClient) -> None:
    page = browser.get("/actor/china").text
    part = page.split('<section id="with">')[1].split("</section>")[0]
    found = re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a> <span class="count">(\d+)</span>', part)
    counts = [int(count) for *_, count in found]
    assert len(found) == 12
    assert counts == sorted(counts, reverse=True)
    assert (unescape(found[0][0]), found[0][1]) == ("/ask/ties-between?one=china&other=iran", "Iran")
    assert "China" not in [name for _, name, _ in found]
    assert '<details class="group" open>' not in page, "so many claims can be overlooked only closed"
    assert '<details class="group" open>' in browser.get("/actor/djibouti").text


def test_nothing_is_said_of_an_actor_with_nobody(browser: TestClient) -> None:
    part = browser.get("/actor/iran").text.split('<section id="with">')[1].split("</section>")[0]
    assert "China" in part
    assert "unspecified" not in part, "who is not named is nobody"


def test_a_data_set_offers_no_empty_files_and_a_kind_of_actor_is_in_words(browser: TestClient) -> None:
    assert "/source/china-iran.csv" in browser.get("/source/china-iran").text
    assert '<p class="kicker">Government body</p>' in browser.get("/actor/un-security-council").text
