"""The forms of English verbs and nouns, as far as the codebook's words need them."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.words.lists import LISTS

_IRREGULAR: Final = {line.split()[0]: tuple(line.split()[1:]) for line in LISTS["irregular"].split(",")}
_DOUBLED: Final = frozenset(LISTS["doubled"].split())
_SINGLE: Final = frozenset("open exit edit visit".split())
_VOWELS: Final = "aeiou"


def verb_forms(verb: str) -> dict[str, str]:
    """Return the forms of a verb with what each is: "base", "s", "past", "participle" or "ing"; "past" also stands for both."""
    past, participle = _IRREGULAR.get(verb, (_past(verb), _past(verb)))
    forms = {past: "past", _third(verb): "s", _ing(verb): "ing"}
    if participle != past:
        forms[participle] = "participle"
    forms.setdefault(verb, "base")
    if verb.endswith("l") and not verb.endswith("ll"):  # travelled, signalling
        forms |= {f"{verb}led": "past", f"{verb}ling": "ing"}
    return forms


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return a noun and its plural, each as it may be written."""
    last = noun[-1:]
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return (noun, f"{noun}es")
    if last == "y" and noun[-2:-1] not in _VOWELS:
        return (noun, f"{noun[:-1]}ies")
    return (noun, f"{noun}s")


def _third(verb: str) -> str:
    if verb == "be":
        return "is"
    if verb == "have":
        return "has"
    if verb in ("do", "go") or verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in _VOWELS else f"{verb}s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{_stem(verb)}ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith("ee") and verb != "be":
        return f"{verb[:-1]}ing"
    return f"{_stem(verb)}ing"


def _stem(verb: str) -> str:
    short = len(verb) in (3, 4) and verb[-1] not in "aeiouwxyhs" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return verb + verb[-1] if (short and verb not in _SINGLE) or verb in _DOUBLED else verb
