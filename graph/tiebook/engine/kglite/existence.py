"""Writes what KGLite answers wrongly, whether a path of several hops is there, as a count, which it answers rightly.

`EXISTS { (a)--(b)--(c) }`, and the same pattern as a condition, are false on KGLite 0.21.2 where the first path that it tries
does not hold (docs/engines.md). `0 < COUNT { ... }` is the same in Cypher.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from tiebook.engine.guard import Token, tokenized
from tiebook.errors import WriteRefused

_BEFORE_A_CONDITION: Final = frozenset({"WHERE", "AND", "OR", "XOR", "NOT", "WHEN"})
_PAIRS: Final = {"(": ")", "[": "]", "{": "}"}
_SEVERAL: Final = 2


@lru_cache(maxsize=256)
def paths_counted(cypher: str) -> str:
    """Return the query with paths of several hops counted where it asks whether they are there; what is not understood stays."""
    if cypher.count("-") < 2 * _SEVERAL:  # each hop has two
        return cypher
    try:
        tokens = tokenized(cypher)
    except WriteRefused:
        return cypher
    for start, end, text in sorted(_changes(tokens), reverse=True):
        cypher = cypher[:start] + text + cypher[end:]
    return cypher


def _changes(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Return which parts of the text become what."""
    for place, token in enumerate(tokens[:-1]):
        if token.keyword and token.upper == "EXISTS" and tokens[place + 1].text == "{":
            if _hops(tokens[place + 1 : _close(tokens, place + 1)]) >= _SEVERAL:
                yield token.start, token.start + len(token.text), "0 < COUNT"
        elif token.text == "(" and _is_condition(tokens, place):
            last, hops = _pattern(tokens, place)
            if hops >= _SEVERAL:
                yield token.start, token.start, "0 < COUNT { "
                yield tokens[last].start + 1, tokens[last].start + 1, " }"


def _is_condition(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a bracket stands where a condition may: after its word, or after a bracket that only groups."""
    while place:
        before = tokens[place - 1]
        if before.text != "(":
            return before.kind == "word" and before.upper in _BEFORE_A_CONDITION
        place -= 1
    return False


def _pattern(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """Return where the pattern ends that begins with the node at `place`, and its hops."""
    last, hops = _close(tokens, place), 0
    while True:
        following = last + 1
        while following < len(tokens) and tokens[following].text in ("-", "<", ">", "["):
            following = _close(tokens, following) + 1 if tokens[following].text == "[" else following + 1
        if following == last + 1 or following >= len(tokens) or tokens[following].text != "(":
            return last, hops
        last, hops = _close(tokens, following), hops + 1


def _hops(tokens: Sequence[Token]) -> int:
    """Count the nodes that an edge leads to."""
    return sum(
        token.text == "(" and place > 0 and tokens[place - 1].text in ("-", ">") for place, token in enumerate(tokens)
    )


def _close(tokens: Sequence[Token], place: int) -> int:
    """Return where the bracket at `place` closes."""
    opening, closing, depth = tokens[place].text, _PAIRS[tokens[place].text], 0
    for end in range(place, len(tokens)):
        depth += (tokens[end].text == opening) - (tokens[end].text == closing)
        if depth == 0:
            return end
    return len(tokens) - 1
