"""The page of an answer, measured in Chromium at three widths: five factors, nothing over anything, no text cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.view.browser import axe_faults, npm_file
from tests.view.conftest import opener
from tests.view.shapes import drawn_answers
from tests.view.test_answers import FIVE

MEASURE = """() => {
  const figure = [...document.querySelectorAll('figure')].find((one) => one.offsetParent !== null);
  const box = (node) => { const r = node.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  const texts = [...figure.querySelectorAll('svg text')];
  const cards = [...figure.querySelectorAll('rect.card')];
  return {
    wide: document.documentElement.scrollWidth, figure: box(figure),
    texts: texts.map((text) => [text.textContent, box(text), parseFloat(getComputedStyle(text).fontSize) * text.getCTM().a]),
    cards: cards.map(box), shown: figure.className,
  };
}"""


@pytest.fixture(params=[1440, 1024, 390])
def tab(request: pytest.FixtureRequest, browser: Any, tmp_path: Path) -> Iterator[Any]:
    file = tmp_path / "answer.html"
    file.write_text(str(drawn_answers()["what-limits"].content(".html")), "utf-8")
    context = browser.new_context(viewport={"width": request.param, "height": 900}, offline=True)
    opened, wrong = opener(context, str)
    yield opened(file)
    context.close()
    assert not wrong


def over(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 2 and other[1] < one[3] - 2


def test_five_factors_nothing_over_anything_and_no_text_cut(tab: Any) -> None:
    seen = tab.evaluate(MEASURE)
    wide = tab.viewport_size["width"]
    assert seen["wide"] <= wide
    assert seen["shown"] == ("slim" if wide == 390 else "wide")
    said = " ".join(text for text, _, _ in seen["texts"])
    assert all(factor in said for factor in FIVE)
    boxes = [box for _, box, _ in seen["texts"]]
    bad = [
        (seen["texts"][i][0], seen["texts"][j][0])
        for i in range(len(boxes))
        for j in range(i)
        if over(boxes[i], boxes[j])
    ]
    assert not bad
    for text, (left, top, right, bottom), _ in seen["texts"]:
        assert seen["figure"][0] - 1 <= left, text
        assert right <= seen["figure"][2] + 1, text
        for card in seen["cards"]:
            inside = card[0] <= left + 1 and right <= card[2] + 1 and card[1] <= top + 3 and bottom <= card[3] + 3
            assert inside or not over([left, top, right, bottom], card), text
    assert not [1 for i, one in enumerate(seen["cards"]) for other in seen["cards"][:i] if over(one, other)]
    assert min(size for _, _, size in seen["texts"]) >= 10


def test_a_click_leads_to_the_receipt(tab: Any) -> None:
    link = tab.locator("figure:visible a.row-link", has_text="JCPOA first").first
    target = link.get_attribute("href")
    link.click()
    assert tab.evaluate("location.hash") == target
    row = tab.locator(target)
    assert "JCPOA first" in row.inner_text()
    assert "inferred" in row.inner_text()
    assert 'policy of "JCPOA first."' in row.locator("q").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(tab: Any, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.evaluate(npm_file("axe-core", "4.14.1", "axe.min.js").read_text("utf-8"))
    found = tab.evaluate(axe_faults())
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in found["violations"]] == []


def test_in_grey_the_point_is_still_there(tab: Any) -> None:
    """What tells apart is line, dash, words and size, never hue: all inks of the picture are greys or nearly so."""
    inks = tab.evaluate(
        "() => [...document.querySelectorAll('figure svg [stroke], figure svg text')].map((node) => getComputedStyle(node)["
        "node.tagName === 'text' ? 'fill' : 'stroke'])"
    )
    for ink in set(inks):
        if ink.startswith("rgb"):
            red, green, blue = (int(part) for part in ink.removeprefix("rgb(").removesuffix(")").split(",")[:3])
            assert max(red, green, blue) - min(red, green, blue) <= 24, ink
