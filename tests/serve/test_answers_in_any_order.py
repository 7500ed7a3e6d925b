"""Answers of the server that come late, never, or after one to a later question: no click is lost, the last question counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.draft.room import make_room
from tests.serve.conftest import TOKEN
from tests.serve.live import live
from tests.serve.room import served
from tests.serve.test_browser import PAGES, Opened
from tests.serve.window import IDLE, Window, enter
from tests.view.browser import launch
from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.crosswalk.missed_names import keep_missed
from tiebook.crosswalk.unresolved import Unresolved
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.settings import Settings

SETTLED = "() => new Promise((done) => setTimeout(done, 100))"  # the page has taken the answer, if it takes it
HOLDS = "async () => (await (await fetch('/is-held')).text()) === 'held'"
OPTIONS = "() => [...document.querySelectorAll('#l-target option')].map((one) => one.value)"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with launch() as started:
        yield started


@pytest.fixture
def room(tmp_path: Path) -> Iterator[str]:
    """Return where a small case with three open proposals is served."""
    folder = make_room(tmp_path / "pact").folder
    with served(Settings(case=folder, text=folder.parent / "pact.txt")) as found:
        yield found


@pytest.fixture(scope="module")
def pages(shipped_engine: KgliteEngine) -> Iterator[str]:
    with live(Settings(token=TOKEN), shipped_engine) as found:
        yield found


class Held:
    """Requests of a page that wait until the test lets them go, in the order in which they were sent."""

    def __init__(self, tab: Any, pattern: str) -> None:
        self.tab = tab
        self.sent: list[Any] = []
        tab.route("**/is-held", lambda sent: sent.fulfill(body="held"))
        tab.route(pattern, self._take)
        tab.wait_for_function(HOLDS)  # on a busy machine a page may send past a route that has just been set

    def _take(self, sent: Any) -> None:
        self.sent.append(sent)

    def wait(self, count: int) -> Any:
        """Wait for the request of that number, and return it."""
        for _ in range(3000):
            if len(self.sent) >= count:
                break
            self.tab.wait_for_timeout(10)
        assert len(self.sent) >= count, self.tab.inner_text("main")
        return self.sent[count - 1]


@pytest.mark.parametrize("by", ["mouse", "space bar"])
def test_a_button_that_is_held_down_while_an_answer_comes_is_clicked(chromium: Any, room: str, by: str) -> None:
    window = Window(chromium, room)
    tab = window.tab
    checks = Held(tab, "**/code/pact/check")
    tab.keyboard.press("i")
    first = checks.wait(1)
    button = tab.locator('[data-own="slot-negated"]')
    if by == "mouse":
        button.hover()
        tab.mouse.down()
    else:
        button.focus()
        tab.keyboard.down(" ")
    first.continue_()
    tab.wait_for_selector(IDLE)
    tab.unroute("**/code/pact/check")
    if by == "mouse":
        tab.mouse.up()
    else:
        tab.keyboard.up(" ")
    window.idle()
    assert "was affirmed" in tab.inner_text('[data-slot="negated"]')


def test_what_came_while_a_button_was_held_is_shown_when_it_is_let_go_elsewhere(chromium: Any, room: str) -> None:
    window = Window(chromium, room)
    tab = window.tab
    checks = Held(tab, "**/code/pact/check")
    tab.keyboard.press("n")
    first = checks.wait(1)
    tab.locator('[data-own="slot-mode"]').hover()
    tab.mouse.down()
    first.fulfill(json={"faults": [{"field": "tie", "message": "not so"}], "doubts": [], "derived": {}, "verdict": ""})
    tab.wait_for_selector(IDLE)
    assert "not so" not in window.said()
    tab.mouse.move(5, 5)
    tab.mouse.up()
    tab.wait_for_selector("#said:has-text('not so')")
    assert "actual" in tab.inner_text('[data-slot="mode"]')


def test_what_is_typed_before_the_list_is_open_is_typed_into_it(chromium: Any, room: str) -> None:
    window = Window(chromium, room)
    tab = window.tab
    accepts = Held(tab, "**/code/pact/accept")
    tab.keyboard.press("Enter")
    first = accepts.wait(1)
    tab.keyboard.type("/qq")  # a list of all, where the line of the next proposal is whole
    tab.keyboard.press("Backspace")
    tab.keyboard.type("atar")
    tab.keyboard.press("Enter")
    tab.keyboard.press("m")
    first.continue_()
    window.idle()
    tab.wait_for_selector("#chooser", state="hidden")
    assert "Saved as p2-china-sells-arms-to-iran" in window.said()
    assert "Qatar" in tab.inner_text('[data-slot="regarding"]')
    assert "sought" in tab.inner_text('[data-slot="mode"]')
    assert "…" in tab.inner_text('[data-slot="via"]')
    assert not window.wrong


def test_a_name_that_is_decided_while_another_is_does_not_cut_that_off(chromium: Any, room: str) -> None:
    names = ("Ceylon", "Siam")
    keep_missed(decisions_file(), "gsdb", [Unresolved("name", name, 3, ("sri-lanka", "iran")) for name in names])
    context = chromium.new_context()
    enter(context, room)
    tab = context.new_page()
    tab.goto(f"{room}/resolve")
    decides = Held(tab, "**/resolve/decide")
    for name in names:
        tab.click(f"[data-name='{name}'] button[value='iran']")
    decides.wait(2)
    with tab.expect_response("**/resolve/decide"):
        decides.wait(1).continue_()
    tab.evaluate(SETTLED)
    decides.wait(2).continue_()
    tab.wait_for_selector("#said:has-text('Siam is Iran')")
    assert {name for _, name, _ in Decisions(decisions_file()).all()} == set(names)
    assert not tab.locator(".undecided li").count()
    context.close()


def test_what_a_late_check_says_is_not_told_of_another_line(chromium: Any, room: str) -> None:
    window = Window(chromium, room)
    checks = Held(window.tab, "**/code/pact/check")
    window.tab.keyboard.press("i")
    first = checks.wait(1)
    window.tab.keyboard.press("x")
    second = checks.wait(2)
    first.fulfill(status=400, json={"error": "no such proposal"})
    window.tab.evaluate(SETTLED)
    second.continue_()
    window.idle()
    assert window.said().startswith("Rejected. u undoes.")


def test_the_picture_that_was_asked_for_last_stays(chromium: Any, pages: str) -> None:
    opened = Opened(chromium, pages, viewport={"width": 1000, "height": 800})
    tab = opened.go(PAGES["answer"])
    wide = tab.get_attribute(".picture svg", "viewBox")
    pictures = Held(tab, "**/*picture-slim=1*")
    tab.set_viewport_size({"width": 390, "height": 800})
    slim = pictures.wait(1)
    with tab.expect_response(lambda response: "picture-theme=page" in response.url and "slim" not in response.url):
        tab.set_viewport_size({"width": 1000, "height": 800})
    with tab.expect_response("**/*picture-slim=1*"):
        slim.continue_()
    tab.evaluate(SETTLED)
    assert tab.get_attribute(".picture svg", "viewBox") == wide
    tab.unroute("**/*picture-slim=1*")
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.wait_for_function("(wide) => document.querySelector('.picture svg').getAttribute('viewBox') !== wide", arg=wide)
    opened.done()


def test_completions_are_of_what_was_asked_last_and_asked_again_after_a_fault(chromium: Any, pages: str) -> None:
    opened = Opened(chromium, pages)
    tab = opened.go(PAGES["form"].replace("ties-between", "who-constrains"))
    questions = Held(tab, "**/complete?*")
    tab.fill("#f-target", "be")
    questions.wait(1)
    tab.fill("#f-target", "beij")
    questions.wait(2).fulfill(json=[{"value": "china", "label": "China"}])
    tab.wait_for_function(f"() => ({OPTIONS})().includes('china')")
    questions.wait(1).fulfill(json=[{"value": "belgium", "label": "Belgium"}])
    tab.evaluate(SETTLED)
    assert tab.evaluate(OPTIONS) == ["china"]
    tab.fill("#f-target", "iran")
    questions.wait(3).abort()
    tab.evaluate(SETTLED)
    tab.fill("#f-target", "iran")
    questions.wait(4).fulfill(json=[{"value": "iran", "label": "Iran"}])
    tab.wait_for_function(f"() => ({OPTIONS})().includes('iran')")
    opened.wrong = [each for each in opened.wrong if "Failed to load resource" not in each]  # the one that was cut
    opened.done()
