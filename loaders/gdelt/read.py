"""GDELT 1.0 and 2.0: events between countries and known groups, by month and type of tie; back-dated ones left out."""

from __future__ import annotations

from datetime import date, timedelta

from tiebook.load.cameo import plain_code
from tiebook.load.cells import BadCell, known, score
from tiebook.load.desk import MERGED, Desk, Skip
from tiebook.load.events import Event, Events, days_covered
from tiebook.model.dates import Span
from tiebook.tables import Row

# CAMEO codes of regions and cities, which are no states
REGIONS = frozenset(
    "WSB BAG GZS AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST".split()
)
BACK = timedelta(days=7)


def read(desk: Desk) -> None:
    """Read files of all three layouts together."""
    events = Events("Goldstein score")
    added: list[date] = []
    seen: set[str] = set()
    for kind in ("events_0", "events_1", "events_2"):
        desk.each(kind, lambda row: _event(desk, row, events, added, seen))
    if added:
        desk.covers_since, desk.covers_until = min(added), max(added)
        desk.remark = days_covered(added)
    events.make_ties(desk)


def _event(desk: Desk, row: Row, events: Events, added: list[date], seen: set[str]) -> str | None:
    day, new = _day(row, "SQLDATE"), _day(row, "DATEADDED")
    added.append(new)
    if row["GLOBALEVENTID"] in seen:
        return MERGED
    seen.add(row["GLOBALEVENTID"])
    if new - day > BACK:
        raise Skip("dated more than a week before it was added")
    if not (_has_actor(row, "1") and _has_actor(row, "2")):
        raise Skip("only one side is a country or known group")
    one, two = _actor(desk, row, "1", day), _actor(desk, row, "2", day)
    desk.want(Span(day, day), one, two)
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


def _has_actor(row: Row, side: str) -> bool:
    return any(known(row, f"Actor{side}{column}") for column in ("CountryCode", "KnownGroupCode"))


def _actor(desk: Desk, row: Row, side: str, day: date) -> str:
    group, country = row[f"Actor{side}KnownGroupCode"], row[f"Actor{side}CountryCode"]
    found = desk.resolver.crosswalk.by_code("cameo", group, day) if group else None
    if found is None and country in REGIONS:
        raise Skip("a region, which is no state")
    if found is None and not country:
        raise Skip("a known group that is no actor of the crosswalk")
    return found or desk.coded("cameo", country, day)


def _day(row: Row, column: str) -> date:
    text = row[column]
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        raise BadCell(column, text, "a day (YYYYMMDD)") from None
