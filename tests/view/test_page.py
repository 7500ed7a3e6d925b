"""The page as a file: small, closed to the network, and all foreign text packed away."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import ClassVar

from tests.view.case import read_case
from tests.view.sample import CACHE, article, hostile
from tiebook import view
from tiebook.view.document import bundle, names


def script(html: str, id_: str) -> str:
    match = re.search(rf'<script id="{id_}"[^>]*>([^<]*)</script>', html)
    assert match
    return match[1]


def unpack(text: str) -> str:
    return gzip.decompress(base64.b64decode(text)).decode()


def test_the_article_takes_little_room() -> None:
    html = view.page(read_case(), cache=CACHE)
    assert len(html.encode()) <= 120 * 1024


def test_the_policy_lets_only_our_own_script_run() -> None:
    html = view.page(article(), cache=CACHE)
    match = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert match
    policy = dict(part.strip().split(" ", 1) for part in match[1].split(";"))
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in match[1]
    assert "http" not in match[1]
    boot = re.findall(r'<script type="module">(.*?)</script>', html, re.DOTALL)
    codes = [*boot, unpack(script(html, "script"))]
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in codes)
    assert policy["script-src"] == hashes


def test_no_address_but_the_name_of_svg() -> None:
    html = view.page(article(), cache=CACHE)
    found = re.findall(r"https?://[^\s\"'<]+", html + unpack(script(html, "script")))
    assert set(found) <= {"http://www.w3.org/2000/svg"}


def test_foreign_texts_never_stand_in_the_markup() -> None:
    class Tags(HTMLParser):
        seen: ClassVar[Counter[str]] = Counter()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.seen[tag] += 1
            assert not [name for name, _ in attrs if name.startswith("on")]

    html = view.page(hostile(), cache=CACHE)
    parser = Tags()
    parser.feed(html)
    assert parser.seen["script"] == 5
    assert parser.seen["img"] == 0
    assert "window.hacked" in unpack(script(html, "data"))


def test_what_is_packed_is_what_was_given() -> None:
    network = article()
    html = view.page(network, cache=CACHE)
    core, late = (json.loads(unpack(script(html, part))) for part in ("data", "texts"))
    assert (core["n"], core["m"]) == (len(network.actors), len(network.ties))
    quotes = late["quote"] if isinstance(late["quote"], list) else [late["quote"]["d"][i] for i in late["quote"]["i"]]
    assert quotes == [tie.quote for tie in network.ties]


def test_the_same_network_gives_the_same_page() -> None:
    assert view.page(article(), cache=CACHE) == view.page(article(), cache=CACHE)
    assert view.page(hostile()) == view.page(hostile())


def test_joined_modules_share_no_name() -> None:
    counts = Counter(name for module in names().values() for name in module)
    assert not [name for name, number in counts.items() if number > 1]
    assert not re.search(r"^(import|export)\b", bundle(), re.MULTILINE)
    assert "innerHTML" not in bundle()
