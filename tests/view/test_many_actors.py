"""Pages of more actors than have places one by one: they open on the main ones, and boxes keep clear of each other."""

from __future__ import annotations

from typing import Any

from tests.view.conftest import NETWORKS
from tiebook.view.drawing.relations import how_much_is_drawn, usual

COVERED = """() => {
  const boxes = [...document.querySelectorAll('#world .actor')].map((node) => {
    const path = [...node.children].find((child) => child.tagName !== 'text' && !child.classList.contains('ring'));
    const { left, right, top, bottom } = path.getBoundingClientRect();
    return { left, right, top, bottom, name: node.textContent };
  });
  const over = (a, b, low, high) => Math.min(a[high], b[high]) - Math.max(a[low], b[low]) > 0.5;
  return boxes.flatMap((a, k) => boxes.slice(0, k)
    .filter((b) => over(a, b, "left", "right") && over(a, b, "top", "bottom"))
    .map((b) => `${a.name} / ${b.name}`));
}"""
SCALE = "() => document.querySelector('#world').getCTM().a"


def test_articles_together_open_on_the_main_actors_and_show_all_on_demand(go: Any) -> None:
    tab = go("articles")
    network = NETWORKS["articles"]()
    assert len(network.actors) > 130
    assert tab.locator(".actor").count() == 11  # with so many lines among them
    assert "CRINK" in tab.locator(".actor").all_text_contents()
    assert tab.inner_text("#status") == how_much_is_drawn(network, usual(network))
    tab.click("#level")
    assert tab.inner_text("#status") == how_much_is_drawn(network, usual(network, every_actor=True))
    assert tab.locator(".actor").count() > 100
    assert tab.evaluate(COVERED) == []


def test_a_part_of_a_large_network_has_boxes_that_keep_clear_of_each_other(go: Any) -> None:
    tab = go("wide", "#view=graph&actors=all&as-of=1980-01-01&undated=0&kinds-off=State,Person")
    count = tab.locator(".actor").count()
    assert 20 < count <= 130
    assert tab.evaluate(COVERED) == []
    tab.keyboard.press("Escape")
    go("wide", "#ego=a30&depth=1")
    assert tab.locator(".actor").count() > 5
    assert tab.evaluate(COVERED) == []


def test_what_is_found_can_be_read_where_all_actors_are_small(go: Any) -> None:
    tab = go("articles", "#actors=all")
    assert tab.evaluate(SCALE) < 0.7
    tab.fill("#search", "newcomer 0 2 aids")
    tab.locator("#found li[data-tie]").first.click()
    assert tab.evaluate(SCALE) >= 0.9
    stage = tab.locator("#stage").bounding_box()
    panel = tab.locator("#detail").bounding_box()
    for name in tab.locator(".tie.hot").evaluate_all("(all) => all.map((a) => a.getBoundingClientRect().toJSON())"):
        assert name["left"] >= stage["x"]
        assert name["right"] <= panel["x"]
        assert name["top"] >= stage["y"]
        assert name["bottom"] <= stage["y"] + stage["height"]
    tab.keyboard.press("Escape")
    assert tab.evaluate(SCALE) < 0.7, "back to where it was"


def test_what_is_found_beside_the_main_actors_can_be_read(phone: Any) -> None:
    tab = phone("articles")
    tab.fill("#search", "newcomer 0 2 aids")
    tab.locator("#found li[data-tie]").first.tap()
    assert tab.evaluate(SCALE) >= 0.55
