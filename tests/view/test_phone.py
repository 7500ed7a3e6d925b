"""On a phone: the picture is what one sees, filters are a drawer, and a tap opens what it touches."""

from __future__ import annotations

import random
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.view.browser import frames
from tests.view.case import read_case
from tests.view.sample import CACHE
from tiebook import view
from tiebook.view.drawing.picture import draw
from tiebook.view.drawing.relations import usual
from tiebook.view.layout import TALL, place_main
from tiebook.view.network import NetActor, NetTie, Network


def test_the_picture_is_on_the_first_screen_and_nothing_scrolls_sideways(phone: Any) -> None:
    tab = phone("article")
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    stage, world = tab.locator("#stage").bounding_box(), tab.locator("#world").bounding_box()
    assert world["x"] >= 0
    assert world["x"] + world["width"] <= 390
    assert world["width"] > 330
    assert world["y"] + world["height"] * 0.9 <= 844
    assert stage["y"] < 300
    assert not tab.locator("#filters").is_visible()


def test_filters_are_a_drawer(phone: Any) -> None:
    tab = phone("article")
    tab.tap("#toggle-filters")  # a tap becomes a click after the finger was lifted
    tab.locator("#filters").wait_for()
    box = tab.locator("#filters").bounding_box()
    assert box["x"] == 0
    assert box["width"] < 390
    before = tab.inner_text("#status")
    tab.locator("#filters").get_by_label("hostile").first.tap()
    tab.wait_for_function("(before) => document.querySelector('#status').innerText !== before", arg=before)
    tab.get_by_role("button", name="Close filters").tap()
    tab.locator("#filters").wait_for(state="hidden")
    tab.tap("#toggle-tools")
    tab.locator("#view-matrix").wait_for()


def test_a_tap_opens_what_it_touches(phone: Any) -> None:
    tab = phone("article")
    network = read_case()
    picture = draw(network, place_main(network, cache=CACHE, aspect=TALL), usual(network))
    x, y, k = (float(v) for v in re.findall(r"-?[\d.]+", tab.get_attribute("#world", "transform")))
    stage = tab.locator("#stage").bounding_box()
    rng = random.Random(3)
    taps = [(picture.centres[i], {network.actors[i].name}) for i in picture.present]
    for line in picture.lines:
        ends = {network.actors[end].name for end in (line.relation.first, line.relation.second)}
        taps.append(((line.label.plate.x, line.label.plate.y) if line.label else line.curve.at(0.5), ends))
    assert len(taps) >= 40
    missed = []
    for (px, py), names in taps:
        stage = tab.locator("#stage").bounding_box()
        x, y, k = (float(v) for v in re.findall(r"-?[\d.]+", tab.get_attribute("#world", "transform")))
        at = [px * k + x + stage["x"] + rng.uniform(-3, 3), py * k + y + stage["y"] + rng.uniform(-3, 3)]
        tab.touchscreen.tap(*at)
        opened = tab.inner_text("#detail h2") if tab.locator("#detail").is_visible() else ""
        if not all(name in opened for name in names):
            missed.append((names, opened))
        if opened:
            tab.tap("#detail .close")
            tab.locator("#detail").wait_for(state="hidden")
            frames(tab)
    assert len(missed) * 40 <= len(taps), missed


def test_two_fingers_zoom(phone: Any) -> None:
    tab = phone("article")
    before = tab.get_attribute("#world", "transform")
    stage = tab.locator("#stage").bounding_box()
    middle = [stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2]
    client = tab.context.new_cdp_session(tab)

    def touch(kind: str, apart: float) -> None:
        points = [{"x": middle[0] + side * apart, "y": middle[1], "id": n} for n, side in enumerate((-1, 1))]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if kind != "touchEnd" else []})

    touch("touchStart", 30)
    for apart in (40, 60, 80, 100):
        touch("touchMove", apart)
    touch("touchEnd", 100)
    (scale,) = re.findall(r"scale\(([\d.]+)", before)
    larger = "(scale) => Number(/scale.([\\d.]+)/.exec(document.querySelector('#world').getAttribute('transform'))[1]) > 2 * scale"
    tab.wait_for_function(larger, arg=float(scale))


def test_fingers_that_zoomed_open_nothing_where_they_are_lifted(phone: Any) -> None:
    tab = phone("article")
    client = tab.context.new_cdp_session(tab)
    actors = tab.locator(".actor").all()
    boxes = [actor.bounding_box() for actor in actors[:2]]
    for shift in (0, 12):  # two fingers on two actors, still and moved
        places = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
        for kind, by in (("touchStart", 0), ("touchMove", shift), ("touchEnd", 0)):
            points = [{"x": x + by, "y": y, "id": n} for n, (x, y) in enumerate(places)]
            client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if kind != "touchEnd" else []})
        assert not tab.locator("#detail").is_visible()


def test_years_keep_clear_of_each_other_at_any_width(browser: Any, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True)
    tab = context.new_page()
    for first, last in ((2008, 2026), (2010, 2019), (2019, 2024), (2023, 2023), (1815, 2020)):
        actors = (NetActor("a", "A", "State"), NetActor("b", "B", "State"))
        days = [date(year, month, 1) for year, month in ((first, 1), (first, 10), (last, 11))]
        ties = tuple(
            NetTie(f"{number}", "AIDS", "a", "b", 1, since_earliest=day, since_latest=day, until_latest=day)
            for number, day in enumerate(days)
        )
        file = tmp_path / f"{first}.html"
        file.write_text(view.page(Network("n", actors=actors, ties=ties)), "utf-8")
        tab.goto(file.as_uri())
        tab.wait_for_selector('html[data-ready="all"]')
        for width in (390, 320, 700, 1440):
            tab.set_viewport_size({"width": width, "height": 844})
            frames(tab)
            labels = tab.locator("#years text").evaluate_all(
                "(all) => all.map((a) => a.getBoundingClientRect().toJSON())"
            )
            assert labels
            assert all(after["left"] - before["right"] >= 4 for before, after in pairwise(labels)), (first, width)
    context.close()
