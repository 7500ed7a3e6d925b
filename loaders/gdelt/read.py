"""GDELT 1.0 and 2.0: events between countries and known groups, by month and type of tie; back-dated ones left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tiebook.events.aggregate import Event, Events, days_covered, month_tie
from tiebook.events.cameo import plain_code
from tiebook.events.gdelt import BACK, BACKDATED, GROUP, ONE_SIDE, REGION, REGIONS
from tiebook.events.recent import Window
from tiebook.model.dates import Span
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row, read_table
from tiebook.tables.cells import BadCell, known, score, whole

SCALE = "Goldstein score"


def read(reader: SourceReader) -> None:
    """Read files of all layouts together, in the order in which they were added."""
    events = Events(SCALE, window=BACK.days + 3)
    added: set[str] = set()
    ids = Window(2)
    for kind, path in sorted(_files(reader), key=lambda file: _first(reader, *file)):
        reader.each_of(kind, path, lambda row: _event(reader, row, events, added, ids))
    days = {_date(stamp) for stamp in added}
    if days:
        reader.covers(min(days), max(days), len(days))
        reader.remark = days_covered(days)
        reader.parts = sorted(_date(stamp).isoformat() + _clock(stamp) for stamp in added)
    events.make_ties(reader)
    if reader.has("monthly"):
        _read_monthly(reader)


def _files(reader: SourceReader) -> list[tuple[str, Path]]:
    return [(kind, path) for kind in ("events_0", "events_1", "events_2") for path in reader.files.get(kind, [])]


def _first(reader: SourceReader, kind: str, path: Path) -> tuple[str, str]:
    """Return when a file was added, by its first record, and its name."""
    row = next(read_table(path, reader.source.kind(kind).shape()).rows)
    return row["DATEADDED"], path.name


def _event(reader: SourceReader, row: Row, events: Events, added: set[str], ids: Window) -> str | None:
    day, new = _day(row, "SQLDATE"), _day(row, "DATEADDED")
    added.add(row["DATEADDED"])
    if ids.knows(new, row["GLOBALEVENTID"]):
        return MERGED
    if new - day > BACK:
        raise Skip(BACKDATED)
    if not (_has_actor(row, "1") and _has_actor(row, "2")):
        raise Skip(ONE_SIDE)
    one, two = _actor(reader, row, "1", day), _actor(reader, row, "2", day)
    reader.want(Span(day, day), one, two)
    return events.add(
        Event(
            id=row["GLOBALEVENTID"],
            day=day,
            source=one,
            target=two,
            reported=(row["Actor1Code"], row["Actor2Code"]),
            code=plain_code(row["EventCode"]),
            score=score(row, "GoldsteinScale"),
            story=row.get("SOURCEURL"),
        )
    )


def _read_monthly(reader: SourceReader) -> None:
    """Read tables of `tiebook aggregate`: the ties are there, and so is what they cover."""
    windows: set[tuple[date, date, int]] = set()
    months: set[str] = set()

    def take(row: Row) -> None:
        days = (_iso(row, "first"), _iso(row, "last"))
        windows.add((_iso(row, "covers_since"), _iso(row, "covers_until"), whole(row, "days")))
        months.add(row["month"])
        reader.want(Span(*days), row["source"], row["target"])
        for end in ("source", "target"):
            if row[end] not in reader.resolver.crosswalk.actors:
                raise BadCell(row, end, "an actor of the crosswalk")
        if row["type"] not in reader.source.ties:
            raise BadCell(row, "type", "a type of tie that events make")
        month_tie(
            reader,
            row["type"],
            row["source"],
            row["target"],
            row["month"],
            days=days,
            count=whole(row, "count"),
            total=whole(row, "total"),
            mean=score(row, "mean"),
            scale=SCALE,
            records=row["records"].split(";"),
        )

    reader.each("monthly", take)
    if windows:
        held = sum(days for _, _, days in windows)
        reader.covers(min(since for since, _, _ in windows), max(until for _, until, _ in windows), held)
        reader.remark = f"Days in the files: {held:,}, taken together by month beforehand."
        reader.parts = sorted(months)


def _has_actor(row: Row, side: str) -> bool:
    return any(known(row, f"Actor{side}{column}") for column in ("CountryCode", "KnownGroupCode"))


def _actor(reader: SourceReader, row: Row, side: str, day: date) -> str:
    group, country = row[f"Actor{side}KnownGroupCode"], row[f"Actor{side}CountryCode"]
    found = reader.resolver.crosswalk.by_code("cameo", group, day) if group else None
    if found is None and country in REGIONS:
        raise Skip(REGION)
    if found is None and not country:
        raise Skip(GROUP)
    return found or reader.coded("cameo", country, day)


def _day(row: Row, column: str) -> date:
    try:
        return _date(row[column])
    except ValueError:
        raise BadCell(row, column, "a day (YYYYMMDD)") from None


def _date(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def _iso(row: Row, column: str) -> date:
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        raise BadCell(row, column, "a day (YYYY-MM-DD)") from None


def _clock(stamp: str) -> str:
    """Return the quarter of an hour of a 15-minute file; a daily file has none."""
    return f" {stamp[8:10]}:{stamp[10:12]}" if len(stamp) > len("YYYYMMDD") else ""
