"""Commands in what is said to a reader, as addresses: `tiebook ask who-arms --recipient iran` is a page here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urlencode

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
        yield Stretch(found[0], _address(found["name"], found["rest"].split()))
        end = found.end()
    yield Stretch(text[end:])


def _address(name: str, words: list[str]) -> str:
    values: dict[str, str] = {}
    option = ""
    for word in words:
        if word.startswith("--"):
            option = word[2:].replace("-", "_")
            values[option] = "1"
        else:
            values[option] = word
    return f"/ask/{name}" + (f"?{urlencode(values)}" if values else "")
