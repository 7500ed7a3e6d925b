"""With which earlier verb a second one is joined: "said it was lawful, and accused Peru"; and where what is said ends."""

from __future__ import annotations

import re
from typing import Final

from tiebook.draft.rules.syntax.phrases import BREAKS, Phrases
from tiebook.draft.rules.words import vocabulary as words

_ADDS: Final = words.BLAMES | frozenset("call say add warn urge describe denounce reject insist argue claim".split())
_CLOSING: Final = '"\u201d'
_OPENING: Final = '"\u201c'
_YEAR: Final = re.compile(r"[12]\d{3}")
_SPEAKS: Final = (
    words.REPORTS
    | words.BLAMES
    | words.CALLS
    | frozenset(
        "call urge demand reject praise condemn criticise criticize denounce ask express pledge promise vow welcome offer refuse"
        " invite propose".split()
    )
)
_WHEN: Final = ("after", "before", "since")  # ", after Peru had left, and condemned"


def joined_to(phrases: Phrases, place: int) -> int | None:
    """Return the verb whose subject a second verb has too; None if there is none."""
    verb = phrases.chunks[place]
    those = [each for each in _before(phrases, place) if _may_share(phrases, each, place)]
    aside = _aside(phrases, place)
    those = [each for each in those if each < aside] or those
    speaking = [each for each in those if phrases.chunks[each].verb in words.REPORTS and phrases.chunks[each].finite]
    if phrases.sort(place - 1) == "join" and verb.finite and those and speaking:
        if _had(phrases, those[0], place) and not _had(phrases, those[0], speaking[0]) and those[0] != speaking[0]:
            return those[0]  # "said it was open and had left"
        opening = _quotation(phrases, place)
        if opening is not None:
            return next((each for each in speaking if each < opening), those[0])
        outer, inner = speaking[0], phrases.chunks[those[0]]
        later = (
            verb.form == "past" and inner.form in ("s", "base") and not inner.modal
        )  # "said it opposes Chile and called"
        apart = (phrases.word(place - 2) == "," and verb.verb in _SPEAKS) or later
        if apart and phrases.chunks[outer].form == verb.form and _subordinate(phrases, outer, those[0]):
            return outer
    if verb.form == "ing" and phrases.word(place - 1) == "," and verb.verb in _ADDS and speaking:
        return speaking[0]  # "said that Peru had armed Chile, accusing it of"
    wanting = [each for each in those if not _wants_base(phrases, each, place)]
    return next(iter(wanting or those), None)


def _had(phrases: Phrases, inner: int, place: int) -> bool:
    """Return whether a verb behind another one is in the past perfect: what was said, not who said it."""
    return place != inner and phrases.sentence.lower(phrases.chunks[place].start) == "had"


def goes_on(phrases: Phrases, place: int, after: int) -> bool:
    """Return whether the verb at `after` goes on with the clause of the one at a place: what is said has ended before."""
    verb = phrases.at(after)
    return verb is not None and verb.sort == "verb" and verb.finite and joined_to(phrases, after) == place


def _aside(phrases: Phrases, place: int) -> int:
    """Return where begins the clause that a comma before "and" closes: "buys rifles, though it denies it, and has turned to"."""
    if phrases.sort(place - 1) != "join" or phrases.word(place - 2) != ",":
        return place
    opens = [
        each
        for each in range(place - 3, 1, -1)
        if phrases.word(each - 1) == "," and (phrases.sort(each) in ("sub", "rel") or phrases.word(each) in _WHEN)
    ]
    return next((each for each in opens if phrases.sort(each) != "rel" or phrases.word(each) == "whose"), place)


def _before(phrases: Phrases, place: int) -> list[int]:
    """Return the verbs before a place in its part of a sentence, the nearest first."""
    found: list[int] = []
    closed = 0  # brackets: "the Greeks (backed by Peru), declaring"
    for each in range(place - 1, -1, -1):
        if phrases.chunks[each].word in BREAKS:
            break
        closed = max(closed + {")": 1, "(": -1}.get(phrases.word(each), 0), 0)
        if phrases.sort(each) == "verb" and not closed:
            found.append(each)
    return found


def _may_share(phrases: Phrases, earlier: int, place: int) -> bool:
    other = phrases.chunks[earlier]
    return bool(other.verb) and (other.finite or not phrases.chunks[place].finite)


def _wants_base(phrases: Phrases, earlier: int, place: int) -> bool:
    """Return whether a verb stands after "would", which a past behind "and" cannot share: "said it would leave and blamed"."""
    other, verb = phrases.chunks[earlier], phrases.chunks[place]
    joined = phrases.sort(place - 1) == "join" and verb.finite and not verb.modal
    return joined and bool(other.modal) and other.form == "base" and verb.form in ("past", "s")


def _subordinate(phrases: Phrases, outer: int, inner: int) -> bool:
    """Return whether a verb is in the clause that another one reports."""
    return inner > outer and all(phrases.sort(each) != "join" for each in range(outer + 1, inner))


def _quotation(phrases: Phrases, place: int) -> int | None:
    """Return the chunk in which the quotation begins that ends right before "and"; None if none does."""
    tokens = phrases.sentence.tokens
    end = phrases.chunks[place - 1].start - 1
    end -= end > 0 and tokens[end].text == ","
    if end <= 0 or tokens[end].text not in _CLOSING:
        return None
    opening = next((each for each in range(end - 1, -1, -1) if tokens[each].text in _OPENING), None)
    return None if opening is None else next(n for n, chunk in enumerate(phrases.chunks) if chunk.end > opening)


def end_of(phrases: Phrases, place: int) -> int:
    """Return where what is said ends: with the sentence, or at a semicolon, or at "but" with a new subject."""
    within = (
        phrases.sort(place - 1) == "rel" and phrases.word(place - 2) == ","
    )  # "Peru, which accuses Chile of it, armed"
    within = within or _is_aside(phrases, place)
    for each in range(place + 1, len(phrases.chunks)):
        second = each > place + 1 and goes_on(phrases, place, each + 1)
        if phrases.sort(each) == "join" and (second or _own_deed(phrases, place, each)):
            return each
        after = phrases.at(each + 1) if phrases.word(each) == "," else None
        acts = within and after is not None and after.sort == "verb" and after.finite
        if after is not None and (acts or _next_of_list(phrases, place, each + 1)):
            return each
        if phrases.sort(each) == "join" and phrases.word(each + 1) == "," and _goes_on_later(phrases, place, each + 1):
            return each
        if (
            phrases.word(each) in ("while", "whereas")
            and phrases.word(each - 1) == ","
            and not _foretold(phrases, each)
        ):
            return each
        if (
            after is not None
            and after.sort == "verb"
            and after.form == "ing"
            and not after.finite
            and after.verb in _ADDS
        ):
            return each
        aside = phrases.word(each) == "," and phrases.sort(each + 2) == "rel"  # ", a remark that angered Peru"
        if aside and words.is_noun_of(phrases.head(each + 1), words.STEPS | words.CONTENT):
            return each
        if phrases.word(each) == ";" or (phrases.word(each) == "but" and phrases.sort(each + 1) == "noun"):
            return each
    return len(phrases.chunks)


def _is_aside(phrases: Phrases, place: int) -> bool:
    """Return whether a participle stands behind who says or fears something: "Peru, fearing that Chile would leave, armed"."""
    verb = phrases.chunks[place]
    aside = verb.end - verb.start == 1 and verb.form in ("ing", "past", "participle") and phrases.word(place - 1) == ","
    main = next((each for each in range(place) if phrases.chunks[each].finite), None)
    return aside and main is None and phrases.sort(place - 2) == "noun"


def _own_deed(phrases: Phrases, place: int, join: int) -> bool:
    """Return whether behind "and" the author goes on about the speaker: "said that oil was dear, and in 1984 it left Peru".

    What the speaker says of the time before would be "had left", and whom else "it" may mean is named.
    """
    said, subject = phrases.chunks[place], join + 3
    subject += phrases.word(subject) == ","
    dated = phrases.word(join - 1) == "," and phrases.sort(join + 1) == "prep" and _has_year(phrases, join + 2)
    verb = phrases.at(subject + 1)
    if not dated or phrases.head(subject) not in ("it", "they", "he", "she") or verb is None or said.passive:
        return False
    deed = verb.sort == "verb" and verb.form == said.form == "past" and not verb.modal
    had = phrases.sentence.lower(verb.start) == "had"
    others = any(token.kind == "name" for token in phrases.sentence.tokens[said.end : phrases.chunks[join].start])
    return deed and not had and not others


def _has_year(phrases: Phrases, place: int) -> bool:
    return phrases.sort(place) == "noun" and any(_YEAR.fullmatch(token.text) for token in phrases.tokens(place))


def _next_of_list(phrases: Phrases, place: int, after: int) -> bool:
    """Return whether a verb behind a comma goes on with the one at a place: "called it a crime, recalled its envoy and left"."""
    verb, inner = phrases.at(after), phrases.chunks[place + 1 : after]
    same = verb is not None and verb.sort == "verb" and verb.finite and verb.form == phrases.chunks[place].form
    return same and not any(chunk.finite or chunk.sort in ("rel", "sub") for chunk in inner)


def _foretold(phrases: Phrases, place: int) -> bool:
    """Return whether a clause says what will be, as the one before it does: "believe it would leave, while Chile would stay"."""
    verb = next((chunk for chunk in phrases.chunks[place:] if chunk.finite), None)
    return verb is not None and verb.modal in ("will", "would", "could", "might", "may")


def _goes_on_later(phrases: Phrases, place: int, comma: int) -> bool:
    """Return whether a second verb with the same subject follows what stands between two commas: "denied it and, in May, left"."""
    closing = next((each for each in range(comma + 1, len(phrases.chunks)) if phrases.word(each) == ","), None)
    verb = phrases.at(closing + 1) if closing is not None else None
    same = verb is not None and verb.sort == "verb" and verb.finite and verb.form == phrases.chunks[place].form
    return same and not any(phrases.chunks[each].finite for each in range(comma, closing or comma))
