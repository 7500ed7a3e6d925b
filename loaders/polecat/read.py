"""POLECAT: events between countries by PLOVER category, repeated reports taken as one, by month and type of tie."""

from __future__ import annotations

from itertools import product

from tiebook.events.aggregate import Event, Events
from tiebook.events.cameo import CATEGORIES
from tiebook.events.recent import Window
from tiebook.model.dates import Span, parse
from tiebook.sources.report import UNRESOLVED
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import MISSING, BadCell, known, plain_code, score

WINDOW = 62  # days in which reports of one event are looked for


def read(reader: SourceReader) -> None:
    """Read the event files together, the earlier ones first."""
    events, ids = Events("POLECAT intensity (-10 to 10)", WINDOW), Window(WINDOW)
    events.read(reader, "events", "Event Date", lambda row: _event(reader, row, events, ids))


def _event(reader: SourceReader, row: Row, events: Events, ids: Window) -> str | None:
    on = parse(row["Event Date"].removesuffix(" 00:00:00"))
    if on.earliest != on.latest:
        raise BadCell(row, "Event Date", "a day")
    if ids.knows(on.earliest, row["Event ID"]):
        return MERGED
    if reader.wanted.takes(on, reader.wanted.actors):
        events.days.add(on.earliest)  # a day is covered, whoever acted on it
    if row["Event Type"].upper() not in CATEGORIES:
        raise Skip("its type is not a PLOVER category")
    pairs = product(_countries(reader, row, "Actor", on), _countries(reader, row, "Recipient", on))
    between = [pair for pair in pairs if pair[0] != pair[1]]
    if not between:
        raise Skip("a domestic event")
    reader.want(on, *{end for pair in between for end in pair})
    return _added(events, row, on, between)


def _added(events: Events, row: Row, on: Span, pairs: list[tuple[str, str]]) -> str | None:
    """Take an event in for each pair of countries; return what became of the row.

    Raises Skip where its category makes no tie.
    """
    became: list[str | None] = []
    left = None
    for one, two in pairs:
        event = Event(
            id=row["Event ID"],
            day=on.earliest,
            source=one,
            target=two,
            reported=(f"{one}/{row.get('Actor Name')}", f"{two}/{row.get('Recipient Name')}/{row.get('Event Mode')}"),
            code=row["Event Type"].upper(),
            score=score(row, "Event Intensity"),
        )
        try:
            became.append(events.add(event))
        except (
            Skip
        ) as skip:  # it counts in the totals of its pair all the same, so that the other pairs have their turn
            left = skip
    if left is not None and not became:
        raise left
    return None if None in became else MERGED


def _countries(reader: SourceReader, row: Row, side: str, on: Span) -> list[str]:
    """Return the states of a side: several codes may stand in a cell.

    Raises Skip where there is none.
    """
    codes = [code.strip() for code in (known(row, f"{side} Country") or "").split(";")]
    codes = [code for code in dict.fromkeys(codes) if code not in MISSING]
    if not codes:
        raise Skip("one side has no country")
    found = [reader.resolver.code("iso3", plain_code("iso3", code), on) for code in codes]
    states = list(dict.fromkeys(state for state in found if state is not None))
    if not states:
        raise Skip(UNRESOLVED)
    return states
