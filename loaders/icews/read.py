"""ICEWS: events between countries, repeated reports and reversed twins taken as one, by month and type of tie."""

from __future__ import annotations

from tiebook.events.aggregate import Event, Events
from tiebook.events.cameo import plain_code
from tiebook.model.dates import parse
from tiebook.sources.source_reader import Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import BadCell, known, score

WINDOW = 62  # days in which reports of one event are looked for


def read(reader: SourceReader) -> None:
    """Read the event files together, the earlier ones first."""
    events = Events("ICEWS intensity (-10 to 10)", WINDOW)
    events.read(reader, "events", "Event Date", lambda row: _event(reader, row, events))


def _event(reader: SourceReader, row: Row, events: Events) -> str | None:
    source, target = known(row, "Source Country"), known(row, "Target Country")
    if source is None or target is None:
        raise Skip("one side has no country")
    on = parse(row["Event Date"].removesuffix(" 00:00:00"))
    if on.earliest != on.latest:
        raise BadCell(row, "Event Date", "a day")
    if reader.wanted.takes(on, reader.wanted.actors):
        events.days.add(on.earliest)  # a day is covered, whoever acted on it
    one, two = reader.named(source, on), reader.named(target, on)
    reader.want(on, one, two)
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
