"""Who stands with whom: between two camps, or in triads and rings whose signs do not balance, each drawn small."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from tiebook.view.diagrams.layers import NARROW
from tiebook.view.diagrams.sheet import Card, Sheet, Wire, Words, written
from tiebook.view.diagrams.story import Entry, Story

_CELL: Final = (310.0, 262.0)  # of a triad or a ring, px
_NODE: Final = 92.0
_SAID: Final = 150.0  # of a line, for the words over it
_CORNERS: Final = ("actor", "second", "third", "fourth")
_DASHES: Final = {"1": "", "-1": "6 3.5", "0": "1.5 3.5"}
_SIGNS: Final = {"1": "+", "-1": "\N{MINUS SIGN}", "0": "\N{PLUS-MINUS SIGN}"}
_KEY: Final = (
    (Wire("M0 0H30", "1", width=2.6), "cooperative"),
    (Wire("M0 0H30", "-1", width=2.6, dash="6 3.5"), "hostile"),
    (Wire("M0 0H30", "0", width=2.6, dash="1.5 3.5"), "both at once"),
)


def camps(story: Story, width: float) -> Sheet:
    """Return the camps of an answer, `width` px wide."""
    record = story.entries[0].record if story.entries else {}
    return _rings(story.entries, width) if "second" in record else _between(story, width)


def _rings(entries: Sequence[Entry], width: float) -> Sheet:
    """Each triad or ring in a cell of its own, its signs on its sides."""
    columns = max(1, int(width // _CELL[0]))
    wide = width / columns
    cards: list[Card] = []
    wires: list[Wire] = []
    words: list[Words] = []
    for place, entry in enumerate(entries):
        x, y = (place % columns) * wide + wide / 2, (place // columns) * _CELL[1]
        names = [entry.get(corner) or "" for corner in _CORNERS if corner in entry.record]
        verdict = entry.get("verdict") or ""
        words.append(Words(x, y + 14, verdict, 12, italic=True, ink="soft", anchor="middle"))
        reach = (wide / 2 - _NODE / 2 - 8, 86.0)
        spots = [
            (x + reach[0] * math.cos(angle), y + 134 + reach[1] * math.sin(angle))
            for angle in (-math.pi / 2 + 2 * math.pi * turn / len(names) for turn in range(len(names)))
        ]
        corners = [corner for corner in _CORNERS if corner in entry.record]
        for one in range(len(names)):
            other = (one + 1) % len(names)
            sign = _side(entry, corners[one], corners[other])
            (ax, ay), (bx, by) = spots[one], spots[other]
            wires.append(Wire(f"M{ax:g} {ay:g}L{bx:g} {by:g}", sign, width=2.6, dash=_DASHES[sign], entry=entry.number))
            mx, my = (ax + bx) / 2, (ay + by) / 2
            sign_words = Words(mx, my + 4.5, _SIGNS[sign], 13, bold=True, ink=sign, anchor="middle")
            cards.append(Card(mx - 13, my - 9, 26, 18, "item", (sign_words,)))
        cards += [_node(name, spot, entry.number) for name, spot in zip(names, spots, strict=True)]
    high = (len(entries) + columns - 1) // columns * _CELL[1]
    return Sheet(width, high, tuple(cards), tuple(wires), tuple(words), _KEY)


def _side(entry: Entry, one: str, other: str) -> str:
    value = entry.record.get(f"{one}_{other}", entry.record.get(f"{other}_{one}"))
    return str(value) if value in (1, -1) else "0"


def _node(name: str, at: tuple[float, float], entry: int | str | None, wide: float = _NODE) -> Card:
    x, y = at
    lines, below = written(name, x, 0, wide - 10, font=12, bold=True, anchor="middle")
    high = max(30.0, below + 10)
    placed = tuple(replace(line, y=line.y + y - below / 2) for line in lines)
    return Card(x - wide / 2, y - high / 2, wide, high, "actor", placed, entry=entry)


def _between(story: Story, width: float) -> Sheet:
    """Two camps at the edges, and between them those with ties to both."""
    poles = [
        story.named.get(one) or story.named.get(other) or ""
        for one, other in (("friend", "one"), ("adversary", "other"))
    ]
    narrow = width < NARROW
    pole = 96.0 if narrow else 150.0
    cards: list[Card] = []
    wires: list[Wire] = []
    words: list[Words] = []
    y = 8.0
    middles = []
    for entry in story.entries:
        name = entry.get("actor", "broker") or ""
        left = _typed(entry.record.get("friendly", entry.record.get("with_one")))
        right = _typed(entry.record.get("hostile", entry.record.get("with_other")))
        tones = ("1", "-1") if "friendly" in entry.record else ("1", "1")
        if narrow:
            texts = [(", ".join(left), tones[0]), (", ".join(right), tones[1])]
            card = _node(name, (width / 2, y + 22), entry.number, 110)
            below = card.y + card.high + 4
            for text, tone in texts:
                more, below = written(text, width / 2, below, 130, font=11.5, ink=tone, anchor="middle")
                words += more
            tall = below - y
            middle = card.middle
        else:
            said = [
                written("; ".join(texts), x, 0, _SAID - 12, font=12, ink=tone, anchor="middle")
                for texts, x, tone in ((left, 0, tones[0]), (right, 0, tones[1]))
            ]
            tall = max(46.0, 2 * (max(below for _, below in said) + 6))
            middle = y + tall / 2
            card = _node(name, (width / 2, middle), entry.number, 150)
            for (lines, below), x in zip(said, (card.x - _SAID / 2, card.right + _SAID / 2), strict=True):
                words += [replace(line, x=x, y=line.y + middle - 5 - below) for line in lines]
        cards.append(card)
        middles.append((middle, card, tones, entry))
        y += tall + (22 if narrow else 24)
    centre = (middles[0][0] + middles[-1][0]) / 2 if middles else 40.0
    for name, x in ((poles[0], pole / 2), (poles[1], width - pole / 2)):
        cards.append(_node(name, (x, centre), None, pole))
    for middle, card, tones, entry in middles:
        for tone, start, end in ((tones[0], pole, card.x), (tones[1], width - pole, card.right)):
            turn = end if narrow else end - math.copysign(_SAID, end - start)
            bend = (start + turn) / 2
            path = f"M{start:g} {centre:g}C{bend:g} {centre:g} {bend:g} {middle:g} {turn:g} {middle:g}H{end:g}"
            wires.append(Wire(path, tone, width=2.6, dash=_DASHES[tone], entry=entry.number))
    return Sheet(width, max(y, centre + 40), tuple(cards), tuple(wires), tuple(words), _KEY[:2])


def _typed(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [str(each).lower().replace("_", " ") if str(each).isupper() else str(each) for each in values]
