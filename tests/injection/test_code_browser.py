"""The coding room and the page of names in Chromium, with every payload in the case and typed into every field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.draft.room import make_room
from tests.injection.hostile_room import FREE, READER, hostile_room
from tests.injection.payloads import payloads
from tests.serve.room import TOKEN, served
from tests.view.browser import launch
from tiebook.case.names import slug
from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.crosswalk.missed_names import keep_missed
from tiebook.crosswalk.unresolved import Unresolved
from tiebook.serve.settings import Settings

TEXTS = [each.text for each in payloads()]
MARKUP = [each.text for each in payloads() if each.name.startswith("markup/")]
IDLE = "#room:not([data-busy]) #slots button"
MADE_BY_US = "main img, main iframe, main svg, main object, main embed, main style, main script, main b, main x"
# fields as a person fills them: an input keeps no line ends, and the page no space around a text
FILL = """(texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => {
  const input = document.querySelector(`#fields [name="${name}"]`);
  input.value = text;
  input.dispatchEvent(new Event("change"));
  return [name, input.value.trim()];
}))"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with launch() as started:
        yield started


class Tab:
    """A page of a served case. Whatever the console says, whatever opens and whatever leaves the machine is kept in `wrong`."""

    def __init__(self, chromium: Any, address: str) -> None:
        self.wrong: list[str] = []
        self.address = address
        self.context = chromium.new_context(viewport={"width": 1440, "height": 900})
        name = Settings(port=int(address.rpartition(":")[2])).cookie
        self.context.add_cookies([{"name": name, "value": TOKEN, "url": address}])
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(f"{said.text} {said.location}"))
        self.page.on("dialog", lambda dialog: self.wrong.append(dialog.message))
        self.page.on("request", lambda sent: None if sent.url.startswith(address) else self.wrong.append(sent.url))
        self.context.on("page", lambda other: self.wrong.append(f"opened {other.url}"))

    def open(self, path: str, wait: str = "main") -> Any:
        """Open a page and wait for a part of it."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector(wait, state="attached")
        self.page.wait_for_function("() => document.hasFocus()")  # before that a key reaches nobody
        return self.page

    def idle(self) -> None:
        self.page.wait_for_selector(IDLE, state="attached")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.idle()

    def check(self) -> None:
        """See that nothing ran, nothing was made of a text, and the console is clean."""
        assert self.page.evaluate("() => [window.hacked, ({}).polluted, ({}).hacked]") == [None] * 3
        assert not self.page.locator(MADE_BY_US).count()
        assert not self.wrong


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("room") / "hostile"
    hostile_room(folder, TEXTS)
    with served(Settings(case=folder, text=folder.with_suffix(".txt"))) as address:
        yield address


def test_a_case_of_payloads_is_shown_as_text(chromium: Any, hostile: str) -> None:
    tab = Tab(chromium, hostile)
    page = tab.open("/code", IDLE)
    assert all(" ".join(text.split()) in page.inner_text("#text") for text in MARKUP if "\u2028" not in text)
    for _ in TEXTS[1:]:
        tab.press(".")  # each open proposal: its chips, fields, quote, what is wrong with it
    for shown, count in (("open", len(TEXTS) - len(TEXTS[::3])), ("rejected", len(TEXTS[::3])), ("claims", len(TEXTS))):
        page.select_option("#show", shown)
        tab.idle()
        assert page.locator("#list button").count() == count
    page.locator("#list button").nth(TEXTS.index(READER)).click()
    tab.idle()
    assert page.input_value('#fields [name="note"]') == READER
    page.evaluate("document.activeElement.blur()")
    tab.press("/")  # everybody whom the case knows
    page.fill("#chooser-input", READER)
    assert READER in page.inner_text("#chooser-list")
    tab.check()
    tab.context.close()


def test_readings_of_payloads_are_shown_as_text(chromium: Any, hostile: str) -> None:
    tab = Tab(chromium, hostile)
    reader = urlencode({"reader": slug(READER)})
    assert READER in tab.open(f"/code/hostile/agree?{reader}", ".pairs").inner_text("main")
    tab.check()
    assert READER in tab.open(f"/code/hostile?{reader}", IDLE).inner_text(".room-who")
    tab.check()
    tab.context.close()


def test_what_is_typed_comes_back_equal(chromium: Any, tmp_path: Path) -> None:
    room = make_room(tmp_path / "pact", proposals=())
    with served(Settings(case=room.folder, text=room.folder.parent / "pact.txt")) as address:
        tab = Tab(chromium, address)
        tab.open("/code#p2", IDLE)
        for at in range(0, len(TEXTS), len(FREE)):  # every field with every payload: test_code
            texts = dict(zip(FREE, [*TEXTS, *TEXTS][at:], strict=False))
            tab.press("1", "s", "e", "2", "m", "m", "m", "m")
            typed = tab.page.evaluate(FILL, texts)
            tab.press("Enter")
            assert tab.page.inner_text("#said").startswith("Saved as"), (texts, tab.page.inner_text("#said"))
            (entry,) = tomllib.loads((room.folder / "claims.toml").read_text("utf-8"))["claim"]
            assert {name: entry[name] for name in FREE} == typed
            assert [" ".join(each.split()) for each in typed.values()] == [
                " ".join(each.replace("\r", "").replace("\n", "").split()) for each in texts.values()
            ]
            tab.press("u")
            assert b"[[claim]]" not in (room.folder / "claims.toml").read_bytes()
        tab.check()
        tab.context.close()


def test_who_is_made_in_the_list_is_who_was_typed(chromium: Any, tmp_path: Path) -> None:
    room = make_room(tmp_path / "pact", proposals=())
    with served(Settings(case=room.folder, text=room.folder.parent / "pact.txt")) as address:
        tab = Tab(chromium, address)
        tab.open("/code#p2", IDLE)
        for text in MARKUP[:6]:
            tab.press("f", "/")
            tab.page.fill("#chooser-input", text)
            tab.page.locator("#chooser-list li").last.click()
            tab.page.fill("#chooser-input", "state")
            tab.page.keyboard.press("Enter")
            tab.idle()
            tab.press("Escape")
        tab.page.click("summary:has-text('A second reader')")
        tab.page.fill("#second input", READER)
        tab.page.click("#second button")
        tab.page.wait_for_url("**/code/pact?reader=*")
        tab.idle()
        assert READER in tab.page.inner_text(".room-who")
        tab.check()
        tab.context.close()


def test_names_that_are_payloads_are_decided_and_undone_in_the_page(chromium: Any, tmp_path: Path) -> None:
    room = make_room(tmp_path / "pact")
    keep_missed(decisions_file(), "gsdb", [Unresolved("name", text, 7, ("iran", text)) for text in TEXTS])
    with served(Settings(case=room.folder, text=room.folder.parent / "pact.txt")) as address:
        tab = Tab(chromium, address)
        page = tab.open("/resolve", ".decide")
        assert page.locator(".undecided li").count() == len(TEXTS)
        for text in MARKUP[:4]:
            rows = page.locator(".undecided li")
            at = rows.evaluate_all("(all, name) => all.findIndex((each) => each.dataset.name === name)", text)
            with page.expect_navigation():
                rows.nth(at).locator("button[value=iran]").click()
            page.wait_for_selector("#said:has-text('is Iran; load gsdb again')")
            assert text in page.inner_text("#said")
        assert {text for _, text, _ in Decisions(decisions_file()).all()} == set(MARKUP[:4])
        page.fill(".decide input >> nth=0", READER)
        page.keyboard.press("Enter")
        page.wait_for_selector("#said:has-text('there is no actor called')")
        page.locator(".undo button").first.click()
        page.wait_for_selector("#said:has-text('undecided again')")
        tab.wrong = [each for each in tab.wrong if "404" not in each]  # the name that is no actor's
        tab.check()
        tab.context.close()
