"""The page of a claim or record leads to its citation, and says how a claim that is coded wrongly is corrected."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import tiebook
from tests.draft.pact import make_case
from tests.field import FIELD, SAMPLES
from tests.serve.conftest import TOKEN, client_of
from tests.serve.test_pages import words
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.settings import Settings
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import load_case

CLAIM = (
    '[[claim]]\nid = "p2-sale"\nsays = "china SELLS_ARMS_TO iran"\nquote = "China sold drones to Iran"\nparagraph = 2\n'
)
DELIVERY = "SELLS_ARMS_TO/sipri/china/iran/1992/c-802-anti-ship-missile"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("correct") / "pact", CLAIM)


@pytest.fixture(scope="module")
def graph(folder: Path) -> KgliteEngine:
    engine = KgliteEngine(folder.parent / "x.kgl")
    load_case(engine, folder)
    load_dataset(engine, "sipri", [SAMPLES / name for name in FIELD["sipri"]])
    return engine


@pytest.fixture(scope="module")
def pages(graph: KgliteEngine) -> TestClient:
    return client_of(Settings(token=TOKEN), graph)


@pytest.mark.parametrize(("name", "source", "other"), [("pact/p2-sale", "pact", "sipri"), (DELIVERY, "sipri", "pact")])
def test_the_page_of_a_claim_or_record_leads_to_the_citation_of_its_source(
    pages: TestClient, name: str, source: str, other: str
) -> None:
    led = re.findall(r'href="(/claim/[^"]*\.(?:txt|bib))"', pages.get(f"/claim/{name}").text)
    assert [address.rpartition(".")[2] for address in led] == ["txt", "bib"]
    text, entry = (pages.get(address) for address in led)
    assert text.status_code == entry.status_code == 200
    assert f"[{source}] " in text.text
    assert "[tiebook] " in text.text
    assert f"[{other}] " not in text.text
    assert re.findall(r"@\w+\{(\w+),", entry.text) == [source, "tiebook"]


def test_a_short_name_of_a_claim_is_cited_too(pages: TestClient) -> None:
    assert pages.get("/claim/p2-sale.txt").text == pages.get("/claim/pact/p2-sale.txt").text
    assert pages.get("/claim/p2-no-such.txt").status_code == 404
    assert pages.get(f"/claim/{DELIVERY}-no-such.bib").status_code == 404


def test_a_claim_of_your_own_case_is_corrected_in_its_folder(pages: TestClient) -> None:
    said = words(pages.get("/claim/pact/p2-sale").text)
    assert "tiebook correct pact/p2-sale FIELD=VALUE --case FOLDER corrects the file of its case and this graph" in said
    assert "coding room" not in said
    assert "coded wrongly" not in words(pages.get(f"/claim/{DELIVERY}").text)


def test_a_shipped_claim_is_corrected_in_a_copy(browser: TestClient) -> None:
    said = words(browser.get("/claim/p30-us-constrains-china").text)
    command = "tiebook correct china-iran/p30-us-constrains-china FIELD=VALUE --copy-to my-china-iran"
    assert f"{command} corrects a copy of the shipped case, or with --case FOLDER your own, and this graph" in said


def test_a_claim_of_the_case_that_is_served_is_corrected_in_the_coding_room(graph: KgliteEngine, folder: Path) -> None:
    page = client_of(Settings(token=TOKEN, case=folder), graph).get("/claim/pact/p2-sale").text
    assert '<a href="/code/pact#p2">in the coding room</a>' in page
    assert "tiebook correct" not in page
    served = make_case(folder.with_name("other"), CLAIM)
    other = client_of(Settings(token=TOKEN, case=served), graph).get("/claim/pact/p2-sale").text
    assert "--case FOLDER" in other
    assert "coding room" not in other


def test_a_claim_that_no_case_holds_is_not_said_to_be_in_one(tmp_path: Path) -> None:
    with tiebook.open(tmp_path / "own.kgl", create=True) as graph:
        graph.add_claim("china SELLS_ARMS_TO iran", quote="they told me so", source="mine", author="Jane Doe")
    own = client_of(Settings(token=TOKEN), KgliteEngine(tmp_path / "own.kgl"))
    (address,) = {*re.findall(r'href="(/claim/mine/[^"]*)"', own.get("/source/mine").text)}
    page = words(own.get(address).text)
    assert "they told me so" in page
    assert "coded wrongly" not in page
