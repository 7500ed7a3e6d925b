"""A browser, and pages opened in it with the network cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.view.browser import launch
from tests.view.case import read_case, read_cases
from tests.view.sample import CACHE, answer, article, hostile, synthetic, two_sources, with_articles
from tiebook import view
from tiebook.view.network import Network

NETWORKS: dict[str, Callable[[], Network]] = {
    "article": read_case,
    "sample": article,
    "hostile": hostile,
    "large": lambda: synthetic(400, 6000),
    "answer": answer,
    "two": two_sources,
    "articles": lambda: with_articles(read_cases(), (6, 26)),
    "wide": lambda: synthetic(600, 1400),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Yield a browser for one module: while it is open, nothing else in this process can run an asyncio loop."""
    with launch() as started:
        yield started


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Return the address of a page by the name of its network; each is made once."""
    folder = tmp_path_factory.mktemp("pages")

    def page(name: str) -> str:
        file = folder / f"{name}.html"
        if not file.is_file():
            file.write_text(view.page(NETWORKS[name](), cache=CACHE), "utf-8")
        return file.as_uri()

    return page


def opener(context: Any, pages: Callable[[str], str]) -> tuple[Callable[..., Any], list[str]]:
    """Return what opens a page in a new tab, and the list of its requests and complaints."""
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on(
        "request",
        lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else wrong.append(request.url),
    )

    def opened(name: str | Path, hash_: str = "") -> Any:
        tab.goto("about:blank")
        tab.goto((name.as_uri() if isinstance(name, Path) else pages(name)) + hash_)
        if not isinstance(name, Path):
            tab.wait_for_selector('html[data-ready="all"]')
        return tab

    return opened, wrong


@pytest.fixture
def go(browser: Any, pages: Callable[[str], str]) -> Iterator[Any]:
    """Open a page; at the end there must have been no request and no complaint."""
    context = browser.new_context(viewport={"width": 1500, "height": 1000}, accept_downloads=True, offline=True)
    opened, wrong = opener(context, pages)
    yield opened
    context.close()
    assert not wrong


@pytest.fixture
def phone(browser: Any, pages: Callable[[str], str]) -> Iterator[Any]:
    """Open a page on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, offline=True)
    opened, wrong = opener(context, pages)
    yield opened
    context.close()
    assert not wrong
