"""The codebook's words, by the form in which a text has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tiebook.draft.rules.syntax.tokens import Token
from tiebook.draft.rules.words.inflect import noun_forms
from tiebook.draft.rules.words.lists import LISTS
from tiebook.model.codebook import codebook
from tiebook.model.wording import Pattern, patterns

_DESIGNATION: Final = 3  # letters
_INSTRUMENTS: Final = "Instrument"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by what one meets first: a verb's base form, an adjective, a form of a noun, the part of a compound."""

    verbs: Mapping[str, tuple[Pattern, ...]]
    adjectives: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    roles: Mapping[str, tuple[Pattern, ...]]
    compounds: Mapping[str, tuple[Pattern, ...]]

    def plain(self, verb: str) -> Pattern:
        """Return the pattern of a verb with an object and nothing else: "A threaten B"."""
        return next(each for each in self.verbs[verb] if each.steps == ("B",))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, the heaviest pattern of a word first."""
    found: dict[str, dict[str, list[Pattern]]] = defaultdict(lambda: defaultdict(list))
    for pattern in patterns():
        for form in _forms(pattern):
            found[pattern.shape][form].append(pattern)
    sorted_ = {
        shape: {form: tuple(sorted(those, key=lambda each: -each.weight)) for form, those in forms.items()}
        for shape, forms in found.items()
    }
    return Lexicon(sorted_["verb"], sorted_["adjective"], sorted_["noun"], sorted_["role"], sorted_["compound"])


def _forms(pattern: Pattern) -> tuple[str, ...]:
    if pattern.shape in ("verb", "adjective"):
        return pattern.heads
    if pattern.shape == "compound":
        return (pattern.head.strip("-"),)
    return tuple(form for word in pattern.heads if " " not in word for form in noun_forms(word))


@lru_cache(maxsize=512)
def class_forms(name: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """Return the forms of a class's single words, and those of its terms of several words, each as its words."""
    single: set[str] = set()
    several: list[tuple[str, ...]] = []
    for word in codebook().word_classes[name]:
        parts = word.split()
        if len(parts) == 1:
            single.update(noun_forms(word))
        else:
            several += [(*parts[:-1], form) for form in noun_forms(parts[-1])]
    return frozenset(single), tuple(several)


_OF_THINGS: Final = frozenset(LISTS["of_things"].split())
_MONEY: Final = "$\u20ac\u00a3"
_CURRENCIES: Final = frozenset(
    "millions billions trillions dollars euros pounds yuan renminbi rupees roubles rubles yen francs liras".split()
)


def _designated(tokens: tuple[Token, ...]) -> bool:
    """Return whether tokens have the designation of a weapon: S-400, Su-35, F-16."""
    return any(
        one.text[:1].isupper()
        and len(one.text) <= _DESIGNATION
        and dash.text in "-\u2010\u2011"
        and two.text[:2].isdigit()
        for one, dash, two in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def says(step: str, tokens: tuple[Token, ...]) -> bool:
    """Return whether tokens have a word, in the singular or plural, or one of a class: "threat", "{arms}"."""
    lower = [token.lower for token in tokens]
    if not step.startswith("{"):
        return any(form in lower for form in noun_forms(step)) or step in lower
    single, several = class_forms(step[1:-1])
    whole = any(tuple(lower[-len(parts) :]) == parts for parts in several)  # "an arms embargo" is one, and is not arms
    if lower and lower[-1] in _OF_THINGS and lower[-1] not in single and not whole:
        return False  # "its intelligence chief" is not intelligence
    if step == "{agreement}" and any(token.name is not None and token.name.label == _INSTRUMENTS for token in tokens):
        return True
    if step == "{aid}" and any(word[0] in _MONEY or word in _CURRENCIES for word in lower):
        return True
    if not single.isdisjoint(lower) or (step == "{arms}" and _designated(tokens)):
        return True
    return any(
        tuple(lower[place : place + len(parts)]) == parts and lower[max(place - 2, 0) : max(place - 1, 0)] != ["non"]
        for parts in several
        for place in range(len(lower) - len(parts) + 1)
    )
