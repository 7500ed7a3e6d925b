"""Who says it: "Tehran argues that", "according to", "from China's point of view", and those whom nobody names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tiebook.draft.rules.syntax.chunks import Named
from tiebook.draft.rules.syntax.clauses import Clauses, is_noun_of
from tiebook.draft.rules.syntax.nouns import head_place, is_adverb
from tiebook.draft.rules.words import vocabulary as words

_VIEWS: Final = frozenset(
    "view views viewpoint perspective standpoint eyes opinion words assessment account estimate".split()
)
_OF_VIEW: Final = "point"
_SPEAKING: Final = words.REPORTERS | words.DOCUMENTS
_NOBODY: Final = frozenset("reportedly allegedly supposedly purportedly".split())
_CONTENT: Final = frozenset(
    "claim belief argument view assertion contention statement insistence allegation conviction".split()
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody other than the author who says the chunks from `first` to before `last`.

    holders -- who; empty where nobody in particular is named
    spoken -- the chunk of the verb of saying, None without one
    people -- the first and last token of people without a name who say it: "analysts"
    """

    holders: tuple[Named, ...]
    first: int
    last: int
    spoken: int | None = None
    people: tuple[int, int] | tuple[()] = ()


def voices(clauses: Clauses) -> list[Voice]:
    """Return the voices of a sentence, the outer before the inner."""
    return [*_prefaced(clauses), *_spoken(clauses)]


def voice_of(found: list[Voice], place: int | None) -> Voice | None:
    """Return the innermost voice that says the verb at a place."""
    if place is None:
        return None
    return next((each for each in reversed(found) if each.first <= place < each.last and each.spoken != place), None)


def _spoken(clauses: Clauses) -> Iterator[Voice]:
    size = len(clauses.chunks)
    for place, chunk in enumerate(clauses.chunks):
        fears = chunk.verb in words.FEARS
        if chunk.sort != "verb" or not (fears or chunk.verb in words.REPORTS or chunk.verb in words.HOPES):
            continue
        if chunk.modal and chunk.passive:  # "it can be said that" is the author's
            continue
        after = _content(clauses, place)
        holders = tuple(clauses.subject(place) if fears else _speakers(clauses, place))
        people = () if holders or chunk.passive else _people_before(clauses, place)
        if after is not None:
            yield Voice(holders, after, _end(clauses, place), place, people)
        elif chunk.verb in ("accuse", "blame", "charge") and not chunk.passive:
            yield Voice(holders, place + 1, size, place, people)
        elif chunk.verb in words.SAYING and clauses.word(place - 1) != "that":
            yield from _postposed(clauses, place, holders, people)
        if chunk.passive and not fears and clauses.sort(place + 1) == "verb":
            yield Voice(tuple(_agent(clauses, place)), place + 1, size, place)


def _content(clauses: Clauses, place: int) -> int | None:
    """Return where begins what a verb of saying reports: after "that", or with the clause that follows; None without one."""
    after = place + 1
    while clauses.word(after) == "," or is_adverb(clauses.head(after)):
        after += 1
    if clauses.word(after) == "that" and clauses.sort(after) == "rel":
        return after
    if clauses.chunks[place].verb == "deny" and clauses.sort(after) == "verb":
        return after
    if clauses.sort(after) != "noun":
        return None
    if clauses.word(after + 1) == "that":  # "told reporters that"
        return after + 1
    clause = any(clauses.chunks[each].finite for each in _until_break(clauses, after))
    return after if clause and clauses.chunks[place].verb in words.SAYING else None


def _people_before(clauses: Clauses, place: int) -> tuple[int, int] | tuple[()]:
    """Return the first and last token of "analysts", "U.S. lawmakers" and the like where they are the subject."""
    for each in range(place - 1, -1, -1):
        chunk = clauses.chunks[each]
        if chunk.sort not in ("noun", "prep"):
            return ()
        if chunk.sort == "noun" and clauses.head(each) in words.REPORTERS:
            head = head_place(clauses.sentence, chunk)
            first = head
            while first > chunk.start and clauses.sentence.lower(first - 1) not in words.DETERMINERS:
                first -= 1
            return first, head
    return ()


def _speakers(clauses: Clauses, place: int) -> list[Named]:
    """Return who is the subject of a verb of saying; nobody for "analysts" and "it is said"."""
    if clauses.chunks[place].passive:
        return _agent(clauses, place)
    found = clauses.subject(place)
    return [replace(each, owned="") for each in found if not each.owned or is_noun_of(each.owned, _SPEAKING)]


def _agent(clauses: Clauses, place: int) -> list[Named]:
    return clauses.group_from(place + 2)[0] if clauses.word(place + 1) == "by" else []


def _until_break(clauses: Clauses, start: int) -> Iterator[int]:
    for each in range(start, len(clauses.chunks)):
        if clauses.chunks[each].sort in ("mark", "sub", "rel"):
            return
        yield each


def _end(clauses: Clauses, place: int) -> int:
    """Return where what is said ends: with the sentence, or at a semicolon, or at "but" with a new subject."""
    for each in range(place + 1, len(clauses.chunks)):
        if clauses.word(each) == ";" or (clauses.word(each) == "but" and clauses.sort(each + 1) == "noun"):
            return each
    return len(clauses.chunks)


def _postposed(
    clauses: Clauses, place: int, holders: tuple[Named, ...], people: tuple[int, int] | tuple[()]
) -> Iterator[Voice]:
    """Yield the voice of "..., the ministry said" and "..., said the minister"."""
    last = all(chunk.sort in ("mark", "noun", "prep") for chunk in clauses.chunks[place + 1 :])
    if not last:
        return
    before = place - 1
    if clauses.word(before) == ",":  # "..., said X"
        yield Voice(tuple(clauses.group_from(place + 1)[0]), 0, before, place)
        return
    while before > 0 and clauses.word(before) != ",":
        before -= 1
    if before > 0:
        yield Voice(holders, 0, before, place, people)


def _prefaced(clauses: Clauses) -> Iterator[Voice]:
    """Yield the voice of "According to X", "from X's point of view", "in the view of X", "reportedly"."""
    size = len(clauses.chunks)
    for place, chunk in enumerate(clauses.chunks):
        head = clauses.head(place)
        if head == "according" and clauses.word(place + 1) == "to" and clauses.word(place + 2) != "which":
            yield Voice(tuple(_people(clauses, place + 2)), 0, size)
        elif head in _VIEWS and clauses.word(place - 1) in ("in", "from", "to"):
            own = clauses.named(place)
            after = clauses.group_from(place + 2)[0] if clauses.word(place + 1) == "of" else []
            if own or after:
                yield Voice(tuple(replace(each, owned="") for each in own or after), 0, size)
        elif head == _OF_VIEW and clauses.word(place + 1) == "of" and clauses.head(place + 2) == "view":
            own = clauses.named(place)
            if own:
                yield Voice(tuple(replace(each, owned="") for each in own), 0, size)
        elif chunk.sort == "noun" and head in _CONTENT and clauses.word(place + 1) == "that":
            governor = clauses.governor(place)
            own = clauses.named(place) or (clauses.subject(governor) if governor is not None else [])
            if own:
                yield Voice(tuple(replace(each, owned="") for each in own), place + 1, size)
    if any(token.lower in _NOBODY for token in clauses.sentence.tokens):
        yield Voice((), 0, size)


def _people(clauses: Clauses, place: int) -> list[Named]:
    return [
        replace(each, owned="" if is_noun_of(each.owned, _SPEAKING) else each.owned)
        for each in clauses.group_from(place)[0]
    ]
