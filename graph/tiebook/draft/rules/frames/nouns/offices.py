"""Offices whose person stands further on: "Peru's envoy to Chile, Ana Rojas", "Mali, under President Ana Rojas"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.nouns import head_place
from tiebook.draft.rules.words import vocabulary as words
from tiebook.model.wording import Pattern

OFFICE: Final = Pattern("HOLDS_OFFICE_IN", "role", "A, president of B", "A", "president", ("of", "B"))
OF_MATTERS: Final = ("minister", "secretary", "undersecretary")  # who are called by what they deal with
_ALSO_OFFICES: Final = ("person", "man", "negotiator", "emissary", "observer")
_REIGNS: Final = ("rule", "leadership", "presidency", "reign", "premiership", "command", "chairmanship", "government")
_FARTHEST: Final = 8  # chunks between an office and its person


def office_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield the offices of persons who are named behind what the office is for, and under whom a state is."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort == "noun":
            yield from _behind(clauses, place)
            yield from _under(clauses, place)


def person_of_office(clauses: Clauses, place: int) -> Named | None:
    """Return the person behind an office and what it is for: "envoy for trade and oil, Ana Rojas"; None without one."""
    chunk, after = clauses.chunks[place], place + 1
    word = clauses.sentence.lower(head_place(clauses.sentence, chunk))
    if (word not in words.OFFICES and word not in _ALSO_OFFICES) or clauses.sort(after) != "prep":
        return None
    while after < min(place + _FARTHEST, len(clauses.chunks)) and clauses.sort(after) in ("prep", "join", "noun"):
        person = _last_person(clauses, clauses.chunks[after])
        if clauses.sort(after) == "noun" and person is not None and clauses.sort(after - 1) in ("prep", "join"):
            own = any(
                token.lower in words.OFFICES
                for token in clauses.sentence.tokens[clauses.chunks[after].start : person.place]
            )
            if own and clauses.sort(after - 1) == "join":
                return None  # "the head of the League and Chilean minister Ana Rojas": two persons
            return person if clauses.chunks[after].end - clauses.chunks[after].start > 1 else None
        after += 1
    chunk_after = clauses.at(after + 1)
    if clauses.word(after) != "," or chunk_after is None or chunk_after.sort != "noun":
        return None
    titles = (token.lower for token in clauses.sentence.tokens[chunk_after.start : chunk_after.end - 1])
    return _last_person(clauses, chunk_after) if all(each in words.TITLES for each in titles) else None


def _last_person(clauses: Clauses, chunk: Chunk) -> Named | None:
    name = clauses.sentence.tokens[chunk.end - 1].name
    return Named(name, chunk.end - 1) if name is not None and name.kind == "Person" else None


def _behind(clauses: Clauses, place: int) -> Iterator[Found]:
    chunk, tokens = clauses.chunks[place], clauses.sentence.tokens
    state = next((each for each in range(chunk.start, chunk.end) if tokens[each].name is not None), None)
    person = person_of_office(clauses, place) if state is not None else None
    speaks = clauses.word(place + 1) == "for" and clauses.head(place).startswith("spokes")
    if state is None and (clauses.word(place + 1) == "of" or speaks):  # "the head of the Peruvian army, Ana Rojas"
        those = clauses.named(place + 2)
        if clauses.head(place) in OF_MATTERS:  # "the minister of trade of Peru, Ana Rojas"
            those = themselves(clauses.group_from(place + 2)[0])
        behind = [each for each in those if each.name is not None and not each.owned]
        person = person_of_office(clauses, place) if behind else None
        state = behind[0].place if behind else None
    name = tokens[state].name if state is not None else None
    if person is None or state is None or name is None or name.kind == "Person":
        return
    first = state + 1 + (tokens[state + 1].kind == "owner") if state < chunk.end else chunk.start
    mechanism = " ".join(token.text for token in tokens[first : chunk.end] if token.lower not in words.DETERMINERS)
    ends = ((person,), (Named(name, state),))
    yield Found(OFFICE, *ends, None, min(state, chunk.start), person.place, presupposed=True, mechanism=mechanism)


def _under(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the office of whom a state is under: "Mali, under the rule of General Ana Rojas,", "Under King Ivo II, Peru"."""
    chunk, tokens = clauses.chunks[place], clauses.sentence.tokens
    person = _last_person(clauses, chunk)
    title = [token.text for token in tokens[chunk.start : chunk.end - 1] if token.lower not in words.DETERMINERS]
    if person is None or not title or title[-1].lower() not in words.OFFICES:
        return
    before = place - 1
    if clauses.word(before) == "of" and clauses.head(before - 1) in _REIGNS:
        before -= 2
    if clauses.word(before) != "under":
        return
    comma = clauses.word(before - 1) == ","
    those = clauses.named(before - 1 - comma)
    if before == 0 and clauses.word(place + 1) == ",":
        those = clauses.named(place + 2)
    states = [each for each in those if each.name is not None and each.name.kind == "State" and not each.owned]
    if len(states) == 1:
        first, last = sorted((person.place, states[0].place))
        yield Found(
            OFFICE, (person,), (states[0],), None, first, last, presupposed=True, mechanism=" ".join(title).lower()
        )
