"""A paragraph as sentences, and a sentence as tokens, in which a name is one token however many words it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tiebook.support.full_stops import ABBREVIATED, opens_sentence

Kind = Literal["word", "name", "mark", "owner"]

_END: Final = re.compile(r"[.!?]+[\"'\u201d\u2019)\]]*\d{0,3}(?=\s+[\"'\u201c\u2018(\[]*[A-Z0-9]|\s*$)")
_IS_SHORT: Final = ("he", "she", "it", "that", "there", "who", "what")  # "he's not sending" has no owner
_LAST_WORD: Final = re.compile(r"[\w.]*\w$")
_TOKEN: Final = re.compile(
    r"(?P<owner>['\u2019]s\b|(?<=s)['\u2019](?!\w))|(?P<word>(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Prof|Adm|Capt|Maj|Sgt)\.|n['\u2019]t\b|[$\u20ac\u00a3]?\d+(?:[.,]\d+)*\w*|[^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)?)|(?P<mark>\S)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a paragraph: whom it means (an id, or for a newcomer the name itself), where, and how it is said.

    kind -- the kind of the actor or thing; label -- its label
    adjective -- "Iranian", not "Iran"; seat -- a city that stands for a government
    new -- it is not known to the case or the crosswalk
    of -- of a group that is known by whose it is, that one, and the word that says so: "backed", "rivals"
    said -- how the paragraph names a newcomer whose whole name, `who`, stands in an earlier one only: "Wang", "the SCO"
    by -- of a plan that is called after a person, that one: "the Rojas Plan"
    """

    who: str
    start: int
    end: int
    kind: str
    label: str = "Actor"
    adjective: bool = False
    seat: bool = False
    new: bool = False
    of: tuple[Name, str] | None = None
    said: str | None = None
    by: Name | None = None

    def within(self, other: Name) -> bool:
        """Return whether it is a part of another name."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name, a mark, or the "'s" of an owner; `lower` is its text in small letters."""

    text: str
    start: int
    end: int
    kind: Kind
    name: Name | None = None

    @property
    def lower(self) -> str:
        """The text in small letters, with a plain apostrophe."""
        return self.text.lower().replace("\u2019", "'")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its tokens, and the place of its first character in the paragraph."""

    tokens: tuple[Token, ...]
    start: int
    end: int

    def lower(self, place: int) -> str:
        """Return the token at a place in small letters, "" beyond either end."""
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def kind(self, place: int) -> str:
        """Return the kind of the token at a place, "" beyond either end."""
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else ""


def sentences(text: str, names: Sequence[Name]) -> list[Sentence]:
    """Return the sentences of a paragraph, in which each name is one token."""
    return [
        Sentence(
            _without_short_names(
                list(_tokens(text, start, end, [name for name in names if start <= name.start < end]))
            ),
            start,
            end,
        )
        for start, end in _bounds(text, names)
    ]


def _without_short_names(tokens: list[Token]) -> tuple[Token, ...]:
    """Return tokens without the brackets that only repeat the name before them: "the Andean Defence Council (ADC)"."""
    kept: list[Token] = []
    skipped = 0
    for place, token in enumerate(tokens):
        before = next((each for each in reversed(kept) if each.kind != "owner"), None)
        inside = tokens[place + 1 : place + 3]
        repeats = (
            token.text == "("
            and before is not None
            and before.name is not None
            and len(inside) > 1
            and inside[0].name is not None
            and inside[0].name.who == before.name.who
            and inside[1].text == ")"
        )
        skipped = 3 if repeats else skipped
        if skipped:
            skipped -= 1
        else:
            kept.append(token)
    return tuple(kept)


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
