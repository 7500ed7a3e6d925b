"""Points from an empty answer about a group to actors that are related to it, and of whom the same question finds something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tiebook.ask.document.structure import counted
from tiebook.ask.words.tokens import EMPTY, GENERAL_STEMS, LIGHT, stem, tokens
from tiebook.engine.base import Engine
from tiebook.questions import Question
from tiebook.questions.options import as_option

_GROUPS: Final = frozenset({"Collective", "Organization", "Bloc"})
_MOST: Final = 12  # related actors are asked about
_NAMED: Final = 4  # and these many are named
_OF_STATES: Final = frozenset(
    map(stem, "countries states nations powers neighbours neighbors rivals allies region".split())
)
_QUANTITIES: Final = frozenset({"some", "other", "others", "several", "all", "many", "most", "than"})


def related(engine: Engine, question: Question, values: Mapping[str, Any]) -> str | None:
    """Return a sentence on related actors of whom the question finds something, with the command for each; None where none.

    Of a group that nothing is coded of by its name, something may be coded of its members, of a group that it is in, of one with a
    name in the same words, or of another group of states whose members nobody names.
    """
    for param in question.params:
        if param.type not in ("actor", "entity") or param.name not in values:
            continue
        found = [
            (name, f"{counted(count, 'row')} (tiebook ask {question.name} {options_of({**values, param.name: actor})})")
            for actor, name in _candidates(engine, values[param.name])
            if actor not in values.values() and (count := count_of(engine, question, {**values, param.name: actor}))
        ]
        if found:
            said = "; ".join(f"{name}, {rows}" for name, rows in found[:_NAMED])
            more = f"; and of {len(found) - _NAMED} more" if len(found) > _NAMED else ""
            return f"Coded of related actors, which may overlap with it: {said}{more}"
    return None


def _candidates(engine: Engine, actor: str) -> Iterator[tuple[str, str]]:
    """Yield (id, name) of actors that are related to a group: members, groups that it is in, names in the same words, groups."""
    own = engine.read("MATCH (a:Actor {id: $id}) RETURN a.kind AS kind, a.name AS name", {"id": actor}).rows
    if not own or own[0][0] not in _GROUPS:
        return
    table = engine.read(
        "MATCH (:Actor {id: $id})-[:MEMBER_OF]-(b:Actor) RETURN DISTINCT b.id AS id, b.name AS name ORDER BY id LIMIT $most",
        {"id": actor, "most": _MOST},
    )
    kin = [(str(row[0]), str(row[1])) for row in table.rows]
    others = engine.read(
        "MATCH (a:Actor) WHERE a.kind IN $kinds AND a.id <> $id RETURN a.id AS id, a.name AS name, a.kind AS kind ORDER BY id",
        {"kinds": sorted(_GROUPS), "id": actor},
    ).rows
    words = _words(str(own[0][1]))
    alike = [(str(row[0]), str(row[1])) for row in others if words & _words(str(row[1]))]
    vague = [(str(row[0]), str(row[1])) for row in others if own[0][0] == row[2] == "Collective" and _of_states(row[1])]
    vague = vague if _of_states(own[0][1]) else []
    yield from list(dict.fromkeys([*kin, *alike, *vague]))[:_MOST]


def _words(name: str) -> frozenset[str]:
    """Return the telling words of a name, by their stems."""
    every = (token for token in tokens(name) if token.word not in LIGHT | EMPTY | _QUANTITIES)
    return frozenset(token.stem for token in every) - GENERAL_STEMS


def _of_states(name: str) -> bool:
    """Return whether a group is one of states, whoever they are: "Iran's neighbouring countries"."""
    return not _OF_STATES.isdisjoint(token.stem for token in tokens(name))


def count_of(engine: Engine, question: Question, values: Mapping[str, Any]) -> int:
    """Return how many rows a question that ships has with these values."""
    from tiebook.ask.parameters import compiled  # noqa: PLC0415 -- few answers need it

    cypher, parameters = compiled(question, values)
    return len(engine.read(cypher, parameters).rows)


def options_of(values: Mapping[str, Any]) -> str:
    """Return values as options of a command."""
    import shlex  # noqa: PLC0415

    return " ".join(
        as_option(name) if value is True else f"{as_option(name)} {shlex.quote(str(value))}"
        for name, value in values.items()
    )
