"""Which part of a data set to load, as a user writes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tiebook.crosswalk import crosswalk
from tiebook.errors import BadDate, UnknownName
from tiebook.model.dates import Span, parse
from tiebook.support.suggest import nearest


@dataclass(frozen=True, slots=True)
class RowFilter:
    """The part of a source that a load asks for; everything where nothing is said."""

    since: date | None = None
    until: date | None = None
    actors: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether the load asks for all there is."""
        return not (self.since or self.until or self.actors)

    def takes(self, span: Span | None, ids: Iterable[str]) -> bool:
        """Return whether something at a time between some actors is asked for; what has no date always is."""
        if self.actors and not self.actors & set(ids):
            return False
        if span is None:
            return True
        return not ((self.since and span.latest < self.since) or (self.until and span.earliest > self.until))


def row_filter(since: str | None = None, until: str | None = None, actors: str | None = None) -> RowFilter:
    """Read --since, --until (EDTF) and --actors (names, codes or ids, commas between).

    Raises BadDate, also for an end that lies before the beginning, and UnknownName.
    """
    first, last = parse(since).earliest if since else None, parse(until).latest if until else None
    if first and last and last < first:
        raise BadDate(f"--until {until} lies before --since {since}")
    return RowFilter(
        first,
        last,
        frozenset(actor_named(name.strip(), "--actors") for name in (actors or "").split(",") if name.strip()),
    )


def actor_named(name: str, option: str) -> str:
    """Return the id that a user means by an id, a name or an ISO code.

    Raises UnknownName with the nearest.
    """
    table = crosswalk()
    if name in table.actors:
        return name
    found = table.by_name(name) or table.by_code("iso3", name.upper())
    if found is None:
        hint = nearest(name, {*table.actors, *(spelling for spelling, _ in table.names())})
        raise UnknownName(f"{option}: there is no actor called {name!r}", hint=hint)
    return found
