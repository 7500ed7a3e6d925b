"""Addresses of answers, also of commands that a reader is told: `tiebook ask who-arms --recipient iran` is a page here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import quote, urlencode

_COMMAND: Final = re.compile(
    r"tiebook ask (?P<name>[a-z][a-z-]*)(?P<rest>(?: --[a-z][a-z-]*(?: [\w./:-]+)?)*)(?![\w-])"
)


class Stretch(NamedTuple):
    """A stretch of a text, and the address that it stands for."""

    text: str
    address: str | None = None


def commands_in(text: str) -> Iterator[Stretch]:
    """Yield a text in stretches: what lies between commands, and the commands."""
    end = 0
    for found in _COMMAND.finditer(text):
        yield Stretch(text[end : found.start()])
        yield Stretch(found[0], address_of(found["name"], values_of(found["rest"].split())))
        end = found.end()
    yield Stretch(text[end:])


def address_of(name: str, values: Mapping[str, Any], form: str = "") -> str:
    """Return the address of an answer; what is empty is left out."""
    query = urlencode({key: _typed(value) for key, value in values.items() if value not in (None, "", False)})
    return f"/ask/{quote(name, safe='')}{form}" + (f"?{query}" if query else "")


def values_of(arguments: Iterable[str]) -> dict[str, str]:
    """Return the values that options of `tiebook ask` give, as an address has them; a flag is "1"."""
    values: dict[str, str] = {}
    name = ""
    for word in arguments:
        if word.startswith("--"):
            name = word[2:].replace("-", "_")
            values[name] = "1"
        elif name:
            values[name] = word
    return values


def _typed(value: Any) -> str:
    return "1" if value is True else str(value)
