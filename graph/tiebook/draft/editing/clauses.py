"""The words of a paragraph, where its clauses begin, and the clause that a claim most likely rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tiebook.case.check import MOST_WORDS
from tiebook.case.folding import MARKS, fold
from tiebook.case.text import Paragraph

_WORD: Final = re.compile(
    r"(?:\w\.){2,}(?=\W|$)|[$\u20ac\u00a3]?\w[\w\u0300-\u036f]*(?:['\u2019.,/&\-\u2010\u2011](?=\w)\w[\w\u0300-\u036f]*)*%?"
)
_BREAK: Final = re.compile(r"[,;:.!?()\u2013\u2014]| - |--")
_SENTENCE: Final = re.compile(r"[.!?][\"'\u201d\u2019)]*\s")
_OPENS: Final = frozenset(
    "and but or because which that who whose while although though if unless whereas as to by with".split()
)
_PAIRS: Final = {"(": ")", "[": "]"}
_CLOSING: Final = re.compile(r"[.,]?([\"\u201d)\]])")
_QUOTE: Final = '"'
_MOST: Final = 6  # suggestions

Bounds = tuple[int, int]  # the first and the last word


@dataclass(frozen=True)
class Words:
    """The words of a paragraph by number, from 0; places are those of characters in the paragraph's own text."""

    paragraph: Paragraph

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """First and last+1 character of each word."""
        return [match.span() for match in _WORD.finditer(self.paragraph.text)]

    @cached_property
    def pieces(self) -> list[str]:
        """The text in pieces, gap and word by turns: what stands before the first word, that word, ..., what follows the last."""
        found, last = [], 0
        for start, end in self.places:
            found += [self.paragraph.text[last:start], self.paragraph.text[start:end]]
            last = end
        return [*found, self.paragraph.text[last:]]

    @cached_property
    def sentences(self) -> list[int]:
        """The numbers of the words with which sentences begin."""
        return [0, *(number for number in range(1, len(self.places)) if _SENTENCE.search(self._gap(number)))]

    @cached_property
    def breaks(self) -> list[int]:
        """The numbers of the words with which clauses begin."""
        return [
            number
            for number in range(len(self.places))
            if number == 0 or _BREAK.search(self._gap(number)) or self._word(number).lower() in _OPENS
        ]

    def covering(self, start: int, end: int) -> Bounds | None:
        """Return the words that a stretch of characters touches."""
        touched = [number for number, (first, last) in enumerate(self.places) if first < end and start < last]
        return (touched[0], touched[-1]) if touched else None

    def stretch(self, bounds: Bounds) -> tuple[int, int]:
        """Return the characters from one word to another, with the marks of quotations and brackets that belong to them."""
        start, end = self.places[bounds[0]][0], self.places[bounds[1]][1]
        text = self.paragraph.text
        before, inside = text[start - 1 : start].translate(MARKS), text[start:end].translate(MARKS)
        closing = _CLOSING.match(text, end)
        odd = inside.count(_QUOTE) % 2 == 1
        opened = [close for open_, close in _PAIRS.items() if inside.count(open_) > inside.count(close)]
        if (before == _QUOTE and odd) or (before in _PAIRS and inside.count(_PAIRS[before]) > inside.count(before)):
            start -= 1
        elif closing and ((closing[1].translate(MARKS) == _QUOTE and odd) or closing[1] in opened):
            end = closing.end()
        return start, end

    def fault(self, bounds: Bounds) -> str | None:
        """Return why a stretch cannot be a quote, None where it can."""
        start, end = self.stretch(bounds)
        quote = self.paragraph.text[start:end]
        if len(fold(quote).split(" ")) > MOST_WORDS:
            return f"the quote has more than {MOST_WORDS} words"
        if fold(quote).rstrip(".!?\"'") in [each.rstrip("\"'") for each in self.paragraph.sentences()]:
            return "the quote is a whole sentence; quote the clause that carries the claim"
        return None

    def suggestions(self, ones: Iterable[Bounds], others: Iterable[Bounds]) -> list[Bounds]:
        """Return the stretches that a claim between two entities may rest on, the likeliest first.

        ones, others -- the words that name the one and the other
        """
        found: dict[Bounds, None] = {}
        for inner in self._pairs(list(ones), list(others)):
            for bounds in self._around(inner):
                if self.fault(bounds) is None:
                    found.setdefault(bounds)
        return list(found)[:_MOST]

    def _pairs(self, ones: Sequence[Bounds], others: Sequence[Bounds]) -> Iterator[Bounds]:
        """Yield from one mention to another of the same sentence, the nearest first; else each mention alone."""
        pairs = {
            (min(one[0], other[0]), max(one[1], other[1]))
            for one in ones
            for other in others
            if self._sentence(one[0]) == self._sentence(other[0])
        }
        yield from sorted(pairs, key=lambda each: (each[1] - each[0], each))
        if not pairs:
            yield from sorted({*ones, *others})
        if not ones and not others:
            yield from ((start, start) for start in self.sentences)

    def _around(self, inner: Bounds) -> Iterator[Bounds]:
        """Yield stretches around some words: to the bounds of their clause, of less of it, of more."""
        first, last = inner
        start = max(each for each in self.breaks if each <= first)
        end = min((each - 1 for each in (*self.breaks, len(self.places)) if each > last), default=last)
        stop = self._sentence_end(first)
        yield start, end
        yield first, end
        yield first, last
        further = min((each - 1 for each in (*self.breaks, len(self.places)) if each > end + 1), default=end)
        yield first, min(further, stop)
        earlier = max((each for each in self.breaks if each < start), default=start)
        yield max(earlier, self._sentence(first)), end

    def _sentence(self, word: int) -> int:
        return max(each for each in self.sentences if each <= word)

    def _sentence_end(self, word: int) -> int:
        return min((each for each in self.sentences if each > word), default=len(self.places)) - 1

    def _word(self, number: int) -> str:
        start, end = self.places[number]
        return self.paragraph.text[start:end]

    def _gap(self, number: int) -> str:
        return self.paragraph.text[self.places[number - 1][1] : self.places[number][0]]
