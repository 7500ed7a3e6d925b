"""Persons whom no word around them tells to be some: by a given name before the last one, or because everybody knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tiebook.draft.rules.names.introduced import CAP, KIND_OF, NO_BODY, NOT_FIRST, PARTICLE, Newcomer
from tiebook.draft.rules.words.lists import EASTERN, GIVEN_NAMES, LEADERS_BY_LAST_NAME, NO_LAST_NAMES
from tiebook.draft.rules.words.vocabulary import TITLES

_GIVEN: Final = "|".join(sorted(GIVEN_NAMES, key=len, reverse=True))
_CALLED: Final = re.compile(  # "Winston Churchill", "Dwight D. Eisenhower", "Ana Maria Rojas"
    rf"(?<![\w-])(?:{_GIVEN})(?:\s+(?:{_GIVEN}|[A-Z]\.))*\s+{PARTICLE}{CAP}(?:[-\u2010]\w+)*(?![\w-])(?!\s+(?:[A-Z][a-z]|bin\b|ibn\b))"
)
_EASTERN: Final = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(EASTERN, key=len, reverse=True)))})(?![\w-])"
)
_BEFORE_MORE: Final = re.compile(r"\b[A-Z][\w.]*(?:['\u2019]s)? $")  # "Fort Henry"
_LAST: Final = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(LEADERS_BY_LAST_NAME, key=len, reverse=True)))})(?![\w-]|\s+[A-Z])"
)


def called_by_given_names(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield those whose given name is one of the common ones, and the well-known whose family name stands first."""
    for match in _EASTERN.finditer(text):
        if match[0] not in known:
            yield Newcomer(match[0], match[0], "Person")
    for match in _CALLED.finditer(text):
        words = match[0].split()
        free = not any(
            word in KIND_OF or word in NO_BODY or word in NOT_FIRST or word in NO_LAST_NAMES for word in words
        )
        before = _BEFORE_MORE.search(text[: match.start()])
        owner = before is not None and before[0].rstrip().endswith(
            ("'s", "\u2019s")
        )  # "Papua New Guinea's James Rojas"
        title = (
            before is None
            or owner
            or before[0].split()[0].lower() in TITLES
            or before[0].split()[0] in (NOT_FIRST | known)
        )
        if free and title and match[0] not in known and words[-1] not in known:
            yield Newcomer(match[0], match[0], "Person")


def leaders(paragraphs: tuple[str, ...], found: Mapping[str, Newcomer], known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield the leaders whom a text names by their last names, where it has not told who else is called so."""
    for text in paragraphs:
        for match in _LAST.finditer(text):
            last = match[0]
            other = found.get(last)
            if last not in known and (other is None or (other.kind == "Person" and other.whole == last)):
                yield Newcomer(last, LEADERS_BY_LAST_NAME[last], "Person")
