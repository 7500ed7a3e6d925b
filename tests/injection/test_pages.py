"""The page, the picture and the layout made of every payload: in a browser with the network cut, with a clean console."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.fuzz.words import hostile_network, packed
from tests.injection.payloads import Canary, payloads
from tests.view.browser import launch
from tiebook.model.exchange import harmless
from tiebook.view import load_layout, page, save_layout, svg, usual
from tiebook.view.diagrams import SLIM, WIDE, Shape
from tiebook.view.diagrams import svg as draw_answer
from tiebook.view.diagrams.page import page as answer_page
from tiebook.view.diagrams.story import Entry, Story
from tiebook.view.drawing.static import NARROWED
from tiebook.view.notebook import Picture

TEXTS = [each.text for each in payloads()]
NETWORK = hostile_network(TEXTS)
SPOTS = {actor.id: (160.0 * (place % 10), 60.0 * (place // 10)) for place, actor in enumerate(NETWORK.actors)}


@pytest.fixture(scope="module")
def document() -> str:
    return page(NETWORK, layout=SPOTS)


def test_the_page_carries_every_text_and_shows_none_as_markup(document: str) -> None:
    core, late = json.loads(packed(document, "data")), json.loads(packed(document, "texts"))
    names = core["actors"]["name"]
    assert (names if isinstance(names, list) else [names["d"][i] for i in names["i"]]) == [*TEXTS, "z"]
    quotes = late["quote"]
    assert set(quotes if isinstance(quotes, list) else quotes["d"]) == {*TEXTS[1:], "z"}
    bare = re.sub(r'<script id="(data|texts|script)"[^>]*>[^<]*</script>', "", document)
    assert "hacked" not in bare
    assert "CANARY" not in bare


def test_the_picture_is_xml_without_script() -> None:
    root = ET.fromstring(svg(NETWORK, layout=SPOTS, show=usual(NETWORK, every_actor=True)).encode())  # noqa: S314 -- written by us just now
    tags = {str(each.tag).rpartition("}")[2] for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "text", "tspan", "g", "path"}
    assert [each.text for each in root.iter() if str(each.tag).endswith("style")] == [NARROWED]
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on") or "href" in name]
    whole = " ".join(root.itertext())
    for text in TEXTS:
        word = harmless(text).split()[0][:12] if text.split() else ""
        assert word in whole


@pytest.mark.parametrize("shape", ["layers", "path", "timeline", "ledger", "camps"])
def test_the_picture_of_an_answer_is_inert(shape: Shape) -> None:
    rows = [
        {"constrainer": text, "factor": text, "gloss": text, "from_name": text, "to_name": text, "tie": text, "actor": text,
         "from_actor": text, "to_actor": text, "friendly": [text], "hostile": [text], "chain": [text], "step": 1, "since": text}
        for text in TEXTS
    ]  # fmt: skip
    entries = tuple(Entry(number, row, (("inferred", TEXTS[number - 1]),)) for number, row in enumerate(rows, 1))
    told = Story(TEXTS[0], TEXTS[1], entries, {"actor": TEXTS[2], "friend": TEXTS[3]}, tuple(TEXTS), tuple(TEXTS))
    for width in (WIDE, SLIM):
        root = ET.fromstring(draw_answer(told, shape, width=width).encode())  # noqa: S314 -- written by us just now
        tags = {str(each.tag).rpartition("}")[2] for each in root.iter()}
        assert tags <= {"svg", "title", "desc", "style", "rect", "text", "g", "path", "a"}
        links = [value for each in root.iter() for name, value in each.attrib.items() if "href" in name]
        assert all(link.startswith("#row-") for link in links)
    bare = re.sub(r"<style>.*?</style>", "", answer_page(told, shape), flags=re.DOTALL)
    assert not re.search(r"<(script|img|iframe|object|embed|form|input|base)\b", bare, re.IGNORECASE)
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', bare))


def test_a_notebook_is_given_a_frame_of_its_own() -> None:
    bundle = Picture(hostile_network(TEXTS[:12]))._repr_mimebundle_()
    shown = bundle["text/html"]
    assert "<script" not in re.sub(r'srcdoc="[^"]*"', "", shown)
    assert "sandbox" in shown


def test_a_layout_holds_any_id(tmp_path: Path) -> None:
    path = tmp_path / "layout.json"
    spots = dict.fromkeys(TEXTS, (1.0, 2.0))
    save_layout(path, spots, TEXTS[0])
    assert load_layout(path) == spots


@pytest.mark.parametrize("hash_", ["", "#table=ties", "#view=matrix&table=actors", "#view=summary", "#actor=h3"])
def test_the_page_works_in_a_browser_with_the_network_cut(tmp_path: Path, document: str, hash_: str) -> None:
    canary = Canary(tmp_path)
    file = tmp_path.parent / f"{tmp_path.name}.html"
    file.write_text(document, "utf-8", errors="replace")
    wrong: list[str] = []
    with launch() as browser:
        context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
        tab = context.new_page()
        tab.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on("dialog", lambda dialog: wrong.append(dialog.message))
        tab.on("request", lambda r: None if r.url.startswith(("file:", "data:", "blob:")) else wrong.append(r.url))
        tab.goto(file.as_uri() + hash_)
        tab.wait_for_selector('html[data-ready="all"]')
        for query in ("hacked", "=1+1", "\u202e", "CREATE"):
            tab.fill("#search", query)
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        assert tab.evaluate("() => window.hacked") is None
        assert tab.evaluate("() => ({}).polluted") is None
        assert tab.locator("#detail img, #detail iframe, #table script, #stage script, #stage image").count() == 0
        context.close()
    assert not wrong
    canary.check()
