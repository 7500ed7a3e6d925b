"""Folds what looks the same in a text, for comparing only, and remembers where each folded character stood."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MARKS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
# Unicode's Default_Ignorable_Code_Point: soft hyphens, zero-width spaces, direction marks, tags...
_IGNORABLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese and Korean: their words have no spaces between, or particles on them
_UNSPACED: Final = re.compile(
    "[\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\ua9e0-\ua9ff\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff"
    "\uff66-\uff9d\U00020000-\U0003ffff]"
)
_INNER: Final = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")  # vowels and finals of a syllable of Hangul
_CHARACTERS: Final = 3  # of such scripts that say about as much as a word
_ONE_TO_ONE: Final = re.compile(f"[\x00-\x7f{''.join(map(chr, MARKS))}]*")
_WIDE_SPACE: Final = re.compile(r"\s\s|[^\S ]")
_WORD_OR_SPACE: Final = re.compile(r"\s+|\S+")
_BROKEN_WORD: Final = re.compile(r"\u00ad[^\S\n]*\n[^\S\n]*")  # a soft hyphen at the end of a line
# ligatures, presentation forms, full width; not superscripts and fractions, which change what a number says
_LOOK_ALIKE: Final = ("<compat>", "<wide>", "<narrow>", "<noBreak>", "<isolated>", "<initial>", "<medial>", "<final>")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; the character `text[i]` comes from the stretch `starts[i]` to `ends[i]` of the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the text with everything that looks the same written the same way, runs of white space as one space.

    Folded are typographic quotes and dashes, composed and decomposed accents, ligatures and presentation forms; what is
    invisible is left out.
    """
    return folded(text).text.strip()


def words_in(quote: str) -> int:
    """Return how many words a quote has; in scripts that write no spaces three characters count as one."""
    plain = fold(quote)
    return len(_UNSPACED.sub(" ", plain).split()) + -(-len(_UNSPACED.findall(plain)) // _CHARACTERS)


def is_edge(text: str, right: int) -> bool:
    """Return whether a word of a folded text can end before a character: not within a word, nor before a mark on a letter."""
    left = right - 1
    while left > 0 and unicodedata.category(text[left])[0] == "M":
        left -= 1
    if _INNER.match(text[right]) or (text[right - 1].strip() and unicodedata.category(text[right])[0] == "M"):
        return False
    if _UNSPACED.match(text[left]) or _UNSPACED.match(text[right]):
        return True
    return not (text[left].isalnum() and text[right].isalnum())


def fold_marks(text: str) -> str:
    """Return the text with typographic quotes, dashes and white space folded, as the hashes of paragraphs are made."""
    return re.sub(r"\s+", " ", text.translate(MARKS)).strip()


@lru_cache(maxsize=1024)
def folded(text: str) -> Folded:
    """Fold a text like `fold`, keeping places; it begins or ends with a space where the text does."""
    if _ONE_TO_ONE.fullmatch(text):
        return _quickly(text.translate(MARKS))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place, size = 0, len(text)
    while place < size:
        start = place
        place, piece = _space(text, place) if text[place].isspace() else _cluster(text, place)
        end = place
        while end > start + 1 and _IGNORABLE.match(text[end - 1]):
            end -= 1
        characters.append(piece)
        starts += [start] * len(piece)
        ends += [end] * len(piece)
    return Folded("".join(characters), tuple(starts), tuple(ends))


def _quickly(text: str) -> Folded:
    """Fold a text in which only white space can change its length: most texts, and ten times as fast."""
    if not _WIDE_SPACE.search(text):
        return Folded(text, range(len(text)), range(1, len(text) + 1))
    words, starts, ends = [], array("q"), array("q")
    for match in _WORD_OR_SPACE.finditer(text):
        start, end = match.span()
        if match[0].isspace():
            words.append(" ")
            starts.append(start)
            ends.append(end)
        else:
            words.append(match[0])
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
    return Folded("".join(words), starts, ends)


def _space(text: str, place: int) -> tuple[int, str]:
    while place < len(text) and (text[place].isspace() or _IGNORABLE.match(text[place])):
        place += 1
    return place, " "


def _cluster(text: str, place: int) -> tuple[int, str]:
    """Return the end of the character at a place with the marks on it, and what they fold to."""
    broken = _BROKEN_WORD.match(text, place)
    if broken:
        return broken.end(), ""
    start = place
    place += 1
    while place < len(text) and (unicodedata.combining(text[place]) or _joined(text, place)):
        place += 1
    visible = _IGNORABLE.sub("", text[start:place])
    return place, unicodedata.normalize("NFD", "".join(map(_plain, visible)))


def _joined(text: str, place: int) -> bool:
    """Return whether an invisible character stands between a letter and its mark."""
    while place < len(text) and _IGNORABLE.match(text[place]):
        place += 1
    return place < len(text) and bool(unicodedata.combining(text[place]))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    marked = character.translate(MARKS)
    if marked != character or not unicodedata.decomposition(character).startswith(_LOOK_ALIKE):
        return marked
    alike = unicodedata.normalize("NFKD", character).translate(MARKS)
    return character if alike.startswith(" ") else alike  # an accent that stands alone has a space to stand on
