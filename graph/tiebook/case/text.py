"""A text as numbered paragraphs, and where a quote stands in it (W3C text quote selectors, folded)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

from tiebook.case.folding import Folded, fold, fold_marks, folded, is_edge
from tiebook.errors import TextNotFound
from tiebook.support.full_stops import ends_sentence
from tiebook.support.small_files import decoded, read_small

QuoteState = Literal["ok", "moved", "ambiguous", "lost"]

_SENTENCE_END: Final = re.compile(r"[.!?][\"'\u201d\u2019)]*(?=\s|$)")
_WORD: Final = re.compile(r"[A-Za-z0-9]+")
_PARAGRAPH: Final = re.compile(r"[^\s](?:.|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of non-blank lines: its number (from 1), its text and its first character's place in the whole."""

    number: int
    text: str
    start: int

    @property
    def hash(self) -> str:
        """A short hash by which the paragraph is known where the text is not available."""
        return hashlib.sha256(fold_marks(self.text).encode()).hexdigest()[:16]

    def sentences(self) -> Iterator[str]:
        """Return the paragraph's sentences, folded, without their end marks."""
        start = 0
        for match in _SENTENCE_END.finditer(self.text):
            if not ends_sentence(self.text, match.start(), match.end()):
                continue
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

        Raises TextNotFound if it cannot be read or is not UTF-8.
        """
        try:
            raw = read_small(path)
            return cls.of(decoded(raw), hashlib.sha256(raw).hexdigest())
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
        """Return a paragraph by its number; None if there is none."""
        return self.paragraphs[number - 1] if 1 <= number <= len(self.paragraphs) else None

    def find(self, quote: str, *, prefix: str = "", suffix: str = "") -> list[tuple[int, int, int]]:
        """Return every place of a quote in the whole text, as (paragraph, first character, last+1 character)."""
        return [
            (paragraph.number, paragraph.start + start, paragraph.start + end)
            for paragraph in self.paragraphs
            for start, end in _find(paragraph.text, quote, prefix, suffix)
        ]

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


def shipped_text(folder: Path, name: Any, sha256: Any) -> tuple[Text | None, str]:
    """Return the text that lies in a case's own folder, or None and why it cannot be the one that was coded.

    name, sha256 -- as case.toml gives them
    """
    if not isinstance(name, str) or Path(name).name != name:
        return None, 'a text that ships must be in the case\'s own folder: text = "text.txt"'
    if not sha256:
        return None, "a text that ships has its sha256 here; tiebook check CASE --update writes it"
    try:
        found = Text.read(folder / name)
    except TextNotFound as error:
        return None, f"{name} ships with the case: {error.what}"
    if found.sha256 != sha256:
        why = f"{name} is not the text that was coded: its sha256 differs; "
        why += f"tiebook check CASE --text {name} --update accepts it as the new one"
        return None, why
    return found, ""


def _find(text: str, quote: str, prefix: str, suffix: str) -> Iterator[tuple[int, int]]:
    """Yield every place of the folded quote in the text, as (start, end) of the text itself."""
    if text.isascii() and _longest_word(quote) not in text:
        return  # most paragraphs, without folding them
    wanted, whole = fold(quote), folded(text)
    before, after = fold(prefix), fold(suffix)
    first = whole.text.find(wanted) if wanted else -1
    while first >= 0:
        last = first + len(wanted)
        if (
            _bounded(whole, first, last)
            and whole.text[:first].strip().endswith(before)
            and whole.text[last:].strip().startswith(after)
        ):
            yield whole.starts[first], whole.ends[last - 1]
        first = whole.text.find(wanted, first + 1)


@lru_cache(maxsize=1024)
def _longest_word(quote: str) -> str:
    return max(_WORD.findall(fold(quote)), key=len, default="")


def _bounded(whole: Folded, start: int, end: int) -> bool:
    """Return whether a stretch begins and ends at the edge of a word: half a word or a letter without its accent is not a quote."""
    for left in (start - 1, end - 1):
        right = left + 1
        if left < 0 or right >= len(whole.text):
            continue
        if whole.starts[left] == whole.starts[right] or not is_edge(whole.text, right):
            return False
    return True
