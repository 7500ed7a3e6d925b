"""Who does it and to whom it is done, by the grammar of a text: "who sanctions Iran", "who is sanctioned by Iran".

The alignment with a question's patterns knows places and prepositions but not the passive: "by" weighs as little as any word of
grammar. What grammar says of a verb of the question goes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from tiebook.ask.words.index import Entry
from tiebook.ask.words.patterns import ANY, is_slot
from tiebook.ask.words.query import Piece

_ASKING: Final = frozenset({"who", "whom", "which", "what"})
_VERB: Final = 0.8  # what a word counts in the list of a question's words, from which it may be its verb


@dataclass(frozen=True, slots=True)
class Directed:
    """The parameters of a question that goes from one to another: `by` does it (None where no parameter takes that), to `to`.

    turned -- stems of verbs that say it the other way round: who fears is threatened, who buys is supplied
    """

    by: str | None
    to: str
    turned: frozenset[str]


@dataclass(frozen=True, slots=True)
class Roles:
    """The names in a text that do something and to which it is done, of one verb."""

    by: Piece | None = None
    to: Piece | None = None


def done_by(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the names after "by" that follow a word of the matter: of those who do something."""
    return [
        last
        for verb, word, last in zip(pieces, pieces[1:], pieces[2:], strict=False)
        if verb.telling and word.text == "by" and last.mention is not None
    ]


def slots_after_by(entry: Entry) -> list[str]:
    """Return the parameters that stand after "by" in a pattern of a question."""
    found = (pair for pattern in entry.patterns for pair in pairwise(pattern.split(" ")))
    return list(dict.fromkeys(second[1:-1] for first, second in found if first == "by" and is_slot(second)))


def directed(entry: Entry) -> Directed | None:
    """Return the two sides of a question; None where it has none, or the same on both."""
    return _directed(entry.patterns)


@lru_cache(maxsize=256)
def _directed(patterns: tuple[str, ...]) -> Directed | None:
    split = [pattern.split(" ") for pattern in patterns]
    passive = next((each for each in split if each[1:3] == [ANY, "by"] and len(each) == 4), None)  # noqa: PLR2004
    unnamed = next((each for each in split if each[:2] == ["by", "whom"] and each[3:] == [ANY]), None)
    if passive is not None and is_slot(passive[0]) and is_slot(passive[3]):
        by, to = passive[3][1:-1], passive[0]
    elif unnamed is not None:
        by, to = None, unnamed[2]
    else:
        return None
    return Directed(by, to[1:-1], frozenset(_turned([each for each in split if "by" not in each], f"{{{by}}}", to)))


def _turned(patterns: Iterable[Sequence[str]], by: str, to: str) -> set[str]:
    """Return the verbs of which `to` is the subject: "{recipient} buys weapons from {supplier}", "who fears {threat}"."""
    found: set[str] = set()
    plain: set[str] = set()
    for pattern in patterns:
        for first, second in pairwise(pattern):
            if first == to and by in pattern[pattern.index(to) :]:
                found.add(second)
            if second == by:
                found.add(first)
            if first == by:
                plain.add(second)
            if second == to:
                plain.add(first)
    return found - plain


def roles(pieces: Sequence[Piece], entry: Entry, side: Directed) -> Roles:
    """Return who does it and to whom, as far as the grammar of the text says so."""
    for place, piece in enumerate(pieces):
        if piece.telling and entry.words.get(piece.text, 0.0) >= _VERB:
            found = next(_of_verb(pieces, place), None)
            if found is not None:
                return Roles(found.to, found.by) if piece.text in side.turned else found
    return Roles()


def _of_verb(pieces: Sequence[Piece], place: int) -> Iterator[Roles]:
    """Yield what the pieces around a verb say; the first counts."""
    before, after = _at(pieces, place - 1), _at(pieces, place + 1)
    behind = _at(pieces, place + 2)
    asked = pieces[0].text in _ASKING
    if _is(after, "by"):
        if behind is not None and behind.mention is not None:  # X is sanctioned by Y; who is sanctioned by Y
            yield Roles(behind, _name(before))
        elif behind is None and asked:  # who is X sanctioned by
            yield Roles(None, _name(before))
        return
    if pieces[0].text == "by" and _asks(pieces) and place > 1:  # by whom is X sanctioned
        yield Roles(None, _name(before))
    elif _name(before) is not None and _name(after) is not None:  # X sanctions Y
        yield Roles(before, after)
    elif before is not None and before.subject and asked and after is None:  # whom does X sanction
        yield Roles(before, None)
    elif _name(after) is not None and asked and before is not None and before.mention is None:  # who sanctions Y
        yield Roles(None, after)


def _asks(pieces: Sequence[Piece]) -> bool:
    second = _at(pieces, 1)
    return second is not None and second.text in _ASKING


def _at(pieces: Sequence[Piece], place: int) -> Piece | None:
    return pieces[place] if 0 <= place < len(pieces) else None


def _is(piece: Piece | None, word: str) -> bool:
    return piece is not None and piece.text == word


def _name(piece: Piece | None) -> Piece | None:
    return piece if piece is not None and piece.mention is not None else None
