"""Resolves the names and codes of one load, and keeps what could not be resolved, with the nearest candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from tiebook.crosswalk.table import SYSTEMS, Crosswalk, Dated, On, System
from tiebook.model.dates import Span
from tiebook.support.names import folded

_CANDIDATES: Final = 3
_LEAST: Final = 70  # similarity, of 100


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name or code that means no actor here: how often it was met, and the nearest known ones, best first.

    why -- what is known of it: that it means an actor at another time
    """

    system: str  # "name", or a system of codes
    text: str
    count: int
    candidates: tuple[str, ...]
    why: str = ""


class Resolver:
    """Resolution for one source: a person's decisions first, then the source's own spellings, then the crosswalk.

    spellings, decisions -- text, dated like in the crosswalk where need be, or `system:code` -> actor id
    """

    def __init__(
        self,
        crosswalk: Crosswalk,
        spellings: Mapping[str, str] | None = None,
        decisions: Mapping[str, str] | None = None,
    ) -> None:
        """Start with nothing missed."""
        self.crosswalk = crosswalk
        decided = decisions or {}
        others = {text: actor for text, actor in (spellings or {}).items() if text not in decided}
        self._own = {**decided, **others}  # the first that fits counts
        self._spellings = [
            (folded(spelling.value), spelling, actor)
            for text, actor in self._own.items()
            if text.partition(":")[0] not in SYSTEMS
            for spelling in (Dated.read(text),)
        ]
        self._missed: Counter[tuple[str, str]] = Counter()
        self._when: dict[tuple[str, str], On] = {}  # it was asked for first
        self.asked = 0

    def code(self, system: System, code: str, on: On = None) -> str | None:
        """Return the id for a code; one that means nothing is noted."""
        self.asked += 1
        found = self._own.get(f"{system}:{code.strip()}") or self.crosswalk.by_code(system, code, on)
        if found is None:
            self._miss(system, code.strip(), on)
        return found

    def name(self, name: str, on: On = None) -> str | None:
        """Return the id for a name; one that means nothing is noted."""
        found = self.known(name, on)
        if found is None:
            self._miss("name", name.strip(), on)
        return found

    def _miss(self, system: str, text: str, on: On) -> None:
        self._missed[system, text] += 1
        self._when.setdefault((system, text), on)

    def spells(self, system: System, code: str, span: Span) -> list[tuple[str, Span]]:
        """Cut a span in which a code is used where it passes from one actor to another; none is noted."""
        self.asked += 1
        decided = self._own.get(f"{system}:{code.strip()}")
        found = [(decided, span)] if decided else self.crosswalk.spells(system, code, span)
        if not found:
            self._miss(system, code.strip(), span)
        return found

    def known(self, name: str, on: On = None) -> str | None:
        """Return the id for a name without noting a miss: to try a spelling."""
        self.asked += 1
        plain = folded(name)
        for text, spelling, actor in self._spellings:
            if text == plain and (on is None or spelling.holds(on.latest if isinstance(on, Span) else on)):
                return actor
        return self.crosswalk.in_any_language(name, on)

    def steady(self, system: System | Literal["name"], text: str) -> tuple[str | None, date, date] | None:
        """Return what a text means whenever it is used between two days: an id, or None where it never means anybody.

        None where it depends on more than that. It spares a large load most of its questions; nothing is noted.
        """
        if system == "name":
            plain = folded(text)
            if any(each == plain for each, _, _ in self._spellings):
                return None
            return self.crosswalk.steady_name(text)
        decided = self._own.get(f"{system}:{text.strip()}")
        return (decided, date.min, date.max) if decided else self.crosswalk.steady_code(system, text)

    def forget(self) -> None:
        """Start again: nothing was asked or missed."""
        self._missed.clear()
        self._when.clear()
        self.asked = 0

    @property
    def missed(self) -> int:
        """How many of the asked names and codes were not resolved."""
        return sum(self._missed.values())

    def unresolved(self) -> list[Unresolved]:
        """Return what was not resolved, most frequent first."""
        ordered = sorted(self._missed.items(), key=lambda item: (-item[1], item[0]))
        return [
            Unresolved(system, text, count, self._near(system, text), self._why(system, text, self._when[system, text]))
            for (system, text), count in ordered
        ]

    def _why(self, system: str, text: str, on: On) -> str:
        """Return when a name or code means its only actor, if that is at another time than asked for."""
        known = self.crosswalk.steady_name(text) if system == "name" else self.crosswalk.steady_code(system, text)  # type: ignore[arg-type]
        actor, since, until = known or (None, None, None)
        if on is None or actor is None or since is None or until is None:
            return ""
        first, last = (on.earliest, on.latest) if isinstance(on, Span) else (on, on)
        exists = self.crosswalk.actors[actor].exists
        if last < since:
            there = "not yet there" if since == exists.since else "not yet so called"
            return f"{there} in {last.year}: it means {actor} from {since} on"
        there = "no longer there" if until == exists.until else "no longer so called"
        return f"{there} in {first.year}: it means {actor} until {until}" if first > until else ""

    def _of_other_systems(self, text: str) -> tuple[str, ...]:
        """Return what a code would mean in other systems, and what a name in a column of codes means."""
        codes = [
            self.crosswalk.by_code(system, each) for system in SYSTEMS for each in dict.fromkeys((text, text.upper()))
        ]
        return tuple(dict.fromkeys(filter(None, (*codes, self.crosswalk.by_name(text)))))[:_CANDIDATES]

    def _near(self, system: str, text: str) -> tuple[str, ...]:
        if system != "name":
            return self._of_other_systems(text)
        from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 -- only when a name is wrong

        names = dict(self.crosswalk.names())
        found = process.extract(
            text,
            list(names),
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            limit=_CANDIDATES * 3,
            score_cutoff=_LEAST,
        )
        return tuple(dict.fromkeys(names[str(match[0])] for match in found))[:_CANDIDATES]
