"""In which way a claim is not a fact: the picture, its filters and its legend say it as the answer's document does."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.view.case import read_cases
from tests.view.sample import network as made_of
from tiebook import view
from tiebook.ask.document.facts import Fact
from tiebook.ask.document.marks import marks_of_fact, said_kind
from tiebook.view.drawing.curves import Curve, strike
from tiebook.view.drawing.picture import draw
from tiebook.view.drawing.relations import Show, standing_word
from tiebook.view.drawing.static import render
from tiebook.view.network import MODES, NetActor, NetTie, Network

SAID = [(mode, negated) for mode, negated in product(MODES, (False, True)) if (mode, negated) != ("actual", False)]
COUNTS = """() => Object.fromEntries([...document.querySelectorAll('#filters details')]
  .find((group) => group.querySelector('summary').textContent === 'What is said').querySelectorAll('label:has(small)').entries()
  .map(([, label]) => [label.querySelector('span').textContent, Number(label.querySelector('small').textContent)]))"""


def standing_of(tie: NetTie) -> str:
    """Return in which way the answer's document takes a tie for something that is not a fact."""
    return said_kind(Fact("", mode=tie.mode, negated=tie.negated)) or "actual"


def every_standing() -> Network:
    """Return two actors of whom each thing is said in each way."""
    actors = [NetActor(name.lower(), name, "State") for name in ("Arland", "Borland")]
    ties = [
        NetTie(f"{mode} {negated}", "SUPPORTS", "arland", "borland", 1, mode=mode, negated=negated)
        for mode, negated in product(MODES, (False, True))
    ]
    return made_of("Every way to say it", actors, ties)


@pytest.mark.parametrize(("mode", "negated"), SAID)
def test_labels_say_what_the_marks_of_an_answer_say(mode: str, negated: bool) -> None:
    mark = next(marks_of_fact(Fact("", mode=mode, negated=negated)))
    assert standing_word(mode, negated=negated) == (mark.text if negated else mark.kind)


def test_the_denied_is_crossed_out_and_the_negated_struck_once() -> None:
    network = every_standing()
    picture = draw(network, {"arland": (0, 0), "borland": (600, 0)}, Show(facts_only=False))
    text = render(picture)
    found = re.findall(r"<g><title>Arland ([^<]*) Borland</title>(.*?)</g>", text)
    lines = {told: (line.count("l8 8m0 -8l-8 8"), line.count('stroke-width="1.8"')) for told, line in found}
    assert len(lines) == 2 * len(MODES)
    for mode, negated in product(MODES, (False, True)):
        word = standing_word(mode, negated=negated)
        told = f"{word}: supports" if word else "supports"
        assert lines[told] == (word == "denied", int(negated)), told
    assert ">denied<" in text
    assert ">denied on a condition, not expected, not feared, not sought, possibly not<" in text


def test_nothing_is_in_the_legend_that_is_not_in_the_picture() -> None:
    network = every_standing()
    text = render(draw(network, {"arland": (0, 0), "borland": (600, 0)}, Show()))
    for word in ("hollow", "denied<", "not sought"):
        assert word not in text


def test_the_stroke_goes_through_the_line_and_not_along_it() -> None:
    for end in ((100.0, 0.0), (0.0, 100.0), (70.0, 70.0), (-70.0, 70.0)):
        x, y = end
        line = Curve((0.0, 0.0), (x / 3, y / 3), (2 * x / 3, 2 * y / 3), end)
        (px, py), (qx, qy) = strike(line)
        long = 12 * (x * x + y * y) ** 0.5
        assert abs((qx - px) * x + (qy - py) * y) / long == pytest.approx(0.5)
        assert ((px + qx) / 2, (py + qy) / 2) == pytest.approx(line.at(0.12))


def several() -> Network:
    """Return a tie that four claims make, of which one is inferred and one reported, and a pair of several types."""
    actors = [NetActor(name.lower(), name, "State") for name in ("Arland", "Borland", "Cland")]
    how: list[dict[str, Any]] = [{}, {}, {"inferred": True}, {"endorsed": False}]
    ties = [NetTie(f"c{place}", "SELLS_ARMS_TO", "arland", "borland", 1, **each) for place, each in enumerate(how)]
    more: list[dict[str, Any]] = [{"inferred": True, "endorsed": False}, {"inferred": True}]
    ties += [NetTie(f"d{place}", "AIDS", "arland", "cland", 1, **each) for place, each in enumerate(more)]
    ties += [NetTie(f"e{place}", "OPPOSES", "cland", "borland", -1, inferred=True) for place in range(2)]
    ties += [
        NetTie(f"f{place}", "SUPPORTS", "cland", "arland", 1, mode="sought", endorsed=False, inferred=place == 0)
        for place in range(2)
    ]
    return made_of("Four claims", actors, ties)


PARTS = {
    "sells arms to \N{MULTIPLICATION SIGN}4: 2 stated, 1 inferred, 1 reported",
    "aids \N{MULTIPLICATION SIGN}2: 1 inferred, 1 reported and inferred",
    "inferred: opposes \N{MULTIPLICATION SIGN}2",
    "sought: supports \N{MULTIPLICATION SIGN}2: 1 stated, 1 inferred",
}


def test_a_line_of_several_ties_says_how_many_are_stated_inferred_and_reported() -> None:
    places = {"arland": (0.0, 0.0), "borland": (900.0, 0.0), "cland": (450.0, 700.0)}
    picture = draw(several(), places, Show(facts_only=False, reported=True, inferred=True))
    assert {line.relation.text for line in picture.lines} == PARTS
    text = render(picture)
    assert all(text.count(f">{each}<") == 1 for each in PARTS)
    facts = draw(several(), places, Show())
    assert [line.relation.text for line in facts.lines] == ["sells arms to \N{MULTIPLICATION SIGN}2"]
    pairs = draw(several(), places, Show(reported=True, inferred=True, lines="pairs"))
    assert "sells arms to \N{MULTIPLICATION SIGN}4: 2 stated, 1 inferred, 1 reported" in {
        line.relation.text for line in pairs.lines
    }


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page of all shipped texts; where actors stand does not matter here."""
    network = read_cases()
    places = {actor.id: (220.0 * (number % 12), 140.0 * (number // 12)) for number, actor in enumerate(network.actors)}
    file = tmp_path_factory.mktemp("standing") / "three.html"
    file.write_text(view.page(network, layout=places), "utf-8")
    return file


@pytest.mark.browser
def test_each_filter_counts_and_shows_its_own_claims_and_no_others(go: Any, three: Path) -> None:
    ties = read_cases().ties
    expected = Counter(standing_of(tie) for tie in ties)
    assert expected["not sought"] > 10
    tab = go(three, "#actors=all")
    tab.wait_for_selector('html[data-ready="all"]')
    told = tab.evaluate(COUNTS)
    assert {"actual" if name == "said to hold" else name: count for name, count in told.items()} == expected
    for how, number in expected.items():
        tab = go(three, f"#actors=all&modes={how.replace(' ', '+')}&reported=1&inferred=1&table=ties")
        tab.wait_for_selector('html[data-ready="all"]')
        assert tab.get_attribute("#table table", "aria-rowcount") == str(number + 1), how
        badges = tab.evaluate(
            "() => [...document.querySelectorAll('#table tbody tr[aria-rowindex]')]"
            ".map((row) => row.querySelector('.badge.no-fact')?.textContent ?? 'actual')"
        )
        assert badges
        assert {*badges} == {how}


@pytest.mark.browser
def test_the_page_has_the_legend_and_the_words_of_the_panel(go: Any, tmp_path: Path) -> None:
    file = tmp_path / "every.html"
    file.write_text(view.page(every_standing(), layout={"arland": (0, 0), "borland": (600, 0)}), "utf-8")
    modes = "actual,denied,sought,not+sought,feared,not+feared,expected,not+expected,conditional,hypothetical"
    tab = go(file, f"#actors=all&lanes=each&modes={modes}")
    tab.wait_for_selector('html[data-ready="all"]')
    legend = [text.strip() for text in tab.locator("#legend > span").all_inner_texts()]
    assert "denied" in legend
    assert "denied on a condition, not expected, not feared, not sought, possibly not" in legend
    strokes = 'path[stroke-width="1.8"]'
    assert tab.locator(f"#world .tie {strokes}").count() == len(MODES)
    crossed = tab.locator(f"#world .tie {strokes}[d*='l8 8m0 -8l-8 8']")
    assert crossed.count() == 1
    tab.locator(".label", has_text="not sought").first.click()
    assert "Not a fact: said not to be wanted." in tab.inner_text("#detail")
    assert "not sought: said not to be wanted" in tab.inner_text("#detail dl")
    tab.locator(".label", has_text="denied: ").first.click()
    assert "Not a fact: said not to hold." in tab.inner_text("#detail")


@pytest.mark.browser
def test_the_page_says_of_a_line_what_the_file_says(go: Any, tmp_path: Path) -> None:
    file = tmp_path / "several.html"
    layout = {"arland": (0.0, 0.0), "borland": (900.0, 0.0), "cland": (450.0, 700.0)}
    file.write_text(view.page(several(), layout=layout), "utf-8")
    tab = go(file, "#actors=all&lanes=each&modes=actual,sought&reported=1&inferred=1")
    tab.wait_for_selector('html[data-ready="all"]')
    assert {
        text.strip(" \N{RIGHTWARDS ARROW}\N{LEFTWARDS ARROW}") for text in tab.locator(".label").all_text_contents()
    } >= PARTS
