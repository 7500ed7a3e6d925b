"""Finds words of a quote that deny what the codebook's words for a type say: "has not sanctioned", "sold no arms"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Final

from tiebook.draft.rules.words.inflect import noun_forms, verb_forms
from tiebook.draft.rules.words.lexicon import class_forms
from tiebook.model.wording import PREPOSITIONS, Pattern, patterns

_WORD: Final = re.compile(r"\w+n't|[\w-]+|[^\w\s]")
_DENIAL: Final = re.compile(  # of whole words, each with a space behind it
    r"(?:(?:not|never)(?! (?:only|just|merely|least|less|fewer|more) )|neither|nor|cannot|\w+n't|no longer|without|hardly|"
    r"nobody|no one|(?:refused|refuses|failed|fails) to|(?:refrained|refrains|abstained|abstains) from|"
    r"denied|denies|denying|ruled out|withheld|withholds) "
)
_UNDOES: Final = re.compile(  # "did not hesitate to bomb", "did not end its alliance", "without warning attacked", "never tires of"
    r"alone|warning|provocation|tir(?:e|ing)|hesitat|fail|refus|stop|ceas|end|sever|cut|lift|abandon|den[iy]|oppos|prevent|avoid|"
    r"doubt|forget|rul|break|suspend|drop|block"
)
_IS: Final = frozenset("a an the any in at be been have its their his her yet".split())  # before a noun that is denied
_SKIPPED: Final = 2  # words between a denial and what it denies: "has not yet formally sanctioned"
_NEAR: Final = 8  # words behind a verb in which its goods are: "did not sell the kingdom any of its arms"
_BESIDE: Final = 4  # words from "no arms" to its verb: "sold the kingdom no arms", "no arms were ever sold"
_ELSE: Final = PREPOSITIONS | frozenset(  # behind these "no" is of something else: "no other state supports it more"
    "state states country countries nation nations government governments power powers side party member ally actor".split()
)
_VIEWS: Final = ("VIEWS_AS", "SEEKS")  # who "does not see Peru as a friend" has a view of it
_SPOKEN: Final = ("CRITICISES", "OPPOSES", "THREATENS", "PRESSURES")  # "denied the accusation", which was made


def denied(tie: str, quote: str) -> str | None:
    """Return the words of a folded quote that deny a tie of the type; None if there are none."""
    if tie in _VIEWS:
        return None
    said, words = _said_of(tie), _WORD.findall(quote.lower())
    found = (_denied_from(tie, said, words, place) for place in range(len(words)))
    return next(filter(None, found), None)


def _denied_from(tie: str, said: _Said, words: list[str], place: int) -> str | None:
    """Return the words from a place on that deny a tie; None where none begin there."""
    word = words[place]
    if word == "nothing" and place and words[place - 1] in said.verbs:
        return " ".join(words[place - 1 : place + 1])  # "sold nothing to"
    denial = _DENIAL.match(" ".join(words[place : place + 3]) + " ")
    after = place + (len(denial[0].split()) if denial else 1)
    for at in range(after, min(after + _SKIPPED + 1, len(words))):
        between = words[after:at]
        if any(_UNDOES.match(each) or not each[0].isalnum() for each in between):
            return None
        does = denial is not None and said.does(words, at)
        is_ = denial is not None and words[at] in said.nouns and (not between or between[0] in _IS)
        is_ = is_ and not (word.startswith("den") and tie in _SPOKEN)
        no = word in ("no", "zero") and _ELSE.isdisjoint(between) and said.lacks(words, place, at)
        if does or is_ or no:
            return " ".join(words[place : at + 1])
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a type: verbs and adjectives with what must follow them, nouns, and what those verbs are about."""

    verbs: dict[str, tuple[tuple[frozenset[str], ...], ...]]
    nouns: frozenset[str]
    goods: frozenset[str]

    def does(self, words: list[str], at: int) -> bool:
        """Return whether the word at a place is a verb or adjective of the type, with what must follow it."""
        behind = words[at + 1 : at + 1 + _NEAR]
        return any(all(forms.intersection(behind) for forms in goods) for goods in self.verbs.get(words[at], ()))

    def lacks(self, words: list[str], no: int, at: int) -> bool:
        """Return whether "no" is said of a noun of the type, or of what a verb of the type beside it is about."""
        before = takewhile(str.isalnum, reversed(words[max(no - _BESIDE, 0) : no]))
        after = takewhile(str.isalnum, words[at + 1 : at + 1 + _BESIDE])
        beside = not self.verbs.keys().isdisjoint([*before, *after])
        return words[at] in self.nouns or (words[at] in self.goods and beside)


@lru_cache(maxsize=64)
def _said_of(tie: str) -> _Said:
    verbs: dict[str, list[tuple[frozenset[str], ...]]] = {}
    nouns, things = set[str](), set[str]()
    for pattern in patterns():
        if pattern.tie != tie or pattern.denies:
            continue
        goods = tuple(map(_forms, _goods(pattern)))
        for head in pattern.heads:
            if pattern.shape in ("verb", "adjective"):  # "is not in conflict with"
                for form in verb_forms(head) if pattern.shape == "verb" else (head,):
                    verbs.setdefault(form, []).append(goods)
            elif pattern.shape in ("noun", "role"):
                nouns.update(noun_forms(head))
        things.update(*goods)
    return _Said({form: tuple(each) for form, each in verbs.items()}, frozenset(nouns), frozenset(things))


def _goods(pattern: Pattern) -> tuple[str, ...]:
    return tuple(step for step in pattern.steps if step not in ("A", "B") and step not in PREPOSITIONS)


@lru_cache(maxsize=512)
def _forms(step: str) -> frozenset[str]:
    """Return the forms of a step's last word, or of the last words of a class's terms."""
    if not step.startswith("{"):
        return frozenset(noun_forms(step.rsplit(maxsplit=1)[-1]))
    single, several = class_forms(step[1:-1])
    return single.union(term[-1] for term in several)
