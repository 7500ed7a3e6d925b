"""The sections of a case: which paragraphs stand under a heading, and which factor they explain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_PART: Final = re.compile(r"\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?", re.ASCII)
_MOST: Final = 100_000  # paragraphs


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading, its paragraphs by number, and the id of its factor."""

    name: str
    paragraphs: frozenset[int]
    factor: str | None


def read_paragraphs(text: str) -> frozenset[int] | None:
    """Return the numbers in "20-26, 28"; None if the text is none."""
    numbers: set[int] = set()
    for part in text.split(","):
        match = _PART.fullmatch(part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= _MOST:
            return None
        numbers.update(range(first, last + 1))
    return frozenset(numbers)


def write_paragraphs(numbers: Iterable[int]) -> str:
    """Return numbers as "20-26, 28"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def section_of(sections: Iterable[Section], paragraph: int) -> Section | None:
    """Return the first section that a paragraph belongs to."""
    return next((section for section in sections if paragraph in section.paragraphs), None)
