"""Participles behind the noun phrase that they are about: "Peru, fearing that Chile would leave, armed", "Peru, convinced that"."""

from __future__ import annotations

from tiebook.draft.rules.syntax.phrases import Phrases
from tiebook.draft.rules.words import vocabulary as words


def is_beside_first(phrases: Phrases, place: int) -> bool:
    """Return whether a participle stands behind a comma right behind the noun phrase with which its clause begins, and closes."""
    verb, first = phrases.chunks[place], place - 2
    gerund = verb.form == "ing" and not verb.finite and verb.verb != "include"
    if phrases.word(place - 1) != "," or not (gerund or _felt(phrases, place)):
        return False
    while phrases.sort(first) in ("noun", "prep") and phrases.word(first) not in words.SUBORDINATORS:
        first -= 1
    closes = any(phrases.word(each) == "," for each in range(place + 1, len(phrases.chunks)))
    opens = phrases.sort(first) in ("", "sub", "rel", "join") or phrases.word(first) in (";", ":")
    return opens and closes and first < place - 2


def felt_behind(phrases: Phrases, place: int) -> int | None:
    """Return the main verb before a participle of feeling: "signed the pact, worried that Chile would leave"; None elsewhere."""
    if phrases.word(place - 1) != "," or not _felt(phrases, place):
        return None
    return next((each for each in range(place - 1, -1, -1) if phrases.chunks[each].finite), None)


def _felt(phrases: Phrases, place: int) -> bool:
    """Return whether a participle says what somebody feels or thinks: "worried that", "convinced that"."""
    verb = phrases.chunks[place]
    felt = verb.verb in ("convince", "persuade") or verb.word in words.FEARS
    alone = verb.end - verb.start == 1 and verb.form in ("past", "participle")
    return felt and alone and phrases.sort(place + 1) == "rel"
