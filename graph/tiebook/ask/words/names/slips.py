"""Slips of the fingers: which word was meant by one that is not known, and which words of English are no slips."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from tiebook.ask.words.names.tokens import EMPTY, LIGHT, Token, nations, stem

_LONG: Final = 8  # letters of a word in which two mistakes may be
_SHORT: Final = 4  # letters of a name in which only two that changed places are looked for
_SHORTEST: Final = 5  # letters of a word in which a slip is looked for
_ENDINGS: Final = "ation ations ional ment ments ions ing ings ers".split()


def near_to(word: str, other: str) -> bool:
    """Return whether two words differ by one slip of the fingers (two in long words) and begin alike."""
    most = 2 if len(word) > _LONG else 1
    if word[:1] != other[:1] or abs(len(word) - len(other)) > most:
        return False
    if most == 1:
        return one_slip(word, other)
    from rapidfuzz.distance import OSA  # noqa: PLC0415 -- only where a word is unknown

    return OSA.distance(word, other, score_cutoff=most) <= most


def _alike(word: str, other: str) -> int:
    """Count the letters that two words begin with alike."""
    pairs = enumerate(zip(word, other, strict=False))
    return next((place for place, (mine, its) in pairs if mine != its), min(len(word), len(other)))


def one_slip(word: str, other: str) -> bool:
    """Return whether two words differ by one letter more, less or changed, or by two that changed places."""
    start = _alike(word, other)
    word, other = word[start:], other[start:]
    end = _alike(word[::-1], other[::-1])
    word, other = word[: len(word) - end], other[: len(other) - end]
    return max(len(word), len(other)) <= 1 or (len(word) == len(other) == 2 and word == other[::-1])  # noqa: PLR2004


def swapped(word: str, other: str) -> bool:
    """Return whether two words differ by two letters that changed places, and begin alike."""
    return sorted(word) == sorted(other) and word != other and word[0] == other[0] and one_slip(word, other)


@lru_cache(maxsize=1)
def _english() -> str:
    """Return the common words of English, in one text."""
    lines = Path(__file__).with_name("english.txt").read_text("utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#"))


def is_english(word: Token) -> bool:
    """Return whether a word is a common one of English, and no slip of another: "thanked" is not "thinked"."""
    if not word.word.isalpha():
        return False
    alike = re.findall(rf"\b{word.stem[:2]}\w*", _english())  # to cut all into stems takes longer than to answer
    return word.stem in map(stem, alike)


def meant(word: Token, vocabulary: Collection[str], counts: Mapping[str, int]) -> str | None:
    """Return the stem that is one slip away from a word that is none itself; of several, that of most questions."""
    if len(word.word) < _SHORTEST or not word.word.isalpha() or is_english(word):
        return None
    near = [each for each in vocabulary if len(each) > _SHORTEST - 2 and near_to(word.stem, each)]
    if not near:  # the slip is in an ending: "cooperatoin"
        near = [each for each in vocabulary if len(each) >= _SHORTEST and _ending_slipped(word.word, each)]
        return max(near, key=lambda each: (len(each), each), default=None)
    return min(near, key=lambda each: (-counts[each], each))


def _ending_slipped(word: str, begin: str) -> bool:
    rest = word[len(begin) :] if word.startswith(begin) else ""
    return len(rest) > 2 and any(one_slip(rest, ending) for ending in _ENDINGS)  # noqa: PLR2004


def nation_meant(word: Token, known: Collection[str], vocabulary: Collection[str]) -> str | None:
    """Return the nation that a word is one slip away from, where it is not a word that is known otherwise.

    Of several, that which the graph has: "Chine" is China, if it has no Chile.
    """
    if (
        len(word.word) < _SHORT
        or word.text.isupper()  # another abbreviation
        or word.word in EMPTY
        or word.word in LIGHT
        or word.stem in vocabulary
        or word.stem in known
        or is_english(word)
    ):
        return None
    if len(word.word) == _SHORT:  # only two letters that changed places, of a name: "Irna"
        near = {
            nation
            for (said, *more), nation in nations().items()
            if not more and word.capital and swapped(word.word, said)
        }
    else:
        near = {nation for said, nation in nations().items() if len(said) == 1 and near_to(word.word, said[0])}
    near = {nation for nation in near if f"@{nation}" in known} or near
    return near.pop() if len(near) == 1 else None
