"""The first look: pairs, a headline, and nothing that is not a fact without its badge."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.view.browser import frames
from tests.view.case import read_case
from tests.view.sample import CACHE, two_sources
from tiebook import view
from tiebook.model.dates import Bounds
from tiebook.view.drawing.picture import draw
from tiebook.view.drawing.relations import how_much_is_drawn, usual
from tiebook.view.headline import headline, title_of
from tiebook.view.layout import place_main
from tiebook.view.network import NetTie

ALL = "modes=actual,denied,sought,not+sought,feared,expected,conditional,hypothetical&reported=1&inferred=1"
SEARCH = """([query]) => {
  const field = document.querySelector('#search');
  field.value = query;
  field.dispatchEvent(new Event('input'));
  return [...document.querySelectorAll('#found li[data-tie]')].map((hit) =>
    [hit.dataset.tie, [...hit.querySelectorAll('.badge')].map((badge) => badge.textContent)]);
}"""


def words_of(tie: NetTie) -> list[str]:
    """Say what must stand on a tie, apart from the page's own code."""
    wish = tie.mode in ("sought", "feared", "expected")
    return [
        *(["denied"] if tie.negated and not wish else []),
        *([f"{'not ' if tie.negated and wish else ''}{tie.mode}"] if tie.mode != "actual" else []),
        *(["inferred"] if tie.inferred else []),
        *([] if tie.endorsed else ["reported"]),
    ]


def test_the_point_is_told_in_the_first_line() -> None:
    first, second, third = headline(read_case())
    assert first.startswith("5 factors limit China, about Iran: ")
    for factor in ("Balance of power", "economic interests", "world-views", "International law", "The U.S. factor"):
        assert factor in first
    told = re.fullmatch(
        r"Most is said of China and Iran: (\d+) statements, (\d+) cooperative, (\d+) hostile, (\d+) neutral\.", second
    )
    assert told
    total, *parts = map(int, told.groups())
    assert total == sum(parts) > 20
    assert "hostile" in third


def test_it_opens_on_the_main_actors_with_one_line_a_pair(go: Any) -> None:
    tab = go("article")
    network = read_case()
    assert tab.locator(".actor").count() == 14
    assert tab.inner_text("#status") == how_much_is_drawn(network, usual(network))
    assert how_much_is_drawn(network, usual(network)) in tab.inner_text("#caption")
    assert [line.strip() for line in tab.inner_text("#headline").splitlines() if line.strip()] == headline(network)
    tab.click("#level")
    assert tab.inner_text("#status") == how_much_is_drawn(network, usual(network, every_actor=True))
    tab.click("#lines")
    assert "lines; repeated mentions" in tab.inner_text("#caption")
    tab.keyboard.press("a")
    assert tab.locator(".actor").count() == 14


def test_the_title_says_what_is_seen(go: Any) -> None:
    network = read_case()
    tab = go("article", "#ego=china&depth=2&as-of=2016-01-01")
    assert tab.inner_text("#title") == "China-Iran defence ties: within 2 steps of China, as of 2016-01-01"
    assert title_of(network, usual(network, focus="china")) == "China-Iran defence ties: China and its neighbours"
    assert go("article").inner_text("#title") == "China-Iran defence ties"


def test_every_hit_of_the_search_has_its_badges(go: Any) -> None:
    tab = go("article")
    for tie in read_case().ties:
        found = dict(tab.evaluate(SEARCH, [(tie.quote or "")[:70]]))
        assert found[tie.id] == words_of(tie), tie.id


def test_every_row_of_the_table_has_its_badges(go: Any) -> None:
    tab = go("article", f"#actors=all&table=ties&{ALL}")
    seen = tab.evaluate(
        """async () => {
          const box = document.querySelector('#table');
          const found = {};
          for (let top = 0; top <= box.scrollHeight; top += 200) {
            box.scrollTop = top;
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            for (const row of box.querySelectorAll('tbody tr[aria-rowindex]')) {
              found[row.getAttribute('aria-rowindex')] = [row.cells[8].textContent, row.cells[1].textContent];
            }
          }
          return found;
        }"""
    )
    ties = read_case().ties
    assert len(seen) == len(ties)
    for number, tie in enumerate(ties):
        quote, said = seen[str(number + 2)]
        assert (quote, said.split(tie.type.lower().replace("_", " "))[1].split()) == (
            tie.quote,
            " ".join(words_of(tie)).split(),
        )


def test_the_claim_that_is_chosen_is_the_one_that_is_drawn(go: Any) -> None:
    tab = go("article")
    for tie in [tie for tie in read_case().ties if words_of(tie)]:
        assert tie.id in dict(tab.evaluate(SEARCH, [(tie.quote or "")[:70]]))
        tab.evaluate("(id) => document.querySelector(`#found li[data-tie='${CSS.escape(id)}']`).click()", tie.id)
        hot = tab.locator(".tie.hot")
        assert hot.count() >= 1, tie.id
        label = tab.locator(".label.hot")
        if label.count():
            assert label.first.text_content().startswith(words_of(tie)[0]), tie.id
    tab.fill("#search", "sells arms to iran")
    tab.get_by_role("option").filter(has_text="China sells arms to Iran").filter(has_text="denied").first.click()
    assert tab.get_by_label("denied").is_checked()
    assert tab.locator(".label.hot").text_content() == "denied: sells arms to"
    assert "Not a fact" in tab.inner_text("#detail")


def test_the_tip_shows_what_a_click_opens(go: Any) -> None:
    tab = go("article")
    network = read_case()
    picture = draw(network, place_main(network, cache=CACHE), usual(network))
    for number in range(len(picture.lines)):
        box = tab.locator(f'.label[data-line="{number}"]').bounding_box()
        tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        tip = tab.inner_text("#tip")
        relation = picture.lines[number].relation
        names = [network.actors[end].name for end in (relation.first, relation.second)]
        assert all(name in tip for name in names)
        tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        title = tab.inner_text("#detail h2")
        assert all(name in title for name in names)
        tab.keyboard.press("Escape")


def test_labels_are_large_enough_at_1024(go: Any) -> None:
    tab = go("article")
    tab.set_viewport_size({"width": 1024, "height": 768})
    tab.wait_for_function("() => innerWidth === 1024")
    frames(tab)
    sizes = tab.evaluate(
        "() => { const k = document.querySelector('#world').getCTM().a; return [...document.querySelectorAll('#world text')]"
        ".map((text) => Number(text.getAttribute('font-size')) * k); }"
    )
    assert min(sizes) >= 10


def test_filters_follow_the_width_until_they_are_chosen(go: Any) -> None:
    tab = go("article")
    filters = tab.locator("#filters")
    for width, state in ((600, "hidden"), (1200, "visible")):
        tab.set_viewport_size({"width": width, "height": 768})
        filters.wait_for(state=state)
    tab.click("#toggle-filters")
    filters.wait_for(state="hidden")
    for width in (600, 1200):
        tab.set_viewport_size({"width": width, "height": 768})
        tab.wait_for_function(
            f"() => matchMedia('(max-width: 800px)').matches === {'true' if width == 600 else 'false'}"
        )
        frames(tab)
        assert not filters.is_visible()


def test_dates_tell_what_changed(go: Any) -> None:
    tab = go("article")
    years = [int(text) for text in tab.locator("#years text").all_text_contents()]
    assert len(years) >= 4
    assert years == sorted(years)
    ties = read_case().ties
    undated = sum(tie.spell == Bounds() for tie in ties)
    assert tab.inner_text("#undated-count") == f"undated ties ({undated} of {len(ties)})"
    tab.uncheck("#undated")
    for day in ("2010-01-01", "2017-01-01"):
        tab.fill("#day", day)
        tab.wait_for_selector(f"#title:has-text('as of {day}')")
    told = tab.inner_text("#changes")
    assert told.startswith("Since 2010-01-01: ")
    assert "more, marked" in told
    assert "fewer" in told
    assert tab.locator(".begun").count() >= 1
    assert "as of 2017-01-01" in tab.inner_text("#title")
    assert "without undated" in tab.inner_text("#caption")


def test_sources_are_told_apart_and_their_disagreements_listed(go: Any) -> None:
    tab = go("two")
    assert "They disagree on 3:" in tab.inner_text("#filters")
    assert "Arland, Dorland: aids, said and denied, of different times" in tab.inner_text("#filters")
    assert "unspecified" not in tab.inner_text("#filters")
    tab.get_by_text("sells arms to, said and denied").click()
    assert "denied" in tab.inner_text("#detail")
    assert tab.get_by_label("denied").is_checked()
    before = tab.locator(".tie:not(.label)").count()
    tab.get_by_label("Colour by").select_option("source")
    assert tab.locator(".tie:not(.label)").count() > before
    strokes = "(all) => all.map((path) => path.getAttribute('stroke'))"
    colours = set(tab.locator(".tie:not(.label) > path:first-child").evaluate_all(strokes))
    assert len(colours) == 2
    tab.get_by_label("The second report").uncheck()
    assert "5 of 10 ties" in tab.inner_text("#status")


# The first turn of the wheel after a rest draws everything anew, the second, at once, moves what is drawn. Paper is asked for right
# then; returns how it was moved, and where the drawing stands on paper when the movement would have come to rest.
PRINTED_WHILE_ZOOMING = """async () => {
  const turn = { deltaY: -300, clientX: 700, clientY: 400, bubbles: true, cancelable: true };
  for (let each = 0; each < 2; each++) document.querySelector('#stage').dispatchEvent(new WheelEvent('wheel', turn));
  const moved = document.querySelector('#drawing').style.transform;
  window.dispatchEvent(new Event('beforeprint'));
  await new Promise((done) => setTimeout(done, 200));
  return [moved, document.querySelector('#world').getAttribute('transform')];
}"""


def test_paper_keeps_all_actors_the_legend_and_the_caption(go: Any) -> None:
    tab = go("article", "#actors=all")
    actors = tab.locator(".actor").count()
    moved, on_paper = tab.evaluate(PRINTED_WHILE_ZOOMING)
    assert moved.startswith("translate")
    assert on_paper is None
    tab.emulate_media(media="print")
    tab.wait_for_selector("#drawing[viewBox]")
    page = tab.locator("#drawing").bounding_box()
    for box in tab.locator(".actor").evaluate_all("(all) => all.map((a) => a.getBoundingClientRect().toJSON())"):
        assert box["left"] >= page["x"] - 1
        assert box["right"] <= page["x"] + page["width"] + 1
        assert box["top"] >= page["y"] - 1
        assert box["bottom"] <= page["y"] + page["height"] + 1
    assert tab.locator(".actor").count() == actors > 40
    assert "cooperative" in tab.inner_text("#legend")
    assert "Position and distance mean nothing" in tab.inner_text("#caption")
    assert tab.locator("button:visible, input:visible, select:visible").count() == 0


def test_a_count_beside_a_long_name_stays_on_one_line(go: Any, tmp_path: Path) -> None:
    network = two_sources()
    first, second = network.sources
    sources = (replace(first, name="A river without a treaty: how two states that share it came to divide it"), second)
    ties = tuple(
        replace(network.ties[0], id=f"more {number}", target=actor.id)
        for actor in network.actors[1:]
        for number in (f"{actor.id} {k}" for k in range(10))
    )
    file = tmp_path / "long.html"
    file.write_text(view.page(replace(network, sources=sources, ties=network.ties + ties)), "utf-8")
    tab = go(file)
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.wait_for_selector('html[data-ready="all"]')
    lines = tab.locator("#filters label small").evaluate_all(
        """(all) => all.map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return [one.textContent, range.getClientRects().length];
        })"""
    )
    assert max(len(text) for text, _ in lines) > 1
    assert {count for text, count in lines if text} <= {0, 1}, "0 in a part that is closed"
    name = tab.locator("#filters label", has_text="A river without")
    assert name.bounding_box()["height"] > 2 * name.locator("small").bounding_box()["height"], "the name is what wraps"


def test_the_texts_come_though_the_browser_is_never_idle(go: Any) -> None:
    tab = go("two")
    tab.add_init_script(
        "window.requestIdleCallback = (work, options) => { if (options?.timeout) setTimeout(work, options.timeout); };"
    )
    tab.reload()
    tab.wait_for_selector('html[data-ready="all"]')
