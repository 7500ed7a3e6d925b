"""Offices that a verb, an owner or a word before a name gives: "was elected president of Peru", "Peru's Ana Rojas"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.frames.nouns.offices import OFFICE
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words import vocabulary as words

_GIVES: Final = frozenset(
    "elect re-elect reelect appoint reappoint name install instal confirm swear inaugurate crown proclaim declare".split()
)
_TAKES: Final = frozenset("take assume enter leave".split())  # "took office as"
_BODIES: Final = ("State", "GovernmentBody", "Organization", "Party", "Military", "Bloc", "ArmedGroup")


def elected_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield the offices to which persons are elected or appointed, and those of persons whom only a state's name introduces."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort == "noun":
            yield from _owned(clauses, place)
            yield from _of_body(clauses, place)
        elif chunk.sort == "verb":
            yield from _given(clauses, place)


def _owned(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield whose a person is: "Peru's Ana Rojas"."""
    tokens, chunk = clauses.sentence.tokens, clauses.chunks[place]
    for each in range(chunk.start + 2, chunk.end):
        state, person = tokens[each - 2].name, tokens[each].name
        if tokens[each - 1].kind != "owner" or state is None or person is None:
            continue
        if state.kind == "State" and person.kind == "Person" and clauses.sentence.kind(each + 1) != "owner":
            yield _found(Named(person, each), Named(state, each - 2), None)


def _of_body(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the office before a body and a person: "Secretary-General of NATO Ana Rojas"."""
    tokens, chunk = clauses.sentence.tokens, clauses.chunks[place]
    body, person = tokens[chunk.start].name, tokens[chunk.end - 1].name
    if chunk.end - chunk.start != 2 or body is None or person is None or clauses.word(place - 1) != "of":  # noqa: PLR2004
        return
    if _is_office(clauses.head(place - 2)) and body.kind in _BODIES and person.kind == "Person":
        yield _found(Named(person, chunk.end - 1), Named(body, chunk.start), None)


def _given(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the office that is the object of a verb: "was elected president of Peru", "took office as Peru's president"."""
    chunk = clauses.chunks[place]
    after = place + 1
    if chunk.verb in _GIVES and chunk.passive:
        persons = clauses.subject(place)
        after += clauses.word(after) == "in"  # "sworn in"
    elif chunk.verb in _TAKES and clauses.head(after) == "office":
        persons, after = clauses.subject(place), after + 1
    else:
        return
    after += clauses.word(after) == "as"
    those = [each for each in persons if each.name is not None and each.name.kind == "Person" and not each.owned]
    bodies = [*clauses.named(after)]
    if not bodies and clauses.word(after + 1) in ("of", "to", "for"):
        bodies = clauses.named(after + 2)
    known = [each for each in bodies if each.name is not None and each.name.kind in _BODIES]
    if len(those) == 1 and known and _is_office(clauses.head(after)):
        yield _found(those[0], Named(known[0].name, known[0].place), place)


def _is_office(head: str) -> bool:
    return head in words.OFFICES or head.rsplit("-", 1)[-1] in words.OFFICES


def _found(person: Named, body: Named, clause: int | None) -> Found:
    first, last = sorted((person.place, body.place))
    return Found(OFFICE, (person,), (body,), clause, first, last, presupposed=clause is None)
