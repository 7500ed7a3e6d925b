"""Aggregates event records as they stream by: one dated tie for each directed pair of actors, month and type.

Several reports of one event are one event; events of one pair that have no tie type still count in the pair's total. The
dates of a tie are the first and the last day of its events, never the whole month. What is kept in memory is one small
group for each tie, and the fingerprints of the reports of the last days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from tiebook.events.cameo import plover, tie_of
from tiebook.events.recent import Window
from tiebook.model.codebook import codebook
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row, read_table

_SAMPLE: Final = 5  # record ids that a tie names
_DAYS: Final = 10  # days that a note names


@dataclass(slots=True)
class _Group:
    first: date
    last: date
    count: int = 0
    scored: int = 0
    score: float = 0.0
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

    def __init__(self, scale: str, window: int) -> None:
        """Start empty; `scale` names the scores; reports are compared with those of `window` days before."""
        self._scale = scale
        self._groups: dict[tuple[str, str, str, str], _Group] = {}
        self._totals: Counter[tuple[str, str, str]] = Counter()
        self._reports = Window(window)
        self._late = 0  # reports of a day that the window had let go
        self.days: set[date] = set()

    def read(self, reader: SourceReader, kind: str, column: str, take: Callable[[Row], str | None]) -> None:
        """Read the files of a kind, the earlier ones first, tell which days they hold, and make the ties.

        column -- with the day of an event
        """

        def first(path: Path) -> tuple[str, str]:
            row = next(read_table(path, reader.source.kind(kind).shape()).rows)
            return row[column], path.name

        for path in sorted(reader.files[kind], key=first):
            reader.each_of(kind, path, take)
        if self.days:
            reader.covers(min(self.days), max(self.days), len(self.days))
            reader.remark = days_covered(self.days)
            reader.parts = sorted(day.isoformat() for day in self.days)
        self.make_ties(reader)

    def add(self, event: Event) -> str | None:
        """Add an event; return MERGED if it adds to a tie, or repeats an event.

        Raises Skip for what makes no tie; it counts in the totals of its pair all the same.
        """
        if event.source == event.target:
            raise Skip("a domestic event")
        tie = tie_of(event.code)
        if self._repeats(event, tie.name if tie is not None and tie.symmetric else None):
            return MERGED
        self.days.add(event.day)
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
        group = self._groups.setdefault((one, two, month, tie.name), _Group(event.day, event.day))
        group.first, group.last = min(group.first, event.day), max(group.last, event.day)
        group.count += 1
        if event.score is not None:
            group.scored += 1
            group.score += event.score
        if len(group.records) < _SAMPLE:
            group.records.append(event.id)
        return None if group.count == 1 else MERGED

    def _repeats(self, event: Event, symmetric: str | None) -> bool:
        """Return whether an event was reported before: the same day, parties and code; or its twin the other way round.

        symmetric -- the type of tie, where it has no direction
        """
        before = self._reports.late
        known = self._reports.knows(event.day, *event.reported, event.code)
        if symmetric is not None and event.story:
            known |= self._reports.knows(event.day, *sorted(event.reported), symmetric, event.story)
        self._late += self._reports.late > before
        return known

    def make_ties(self, reader: SourceReader) -> None:
        """Make a tie of every group, and say what the comparison of reports could not see."""
        for (one, two, month, type_), group in self._groups.items():
            month_tie(
                reader,
                type_,
                one,
                two,
                month,
                days=(group.first, group.last),
                count=group.count,
                total=self._totals[one, two, month],
                mean=group.score / group.scored if group.scored else None,
                scale=self._scale,
                records=group.records,
            )
        if self._late and reader.accounts:
            reader.accounts[-1].notes.append(
                f"{self._late:,} reports are dated more than {self._reports.days} days before the one that"
                " precedes them: not compared with all reports of their day"
            )


def month_tie(
    reader: SourceReader,
    type_: str,
    one: str,
    two: str,
    month: str,
    *,
    days: tuple[date, date],
    count: int,
    total: int,
    mean: float | None,
    scale: str,
    records: list[str],
) -> None:
    """Make the tie of a pair's events of one type in one month; `days` are the first and the last of them."""
    first, last = days
    when = f"on {first}" if first == last else f"from {first} to {last}"
    reader.tie(
        type_,
        one,
        two,
        f"{one}/{two}/{month}",
        since=first.isoformat(),
        until=last.isoformat(),
        gloss=f"{count} of {total} reported events of {reader.name_of(one)} towards {reader.name_of(two)} {when}",
        count=count,
        total=total,
        quad=codebook().ties[type_].quad,
        value=mean,
        unit=None if mean is None else f"mean {scale}",
        records=records,
    )


def days_covered(days: Collection[date]) -> str:
    """Describe which days the files hold: between the first and the last there may be gaps."""
    unique = sorted(set(days))
    shown = ", ".join(day.isoformat() for day in unique[:_DAYS])
    return f"Days in the files: {len(unique):,} ({shown}{', ...' if len(unique) > _DAYS else ''})."
