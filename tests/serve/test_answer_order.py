"""What an answer's page has in which order: its rows before its picture; and how its rows are turned from page to page."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import TOKEN, client_of
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.settings import Limits, Settings


def rows(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'<tr class="row" id="row-(\d+)">', page)]


@pytest.mark.parametrize(
    "address", ["/ask/who-constrains?target=china&regarding=iran", "/ask/who-criticises", "/ask/timeline?actor=china"]
)
def test_the_answer_comes_before_its_picture_and_the_picture_is_one_link_away(
    browser: TestClient, address: str
) -> None:
    page = browser.get(address).text
    parts = [
        'class="counts"',
        'href="#picture"',
        'id="rows"',
        'id="also-said"',
        '<section id="picture">',
        'id="ask-again"',
    ]
    places = [page.index(part) for part in parts if part in page]
    assert places == sorted(places)
    assert page.count('href="#picture"') == page.count('id="picture"') == 1


def test_an_answer_without_a_picture_does_not_lead_to_one(browser: TestClient) -> None:
    for address in ("/ask/actors", "/ask/who-arms?supplier=djibouti", "/ask/why-not"):
        assert "#picture" not in browser.get(address).text


def test_rows_of_a_long_answer_are_turned_from_page_to_page(shipped_engine: KgliteEngine) -> None:
    client = client_of(Settings(token=TOKEN, limits=Limits(rows=7)), shipped_engine)
    all_ = len(client.get("/ask/who-cooperates.json").json()["rows"])
    seen: list[int] = []
    address: str | None = "/ask/who-cooperates"
    while address:
        page = client.get(address).text
        shown = rows(page)
        assert 0 < len(shown) <= 7
        told = f"Rows {shown[0]} to {shown[-1]} of {all_} are on this page"
        assert page.count(told) == 2, "above the rows and below them"
        back = re.search(r'<a href="([^"]+)">the rows before</a>', page)
        assert (back is None) == (shown[0] == 1)
        if back is not None:
            assert rows(client.get(unescape(back[1])).text)[-1] == shown[0] - 1
        seen += shown
        onward = re.search(r'<a href="([^"]+)">the next \d+</a>', page)
        address = onward and unescape(onward[1])
    assert seen == list(range(1, all_ + 1))


def test_rows_in_groups_keep_their_heading_on_the_next_page(shipped_engine: KgliteEngine) -> None:
    client = client_of(Settings(token=TOKEN, limits=Limits(rows=2)), shipped_engine)
    page = client.get("/ask/what-limits?actor=china&partner=iran&from-row=3").text
    assert rows(page) == [3, 4]
    heads = [unescape(each) for each in re.findall(r'<th scope="rowgroup"[^>]*>([^<]+?) *<', page)]
    assert heads == ["The U.S. factor", "China's economic interests"]


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "99999", "9" * 30, "²"])
def test_a_row_that_is_none_is_refused(browser: TestClient, number: str) -> None:
    page = browser.get("/ask/who-arms", params={"from-row": number})
    assert page.status_code == 400
    assert "row" in page.text.split('class="failure"')[1]


def test_a_short_answer_says_nothing_of_pages(browser: TestClient) -> None:
    assert "on this page" not in browser.get("/ask/what-limits?actor=china&partner=iran").text


def test_a_picture_of_more_rows_than_a_page_has_is_drawn_on_request(shipped_engine: KgliteEngine) -> None:
    address = "/ask/ties-between?one=china&other=iran"
    count = len(client_of(Settings(token=TOKEN), shipped_engine).get(address.replace("?", ".json?")).json()["rows"])
    for most, drawn in ((count, True), (count - 1, False)):
        page = client_of(Settings(token=TOKEN, limits=Limits(rows=most)), shipped_engine).get(address).text
        assert ("data-picture=" in page) == drawn
        assert (f"The picture of these {count} rows is too large to be read here." in page) != drawn


def test_the_head_of_a_column_of_numbers_stands_over_them(browser: TestClient) -> None:
    page = browser.get("/ask/dyad-years?actor=china&partner=iran&first=2015&last=2021").text
    heads = re.findall(r'<th scope="col"([^>]*)>(\w+)</th>', page)
    assert ("cooperative", True) in [(name, "figure" in kind) for kind, name in heads]
    assert ("status", False) in [(name, "figure" in kind) for kind, name in heads]


def test_rows_without_marks_keep_no_room_for_them(browser: TestClient) -> None:
    assert 'class="rows unmarked"' in browser.get("/ask/actors").text
    assert "unmarked" not in browser.get("/ask/what-limits?actor=china&partner=iran").text
