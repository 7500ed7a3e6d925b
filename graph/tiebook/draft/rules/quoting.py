"""The clause that carries a tie, word for word: long enough to name it, at most twenty words, and never a whole sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiebook.case.check import MOST_WORDS
from tiebook.case.folding import fold
from tiebook.draft.rules.syntax.tokens import Sentence

_EDGES: Final = ' ,;:.!?\u2013\u2014-()[]"\u201c\u201d'
_PREFIX: Final = 4  # words before a quote that stands twice


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote, its place in the paragraph, and the words before it where it stands more than once."""

    text: str
    start: int
    end: int
    prefix: str = ""


def quote(paragraph: str, sentence: Sentence, first: int, last: int, anchor: int) -> Quote | None:
    """Return the words from the first to the last token, or as many around the anchor as a quote may have."""
    for begin, end in ((first, last), (anchor, last), (first + 1, last), (first, anchor), (anchor, anchor + 1)):
        found = _between(paragraph, sentence, min(begin, end), max(begin, end))
        if found is not None:
            return found
    return None


def _between(paragraph: str, sentence: Sentence, first: int, last: int) -> Quote | None:
    last = min(last, len(sentence.tokens) - 1)
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    while start < end and paragraph[start] in _EDGES:
        start += 1
    while end > start and paragraph[end - 1] in _EDGES and not paragraph[start:end].endswith("U.S."):
        end -= 1
    text = paragraph[start:end]
    count = len(fold(text).split(" "))
    whole = fold(paragraph[sentence.start : sentence.end]).strip("\"' .!?")
    if not 2 <= count <= MOST_WORDS or fold(text).strip("\"' .!?") == whole:  # noqa: PLR2004 -- one word says no tie
        return None
    prefix = ""
    if fold(paragraph).count(fold(text)) > 1:
        before = paragraph[:start].split()
        prefix = " ".join(before[-_PREFIX:])
        if not prefix:
            return None
    return Quote(text, start, end, prefix)
