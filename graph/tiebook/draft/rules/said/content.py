"""Where what a verb of saying reports begins: after "that", after a hearer or a time, or with the clause that follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.said.beside import SAID_WHEN, participle, time_first
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.nouns import is_adverb
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

TELLS: Final = frozenset("tell warn inform assure remind promise convince persuade".split())  # somebody that
_ASKED: Final = ("why", "how", "what", "when", "where", "whether")  # "explains why" is the author's
_QUOTES: Final = "\"\u201c\u2018'"
_MORE: Final = 8  # chunks between a verb of saying and "that": "said on Monday in Ankara that"


def content_of(clauses: Clauses, place: int) -> int | None:
    """Return where begins what a verb of saying reports: after "that", or with the clause that follows; None without one."""
    after = place + 1
    while clauses.word(after) in (",", ":", "out") or is_adverb(clauses.head(after)):
        after += 1
    chunk = clauses.at(after)
    if chunk is None:
        return None
    if clauses.word(after) == "that" and clauses.sort(after) == "rel":
        return after
    if clauses.chunks[place].verb == "deny" and clauses.sort(after) == "verb":
        return after
    if clauses.sentence.tokens[chunk.start].text in _QUOTES and chunk.end > chunk.start + 1:
        return after
    return _later_that(clauses, place, after) or _bare(clauses, place, after)


def _later_that(clauses: Clauses, place: int, after: int) -> int | None:
    """Return the place of "that" behind a time, a place or a hearer: "said on Monday in Ankara that", "told reporters that"."""
    hearer = clauses.sort(after) == "noun" and (
        clauses.chunks[place].verb in TELLS or is_noun_of(clauses.head(after), words.REPORTERS)
    )
    step = after + 1 if hearer else after
    quoted = clauses.word(step) == ":" or any(token.text in _QUOTES for token in clauses.tokens(step + 1)[:1])
    if hearer and clauses.word(step) == "," and not quoted and any(clauses.word(each) == "," for each in range(place)):
        return None  # "If Peru left, one diplomat told me, Chile would"
    if hearer and clauses.word(step) in (",", ":"):
        return step + 1
    for _ in range(_MORE):
        if clauses.word(step) == "that" and clauses.sort(step) == "rel":
            return step
        date = clauses.sort(step) == "noun" and (clauses.head(step).isdigit() or clauses.head(step) in SAID_WHEN)
        timed = step + (clauses.sort(step) == "prep")
        if time_first(clauses, timed):
            return timed
        if clauses.sort(step) == "prep" and clauses.sort(step + 1) == "noun":
            step += 2
        elif date or clauses.word(step) == "," or participle(clauses, step):
            step += 1
        else:
            break
    later = hearer or (step > after and clauses.word(step - 1) != ",")
    return _bare(clauses, place, step) if later and step < len(clauses.chunks) else None


def _bare(clauses: Clauses, place: int, after: int) -> int | None:
    """Return where the clause begins that follows without "that": "said Iran sold drones"."""
    if clauses.sort(after) != "noun" or clauses.sentence.lower(clauses.chunks[after].start) in _ASKED:
        return None
    clause = any(clauses.chunks[each].finite for each in _until_break(clauses, _past_aside(clauses, after)))
    verb = clauses.chunks[place]
    saying = verb.verb in words.SAYING or verb.verb in TELLS or (verb.passive and verb.word in words.FEARS)
    return after if clause and saying else None


def _past_aside(clauses: Clauses, after: int) -> int:
    """Return where a clause goes on behind what stands between two commas: "said Peru, an ally of Chile, was"."""
    closing = after + 2
    while clauses.word(after + 1) == "," and clauses.sort(closing) in ("noun", "prep"):
        closing += 1
    goes_on = clauses.word(closing) == "," and clauses.sort(closing + 1) == "verb"
    return closing + 1 if goes_on else after


def _until_break(clauses: Clauses, start: int) -> Iterator[int]:
    """Yield the chunks up to the next comma, colon or clause, past the members of a list."""
    for each in range(start, len(clauses.chunks)):
        if clauses.chunks[each].sort in ("mark", "sub", "rel") and not _is_listing(clauses, each):
            return
        yield each


def _is_listing(clauses: Clauses, comma: int) -> bool:
    """Return whether a comma stands in a list: "said Peru, Chile and Mali left", not "declared war, Chile left"."""
    if clauses.word(comma) != "," or clauses.sort(comma + 1) not in ("noun", "join"):
        return False
    after = comma + 1
    while clauses.sort(after) in ("noun", "prep") or clauses.word(after) == ",":
        after += 1
    return clauses.sort(after) == "join"
