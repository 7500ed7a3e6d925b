"""The words of a question with some of its parameters filled in.

`{name}` stands for a parameter. `[...]` is there only when every parameter in it is given, and `[one|other]` is the first
alternative of which that is true: "[{supplier}|Who] sells arms to [{recipient}|whom]?"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_CHOICE: Final = re.compile(r"\[([^\[\]]*)\]")
_PLACE: Final = re.compile(r"\{(\w+)\}")


def placeholders(template: str) -> list[str]:
    """Return the names of the parameters in a text, in order."""
    return _PLACE.findall(template)


def whole(template: str) -> str:
    """Return the text as it is where everything is given, with the placeholders left in."""
    return _CHOICE.sub(lambda match: match[1].split("|")[0], template)


def worded(template: str, said: Mapping[str, str]) -> str:
    """Return the text with the values of `said`; a parameter that is not given reads "any name"."""

    def chosen(match: re.Match[str]) -> str:
        return next((each for each in match[1].split("|") if said.keys() >= set(placeholders(each))), "")

    text = _PLACE.sub(
        lambda match: said.get(match[1], f"any {match[1].replace('_', ' ')}"), _CHOICE.sub(chosen, template)
    )
    return text[:1].upper() + text[1:]


def outside_brackets(template: str) -> list[str]:
    """Return the names of the parameters that the text always speaks of."""
    return placeholders(_CHOICE.sub("", template))
