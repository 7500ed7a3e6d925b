"""Texts that leave open who does it to whom: "who buys oil from Iran", "US-China tariffs"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tiebook.ask.words.query import POSSESSIVE, Query, is_adjective
from tiebook.ask.words.voice import directed

if TYPE_CHECKING:
    from tiebook.ask.words.index import Entry

_PAIR: Final = 2


def otherwise(query: Query, entry: Entry, params: dict[str, str]) -> dict[str, str] | None:
    """Return the values with the sides the other way round, where a text leaves open which is which.

    Either a word does so of the only side that is named, or two stand side by side: "US-China tariffs".
    """
    pair = _side_by_side(query, entry, params)
    if pair is not None:
        return params | {pair[0]: params[pair[1]], pair[1]: params[pair[0]]}
    said = {piece.word.lower() for piece in query.pieces}
    sides = [name for name, _, _ in entry.params]
    given = [name for name in sides if name in params]
    if said.isdisjoint(entry.either) or len(given) != 1 or len(sides) != _PAIR:
        return None
    other = next(name for name in sides if name not in given)
    return {other: params[given[0]]} | {name: value for name, value in params.items() if name not in given}


def _side_by_side(query: Query, entry: Entry, params: dict[str, str]) -> tuple[str, str] | None:
    """Return the two sides of a question that goes from one to another, where a text only says their names and a noun."""
    pieces = query.pieces
    side = directed(entry)
    if side is None or side.by is None or len(pieces) < _PAIR + 1 or not {side.by, side.to} <= params.keys():
        return None
    (one, first), (other, second) = ((piece, piece.mention) for piece in pieces[:_PAIR])
    if first is None or second is None or second.first != first.last + 1:  # China give Iran weapons
        return None
    owned = one.word.endswith(POSSESSIVE) or is_adjective(one.word, first) or is_adjective(other.word, second)
    return None if owned or not all(piece.telling for piece in pieces[_PAIR:]) else (side.by, side.to)
