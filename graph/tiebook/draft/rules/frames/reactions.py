"""What somebody feels at what a clause says, or gives to it: "opened the base, to the dismay of Peru", "with Peru's backing"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import themselves
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon

_BACKING: Final = {
    **dict.fromkeys(
        ("backing", "support", "blessing", "encouragement", "patronage", "approval", "consent", "cover"), "support"
    ),
    **dict.fromkeys(("help", "assistance", "aid", "funding", "money", "financing"), "aid"),
}
_OBJECTIONS: Final = {
    **dict.fromkeys(("objection", "objections", "opposition", "protest", "protests", "resistance"), "oppose"),
    **dict.fromkeys(("criticism", "condemnation", "denunciations", "outcry", "complaints"), "criticise"),
}
_PRESSURE: Final = ("pressure", "insistence", "urging", "prodding", "behest", "arm-twisting", "request")
_FRONT: Final = 2  # chunks before a reaction with which a sentence begins
_VERBS: Final = {"CRITICISES": "criticise", "PERCEIVES_THREAT_FROM": "fear", "SUPPORTS": "support"}


def reaction_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield who is annoyed, alarmed or delighted by whoever the subject of the clause is."""
    for place, chunk in enumerate(clauses.chunks):
        tie = (
            words.REACTIONS.get(clauses.head(place))
            if chunk.sort == "noun" and clauses.word(place - 1) == "to"
            else None
        )
        governor = clauses.governor(place)
        closed = clauses.word(place + 1) == "," or clauses.word(place + 3) == ","
        fronted = governor is None and closed and place <= _FRONT  # "Much to Peru's anger, Chile left"
        if tie is None or not (fronted or governor is not None) or governor == place - 2:  # "turned to the anger of"
            continue
        own = themselves(clauses.named(place))
        feeling = own or (clauses.group_from(place + 2)[0] if clauses.word(place + 1) == "of" else [])
        main = governor if governor is not None else clauses.finite_verb(place)
        main = next((each for each in range(main or 0, -1, -1) if clauses.chunks[each].finite), main)
        acting = themselves(clauses.subject(main)) if main is not None else []
        pattern = lexicon().plain(_VERBS[tie])
        ends = ends_of(pattern, feeling, acting)
        if ends is not None:
            yield Found(pattern, *ends, place - 1, *span([*feeling, *acting], chunk))


def backing_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield with whose support somebody acts: "With Peru's backing, Chile attacked", "attacked with help from Peru"."""
    for place, chunk in enumerate(clauses.chunks):
        head = _BACKING.get(clauses.head(place)) if chunk.sort == "noun" and clauses.word(place - 1) == "with" else None
        governor = clauses.governor(place)
        if head is None or (governor is not None and governor == place - 2 and not clauses.chunks[governor].passive):
            continue  # "met with support"
        own = themselves(clauses.named(place))
        giving = own or (clauses.group_from(place + 2)[0] if clauses.word(place + 1) in ("of", "from") else [])
        main = governor if governor is not None else clauses.finite_verb(place + 1)
        acting = clauses.subject(main) if main is not None else []
        pattern = lexicon().plain(head)
        ends = ends_of(pattern, giving, acting)
        if ends is not None:
            yield Found(pattern, *ends, main, *span([*giving, *acting], chunk), presupposed=True)


def pressure_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield who makes somebody do what a clause says: "left the pact, mainly due to Peru's pressure", "at Peru's insistence"."""
    pattern = lexicon().plain("pressure")
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "noun" or clauses.head(place) not in _PRESSURE or not _is_reason(clauses, place):
            continue
        own = themselves(clauses.named(place))
        before = place - 2
        while own and clauses.word(place - 1) == "and" and clauses.named(before):
            own, before = [*clauses.named(before), *own], before - 2
        pressing = own or (clauses.group_from(place + 2)[0] if clauses.word(place + 1) in ("of", "from", "by") else [])
        governor = clauses.governor(place)
        main = governor if governor is not None else clauses.finite_verb()
        pressed = [each for each in clauses.subject(main) if not each.owned] if main is not None else []
        if {each.place for each in pressed} & {each.place for each in pressing}:
            continue
        ends = ends_of(pattern, pressing, pressed)
        if ends is not None:
            yield Found(pattern, *ends, None, *span([*pressing, *pressed], chunk), presupposed=True)


def objection_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield who objects to what a clause says somebody does: "signed the pact despite objections from Peru"."""
    for place, chunk in enumerate(clauses.chunks):
        verb = _OBJECTIONS.get(clauses.head(place)) if chunk.sort == "noun" else None
        opens = place == 1 and clauses.word(0) in ("despite", "over", "amid")  # "Despite Peru's objections, Chile left"
        governor = clauses.governor(place) if not opens else clauses.finite_verb(place)
        if (
            verb is None
            or governor is None
            or clauses.word(place - 1) not in ("despite", "over", "amid", "against", "after")
        ):
            continue
        own = themselves(clauses.named(place))
        objecting = own or (clauses.group_from(place + 2)[0] if clauses.word(place + 1) in ("from", "by") else [])
        acting = [each for each in clauses.subject(governor) if not each.owned]
        pattern = lexicon().plain(verb)
        ends = ends_of(pattern, objecting, acting)
        if ends is not None and (opens or place == governor + 2 + _objects(clauses, governor, place)):
            yield Found(pattern, *ends, None, *span([*objecting, *acting], chunk), presupposed=True)


def _objects(clauses: Clauses, governor: int, place: int) -> int:
    """Return how many noun phrases and prepositions stand between a verb and the preposition before a place."""
    between = range(governor + 1, place - 1)
    return len(between) if all(clauses.sort(each) in ("noun", "prep", "join") for each in between) else -1


def _is_reason(clauses: Clauses, place: int) -> bool:
    """Return whether a noun, or those joined before it, is why something is done: "due to Peru and Chile's pressure"."""
    before = place - 1
    while clauses.word(before) == "and" and clauses.named(before - 1):
        before -= 2
    word = clauses.word(before)
    due = word == "to" and clauses.head(before - 1) in ("due", "owing", "thanks")
    because = word == "of" and "because" in (clauses.word(before - 1), clauses.head(before - 1))
    return due or because or word in ("at", "amid", "after", "following")
