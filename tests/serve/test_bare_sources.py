"""A case and a data set that say no more of themselves than they must: each page that leads on from the first is there."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from tests.draft.pact import make_case
from tests.field import FIELD, SAMPLES
from tests.serve.conftest import TOKEN, client_of
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.settings import Settings
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import load_case

CLAIM = '[[claim]]\nsays = "china SELLS_ARMS_TO iran"\nquote = "China sold drones to Iran"\nparagraph = 2\n'
PAGES = re.compile(r"/(?:source|text|actor|claim|network)\b")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder: Path = tmp_path_factory.mktemp("bare")
    engine = KgliteEngine(folder / "bare.kgl")
    load_case(engine, make_case(folder / "pact", CLAIM))
    load_dataset(engine, "ucdp", [SAMPLES / name for name in FIELD["ucdp"]])
    return client_of(Settings(token=TOKEN), engine)


def test_every_page_that_is_led_to_is_there(bare: TestClient) -> None:
    seen: dict[str, int] = {}
    ahead = ["/"]
    while ahead:
        address = ahead.pop()
        answer = bare.get(address)
        seen[address] = answer.status_code
        if "html" not in answer.headers["content-type"]:
            continue
        for found in re.findall(r'href="(/[^"#]*)', answer.text):
            link = unescape(found)
            if link not in seen and link not in ahead and PAGES.match(urlsplit(link).path):
                ahead.append(link)
    assert {each for each in seen if each.startswith(("/text/", "/source/"))} > {
        "/text/pact",
        "/source/pact",
        "/source/ucdp",
    }
    assert {each: status for each, status in seen.items() if status != 200} == {}
    assert any(each.startswith("/claim/") for each in seen)


def test_a_text_without_a_citation_of_its_own_is_cited_by_what_is_known(bare: TestClient) -> None:
    page = bare.get("/text/pact").text
    assert "Ann Writer" in re.search(r'<p class="citation"[^>]*>(.*?)</p>', page, re.DOTALL)[1]  # type: ignore[index]
