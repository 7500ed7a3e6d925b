"""Ties in order of time: what is said at the left, when at the right, light where a date is not exact. Undated ones stand last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tiebook.errors import TiebookError
from tiebook.model.dates import Bounds, bounds
from tiebook.view.diagrams.layers import NARROW
from tiebook.view.diagrams.sheet import Card, Sheet, Wire, Words, chips, written
from tiebook.view.diagrams.story import Entry, Story, spell, tone_of

_GAP: Final = 10.0
_MOST: Final = 60  # rows that are drawn; the others are counted
_YEAR: Final = 365.25
_TONES: Final = (("1", "cooperative"), ("-1", "hostile"), ("0", "neutral"), ("2", "limiting"))
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Moment:
    """A row with its bounds: a spell, or a day of which both are the same; nothing if it is undated."""

    entry: Entry
    spell: Bounds | None

    @property
    def first(self) -> date | None:
        """The earliest day of it."""
        return self.spell and (self.spell.since_earliest or self.spell.since_latest or self.spell.until_earliest)

    @property
    def last(self) -> date | None:
        """The last day of it that is stated."""
        return self.spell and (self.spell.until_latest or self.spell.since_latest or self.spell.since_earliest)


def timeline(story: Story, width: float) -> Sheet:
    """Return the timeline of an answer, `width` px wide."""
    moments = [Moment(entry, _spell(entry)) for entry in story.entries]
    moments.sort(key=lambda moment: (moment.first is None, moment.first or date.max))  # else in the order of the rows
    left, rest = moments[:_MOST], len(moments) - _MOST
    days = [day for moment in left for day in (moment.first, moment.last) if day is not None]
    low, high = (min(days), max(days)) if days else (date(2000, 1, 1), date(2001, 1, 1))
    narrow = width < NARROW
    text_wide = width - 8 if narrow else width * 0.47
    scale = _Scale(low, high, 18.0 if narrow else text_wide + 26, width - 18)
    cards: list[Card] = []
    wires: list[Wire] = []
    words: list[Words] = []
    y = 26.0
    undated = False
    for moment in left:
        if moment.spell is None and not undated:
            undated = True
            words.append(Words(0, y + 14, "Undated", 13, bold=True))
            y += 24
        made, below = _text(moment.entry, y, text_wide)
        cards.append(made)
        if moment.spell is not None:
            middle = below + 9 if narrow else made.middle
            wires += _bar(moment, scale, middle)
            below += 18 if narrow else 0
        y = below + _GAP
    if rest > 0:
        words.append(Words(0, y + 12, f"and {rest} more rows, in the receipts", 12, ink="soft"))
        y += 20
    grid = [Wire(f"M{x:g} 20V{y:g}", "0", width=0.6, dash="1 3") for x, _ in scale.marks]
    words += [Words(x, 14, str(year), 11.5, ink="soft", anchor="middle") for x, year in scale.marks]
    key = (
        (Wire("M11 0H19", "2", width=9), "begins; no end is stated"),
        (Wire("M0 0H30", "2", width=7), "from beginning to end"),
        (Wire("M0 0H30", "2", width=2, dash="2 3"), "the date is not exact"),
        *((Wire("M0 0H30", tone, width=7), name) for tone, name in _TONES if any(wire.tone == tone for wire in wires)),
    )
    return Sheet(width, y, tuple(cards), (*grid, *wires), tuple(words), key if days else ())


class _Scale:
    """Where a day stands between two edges, and the years that are written."""

    def __init__(self, low: date, high: date, left: float, right: float) -> None:
        span = max((high - low).days, 300)
        self.low, self.left, self.right = low, left, right
        self.each = (right - left) / span
        most = max(2, int((right - left) / 62))
        step = next((years for years in _STEPS if span / _YEAR / years <= most), 200)
        years = range(-(-low.year // step) * step, high.year + 1, step)
        self.marks = [(x, year) for year in years if left <= (x := self.at(date(year, 1, 1))) <= right] or [
            (left + 14, low.year)
        ]

    def at(self, day: date) -> float:
        """Return the place of a day, px."""
        return self.left + (day - self.low).days * self.each


def _spell(entry: Entry) -> Bounds | None:
    since, until = entry.get("since", "day"), entry.get("until")
    if since is None and until is None:
        return None
    single = "day" in entry.record and not entry.get("since")
    try:
        return bounds(since, until or (since if single else None))
    except (TiebookError, ValueError):
        return None


def _text(entry: Entry, y: float, wide: float) -> tuple[Card, float]:
    """Return the words of a row as a card, and the edge below it."""
    when = _when(entry)
    who, whom, tie = entry.get("from_name"), entry.get("to_name"), (entry.get("tie") or "").lower().replace("_", " ")
    title = f"{who} {tie} {whom}" if who and whom else entry.get("action", "gloss", "act") or ""
    gloss = entry.get("gloss", "action") or ""
    words, below = written(f"{when}: {title}" if when else title, 9, y + 4, wide - 18, font=12.5, bold=True)
    if gloss and gloss != title:
        more, below = written(gloss, 9, below, wide - 18, font=12, ink="soft")
        words += more
    marks, below = chips(entry.said, 9, below + (2 if entry.said else 0), wide - 18)
    ghost = not entry.plain
    return Card(0, y, wide, below + 5 - y, "item", (*words, *marks), ghost, False, entry.number), below + 5


def _when(entry: Entry) -> str:
    since, until = entry.get("since", "day"), entry.get("until")
    when = spell(since, until, lasts=entry.lasts and not entry.get("change"))
    if since and until and since != until:
        return when
    return " ".join(part for part in (when, entry.get("change")) if part)


def _bar(moment: Moment, scale: _Scale, y: float) -> Sequence[Wire]:
    """Return the bar of a spell: solid where it certainly held, dotted where it may have; a dot for a day."""
    spell = moment.spell
    if spell is None:
        return ()
    tone = tone_of(moment.entry)
    begin = spell.since_earliest or spell.until_earliest or spell.until_latest
    sure = spell.since_latest or begin
    if begin is None or sure is None:
        return ()
    made = []
    over = spell.until_earliest if spell.until_latest else None
    if over and over > sure:
        made.append(Wire(f"M{scale.at(sure):g} {y:g}H{max(scale.at(over), scale.at(sure) + 6):g}", tone, width=7))
    else:
        x = scale.at(sure)
        made.append(Wire(f"M{x - 4:g} {y:g}H{x + 4:g}", tone, width=9))
    for start, end in ((begin, sure), (over, spell.until_latest)):
        if start and end and scale.at(end) > scale.at(start) + 5:
            made.append(Wire(f"M{scale.at(start):g} {y:g}H{scale.at(end):g}", tone, width=2, dash="2 3"))
    return made
