"""Takes event records together: one dated tie for each directed pair of actors, month and type, with its denominators.

Several reports of one event are one event; events of one pair that have no tie type still count in the pair's total. The
dates of a tie are the first and the last day of its events, never the whole month.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tiebook.load.cameo import plover, tie_of
from tiebook.load.desk import MERGED, Desk, Skip
from tiebook.model.codebook import codebook

_SAMPLE: Final = 5  # record ids that a tie names
_DAYS: Final = 10  # days that a note names


@dataclass(slots=True)
class _Group:
    days: list[date] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    records: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One report: who (ids, and the names as reported), whom, which CAMEO code, when, and where it was said."""

    id: str
    day: date
    source: str
    target: str
    reported: tuple[str, str]
    code: str
    score: float | None
    story: str = ""


class Events:
    """The events of one load."""

    def __init__(self, scale: str) -> None:
        """Start empty; `scale` names the scores."""
        self._scale = scale
        self._groups: defaultdict[tuple[str, str, str, str], _Group] = defaultdict(_Group)
        self._totals: Counter[tuple[str, str, str]] = Counter()
        self._seen: set[tuple[object, ...]] = set()
        self.days: list[date] = []

    def add(self, event: Event) -> str | None:
        """Take an event in; gives MERGED where it adds to a tie, or repeats an event.

        Raises Skip for what makes no tie; it counts in the totals of its pair all the same.
        """
        if event.source == event.target:
            raise Skip("a domestic event")
        tie = tie_of(event.code)
        if self._repeats(event, symmetric=tie is not None and tie.symmetric):
            return MERGED
        self.days.append(event.day)
        month = f"{event.day:%Y-%m}"
        one, two = event.source, event.target
        self._totals[one, two, month] += 1
        if tie is None:
            category = plover(event.code)
            raise Skip(
                f"PLOVER {category} has no tie type; counted in the totals of its pair"
                if category
                else "CAMEO 01-02 is outside PLOVER; counted in the totals of its pair"
            )
        group = self._groups[one, two, month, tie.name]
        group.days.append(event.day)
        if event.score is not None:
            group.scores.append(event.score)
        if len(group.records) < _SAMPLE:
            group.records.append(event.id)
        return None if len(group.days) == 1 else MERGED

    def _repeats(self, event: Event, *, symmetric: bool) -> bool:
        """Tell whether an event was reported before: the same day, parties and code; or its twin the other way round."""
        keys: list[tuple[object, ...]] = [(event.day, event.reported, event.code)]
        if symmetric and event.story:
            pair = tuple(sorted(event.reported))
            tie = tie_of(event.code)
            keys.append((event.day, pair, tie.name if tie else event.code, event.story))
        known = any(key in self._seen for key in keys)
        self._seen.update(keys)
        return known

    def make_ties(self, desk: Desk) -> None:
        """Make a tie of every group."""
        for (one, two, month, type_), group in self._groups.items():
            total = self._totals[one, two, month]
            first, last = min(group.days), max(group.days)
            when = f"on {first}" if first == last else f"from {first} to {last}"
            number = len(group.days)
            desk.tie(
                type_,
                one,
                two,
                f"{one}/{two}/{month}",
                since=first.isoformat(),
                until=last.isoformat(),
                gloss=f"{number} of {total} reported events of {desk.name_of(one)} towards {desk.name_of(two)} {when}",
                count=number,
                total=total,
                quad=codebook().ties[type_].quad,
                value=sum(group.scores) / len(group.scores) if group.scores else None,
                unit=f"mean {self._scale}" if group.scores else None,
                records=group.records,
            )


def days_covered(days: Iterable[date]) -> str:
    """Say which days the files hold: between the first and the last there may be gaps."""
    unique = sorted(set(days))
    shown = ", ".join(day.isoformat() for day in unique[:_DAYS])
    return f"Days in the files: {len(unique):,} ({shown}{', ...' if len(unique) > _DAYS else ''})."
