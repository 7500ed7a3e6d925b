"""Addresses of answers, also of what a reader is told to ask: `tiebook ask who-arms --recipient iran` is a page here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from tiebook.ask.named_commands import SET, parts_of
from tiebook.errors import UsageError


class Stretch(NamedTuple):
    """A stretch of a text, and the address that it stands for."""

    text: str
    address: str | None = None


def commands_in(text: str) -> Iterator[Stretch]:
    """Yield a text in stretches: what lies between commands, and the commands."""
    for part in parts_of(text):
        yield Stretch(part.text, None if part.question is None else address_of(part.question, part.values))


def questions_in(text: str, names: Iterable[str]) -> Iterator[Stretch]:
    """Yield a text in stretches: the names of questions that it tells to ask, and what lies between.

    A name of several words is one wherever it stands; one of a single word ("conflicts") only where it is told as a question.
    """
    either = "|".join(map(re.escape, names))
    if not either:
        yield Stretch(text)
        return
    end = 0
    for found in re.finditer(rf"(?<![\w/-])(?:{either})(?![\w-])", text):
        told = re.search(r"\b(?:ask|question) $", text[: found.start()])
        beside = re.match(rf" --|(?:, | and | or )(?:{either})(?![\w-])", text[found.end() :])
        if "-" in found[0] or told or beside:
            yield Stretch(text[end : found.start()])
            yield Stretch(found[0], address_of(found[0], {}))
            end = found.end()
    yield Stretch(text[end:])


def meant_by(error: UsageError | None, address: Callable[[str], str]) -> list[Stretch]:
    """Return the names that may have been meant by one that is not known, or stands for several things.

    address -- returns where each of them leads
    """
    return [] if error is None else [Stretch(name, address(name)) for name in error.near]


def values_meant(error: UsageError | None, address: Callable[[dict[str, str]], str]) -> list[Stretch]:
    """Return the values that may have been meant by a parameter's wrong one.

    address -- returns where a value leads, given as {parameter: value}
    """
    parameter = None if error is None else error.parameter
    return [] if parameter is None else meant_by(error, lambda name: address({parameter: name}))


def address_of(name: str, values: Mapping[str, Any], form: str = "") -> str:
    """Return the address of an answer; what is empty is left out."""
    query = urlencode({key: _typed(value) for key, value in values.items() if value not in (None, "", False)})
    return f"/ask/{quote(name, safe='')}{form}" + (f"?{query}" if query else "")


def _typed(value: Any) -> str:
    return SET if value is True else str(value)
