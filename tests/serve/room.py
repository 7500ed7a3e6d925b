"""A served case to code, and the keys by which a person codes a shipped claim, as few as there are."""

from __future__ import annotations

import heapq
import shutil
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from starlette.testclient import TestClient

from tests.conftest import ROOT
from tests.serve.client import Client
from tiebook.case import Case, Text
from tiebook.case.build import Coded
from tiebook.case.folding import fold_marks
from tiebook.draft.editing.choices import chips, type_keys
from tiebook.draft.editing.clauses import Bounds, Words
from tiebook.draft.editing.line import quoted
from tiebook.draft.names import NameIndex
from tiebook.engine import Engine
from tiebook.serve.app import create_app
from tiebook.serve.run import _listen
from tiebook.serve.settings import Settings

TOKEN = "a-token-for-the-coding-room"
HERE = "http://127.0.0.1:8765"
SHIPPED = ROOT / "loaders" / "china-iran"
MODES = ["actual", "sought", "feared", "expected", "conditional", "hypothetical"]
STANCES = ["", "presupposes", "reports", "disputes"]
_SAYS = ("from", "tie", "to", "mode", "negated", "stance", "by", "regarding", "via", "quote")
_OWN_WORDS = ("id", "gloss", "note")


def no_engine() -> Engine:
    """Fail: the coding room does not need the graph."""
    raise AssertionError("the coding room opened the database")


def room_client(case: Path, text: Path | None = None) -> TestClient:
    """Return a client that has the token, for a case to code."""
    settings = Settings(token=TOKEN, case=case, text=text)
    client = Client(create_app(settings, no_engine), HERE)
    client.cookies.set(settings.cookie, settings.token, domain="127.0.0.1")
    return client


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """Serve pages from a thread; yield their address."""
    listening = _listen("127.0.0.1", 0, other=False)
    port = listening.getsockname()[1]
    settings = Settings(token=TOKEN, port=port, case=settings.case, text=settings.text)
    server = uvicorn.Server(uvicorn.Config(create_app(settings, no_engine), log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the pages are not served"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def empty_case(folder: Path) -> Path:
    """Copy the shipped case with its actors and without a claim."""
    folder.mkdir(parents=True)
    for name in ("case.toml", "entities.toml"):
        shutil.copyfile(SHIPPED / name, folder / name)
    return folder


def codable(case: Case, text: Text, most: int) -> list[Coded]:
    """Return the first shipped claims that say no more than can be chosen: no free text beside the coder's own gloss and note."""
    found = []
    index = NameIndex(case.entities)
    for each in case.coded:
        said = set(each.entry.key_lines) - {"says", *_OWN_WORDS}
        place = quoted(text, each.entry.values)
        if said <= set(_SAYS) and place:
            here = {chip["id"] for chip in chips(Words(text.paragraphs[place[0] - 1]), index)}
            claim = each.claim
            if {claim.start, claim.end, *claim.by, *claim.regarding, *claim.via} <= here:
                found.append(each)
    return found[:most]


def expected(coded: Sequence[Coded]) -> list[dict[str, Any]]:
    """Return what the TOML of claims is to hold: what the shipped entries say, without their glosses, notes and ids."""
    rows = []
    for each in coded:
        values, keys = each.entry.values, each.entry.key_lines
        row = {"says": f"{values['from']} {values['tie']} {values['to']}"}
        row |= {name: values[name] for name in _SAYS[3:] if name in keys}
        rows.append(row)
    return rows


def plain(claim: Mapping[str, Any]) -> dict[str, Any]:
    """Return a claim's entry with the marks of its quote folded, as the text has others."""
    return {name: fold_marks(value) if name == "quote" else value for name, value in claim.items()}


@dataclass(frozen=True)
class Way:
    """How a claim is coded: the keys, and what the mouse needs to know."""

    paragraph: int
    keys: tuple[str, ...]
    bounds: Bounds


def way(each: Coded, text: Text, index: NameIndex, at: int) -> Way:
    """Return how a person codes a claim, from another paragraph on."""
    claim, says = each.claim, each.entry.key_lines
    place = quoted(text, each.entry.values)
    assert place
    number, bounds = place
    words = Words(text.paragraphs[number - 1])
    shown = chips(words, index)
    key = {chip["id"]: chip["key"] for chip in shown}
    stands = {chip["id"]: [(first, last) for first, last in chip["words"]] for chip in shown}
    keys = ["j"] * (number - at) + [*key[claim.start], *type_keys()[claim.tie], *key[claim.end]]
    keys += ["m"] * MODES.index(claim.mode) + ["n"] * claim.negated
    if "stance" in says:
        keys += ["s"] * STANCES.index(claim.stance)
    for name, letter, ids in (("by", "w", claim.by), ("regarding", "r", claim.regarding), ("via", "v", claim.via)):
        for entity in ids if name in says else ():
            keys += [letter, *key[entity]]
    keys += moves(words, words.suggestions(stands[claim.start], stands[claim.end]), bounds)
    return Way(number, (*keys, "Enter"), bounds)


def moves(words: Words, suggested: Sequence[Bounds], wanted: Bounds) -> list[str]:
    """Return the fewest keys from what is suggested to some words."""
    count, breaks = len(words.places), words.breaks
    ends = [*(each - 1 for each in breaks[1:]), count - 1]
    waiting: list[tuple[int, Bounds, tuple[str, ...]]] = [
        (number, each, ("ArrowDown",) * number) for number, each in enumerate(suggested or [(0, 0)])
    ]
    seen: set[Bounds] = set()
    while waiting:
        cost, (first, last), keys = heapq.heappop(waiting)
        if (first, last) == wanted:
            return list(keys)
        if (first, last) in seen:
            continue
        seen.add((first, last))
        for pressed, after in (
            ("ArrowLeft", (first, last - 1)),
            ("ArrowRight", (first, last + 1)),
            ("Shift+ArrowLeft", (first - 1, last)),
            ("Shift+ArrowRight", (first + 1, last)),
            ("[", (max((each for each in breaks if each < first), default=first), last)),
            ("{", (min((each for each in breaks if each > first), default=first), last)),
            ("]", (first, min((each for each in ends if each > last), default=last))),
            ("}", (first, max((each for each in ends if each < last), default=last))),
        ):
            if 0 <= after[0] <= after[1] < count:
                heapq.heappush(waiting, (cost + 1, after, (*keys, pressed)))
    raise AssertionError(wanted)
