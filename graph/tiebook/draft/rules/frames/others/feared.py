"""Whom somebody fears or presses by what those might or should do: "fears that Peru could attack", "demanded Peru withdraw"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.unnamed import people_before
from tiebook.draft.rules.words.lexicon import lexicon
from tiebook.draft.rules.words.vocabulary import is_noun_of
from tiebook.model.codebook import codebook

_AFRAID: Final = frozenset("afraid concerned worried anxious alarmed fearful wary nervous".split())
_FEELS: Final = ("express", "voice", "have", "share", "reiterate", "air", "harbour", "harbor")
_DEMANDS: Final = ("demand", "insist", "request", "urge")
_NOUNS: Final = frozenset("fear concern worry anxiety suspicion".split())
_DOES_HARM: Final = frozenset(
    "use cut seize take turn exploit try seek want plan annex occupy dominate overrun harm hurt weaken undermine damage destabilise"
    " destabilize control interfere meddle establish build deploy station expand gain arm".split()
)


def fear_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield whom somebody fears who might do something hostile."""
    pattern = lexicon().plain("fear")
    for place, chunk in enumerate(clauses.chunks):
        fearing = _fearing(clauses, place)
        feared = _doing_harm(clauses, place) if fearing else []
        ends = ends_of(pattern, fearing, themselves(feared))
        if ends is not None and not {each.name for each in ends[0]} & {each.name for each in ends[1]}:
            yield Found(pattern, *ends, place if chunk.sort == "verb" else None, *span([*ends[0], *ends[1]], chunk))


def demand_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield whom somebody presses who is to do something: "demanded that Peru withdraw", "demanded its soldiers leave"."""
    pattern = lexicon().plain("pressure")
    for place, chunk in enumerate(clauses.chunks):
        by = clauses.word(place + 2) == "by" and clauses.sort(place + 1) == "noun"  # "demanded an apology by Peru"
        if chunk.verb == "demand" and by and not chunk.passive and not chunk.negated:
            acting = [each for each in clauses.subject(place) if not each.owned]
            owing = ends_of(pattern, acting, clauses.group_from(place + 3)[0])
            if owing is not None:
                yield Found(pattern, *owing, place, *span([*owing[0], *owing[1]], chunk))
        that = clauses.word(place + 1) == "that"
        verb = _bare_verb(clauses, place + 1) if chunk.sort == "verb" and chunk.verb in _DEMANDS else None
        aside = verb is not None and any(clauses.word(each) in (",", ";", ":") for each in range(place + 1, verb))
        if verb is None or chunk.passive or chunk.negated or aside or (chunk.verb != "demand" and not that):
            continue
        ends = ends_of(pattern, [each for each in clauses.subject(place) if not each.owned], clauses.subject(verb))
        if ends is not None:
            yield Found(pattern, *ends, place, *span([*ends[0], *ends[1]], chunk))


def _bare_verb(clauses: Clauses, start: int) -> int | None:
    """Return the first verb in its base form from a place on, behind participles: "soldiers stationed in Peru withdraw"."""
    for place in range(start, len(clauses.chunks)):
        chunk = clauses.chunks[place]
        does = chunk.sort == "verb" and clauses.tokens(place)[0].lower in ("does", "did", "do")
        if chunk.finite and chunk.form == "base" and not chunk.modal:
            return None if does else place  # "insists that Peru does not"
        reduced = chunk.form == "past" and clauses.sort(place + 1) == "prep"
        if chunk.finite and not reduced:
            return None
    return None


def _fearing(clauses: Clauses, place: int) -> list[Named]:
    """Return who fears something by the verb, adjective or noun at a place."""
    chunk = clauses.chunks[place]
    if chunk.sort == "noun" and is_noun_of(clauses.head(place), _NOUNS) and clauses.word(place + 1) == "that":
        governor = clauses.governor(place)
        feels = governor is not None and clauses.chunks[governor].verb in _FEELS
        own = clauses.named(place) or (clauses.subject(governor) if governor is not None and feels else [])
        return themselves(own)
    if chunk.sort != "verb" or chunk.negated or people_before(clauses, place):
        return []
    fears = chunk.verb in ("fear", "worry", "dread") and not chunk.passive
    afraid = chunk.word in _AFRAID or clauses.head(place + 1) in _AFRAID
    return [each for each in clauses.subject(place) if not each.owned] if fears or afraid else []


def _doing_harm(clauses: Clauses, place: int) -> list[Named]:
    """Return whose hostile act a clause behind a place says."""
    verb = clauses.finite_verb(place + 1)
    if verb is None or any(clauses.word(each) in (",", ";", ":") for each in range(place + 1, verb)):
        return []
    chunk = clauses.chunks[verb]
    signs = {
        codebook().ties[each.tie].sign * (-1 if each.denies else 1) for each in lexicon().verbs.get(chunk.verb, ())
    }
    harms = (signs and min(signs) < 0) or chunk.verb in _DOES_HARM
    return clauses.subject(verb) if harms and not chunk.passive and not chunk.negated else []
