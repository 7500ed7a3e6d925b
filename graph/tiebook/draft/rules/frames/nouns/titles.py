"""Offices and bodies within a noun phrase: "Iranian President Hassan Rouhani", "Chile's Ministry of Trade"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.frames.nouns.belonging import MEMBER
from tiebook.draft.rules.frames.nouns.offices import OFFICE
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lists import LEADER_STATES, LEADERS, LEADERS_BY_LAST_NAME

_BODIES: Final = ("GovernmentBody", "Organization", "Party", "Military")
_FORCES: Final = ("Forces", "Force", "Army", "Guard", "Guards", "Corps")
_THEIR: Final = ("its", "their", "his", "her")
_STATES: Final = "united-states"
_AMERICAN: Final = (  # offices that by their titles are of the United States, where no other state stands before them
    "secretary of state",
    "secretary of defense",
    "secretary of the treasury",
    "treasury secretary",
    "commerce secretary",
    "trade representative",
    "secretary of commerce",
    "secretary of homeland security",
    "national security advisor",
    "national security adviser",
    "attorney general",
)


def offices_within(clauses: Clauses, chunk: Chunk) -> Iterator[Found]:
    """Yield the office of a person: "Iranian President Hassan Rouhani"."""
    tokens = clauses.sentence.tokens
    for place in range(chunk.start, chunk.end):
        name = tokens[place].name
        if name is None or name.kind != "Person":
            continue
        office = place
        while office - 1 >= chunk.start and tokens[office - 1].kind == "word":
            office -= 1
        title = [tokens[each].lower for each in range(office, place)]
        holder = office - 1 if office > chunk.start else -1
        if holder >= chunk.start and tokens[holder].kind == "owner":
            holder -= 1
        known = tokens[holder].name if holder >= chunk.start else None
        if (
            known is None and place == chunk.end - 1 and clauses.sentence.lower(place + 1) == "of"
        ):  # President Rojas of Chile
            holder = place + 2 if place + 2 < len(tokens) else holder
            known = tokens[holder].name if holder > place and tokens[holder].kind == "name" else None
            named = clauses.sentence.lower(place + 2) == "the" and place + 3 < len(tokens)  # of the Republic of Korea
            whole = tokens[place + 3].name if named else None
            holder, known = (place + 3, whole) if whole is not None and whole.kind == "State" else (holder, known)
        if known is None and place == chunk.end - 1 and clauses.sentence.lower(place + 1) in ("of", "from"):
            yield from _of_a_body(clauses, place)
        mechanism = " ".join(token.text for token in tokens[office:place])
        state = (
            _STATES
            if " ".join(title).endswith(_AMERICAN)
            else LEADER_STATES.get(LEADERS_BY_LAST_NAME.get(name.who, name.who))
        )
        if known is None and state is not None and title:
            known = Name(state, tokens[office].start, tokens[place - 1].end, "State", said=mechanism)
            holder = office
        first = _first_office(clauses, chunk) if known is None else None
        if first is not None:
            holder, known = first, tokens[first].name
        if known is None or not any(word in words.OFFICES for word in title):
            continue
        ends = ((Named(name, place),), (Named(known, holder),))
        yield Found(OFFICE, *ends, None, min(holder, office), max(place, holder), presupposed=True, mechanism=mechanism)


def _first_office(clauses: Clauses, chunk: Chunk) -> int | None:
    """Return the token of whose the office is that another is joined to: "Peruvian President Pavlov and Defence Minister Rojas"."""
    at, tokens = clauses.chunk_of(chunk.start), clauses.sentence.tokens
    before = clauses.at(at - 2) if clauses.word(at - 1) == "and" else None
    if before is None or before.sort != "noun":
        return None
    names = [
        each
        for each in range(before.start, before.end)
        if (name := tokens[each].name) is not None and name.kind == "State"
    ]
    title = {token.lower for token in tokens[before.start : before.end]} & words.OFFICES
    return names[0] if len(names) == 1 and names[0] < before.end - 1 and title else None


def unstated_offices(
    clauses: Clauses, topic_of: Callable[[int], Name | None], known: Collection[str]
) -> Iterator[Found]:
    """Yield the office of a subject whose state only the sentences before name: "Peru is divided. President Ana Rojas said".

    topic_of -- returns for a token the state of which a paragraph speaks up to there
    known -- persons of whom the text has spoken before
    """
    tokens = clauses.sentence.tokens
    main = clauses.finite_verb()
    chunk = clauses.at(main - 1) if main is not None else None
    place = chunk.end - 1 if chunk is not None else -1
    name = tokens[place].name if place >= 0 else None
    if (
        chunk is None
        or main is None
        or name is None
        or name.kind != "Person"
        or name.who in {*LEADERS, *LEADERS_BY_LAST_NAME, *known}
    ):
        return
    title = [each.lower for each in tokens[chunk.start : place]]
    topic = topic_of(chunk.start) if title and title[-1] in words.HIGH_OFFICES else None
    near = (each.who for one in range(main + 1, main + 4) for each in _names_in(clauses, one))
    if topic is None or any(each.kind != "word" for each in tokens[chunk.start : place]) or topic.who in near:
        return
    mechanism = " ".join(each.text for each in tokens[chunk.start : place])
    state = Name(topic.who, tokens[chunk.start].start, tokens[place - 1].end, "State", said=mechanism)
    ends = ((Named(name, place),), (Named(state, chunk.start),))
    yield Found(OFFICE, *ends, None, chunk.start, place, presupposed=True, mechanism=mechanism)


def _names_in(clauses: Clauses, place: int) -> Iterator[Name]:
    chunk = clauses.at(place)
    for token in clauses.sentence.tokens[chunk.start : chunk.end] if chunk is not None else ():
        if token.name is not None and not token.name.adjective:
            yield token.name


def bodies_within(clauses: Clauses, chunk: Chunk) -> Iterator[Found]:
    """Yield whose a body is: "Chile's Ministry of Trade", "its Coastal Command"."""
    tokens = clauses.sentence.tokens
    for place in range(chunk.start + 1, chunk.end):
        body, owner = tokens[place].name, tokens[place - 1]
        forces = body is not None and body.kind == "ArmedGroup" and body.who.split()[-1] in _FORCES
        if (
            body is None
            or not (forces or body.kind in ("GovernmentBody", "Military"))
            or not body.new
            or body.who == body.said
        ):
            continue
        whose = Named(None, place - 1, "", owner.text) if owner.lower in _THEIR[:2] else None
        if owner.kind == "owner" and tokens[place - 2].name is not None:
            whose = Named(tokens[place - 2].name, place - 2)
        if whose is not None:
            yield Found(MEMBER, (Named(body, place),), (whose,), None, whose.place, place, presupposed=True)


def _of_a_body(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the office that is not named: "Ana Rojas of the Andean Centre for Coastal Affairs"."""
    tokens = clauses.sentence.tokens
    body = place + 2 + (clauses.sentence.lower(place + 2) == "the")
    name = tokens[body].name if body < len(tokens) else None
    organ = clauses.named(clauses.chunk_of(body)) if name is not None and name.adjective else []
    organ = [each for each in organ if each.place == body and not each.owned]  # "of the Peruvian foreign ministry"
    if name is not None and ((name.kind in _BODIES and not name.adjective) or organ):
        ends = ((Named(tokens[place].name, place),), (Named(name, body),))
        yield Found(OFFICE, *ends, None, place, body, presupposed=True)
