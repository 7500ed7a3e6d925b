"""A text as numbered paragraphs, and where a quote stands in it (W3C text quote selectors, typographic variants folded)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from tiebook.errors import TextNotFound
from tiebook.support.small_files import read_small

QuoteState = Literal["ok", "moved", "ambiguous", "lost"]

_FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
_SENTENCE_END: Final = re.compile(r"[.!?][\"'\u201d\u2019)]*(?=\s|$)")
_PARAGRAPH: Final = re.compile(r"[^\s](?:.|\n(?!\s*\n))*")


def fold(text: str) -> str:
    """Fold typographic quotes, dashes and runs of white space, for comparing only."""
    return re.sub(r"\s+", " ", text.translate(_FOLDED)).strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of non-blank lines: its number (from 1), its text and its first character's place in the whole."""

    number: int
    text: str
    start: int

    @property
    def hash(self) -> str:
        """A short hash by which the paragraph is known where the text is not at hand."""
        return hashlib.sha256(fold(self.text).encode()).hexdigest()[:16]

    def sentences(self) -> Iterator[str]:
        """Return the paragraph's sentences, folded, without their end marks."""
        start = 0
        for match in _SENTENCE_END.finditer(self.text):
            yield fold(self.text[start : match.start()])
            start = match.end()
        yield fold(self.text[start:])


@dataclass(frozen=True, slots=True)
class Text:
    """A whole text."""

    content: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]

    @classmethod
    def read(cls, path: Path) -> Text:
        """Read a UTF-8 text file.

        Raises TextNotFound where it cannot be read or is not UTF-8.
        """
        try:
            raw = read_small(path)
            return cls.of(raw.decode("utf-8-sig"), hashlib.sha256(raw).hexdigest())
        except OSError as error:
            raise TextNotFound(f"the text cannot be read: {error.strerror}", where=str(path)) from None
        except UnicodeDecodeError:
            raise TextNotFound("the text is not UTF-8", where=str(path), hint="convert it and try again") from None

    @classmethod
    def of(cls, content: str, sha256: str = "") -> Text:
        """Split a text at its blank lines."""
        content = content.replace("\r\n", "\n").replace("\r", "\n")
        found = tuple(
            Paragraph(number, match.group().rstrip(), match.start())
            for number, match in enumerate(_PARAGRAPH.finditer(content), start=1)
        )
        return cls(content, sha256, found)

    def paragraph(self, number: int) -> Paragraph | None:
        """Return a paragraph by its number; None where there is none."""
        return self.paragraphs[number - 1] if 1 <= number <= len(self.paragraphs) else None

    def place(
        self, quote: str, number: int, *, prefix: str = "", suffix: str = "", at: tuple[int, int] | None = None
    ) -> tuple[QuoteState, tuple[int, int] | None]:
        """Find a quote in its paragraph.

        Gives "ok" (as `at` says, or `at` is not known), "moved" (once, elsewhere than `at`), "ambiguous" (several times,
        and prefix and suffix do not decide) or "lost", with the first and last+1 character where there is one place.
        """
        paragraph = self.paragraph(number)
        spots = [] if paragraph is None else list(_find(paragraph.text, quote, prefix, suffix))
        if paragraph is None or not spots:
            return "lost", None
        places = [(paragraph.start + start, paragraph.start + end) for start, end in spots]
        if len(places) > 1:
            return "ambiguous", None
        return ("ok" if at is None or tuple(at) == places[0] else "moved"), places[0]


def _find(text: str, quote: str, prefix: str, suffix: str) -> Iterator[tuple[int, int]]:
    """Return every place of the folded quote in the text, as (start, end) of the text itself."""
    words = fold(quote).split(" ")
    if words == [""]:
        return
    plain = text.translate(_FOLDED)  # character by character, so that positions stay
    pattern = r"\s+".join(re.escape(word) for word in words)
    for match in re.finditer(f"(?={pattern})", plain):
        whole = re.compile(pattern).match(plain, match.start())
        if whole is None or not _bounded(plain, whole.start(), whole.end()):
            continue
        before, after = fold(plain[: whole.start()]), fold(plain[whole.end() :])
        if before.endswith(fold(prefix)) and after.startswith(fold(suffix)):
            yield whole.start(), whole.end()


def _bounded(text: str, start: int, end: int) -> bool:
    """Return whether a stretch begins and ends at the edge of a word: half a word is no quote."""
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not (cut_before or cut_after)
