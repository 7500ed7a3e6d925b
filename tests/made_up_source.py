"""The declaration of a made-up data set of one table; tests say what matters to them, the rest is filled in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

_ABOUT: Final = {
    "title": "t",
    "citation": "c",
    "licence": "CC0",
    "universe": "u",
    "covers_since": "1800-01-01",
    "covers_until": "2023-12-31",
}
NAMED_ENDS: Final = 'from = {column = "a", system = "name"}\nto = {column = "b", system = "name"}\n'


def declaration(
    source: str,
    tie: str = NAMED_ENDS,
    *,
    types: Sequence[str] = ("AGREES_WITH",),
    required: Sequence[str] = ("a", "b"),
    what: str = "rows",
    **about: str,
) -> str:
    """Return a source.toml with one [[file]] and one [[tie]] of the first type; `about` is what its head says otherwise."""
    head = {"id": source, "name": source, **_ABOUT, **about}
    lines = [f"{key} = {text if key.startswith('covers_') else _quoted(text)}" for key, text in head.items()]
    return (
        "\n".join(lines)
        + f"\nties = {_quoted(list(types))}\n"
        + f'[[file]]\nname = "rows"\nwhat = {_quoted(what)}\nrequired = {_quoted(list(required))}\n'
        + f'[[tie]]\nfile = "rows"\ntype = "{types[0]}"\n{tie}'
    )


def _quoted(value: object) -> str:
    """Return texts as TOML has them, which is as JSON has them."""
    return json.dumps(value, ensure_ascii=False)
