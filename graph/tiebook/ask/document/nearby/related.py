"""Points from an empty answer about a group to related actors about which the same question finds something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final

from tiebook.ask.document.command import command
from tiebook.ask.words.names.tokens import EMPTY, GENERAL_STEMS, LIGHT, Token, nations, stem, tokens
from tiebook.engine.base import Engine
from tiebook.questions import Question
from tiebook.support.numbers import counted

_GROUPS: Final = frozenset({"Collective", "Organization", "Bloc"})
_MOST: Final = 12  # related actors are asked about
_NAMED: Final = 4  # and these many are named
_OF_STATES: Final = frozenset(
    map(stem, "countries states nations powers neighbours neighbors rivals allies region".split())
)
_QUANTITIES: Final = frozenset({"some", "other", "others", "several", "all", "many", "most", "than"})


def related(engine: Engine, question: Question, values: Mapping[str, Any]) -> str | None:
    """Return a sentence on related actors about which the question finds something, with the command for each, or None.

    Of a group that nothing is coded of by its name, something may be coded of its members, of a group that it is in, of one with a
    name in the same words, or of another group of states whose members nobody names.
    """
    for param in question.params:
        if param.type not in ("actor", "entity") or param.name not in values:
            continue
        found = []
        for actor, name in _candidates(engine, values[param.name]):
            asked = {**values, param.name: actor}
            if actor not in values.values() and (count := count_of(engine, question, asked)):
                found.append((name, f"{counted(count, 'row')} ({command(question.name, asked)})"))
        if found:
            said = "; ".join(f"{name}, {rows}" for name, rows in found[:_NAMED])
            more = f"; and of {len(found) - _NAMED} more" if len(found) > _NAMED else ""
            return f"Coded about related actors, which may overlap with it: {said}{more}"
    return None


def _candidates(engine: Engine, actor: str) -> list[tuple[str, str]]:
    """Return (id, name) of actors that are related to a group: members, groups that it is in, names in the same words, groups."""
    own = engine.read("MATCH (a:Actor {id: $id}) RETURN a.kind AS kind, a.name AS name", {"id": actor}).rows
    if not own or own[0][0] not in _GROUPS:
        return []
    kind, called = own[0]
    kin = engine.read(
        "MATCH (:Actor {id: $id})-[:MEMBER_OF]-(b:Actor) RETURN DISTINCT b.id AS id, b.name AS name ORDER BY id LIMIT $most",
        {"id": actor, "most": _MOST},
    ).rows
    others = engine.read(
        "MATCH (a:Actor) WHERE a.kind IN $kinds AND a.id <> $id RETURN a.id AS id, a.name AS name, a.kind AS kind ORDER BY id",
        {"kinds": sorted(_GROUPS), "id": actor},
    ).rows
    alike = [(other, name) for other, name, _ in others if _alike(called, name)]
    vague = []
    if kind == "Collective" and _of_states(called):
        vague = [(other, name) for other, name, its in others if its == kind and _of_states(name)]
    return list(dict.fromkeys([*((other, name) for other, name in kin), *alike, *vague]))[:_MOST]


def _alike(name: str, other: str) -> bool:
    """Return whether two names have a telling word in common, of the same states.

    Two groups that both have to do with Iran are not related by that, and officials of two states are not by being officials.
    """
    (states, words), (others, its) = _words(name), _words(other)
    return states == others and not words.isdisjoint(its)


@lru_cache(maxsize=20_000)  # the names of a graph's groups are looked through for every empty answer about one
def _words(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the states that a name names, and its other telling words, by their stems."""
    every = [token for token in tokens(name) if token.word not in LIGHT | EMPTY | _QUANTITIES]
    states, stems, place = set(), set(), 0
    while place < len(every):
        length, state = _state(every, place)
        if state is not None:
            states.add(state)
        else:
            stems.add(every[place].stem)
        place += length
    return frozenset(states), frozenset(stems) - GENERAL_STEMS


def _state(words: Sequence[Token], start: int) -> tuple[int, str | None]:
    """Return the number of words by which a state is named that begin here, and the state; 1 and None where none does."""
    known = nations()
    for length in range(_longest_state(), 0, -1):
        state = known.get(tuple(word.word for word in words[start : start + length]))
        if state is not None:
            return min(length, len(words) - start), state
    return 1, None


@cache
def _longest_state() -> int:
    """Return the number of words of the longest name of a state."""
    return max(map(len, nations()))


def _of_states(name: str) -> bool:
    """Return whether a group is one of states, whoever they are: "Iran's neighbouring countries"."""
    return not _OF_STATES.isdisjoint(token.stem for token in tokens(name))


def count_of(engine: Engine, question: Question, values: Mapping[str, Any]) -> int:
    """Return how many rows a question that ships has with these values."""
    from tiebook.ask.parameters import compiled  # noqa: PLC0415 -- few answers need it

    cypher, parameters = compiled(question, values)
    return len(engine.read(cypher, parameters).rows)
