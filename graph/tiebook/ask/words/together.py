"""Names that a text says together, "China and Russia": where a question takes one of them, it is asked of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING, Final

from tiebook.ask.words.index import is_slot

if TYPE_CHECKING:
    from tiebook.ask.words.index import Entry
    from tiebook.ask.words.query import Piece, Query

_AND: Final = frozenset({"and", "or", "as"})
_BETWEEN: Final = frozenset({"between", "among"})
_WHO: Final = frozenset({"who", "whom"})
_OF_MATTER: Final = frozenset({"about", "regarding"})
_SIDE: Final = frozenset({"to", "from", "by", "on", "against"})
MATTER: Final = frozenset(
    {"over", "about", "regarding", "concerning"}
)  # before what it is about, and not one of its sides
_MOST: Final = 6  # ways to ask for one of each


def together(pieces: Sequence[Piece]) -> list[tuple[int, ...]]:
    """Return the places of names that "and" joins, or "or", each such run of them; those of "between X and Y" are two sides."""
    found: list[tuple[int, ...]] = []
    place = 0
    while place < len(pieces):
        run = tuple(_run(pieces, place)) if pieces[place].mention is not None else ()
        if len(run) > 1 and any(pieces[each].text in _AND for each in range(run[0], run[-1])):
            before = pieces[place - 1].text if place else ""
            if before not in _BETWEEN:
                found.append(run)
            place = run[-1]
        place += 1
    return found


def _run(pieces: Sequence[Piece], place: int) -> Iterator[int]:
    """Yield the places of a name and of those that follow it, with a comma or a word between them."""
    while True:
        yield place
        place += 1
        while place < len(pieces) and pieces[place].text in _AND:
            place += 1
        if place == len(pieces) or pieces[place].mention is None:
            return


@lru_cache(maxsize=512)
def sides(patterns: tuple[str, ...], after: str = "", *, both: bool = False) -> frozenset[str]:
    """Return the parameters that a question's patterns say together: "do {actor} and {partner} cooperate".

    after -- only after this word, where it is one that says on which side both are; both -- only where they say "both"
    """
    found: set[str] = set()
    for pattern in patterns:
        parts = pattern.split(" ")
        if both and "both" not in parts:
            continue
        for before, one, word, other in zip(["", *parts], parts, parts[1:], parts[2:], strict=False):
            if word in _AND and is_slot(one) and is_slot(other) and (after not in _SIDE or before == after):
                found |= {one[1:-1], other[1:-1]}
    return frozenset(found)


def apart(query: Query, entry: Entry, bound: dict[str, Piece]) -> tuple[dict[str, Piece], list[Piece]]:
    """Leave one of the names that are said together in the place of each; return also the others, which have no place."""
    left: list[Piece] = []
    both = any(piece.text == "both" for piece in query.pieces)
    for run in together(query.pieces):
        pair = sides(entry.patterns, query.pieces[run[0] - 1].text if run[0] else "", both=both)
        names = [query.pieces[place] for place in run]
        placed = [(name, piece) for piece in names for name, each in bound.items() if each is piece]
        if not placed:
            left += names[1:] if not pair else []
            continue
        kept = placed[0]
        others = [piece for piece in names if piece is not kept[1]]
        if kept[0] in pair:
            continue
        left += others
        bound = {name: piece for name, piece in bound.items() if not any(piece is each for each in others)}
    return bound, left


def no_side(
    pieces: Sequence[Piece], patterns: tuple[str, ...], types: Collection[str], bound: Mapping[str, Piece]
) -> list[Piece]:
    """Return the names that are no side of a question: over what somebody does it, and the second of those between whom it is."""
    between = _second_between(pieces) if _has_other_sides(patterns) else []
    if not pieces or pieces[0].text not in _WHO:
        return between
    slots = {pair for pattern in patterns for pair in pairwise(pattern.split(" "))}
    found = []
    for place, (word, piece) in enumerate(pairwise(pieces)):
        if word.text in MATTER and piece.mention and any(each.mention for each in pieces[:place]):
            name = next((name for name, each in bound.items() if each is piece), "")
            free = _OF_MATTER & set(types) if not name else {name} & _OF_MATTER
            if not free and (word.text, f"{{{name}}}") not in slots:
                found.append(piece)
    return between + found


def _second_between(pieces: Sequence[Piece]) -> list[Piece]:
    """Return Y of "between X and Y"."""
    return [
        last
        for word, first, joined, last in zip(pieces, pieces[1:], pieces[2:], pieces[3:], strict=False)
        if word.text in _BETWEEN and first.mention and joined.text in _AND and last.mention
    ]


@lru_cache(maxsize=512)
def _has_other_sides(patterns: tuple[str, ...]) -> bool:
    """Return whether a question has one place for those between whom another is: "{actor} mediates between {target} and others"."""
    split = [pattern.split(" ") for pattern in patterns]
    several = {part for parts in split for part in parts if is_slot(part)}
    after = [parts[place + 1 :] for parts in split for place, part in enumerate(parts) if part in _BETWEEN]
    pairs = any(rest[1:2] == ["and"] and is_slot(rest[0]) and any(map(is_slot, rest[2:3])) for rest in after)
    return len(several) > 1 and not pairs and any(rest[1:] == ["and"] and is_slot(rest[0]) for rest in after)


def one_of_each(query: Query) -> list[Query]:
    """Return the query with one of the names that are said together, for each of them; nothing if there are none, or many."""
    runs = together(query.pieces)
    if not runs or prod(map(len, runs)) > _MOST:
        return []
    said = {place for run in runs for place in range(run[0], run[-1] + 1)}
    found = []
    for kept in product(*runs):
        out = said - set(kept)
        found.append(
            query._replace(pieces=tuple(piece for place, piece in enumerate(query.pieces) if place not in out))
        )
    return found


def takes_all(query: Query, params: Mapping[str, str]) -> bool:
    """Return whether a question has a place for each of the names that are said together: what it lacks is another name."""
    names = [query.pieces[place].mention for run in together(query.pieces) for place in run]
    values = set(params.values())
    return all(name is not None and any(entity in values for _, entity in name.readings) for name in names)
