"""Chains of ties from one actor to another, each a row of boxes; and what kept something from coming about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tiebook.view.diagrams.layers import NARROW, layers
from tiebook.view.diagrams.sheet import Card, Head, Sheet, Wire, Words, chips, written
from tiebook.view.diagrams.story import Chip, Entry, Story, mutual, tone_of

_BOX: Final = 128.0  # px wide
_HIGH: Final = 44.0
_APART: Final = 26.0
_LEAST: Final = 110.0  # between two boxes of a row
_MOST: Final = 4  # ties of one step that are named; the others are counted
_DASHES: Final = {"1": "", "-1": "6 3.5", "0": "1.5 3.5", "2": ""}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain: the actors at its ends, in the order of the chain, and the ties between them."""

    start: str
    end: str
    ties: tuple[Entry, ...]


def path(story: Story, width: float) -> Sheet:
    """Return the picture of the chains of an answer, `width` px wide."""
    if story.entries and "chain" not in story.entries[0].record:
        return layers(story, width)
    chains = [_steps(entries, story) for entries in story.grouped("chain").values()]
    made = _down(chains, width) if width < NARROW else _across(chains, width)
    used = sorted({wire.tone for wire in made.wires})
    names = {"1": "cooperative", "-1": "hostile", "0": "neutral", "2": "limiting"}
    key = tuple((Wire("M0 0H30", tone, dash=_DASHES[tone]), names[tone]) for tone in used)
    return Sheet(made.wide, made.high, made.cards, made.wires, made.words, key)


def _steps(entries: Sequence[Entry], story: Story) -> list[Step]:
    """Return the steps of one chain from its first actor on; ties are drawn as they point, whichever way that is."""
    by_step: dict[int, list[Entry]] = {}
    for entry in entries:
        by_step.setdefault(int(entry.record.get("step") or 0), []).append(entry)
    groups = [by_step[step] for step in sorted(by_step)]
    at = story.named.get("one") or ""
    ends = {groups[0][0].get("from_name"), groups[0][0].get("to_name")} if groups else set()
    if at not in ends:
        later = {name for entry in groups[1] for name in _names(entry)} if len(groups) > 1 else set()
        at = next((name for name in _names(groups[0][0]) if name not in later), _names(groups[0][0])[0])
    steps = []
    for group in groups:
        one, other = _names(group[0])
        to = other if one == at else one
        steps.append(Step(at, to, tuple(group)))
        at = to
    return steps


def _names(entry: Entry) -> tuple[str, str]:
    return entry.get("from_name") or "", entry.get("to_name") or ""


def _texts(step: Step) -> list[tuple[str, str, tuple[Chip, ...]]]:
    """Return what is said of a step: the words of each tie with the way it points, its tone, and what qualifies it."""
    made = []
    for entry in step.ties[:_MOST]:
        tie = (entry.get("tie") or "").lower().replace("_", " ")
        count = entry.get("mentions")
        times = f" \N{MULTIPLICATION SIGN}{count}" if count and count != "1" else ""
        way = "" if mutual(entry) else "→ " if _names(entry)[0] == step.start else "← "
        made.append((f"{way}{tie}{times}", tone_of(entry), entry.said))
    if len(step.ties) > _MOST:
        made.append((f"and {len(step.ties) - _MOST} more", "0", ()))
    return made


def _box(name: str, x: float, y: float, wide: float) -> Card:
    words, below = written(name, x + wide / 2, 0, wide - 14, font=13.5, bold=True, anchor="middle")
    high = max(_HIGH, below + 14)
    shift = y + (high - below) / 2
    placed = tuple(Words(w.x, w.y + shift, w.text, w.font, bold=True, anchor="middle") for w in words)
    return Card(x, y, wide, high, "actor", placed)


def _across(chains: Sequence[Sequence[Step]], width: float) -> Sheet:
    cards: list[Card] = []
    wires: list[Wire] = []
    words: list[Words] = []
    y = 6.0
    for steps in chains:
        gap = min(230.0, (width - _BOX * (len(steps) + 1)) / max(1, len(steps)))
        if gap < _LEAST:  # too long for one row
            part = _down([steps], width)
            cards += [_shifted(card, y) for card in part.cards]
            wires += [_wire_down(wire, y) for wire in part.wires]
            words += [
                Words(w.x, w.y + y, w.text, w.font, ink=w.ink, italic=w.italic, chip=w.chip, source=w.source)
                for w in part.words
            ]
            y += part.high + _APART
            continue
        said = [_texts(step) for step in steps]
        rows = [sum(_lines(text, gap - 16) + bool(marks) * 1.3 for text, _, marks in texts) for texts in said]
        boxes = [_box(steps[0].start, 0, y, _BOX)]
        for index, step in enumerate(steps):
            boxes.append(_box(step.end, (index + 1) * (_BOX + gap), y, _BOX))
        tall = max([card.high for card in boxes] + [2 * (row * 16 + 14) for row in rows])
        boxes = [_shifted(card, (tall - card.high) / 2) for card in boxes]
        cards += boxes
        for index, step in enumerate(steps):
            x = boxes[index].right
            middle = y + tall / 2
            wires += _line(step, (x, middle), (x + gap, middle))
            top = middle - 12 - rows[index] * 16
            for text, tone, marks in said[index]:
                more, top = written(text, x + gap / 2, top, gap - 16, font=12, ink=tone, anchor="middle")
                words += more
                chip, top = chips(marks, x + 12, top, gap - 16)
                words += chip
        y += tall + _APART
    return Sheet(width, max(y - _APART, 40), tuple(cards), tuple(wires), tuple(words))


def _down(chains: Sequence[Sequence[Step]], width: float) -> Sheet:
    cards: list[Card] = []
    wires: list[Wire] = []
    words: list[Words] = []
    wide = min(width * 0.62, 260.0)
    y = 6.0
    for steps in chains:
        cards.append(_box(steps[0].start, 0, y, wide))
        y = cards[-1].y + cards[-1].high
        for step in steps:
            top = y + 8
            for text, tone, marks in _texts(step):
                more, top = written(text.replace("→", "↓").replace("←", "↑"), 44, top, width - 48, font=12.5, ink=tone)
                words += more
                chip, top = chips(marks, 44, top, width - 48)
                words += chip
            below = max(top + 8, y + 34)
            wires += _line(step, (26, y), (26, below))
            cards.append(_box(step.end, 0, below, wide))
            y = below + cards[-1].high
        y += _APART
    return Sheet(width, max(y - _APART, 40), tuple(cards), tuple(wires), tuple(words))


def _line(step: Step, start: tuple[float, float], end: tuple[float, float]) -> list[Wire]:
    """Return the lines of a step, one for each tone; with a head where all its ties point one way."""
    tones = [tone for tone in _DASHES if any(tone_of(entry) == tone for entry in step.ties)]
    (ax, ay), (bx, by) = start, end
    long = max(abs(bx - ax), abs(by - ay)) or 1.0
    way = ((bx - ax) / long, (by - ay) / long)
    made = []
    for place, tone in enumerate(tones):
        own = [entry for entry in step.ties if tone_of(entry) == tone]
        aside = (place - (len(tones) - 1) / 2) * 5
        sx, sy, ex, ey = ax - way[1] * aside, ay + way[0] * aside, bx - way[1] * aside, by + way[0] * aside
        ahead = {_names(entry)[0] == step.start for entry in own}
        at, to = ((ex, ey), way) if ahead == {True} else ((sx, sy), (-way[0], -way[1]))
        head: Head = "arrow" if len(ahead) == 1 and not any(mutual(entry) for entry in own) else "none"
        ghost = all(entry.no_fact for entry in own)
        path = f"M{sx:g} {sy:g}L{ex:g} {ey:g}"
        made.append(Wire(path, tone, head, (at, to), 2.4, _DASHES[tone], ghost, own[0].number))
    return made


def _lines(text: str, width: float) -> float:
    return written(text, 0, 0, width, font=12)[1] / 15


def _shifted(card: Card, down: float) -> Card:
    words = tuple(Words(w.x, w.y + down, w.text, w.font, w.bold, w.italic, w.ink, w.anchor, w.chip) for w in card.words)
    return Card(card.x, card.y + down, card.wide, card.high, card.look, words, card.ghost, card.crossed, card.entry)


def _wire_down(wire: Wire, down: float) -> Wire:
    (x, y), way = wire.end
    numbers = wire.path.removeprefix("M").split("L")
    moved = "L".join(f"{px} {float(py) + down:g}" for px, py in (pair.split(" ") for pair in numbers))
    return Wire(f"M{moved}", wire.tone, wire.head, ((x, y + down), way), wire.width, wire.dash, wire.ghost, wire.entry)
