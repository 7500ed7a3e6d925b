"""The pages in a real Chromium: axe, a phone, no script, keys, print; a clean console and nothing asked of another host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import MINI
from tests.injection.payloads import payloads
from tests.injection.test_texts import hostile_case
from tests.serve.conftest import TOKEN
from tests.serve.live import live
from tests.view.browser import launch, npm_file
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.settings import Settings
from tiebook.sync.cases import find_case, load_case

PAGES = {
    "home": "/",
    "choice": "/?q=iran+and+china&choose=1",
    "answer": "/ask/who-constrains?target=china&regarding=iran",
    "denied": "/ask/who-arms?supplier=china&recipient=iran",
    "network answer": "/ask/who-criticises",
    "timeline": "/ask/timeline?actor=china&other=iran",
    "form": "/ask/ties-between",
    "mistaken": "/ask/who-arms?supplier=chnia",
    "actor": "/actor/china",
    "claim": "/claim/p30-us-constrains-china",
    "source": "/source/china-iran",
    "text": "/text/china-iran",
    "network": "/network?focus=iran",
    "console": "/cypher?q=MATCH+(a:Actor)+RETURN+a.name+LIMIT+3",
    "missing": "/no-such-page",
}
WIDTHS = (1440, 1024, 390)
# every rule on every element; of what passes only the number of rules is asked for, not a description of each element
AXE = """async (rules) => {
  const only = rules && {runOnly: {type: "rule", values: rules}};
  const result = await axe.run(document, {iframes: false, resultTypes: ["violations"], ...only});
  return {
    passes: result.passes.length,
    violations: result.violations.map(({id, impact, nodes}) => ({id, impact, html: nodes[0].html})),
  };
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launch() as started:
        yield started


@pytest.fixture(scope="module")
def address(shipped_engine: KgliteEngine) -> Iterator[str]:
    with live(Settings(token=TOKEN), shipped_engine) as found:
        yield found


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    engine = KgliteEngine(folder / "h.kgl")
    load_case(engine, hostile_case(folder / "mini", payloads()))
    with live(Settings(token=TOKEN), engine) as found:
        yield found


class Opened:
    """Opens pages with the token, and collects complaints and requests to other hosts."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.address = address
        self.wrong: list[str] = []
        self.under_way: set[Any] = set()
        self.scripts = options.get("java_script_enabled", True)
        self.tab = self.context.new_page()
        self.tab.on("console", self._console)
        self.tab.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.tab.on("dialog", lambda dialog: self.wrong.append(dialog.message))
        self.tab.on("request", self._begun)
        self.tab.on("requestfinished", self._ended)
        self.tab.on("requestfailed", self._ended)
        self.tab.goto(f"{address}/?token={TOKEN}")
        self.tab.wait_for_url(f"{address}/")

    def _begun(self, request: Any) -> None:
        self.under_way.add(request)
        if not self._own(request.url):
            self.wrong.append(request.url)

    def _ended(self, request: Any) -> None:
        self.under_way.discard(request)

    def _own(self, url: str) -> bool:
        return url.startswith((self.address, "data:", "blob:"))

    def _console(self, message: Any) -> None:
        refused = "Failed to load resource" in message.text and "/no-such-page" in message.location.get("url", "")
        mistaken = "Failed to load resource" in message.text and "chnia" in message.location.get("url", "")
        if message.type in ("error", "warning") and not (refused or mistaken):
            self.wrong.append(f"{message.text} {message.location.get('url')}")

    def go(self, page: str) -> Any:
        """Open a page and wait until it is quiet: what its scripts fetch as it loads is there, and drawn."""
        self.tab.goto(self.address + page)
        self._wait()
        if self.scripts:
            self.tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        self._wait()
        return self.tab

    def _wait(self) -> None:
        while self.under_way:
            self.tab.wait_for_timeout(10)

    def done(self) -> None:
        """Close; there must have been no complaint."""
        self.context.close()
        assert not self.wrong


def test_axe_finds_nothing_serious(browser: Any, address: str) -> None:
    """Run every rule in light, and those of colour in dark, where nothing else differs."""
    axe = npm_file("axe-core", "4.14.1", "axe.min.js").read_text("utf-8")
    opened = Opened(browser, address, viewport={"width": 1200, "height": 900}, color_scheme="light", bypass_csp=True)
    found: dict[tuple[str, str], list[str]] = {}
    for name, page in PAGES.items():
        tab = opened.go(page)
        tab.evaluate(axe)
        words = tab.inner_text("body")
        for scheme, rules in (("light", None), ("dark", ["color-contrast", "link-in-text-block"])):
            tab.emulate_media(color_scheme=scheme)
            assert tab.inner_text("body") == words
            result = tab.evaluate(AXE, rules)
            assert result["passes"] > (0 if rules else 10), name
            found[name, scheme] = [
                f"{each['id']}: {each['html'][:160]}"
                for each in result["violations"]
                if each["impact"] in ("serious", "critical")
            ]
        tab.emulate_media(color_scheme="light")
    opened.context.close()
    assert not {where: faults for where, faults in found.items() if faults}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(browser: Any, address: str, width: int) -> None:
    opened = Opened(browser, address, viewport={"width": width, "height": 844})
    wide = {name: opened.go(page).evaluate("document.documentElement.scrollWidth") for name, page in PAGES.items()}
    opened.done()
    assert not {name: found for name, found in wide.items() if found > width}


def test_without_a_script_a_question_is_asked_and_read(browser: Any, address: str) -> None:
    opened = Opened(browser, address, java_script_enabled=False, viewport={"width": 1000, "height": 800})
    tab = opened.go("/")
    tab.fill("#q", "who criticises the United States?")
    tab.click(".find button")
    tab.wait_for_url(lambda url: "/ask/who-criticises?" in url)
    assert "who criticises the United States?" in tab.inner_text(".taken")
    assert tab.locator("tr.row").count() > 0
    assert tab.locator(".picture img").count() == 1
    tab.fill("#f-actor", "china")
    tab.click(".again button")
    tab.wait_for_url(lambda url: "actor=china" in url)
    assert "China" in tab.inner_text("h1")
    opened.done()


def test_by_keyboard_alone_with_completion(browser: Any, address: str) -> None:
    opened = Opened(browser, address, viewport={"width": 1000, "height": 800})
    tab = opened.go("/ask/who-constrains")
    tab.focus("#f-target")
    with tab.expect_response(lambda response: "/complete?" in response.url):
        tab.keyboard.type("beij")
    offered = "() => [...document.querySelectorAll('#l-target option')].some((one) => one.value === 'china')"
    tab.wait_for_function(offered)
    tab.keyboard.type("ing")
    for _ in range(9):  # over the other fields and the further choices
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('.again button')"):
            break
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: "target=beijing" in url)
    assert "China" in tab.inner_text("h1")
    tab.wait_for_selector(".picture svg")
    assert tab.locator(".picture svg a.row-link").count() > 0
    opened.done()


def test_the_cookie_is_no_script_s_and_no_other_site_s(browser: Any, address: str) -> None:
    opened = Opened(browser, address)
    assert opened.tab.evaluate("document.cookie") == ""
    (cookie,) = opened.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    opened.done()


def test_print_has_the_answer_and_no_forms(browser: Any, address: str) -> None:
    opened = Opened(browser, address, viewport={"width": 800, "height": 1000})
    tab = opened.go(PAGES["answer"])
    tab.emulate_media(media="print")
    assert tab.is_visible("tr.row")
    assert not tab.is_visible(".again")
    assert not tab.is_visible(".forms")
    opened.done()


FOLDED = (
    "() => [...document.querySelectorAll('.rows details:not([open]) .receipt')].map((each) => each.checkVisibility())"
)


def test_print_has_every_receipt_and_no_list_of_questions(browser: Any, address: str) -> None:
    opened = Opened(browser, address, viewport={"width": 800, "height": 1000})
    tab = opened.go("/ask/dyad-years?actor=china&partner=iran&first=2011&last=2014")
    hidden = tab.evaluate(FOLDED)
    assert hidden
    tab.emulate_media(media="print")
    assert tab.evaluate(FOLDED) == [True] * len(hidden)
    tab.emulate_media(media="screen")
    tab = opened.go(PAGES["actor"])
    assert tab.is_visible("#questions")
    tab.emulate_media(media="print")
    assert not tab.is_visible("#questions")
    assert tab.is_visible("#said-of")
    opened.done()


LONG = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnungsaenderung"


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve two articles of which every name is one long word."""
    folder = tmp_path_factory.mktemp("long")
    engine = KgliteEngine(folder / "l.kgl")
    for name in ("one", "other"):
        (folder / name).mkdir()
        for file in ("case.toml", "coding.toml"):
            text = (MINI / file).read_text("utf-8").replace('id = "mini"', f'id = "{name}"')
            text = re.sub(r'\b(name|title|gloss|citation|outlet) = "([^"]*)"', rf'\1 = "\2{LONG}{name}"', text)
            (folder / name / file).write_text(text, "utf-8")
        load_case(engine, find_case(str(folder / name)))
    with live(Settings(token=TOKEN), engine) as found:
        yield found


@pytest.mark.parametrize("width", WIDTHS)
def test_long_names_do_not_make_a_page_scroll_sideways(browser: Any, long: str, width: int) -> None:
    opened = Opened(browser, long, viewport={"width": width, "height": 844})
    pages = [
        "/",
        "/source/one",
        "/text/one",
        "/network",
        "/network/page",
        "/actor/northland",
        "/resolve",
        "/ask/who-contradicts-whom",
    ]
    pages += [
        "/ask/actors",
        "/ask/in-force",
        "/ask/ties-between?one=northland&other=southport",
        "/ask/who-constrains?target=southport",
    ]
    pages += [
        "/?q=northland",
        "/?q=northland+and+southport&choose=1",
        "/cypher?q=MATCH+(a:Actor)+RETURN+a",
        "/ask/timeline?actor=northland",
    ]
    seen = {opened.go("/text/one").evaluate("document.querySelector('.claim a').getAttribute('href')"), *pages}
    wide = {page: opened.go(page).evaluate("document.documentElement.scrollWidth") for page in seen}
    opened.done()
    assert not {page: found for page, found in wide.items() if found > width}


def test_the_network_of_an_answer_can_be_read_on_a_phone(browser: Any, address: str) -> None:
    opened = Opened(browser, address, viewport={"width": 390, "height": 844})
    for page in ("/ask/who-arms", "/ask/who-criticises"):
        tab = opened.go(page)
        tab.locator(".picture img").scroll_into_view_if_needed()
        tab.wait_for_function("() => document.querySelector('.picture img').naturalWidth > 0")
        scale = "() => { const i = document.querySelector('.picture img'); return i.clientWidth / i.naturalWidth; }"
        assert 8 / 11 <= tab.evaluate(scale) <= 1.01, "letters are made 11 px high, and 8 px if all of it fits then"
        frame = "document.querySelector('.frame').scrollWidth - document.querySelector('.frame').clientWidth"
        if tab.evaluate(scale) < 0.99:
            assert tab.evaluate(frame) <= 0, "it is smaller only where nothing is cut then"
        assert tab.evaluate("document.querySelector('.frame').tabIndex") == 0, "it can be scrolled by keys"
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    opened.done()


BEFORE = r"""() => {
  const row = document.querySelector(".rows .row");
  return ["tie", "denied"].map((label) => {
    const cell = row.insertCell();
    Object.assign(cell, {className: "tie", textContent: "aids"});
    cell.dataset.label = label;
    return getComputedStyle(cell, "::before").content;
  });
}"""


def test_on_a_phone_a_type_of_tie_says_of_which_column_it_is_but_that_of_the_row_itself(
    browser: Any, address: str
) -> None:
    opened = Opened(browser, address, viewport={"width": 390, "height": 844})
    assert opened.go("/ask/who-arms").evaluate(BEFORE) == ["none", '"denied: "']
    opened.done()


FRAME = r"""() => {
  const frame = document.querySelector(".frame"), image = frame.querySelector("img");
  const opens = /data-opens%3D%22([\d.]+)%20([\d.]+)/.exec(image.src)?.slice(1)
    .map((each) => each * image.width / image.naturalWidth);
  const middle = opens ?? [frame.scrollWidth / 2, frame.scrollHeight / 2];
  const gap = (side, size, way) => frame["scroll" + side] + frame["client" + size] / 2 - middle[way];
  return {
    high: frame.getBoundingClientRect().height, whole: image.naturalHeight, wide: image.naturalWidth,
    gaps: [gap("Left", "Width", 0), gap("Top", "Height", 1)], address: image.src,
  };
}"""


def test_a_large_network_opens_where_it_says_in_a_frame_lower_than_a_phone(browser: Any, address: str) -> None:
    opened = Opened(browser, address, viewport={"width": 390, "height": 844})
    tab = opened.go("/ask/in-force?day=2024-08-01")
    tab.wait_for_function("() => document.querySelector('.frame')?.scrollTop > 0")
    seen = tab.evaluate(FRAME)
    assert seen["whole"] > 844 < 2 * seen["wide"]
    assert seen["high"] <= 0.8 * 844 + 1
    assert "data-opens" in seen["address"]
    assert abs(seen["gaps"][0]) <= 2, "the middle of what is seen is where the drawing opens"
    assert abs(seen["gaps"][1]) <= 2
    picture = tab.locator(".picture")
    assert picture.locator(".heading").inner_text() == "China-Iran defence ties"
    assert "Position and distance mean nothing" in picture.locator("figcaption").inner_text()
    for part in (".heading", "figcaption"):
        box = picture.locator(part).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    assert "Position%20and%20distance%20mean" not in seen["address"].split("%3C%2Fdesc")[1], "it is not said twice"
    rows = tab.locator(".rows").bounding_box()
    assert rows["y"] < 844, "the answer comes first"
    assert picture.bounding_box()["y"] > rows["y"] + rows["height"]
    tab.set_viewport_size({"width": 1200, "height": 900})
    tab.wait_for_function("() => !document.querySelector('.picture figcaption')")
    wide = tab.evaluate(FRAME)
    assert "Position%20and%20distance%20mean" in wide["address"].split("%3C%2Fdesc")[1], "it has its caption in it"
    assert wide["gaps"] == [0, 0], "nothing is scrolled where there is room"
    opened.done()


def test_a_network_is_there_without_scripts(browser: Any, address: str) -> None:
    opened = Opened(browser, address, viewport={"width": 390, "height": 844}, java_script_enabled=False)
    tab = opened.go("/ask/who-criticises")
    assert tab.locator(".frame img").bounding_box()["height"] > 100
    assert tab.locator(".frame").bounding_box()["height"] <= 0.8 * 844 + 1
    opened.done()


@pytest.mark.parametrize("width", [1200, 390])
def test_payloads_run_nothing_and_ask_nobody(browser: Any, hostile: str, width: int) -> None:
    opened = Opened(browser, hostile, viewport={"width": width, "height": 844})
    pages = ["/", "/source/mini", "/text/mini", "/ask/in-force", "/ask/who-constrains", "/network", "/ask/actors"]
    pages += [f"/actor/a{number}" for number in range(0, len(payloads()), 12)]
    pages += [f"/ask/who-constrains?target=a{number}" for number in range(3, len(payloads()), 18)]
    for page in pages:
        tab = opened.go(page)
        assert tab.evaluate("() => window.hacked") is None
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, page
    opened.done()
