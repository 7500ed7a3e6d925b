"""Groups resolved when a question is asked: the members of a bloc or organisation on a day, each with the record that says so."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import product
from typing import Any, Final, NamedTuple

from tiebook.engine.base import Engine
from tiebook.errors import UsageError
from tiebook.model.dates import Bounds, in_force
from tiebook.questions import Question

_NO_GROUPS: Final = ("State", "Person")  # an organ of a state is coded as a member of it


class Member(NamedTuple):
    """A member of a group: id, name, and the ties that say so."""

    id: str
    name: str
    ties: tuple[str, ...]


class Group(NamedTuple):
    """A group as it was on a day. `uncertain`: those of whom no record is certain for that day; they are not counted."""

    parameter: str
    id: str
    name: str
    day: date
    members: tuple[Member, ...]
    uncertain: tuple[Member, ...]

    def __str__(self) -> str:
        """Describe who was counted as a member, and by which records."""
        text = f"Members of {self.name} on {self.day}, counted: {_list(self.members)}"
        return f"{text}; not certain, not counted: {_list(self.uncertain)}" if self.uncertain else text


def groups(engine: Engine, question: Question, values: Mapping[str, Any], day: date | None) -> list[Group]:
    """Return the groups with dated members among the values of a question's actor parameters.

    day -- on which members are counted; None is the last day that the sources of the membership cover

    Raises UsageError if no parameter names a group with members on that day.
    """
    found = []
    for param in question.params:
        if param.type in ("actor", "entity") and param.name in values:
            group = _group(engine, param.name, values[param.name], day)
            if group is not None:
                found.append(group)
    if not found:
        raise UsageError(
            f"{question.name}: no parameter names a group whose members are known",
            hint="tiebook load blocs brings dated memberships",
        )
    return found


def combinations(found: list[Group], values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Return (names of the members, values with their ids) for each choice of members; nobody is asked about himself."""
    for chosen in product(*(group.members for group in found)):
        own = {group.parameter: member.id for group, member in zip(found, chosen, strict=True)}
        actors = [*own.values(), *(value for name, value in values.items() if name not in own)]
        if not any(actors.count(each) > 1 for each in own.values()):
            yield tuple(member.name for member in chosen), {**values, **own}


def _group(engine: Engine, parameter: str, actor: str, day: date | None) -> Group | None:
    rows = list(
        engine.read(
            "MATCH (m:Actor)-[t:MEMBER_OF]->(g:Actor {id: $id}) MATCH (s:Source) WHERE s.id = t.source"
            " AND t.endorsed AND NOT t.inferred AND t.superseded_by IS NULL"
            " RETURN g.name AS name, g.kind AS kind, m.id AS member, m.name AS member_name, t.id AS tie,"
            " t.since_earliest AS since_earliest, t.since_latest AS since_latest, t.until_earliest AS until_earliest,"
            " t.until_latest AS until_latest, s.covers_until AS covers_until ORDER BY member_name, member, tie",
            {"id": actor},
        ).records()
    )
    if not rows or rows[0]["kind"] in _NO_GROUPS:
        return None
    known = max((row["covers_until"] for row in rows if row["covers_until"]), default=None)
    today = datetime.now(UTC).date()
    on = day or min(known or today, today)
    certain: dict[str, Member] = {}
    uncertain: dict[str, Member] = {}
    for row in rows:
        spell = Bounds(row["since_earliest"], row["since_latest"], row["until_earliest"], row["until_latest"])
        holds = in_force(spell, on)
        if holds != "no":
            kept = certain if holds == "certainly" else uncertain
            old = kept.get(row["member"])
            kept[row["member"]] = Member(row["member"], row["member_name"], (*(old.ties if old else ()), row["tie"]))
    if not certain:
        until = f"; the sources of its members cover days up to {known}" if known and on > known else ""
        raise UsageError(
            f"nobody is known for certain as a member of {rows[0]['name']} on {on}{until}{_uncertain(uncertain.values())}"
        )
    left = tuple(member for member in uncertain.values() if member.id not in certain)
    return Group(parameter, actor, rows[0]["name"], on, tuple(certain.values()), left)


def _uncertain(members: Iterable[Member]) -> str:
    names = [member.name for member in members]
    return f"; without a date that makes it certain: {', '.join(names)}; ask about each of them" if names else ""


def _list(members: tuple[Member, ...]) -> str:
    return ", ".join(f"{member.name} ({' and '.join(member.ties)})" for member in members)
