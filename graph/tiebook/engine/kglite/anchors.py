"""Moves the ids that a WHERE asks for into the patterns above it, so that KGLite begins there without its own pass for that.

`MATCH (a:Actor)-[t]->(b) WHERE a.id = $id AND t.sign = 1` becomes `MATCH (a:Actor {id: $id})-[t]->(b) WHERE ...`: the same rows, as
the condition stays where it is. KGLite's pass does more, and loses conditions (docs/engines.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from tiebook.engine.guard import Token, tokenized
from tiebook.errors import WriteRefused

_CLAUSES: Final = frozenset(
    {"MATCH", "OPTIONAL", "WITH", "RETURN", "UNWIND", "UNION", "CALL", "ORDER", "SKIP", "LIMIT"}
)
_UNFINISHED: Final = frozenset(
    {"AND", "OR", "XOR", "NOT", "IN", "WHERE", "STARTS", "ENDS", "CONTAINS", "WHEN", "THEN", "ELSE"}
)
_OPENING: Final = frozenset("([{")
_CLOSING: Final = frozenset(")]}")


@lru_cache(maxsize=256)
def anchored(cypher: str) -> str:
    """Return the query with `{id: ...}` in each node pattern whose id its WHERE states; what is not understood stays."""
    if "=" not in cypher or "where" not in cypher.lower():
        return cypher
    try:
        tokens = tokenized(cypher)
    except WriteRefused:
        return cypher
    places = {
        place: text for start, middle, end in _matches(tokens) for place, text in _found(tokens, start, middle, end)
    }
    for place in sorted(places, reverse=True):
        cypher = cypher[:place] + places[place] + cypher[place:]
    return cypher


def _matches(tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """Return each MATCH at the top of a query or subquery: its place, that of its WHERE, and that of what follows."""
    for start, token in enumerate(tokens):
        if not _is(token, "MATCH"):
            continue
        where, depth, end = None, 0, len(tokens)
        for place in range(start + 1, len(tokens)):
            each = tokens[place]
            depth += (each.text in _OPENING) - (each.text in _CLOSING)
            if depth < 0 or (depth == 0 and _begins_a_clause(tokens, place)):
                end = place
                break
            if depth == 0 and where is None and _is(each, "WHERE"):
                where = place
        if where is not None:
            yield start, where, end


def _begins_a_clause(tokens: Sequence[Token], place: int) -> bool:
    """Distinguish a clause from STARTS WITH, and from a name that reads like one: what came before must be complete."""
    token, before = tokens[place], tokens[place - 1]
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if not token.keyword or token.upper not in _CLAUSES or after == ".":
        return False
    return before.text in _CLOSING or (before.kind != "mark" and before.upper not in _UNFINISHED)


def _found(tokens: Sequence[Token], start: int, where: int, end: int) -> Iterator[tuple[int, str]]:
    """Return where to put which map, for a MATCH that begins at `start`."""
    wanted = dict(_asked(tokens[where:end]))
    for place in range(start + 1, where):
        name = tokens[place + 1]
        if tokens[place].text == "(" and name.kind == "word" and name.text in wanted and _is_node(tokens, place):
            close = place + 2
            while tokens[close].kind in ("word", "quoted") or tokens[close].text in (":", "|", "&"):
                close += 1
            if tokens[close].text == ")":
                yield tokens[close].start, f" {{id: {wanted.pop(name.text)}}}"


def _is_node(tokens: Sequence[Token], place: int) -> bool:
    """Distinguish a node pattern from the brackets of a function."""
    return tokens[place - 1].kind != "word" or _is(tokens[place - 1], "MATCH")


def _asked(where: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Return the variables whose id is stated by a condition that must hold, and what it is."""
    depth, tops = 0, []
    for place, token in enumerate(where):
        depth += (token.text in _OPENING or _is(token, "CASE")) - (token.text in _CLOSING or _is(token, "END"))
        if depth == 0 and token.keyword and token.upper in ("OR", "XOR"):
            return
        if depth == 0 and (_is(token, "WHERE") or _is(token, "AND")):
            tops.append(place)
    for place in tops:
        after = where[place + 1 : place + 7]
        if len(after) < 5:  # noqa: PLR2004 -- v . id = $p
            continue
        name, dot, key, sign, value = after[:5]
        ends = len(after) == 5 or _is(after[5], "AND")  # noqa: PLR2004
        stated = (dot.text, key.text, sign.text) == (".", "id", "=") and value.kind in ("param", "string")
        if name.kind == "word" and stated and ends:
            yield name.text, value.text


def _is(token: Token, word: str) -> bool:
    return token.kind == "word" and token.upper == word
