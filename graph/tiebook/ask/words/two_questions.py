"""Texts that ask two things: "Does Iran depend on China, or China on Iran?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from tiebook.ask.words.names.known import Names
from tiebook.ask.words.names.mentions import mentions
from tiebook.ask.words.names.tokens import tokens

if TYPE_CHECKING:
    from tiebook.ask.words.match import Guess

_PARTED: Final = re.compile(
    r"(?:[?;,]\s+(?:(?:and|or|but)\s+)?|\s+or\s+|\s+and\s+(?=(?:who|whom|what|which|why|when|since\s+when|where|how)\b))(?=\w)",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    r"(?:since\s+|from\s+|until\s+)?when(?:\s+(?:was|did)\s+(?:that|this|it)(?:\s+happen)?)?\W*$", re.IGNORECASE
)
_WHY: Final = re.compile(r"(?:why|for\s+(?:what|which)\s+reasons?)\W*$", re.IGNORECASE)
_STANDS_FOR: Final = re.compile(
    r"\b(?P<its>its|their|his|her(?=\s+[a-z]))\b|\b(?:it|them|they|him|he|she|her)\b", re.IGNORECASE
)
_TURNED: Final = re.compile(
    r"^(?:is\s+it\s+)?(?:vice[\s-]versa|the\s+(?:other|opposite)\s+way\s+(?:a?round|about)|(?:the|in)\s+reverse|the\s+opposite)\b",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(
    r"(?:who|whom|whose|what|which|why|when|where|how|does|do|did|is|are|was|were|has|have|can|will)\b", re.IGNORECASE
)
_OF_BEFORE: Final = re.compile(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|that|this|those|these|so)\b", re.IGNORECASE
)
_WHOSE_EYES: Final = re.compile(  # "According to China, who arms Iran?" is one question
    r"\W*(?:according\s+to|in\s+the\s+(?:eyes|view|opinion|words)\s+of|as\s+seen\s+by|from\s+the\s+(?:point\s+of\s+view|perspective)\s+of)\b"
    r"[^,?;]*,",
    re.IGNORECASE,
)
_PAIR: Final = 2
_CUTS: Final = 8  # each costs a search of its own


def parts_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways in which a text can be cut into a question and another; a list has many commas and is cut at the first few."""
    for found in islice(_PARTED.finditer(text), _CUTS):
        if text[found.start()] == "," and _WHOSE_EYES.match(text):
            continue
        yield text[: found.start()].strip(), text[found.end() :].strip()


def turned(taken: Guess, part: str, rest: str, names: Names) -> Guess | None:
    """Return the question with its two names the other way round, where the second part asks for that; None if it does not.

    taken -- what the first part is taken for
    """
    own = [(name, value) for name, value in taken.params.items() if value in _named(part, names)]
    if len(own) != _PAIR:
        return None
    if _TURNED.match(rest) is None and list(_named(rest, names))[:_PAIR] != list(_named(part, names))[_PAIR - 1 :: -1]:
        return None
    (one, first), (other, second) = own
    return taken._replace(params=taken.params | {one: second, other: first})


def asks_when(rest: str) -> bool:
    """Return whether a second part asks only when: an answer says that anyway."""
    return _WHEN.match(rest) is not None


def asks_why(rest: str) -> bool:
    """Return whether a second part asks only why."""
    return _WHY.match(rest) is not None


def with_name(part: str, rest: str, names: Names) -> str:
    """Return the second part with the name for which its pronouns stand, where the first part has just one."""
    words = tokens(part)
    named = mentions(words, names, frozenset())
    if len(named) != 1 or not _BEGINS.match(rest) or mentions(tokens(_STANDS_FOR.sub("", rest)), names, frozenset()):
        return rest
    only = named[0].inner[-1] if named[0].inner else named[0]  # Iran in "supports Iran", which is also a matter
    name = part[words[only.first].start : words[only.last].end].removesuffix("'s").removesuffix("\u2019s")
    return _STANDS_FOR.sub(lambda found: f"{name}'s" if found["its"] else name, rest)


def stands_alone(rest: str) -> bool:
    """Return whether a second part is a question of its own, and not one about what the first names."""
    return _BEGINS.match(rest) is not None and _OF_BEFORE.search(rest) is None


def _named(text: str, names: Names) -> dict[str, None]:
    """Return the ids that a text names, in their order."""
    found = mentions(tokens(text), names, frozenset())
    return dict.fromkeys(reading[1] for mention in found for reading in mention.readings[:1])
