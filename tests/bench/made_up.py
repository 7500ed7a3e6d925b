"""A made-up register of any size, the same for the same seed: actors, and dated and signed ties of every type between actors.

Rows are yielded one by one, so that a million need no memory. Some actors have many more ties than others, as in real registers:
the first has about twenty times what the middle one has. Nothing in it is true.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Final

from tiebook.engine.base import Engine
from tiebook.model.codebook import ACTOR, ANY, codebook
from tiebook.model.dates import Bounds, bounds
from tiebook.model.records import Edge, Node, Props, without_none
from tiebook.sync.batch import Batch
from tiebook.sync.sync import sync

SOURCE: Final = "made-up"
NAME: Final = "A made-up register"
COVERS: Final = (date(1950, 1, 1), date(2024, 12, 31))
KINDS: Final = ("State", "State", "State", "Organization", "ArmedGroup", "Bloc")
MATTERS: Final = ("fishing", "rail freight", "river water", "spare parts", "radio masts", "grain")


@dataclass(frozen=True, slots=True)
class Size:
    """How many ties between how many actors, and from which seed."""

    ties: int = 1_000_000
    actors: int = 5_000
    seed: int = 7


def nodes(size: Size) -> Iterator[Node]:
    """Return the source, the issues and the actors made-00000, made-00001...; each actor has a name and an alias."""
    props: Props = {
        "name": NAME,
        "kind": "dataset",
        "aliases": [],
        "sources": [SOURCE],
        "licence": "CC0",
        "ties": size.ties,
        "covers_since": COVERS[0],
        "covers_until": COVERS[1],
        "citation": "Made up for tests.",
        "tie_types": sorted(name for name, _ in types()),
    }
    yield Node("Source", SOURCE, props)
    for matter in MATTERS:
        issue: Props = {"name": matter.capitalize(), "kind": "issue", "aliases": [], "sources": [SOURCE]}
        yield Node("Issue", _issue(matter), issue)
    for number in range(size.actors):
        kind = KINDS[number % len(KINDS)]
        own: Props = {"name": f"{kind} {number}", "kind": kind, "aliases": [f"No. {number}"], "sources": [SOURCE]}
        yield Node("Actor", actor_id(number), own, kind)


def ties(size: Size) -> Iterator[Edge]:
    """Return the ties. One in ten has no date, one in five no end, one in fifty is superseded, one in twenty inferred."""
    chance = random.Random(size.seed)
    draw = chance.random
    kinds = types()
    for number in range(size.ties):
        name, usual = kinds[int(draw() * len(kinds))]
        one = int(size.actors * draw() ** 1.5)
        other = int(size.actors * draw() ** 1.5)
        if one == other:
            other = (one + 1) % size.actors
        sign = usual if draw() < 0.9 else (-1, 0, 1)[int(draw() * 3)]
        since, until, spell = _spell(draw(), draw(), draw())
        superseded = draw() < 0.02
        matter = MATTERS[number % len(MATTERS)]
        year = since[:4] if since else "an unknown year"
        record = f"{number:08d}"
        props: Props = {
            "id": f"{name}/{SOURCE}/{record}",
            "record": record,
            "source": SOURCE,
            "held_by": NAME,
            "sign": sign,
            "endorsed": not superseded,
            "inferred": draw() < 0.05,
            "confidence": 1.0,
            "since": since,
            "until": until,
            "since_earliest": spell.since_earliest,
            "since_latest": spell.since_latest,
            "until_earliest": spell.until_earliest,
            "until_latest": spell.until_latest,
            "regarding": [_issue(matter)] if draw() < 0.1 else [],
            "quote": f"Entry {record}: in {year}, No. {one} and No. {other}, over {matter}, as the register has it.",
            "superseded_by": f"{SOURCE}-2" if superseded else None,
        }
        yield Edge(name, ("Actor", actor_id(one)), ("Actor", actor_id(other)), without_none(props))


def load(engine: Engine, size: Size) -> None:
    """Load the made-up register into a database, as any source is loaded."""
    sync(engine, Batch(SOURCE, list(nodes(size)), list(ties(size))))


def actor_id(number: int) -> str:
    """Return the id of the actor with this number; the lower, the more ties."""
    return f"made-{number:05d}"


def _issue(matter: str) -> str:
    return f"made-{matter.replace(' ', '-')}"


@lru_cache(maxsize=1)
def types() -> list[tuple[str, int]]:
    """Return the tie types that may join any two actors, with their usual sign."""
    ends = {ACTOR, ANY}
    return [
        (tie.name, tie.sign) for tie in codebook().ties.values() if ends & set(tie.sources) and ends & set(tie.targets)
    ]


def _spell(which: float, start: float, length: float) -> tuple[str | None, str | None, Bounds]:
    """Return since, until and their bounds: undated, open, a year only, or from a month to a month."""
    if which < 0.1:
        return None, None, _bounds(None, None)
    first = 1950 * 12 + int(start * 75 * 12)
    last = min(first + int(length**3 * 240), 2024 * 12 + 11)
    if which < 0.3:
        since, until = _month(first), None
    elif which < 0.4:
        since, until = str(first // 12), str(last // 12)
    else:
        since, until = _month(first), _month(last)
    return since, until, _bounds(since, until)


def _month(months: int) -> str:
    return f"{months // 12}-{months % 12 + 1:02d}"


@cache
def _bounds(since: str | None, until: str | None) -> Bounds:
    return bounds(since, until, known_until=COVERS[1])
