"""Values in words."""

from __future__ import annotations

import re
from typing import Any, Final

from tiebook.support.numbers import short_number

_OPTION: Final = re.compile(r"--([a-z][a-z-]*)(?=: )")
_ANY_OPTION: Final = re.compile(r"(?<!\S)--([a-z][a-z-]*)")
_INNER: Final = re.compile(r"(?<=[a-z])[A-Z]")
_WORD: Final = re.compile(r"(?!tiebook )[a-z]+ ")


def in_words(value: Any) -> str:
    """Return a type of tie in words: SELLS_ARMS_TO is "sells arms to"."""
    return str(value).lower().replace("_", " ")


def kind_in_words(kind: Any) -> str:
    """Return a kind of actor in words: GovernmentBody is "Government body"."""
    return _INNER.sub(lambda each: f" {each[0].lower()}", str(kind))


def sentence(text: str) -> str:
    """Return a message of the command line as a page says it: the option that is wrong as its field, with a capital."""
    named = _OPTION.match(text)
    if named:
        text = named[1].replace("-", " ") + text[named.end() :]
    if "tiebook " not in text:  # a command is to be typed as it is
        text = _ANY_OPTION.sub(lambda each: each[1].replace("-", " "), text)
    return text[0].upper() + text[1:] if named or _WORD.match(text) else text


def said(value: Any) -> str:
    """Return a value in words: nothing for None, yes and no, numbers without a tail of digits."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(said, value))
    return short_number(value) if isinstance(value, float) else str(value)
