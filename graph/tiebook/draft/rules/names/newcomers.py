"""Whom a text introduces itself, with their kinds: bodies, persons, and those of whom it only says that they say something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from tiebook.draft.rules.names.bodies import bodies, by_initials, short_bodies
from tiebook.draft.rules.names.famous import called_by_given_names, leaders
from tiebook.draft.rules.names.initials import acting_initials, as_one, introduced_with_initials
from tiebook.draft.rules.names.introduced import CAP, KIND_OF, NOT_FIRST, Newcomer
from tiebook.draft.rules.names.listed import companies, examples, persons_in_lists
from tiebook.draft.rules.names.persons import (
    JUNIORS,
    by_title,
    heads_of_governments,
    named_again,
    persons,
    short_persons,
)
from tiebook.draft.rules.names.same import merged
from tiebook.draft.rules.names.speakers import turns
from tiebook.draft.rules.words.vocabulary import DOCUMENTS, ORGANS, REPORTERS, VERBS

_HUMAN: Final = frozenset(  # verbs of saying that no thing is the subject of
    "say argue write contend claim warn report tell observe maintain conclude explain estimate assert believe acknowledge note add"
    " reply comment insist concede confide recall quip retort lament allege caution testify remark predict tweet stress".split()
)
_HUMANLY: Final = "|".join(
    sorted(form for form, (verb, what) in VERBS.items() if verb in _HUMAN and what in ("past", "s"))
)
_SAYER: Final = re.compile(  # "Smith argues", "As Goh (2013) notes", "Haaretz reported"
    rf"\b((?:{CAP}\s+)?{CAP})(?P<year>\s+\(\d{{4}}[a-z]?\))?"
    r"(?:,\s+(?:speaking|writing|addressing|citing|quoting|referring|echoing|asked|who)\s[^.;:,\"\u201c\n]{1,80},)?"
    rf"(?:\s+(?:also|has|had|later|recently|further))*\s+(?:{_HUMANLY})\b"
    r"(?!\s+(?:indicate|suggest|said|say|claim|show|reveal|confirm|allege|imply|put|are|were|have|had)\b)"  # "Early reports say"
)
_ACCORDING: Final = re.compile(rf"\b[Aa]ccording to (?:the )?({CAP}(?:\s+{CAP}){{0,3}})")
_NO_SAYER: Final = frozenset(f"{word}{ending}" for word in (REPORTERS | DOCUMENTS | ORGANS) for ending in ("", "s"))
_DEFINED: Final = re.compile(rf"\s+\((?:hereafter |hereinafter )?[\"\u201c]?the ({CAP}(?:\s+{CAP})?)[\"\u201d]?\)")
_JUNIOR: Final = re.compile(rf", (?:{'|'.join(JUNIORS)})\.")
_HEADING: Final = 12  # words, at most
_CAPITALS: Final = 0.8  # of the words of a longer heading, without the short ones that link them
_LINKS: Final = 4  # letters of those, at most


def newcomers(paragraphs: tuple[str, ...], known: frozenset[str]) -> dict[str, Newcomer]:
    """Return the newcomers of a text by how they are written.

    known -- names that are known, as written: these are none
    """
    sentences = tuple(text for text in paragraphs if not _is_heading(text))
    found = _as_written(sentences, known)
    _with_initials(sentences, known, found)
    more = (
        *(called_by_given_names(text, known) for text in sentences),
        _in_brackets(sentences, found),
        named_again(sentences, known, found),
        _sayers(paragraphs, known, found),
        by_initials(paragraphs, known, found),
        acting_initials(sentences, known),
        turns(paragraphs, known),
    )
    for each in chain.from_iterable(more):
        found.setdefault(each.surface, each)
    people = found | short_persons(found, known)
    people |= {each.surface: each for each in leaders(sentences, people, known)}
    listed = [each for text in sentences for each in persons_in_lists(text, people, known)]
    for each in (*listed, *short_persons({one.surface: one for one in listed}, known).values()):
        people.setdefault(each.surface, each)
    people |= {each.surface: each for each in _juniors(sentences, people)}
    for surname in heads_of_governments(found, sentences):
        if surname.surface not in known:
            people.setdefault(surname.surface, surname)
    for name in [name for name, each in people.items() if " and " in name and each.kind != "Person"]:
        first, _, second = name.partition(" and ")
        if (
            people.get(first, people[name]).kind == "Person" and second.split()[-1] in KIND_OF
        ):  # "Rojas and Liberal Party"
            people[second] = Newcomer(second, second, people.pop(name).kind)
    every = people | short_bodies(found, paragraphs, known) | by_title(people, paragraphs)
    return merged(as_one(every, paragraphs), paragraphs)


def _as_written(sentences: tuple[str, ...], known: frozenset[str]) -> dict[str, Newcomer]:
    """Return the bodies and persons that the words of their names, or those around them, tell to be some."""
    found: dict[str, Newcomer] = {}
    for text in sentences:
        for each in (*companies(text, known), *bodies(text, known), *examples(text, known), *persons(text, known)):
            if each.surface not in known and each.surface.removeprefix("the ") not in known:
                known_short = found.get(each.surface, each)
                defined = known_short.whole == each.surface != each.whole and known_short.kind == each.kind
                found[each.surface] = each if defined else known_short
    return found


def _with_initials(sentences: tuple[str, ...], known: frozenset[str], found: dict[str, Newcomer]) -> None:
    """Add the bodies that are introduced with their abbreviation, but where more is known of that."""
    for text in sentences:
        for each in introduced_with_initials(text, known):
            if each.surface == each.whole:  # of a list of states
                found.setdefault(each.surface, each)
            short = found.get(each.surface, each) if each.surface != each.whole else None
            if short is not None and short.whole in (each.surface, each.whole):
                found[each.surface] = each
                found.setdefault(each.whole, Newcomer(each.whole, each.whole, each.kind))


def _in_brackets(paragraphs: tuple[str, ...], found: Mapping[str, Newcomer]) -> Iterator[Newcomer]:
    """Yield the short names that a text says it will use: "the Strait of Hormuz (the Strait)"."""
    whole = "\n".join(paragraphs)
    for match in _DEFINED.finditer(whole):
        named = next((each for name, each in found.items() if whole.endswith(name, 0, match.start())), None)
        if named is not None and match[1].split()[-1] in named.whole.split():
            for article in ("the", "The"):
                yield Newcomer(f"{article} {match[1]}", named.whole, named.kind)


def _juniors(sentences: tuple[str, ...], people: Mapping[str, Newcomer]) -> Iterator[Newcomer]:
    """Yield those of whose names a "Jr." behind a comma is part, by each of their names: "President Ana Rojas, Jr. of Peru"."""
    for name, each in people.items():
        if each.kind == "Person" and name.split()[-1] in JUNIORS and any(f"{name}." in text for text in sentences):
            whole = f"{name}."
            same = [surface for surface, one in people.items() if one.whole == each.whole]
            yield from (Newcomer(surface, whole, "Person") for surface in (whole, *same))
    for text in sentences:
        for match in _JUNIOR.finditer(text):
            before = [
                name for name, each in people.items() if each.kind == "Person" and text.endswith(name, 0, match.start())
            ]
            if before:
                name = max(before, key=len)
                same = [surface for surface, each in people.items() if each.whole == people[name].whole]
                for surface in (name + match[0], *same):
                    yield Newcomer(surface, name + match[0], "Person")


def _is_heading(text: str) -> bool:
    """Return whether a text is not a sentence: it has no end, and is short or has most of its words in capitals."""
    plain = text.rstrip(" \"'\u201d\u2019")
    if plain[-1:] in ".!?":
        return False
    long = [word for word in text.split() if len(word) > _LINKS]
    titled = sum(word.strip("\"'\u201c\u2018")[:1].isupper() for word in long) > _CAPITALS * len(long)
    return titled or (plain == text.rstrip() and len(text.split()) <= _HEADING)


def _sayers(paragraphs: tuple[str, ...], known: frozenset[str], found: Mapping[str, Newcomer]) -> Iterator[Newcomer]:
    """Yield those of whom the text only says that they say something: "Smith argues", "according to Haaretz"."""
    whole = "\n".join(paragraphs)
    parts = {part for name in (*known, *found) for part in name.split()}
    for pattern in (_SAYER, _ACCORDING):
        for match in pattern.finditer(whole):
            words = match[1].split()
            while words and (words[0] in NOT_FIRST or words[0].lower() in _NO_SAYER):
                words.pop(0)
            name = " ".join(words)
            plain = re.search(rf"\b{re.escape(name.lower())}\b", whole) if name else None
            no_name = any(
                word in parts or word.lower() in VERBS or word in KIND_OF or word.lower() in _NO_SAYER for word in words
            )
            if not name or plain or no_name or name.isupper():
                continue
            yield Newcomer(name, name, "Organization" if pattern is _ACCORDING and len(words) == 1 else "Person")
