"""ICEWS: events between countries, repeated reports and reversed twins taken as one, by month and type of tie."""

from __future__ import annotations

from pathlib import Path

from tiebook.load.cameo import plain_code
from tiebook.load.cells import BadCell, known, score
from tiebook.load.desk import Desk, Skip
from tiebook.load.events import Event, Events, days_covered
from tiebook.model.dates import parse
from tiebook.tables import Row, read_table

WINDOW = 62  # days in which reports of one event are looked for


def read(desk: Desk) -> None:
    """Read the event files together, the earlier ones first."""
    events = Events("ICEWS intensity (-10 to 10)", WINDOW)
    for path in sorted(desk.files["events"], key=lambda path: _first(desk, path)):
        desk.each_of("events", path, lambda row: _event(desk, row, events))
    if events.days:
        desk.covers(min(events.days), max(events.days), len(events.days))
        desk.remark = days_covered(events.days)
        desk.parts = sorted(day.isoformat() for day in events.days)
    events.make_ties(desk)


def _first(desk: Desk, path: Path) -> tuple[str, str]:
    """Give the day of a file's first event, and the file's name."""
    row = next(read_table(path, desk.source.kind("events").shape()).rows)
    return row["Event Date"], path.name


def _event(desk: Desk, row: Row, events: Events) -> str | None:
    source, target = known(row, "Source Country"), known(row, "Target Country")
    if source is None or target is None:
        raise Skip("one side has no country")
    on = parse(row["Event Date"].removesuffix(" 00:00:00"))
    if on.earliest != on.latest:
        raise BadCell(row, "Event Date", "a day")
    if desk.wanted.takes(on, desk.wanted.actors):
        events.days.add(on.earliest)  # a day is covered, whoever acted on it
    one, two = desk.named(source, on), desk.named(target, on)
    desk.want(on, one, two)
    return events.add(
        Event(
            id=row["Event ID"],
            day=on.earliest,
            source=one,
            target=two,
            reported=(row["Source Name"], row["Target Name"]),
            code=plain_code(row["CAMEO Code"]),
            score=score(row, "Intensity"),
            story=f"{row['Story ID']}/{row['Sentence Number']}",
        )
    )
