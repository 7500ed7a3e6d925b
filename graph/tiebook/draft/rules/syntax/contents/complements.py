"""What a clause is the object of: what somebody fears, hopes, denies or makes sure of."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax import second
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.contents.attitudes import Attitude, attitude_before
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_JUDGED: Final = {
    **dict.fromkeys(("possible", "conceivable", "plausible", "thinkable"), "hypothetical"),
    **dict.fromkeys(("likely", "probable"), "expected"),
}
_HOPES: Final = ("hope", "hopeful", "wish", "pray")
_DREADS: Final = ("fear", "dread", "afraid", "fearful")  # of what may be
# of which one says that they are there: "the risk that Peru attacks"
_RISKS: Final = ("risk", "danger", "chance", "possibility", "likelihood", "probability", "prospect")


def complement(clauses: Clauses, place: int) -> tuple[str, tuple[Named, ...], int] | None:
    """Return feared, sought or denied, by whom, and where that is said: "fears that", "is concerned that", "denied that"."""
    without = _feared_without_that(clauses, place) or _remarked(clauses, place)
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
        told = attitude_before(clauses, each) or Attitude("", each - 1)
        over = clauses.sort(told.at) == "verb" and second.end_of(clauses, told.at) <= place
        return (
            None if over else _by_attitude(clauses, place, told)
        )  # "Peru, fearing that Chile would leave, armed Mali"
    return None


def _by_attitude(clauses: Clauses, place: int, told: Attitude) -> tuple[str, tuple[Named, ...], int] | None:
    """Return what `complement` does, by what stands before "that"."""
    word, verb = told.word, clauses.chunks[told.at]
    holder = told.at if verb.sort == "verb" else clauses.governor(told.at)
    if verb.sort != "verb" and holder is not None and denies(clauses, told.at, holder):
        return "denied", (), clauses.chunks[holder].start
    subjects = tuple(clauses.subject(holder)) if holder is not None and clauses.sort(holder) == "verb" else ()
    by = told.minds or subjects
    risk = words.prospect_of(word) if verb.sort == "noun" and word in _RISKS else None
    risk = _JUDGED.get(word, risk)  # "it is possible that Peru attacks"
    mode = "feared" if word in words.FEARS or verb.word in words.FEARS else risk
    if mode == "feared" and _has_come_about(clauses, place, verb.word or word):
        return None
    if mode is not None:
        return mode, by, verb.start
    stated = word in ("insist", "insists") and _is_stated(clauses, place)
    if word in words.HOPES and not stated:
        return "sought", by, verb.start
    return ("denied", (), verb.start) if word == "deny" else None


def _is_stated(clauses: Clauses, place: int) -> bool:
    """Return whether a verb says what is so, and not what is to be: "insists that Peru does not trade", not "that Peru trade"."""
    chunk = clauses.chunks[place]
    does = clauses.tokens(place)[0].lower in ("does", "did", "do", "has", "have", "is", "are", "was", "were", "had")
    return (chunk.form in ("s", "past") or does) and not chunk.modal


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
    """Return what `complement` does for a clause right behind a verb of fearing or hoping: "fears Peru will attack"."""
    before = place - 1
    while clauses.sort(before) in ("noun", "prep", "join"):
        before -= 1
    verb, told = clauses.at(before), before
    if (
        clauses.head(before + 1) in words.FEARS | words.HOPES
        and clauses.sort(before + 2) == "noun"
        and before + 2 < place
    ):
        told = before + 1  # "is afraid Peru will attack"
    word = clauses.head(told) if told > before else verb.verb if verb is not None else ""
    if verb is None or verb.sort != "verb" or told == place - 1 or not clauses.chunks[place].finite:
        return None
    upset = (
        verb.passive and verb.word in words.FEARS and clauses.head(before - 1) != "it"
    )  # "is concerned Peru will attack"
    hopes = word in _HOPES and not verb.passive
    if not upset and not hopes and (word not in words.FEARS or verb.passive):
        return None
    if not hopes and _has_come_about(clauses, place, verb.word if upset else word):
        return None
    return "sought" if hopes else "feared", tuple(clauses.subject(before)), verb.start


def _remarked(clauses: Clauses, place: int) -> tuple[str, tuple[Named, ...], int] | None:
    """Return what `complement` does where a remark says that it is feared or hoped: "Peru, Chile fears, will attack"."""
    for each, chunk in enumerate(clauses.chunks):
        felt = (
            chunk.sort == "verb"
            and chunk.finite
            and each != place
            and chunk.verb in (*_HOPES, "fear", "worry", "dread")
        )
        closing = clauses.at(each + 1)
        if not felt or (closing is not None and (closing.sort != "mark" or closing.word == ":")):
            continue
        before = each - 1
        while clauses.sort(before) in ("noun", "prep") and clauses.word(before) not in words.SUBORDINATORS:
            before -= 1
        if clauses.word(before) == "," and before < each - 1 and clauses.chunks[place].finite:
            mode = "sought" if chunk.verb in _HOPES else "feared"
            it = chunk.passive and clauses.head(each - 1) == "it"
            return mode, () if it else tuple(clauses.subject(each)), chunk.start
    return None


def _has_come_about(clauses: Clauses, place: int, word: str) -> bool:
    """Return whether somebody worries about what is so: "is concerned that Peru has armed Chile", not "fears that it has"."""
    tokens = [token.lower for token in clauses.tokens(place)]
    return (
        word.rstrip("s") not in _DREADS and tokens[:1] in (["has"], ["have"]) and clauses.chunks[place].form != "base"
    )


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
