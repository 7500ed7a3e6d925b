"""Every payload through every page and field of `tiebook serve`, and in every text of the graph that the pages show."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from starlette.testclient import TestClient

from tests.injection.payloads import Canary, Payload, payloads
from tests.injection.test_texts import hostile_case
from tests.serve.conftest import TOKEN, client_of, post_json
from tests.serve.inert import faults
from tests.serve.test_answers import typed
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.questions import QuestionLibrary
from tiebook.serve.settings import Settings
from tiebook.sync.cases import load_case

TEXTS = payloads()
FORMS = ("", ".json", ".csv", ".md")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> KgliteEngine:
    """Return a graph in which every free text is a payload."""
    folder = tmp_path_factory.mktemp("hostile")
    made = KgliteEngine(folder / "h.kgl")
    load_case(made, hostile_case(folder / "mini", TEXTS))
    return made


@pytest.fixture(scope="module")
def loaded(engine: KgliteEngine) -> str:
    """Return the digest of the graph as it was loaded."""
    return digest(engine)


@pytest.fixture(scope="module")
def client(engine: KgliteEngine) -> TestClient:
    return client_of(Settings(token=TOKEN), engine)


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Canary:
    return Canary(tmp_path_factory.mktemp("canary"))


def fields() -> Iterator[tuple[str, str]]:
    """Yield an address and the name of a field for every type of parameter, every option, and every other field of a page."""
    seen: set[str] = set()
    for question in QuestionLibrary({}).all():
        for param in question.params:
            if param.type not in seen:
                seen.add(param.type)
                others = {name: value for name, value in typed(question).items() if name != param.name}
                yield f"/ask/{question.name}?{urlencode(others)}", param.name
    for option in (
        "as_of",
        "source",
        "as_seen_by",
        "asserted_only",
        "no_inferred",
        "members",
        "also_said",
        "wide",
        "nothing",
    ):
        yield "/ask/who-constrains?target=a1", option
    for own in ("your-words", "picture-theme"):
        yield "/ask/who-constrains?target=a1", own
    yield "/ask/who-constrains.svg?target=a1", "picture-theme"
    yield "/?", "q"
    yield "/?choose=1", "q"
    for name in ("actor", "type", "mode", "holder"):
        yield "/text/mini?", name
    for name in ("focus", "source", "as_of", "depth"):
        yield "/network?", name
        yield "/network.svg?", name
    yield "/cypher?", "q"
    yield "/complete?kind=actor", "q"
    yield "/complete?q=x", "kind"


def check(response: object, text: str) -> None:
    """See that a response is well-formed and inert, whatever it is."""
    status, kind, body = response.status_code, response.headers["content-type"], response.text  # type: ignore[attr-defined]
    assert status < 500 or "cannot show this" in body, body[-2000:]
    assert "Traceback" not in body
    assert "default-src 'self'" in response.headers["content-security-policy"] or "svg" in kind  # type: ignore[attr-defined]
    if kind.startswith("text/html"):
        assert not faults(body), (text, faults(body))
    elif kind.startswith("application/json"):
        json.loads(body)
    elif kind.startswith("text/csv"):
        cells = [cell for row in csv.reader(io.StringIO(body)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(FORMULA) and cell != "-1"]  # a sign is a number
    elif "svg" in kind:
        tags = {str(each.tag).rpartition("}")[2] for each in ET.fromstring(body).iter()}  # noqa: S314 -- our own
        assert tags <= {"svg", "title", "desc", "style", "rect", "text", "tspan", "g", "path", "a"}


@pytest.mark.parametrize(("address", "field"), list(fields()), ids=lambda value: value[:48])
def test_every_payload_in_a_field(
    address: str, field: str, client: TestClient, engine: KgliteEngine, loaded: str
) -> None:
    for each in TEXTS:
        mark = "" if address.endswith("?") else "&"
        check(client.get(f"{address}{mark}{urlencode({field: each.text.encode('utf-8', 'surrogatepass')})}"), each.text)
    assert digest(engine) == loaded


@pytest.mark.parametrize("page", ["/", "/ask/", "/actor/", "/claim/", "/source/", "/text/", "/assets/", "/network/"])
def test_every_payload_as_a_part_of_the_path(page: str, client: TestClient, canary: Canary) -> None:
    for each in payloads(canary.path):
        for form in FORMS:
            response = client.get(f"{page}{quote(each.text.encode('utf-8', 'surrogatepass'), safe='')}{form}")
            check(response, each.text)
            canary.check(response.text)


def test_every_payload_as_a_parameter_of_the_console(client: TestClient, canary: Canary) -> None:
    for each in payloads(canary.path):
        if len(each.text) < 4000 and "\n" not in each.text:
            query = urlencode({"q": "RETURN $x AS x", "p": f"x={each.text}"}, errors="surrogatepass")
            response = client.get(f"/cypher?{query}")
            check(response, each.text)
            canary.check(response.text)


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=lambda number: TEXTS[number].name)
def test_every_page_of_a_graph_of_payloads(number: int, client: TestClient) -> None:
    each: Payload = TEXTS[number]
    for form in FORMS:
        check(client.get(f"/actor/a{number}{form}"), each.text)
        check(client.get(f"/claim/mini/c{number}{form}"), each.text)
        check(client.get(f"/ask/who-constrains{form}?target=a{number}"), each.text)
    for form in (".txt", ".bib", ".svg", ".svg?picture-theme=page&picture-slim=1"):
        mark = "&" if "?" in form else "?"
        check(client.get(f"/ask/who-constrains{form}{mark}target=a{number}"), each.text)
    check(client.get(f"/network.svg?focus=a{number}"), each.text)


@pytest.mark.parametrize(
    "page", ["/", "/source/mini", "/text/mini", "/network", "/ask/actors", "/ask/in-force", "/cypher"]
)
def test_lists_of_payloads(page: str, client: TestClient) -> None:
    for form in FORMS if page.startswith(("/source", "/text", "/ask")) else ("",):
        check(client.get(f"{page}{form}"), page)


def test_nothing_can_be_written(client: TestClient) -> None:
    for page in ("/", "/ask/who-arms", "/cypher", "/claim/mini/c1", "/assets/site.css"):
        for data in ({}, {"q": "CREATE (:Pwned)"}, [each.text for each in TEXTS[:5]]):
            assert post_json(client, page, data).status_code == 405
