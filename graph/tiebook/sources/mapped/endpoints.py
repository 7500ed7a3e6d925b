"""Finds the actors that the cells of a mapped table name. A cell that always means the same is asked about once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from tiebook.crosswalk import Resolver
from tiebook.crosswalk.own_actors import slug
from tiebook.model.dates import Bounds, Span
from tiebook.model.records import Entity
from tiebook.model.schema import MOST_INDEXED
from tiebook.sources.mapped.date_form import BadRecord
from tiebook.sources.tie_map import Column

# the only actor that a text can ever mean in a column, and the first and last day on which it does
Steady = tuple[str, date, date]


_SIGNED_BEFORE: Final = timedelta(days=731)  # NATO is signed on 1949-04-04, and there since 1949-08-24
# what conflict data call a side that is a state's: Government of Turkey, Military Forces of Sudan with years behind it
GOVERNMENT: Final = re.compile(
    r"(?:the )?(?:government|gov't|govt\.?|(?:government|military|police|armed) forces) of"
    r" (?:the )?(?P<state>[^()]+?)(?: \([^()]*\))?",
    re.IGNORECASE,
)


class When(NamedTuple):
    """The time of a record: on which its names are asked for, its last day, and the bounds of its spell."""

    on: Span | None
    day: date | None
    spell: Bounds | None  # None where it ends before it begins


class Times(NamedTuple):
    """The times of some records, and the first and the last day of all; where none has one, the first is after the last."""

    whens: list[When]
    first: date
    last: date


class Endpoints:
    """The ends of one reading."""

    def __init__(self, resolver: Resolver, source: str) -> None:
        """Start with nothing asked."""
        self._resolver = resolver
        self._source = source
        self._ruled: dict[str, tuple[str, ...]] = {}  # states whose governments a text means, by the text
        # by the kind of column, and text; None if it means nobody, or that depends on more than the day
        self._steady: defaultdict[tuple[str, str | None], dict[str, Steady | None]] = defaultdict(dict)
        self._own: dict[str, Entity] = {}  # actors that nobody else knows, by id
        self.early: dict[
            str, str
        ] = {}  # names of organisations before their treaty was in force, with the first day that met

    def find(self, column: Column, cells: Sequence[str], times: Times, missed: set[int]) -> list[Sequence[str]]:
        """Return the ids of the actors that each cell of a column names at its time; none if that is not a time.

        missed -- takes the numbers of the cells of which a text means nobody; such texts are left out and noted

        Raises BadRecord for a name that is too long for a server to index.
        """
        if column.actor is not None:
            return [(column.actor,)] * len(cells)
        if column.issue is not None:
            return [(self._issue(column.issue, column.name or column.issue),)] * len(cells)
        steady = {} if column.split else self._steady[column.system, column.kind]
        always = _always(steady, cells, times)
        if always is not None:
            return list(map(always.__getitem__, cells))
        found: list[Sequence[str]] = []
        for number, (cell, when) in enumerate(zip(cells, times.whens, strict=True)):
            known, day = steady.get(cell), when.day
            if known is not None and (day is None or known[1] <= day <= known[2]):
                found.append(known[:1])
                continue
            if when.spell is None or not cell:
                found.append(())
                continue
            if len(cell) > MOST_INDEXED and (column.split is None or _longest(cell, column.split) > MOST_INDEXED):
                where = f"column {column.column}: a name of {_longest(cell, column.split):,} characters"
                raise BadRecord(number, f"{where}; {MOST_INDEXED:,} at most")
            if column.split is None:
                several = self._several(column, cell)
                ids = [*several] if len(several) > 1 else [self._one(column, cell, when)]
            else:
                texts = dict.fromkeys(map(str.strip, cell.split(column.split)))
                ids = list(dict.fromkeys(self._one(column, text, when) for text in texts if text))
            if None in ids:
                missed.add(number)
            found.append([each for each in ids if each is not None])
        return found

    def entity(self, actor: str) -> Entity:
        """Return an actor that was found, or an indicator."""
        return self._own.get(actor) or self._resolver.crosswalk.entity(actor)

    def name_of(self, found: str) -> str:
        """Return the name of an actor that was found, or of an indicator."""
        own = self._own.get(found)
        return own.name if own else self._resolver.crosswalk.actors[found].name

    def _one(self, column: Column, text: str, when: When) -> str | None:
        known = self._steady[column.system, column.kind]
        if text not in known:
            known[text] = self._learnt(column, text)
        steady = known[text]
        if steady is not None and (when.day is None or steady[1] <= when.day <= steady[2]):
            return steady[0]
        if steady is not None and column.system == "name" and self._is_signed(steady, when):
            self.early.setdefault(self._resolver.crosswalk.actors[steady[0]].name, str(when.day))
            return steady[0]
        if column.system != "name":
            return self._resolver.code(column.system, text, when.on)
        if column.kind is None:
            return self._resolver.name(text, when.on)
        state = self._government(text)
        return (
            state
            or self._of_kind(self._resolver.known(text, when.on), column.kind)
            or self._declared(column.kind, text)
        )

    def _is_signed(self, steady: Steady, when: When) -> bool:
        """Return whether a name means an organisation whose treaty may have been signed by a day, and was not in force yet."""
        found, since, _ = steady
        known = self._resolver.crosswalk.actors.get(found)
        if known is None or known.kind != "Organization" or when.day is None or since == date.min:
            return False
        return since - _SIGNED_BEFORE <= when.day < since

    def _several(self, column: Column, text: str) -> tuple[str, ...]:
        """Return the states of a cell that names the governments of several, where names become actors: a coalition is none."""
        asked = column.kind is not None and column.system == "name" and ", " in text
        return self.governments(text) if asked else ()

    def governments(self, text: str) -> tuple[str, ...]:
        """Return the states whose governments or forces a name means, one or several with commas between; none for others."""
        if text not in self._ruled:
            whole = self._government(text)
            several = [whole] if whole else [self._government(part.strip()) for part in text.split(", ")]
            known = [state for state in several if state is not None]
            self._ruled[text] = tuple(dict.fromkeys(known)) if len(known) == len(several) else ()
        return self._ruled[text]

    def numbered(self, of: str, number: str, name: str, kind: str) -> str:
        """Return an actor that is known by its source's number, under the first name that was met."""
        made = Entity("Actor", f"{of}-{slug(number)}", name or f"{of} {number}", kind)
        return self._own.setdefault(made.id, made).id

    def _learnt(self, column: Column, text: str) -> Steady | None:
        steady = self._resolver.steady(column.system, text)
        if steady is None:
            return None
        found, since, until = steady
        if column.kind is not None:
            state = self._government(text)
            found = state or self._of_kind(found, column.kind) or self._declared(column.kind, text)
        return None if found is None else (found, since, until)

    def _of_kind(self, found: str | None, kind: str) -> str | None:
        """Return an actor that the crosswalk knows, where it is of the kind that the column names, or a state.

        A table of organisations or groups also has states among them, but Jordan is not a person.
        """
        kinds = (kind,) if kind == "Person" else (kind, "State")
        return found if found is not None and self._resolver.crosswalk.actors[found].kind in kinds else None

    def _government(self, text: str) -> str | None:
        """Return the state whose government or forces a name means, as conflict data write it."""
        named = GOVERNMENT.fullmatch(text)
        found = self._resolver.known(named["state"]) if named else None
        return self._of_kind(found, "State")

    def _issue(self, issue: str, name: str) -> str:
        """Return an indicator, which is the source's own."""
        made = Entity("Issue", f"{self._source}-{slug(issue)}".replace("_", "-"), name, "issue")
        return self._own.setdefault(made.id, made).id

    def _declared(self, kind: str, text: str) -> str | None:
        """Return an actor that only this source knows: two sources that spell a name alike need not mean the same."""
        if not text:
            return None
        made = Entity("Actor", f"{self._source}-{slug(text)}", text, kind)
        return self._own.setdefault(made.id, made).id


def _longest(cell: str, split: str | None) -> int:
    return max(map(len, cell.split(split) if split else [cell]))


def _always(steady: dict[str, Steady | None], cells: Sequence[str], times: Times) -> dict[str, tuple[str]] | None:
    """Return the actor that each text names, if it is the same one on the days of all these records; else None."""
    always: dict[str, tuple[str]] = {}
    for text in set(cells):
        known = steady.get(text)
        if known is None or not (known[1] <= times.first and times.last <= known[2]):
            return None
        always[text] = known[:1]
    return always
