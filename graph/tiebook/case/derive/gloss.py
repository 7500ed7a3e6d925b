"""The gloss of a claim whose coder wrote none: a sentence made of its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from tiebook.model.codebook import UNSPECIFIED, codebook
from tiebook.support.articles import is_plural, with_article

_BASE: Final = {"is": "be", "has": "have"}
_SEVERAL: Final = {"is": "are", "has": "have"}
_WANTS: Final = {"sought": "seeks", "feared": "fears", "expected": "expects"}
_IF: Final = re.compile(r"\A\s*if\s+", re.IGNORECASE)
_PLAIN_START: Final = re.compile(r"(?:The|An?|There|It|They|This|These|No|All|Its|Their)\s")
_OWN: Final = ("sought", "expected")  # one seeks or expects to do something oneself; what one fears is said in full


def gloss_of(values: Mapping[str, Any], name: Callable[[str], str], author: str) -> str:
    """Return a sentence for a claim's values: "Iran seeks that China sells arms to Iran, according to Chinese officials".

    name -- gives the name of an entity by its id
    author -- whose words these are: the id
    """
    tie = codebook().ties.get(values["tie"])
    phrase = tie.phrase if tie else values["tie"].lower().replace("_", " ")

    def called(each: str) -> str:
        return "somebody that is not named" if each == UNSPECIFIED else with_article(name(each))

    return _sentence(values, phrase, called, author)


def _sentence(values: Mapping[str, Any], phrase: str, name: Callable[[str], str], author: str) -> str:
    own = _seekers(values) == [values["from"]] and values.get("mode") in _OWN
    first = name(values["from"])
    does = _base(phrase) if own else f"{first} {_base(phrase, _SEVERAL) if is_plural(first) else phrase}"
    said = f"{does} {name(values['to'])}"
    if "rank" in values:
        said += f" as number {values['rank']}"
    if values.get("regarding"):
        said += f", regarding {_list(values['regarding'], name)}"
    if values.get("via"):
        said += f", through {_list(values['via'], name)}"
    if "mechanism" in values:
        said += f" ({values['mechanism']})"
    if values.get("negated") and values.get("mode") not in _WANTS:  # not to want something is not to want it not to be
        said = f"it is not so that {said}"
    said = _in_mode(values, f"{'to' if own else 'that'} {said}" if values.get("mode") in _WANTS else said, name)
    holders = [holder for holder in _ids(values.get("holder")) if holder != author]
    if holders:
        said += f", according to {_list(holders[-1:], name)}"
        for holder in reversed(holders[:-1]):
            said += f" according to {name(holder)}"
    if values.get("stance") == "disputes":
        said += f"; {name(author)} disputes it"
    return said[0].upper() + said[1:]


def _in_mode(values: Mapping[str, Any], said: str, name: Callable[[str], str]) -> str:
    mode = values.get("mode", "actual")
    if mode in _WANTS:
        seekers = _seekers(values)
        who, several, want = _list(seekers, name), len(seekers) > 1, _WANTS[mode].removesuffix("s")
        if values.get("negated"):
            does = f"{who} {'do' if several else 'does'} not {want}"
            return f"{does if who else f'it is not {mode}'} {said}"
        return f"{who or 'somebody'} {want if several else _WANTS[mode]} {said}"
    if mode == "conditional":
        return f"{said}, if {_within(str(values.get('condition', '')))}"
    return f"possibly, {said}" if mode == "hypothetical" else said


def _within(condition: str) -> str:
    """Return a condition as it stands after "if": also one that begins with its own "If", or like a sentence."""
    clause = _IF.sub("", condition)
    return clause[:1].lower() + clause[1:] if _PLAIN_START.match(clause) else clause


def _seekers(values: Mapping[str, Any]) -> list[str]:
    """Return who seeks, fears or expects it, where the text says who."""
    return [each for each in _ids(values.get("by")) if each != UNSPECIFIED]


def _base(phrase: str, irregular: Mapping[str, str] = _BASE) -> str:
    """Return a phrase as it stands after "to": "is allied with" is "be allied with"; or after several: "are allied with"."""
    verb, space, rest = phrase.partition(" ")
    plain = f"{verb[:-3]}y" if verb.endswith("ies") else verb.removesuffix("s")
    return f"{irregular.get(verb, plain)}{space}{rest}"


def _list(ids: Any, name: Callable[[str], str]) -> str:
    names = [name(each) for each in _ids(ids)]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _ids(value: Any) -> Iterable[str]:
    return [value] if isinstance(value, str) else value or []
