"""What a clause is the object of: what somebody fears, hopes, denies or makes sure of."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tiebook.draft.rules.syntax.chunks import Named
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_JUDGED: Final = {
    **dict.fromkeys(("possible", "conceivable", "plausible", "thinkable"), "hypothetical"),
    **dict.fromkeys(("likely", "probable"), "expected"),
}
# of which one says that they are there: "the risk that Peru attacks"
_RISKS: Final = ("risk", "danger", "chance", "possibility", "likelihood", "probability", "prospect")


def complement(clauses: Clauses, place: int) -> tuple[str, tuple[Named, ...], int] | None:
    """Return feared, sought or denied, by whom, and where that is said: "fears that", "is concerned that", "denied that"."""
    without = _feared_without_that(clauses, place)
    if without is not None:
        return without
    for each in range(place - 1, -1, -1):
        chunk = clauses.chunks[each]
        if chunk.word in (";", ":", "."):
            return None
        if chunk.word != "that" or chunk.sort != "rel":
            continue
        denial, before = _denied_then(clauses, each), clauses.at(each - 1)
        if denial is not None or before is None:
            return None if denial is None else ("denied", (), denial)
        if before.sort == "verb":
            word, holder, verb = before.verb, each - 1, before
        else:
            word, holder = clauses.head(each - 1), clauses.governor(each - 1)  # type: ignore[assignment]
            verb = before
            if holder is not None and denies(clauses, each - 1, holder):
                return "denied", (), clauses.chunks[holder].start
        subjects = tuple(clauses.subject(holder)) if holder is not None and clauses.sort(holder) == "verb" else ()
        own = tuple(replace(named, owned="") for named in clauses.named(each - 1)) if before.sort == "noun" else ()
        risk = words.prospect_of(word) if before.sort == "noun" and word in _RISKS else None
        risk = _JUDGED.get(word, risk)  # "it is possible that Peru attacks"
        mode = "feared" if word in words.FEARS or verb.word in words.FEARS else risk
        if mode is not None:
            return mode, own or subjects, before.start
        stated = (
            word in ("insist", "insists")
            and clauses.chunks[place].form in ("s", "past")
            and not clauses.chunks[place].modal
        )
        if word in words.HOPES and not stated:
            return "sought", own or subjects, before.start
        return ("denied", (), before.start) if word == "deny" else None
    return None


def ensured(clauses: Clauses, place: int) -> tuple[str, tuple[Named, ...], int] | None:
    """Return what somebody makes sure of, as sought, or as feared where it is denied: "to ensure that Peru does not leave"."""
    each = place - 1
    while clauses.sort(each) in ("noun", "prep", "join") and clauses.sort(each - 1) != "verb":
        each -= 1
    verb = clauses.at(each - 1)
    if verb is None or verb.verb != "ensure" or verb.passive or not clauses.chunks[place].finite:
        return None
    mode = "feared" if clauses.chunks[place].negated else "sought"
    return mode, tuple(clauses.subject(each - 1)), verb.start


def _feared_without_that(clauses: Clauses, place: int) -> tuple[str, tuple[Named, ...], int] | None:
    """Return what `complement` does for a clause right behind a verb of fearing: "fears Peru will attack"."""
    before = place - 1
    while clauses.sort(before) in ("noun", "prep", "join"):
        before -= 1
    verb = clauses.at(before)
    fears = verb is not None and verb.sort == "verb" and verb.verb in words.FEARS and not verb.passive
    if verb is None or not fears or before == place - 1 or not clauses.chunks[place].finite:
        return None
    return "feared", tuple(clauses.subject(before)), verb.start


def denies(clauses: Clauses, claim: int, verb: int) -> bool:
    """Return whether somebody denies a claim that is nobody's in particular: "denied the claim that"."""
    chunk = clauses.chunks[verb]
    said = is_noun_of(clauses.head(claim), words.CONTENT) and not clauses.named(claim)
    return said and chunk.verb in words.DISMISSES and not chunk.passive and not chunk.negated


def _denied_then(clauses: Clauses, that: int) -> int | None:
    """Return the first token of "denied" where when or how stands before "that": "denied on Tuesday that Peru left"; else None."""
    verb = clauses.governor(that)
    denies = verb is not None and clauses.chunks[verb].verb == "deny" and clauses.sort(that + 1) == "noun"
    if verb is None or not denies or verb == that - 1 or behind_remarks(clauses, verb) != that:
        return None
    return clauses.chunks[verb].start


def behind_remarks(clauses: Clauses, verb: int) -> int:
    """Return the chunk behind a verb, and behind when or how it is said: "denied on Friday, for the second time, arming"."""
    place = verb + 1
    if clauses.word(place) == "," or clauses.sort(place) == "prep" or clauses.is_time(place):
        while clauses.word(place) == "," or clauses.sort(place) in ("noun", "prep"):
            if clauses.named(place) and clauses.word(place - 1) not in ("in", "at"):  # "denied in Lima that"
                return place
            place += 1
    return place


def neither_of(clauses: Clauses, place: int) -> int | None:
    """Return the first token of "neither Peru nor Chile" or "none of them" where those are the subject of a verb; else None."""
    each, nor = place - 1, False
    while clauses.sort(each) in ("noun", "join", "prep"):
        nor = nor or clauses.word(each) == "nor"
        start, first = clauses.chunks[each].start, clauses.tokens(each)[0].lower
        none = first in ("nothing", "nobody") or (first == "none" and clauses.word(each + 1) == "of")
        if none or (nor and first == "neither"):
            return start
        each -= 1
    return None
