"""Every name in a paragraph: of those that are known, and of those that the text introduces."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tiebook.case.derive.known import cities
from tiebook.draft.names import COMBINED, adjectives
from tiebook.draft.protocol import Article, Paragraph
from tiebook.draft.rules.names.alliances import alliances, are_written
from tiebook.draft.rules.names.described import described
from tiebook.draft.rules.names.groups import groups, people, sets
from tiebook.draft.rules.names.initials import also_known
from tiebook.draft.rules.names.introduced import BEFORE_TITLES, NO_LONGER, Newcomer
from tiebook.draft.rules.names.members import members
from tiebook.draft.rules.names.newcomers import newcomers
from tiebook.draft.rules.names.speakers import speakers
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words.vocabulary import OFFICES

_OFFICES: Final = "|".join(sorted(title.capitalize() for title in OFFICES))
_BEFORE: Final = "|".join(sorted(word.capitalize() for word in BEFORE_TITLES))
_OFFICE: Final = re.compile(rf"\s+(?:(?:{_BEFORE})\s+){{0,2}}(?:{_OFFICES})\b")
_IRISH: Final = re.compile(r"Ireland|Irish")
_NORTHERN: Final = re.compile(r"\bNorthern\s+\Z")  # which is part of another state
_NEW: Final = re.compile(r"\bNew\s+\Z")  # "New Mexico", "New France"
_CODE: Final = re.compile(r"-[A-Z]{1,3}[-/]\d")  # behind the letters that a document's number begins with: "EC-M-33"
_ENDS: Final = {
    "the west": r"(?!\s+of\s+(?:the\s+)?[A-Z]|\s+[A-Z]|\w)"
}  # "accused the West of it", not "the West of Ireland"
_HALVES: Final = re.compile(r"\b(North|South)(?=(?:ern)? and (?:North|South)(?:ern)? Korea)")
_KOREAS: Final = {"North": "north-korea", "South": "south-korea"}
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
        self._texts = texts
        self._also = also_known(texts, found, article)
        self._allied = are_written(texts)
        self._written = {way: each for surface, each in found.items() for way in _ways(surface)} | found
        self._pattern = _any_of(self._written)
        self._whole = [each for each in found.values() if each.surface == each.whole]
        self._inner = _any_of({name: each for name, each in self._written.items() if each.kind in ("Person", "Party")})

    def names(self, paragraph: Paragraph) -> list[Name]:
        """Return the names of a paragraph from left to right; none within another."""
        names = [
            self._as_said(name) for name in _longest(self._all(paragraph)) if not _has_office(paragraph.text, name)
        ]
        those = _longest(list(_described(paragraph.text, names, allied=self._allied)))
        free = [name for name in names if not any(name.start < one.end and one.start < name.end for one in those)]
        return sorted([*free, *those], key=lambda name: name.start)

    def _as_said(self, name: Name) -> Name:
        """Return a leader whose whole name the text never says by the name that it says: "Brezhnev"."""
        if name.kind != "Person" or name.said is None or any(name.who in text for text in self._texts):
            return name
        return replace(name, who=name.said, said=None)

    def mentions(self, paragraph: Paragraph) -> list[Name]:
        """Return all who are named in a paragraph, also within longer names, and people by their state: "Chinese officials"."""
        found = self._all(paragraph)
        names = _longest(found)
        found = [name for name in found if name in names or not name.seat]  # not the Stockholm of an institute's name
        found = [name for name in found if name in names or not any(map(name.ends, names))]
        found = [name for name in found if not (name.kind == "Person" and (name.said or "").lower().startswith("the "))]
        those = list(_described(paragraph.text, names, allied=self._allied))
        those = [each for each in those if not any(map(each.within, names))]  # the nations of a body's name
        longer = [*those, *(name for name in names if name.kind != "Collective")]
        found = [name for name in found if name.kind != "Collective" or not any(map(name.within, longer))]
        within = [name for body in names if body.kind == "GovernmentBody" for name in self._within(paragraph, body)]
        crowds = list(speakers(paragraph.text, names))
        alone = [each for each in people(paragraph.text, names) if not any(map(each.within, crowds))]
        return [*found, *within, *those, *alone, *crowds]

    def _within(self, paragraph: Paragraph, body: Name) -> Iterator[Name]:
        """Yield the persons and parties whose names are part of a body's: "the Rojas administration"."""
        for match in self._inner.finditer(paragraph.text, body.start, body.end) if self._inner else ():
            each = self._written[match[0]]
            if match[0] != paragraph.text[body.start : body.end]:
                yield Name(each.whole, match.start(), match.end(), each.kind, each.label, new=True, said=each.surface)

    def _all(self, paragraph: Paragraph) -> list[Name]:
        text = paragraph.text
        found = [
            Name(each.id, start, end, each.kind, each.label, *_form(each.id, text[start:end]))
            for each in paragraph.known
            for start, end in each.mentions
            if text[start:end] not in _NO_NAME and not (_IRISH.match(text, start) and _NORTHERN.search(text, 0, start))
            if not _NEW.search(text, 0, start) and not _CODE.match(text, end)
        ]
        found += _other_half(text, found)
        for match in self._pattern.finditer(text) if self._pattern else ():
            each = self._meant(text, match)
            if each.surface == "Arab" and text[match.end() : match.end() + 1] not in (
                "-",
                "\u2010",
                "\u2011",
                "\u2013",
            ):
                continue  # "an Arab state" is one of them
            also = self._also.get(match[0])
            if also is not None:
                found.append(Name(also.id, match.start(), match.end(), also.kind, also.label))
                continue
            said = None if each.whole in text else each.surface
            adjective = each.surface in ("Western", "Arab")
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
                    by=self._whose(each, match.start()),
                )
            )
        return found

    def _whose(self, plan: Newcomer, start: int) -> Name | None:
        """Return the person whom a plan is called after: "the Rojas Plan"."""
        first, _, rest = plan.surface.partition(" ")
        who = self._written.get(first)
        if plan.label != "Instrument" or not rest or who is None or who.kind != "Person":
            return None
        said = None if who.whole == first else first
        return Name(who.whole, start, start + len(first), who.kind, who.label, new=True, said=said)

    def _meant(self, text: str, match: re.Match[str]) -> Newcomer:
        """Return who is named; "the Department" is the one that the paragraph named last, else the one that the text names most."""
        each = self._written[match[0]]
        article, _, head = match[0].partition(" ")
        if each.kind != "GovernmentBody" or article.lower() != "the" or " " in head:
            return each
        before = [one for one in self._whole if one.kind == each.kind and head in one.whole.split()]
        last = max(before, key=lambda one: text.rfind(one.whole, 0, match.start()), default=each)
        near = text.rfind(last.whole, 0, match.start()) >= 0
        return Newcomer(each.surface, last.whole, last.kind) if near else each


def _described(text: str, names: Sequence[Name], *, allied: bool) -> Iterator[Name]:
    """Yield the groups of a text that have no name."""
    yield from groups(text, names)
    yield from described(text, names)
    yield from members(text, names)
    yield from alliances(text, names, allied=allied)


def _ways(surface: str) -> Iterator[str]:
    """Yield how a name is written, also where a sentence or a heading begins: "Second Rojas Administration"."""
    yield surface
    words = surface.split()
    if words[-1] in ("administration", "government", "regime") or words[0] in ("first", "second"):
        for way in (words, [words[0].capitalize(), *words[1:]], [word[:1].upper() + word[1:] for word in words]):
            yield " ".join(way)


def _other_half(text: str, found: list[Name]) -> list[Name]:
    """Return the Korea that only its half of a name stands for: "North and South Korean delegates"."""
    if all(each.who not in _KOREAS.values() for each in found):
        return []
    return [
        Name(_KOREAS[match[1]], match.start(1), match.end(1), "State", adjective=True)
        for match in _HALVES.finditer(text)
    ]


def _any_of(names: Collection[str]) -> re.Pattern[str] | None:
    """Return the expression for any of these names, longer before shorter; "the Council" only where no longer name goes on."""
    longest = sorted(names, key=len, reverse=True)
    ends = {True: NO_LONGER, False: ""}
    ways = (re.escape(name) + _ENDS.get(name.lower(), ends[name.lower().startswith("the ")]) for name in longest)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways)})(?![\w+])") if longest else None


def _has_office(text: str, name: Name) -> bool:
    """Return whether a body is named only by the office that somebody has in it: "Liberal Party Secretary Ana Rojas"."""
    return name.new and name.label == "Actor" and name.kind != "Person" and _OFFICE.match(text, name.end) is not None


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
    combined = said in COMBINED  # "Sino-Russian"
    return combined or words in _adjectives(), words in _seats().get(actor, ())


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
