"""Finds braces of a MATCH that ask for what the same MATCH binds: KGLite then finds nothing, or only some of the rows.

`MATCH (a)-[t]->(b), (s:Source {id: t.source})` is one; `... WHERE s.id = t.source` is the same in Cypher, and right everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.engine.guard import Token

_CLAUSES: Final = frozenset("MATCH OPTIONAL WHERE WITH RETURN UNWIND UNION CALL ORDER SKIP LIMIT".split())
_SUBQUERIES: Final = frozenset({"EXISTS", "COUNT"})
_NAMES: Final = ("word", "quoted")


def asks_of_itself(tokens: Sequence[Token]) -> Iterator[str]:
    """Return the variables of a query that braces ask about in the MATCH that binds them."""
    known: set[str] = set()
    place = 0
    while place < len(tokens):
        if _begins_a_pattern(tokens, place):
            end = _end(tokens, place + 1)
            bound, asked = _read(tokens, place + 1, end)
            yield from (name for name in asked if name in bound and name not in known)
            known |= bound
            place = end
            continue
        token = tokens[place]
        if token.keyword and token.upper == "UNION":
            known.clear()
        elif token.keyword and token.upper == "WITH" and tokens[place - 1].upper not in ("STARTS", "ENDS"):
            end = _end(tokens, place + 1)
            if not any(each.text == "*" for each in tokens[place:end]):
                known = set(_passed_on(tokens, place + 1, end))
                place = end
                continue
        if token.kind in _NAMES:
            known.add(token.text)
        place += 1


def _begins_a_pattern(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.text == "{":
        return (
            place > 0
            and tokens[place - 1].upper in _SUBQUERIES
            and tokens[place + 1 : place + 2] != []
            and (tokens[place + 1].upper not in _CLAUSES)
        )
    return token.keyword and token.upper == "MATCH"


def _passed_on(tokens: Sequence[Token], start: int, end: int) -> Iterator[str]:
    """Return the names that a WITH leaves."""
    depth = 0
    for place in range(start, end):
        token, before = tokens[place], tokens[place - 1]
        depth += (token.text in "([{") - (token.text in ")]}")
        whole = before.upper in ("WITH", "DISTINCT", ",") and (place + 1 == end or tokens[place + 1].text == ",")
        if depth == 0 and token.kind in _NAMES and (whole or before.upper == "AS"):
            yield token.text


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return where the clause ends of which the first word stands before `start`."""
    depth = 0
    for place in range(start, len(tokens)):
        token = tokens[place]
        depth += (token.text in "([{") - (token.text in ")]}")
        if depth < 0 or (depth == 0 and token.keyword and token.upper in _CLAUSES):
            return place
    return len(tokens)


def _read(tokens: Sequence[Token], start: int, end: int) -> tuple[set[str], list[str]]:
    """Return the variables that a pattern binds, and those that its braces ask about."""
    bound: set[str] = set()
    asked: list[str] = []
    depth = 0
    for place in range(start, end):
        token, before = tokens[place], tokens[place - 1].text
        after = tokens[place + 1].text if place + 1 < end else ""
        depth += (token.text == "{") - (token.text == "}")
        if token.kind not in _NAMES:
            continue
        if depth and after not in (":", "(") and before != ".":
            asked.append(token.text)
        elif not depth and (before in ("(", "[") or after == "="):
            bound.add(token.text)
    return bound, asked
