"""Which part of a data set a load asks for, as a user writes it."""

from __future__ import annotations

from tiebook.crosswalk import crosswalk
from tiebook.errors import UnknownName
from tiebook.model.dates import parse
from tiebook.sources.source_reader import RowFilter
from tiebook.support.suggest import nearest


def row_filter(since: str | None = None, until: str | None = None, actors: str | None = None) -> RowFilter:
    """Read --since, --until (EDTF) and --actors (names, codes or ids, commas between).

    Raises BadDate, UnknownName.
    """
    return RowFilter(
        parse(since).earliest if since else None,
        parse(until).latest if until else None,
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
