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


def worded(template: str, said: Mapping[str, str]) -> str:
    """Return the text with the values of `said`; a parameter that is not given reads "any name"."""

    def chosen(match: re.Match[str]) -> str:
        return next((each for each in match[1].split("|") if said.keys() >= set(placeholders(each))), "")

    text = _PLACE.sub(
        lambda match: said.get(match[1], f"any {match[1].replace('_', ' ')}"), _CHOICE.sub(chosen, template)
    )
    return text[:1].upper() + text[1:]


def outside_brackets(template: str) -> list[str]:
    """Return the names of the parameters without which the text has a gap: those that stand in it whatever is given."""

    def last(match: re.Match[str]) -> str:
        parts = match[1].split("|")
        return parts[-1] if len(parts) > 1 else ""

    return placeholders(_CHOICE.sub(last, template))
