"""Whom somebody threatens or accuses by a clause about them: "threatened to leave if Peru attacks", "complained that Peru left"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon
from tiebook.draft.rules.words.lists import LEADERS
from tiebook.draft.rules.words.vocabulary import HIGH_OFFICES, is_noun_of
from tiebook.model.wording import Pattern

_IF: Final = ("if", "unless", "until")
_THREATS: Final = ("threaten", "warn")
_COMPLAINS: Final = ("complain", "allege", "charge", "protest")
_COMPLAINTS: Final = frozenset("complaint accusation allegation charge".split())
_REQUESTS: Final = frozenset("call demand appeal plea request ultimatum entreaty".split())
_ANSWERS: Final = frozenset(
    "reject ignore resist rebuff dismiss defy heed answer spurn turn bow yield give brush refuse accept decline oppose deny".split()
)
_DENIES: Final = ("deny", "reject", "dismiss", "refute", "rebut", "counter", "answer", "ignore", "resent")
_SAYS: Final = ("say", "declare", "state", "stress", "insist", "reiterate", "emphasise", "emphasize", "add", "repeat")
_FEELINGS: Final = frozenset(
    "disappointment anger outrage dismay frustration displeasure indignation irritation".split()
)
_UPSET: Final = (
    "angry",
    "angered",
    "disappointed",
    "dismayed",
    "outraged",
    "upset",
    "frustrated",
    "furious",
    "incensed",
    "unhappy",
)
_CLAIMED: Final = (
    "express",
    "repeat",
    "make",
    "renew",
    "level",
    "reiterate",
    "issue",
    "raise",
    "voice",
    "air",
    "lodge",
    "file",
    "publish",
)


def threat_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield whom a threat is for that depends on what they do: "threatened to cut aid unless Peru leaves"."""
    for place, chunk in enumerate(clauses.chunks):
        act = clauses.at(place + 1)
        threat = chunk.sort == "verb" and chunk.verb in _THREATS and not chunk.passive and not chunk.negated
        acts = act is not None and act.infinitive and chunk.verb == "threaten"
        says = chunk.verb == "warn" and (clauses.sort(place + 1) == "rel" or _is_future(clauses, place + 2))
        if not threat or not (acts or says):
            continue
        condition = next((each for each in range(place + 1, len(clauses.chunks)) if clauses.word(each) in _IF), None)
        verb = clauses.finite_verb(condition) if condition is not None else None
        if condition is None or verb is None or any(clauses.word(each) in (";", ":") for each in range(place, verb)):
            continue
        if clauses.chunks[verb].passive:
            continue
        pattern = lexicon().plain("threaten")
        yield from _to(clauses, place, pattern, clauses.subject(place), clauses.subject(verb))


def threatened_with(clauses: Clauses, found: Found, place: int) -> Iterator[Found]:
    """Yield that whoever is threatened with something is threatened: "threatened sanctions against Peru"."""
    governor = clauses.governor(place)
    if governor != place - 1 or found.type not in words.HOSTILE_TIES or not found.starts:
        return
    verb = clauses.chunks[governor]
    if verb.verb == "threaten" and not verb.passive:
        yield replace(found, tie="THREATENS", clause=governor, noun=True, at=place)


def accusation_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield whom an accusation is about: "complained that Peru arms rebels", "Chile's accusations that Peru attacked"."""
    pattern = lexicon().plain("criticise")
    for place, chunk in enumerate(clauses.chunks):
        verb = clauses.finite_verb(place + 2) if clauses.word(place + 1) == "that" else None
        blames = chunk.sort == "verb" and chunk.verb in _COMPLAINS and not chunk.passive and not chunk.negated
        complaint = chunk.sort == "noun" and is_noun_of(clauses.head(place), _COMPLAINTS | _FEELINGS)
        complaint = complaint or (clauses.head(place) in _UPSET and clauses.chunks[place - 1].verb in ("be", "feel"))
        complaint = complaint or (chunk.word in _UPSET and chunk.sort == "verb" and chunk.passive)
        if verb is None or not (blames or complaint):
            continue
        blamed = clauses.subject(verb)
        if clauses.chunks[verb].passive or any(clauses.word(each) in (",", ";", ":") for each in range(place, verb)):
            continue
        yield from _to(clauses, place, pattern, _accusers(clauses, place), blamed)


def request_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield who presses whoever answers: "rejected calls by Peru to leave", "bowed to Peru's demands"."""
    pattern = lexicon().plain("pressure")
    for place, chunk in enumerate(clauses.chunks):
        asked = chunk.sort == "noun" and is_noun_of(clauses.head(place), _REQUESTS)
        governor = clauses.governor(place) if asked else None
        verb = clauses.chunks[governor] if governor is not None else None
        if governor is None or verb is None or verb.verb not in _ANSWERS or verb.passive:
            continue
        if verb.verb == "give" and clauses.word(governor + 1) != "in":  # not "gave Peru an ultimatum"
            continue
        if any(clauses.sort(each) not in ("prep", "noun") for each in range(governor + 1, place)):
            continue
        yield from _answered(clauses, place, governor, pattern)


def answered_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield who has accused whoever answers: "denied Peru's accusations", "rejected criticism by Peru"."""
    pattern = lexicon().plain("criticise")
    for place, chunk in enumerate(clauses.chunks):
        blames = chunk.sort == "noun" and is_noun_of(clauses.head(place), _COMPLAINTS | {"criticism"})
        governor = clauses.governor(place) if blames else None
        verb = clauses.chunks[governor] if governor is not None else None
        if governor is None or verb is None or governor != place - 1 or verb.verb not in _DENIES or verb.passive:
            continue
        yield from _answered(clauses, place, governor, pattern)


def _answered(clauses: Clauses, place: int, verb: int, pattern: Pattern) -> Iterator[Found]:
    """Yield what somebody has said by the noun at a place to the subject of the verb that answers it."""
    own = themselves(clauses.named(place))
    saying = own or (clauses.group_from(place + 2)[0] if clauses.word(place + 1) in ("by", "from") else [])
    answering = [each for each in clauses.subject(verb) if not each.owned]
    for found in _to(clauses, place, pattern, saying, answering):
        yield replace(found, clause=None, presupposed=True)


def duty_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield whom a state or its officials tell what to do: "said that Peru must leave", "stressed that Peru should pay"."""
    pattern = lexicon().plain("pressure")
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb" or chunk.verb not in _SAYS or chunk.passive or chunk.negated or not chunk.finite:
            continue
        verb = clauses.finite_verb(place + 1)
        if verb is None or clauses.chunks[verb].modal not in ("must", "should") or clauses.chunks[verb].passive:
            continue
        if clauses.chunks[verb].verb == "be" or any(
            clauses.sort(each) in ("mark", "sub") for each in range(place, verb)
        ):
            continue
        saying = [each for each in clauses.subject(place) if _is_official(clauses, each)]
        told = [each for each in clauses.subject(verb) if not each.owned and each.place > chunk.start]
        states = [
            each for each in told if each.name is not None and each.name.kind in ("State", "ArmedGroup", "Organization")
        ]
        yield from _to(clauses, place, pattern, saying, states)


def _is_official(clauses: Clauses, named: Named) -> bool:
    """Return whether somebody speaks for a state: it, or a person with an office of it right before the name."""
    if named.name is None or named.owned or named.name.kind not in ("State", "Person", "Organization"):
        return False
    before = clauses.sentence.lower(named.place - 1)
    return (
        named.name.kind != "Person" or before in HIGH_OFFICES | {"secretary", "minister"} or named.name.who in LEADERS
    )


def _accusers(clauses: Clauses, place: int) -> list[Named]:
    """Return who accuses: the subject of the verb at a place, whose the complaint there is, or who repeats it."""
    if clauses.sort(place) == "verb":
        return clauses.subject(place)
    if clauses.head(place) in _UPSET:
        return clauses.subject(place - 1)
    own = themselves(clauses.named(place))
    governor = clauses.governor(place)
    makes = governor is not None and governor == place - 1 and clauses.chunks[governor].verb in _CLAIMED
    return own or (clauses.subject(governor) if governor is not None and makes else [])


def _is_future(clauses: Clauses, place: int) -> bool:
    """Return whether a clause says what is to come: "warned it would leave"."""
    verb = clauses.at(place)
    return verb is not None and verb.modal in ("will", "would", "shall", "may", "might", "could")


def _to(clauses: Clauses, place: int, pattern: Pattern, acting: list[Named], reached: list[Named]) -> Iterator[Found]:
    """Yield a frame from one to another, where both are there and not the same."""
    those = [each for each in reached if not each.owned or each.name is not None]
    ends = ends_of(pattern, [each for each in acting if not each.owned], themselves(those))
    if ends is None or {each.name for each in ends[0]} & {each.name for each in ends[1]}:
        return
    yield Found(
        pattern,
        *ends,
        place if clauses.sort(place) == "verb" else None,
        *span([*ends[0], *ends[1]], clauses.chunks[place]),
    )
