"""Lets only plain read queries through: an allow-list over the words of a statement, before any engine sees it.

The engines' own read-only modes do not stop everything (LOAD CSV reads files, CALL runs procedures), so a query that users
bring must be made of known words in known places:

- backslashes and odd line separators are refused wherever they stand: Neo4j resolves unicode escapes before it parses, and
  where one engine ends a string or a comment the other may not;
- a number ends where its digits do ("1SET" falls: where one lexer sees a number another sees a number and a word);
- of two bare words side by side, one must be a known keyword of a reading clause ("LOAD CSV", "DELETE n", "SHOW USERS" fall);
- a word before "(" must be a known keyword or function ("CREATE (", "db.labels(" fall);
- CALL must open a subquery; one statement at a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from tiebook.errors import WriteRefused

_TOKEN: Final = re.compile(
    r"""
      (?P<space>\s+|//[^\n\r]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<quoted>`(?:[^`]|``)*`)
    | (?P<param>\$\w+)
    | (?P<number>(?:0[xo][0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?!\w))
    | (?P<word>[^\W\d]\w*)
    | (?P<mark>/(?![/*])|[-+*%^=<>!~|&.,:;()\[\]{}?])
    """,
    re.VERBOSE | re.DOTALL,
)

_ODD: Final = "[\\\\\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]"
_OPERANDS: Final = ("word", "quoted", "param", "string", "number")
_AFTER_NAME_MARK: Final = (".", ":", "|", "&", "!")  # what follows these names a property, label or type

_KEYWORDS: Final = frozenset(
    """
    MATCH OPTIONAL WHERE WITH RETURN UNWIND ORDER BY SKIP LIMIT ASC ASCENDING DESC DESCENDING AS DISTINCT UNION ALL
    AND OR XOR NOT IN IS NULL STARTS ENDS CONTAINS CASE WHEN THEN ELSE END TRUE FALSE EXISTS COUNT CALL ANY NONE
    SINGLE
    """.split()
)
_OPENERS: Final = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
_FUNCTIONS: Final = frozenset(
    """
    abs all allshortestpaths any avg ceil coalesce collect count date date.truncate duration duration.indays
    duration.inmonths endnode exists exp floor head keys labels last left length log max min nodes none
    percentilecont percentiledisc properties range reduce relationships replace reverse right round shortestpath
    sign single size split sqrt startnode stdev stdevp substring sum tail tofloat tointeger tolower tostring toupper
    type valuetype
    """.split()
)
# what one engine does not have, or answers differently (docs/engines.md), and what both have instead
_INSTEAD: Final = {
    "char_length": "size(x)",
    "datetime": "date('2020-10-19')",
    "duration.between": "duration.inDays(a, b) or duration.inMonths(a, b)",
    "elementid": "n.id",
    "id": "n.id",
    "isempty": "size(x) = 0",
    "localdatetime": "date('2020-10-19')",
    **dict.fromkeys(("trim", "ltrim", "rtrim"), "x itself, or replace(x, ' ', '')"),
    "nullif": "CASE WHEN a = b THEN null ELSE a END",
}
_NEVER: Final = frozenset(
    """
    CREATE MERGE SET DELETE DETACH NODETACH REMOVE DROP INSERT FOREACH LOAD CSV SHOW USE TERMINATE ALTER GRANT DENY
    REVOKE START STOP PERIODIC COMMIT EXPLAIN PROFILE FORMAT YIELD RENAME ENABLE DRYRUN DEALLOCATE REALLOCATE
    """.split()
)


class Token(NamedTuple):
    """A word or mark of a query, and where it begins."""

    kind: str
    text: str
    start: int = 0

    @property
    def upper(self) -> str:
        """The text in capitals."""
        return self.text.upper()

    @property
    def keyword(self) -> bool:
        """Whether it may be a keyword of a reading clause."""
        return self.kind == "word" and self.text.isascii() and self.upper in _KEYWORDS


def check_read_only(cypher: str) -> None:
    """Check that a query is a plain read; raise WriteRefused for everything else, including what is not understood."""
    odd = re.search(_ODD, cypher)
    if odd:
        raise _refused(repr(odd.group()), "pass such text as a parameter: -p name=...")
    tokens = tokenized(cypher)
    if not tokens:
        raise WriteRefused("the query is empty")
    if tokens[0].upper not in _OPENERS:
        raise _refused(tokens[0].text, "a query starts with MATCH, OPTIONAL MATCH, WITH, UNWIND, RETURN or CALL {")
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        _check(token, before, after)
        if after is not None and after.text == "(" and token.kind in ("word", "quoted"):
            _check_call(token, before, _dotted(tokens, index))


@lru_cache(maxsize=16)  # several rewritings of one query read it one after another
def tokenized(cypher: str) -> tuple[Token, ...]:
    """Return the words and marks of a query without spaces and comments; raises WriteRefused for what is neither."""
    tokens: list[Token] = []
    position = 0
    while position < len(cypher):
        match = _TOKEN.match(cypher, position)
        if match is None or match.lastgroup is None:
            raise _refused(cypher[position], "this character is not allowed in a query")
        if match.lastgroup != "space":
            tokens.append(Token(match.lastgroup, match.group(), position))
        position = match.end()
    while tokens and tokens[-1].text == ";":
        tokens.pop()
    return tuple(tokens)


def _dotted(tokens: Sequence[Token], index: int) -> str:
    """Return the dotted name that ends at a word: `date.truncate`; the last part of `n.name` alone is a property."""
    name = tokens[index].text
    while index >= 2 and tokens[index - 1].text == "." and tokens[index - 2].kind in ("word", "quoted"):  # noqa: PLR2004
        index -= 2
        name = f"{tokens[index].text}.{name}"
    return name


def _check(token: Token, before: Token | None, after: Token | None) -> None:
    if token.text == ";":
        raise _refused(";", "one statement at a time")
    if token.kind == "param" and after is not None and after.text == "(":
        raise _refused(f"{token.text}(", "write labels and types in the query, not as parameters")
    if token.kind not in ("word", "quoted"):
        return
    named = _is_named(before)
    keyword = token.keyword and not named
    if token.kind == "word" and not named and token.upper in _NEVER:
        raise _refused(token.text, "only reading clauses are allowed")
    if after is None:
        return
    if token.upper == "CALL" and keyword and after.text not in ("(", "{"):
        raise _refused("CALL of a procedure", "CALL { ... } with a subquery is allowed")
    if after.kind in _OPERANDS and not keyword and not after.keyword:
        raise _refused(f"{token.text} {after.text}", "not a reading clause")


def _check_call(token: Token, before: Token | None, dotted: str) -> None:
    """Check that a word before a bracket is a keyword or the dotted name of a known function."""
    keyword = token.keyword and not _is_named(before)
    if not keyword and token.kind == "word" and dotted.lower() in _INSTEAD:
        raise WriteRefused(
            f"refused: {dotted}(, in which KGLite and Neo4j differ", hint=f"write {_INSTEAD[dotted.lower()]}"
        )
    if not keyword and (token.kind == "quoted" or dotted.lower() not in _FUNCTIONS):
        raise _refused(f"{dotted}(", "not a known reading function")


def _is_named(before: Token | None) -> bool:
    """Return whether what follows names a property, label or type."""
    return before is not None and before.text in _AFTER_NAME_MARK


def _refused(what: str, hint: str) -> WriteRefused:
    return WriteRefused(f"refused: {what}", hint=f"queries may only read; {hint}")
