"""ICEWS: events between countries, repeated reports and reversed twins taken as one, by month and type of tie."""

from __future__ import annotations

from tiebook.load.cameo import plain_code
from tiebook.load.cells import BadCell, known, score
from tiebook.load.desk import Desk, Skip
from tiebook.load.events import Event, Events, days_covered
from tiebook.model.dates import parse
from tiebook.tables import Row


def read(desk: Desk) -> None:
    """Read the event files together."""
    events = Events("ICEWS intensity (-10 to 10)")
    desk.each("events", lambda row: _event(desk, row, events))
    if events.days:
        desk.covers_since, desk.covers_until = min(events.days), max(events.days)
        desk.remark = days_covered(events.days)
    events.make_ties(desk)


def _event(desk: Desk, row: Row, events: Events) -> str | None:
    source, target = known(row, "Source Country"), known(row, "Target Country")
    if source is None or target is None:
        raise Skip("one side has no country")
    on = parse(row["Event Date"])
    if on.earliest != on.latest:
        raise BadCell("Event Date", row["Event Date"], "a day")
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
