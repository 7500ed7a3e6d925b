"""Finds the object of a verb: behind adverbials of manner and time, behind a joined verb, or in the deed that the verb is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.joined import behind_thing
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import is_adverb
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon

FARTHEST: Final = 14  # chunks between a verb and the last of its words
_FAR: Final = 3
_MANNER: Final = (
    "numbers",
    "secret",
    "earnest",
    "force",
    "strength",
    "general",
    "particular",
    "practice",
    "public",
    "private",
)
_QUOTES: Final = ('"', "\u201c")
_MAKES: Final = frozenset(  # "opposes the ban that Peru imposed"
    "impose reimpose propose launch make carry conduct wage sign draft table adopt announce order issue levy introduce plan start"
    " begin broker mediate present build stage".split()
)
_HOW: Final = ("in", "on", "at", "during", "as", "after")
HYPHENS: Final = ("-", "\u2010", "\u2011", "\u2013")  # "flies US-made jets"


def object_at(clauses: Clauses, place: int, rest: list[str]) -> tuple[list[Named], int] | None:
    """Return whom the object at a place names, and its last chunk; None if it names nobody.

    rest -- the steps of the pattern that follow it
    """
    place = past_what(clauses, past_manner(clauses, _past_verbs(clauses, place)))
    step = clauses.word(place - 1)
    if clauses.head(place) in _MANNER and clauses.word(place + 1) == step:  # "active in large numbers in Peru"
        place += 2
    chunk = clauses.at(place)
    if chunk is None or chunk.sort != "noun":
        return None
    if rest and rest[0].startswith("{"):  # "sold Iran missiles": one phrase, or two
        token = next((each for each in clauses.sentence.tokens[chunk.start : chunk.end]), None)
        if token is not None and token.lower in ("it", "them"):  # "sells it missiles"
            return [Named(None, chunk.start, "", token.text)], place
        joined = clauses.sentence.kind(chunk.start + 1) == "owner" or clauses.sentence.lower(chunk.start + 1) in HYPHENS
        if token is None or token.name is None or token.name.adjective or joined:
            return None
        return [Named(token.name, chunk.start)], place
    said_of = clauses.head(place) in lexicon().adjectives and not clauses.named(place) and chunk.end - chunk.start > 1
    if said_of and clauses.word(place + 1) == "of":  # "vetoed language critical of Peru"
        return None
    suffered = words.is_noun_of(clauses.head(place), words.SUFFERED) and clauses.word(place + 1) == "of"
    if suffered and not clauses.named(place):  # "condemned the killing of two Peruvian officers"
        return _doers(clauses, place)
    found, last = clauses.group_from(place)
    if _is_clause(clauses, place, last):
        return None
    return (
        (found, last) if found else _instances(clauses, place) or _doers(clauses, place) or behind_thing(clauses, place)
    )


def past_manner(clauses: Clauses, place: int) -> int:
    """Return where the object of a verb stands behind how or when: "condemned in the strongest terms the", "acted, openly, in"."""
    if clauses.sort(place - 1) != "verb":
        return place
    if clauses.word(place) == ",":
        closing = place + 1
        while clauses.sort(closing) == "join" or is_adverb(clauses.head(closing)):
            closing += 1
        return closing + 1 if clauses.word(closing) == "," and closing > place + 1 else place
    timed = clauses.behind_times(place)
    if timed > place and clauses.sort(timed) == "noun" and clauses.sort(place) == "noun":
        return timed  # "rejected Thursday an appeal"
    while clauses.word(place) in _HOW:
        how = place + 1 + (clauses.head(place + 1) in _QUOTES)  # 'in "the strongest terms"'
        when = clauses.sort(how + 1) == "prep" and (clauses.head(how) in words.DAYS or clauses.head(how).isdigit())
        if not when and (not clauses.sort(how) == clauses.sort(how + 1) == "noun" or clauses.named(how)):
            break
        place = how + 1
    return place


def past_what(clauses: Clauses, place: int) -> int:
    """Return where it stands what somebody calls something: "opposes what it considers to be Peru's attack"."""
    chunk = clauses.at(place)
    if chunk is None or chunk.sort != "noun" or clauses.sentence.lower(chunk.start) != "what":
        return place
    verb = next((each for each in range(place + 1, place + _FAR + 1) if clauses.sort(each) == "verb"), None)
    if verb is None or clauses.chunks[verb].verb not in words.DESCRIBES | {"say", "believe", "claim"}:
        return place
    after = verb + 1
    while clauses.word(after) != "as" and clauses.sort(after) == "prep" and clauses.sort(after + 1) == "noun":
        after += 2  # "what many described at the time as"
    is_ = clauses.at(after)
    after += clauses.word(after) == "as" or (is_ is not None and is_.infinitive and is_.verb == "be")
    return after if clauses.sort(after) == "noun" else place


def _instances(clauses: Clauses, place: int) -> tuple[list[Named], int] | None:
    """Return those named as instances of what nobody is named in: "in many conflicts, including in Mali and Chad"."""
    after = place + 1
    while clauses.sort(after) == "prep" and clauses.sort(after + 1) == "noun" and not clauses.named(after + 1):
        after += 2
    after += clauses.word(after) == ","
    if clauses.word(after) == "among" and clauses.head(after + 1) == "them":
        after += 2
    elif clauses.head(after) in words.EXAMPLES or clauses.word(after) in words.EXAMPLES:
        after += 1
    else:
        return None
    after += clauses.sort(after) == "prep"
    found, last = clauses.group_from(after)
    return (found, last) if found else None


def those_between(clauses: Clauses, place: int) -> tuple[list[Named], int] | None:
    """Return those between whom is what a verb is about: "condemned the growing cooperation between Peru and Chile"."""
    found, last = clauses.group_from(place + 2) if clauses.word(place + 1) == "between" else ([], place)
    head = clauses.head(place)
    return ([replace(each, owned=head) for each in found], last) if len(found) > 1 else None


def _is_clause(clauses: Clauses, place: int, last: int) -> bool:
    """Return whether what follows a verb of fearing is not an object but a clause: "fears Peru will attack"."""
    verb, after = clauses.at(place - 1), clauses.at(last + 1)
    fears = verb is not None and verb.verb in words.FEARS and not verb.passive
    return fears and after is not None and after.sort == "verb" and after.finite


def _past_verbs(clauses: Clauses, place: int) -> int:
    """Return where the object stands that a verb shares with those joined behind it: "condemned, then attacked, Peru"."""
    verb, after = clauses.at(place - 1), place
    listed = clauses.word(place) == clauses.word(place - 2) == "," and clauses.sort(place - 3) == "verb"
    if listed and clauses.sort(place + 1) == "noun" and verb is not None and verb.sort == "verb":
        return place + 1
    while clauses.word(after) == "," or clauses.sort(after) == "join":
        after += 1
    after += is_adverb(clauses.head(after))
    second = clauses.at(after)
    if verb is None or second is None or after == place or verb.sort != "verb" or second.sort != "verb":
        return place
    commas = second.end - second.start == 1 and all(clauses.word(each) == "," for each in range(place, after))
    after += 1
    if commas:  # "finds it threatening, arming Peru"
        return place
    after += clauses.word(after) == ","
    return after if second.form == verb.form and clauses.sort(after) == "noun" else place


def _doers(clauses: Clauses, place: int) -> tuple[list[Named], int] | None:
    """Return who does what a verb is about: "condemned the attack on Israel by Hamas"."""
    contact = clauses.at(place + 2)  # "condemned the ban Peru imposed"
    if (
        contact is not None
        and contact.finite
        and contact.verb in _MAKES
        and clauses.relative_object(place + 2) == place
    ):
        found = clauses.named(place + 1)
        return (found, place + 1) if found and not found[0].owned else None
    for after in range(place + 1, min(place + FARTHEST, len(clauses.chunks) - 1)):
        acts = clauses.sort(after + 2) == "verb" and clauses.chunks[after + 2].finite
        acts = acts and clauses.chunks[after + 2].verb in _MAKES
        acts = (
            acts and clauses.sort(after + 3) != "noun" and not words.is_noun_of(clauses.head(after - 1), words.CONTENT)
        )
        if clauses.word(after) in ("that", "which") and clauses.sort(after) == "rel" and acts:
            found = clauses.named(after + 1)  # "opposes the ban that Peru imposed"
            return (found, after + 1) if found and not found[0].owned else None
        made = clauses.chunks[after].passive and not clauses.chunks[after].finite  # "the procedure set up by Peru"
        joined = clauses.sort(after) == "join" and clauses.sort(after + 1) == "noun"
        if clauses.sort(after) not in ("prep", "noun") and not made and not joined:
            return None
        if clauses.word(after) == "by":
            found, last = clauses.group_from(after + 1)
            return (found, last) if found else None
    return None
