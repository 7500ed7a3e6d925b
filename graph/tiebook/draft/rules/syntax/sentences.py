"""A paragraph as sentences, and a sentence as tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.draft.rules.syntax.set_aside import without_asides, without_short_names
from tiebook.draft.rules.syntax.tokens import Name, Sentence, Token
from tiebook.support.full_stops import ABBREVIATED, opens_sentence

_END: Final = re.compile(r"[.!?]+[\"'\u201d\u2019)\]]*\d{0,3}(?=\s+[\"'\u201c\u2018(\[]*[A-Z0-9]|\s*$)")
_IS_SHORT: Final = ("he", "she", "it", "that", "there", "who", "what")  # "he's not sending" has no owner
_LAST_WORD: Final = re.compile(r"[\w.]*\w$")
_TOKEN: Final = re.compile(
    r"(?P<owner>['\u2019]s\b|(?<=s)['\u2019](?!\w))|(?P<word>[Nn]o\slonger\b|[Cc]o-(?:operat|ordinat)[a-z]+|[Cc]ease-fires?\b|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Prof|Adm|Capt|Maj|Sgt)\.|n['\u2019]t\b|[$\u20ac\u00a3]?\d+(?:[.,]\d+)*\w*|[^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)?)|(?P<mark>\S)"
)


def sentences(text: str, names: Sequence[Name]) -> list[Sentence]:
    """Return the sentences of a paragraph, in which each name is one token."""
    return [
        Sentence(
            without_short_names(
                without_asides(list(_tokens(text, start, end, [name for name in names if start <= name.start < end])))
            ),
            start,
            end,
        )
        for start, end in _bounds(text, names)
    ]


def _bounds(text: str, names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        before = _LAST_WORD.search(text[: match.start()])
        last = before[0].lower() if before else ""
        inside = any(name.start < match.start() < name.end for name in names)
        initial = len(last) == 1 and last.isalpha() and text[match.start()] == "."
        goes_on = last in ABBREVIATED and not opens_sentence(text, match.end())
        stops = match.end() < len(text) and (goes_on or inside or initial)
        if stops or not text[start : match.end()].strip():
            continue
        yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _tokens(text: str, start: int, end: int, names: Sequence[Name]) -> Iterator[Token]:
    place = start
    for name in sorted(names, key=lambda each: each.start):
        if name.start < place:
            continue
        yield from _plain(text, place, name.start)
        yield Token(text[name.start : name.end], name.start, name.end, "name", name)
        place = name.end
    yield from _plain(text, place, end)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    before = ""
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        short, before = before in _IS_SHORT, match[0].lower()
        if kind == "owner" and not short:
            yield Token(match[0], match.start(), match.end(), "owner")
        elif kind in ("word", "owner"):
            yield Token(match[0], match.start(), match.end(), "word")
        else:
            yield Token(match[0], match.start(), match.end(), "mark")
