"""What stands between a speaker and the verb of saying, and behind the verb: asides, an office with a name, where and when."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.unnamed import opening_of
from tiebook.draft.rules.words import vocabulary as words

TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday week month year night morning evening today day".split()
)
_THINKS: Final = {"believe", "think", "suspect", "expect", "assume", "know", "see", "consider"}
_QUOTES: Final = '"\u201c\u201d'
SAID_WHEN: Final = TIMES | {
    "earlier",
    "later",
    "yesterday",
    "spring",
    "summer",
    "autumn",
    "winter",
}  # "said last week that"


def subject_before(clauses: Clauses, place: int) -> int:
    """Return the comma before a subject with a relative clause or a participle; 0 where none stands there."""
    first = _behind_comma(clauses, opening_of(clauses, place) - 1)
    return first - 1 if first > 0 and clauses.word(first - 1) == "," else 0


def past_place(clauses: Clauses, said: int) -> int:
    """Return where a clause goes on behind where and when: "Peru, Rojas wrote in a letter, has attacked Chile"."""
    place = said + 1
    place += clauses.chunks[said].verb == "tell" and clauses.sort(place) == "noun" and clauses.word(place + 1) == ","
    while clauses.sort(place) == "prep" and clauses.sort(place + 1) == "noun" and not clauses.chunks[said].passive:
        place += 2
    return place


def apposition(clauses: Clauses, place: int, holders: tuple[Named, ...]) -> int | None:
    """Return where begins the subject that ends with a comma before its verb, "the minister, Hakan Yildiz,"; None without one."""
    if clauses.word(place - 1) != "," or not holders:
        return None
    inside = clauses.chunks[place - 2].start
    if clauses.word(place - 3) != "," or not all(each.place >= inside for each in holders):
        return None
    return _behind_comma(clauses, place - 4)


def _behind_comma(clauses: Clauses, place: int) -> int:
    """Return where noun phrases and prepositions begin that end at a place, behind a comma at the most."""
    while place > 0 and clauses.sort(place) in ("noun", "prep") and clauses.word(place - 1) != ",":
        place -= 1
    return place


def time_first(clauses: Clauses, place: int) -> bool:
    """Return whether a time and a subject are one noun phrase: "said on Monday Chile had left"."""
    said = clauses.tokens(place)
    return len(said) > 1 and said[0].lower in TIMES and clauses.sort(place + 1) == "verb" and bool(clauses.named(place))


def participle(clauses: Clauses, place: int) -> bool:
    """Return whether a participle goes on with a noun: "said in a statement carried by the press that"."""
    chunk = clauses.chunks[place] if place < len(clauses.chunks) else None
    return chunk is not None and chunk.sort == "verb" and not chunk.finite and chunk.form in ("past", "participle")


def inverted(clauses: Clauses, place: int) -> list[Named]:
    """Return who speaks between two quotations: '"Chad left," said Peru, "and Mali too"'; nobody elsewhere."""
    before = place - 1
    while before > 0 and len(clauses.tokens(before)) == 1 and clauses.tokens(before)[0].text in _QUOTES:
        before -= 1
    closed = clauses.tokens(before - 1)[-1:] if clauses.word(before) == "," else ()
    quoted = before < place - 1 or (bool(closed) and closed[0].text in _QUOTES)
    goes_on = clauses.chunks[place].finite and clauses.word(place + 2) == ","
    goes_on = goes_on and any(token.text in _QUOTES for token in clauses.tokens(place + 3)[:1])
    return clauses.named(place + 1) if quoted and goes_on else []


def opened_until(clauses: Clauses) -> int | None:
    """Return the comma behind what a participle opens a sentence with: "Fearing Peru, Chile left"; None elsewhere."""
    opening = clauses.chunks[0]
    if opening.form != "ing" or opening.finite or opening.verb not in words.FEARS | words.HOPES | _THINKS:
        return None  # who says something first often says the rest, too
    for comma in range(1, len(clauses.chunks)):
        main = clauses.finite_verb(comma) if clauses.word(comma) == "," else None
        acting = clauses.subject(main) if main is not None else []
        if acting and all(each.place >= clauses.chunks[comma].end for each in acting):
            return comma
    return None
