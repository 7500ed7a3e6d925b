"""Receipts of an answer lead to their words: also where a row is a count and names only the ties that it counts."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from tests.field import FIELD, SAMPLES
from tests.serve.conftest import TOKEN, client_of
from tests.serve.test_pages import words
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.settings import Settings
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import find_case, load_case

DELIVERY = "SELLS_ARMS_TO/sipri/china/iran/1992/c-802-anti-ship-missile"


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Return a client of the article beside two registers and a list without dates."""
    engine = KgliteEngine(tmp_path_factory.mktemp("registers") / "x.kgl")
    load_case(engine, find_case("china-iran"))
    for source in ("sipri", "cow_mid", "ofac"):
        load_dataset(engine, source, [SAMPLES / name for name in FIELD[source]])
    return client_of(Settings(token=TOKEN), engine)


def leads(page: str) -> list[str]:
    """Return the addresses to which the receipts of a page lead."""
    return list(dict.fromkeys(re.findall(r'<a class="id" href="(/claim/[^"]+)"', page)))


@pytest.mark.parametrize(
    "address",
    [
        "/ask/dyad-years?actor=china&partner=iran&first=2011&last=2014",
        "/ask/before-and-after?actor=china&partner=iran&day=2015-07-14",
        "/ask/deliveries?supplier=china&recipient=iran&first=1994&last=1995",
        "/ask/timeline?actor=iran&other=iraq",
    ],
)
def test_each_receipt_of_a_row_leads_to_its_claim_or_record(registers: TestClient, address: str) -> None:
    page = registers.get(address).text
    shown = len(re.findall(r'<p class="receipt"', page.partition('id="also-said"')[0]))
    found = leads(page.partition('id="also-said"')[0])
    assert found
    assert len(re.findall(r'<a class="id"', page.partition('id="also-said"')[0])) == shown
    for each in found:
        assert registers.get(each).status_code == 200, each


def test_a_record_is_shown_with_all_that_is_on_record(registers: TestClient) -> None:
    page = registers.get(f"/claim/{DELIVERY}")
    assert page.status_code == 200
    said = words(page.text)
    assert "China delivered 300 C-802" in said
    assert "China sells arms to Iran 1994 to 2012" in said
    assert "ordered 1992" in said
    assert DELIVERY in said
    assert 'href="/source/sipri"' in page.text
    assert 'href="/actor/iran"' in page.text


def test_what_is_no_record_is_looked_for_among_the_claims(registers: TestClient) -> None:
    for wrong in ("SELLS_ARMS_TO/sipri/nothing", "NO_TIE/sipri/nothing"):
        assert registers.get(f"/claim/{wrong}").status_code == 404
    page = registers.get("/claim/COOPERATES_WITH/china-iran/p16-rise-in-relations").text
    assert "Diplomatic relations of the two have grown under Xi" in unescape(unquote(page))


def test_counts_of_records_lead_to_these_records(registers: TestClient) -> None:
    page = registers.get("/actor/iran").text
    counts = re.findall(r'<a href="(/ask/timeline[^"]+)">([\d,]+)</a>', page)
    assert {re.search("source=(\\w+)", address)[1] for address, _ in counts} == {"sipri", "cow_mid"}  # type: ignore[index]
    for source in ("sipri", "cow_mid"):
        told = [int(count) for address, count in counts if address.endswith(f"source={source}")]
        address = next(address for address, _ in counts if address.endswith(f"source={source}"))
        rows = registers.get(unescape(address)).text
        assert len(set(re.findall(r'id="row-(\d+)"', rows))) == sum(told)


def test_counts_of_records_without_dates_lead_to_these_records_too(registers: TestClient) -> None:
    page = registers.get("/actor/iran").text
    counts = re.findall(r'<a href="(/ask/in-force[^"]+)">([\d,]+)</a>', page)
    assert counts
    for address in {address for address, _ in counts}:
        assert address.endswith("source=ofac")
        rows = registers.get(unescape(address)).text
        told = sum(int(count) for where, count in counts if where == address)
        assert len(set(re.findall(r'id="row-(\d+)"', rows))) == told
        assert "undated" in rows
    section = page.partition('id="records"')[2].partition("</section>")[0]
    assert not re.search(r'class="figure">[\d,]+</td><td class="figure">', section), "a count that leads nowhere"
