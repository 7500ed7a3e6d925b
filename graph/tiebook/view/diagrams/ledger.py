"""Two actors, or one and many: what is cooperative against what is hostile, side by side, with its sums above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tiebook.view.diagrams.layers import NARROW
from tiebook.view.diagrams.sheet import Card, Sheet, Wire, Words, chips, written
from tiebook.view.diagrams.story import Entry, Story, spell, tone_of

_GAP: Final = 7.0
_NAMES: Final = {"1": "Cooperative", "-1": "Hostile", "0": "Neutral", "2": "Limiting"}
_DASHES: Final = {"1": "", "-1": "6 3.5", "0": "1.5 3.5", "2": ""}


def ledger(story: Story, width: float) -> Sheet:
    """Return the ledger of an answer, `width` px wide."""
    if story.entries and "cooperative" in story.entries[0].record:
        return _of_many(story, width)
    sides: dict[str, list[Entry]] = {}
    for entry in story.entries:
        sides.setdefault(tone_of(entry), []).append(entry)
    return _columns([(tone, sides[tone]) for tone in ("1", "-1", "0", "2") if tone in sides], width)


def _columns(sides: Sequence[tuple[str, list[Entry]]], width: float) -> Sheet:
    """Cooperative and hostile beside each other, what is neither below them; on a phone all below each other."""
    cards: list[Card] = []
    wires: list[Wire] = []
    words: list[Words] = []
    top, high = _scales(sides, width)
    wires += top
    beside = width >= NARROW
    half = (width - 24) / 2 if beside else width
    y = high
    low = y
    for tone, entries in sides:
        x = width - half if beside and tone == "-1" else 0.0
        start = y if beside and tone in ("1", "-1") else low
        wide = half if tone in ("1", "-1") else width
        words.append(Words(x, start + 16, f"{_NAMES[tone]}: {len(entries)}", 15, bold=True, ink=tone))
        wires.append(Wire(f"M{x:g} {start + 24:g}H{x + wide:g}", tone, width=2.4, dash=_DASHES[tone]))
        at = start + 32
        for entry in entries:
            card = _statement(entry, (x, at), wide)
            cards.append(card)
            at = card.y + card.high + _GAP
        low = max(low, at + 10)
    return Sheet(width, low, tuple(cards), tuple(wires), tuple(words))


def _scales(sides: Sequence[tuple[str, list[Entry]]], width: float) -> tuple[list[Wire], float]:
    """Return one bar over the whole width, each part as long as what is said of its tone."""
    total = sum(len(entries) for _, entries in sides)
    x, made = 0.0, []
    for tone, entries in sides:
        wide = (width - 3 * (len(sides) - 1)) * len(entries) / total
        made.append(Wire(f"M{x:g} 9H{x + wide:g}", tone, width=12, dash="" if tone != "-1" else "10 3"))
        x += wide + 3
    return made, 26.0


def _statement(entry: Entry, at: tuple[float, float], wide: float) -> Card:
    x, y = at
    who, whom = entry.get("from_actor", "from_name"), entry.get("to_actor", "to_name")
    tie = (entry.get("tie") or "").lower().replace("_", " ")
    words, below = written(f"{who} {tie} {whom}", x + 9, y + 4, wide - 18, font=12.5, bold=True)
    when = spell(entry.get("since"), entry.get("until"), lasts=entry.lasts)
    gloss = f"{entry.get('gloss') or ''}{f' ({when})' if when else ''}"
    more, below = written(gloss, x + 9, below, wide - 18, font=12, ink="soft")
    marks, below = chips(entry.said, x + 9, below + (2 if entry.said else 0), wide - 18)
    ghost = not entry.plain
    return Card(x, y, wide, below + 5 - y, "item", (*words, *more, *marks), ghost, entry.denied, entry.number)


def _of_many(story: Story, width: float) -> Sheet:
    """One row for each other actor: its cooperative ties at the left of its name, its hostile ones at the right."""
    cards: list[Card] = []
    wires: list[Wire] = []
    words: list[Words] = []
    narrow = width < NARROW
    third = width if narrow else (width - 60) / 3
    y = 4.0
    if not narrow:
        words = [Words(third, 14, "Cooperative", 14, bold=True, ink="1", anchor="end"),
                 Words(width - third, 14, "Hostile", 14, bold=True, ink="-1")]  # fmt: skip
        y = 26.0
    for entry in story.entries:
        left, right = (_typed(entry.record.get(name)) for name in ("cooperative", "hostile"))
        name = f"{entry.get('actor') or ''} \N{EN DASH} {entry.get('other') or ''}"
        if narrow:
            title, below = written(name, 0, y, width, font=14, bold=True)
            words += title
            for tone, texts in (("1", left), ("-1", right)):
                wires.append(
                    Wire(f"M4 {below + 8:g}V{below + 8 + 16 * len(texts):g}", tone, width=4, dash=_DASHES[tone])
                )
                for text in texts:
                    more, below = written(text, 14, below + 2, width - 14, font=12.5, ink=tone)
                    words += more
                below += 6
            y = below + 12
            continue
        lines, under = written(name, width / 2, 0, third - 16, font=14, bold=True, anchor="middle")
        tall = max(under + 16, 18.0 * max(len(left), len(right)) + 12)
        middle = y + tall / 2
        placed = tuple(replace(line, y=line.y + middle - under / 2) for line in lines)
        card = Card(third + 30, y, third, tall, "actor", placed, entry=entry.number)
        cards.append(card)
        for tone, texts, edge, end in (("1", left, third, card.x), ("-1", right, width - third, card.right)):
            for place, text in enumerate(texts):
                line_y = middle + (place - (len(texts) - 1) / 2) * 18
                at = (edge - 6, line_y + 4) if tone == "1" else (edge + 6, line_y + 4)
                words.append(Words(*at, text, 12.5, ink=tone, anchor="end" if tone == "1" else "start"))
                wires.append(Wire(f"M{edge:g} {line_y:g}H{end:g}", tone, width=2.4, dash=_DASHES[tone]))
        y += tall + 12
    return Sheet(width, y, tuple(cards), tuple(wires), tuple(words))


def _typed(value: object) -> list[str]:
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [str(each).lower().replace("_", " ") for each in values]
