"""What a reader does, in headless Chromium with the network cut: no request, no error, everything by mouse and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.view.browser import axe_faults, npm_file
from tests.view.sample import CACHE, article
from tiebook import view

AXE = "4.14.1"
EACH = "#actors=all&lanes=each"
ALL = (
    "modes=actual,denied,sought,not+sought,feared,not+feared,expected,not+expected,conditional,hypothetical"
    "&reported=1&inferred=1"
)


def status(tab: Any) -> tuple[int, int]:
    found = [int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", tab.inner_text("#status"))]
    return found[0], found[2]


def test_opens_on_the_whole_with_its_caption(go: Any) -> None:
    tab = go("article")
    assert tab.locator(".actor").count() == status(tab)[0]
    assert "Position and distance mean nothing" in tab.inner_text("#caption")
    assert "claims" in tab.inner_text("#caption")
    box = tab.locator("#caption").bounding_box()
    assert box["y"] + box["height"] <= 1000
    stage, world = tab.locator("#stage").bounding_box(), tab.locator("#world").bounding_box()
    assert world["x"] >= stage["x"]
    assert world["y"] >= stage["y"]
    assert world["x"] + world["width"] <= stage["x"] + stage["width"]
    assert world["y"] + world["height"] <= stage["y"] + stage["height"]


def test_labels_are_as_wide_as_was_reckoned(go: Any) -> None:
    tab = go("article")
    over = tab.evaluate(
        "() => [...document.querySelectorAll('.label')].filter((g) => g.querySelector('text').getBBox().width >"
        " g.querySelector('rect').getBBox().width).map((g) => g.textContent)"
    )
    assert not over


def test_search_finds_actors_ties_and_quotes(go: Any) -> None:
    tab = go("sample")
    for query, found in (
        ("emirates", "United Arab Emirates"),
        ("sells arms", "sells arms to"),
        ("number 17 that", "number 17 that"),
    ):
        tab.fill("#search", query)
        assert found in tab.inner_text("#found")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert "words number 17 that say so" in tab.inner_text("#detail blockquote")
    tab.fill("#search", "no such thing")
    assert "Nothing found" in tab.inner_text("#found")


def test_what_happened_once_is_told_with_its_day(go: Any) -> None:
    tab = go("article", EACH)
    tab.fill("#search", "was drafted immediately in October 2015")
    tab.wait_for_selector("#found [role=option]")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#detail dt:has-text('Dates')")
    assert "in 2015-10" in tab.inner_text("#detail dl")


def test_filters_change_picture_and_table(go: Any) -> None:
    tab = go("sample", EACH)
    actors, ties = status(tab)
    tab.click("#tab-ties")
    assert int(tab.get_attribute("#table table", "aria-rowcount")) == ties + 1
    tab.get_by_label("hostile").first.uncheck()
    fewer = status(tab)[1]
    assert fewer < ties
    assert int(tab.get_attribute("#table table", "aria-rowcount")) == fewer + 1
    assert tab.locator('.actor[data-actor="0"]').count() == 1
    tab.get_by_label("sought").check()
    assert status(tab)[1] > fewer
    assert tab.locator(".label", has_text="sought: ").count()
    tab.locator("#filters").get_by_label("State").uncheck()
    assert status(tab)[0] < actors
    tab.locator("#filters").get_by_label("State").check()
    tab.get_by_label("hostile").first.check()
    tab.get_by_text("Holder, factor, confidence").click()
    tab.get_by_label("Holder", exact=True).select_option("The author")
    tab.get_by_label("Factor", exact=True).select_option("The U.S. factor")
    assert 0 < status(tab)[1] < ties
    tab.get_by_role("button", name="None").click()
    assert status(tab) == (0, 0)


def test_the_slider_and_undated_ties(go: Any) -> None:
    tab = go("sample")
    everything = status(tab)[1]
    tab.focus("#as-of")
    tab.keyboard.press("Home")
    tab.wait_for_selector("#caption:has-text('As of 19')")
    early = status(tab)[1]
    assert early < everything
    tab.uncheck("#undated")
    assert status(tab)[1] < early
    tab.fill("#day", "2019-05-05")
    tab.wait_for_selector("#caption:has-text('As of 2019-05-05')")
    tab.click("#all-dates")
    tab.wait_for_selector("#caption:not(:has-text('As of'))")
    assert early < status(tab)[1] < everything


def test_a_date_that_follows_at_once_is_told_against_the_one_before(go: Any) -> None:
    tab = go("sample")
    tab.evaluate(
        """() => {
          const day = document.querySelector('#day');
          day.value = '2015-05-05';
          day.dispatchEvent(new Event('change'));
          document.querySelector('#all-dates').click();
        }"""
    )
    tab.wait_for_selector("#changes:has-text('Since 2015-05-05: ')")
    assert re.match(r"Since 2015-05-05: \d+ more, marked", tab.inner_text("#changes"))


def test_what_is_typed_before_the_quotes_are_there_finds_them(browser: Any, pages: Callable[[str], str]) -> None:
    tab = browser.new_page(offline=True)
    tab.add_init_script("window.requestIdleCallback = (work) => { window.later = work; }")
    tab.goto(pages("sample"))
    tab.wait_for_selector('html[data-ready="yes"]')
    tab.fill("#search", "number 17 that")
    assert "Nothing found" in tab.inner_text("#found")
    tab.evaluate("() => window.later()")
    tab.wait_for_selector("#found:has-text('number 17 that')")
    tab.close()


def test_a_tie_by_mouse(go: Any) -> None:
    tab = go("article", EACH)
    labels = tab.locator(".label", has_text="constrains")
    labels.first.click()
    detail = tab.inner_text("#detail")
    for word in (
        "constrains",
        "Holder",
        "Mode",
        "Confidence",
        "paragraph",
        "ties between" if "ties between" in detail else "tie between",
    ):
        assert word in detail
    assert tab.locator(".tie.hot").count() >= 1
    assert tab.locator(".tie.dim").count() > 1
    before = tab.inner_text("#detail h2")
    tab.locator("#detail .row:not(.current)").first.click()
    assert tab.inner_text("#detail h2") != before or tab.locator("#detail .row.current").count()
    tab.click("#detail .close")
    assert tab.locator("#detail").is_hidden()


def test_a_tie_and_a_neighbourhood_by_keyboard(go: Any) -> None:
    tab = go("article")
    tab.focus("#stage")
    tab.keyboard.press("ArrowRight")
    first = tab.inner_text("#live")
    tab.keyboard.press("ArrowRight")
    assert first
    assert tab.inner_text("#live")
    tab.keyboard.press("Enter")
    assert tab.locator("#detail").is_visible()
    tab.keyboard.press("]")
    assert "Holder" in tab.inner_text("#detail")
    one = tab.inner_text("#live")
    tab.keyboard.press("]")
    tab.keyboard.press("[")
    assert tab.inner_text("#live") == one
    whole = status(tab)[0]
    tab.keyboard.press("f")
    assert "Within 1 of" in tab.inner_text("#caption")
    tab.keyboard.press("2")
    assert "Within 2 of" in tab.inner_text("#caption")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    assert status(tab)[0] == whole
    for key in ("+", "-", "0", "Shift+ArrowLeft", "m"):
        tab.keyboard.press(key)
    tab.keyboard.press("ArrowRight")
    assert " to " in tab.inner_text("#live")
    tab.keyboard.press("?")
    assert tab.locator("#help").is_visible()


def test_an_actor_shows_its_ties_in_and_out(go: Any) -> None:
    tab = go("article")
    tab.locator(".actor", has_text="United States").first.click()
    detail = tab.inner_text("#detail")
    assert "Out (" in detail
    assert "In (" in detail
    tab.get_by_role("button", name="1 step").click()
    assert "Within 1 of United States" in tab.inner_text("#caption")
    tab.get_by_role("button", name="3 steps").click()
    assert "Within 3 of United States" in tab.inner_text("#caption")


def test_a_link_leads_to_the_exact_view(go: Any) -> None:
    tab = go("sample")
    tab.get_by_label("neutral").first.uncheck()
    tab.get_by_label("denied").check()
    tab.locator(".label").first.click()
    tab.click("#theme")
    before = tab.get_attribute("#world", "transform")
    tab.mouse.move(700, 400)
    tab.mouse.wheel(0, -300)
    tab.wait_for_function(
        "(before) => document.querySelector('#world').getAttribute('transform') !== before", arg=before
    )
    tab.click("#copy-link")  # the address is the view's at once
    link = tab.evaluate("location.hash")
    assert "at=" in link
    want = (
        status(tab),
        tab.inner_text("#detail h2"),
        tab.get_attribute("html", "data-theme"),
        tab.get_attribute("#world", "transform"),
    )
    again = go("sample", link)
    got = (status(again), again.inner_text("#detail h2"), again.get_attribute("html", "data-theme"))
    assert got == want[:3]
    there, here = (
        [float(v) for v in re.findall(r"[-\d.]+", t)] for t in (want[3], again.get_attribute("#world", "transform"))
    )
    assert here == pytest.approx(there, abs=1)


def test_what_is_no_fact_is_never_drawn_like_one(go: Any) -> None:
    tab = go("sample", f"{EACH}&{ALL}")
    ghosts = tab.locator(
        ".label", has_text=re.compile("denied|sought|feared|expected|conditional|hypothetical|possibly")
    )
    assert ghosts.count() > 3
    assert all(
        style == "italic"
        for style in ghosts.locator("text").evaluate_all("(all) => all.map((t) => t.getAttribute('font-style'))")
    )
    ghosts.first.click()
    assert "Not a fact" in tab.inner_text("#detail")


def test_hostile_texts_are_inert_and_readable(go: Any) -> None:
    tab = go("hostile", "#table=ties")
    for name in ("</script><script>", "onerror", "إيران", "🐉", "O'Neill & Sons <b>"):
        assert name in tab.inner_text("#table")
    assert "إيران" in tab.locator("#world").text_content()
    for row in tab.locator("#table tbody tr").all():
        row.click()
    tab.fill("#search", "<script>")
    assert "<script>" in tab.inner_text("#found")
    tab.get_by_role("button", name="Table of actors").click()
    assert tab.evaluate("window.hacked") is None
    assert tab.locator("img").count() == 0


def test_a_large_network_opens_on_a_summary(go: Any) -> None:
    tab = go("large")
    assert tab.get_attribute("#view-summary", "aria-pressed") == "true"
    assert 1 < tab.locator(".actor").count() < 20
    tab.locator(".actor").first.click()
    tab.locator("#detail .row").first.click()
    assert "Within 1 of" in tab.inner_text("#caption")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    tab.click("#view-matrix")
    assert "matrix" in tab.inner_text("#caption")
    tab.click("#view-graph")
    assert tab.locator(".actor").count() == 9  # fewer than the 14 that find room: their lines could not be read
    tab.click("#level")
    assert tab.locator("#canvas").is_visible()
    tab.mouse.move(800, 400)
    tab.mouse.wheel(0, -200)
    tab.click("#tab-ties")
    assert tab.locator("#table tbody tr").count() < 100
    tab.locator("#table").evaluate("(box) => { box.scrollTop = box.scrollHeight; }")
    last = tab.get_attribute("#table table", "aria-rowcount")
    tab.wait_for_selector(f"#table tbody tr:last-child[aria-rowindex='{last}']")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "where", ["article", "article#table=ties&actor=china", "large", "hostile#view=matrix&table=actors"]
)
def test_axe_finds_nothing(go: Any, where: str, theme: str) -> None:
    name, _, hash_ = where.partition("#")
    tab = go(name, f"#theme={theme}&{hash_}")
    axe = npm_file("axe-core", AXE, "axe.min.js").read_text("utf-8")
    tab.evaluate(axe)
    found = tab.evaluate(axe_faults())
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in found["violations"]] == []


def test_works_in_a_sandboxed_frame(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "notebook.html"
    file.write_text(
        f"<!doctype html><meta charset=utf-8>{view.mimebundle(article(), cache=CACHE)['text/html']}", "utf-8"
    )
    tab = browser.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto(file.as_uri())
    frame = tab.frame_locator("iframe")
    frame.locator(".actor").first.wait_for()
    frame.get_by_label("hostile").first.uncheck()
    tab.frames[-1].evaluate("() => new Promise((done) => setTimeout(done, 300))")  # longer than it takes its address
    assert not wrong
    tab.close()


def covered(tab: Any, selector: str) -> list[str]:
    """Return the elements that lie outside the stage or under the details."""
    found: list[str] = tab.evaluate(
        """(selector) => {
          const stage = document.querySelector('#stage').getBoundingClientRect();
          const panel = document.querySelector('#detail');
          const right = panel.hidden ? stage.right : panel.getBoundingClientRect().left;
          return [...document.querySelectorAll(selector)].filter((node) => {
            const box = node.getBoundingClientRect();
            return box.left < stage.left - 1 || box.right > right + 1 || box.top < stage.top - 1 || box.bottom > stage.bottom + 1;
          }).map((node) => node.textContent);
        }""",
        selector,
    )
    return found


def test_the_chosen_pair_is_never_under_the_details(go: Any) -> None:
    tab = go("article", "#actors=all")
    before = tab.get_attribute("#world", "transform")
    for name in ("masoud", "china", "syria"):
        tab.fill("#search", name)
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        tab.focus("#stage")
        for _ in range(6):
            tab.keyboard.press("]")
            assert not covered(tab, ".actor:not(.dim)")
            assert not covered(tab, ".label:not(.dim)")
    assert tab.get_attribute("#world", "transform") != before
    tab.click("#detail .close")
    assert tab.get_attribute("#world", "transform") == before
    tab.fill("#search", "oman")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.inner_text("#detail h2") == "Oman"
    assert not covered(tab, '.actor[data-actor]:has(.ring[visibility="visible"])')


def test_the_dates_play(go: Any) -> None:
    tab = go("sample")
    play = tab.locator("#play")
    play.click()
    assert play.get_attribute("aria-pressed") == "true"
    first = tab.input_value("#as-of")
    tab.wait_for_function("(first) => Number(document.querySelector('#as-of').value) > first", arg=int(first))
    tab.wait_for_selector("#caption:has-text('As of')")
    tab.focus("#stage")
    tab.keyboard.press("p")
    assert play.get_attribute("aria-pressed") == "false"
    stopped = tab.input_value("#as-of")
    tab.evaluate("() => new Promise((done) => setTimeout(done, 500))")  # longer than a date stays
    assert tab.input_value("#as-of") == stopped
    play.click()
    tab.click("#all-dates")
    assert play.get_attribute("aria-pressed") == "false"
    tab.wait_for_selector("#caption:not(:has-text('As of'))")


def test_an_answer_opens_in_full(go: Any) -> None:
    tab = go("answer")
    assert status(tab) == (5, 4)
    for words in ("denied: ", "inferred: ", "reported: "):
        assert tab.locator(".label", has_text=words).count() == 1
    for kind in ("Issue", "Instrument"):
        assert tab.locator("#filters").get_by_label(kind).count() == 1
    assert tab.evaluate("location.hash") == ""
    tab.get_by_label("also the coder").uncheck()
    tab.wait_for_function("() => location.hash === '#inferred=0'")
    assert status(go("answer", "#inferred=0")) == (4, 3)
