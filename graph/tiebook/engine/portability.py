"""Refuses, in one line and before any engine sees it, what KGLite and Neo4j would answer differently (docs/engines.md).

Only what stands in the text of a query can be seen. What depends on values is named in docs/engines.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from tiebook.engine.braces import asks_of_itself
from tiebook.engine.guard import Token, tokenized
from tiebook.errors import QueryFailed
from tiebook.model.dates import Bounds

DAYS: Final = frozenset({*Bounds._fields, "covers_since", "covers_until", "coded_on"})  # properties that hold a date
DECIMALS: Final = frozenset({"confidence", "value", "obligations", "level"})  # that hold a number with a fraction
MADE_UP: Final = frozenset({"title", "type", "label", "end"})  # that KGLite answers though no node or edge has them
_CLOCK: Final = frozenset("hour minute second millisecond epochdays epochmillis epochseconds timezone offset".split())
_COMPARISONS: Final = frozenset({"=", "<>", "<", "<=", ">", ">="})
_SIGNS: Final = frozenset("=<>")


def check_portable(cypher: str, params: Mapping[str, Any] | None = None) -> None:
    """Check that both engines answer a query alike, as far as its text and the types of its parameters show.

    Raises QueryFailed.
    """
    for what, hint in faults(cypher, params or {}):
        raise QueryFailed(f"refused: {what}, which KGLite and Neo4j answer differently", hint=hint)


def faults(cypher: str, params: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Return what is not portable in a query, and what to write instead."""
    tokens = _joined(tokenized(cypher))
    yield from _days_and_texts(tokens, params)
    yield from _calls(tokens)
    yield from _numbers(tokens)
    yield from _names(tokens)
    for name in asks_of_itself(tokens):
        yield f"{name} in braces of the MATCH that finds {name}", f"write WHERE: ... WHERE s.id = {name}.source"


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with `<` `=` as `<=`."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else None
        touching = last is not None and last.start + len(last.text) == token.start
        if last is not None and touching and last.text + token.text in _COMPARISONS:
            found[-1] = Token("mark", last.text + token.text, last.start)
        else:
            found.append(token)
    return found


def _days_and_texts(tokens: Sequence[Token], params: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Find dates that are compared with texts, also under another name."""
    days = {
        tokens[place + 2].text
        for place in range(2, len(tokens) - 2)
        if _is_day(tokens, place, frozenset()) and tokens[place + 1].upper == "AS"
    }
    for place, token in enumerate(tokens):
        if token.text not in _COMPARISONS and token.upper != "IN":
            continue
        after = place + (2 if token.upper == "IN" else 1)  # in a list: its first item
        if after >= len(tokens):
            continue
        right = after + 2 if _property(tokens, after + 2) else after
        if (_is_day(tokens, place - 1, days) and _is_text(tokens[after], params)) or (
            _is_text(tokens[place - 1], params) and _is_day(tokens, right, days)
        ):
            yield "a date compared with a text", "write date('2020-10-19')"


def _property(tokens: Sequence[Token], place: int) -> bool:
    return 2 <= place < len(tokens) and tokens[place - 1].text == "." and tokens[place].kind == "word"  # noqa: PLR2004


def _is_day(tokens: Sequence[Token], place: int, names: frozenset[str] | set[str]) -> bool:
    if place < 0 or tokens[place].kind != "word":
        return False
    if _property(tokens, place):
        return tokens[place].text in DAYS
    return tokens[place].text in names


def _is_text(token: Token, params: Mapping[str, Any]) -> bool:
    if token.kind == "param":
        value = params.get(token.text[1:])
        return isinstance(value, str) or (isinstance(value, list) and any(isinstance(item, str) for item in value))
    return token.kind == "string"


def _calls(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(tokens[:-1]):
        if token.kind != "word" or tokens[place + 1].text != "(" or (place and tokens[place - 1].text in (".", ":")):
            continue
        inside = _inside(tokens, place + 1)
        if token.upper == "ROUND" and not _digits(inside):
            yield "round() of a half", "write round(x, 1), or floor(x + 0.5)"
        if token.upper == "KEYS" and inside and inside[0].text != "{":
            yield "keys() of a node or an edge", "return properties(n)"
        if token.upper == "TOSTRING" and _has_decimal(inside):
            yield "a number with a fraction as text", "return the number itself"


def _inside(tokens: Sequence[Token], opening: int) -> Sequence[Token]:
    depth = 0
    for place in range(opening, len(tokens)):
        depth += (tokens[place].text in "([{") - (tokens[place].text in ")]}")
        if depth == 0:
            return tokens[opening + 1 : place]
    return tokens[opening + 1 :]


def _digits(inside: Sequence[Token]) -> bool:
    """Return whether a rounding says to how many digits, at least one."""
    return len(inside) > 2 and inside[-2].text == "," and inside[-1].kind == "number" and inside[-1].text != "0"  # noqa: PLR2004


def _has_decimal(inside: Sequence[Token]) -> bool:
    return any(
        (token.kind == "number" and not token.text.isdecimal())
        or (token.text in DECIMALS and place and inside[place - 1].text == ".")
        for place, token in enumerate(inside)
    )


def _numbers(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(tokens[1:-1], start=1):
        around = (tokens[place - 1], tokens[place + 1])
        nothing = any(each.kind == "word" and each.upper == "NULL" for each in around)
        if token.text == "+" and nothing and (around[0].text == "]" or around[1].text == "["):
            yield "null added to a list", "leave null out"
        if token.text in ("/", "%") and around[1].kind == "number" and not around[1].text.strip("0."):
            yield "a division by zero", "leave it out"


def _names(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(tokens):
        name = token.text.strip("`")
        if token.kind not in ("word", "quoted") or not place:
            continue
        before, after = tokens[place - 1].text, tokens[place + 1].text if place + 1 < len(tokens) else ""
        if before == "." and after != "(" and name.lower() in _CLOCK:
            yield f"the part {name} of a date", "days have year, month, day, quarter, week"
        if name in MADE_UP and ((before == "." and after != "(") or (before in ("{", ",") and after == ":")):
            yield f"the property {name}", "nothing in the model is called so; type(t) is a tie's type"
