"""Every name in a paragraph: of those that are known, and of those that the text introduces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tiebook.case.derive.known import cities
from tiebook.draft.names import adjectives
from tiebook.draft.protocol import Article, Paragraph
from tiebook.draft.rules.names.groups import groups, people, sets
from tiebook.draft.rules.names.newcomers import NO_LONGER, Newcomer, newcomers
from tiebook.draft.rules.syntax.tokens import Name

_NO_NAME: Final = (
    "who",
    "quad",
    "las",
    "nam",
    "au",
    "ec",
    "us",
    "it",
)  # words that only look like an abbreviation in small letters


class Namer:
    """Names the paragraphs of one article."""

    def __init__(self, article: Article) -> None:
        """Look through the whole article for those it introduces."""
        known = frozenset(
            paragraph.text[start:end]
            for paragraph in article.paragraphs
            for each in paragraph.known
            for start, end in each.mentions
        )
        texts = tuple(each.text for each in article.paragraphs)
        found = newcomers(texts, known)
        for text in texts:
            found |= {
                each.surface: each for each in sets(text, known) if each.surface not in found | dict.fromkeys(known)
            }
        self.newcomers: Mapping[str, Newcomer] = found
        longest = sorted(self.newcomers, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_written, longest))})(?!\w)") if longest else None

    def names(self, paragraph: Paragraph) -> list[Name]:
        """Return the names of a paragraph from left to right; none within another."""
        names = _longest(self._all(paragraph))
        return _longest([*names, *groups(paragraph.text, names)])

    def mentions(self, paragraph: Paragraph) -> list[Name]:
        """Return all who are named in a paragraph, also within longer names, and people by their state: "Chinese officials"."""
        found = self._all(paragraph)
        names = _longest(found)
        found = [name for name in found if name in names or not name.seat]  # not the Stockholm of an institute's name
        found = [name for name in found if not (name.kind == "Person" and (name.said or "").lower().startswith("the "))]
        return [*found, *groups(paragraph.text, names), *people(paragraph.text, names)]

    def _all(self, paragraph: Paragraph) -> list[Name]:
        text = paragraph.text
        found = [
            Name(each.id, start, end, each.kind, each.label, *_form(each.id, text[start:end]))
            for each in paragraph.known
            for start, end in each.mentions
            if text[start:end] not in _NO_NAME
        ]
        for match in self._pattern.finditer(text) if self._pattern else ():
            each = self.newcomers[match[0]]
            said = None if each.whole in text else each.surface
            adjective = each.surface == "Western"
            found.append(
                Name(
                    each.whole,
                    match.start(),
                    match.end(),
                    each.kind,
                    each.label,
                    adjective=adjective,
                    new=True,
                    said=said,
                )
            )
        return found


def _written(surface: str) -> str:
    """Return the expression for a name as written; "the Council" only where no longer name goes on."""
    return re.escape(surface) + (NO_LONGER if surface.lower().startswith("the ") else "")


def _longest(found: list[Name]) -> list[Name]:
    """Return names from left to right, without those within a longer one."""
    kept: list[Name] = []
    for name in sorted(found, key=lambda each: (each.start, each.start - each.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
        elif name.end - name.start > kept[-1].end - kept[-1].start:
            kept[-1] = name
    return kept


def _form(actor: str, said: str) -> tuple[bool, bool]:
    """Return whether a name is said as an adjective, and whether by the seat of its government."""
    words = " ".join(said.split()).lower()
    return words in _adjectives(), words in _seats().get(actor, ())


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    plural = ("s", "ese")
    return frozenset(
        word.lower()
        for words in adjectives().values()
        for word in words
        if not word.endswith(plural[0]) or word.endswith(plural[1])
    )


@lru_cache(maxsize=1)
def _seats() -> dict[str, frozenset[str]]:
    return {actor: frozenset(name.removeprefix("the ").lower() for name in names) for actor, names in cities().items()}
