"""Whose the document is that says something: "a statement released by Peru", "the statement said" of one that was named before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_BY: Final = ("by", "from", "of")
_NEAR: Final = 4  # chunks between "a statement" and "by": "read out on Monday by"
_NONE: Final = ("it", "its", "their", "his", "her")


def is_document(clauses: Clauses, place: int) -> bool:
    """Return whether a noun phrase is a document or something that was said: "a joint statement"."""
    head = clauses.head(place)
    said = [token.lower for token in clauses.tokens(place)]
    return is_noun_of(said[-2] if head == "read" and len(said) > 1 else head, words.DOCUMENTS)


def written_by(clauses: Clauses, place: int) -> list[Named]:
    """Return who wrote or read out the document that a noun phrase is, where it says so itself or a participle behind it."""
    own = [each for each in clauses.named(place) if each.reference.lower() not in _NONE]
    if own:
        return own
    for each in range(place + 1, min(place + _NEAR, len(clauses.chunks))):
        chunk = clauses.chunks[each]
        if chunk.word in _BY and chunk.sort == "prep":
            found = clauses.group_from(each + 1)[0]
            return [one for one in found if one.name is None or one.name.label == "Actor"]
        if chunk.finite or chunk.sort in ("mark", "rel", "sub", "join"):
            return []
    return []


def opening_document(clauses: Clauses, verb: int) -> list[Named]:
    """Return who wrote the document with which a sentence opens, before its verb: "A study published on Monday by Peru found"."""
    between = range(1, verb)
    made = [each for each in between if clauses.sort(each) == "verb"]
    plain = all(clauses.sort(each) in ("noun", "prep", "verb") or clauses.word(each) == "," for each in between)
    by = next((each for each in between if clauses.word(each) == "by"), None)
    if by is None or not plain or not is_document(clauses, 0) or clauses.named(0) or len(made) > 1:
        return []
    if any(clauses.chunks[each].verb not in words.MADE_BY for each in made):
        return []
    return [each for each in clauses.group_from(by + 1)[0] if not each.owned and each.name is not None]


def documents(clauses: Clauses) -> Iterator[tuple[str, list[Named]]]:
    """Yield the documents of a sentence by their heads, with who wrote them: their own, or who issued them."""
    for place in range(len(clauses.chunks)):
        if not is_document(clauses, place):
            continue
        found = written_by(clauses, place)
        governor = clauses.governor(place)
        verb = clauses.chunks[governor] if governor is not None else None
        if not found and governor is not None and verb is not None and governor == place - 1:
            by_others = verb.passive or verb.verb in words.REPORTS
            found = [] if by_others and clauses.word(place - 1) != "in" else clauses.subject(governor)
        if not found and clauses.word(place - 1) == "in" and place == 1:  # "In a statement, Peru said"
            main = clauses.finite_verb()
            found = clauses.subject(main) if main is not None else []
        if found:
            yield clauses.head(place).removesuffix("s"), found
