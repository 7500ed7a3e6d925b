"""Several sources read apart and together: each by itself, and beside each claim what others say of the same two."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.conftest import ROOT
from tests.serve.conftest import TOKEN, client_of
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.content.voices import elsewhere, voices
from tiebook.serve.settings import Settings
from tiebook.sync.cases import find_case, load_case
from tiebook.view.style import constants

CASES = ("china-iran", "crink-security", "crs-china-primer")
STYLE = ROOT / "graph" / "tiebook" / "serve" / "assets" / "site.css"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, KgliteEngine]]:
    engine = KgliteEngine(tmp_path_factory.mktemp("voices") / "three.kgl")
    for name in CASES:
        load_case(engine, find_case(name))
    yield client_of(Settings(token=TOKEN), engine), engine
    engine.close()


def article_of(page: str, claim: str) -> str:
    """Return what stands from a claim to the next."""
    start = page.index(f'id="c-{claim}"')
    return page[start : page.find('<article class="claim"', start)]


def test_a_claim_has_beside_it_what_other_sources_say_of_the_same(three: tuple[TestClient, KgliteEngine]) -> None:
    page = three[0].get("/text/china-iran").text
    told = article_of(page, "china-iran/p30-no-sale-china")
    assert 'class="voice voice-1" href="/text/crink-security#p' in told
    assert "/claim/crink-security/p44-propellant-from-china" in told
    assert "Reports say that China supplies Iran with air defence systems such as the HQ-9B</a> (reported)" in told
    alone = article_of(page, "china-iran/p3-yang-rebukes-us")
    assert "elsewhere" not in alone


def test_nothing_of_its_own_source_and_no_other_type_stands_there(three: tuple[TestClient, KgliteEngine]) -> None:
    engine = three[1]
    ties = {row[0]: (row[1], row[2]) for row in engine.read("MATCH (c:Claim) RETURN c.id, c.tie, c.source").rows}
    found = elsewhere(engine, "crink-security")
    assert found
    for claim, those in found.items():
        assert claim.startswith("crink-security/")
        for _, source, others in those:
            assert source != "crink-security"
            assert {ties[other.id] for other in others} == {(ties[claim][0], source)}


def test_what_is_denied_sought_or_reported_says_so(three: tuple[TestClient, KgliteEngine]) -> None:
    found = elsewhere(three[1], "crink-security")
    (of_first,) = [those for those in found["crink-security/p44-propellant-from-china"] if those[1] == "china-iran"]
    hows = {other.id: other.how for other in of_first[2]}
    assert hows["china-iran/p30-no-sale-china"] == "denied"
    assert hows["china-iran/p23-iran-seeks-arms"] == "sought"
    assert hows["china-iran/p29-expected-sale-china"] == "expected, reported"


def test_the_sources_are_a_list_with_this_one_marked(three: tuple[TestClient, KgliteEngine]) -> None:
    page = three[0].get("/text/crs-china-primer").text
    listed = re.findall(r'<li><a class="voice voice-(\d)" href="/text/([\w-]+)"( aria-current="page")?>', page)
    assert [(place, name) for place, name, _ in listed] == [(str(n), name) for n, name in enumerate(CASES)]
    assert [name for _, name, current in listed if current] == ["crs-china-primer"]
    assert [each.value for each in voices(three[1])] == list(CASES)


def test_only_what_another_source_speaks_of_can_be_read(three: tuple[TestClient, KgliteEngine]) -> None:
    every = three[0].get("/text/china-iran").text
    both = three[0].get("/text/china-iran", params={"also in": "crs-china-primer"}).text
    shown = re.findall(r'class="claim" id="c-([^"]+)"', both)
    assert 0 < len(shown) < len(re.findall(r'class="claim" id="c-', every))
    found = elsewhere(three[1], "china-iran")
    assert all("crs-china-primer" in {source for _, source, _ in found[claim]} for claim in shown)


def test_one_source_alone_has_no_list_and_no_filter(browser: TestClient) -> None:
    page = browser.get("/text/china-iran").text
    assert 'class="voices"' not in page
    assert "also in" not in page
    assert "elsewhere" not in page


def test_the_network_opens_in_the_colours_of_sources(three: tuple[TestClient, KgliteEngine]) -> None:
    client, _ = three
    form = client.get("/network", params={"colour": "source"}).text
    assert re.search('<option value="source"[^>]* selected>', form)
    assert '"colour": "source"' in client.get("/network/page", params={"colour": "source"}).text
    assert constants()["tints"][2][0] in client.get("/network.svg", params={"colour": "source"}).text
    assert constants()["tints"][2][0] not in client.get("/network.svg").text
    refused = client.get("/network", params={"colour": "hue"})
    assert refused.status_code >= 400
    assert "is not sign or source" in refused.text


def test_sources_have_the_colours_of_the_picture() -> None:
    style = STYLE.read_text("utf-8")
    for place, (light, dark) in enumerate(constants()["tints"]):
        assert f"--source-{place}: light-dark({light}, {dark})" in style
