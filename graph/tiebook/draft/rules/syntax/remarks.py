"""Whether a word that may be a noun says something: "some claim Peru left", "..., analysts fear", "Peru, Chile claims, left"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.tokens import Sentence
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

ANYBODY: Final = ("many", "some", "most", "few")  # "what many call a war"
_SAYS: Final = words.REPORTS | words.FEARS | words.HOPES
_CLOSES: Final = (",", ".", "", ";")
_PEOPLE: Final = words.REPORTERS | words.PEOPLE
_IN: Final = ("in", "at", "from", "of")
_FARTHEST: Final = 8  # words between the comma and the verb


def remarks(sentence: Sentence, place: int) -> bool:
    """Return whether a word is a verb of saying or fearing behind who says it."""
    return _anybody_says(sentence, place) or _closing(sentence, place) or _placed(sentence, place)


def _anybody_says(sentence: Sentence, place: int) -> bool:
    """Return whether a verb of saying stands behind "some" or "many" as its subject: "some say Peru left"."""
    word, after = sentence.lower(place), sentence.lower(place + 1)
    verb, form = words.VERBS.get(word, ("", ""))
    says = sentence.lower(place - 1) in ANYBODY and verb in _SAYS
    return says and (after == "that" or (form == "base" and word not in words.ALSO_NOUNS))


def _placed(sentence: Sentence, place: int) -> bool:
    """Return whether a verb of saying with "that" stands behind people of a place: "groups in Lima hope that"."""
    verb, form = words.VERBS.get(sentence.lower(place), ("", ""))
    says = verb in _SAYS and form == "base" and sentence.lower(place + 1) == "that"
    placed = sentence.lower(place - 2) in _IN and sentence.tokens[place - 1].text[:1].isupper()
    return says and placed and sentence.lower(place - 3).endswith("s")


def _closing(sentence: Sentence, place: int) -> bool:
    """Return whether a verb of saying closes a remark: "Peru, officials in Lima fear, will", "..., Chile claims."."""
    verb, form = words.VERBS.get(sentence.lower(place), ("", ""))
    if verb not in _SAYS or form not in ("base", "s") or sentence.lower(place + 1) not in _CLOSES:
        return False
    before = place - 1
    if sentence.kind(before) == "name" and sentence.lower(before - 1) in _IN:
        before -= 2
    if sentence.kind(before) == "name":  # "Chile claims"
        return form == "s" and before == place - 1 and sentence.lower(before - 1) == ","
    several = sentence.lower(before).endswith("s") or sentence.lower(before) in (*ANYBODY, "police")
    if not is_noun_of(sentence.lower(before), _PEOPLE) and sentence.lower(before) not in ANYBODY:
        return False
    near = range(before - 1, max(before - _FARTHEST, 0), -1)
    opening = next((each for each in near if sentence.lower(each) == ","), None)
    alone = opening is not None and all(
        sentence.kind(each) in ("word", "name") and sentence.lower(each) not in words.PREPOSITIONS
        for each in range(opening + 1, before)
    )
    return alone and several == (form == "base")
