"""The words of a question with some of its parameters filled in.

`{name}` stands for a parameter. `[...]` is there only when every parameter in it is given, and `[one|other]` is the first
alternative of which that is true: "[{supplier}|Who] sells arms to [{recipient}|whom]?"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tiebook.support.articles import is_plural

_CHOICE: Final = re.compile(r"\[([^\[\]]*)\]")
_PLURAL: Final = dict(
    pair.split("/") for pair in "Does/Do does/do Has/Have has/have Is/Are is/are Was/Were was/were".split()
)
_VERB: Final = re.compile(rf"\b({'|'.join(_PLURAL)}) (?=\{{(\w+)\}})")
_PLACE: Final = re.compile(r"\{(\w+)\}")
_PLACE_OR_WHOSE: Final = re.compile(r"\{(\w+)\}((?:'s\b)?)")


def placeholders(template: str) -> list[str]:
    """Return the names of the parameters in a text, in order."""
    return _PLACE.findall(template)


def worded(template: str, said: Mapping[str, str]) -> str:
    """Return the text with the values of `said`; a parameter that is not given reads "any name".

    A verb right before a parameter agrees with its value: "does {actor} want" reads "do the Gulf states want". What
    "{actor}'s aims" are reads "the United States' aims".
    """

    def chosen(match: re.Match[str]) -> str:
        return next((each for each in match[1].split("|") if said.keys() >= set(placeholders(each))), "")

    def agreeing(match: re.Match[str]) -> str:
        return f"{_PLURAL[match[1]]} " if is_plural(said.get(match[2], "")) else match[0]

    def named(match: re.Match[str]) -> str:
        value = said.get(match[1], f"any {match[1].replace('_', ' ')}")
        return value + ("'" if match[2] and value.endswith("s") else match[2])

    text = _VERB.sub(agreeing, _CHOICE.sub(chosen, template))
    text = _PLACE_OR_WHOSE.sub(named, text)
    return text[:1].upper() + text[1:]


def outside_brackets(template: str) -> list[str]:
    """Return the names of the parameters without which the text has a gap: those that stand in it whatever is given."""

    def last(match: re.Match[str]) -> str:
        parts = match[1].split("|")
        return parts[-1] if len(parts) > 1 else ""

    return placeholders(_CHOICE.sub(last, template))
