"""Points from an empty answer to the claims that speak of what was asked, though not in the place in which it was asked."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import Any, Final

from tiebook.ask.document.also_said import filters
from tiebook.ask.document.facts import CLAIM_COLUMNS, fact_of, with_judges
from tiebook.ask.document.heading import names_of
from tiebook.ask.document.marks import marks_of_fact, said_kind
from tiebook.ask.document.receipts import claim_ids
from tiebook.ask.document.short_ids import read_short_ids
from tiebook.ask.document.tie_pattern import ENDS, TiePattern
from tiebook.engine.base import Engine
from tiebook.questions import Question
from tiebook.support.numbers import counted

_NAMED: Final = 3  # claims are named
_ROLES: Final = "FROM|TO|REGARDING|VIA|BECAUSE_OF"
_KINDS: Final = ("instrument", "event", "place", "factor", "issue", "entity")


def claims_that_mention(
    engine: Engine, question: Question, pattern: TiePattern | None, values: Mapping[str, Any]
) -> str | None:
    """Return a sentence on claims about what an empty answer was asked about, with the command that lists them.

    "Whom does Iran's missile programme threaten" finds nothing where a claim says that Iran is feared for it: there it is what
    the claim is about. Claims of the types that were asked for count first, and for what is not an actor those of any type.
    """
    wanted = [param.name for param in question.params if param.type in ("actor", *_KINDS) and param.name in values]
    if not wanted or question.name == "matters":
        return None
    if pattern is not None and pattern.types is not None:
        rows = _claims(engine, wanted, values, sorted(pattern.types))
        for name in wanted:
            known = pattern.roles.get(name, frozenset()) | (ENDS if _is_actor(engine, values[name]) else frozenset())
            found = [row for row in rows if row["stands"][name].isdisjoint(known)]
            if found and name in pattern.roles:
                command = ["tiebook", "ask", "matters", "--about", values[name]]
                return _told(engine, [values[each] for each in wanted], found, " of this kind", command)
    if pattern is None and len(wanted) == 2:  # noqa: PLR2004
        return _between(engine, question, wanted, values)
    if len(wanted) > 1 or _is_actor(engine, values[wanted[0]]):
        return None  # an actor is in claims of every kind
    rows = _claims(engine, wanted, values, None)
    return _told(engine, [values[wanted[0]]], rows, " of other kinds" if pattern is not None else "") if rows else None


def coded_about(engine: Engine, question: Question, values: Mapping[str, Any]) -> str | None:
    """Return how much is coded about each actor that an empty answer was asked about, where nothing nearer was found."""
    given = [values[param.name] for param in question.params if param.type == "actor" and param.name in values]
    counts: dict[str, int] = {}
    for actor in given:
        table = engine.read(
            "MATCH (:Actor {id: $about})<-[:FROM|TO|REGARDING|VIA|BECAUSE_OF]-(c:Claim) RETURN count(DISTINCT c) AS count",
            {"about": actor},
        )
        if table.rows and table.rows[0][0]:
            counts[actor] = table.rows[0][0]
    names = names_of(engine, counts)
    parts = [
        f"{counted(count, 'claim')} about {names.get(actor, actor)} (tiebook ask matters --about {shlex.quote(actor)})"
        for actor, count in counts.items()
    ]
    return f"Coded about them in other answers: {'; '.join(parts)}" if parts else None


def _between(engine: Engine, question: Question, wanted: list[str], values: Mapping[str, Any]) -> str | None:
    """Return a sentence on what is said between two actors: of the type that was asked for, where one was."""
    one, other = (values[name] for name in wanted)
    if one == other or not (_is_actor(engine, one) and _is_actor(engine, other)):
        return None
    tie = next((values[param.name] for param in question.params if param.type == "tie" and param.name in values), None)
    rows = [
        row
        for row in _claims(engine, wanted, values, None if tie is None else [tie])
        if all(row["stands"][name] & ENDS for name in wanted)
    ]
    command = ["tiebook", "ask", "ties-between", "--one", one, "--other", other, *(["--tie", tie] if tie else [])]
    return _told(engine, [one, other], rows, f" of {tie}" if tie else "", command) if rows else None


def _claims(
    engine: Engine, wanted: list[str], values: Mapping[str, Any], types: list[str] | None
) -> list[dict[str, Any]]:
    """Return the claims that name all that was asked about, with the places in which each of them stands there."""
    where, parameters = filters(values)
    parameters |= {name: values[name] for name in wanted}
    if types is not None:
        where.append("c.tie IN $types")
        parameters["types"] = types
    first, *rest = wanted
    where += [f"EXISTS {{ MATCH (c)-[:{_ROLES}]->(o) WHERE o.id = ${name} }}" for name in rest]
    table = engine.read(
        f"MATCH (:Actor|Instrument|Event|Place|Factor|Issue {{id: ${first}}})<-[:{_ROLES}]-(c:Claim)"
        f" WHERE {' AND '.join(['c.tie IS NOT NULL', *where])} WITH DISTINCT c MATCH (c)-[r:{_ROLES}]->(o)"
        " WITH c, type(r) AS role, o.id AS other ORDER BY c.id, role, other"
        " WITH c, collect(role) AS roles, collect(other) AS others"
        f" RETURN {CLAIM_COLUMNS}, [] AS mode_by, roles AS roles, others AS others ORDER BY id",
        parameters,
    )
    return [row | {"stands": {name: _places(row, values[name]) for name in wanted}} for row in table.records()]


def _places(row: Mapping[str, Any], entity: str) -> frozenset[str]:
    return frozenset(role for role, other in zip(row["roles"], row["others"], strict=True) if other == entity)


def _told(engine: Engine, about: list[str], rows: list[dict[str, Any]], kind: str, command: Sequence[str] = ()) -> str:
    names = names_of(engine, about)
    name = " and ".join(names.get(each, each) for each in about)
    words = shlex.join(command or ["tiebook", "ask", "matters", "--about", about[0]])
    ids = [row["id"] for row in rows]
    shorts = claim_ids(ids) | read_short_ids(engine, ids)
    said = []
    for row in with_judges(engine, rows[:_NAMED]):
        fact = fact_of(row)
        mark = next(marks_of_fact(fact)).text if said_kind(fact) is not None else ""
        said.append(f"{shorts[row['id']]}{f' ({mark})' if mark else ''}")
    more = f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
    verb = "speaks" if len(rows) == 1 else "speak"
    return f"{counted(len(rows), 'claim')}{kind} {verb} of {name}: {', '.join(said)}{more} ({words})"


def _is_actor(engine: Engine, entity: str) -> bool:
    return bool(engine.read("MATCH (n:Actor {id: $id}) RETURN n.id AS id", {"id": entity}).rows)
