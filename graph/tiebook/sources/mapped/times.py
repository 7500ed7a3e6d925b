"""The times of the records of a mapped table: each pair of dates is read once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from tiebook.errors import BadDate
from tiebook.model.dates import Bounds, bounds_of, parse
from tiebook.sources.mapped.date_form import BadRecord
from tiebook.sources.mapped.endpoints import Times, When
from tiebook.tables.cells import MISSING

_DATES: Final = 200_000  # pairs of them that are remembered
_DAY: Final = attrgetter("day")  # of a When
Stated = tuple[str, str, bool]  # since, until, and whether they only say between which days it was


class Whens(dict[Stated, When]):
    """When something was, by the dates that say it; made when it is first asked for."""

    def __init__(self, known_until: date | None) -> None:
        """Take the day up to which the source knows."""
        super().__init__()
        self._known_until = known_until
        self.first, self.last = date.max, date.min  # of all days that were read

    def __missing__(self, dates: Stated) -> When:
        """Read dates; raises BadDate."""
        *stated, within = dates
        began, over = (None if text in MISSING else parse(str(text)) for text in stated)
        on = began or over
        backwards = began and over and over.latest < began.earliest
        spell = None if backwards else bounds_of(began, over, known_until=self._known_until)
        if within and began and over and not backwards:
            spell = Bounds(began.earliest, over.latest, began.earliest, over.latest)
        if on is not None:
            self.first = min(self.first, on.earliest)
            self.last = max(self.last, (over or on).latest)
        self[dates] = when = When(on, on.latest if on else None, spell)
        return when


def times_of(whens: Whens, since: Sequence[str], until: Sequence[str], within: Sequence[bool]) -> Times:
    """Return the time of each record; the same dates are read once.

    Raises BadRecord.
    """
    stated: list[Stated] = list(zip(since, until, within or [False] * len(since), strict=True))
    if len(whens) > _DATES:
        whens.clear()
    try:
        found = list(map(whens.__getitem__, stated))
    except BadDate as error:
        raise BadRecord(next(n for n, dates in enumerate(stated) if dates not in whens), str(error)) from None
    days = set(map(_DAY, found)) - {None}
    return Times(found, min(days, default=date.max), max(days, default=date.min))
