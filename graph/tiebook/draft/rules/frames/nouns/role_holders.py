"""Who has a role that a noun phrase names: "Peru is an ally", "its partners, namely Peru and Chile", "sees Chile as a rival"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.nouns import is_adverb
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon

_LISTS: Final = frozenset("namely including like".split())
_COMES_AS: Final = ("serve", "act", "function", "emerge", "rank", "rise", "return", "count")
_BELIEVES: Final = frozenset("believe consider judge deem reckon declare think presume".split())
_FOR_HOW_LONG: Final = ("for", "since", "until", "from")
_TAIL: Final = (
    "with",
    "between",
    "to",
    "for",
    "on",
    "against",
    "over",
    "in",
    "into",
    "toward",
    "towards",
    "from",
    "near",
)


def who_has(clauses: Clauses, place: int) -> tuple[list[Named], int | None, bool]:
    """Return who has the role that a noun phrase names, the verb that says so, and whether it is taken for granted."""
    before = _past_adverbs(clauses, place - 1)
    first = clauses.head(before - 1) if clauses.word(before) in ("and", "or") else ""
    if (
        first in lexicon().roles
        and not clauses.named(before - 1)
        and clauses.sort(before - 2) in ("verb", "prep", "mark")
    ):
        before -= 2  # "is a partner and close ally of Peru"
    if plain := _thought_to_be(clauses, place, before) or _plainly(clauses, before) or _turned(clauses, place):
        return plain
    if (
        clauses.word(before) == "among"
        and clauses.sort(before - 1) == "verb"
        and clauses.chunks[before - 1].verb == "be"
    ):
        return clauses.subject(before - 1), before - 1, False
    if clauses.word(before) == "of" and clauses.head(before - 1) in ("one", "part", "some", "two"):
        if clauses.sort(before - 2) == "verb" and clauses.chunks[before - 2].verb in ("be", "become", "remain"):
            return clauses.subject(before - 2), before - 2, False
        before -= 2
    if clauses.word(before) == "as":
        role = _as_one(clauses, place, before)
        if role is not None:
            return role
    beside = clauses.word(before) == "," and any(not each.owned for each in clauses.named(before - 1))
    one = beside and clauses.sentence.lower(clauses.chunks[place].start) in ("a", "an")
    after = [] if one else _listed(clauses, place)  # "add Chad, an ally of Mali, Niger and Peru"
    if after:
        return after, None, True
    acts = clauses.sort(place + 1) == "verb" and clauses.chunks[place + 1].finite
    acts = acts and clauses.sentence.lower(clauses.chunks[place].start) == "the"  # "When Peru left, the two members"
    if clauses.word(before) == "," and clauses.sort(before - 1) == "noun" and not acts:
        found = clauses.named(before - 1)
        if found and not found[0].owned:
            several = clauses.head(place).endswith("s")
            return (clauses.ending_at(before - 1) if several else found), None, True
    return _of_two_offices(clauses, before), None, True


def _plainly(clauses: Clauses, before: int) -> tuple[list[Named], int | None, bool] | None:
    """Return who is something: "Peru is an ally"; None elsewhere."""
    verb = clauses.at(before)
    is_one = verb is not None and verb.sort == "verb" and verb.verb in ("be", "become", "remain")
    return (clauses.subject(before), before, False) if is_one else None


def _thought_to_be(clauses: Clauses, place: int, before: int) -> tuple[list[Named], int | None, bool] | None:
    """Return who somebody takes for something: "considers Peru a rival of Chile", "believes Peru to be a rival"; else None."""
    be = clauses.at(before)
    to_be = be is not None and be.infinitive and be.verb == "be"
    whom = before - 1 if to_be else place - 1
    verb = clauses.at(whom - 1)
    if verb is None or verb.sort != "verb" or verb.passive or clauses.sort(whom) != "noun":
        return None
    if verb.verb not in (words.NAMING | _BELIEVES if to_be else words.NAMING):
        return None
    found = [each for each in clauses.named(whom) if not each.owned]
    return (found, whom - 1, False) if found else None


def _past_adverbs(clauses: Clauses, place: int) -> int:
    """Return the chunk before adverbs, and before what says for how long: "Peru, for decades an ally of Chile, left"."""
    while clauses.sort(place) == "noun" and is_adverb(clauses.head(place)):
        place -= 1
    timed = clauses.word(place - 1) in _FOR_HOW_LONG and clauses.word(place - 2) == "," and not clauses.named(place)
    return place - 2 if timed and clauses.sort(place) == "noun" and clauses.named(place - 3) else place


def _turned(clauses: Clauses, place: int) -> tuple[list[Named], int | None, bool] | None:
    """Return who has a role that is the subject of "is": "Peru's main ally is Chile", "the main rival of Peru is Chile"."""
    after = place + 1
    while clauses.word(after) in ("of", "in") and clauses.sort(after + 1) == "noun":
        after += 2
    verb = clauses.at(after)
    opens = clauses.sort(place - 1) in ("", "mark", "sub", "join", "rel")
    if verb is None or verb.sort != "verb" or verb.verb not in ("be", "remain") or verb.passive or not opens:
        return None
    found = [each for each in clauses.group_from(after + 1)[0] if each.name is not None and each.name.label == "Actor"]
    return (
        (found, after, False)
        if found and not any(each.owned or each.name.adjective for each in found if each.name)
        else None
    )


def _as_one(clauses: Clauses, place: int, before: int) -> tuple[list[Named], int | None, bool] | None:
    """Return who is something "as" which a sentence names it: "sees Chile as", "served as", "As a member of the pact, Chile"."""
    own = clauses.named(before - 1) if clauses.sort(before - 1) == "noun" else []
    thing = clauses.word(before - 2) in _TAIL and clauses.sort(before - 3) == "noun"
    if thing and clauses.governor(before) is not None:  # "sees Peru's pact with Chile as a threat"
        return [], clauses.governor(before), False
    if own and clauses.word(before - 2) == "by" and clauses.sort(before - 3) == "verb":  # "regarded by Peru as"
        return clauses.subject(before - 3), before - 3, False
    if seen := _seen_as(clauses, before):
        return seen
    if own and (not own[0].owned or _person(own[0])):
        return themselves(own), clauses.governor(before), False
    governor = clauses.at(before - 1)
    if governor is not None and governor.verb in _COMES_AS and not governor.passive:
        return clauses.subject(before - 1), before - 1, False
    if before == 0 or clauses.sort(before - 1) == "mark":
        main = clauses.finite_verb(place)
        return (clauses.subject(main) if main is not None else []), None, True
    return None


def _seen_as(clauses: Clauses, before: int) -> tuple[list[Named], int | None, bool] | None:
    """Return who is seen as something: "is widely regarded as a rival", "Chile, which Peru regards as a rival"; None elsewhere."""
    governor, seen = clauses.at(before - 1), clauses.at(before - 3)
    if clauses.word(before - 2) in ("in", "among") and seen is not None and seen.passive:  # "is regarded in Lima as"
        return clauses.subject(before - 3), before - 3, False
    if governor is None or governor.verb not in words.DESCRIBES or not governor.finite:
        return None
    if governor.passive:
        return clauses.subject(before - 1), before - 1, False
    whom = clauses.relative_object(before - 1)
    return ([each for each in clauses.named(whom) if not each.owned], before - 1, False) if whom is not None else None


def _of_two_offices(clauses: Clauses, before: int) -> list[Named]:
    """Return who has a second office: "Ana Rojas, envoy of Chile and head of the mission"."""
    if clauses.word(before) != "and":
        return []
    while clauses.sort(before) in ("join", "noun", "prep"):
        before -= 1
    found = clauses.named(before - 1) if clauses.word(before) == "," and clauses.sort(before - 1) == "noun" else []
    return [each for each in found if _person(each) and not each.owned]


def members_beside(clauses: Clauses, after: int) -> list[Named]:
    """Return those who are members too: "Peru is a member of the Quad, alongside Chile and India"."""
    after += clauses.word(after) == ","
    return clauses.group_from(after + 1)[0] if clauses.word(after) == "alongside" else []


def _person(named: Named) -> bool:
    return named.name is not None and named.name.kind == "Person"


def _listed(clauses: Clauses, place: int) -> list[Named]:
    """Return those named after a role: "its partners, namely Russia and China", "its ally, Iran"."""
    after = place + 1
    if clauses.sort(after) == "prep" and clauses.word(after) == "of" and clauses.named(after + 1):
        after += 2
    placed = clauses.word(after) in ("in", "on", "within", "across") and clauses.sort(after + 1) == "noun"
    after += 2 if placed and clauses.word(after + 2) == "," else 0  # "its rival in the Pacific, Chile,"
    comma = clauses.word(after) in (",", "\u2013", "\u2014")
    after += 1 if comma else 0
    if clauses.head(after) == "such" and clauses.word(after + 1) == "as":
        after += 2
    elif clauses.head(after) in _LISTS or clauses.word(after) in _LISTS:
        after += 1
        after += 1 if clauses.word(after) == "," else 0
    elif not comma:
        return []
    chunk = clauses.at(after)
    if chunk is None or chunk.sort != "noun" or _of_another(clauses, chunk):
        return []
    found = clauses.group_from(after)[0]
    return [each for each in found if not each.owned and each.reference.lower() not in words.PRONOUNS]


def _of_another(clauses: Clauses, chunk: Chunk) -> bool:
    """Return whether a person is named with a state of their own: "the Peruvian president, Chile's Ana Rojas"."""
    tokens = clauses.sentence.tokens[chunk.start : chunk.end]
    person = tokens[-1].name is not None and tokens[-1].name.kind == "Person"
    return person and any(token.kind == "owner" for token in tokens)


def joined_behind(clauses: Clauses, place: int) -> list[Named]:
    """Return those whom "and" joins to the one before, whatever follows: Chile and Mali in "Peru, Chile and Mali"."""
    found: list[Named] = []
    after, join = place + 1, False
    while not join and (clauses.word(after) == "," or clauses.sort(after) == "join"):
        after += clauses.word(after) == ","
        join = clauses.sort(after) == "join" and clauses.word(after) in ("and", "or")
        after += join
        more = clauses.named(after)
        if not more or more[0].owned or more[0].name is None:
            return []
        found, after = [*found, *more[:1]], after + 1
    return found if join else []
