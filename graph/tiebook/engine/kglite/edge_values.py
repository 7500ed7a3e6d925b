"""Writes a property of an edge that a pattern asks for in braces as an expression, which KGLite reads rightly.

`MATCH (a)-[t]->(b) MATCH (s:Source {id: t.source})` finds nothing on KGLite 0.21.2, whatever there is: in braces it reads the
properties of nodes and of what WITH passed on, but not those of an edge (docs/engines.md). `{id: coalesce(t.source)}` is the
same in Cypher.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tiebook.engine.guard import Token, tokenized
from tiebook.errors import WriteRefused


@lru_cache(maxsize=256)
def edge_values_computed(cypher: str) -> str:
    """Return the query with each `{key: edge.property}` as `{key: coalesce(edge.property)}`; what is not understood stays."""
    if "[" not in cypher or "{" not in cypher:
        return cypher
    try:
        tokens = tokenized(cypher)
    except WriteRefused:
        return cypher
    for start, end in reversed(list(_values(tokens, _edges(tokens)))):
        cypher = f"{cypher[:start]}coalesce({cypher[start:end]}){cypher[end:]}"
    return cypher


def _edges(tokens: Sequence[Token]) -> set[str]:
    """Return the names of edges: what stands in square brackets after a dash."""
    return {
        tokens[place + 2].text
        for place in range(len(tokens) - 2)
        if tokens[place].text == "-" and tokens[place + 1].text == "[" and tokens[place + 2].kind in ("word", "quoted")
    }


def _values(tokens: Sequence[Token], edges: set[str]) -> Iterator[tuple[int, int]]:
    """Return where a property of an edge, and nothing else, is the value of a key."""
    for place in range(1, len(tokens) - 4):
        colon, name, dot, key, after = tokens[place : place + 5]
        if (
            (colon.text, dot.text) == (":", ".")
            and name.text in edges
            and tokens[place - 1].kind in ("word", "quoted")
            and after.text in (",", "}")
        ):
            yield name.start, key.start + len(key.text)
