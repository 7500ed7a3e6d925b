"""What an answer looked through: the sources that can hold what a question asks for, and the days that each of them covers.

"Not coded" is not "no tie": none is said to be found only in a source that could have it, and never outside its window.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple

from tiebook.ask.parameters import days_named
from tiebook.engine.base import Engine
from tiebook.questions import Question
from tiebook.support.numbers import counted

Reach = Literal["covered", "outside", "gaps", "unknown"]

_STARTS: Final = {
    "outside": "outside its coverage:",
    "gaps": "its files lack these days, so it says nothing about them:",
    "unknown": "it states no days, so it says nothing about these:",
}
_PATTERN: Final = r"-\[\s*\w*\s*(?::\s*(?P<types>[A-Z_|: ]+))?[^\]]*\]-|\)\s*<?--"


class Sought(NamedTuple):
    """What a question looks for: edge types (None is any), in sources of one kind (None is any), and on which days.

    days -- the first and the last day that it names, None where it names none
    events -- only counts of events, which no other records carry
    """

    types: frozenset[str] | None = None
    kind: str | None = None
    days: tuple[date, date] | None = None
    events: bool = False

    def may_be_in(self, kind: str, types: Collection[str] | None, parts: Collection[str] | None = None) -> bool:
        """Return whether a source can hold it.

        types -- those that a data set declares, None where anything can be coded
        parts -- the days (or months) that the files of an unending source hold: sources of events have them
        """
        if self.events and not parts:
            return False
        return self.kind in (None, kind) and (not types or self.types is None or not self.types.isdisjoint(types))


class Searched(NamedTuple):
    """One source that an answer looked through: how much it holds, what it is about, and which days it covers.

    covers_days -- how many days it holds, where that is fewer than lie in its window
    reach -- "outside" where the question's days lie before or after the days covered: then it says nothing, not even "none";
        "gaps" where its files hold none of them; "unknown" where it states no days at all
    """

    id: str
    name: str
    claims: int
    ties: int
    covers_since: date | None
    covers_until: date | None
    covers_days: int | None = None
    universe: str | None = None
    note: str | None = None
    reach: Reach = "covered"

    def __str__(self) -> str:
        """Describe in a few words how much it holds and which days it covers."""
        held = " and ".join(
            counted(count, word) for count, word in ((self.claims, "claim"), (self.ties, "tie")) if count
        )
        return f"{self.name} ({held or 'nothing coded'}; {self.window})"

    def line(self, found: str, *, note: bool = False) -> str:
        """Return the source with its universe as a line of its own.

        found -- what to say of a source that covers the days: "none identified in", "searched:"
        note -- also what its makers say of its limits
        """
        said = " ".join(filter(None, (self.universe, self.note if note else None)))
        return f"  {_STARTS.get(self.reach, found)} {self}{f': {said}' if said else ''}"

    @property
    def window(self) -> str:
        """The days that it covers, in words."""
        since, until = self.covers_since, self.covers_until
        if since is None or until is None:
            return f"from {since}" if since else f"up to {until}" if until else "it states no days"
        if self.covers_days is not None:
            return f"{self.covers_days:,} days between {since} and {until}"
        whole = (since.month, since.day, until.month, until.day) == (1, 1, 12, 31)
        return f"{since.year}-{until.year}" if whole else f"{since} to {until}"


def sought(question: Question, cypher: str, values: Mapping[str, Any]) -> Sought:
    """Return what a question looks for, from the patterns of its compiled Cypher and the values that it is asked with."""
    named = frozenset(values[param.name] for param in question.params if param.type == "tie" and param.name in values)
    found = _sought_in(cypher)
    return found._replace(types=named or found.types, days=days_named(question, values))


@lru_cache(maxsize=512)
def _sought_in(cypher: str) -> Sought:
    patterns = [match["types"] for match in re.finditer(_PATTERN, re.sub(r"//[^\n]*|'[^']*'", "", cypher))]
    types = None if None in patterns or not patterns else frozenset(re.findall(r"\w+", " ".join(patterns)))
    kinds = re.findall(r"(?<!OPTIONAL )MATCH \(\w+:Source \{kind: '(\w+)'\}\)", cypher)
    return Sought(types, kinds[0] if kinds else None, events="quad IS NOT NULL" in cypher)


def searched_for(engine: Engine, question: Question, cypher: str, values: Mapping[str, Any]) -> tuple[Searched, ...]:
    """Return the sources that could hold what a question asks for with these values, or the one that they name."""
    return searched(engine, values.get("source"), sought(question, cypher, values))


def answerable(engine: Engine, questions: Iterable[Question]) -> frozenset[str]:
    """Return the names of the questions to which some loaded source could hold an answer, whatever they are asked about."""
    table = engine.read("MATCH (s:Source) RETURN s.kind AS kind, s.tie_types AS types, s.parts AS parts")
    return frozenset(
        question.name
        for question in questions
        if any(_sought_in(question.cypher).may_be_in(*row) for row in table.rows)
    )


def searched(engine: Engine, source: str | None = None, wanted: Sought | None = None) -> tuple[Searched, ...]:
    """Return the sources that an answer looked through.

    source -- only this one
    wanted -- only those that can hold this: a coded text can hold any tie, a data set the types that it declares. Releases
        that a newer one supersedes are then left out
    """
    table = engine.read(
        "MATCH (s:Source) RETURN s.id AS id, s.name AS name, s.claims AS claims, s.ties AS ties,"
        " s.covers_since AS covers_since, s.covers_until AS covers_until, s.covers_days AS covers_days,"
        " s.universe AS universe, s.note AS note, s.kind AS kind, s.tie_types AS tie_types, s.parts AS parts,"
        " s.superseded_by AS superseded_by ORDER BY id"
    )
    found = []
    for row in table.records():
        kind, types, parts, superseded = (row.pop(name) for name in ("kind", "tie_types", "parts", "superseded_by"))
        if source not in (None, row["id"]):
            continue
        if wanted and source is None and (superseded or not wanted.may_be_in(kind, types, parts)):
            continue
        reach = _reach(wanted.days if wanted else None, row["covers_since"], row["covers_until"])
        if (
            reach == "covered"
            and wanted
            and wanted.days
            and row["covers_days"]
            and not _holds(parts or (), *wanted.days)
        ):
            reach = "gaps"
        own = {"claims": row["claims"] or 0, "ties": row["ties"] or 0, "reach": reach}
        if kind != "dataset":
            own["note"] = None  # a coder's, about the text
        found.append(Searched(**row | own))
    return tuple(found)


def _reach(days: tuple[date, date] | None, since: date | None, until: date | None) -> Reach:
    if days is None:
        return "covered"
    if since is None and until is None:
        return "unknown"
    outside = (since is not None and days[1] < since) or (until is not None and days[0] > until)
    return "outside" if outside else "covered"


def _holds(parts: Collection[str], first: date, last: date) -> bool:
    """Return whether one of the days (or months) that files hold lies between two days."""
    return any(str(first)[: len(part)] <= part[:10] <= str(last)[: len(part)] for part in parts)
