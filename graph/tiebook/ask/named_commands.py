"""Commands that a text of an answer names: `tiebook ask who-arms --recipient iran`. A page links them, an assistant gets a call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

SET: Final = "1"  # how pages, and commands in a text, write a flag that is set: `?include-feared=1`
_COMMAND: Final = re.compile(
    r"tiebook ask (?P<name>[a-z][a-z-]*)(?P<rest>(?: --[a-z][a-z-]*(?: [\w./:-]+)?)*)(?![\w-])"
)


class Part(NamedTuple):
    """A part of a text; of a command also the question and the values that its options give."""

    text: str
    question: str | None = None
    values: dict[str, str] = {}  # noqa: RUF012 -- a NamedTuple's default, never changed


def parts_of(text: str) -> Iterator[Part]:
    """Yield a text in parts: what lies between commands, and the commands."""
    end = 0
    for found in _COMMAND.finditer(text):
        yield Part(text[end : found.start()])
        yield Part(found[0], found["name"], values_of(found["rest"].split()))
        end = found.end()
    yield Part(text[end:])


def values_of(arguments: Iterable[str]) -> dict[str, str]:
    """Return the values that options of `tiebook ask` give, by the names of parameters; a flag is SET."""
    values: dict[str, str] = {}
    name = ""
    for word in arguments:
        if word.startswith("--"):
            name = word[2:].replace("-", "_")
            values[name] = SET
        elif name:
            values[name] = word
    return values
