"""What users type and what is shown to them: questions, parameters, dates, names, queries, pages, terminals."""

from __future__ import annotations

import base64
import contextlib
import gzip
import html
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import ClassVar

from tests.conftest import MINI
from tests.fuzz.scratch import folder
from tests.fuzz.target import EXPECTED, Target
from tests.view.sample import network
from tiebook.ask.forms.markdown import markdown_lines
from tiebook.ask.forms.values import text_of
from tiebook.ask.names import resolve
from tiebook.ask.parameters import bind
from tiebook.ask.typed_values import parameters
from tiebook.crosswalk import Resolver, crosswalk
from tiebook.engine.guard import check_read_only
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.model.dates import bounds, in_force, parse
from tiebook.questions.lint import lint
from tiebook.questions.question import Question, parse_question
from tiebook.sources.row_filter import row_filter
from tiebook.support.plain import plain
from tiebook.support.resources import resource_folder
from tiebook.sync.cases import load_case
from tiebook.view import page, svg
from tiebook.view.network import NetActor, NetTie, Network

TYPED = """// title: T
// question: Q {who}?
// param who: actor -- a
// param where: entity? -- b
// param on: date? -- c
// param many: integer? -- d
// param word: text? -- e
// param sort: tie? -- f
// param how: mode? -- g
// param said: claim? -- h
// returns: name
// example: --who northland
MATCH (a:Actor {id: $who}) RETURN a.name AS name ORDER BY name
"""
NAMES = ("who", "where", "on", "many", "word", "sort", "how", "said")


def text(data: bytes) -> str:
    """Return the text of an input: any code point, also lone surrogates, as a terminal or a file may bring them."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


@cache
def _engine() -> KgliteEngine:
    engine = KgliteEngine(folder() / "mini.kgl")
    load_case(engine, MINI)
    return engine


@cache
def _typed() -> Question:
    return parse_question(TYPED, MINI / "typed.cypher")


def _question(data: bytes) -> None:
    found = parse_question(text(data), MINI / "q.cypher", trusted=False)
    lint(found)
    list(found.example_arguments())
    with contextlib.suppress(*EXPECTED):
        check_read_only(found.cypher)


def _parameters(data: bytes) -> None:
    """Take the text as `-p`, as each typed parameter, and as the part of a data set that is wanted."""
    given = text(data)
    works: list[Callable[[], object]] = [
        lambda: parameters("RETURN $x AS x", [given]),
        *(lambda name=name: bind(_engine(), _typed(), {"who": "northland", name: given}) for name in NAMES),
        lambda: row_filter(since=given),
        lambda: row_filter(until=given, actors=given),
    ]
    for work in works:
        with contextlib.suppress(*EXPECTED):
            work()


def _names(data: bytes) -> None:
    given = text(data)
    resolver = Resolver(crosswalk(), {given: "china"}, {})
    resolver.name(given)
    for system in ("iso3", "iso2", "iso_num", "cow", "cow_abbrev", "gw", "cameo"):
        resolver.code(system, given)
    resolver.unresolved()
    Resolver(crosswalk(), {}, {}).known(given, parse("2015"))
    for kind in ("actor", "entity", "claim", "source"):
        with contextlib.suppress(*EXPECTED):
            resolve(_engine(), kind, given, "--x")


def _dates(data: bytes) -> None:
    one, _, two = text(data).partition("/")
    span = parse(one)
    assert span.earliest <= span.latest
    spell = bounds(one, two or None)
    assert in_force(spell, span.earliest) in ("certainly", "possibly", "unknown", "no")


def _guard(data: bytes) -> None:
    check_read_only(text(data))


class _Markup(HTMLParser):
    tags: ClassVar[set[str]] = set(
        """
        html head meta title style body header h1 div input ul button p aside main canvas svg g section
        span label footer dialog form h2 table tbody tr th td script
        """.split()
    )

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.tags, tag
        assert not [name for name, _ in attrs if name.startswith("on")]
        self.scripts += tag == "script"


def hostile_network(texts: list[str]) -> Network:
    """Return a network in which every text is one of the given."""
    some = texts or [""]
    actors = [NetActor(f"h{i}", each, "State" if i % 2 else each, (each,)) for i, each in enumerate([*some, "z"])]
    ties = [
        NetTie(f"SUPPORTS:{i}", "SUPPORTS", "h0", f"h{i}", 1, quote=each, gloss=each, holder=each, factor=each, regarding=(each,),
               condition=each, mechanism=each, since=each, source_id="sample", paragraph=1, confidence=0.9)
        for i, each in enumerate([*some, "z"]) if i
    ]  # fmt: skip
    return network(some[0], actors, ties)


def packed(page_text: str, part: str) -> str:
    """Return what a page carries under a name, unpacked."""
    found = re.search(rf'<script id="{part}"[^>]*>([^<]*)</script>', page_text)
    assert found, part
    return gzip.decompress(base64.b64decode(found[1])).decode()


def _pages(data: bytes) -> None:
    """See that the page and the picture keep texts as texts, whatever they are."""
    texts = text(data).split("\n")[:6]
    made = hostile_network(texts)
    spots = {actor.id: (float(120 * i), 40.0 * (i % 3)) for i, actor in enumerate(made.actors)}
    document = page(made, layout=spots)
    document.encode("utf-8", "replace")
    markup = _Markup()
    markup.feed(document)
    assert markup.scripts == 5
    core = json.loads(packed(document, "data"))
    shown = core["actors"]["name"]
    names = [shown["d"][i] for i in shown["i"]] if isinstance(shown, dict) and "i" in shown else shown
    if isinstance(names, list):
        assert names == [actor.name.encode("utf-8", "replace").decode() for actor in made.actors]
    root = ET.fromstring(svg(made, layout=spots).encode("utf-8"))  # noqa: S314 -- written by us just now
    assert not [element for element in root.iter() if str(element.tag).endswith("script")]
    assert html.escape(texts[0]) is not None


def _shown(data: bytes) -> None:
    """See that nothing that a terminal would obey is printed."""
    given = text(data)
    for kept in (plain(given), plain(given, keep_lines=True), text_of([given, {"a": given}])):
        assert not [c for c in kept if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", kept)
    assert callable(markdown_lines)


def _shelf() -> list[Path]:
    return sorted(resource_folder("queries").glob("*/*.cypher"))


def _questions() -> Iterator[bytes]:
    yield TYPED.encode()
    for path in _shelf()[::6]:
        yield path.read_bytes()


def targets() -> Iterator[Target]:
    """Return them."""
    yield Target("question", _question, _questions)
    yield Target(
        "parameter",
        _parameters,
        lambda: iter([b"x=1", b"on=2015-10-03", b"northland", b"2020-10", b"SELLS_ARMS_TO", b"Norrland"]),
    )
    yield Target(
        "name", _names, lambda: iter([b"China", "Côte d'Ivoire".encode(), b"710", b"CHN", b"Soviet Union", b"U.S.A."])
    )
    yield Target(
        "date", _dates, lambda: iter([b"2015", b"2015-10/2016", b"198X~", b"2015-10-03/2015-10-04", b"19XX?/2001%"])
    )
    yield Target("guard", _guard, lambda: (path.read_bytes() for path in _shelf()))
    yield Target(
        "page", _pages, lambda: iter([b"China\n<b>\n&amp;", "</script>\n\u202e'\"\n${x}".encode(), b"A\nB\nC\nD"])
    )
    yield Target(
        "terminal",
        _shown,
        lambda: iter([b"plain", b"\x1b[31mred\x1b[0m", b"\x1b]8;;http://x\x07y", "\u202eevil".encode()]),
    )
