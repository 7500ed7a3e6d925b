"""Whom a text introduces itself: bodies, parties, forces, groups, persons, agreements, regions, with their kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tiebook.draft.rules.words.lists import HEADS, LISTS
from tiebook.draft.rules.words.vocabulary import ALSO_NOUNS, DOCUMENTS, ORGANS, REPORTERS, REPORTS, TITLES, VERBS
from tiebook.model.codebook import codebook

_KIND_OF: Final = {word: kind for kind, heads in HEADS.items() for word in heads.split()}
_REGIONS: Final = "|".join(" ".join(name.split()) for name in LISTS["regions"].split(","))
_SAYS: Final = {form for form, (verb, what) in VERBS.items() if verb in REPORTS and what in ("past", "s")}
_QUOTED: Final = re.compile(  # "according to SIPRI", "SIPRI reports"
    rf"\b[Aa]ccording to (?:the )?([A-Z]{{3,6}})\b|\b([A-Z]{{3,6}})(?= (?:{'|'.join(sorted(_SAYS))})\b)"
)
_BODIES: Final = re.compile(rf"\b(?:{'|'.join(LISTS['bodies'].split())})\b(?! [A-Z])")
_CAP: Final = (
    r"(?:(?:al|el|ar|as)-[A-Z]\w+|[A-Z][a-z\u00e0-\u00ff]+(?:[A-Z][a-z]+)?"
    r"(?:[-'\u2019](?!s\b)[A-Za-z]+)*|[A-Z]{2,6}\b|U\.S\.|U\.N\.)"
)
_RUN: Final = re.compile(rf"\b{_CAP}(?:['\u2019]s)?(?:\s+(?:(?:of|for|on|and)\s+(?:the\s+)?)?{_CAP})*(?:\s+\d+)?")
_SHORT: Final = re.compile(r"\s*\((?:the\s+)?[\"\u201c]?([A-Z][A-Za-z]*[A-Z][A-Za-z0-9+]*)[\"\u201d]?\)")
_TITLED: Final = re.compile(
    rf"\b((?:{'|'.join(sorted({*TITLES, *(title.capitalize() for title in TITLES)}))})\.?)\s+"
    rf"({_CAP}(?:\s+(?:{_CAP}|bin|al|ibn|[A-Z]\.)){{0,3}})"
)
_TITLE: Final = "|".join(sorted(TITLES | {"fellow", "diplomat"}))
_APPOSED: Final = re.compile(
    rf"\b({_CAP}\s+{_CAP}(?:\s+{_CAP})?),\s+(?:the\s+|a\s+|an\s+)?"
    rf"(?:[\w.'\u2019-]+\s+){{0,4}}?(?i:{_TITLE})\b"
)
_SPEAKS: Final = re.compile(rf"\b({_CAP}\s+{_CAP})(?=\s+([a-z]\w*)|['\u2019]s\b)")
_OFFICE_FIRST: Final = re.compile(  # "Turkey's foreign minister, Hakan Yildiz,"
    rf"\b(?i:{_TITLE}),\s+({_CAP}\s+{_CAP}(?:\s+{_CAP})?)(?=,|\.|\))"
)
_HUMAN: Final = frozenset(  # verbs of saying that no thing is the subject of
    "say argue write contend claim warn report tell observe maintain conclude explain estimate assert believe acknowledge note add"
    " reply comment insist".split()
)
_HUMANLY: Final = "|".join(
    sorted(form for form, (verb, what) in VERBS.items() if verb in _HUMAN and what in ("past", "s"))
)
_SAYER: Final = re.compile(  # "Smith argues", "As Goh (2013) notes", "Haaretz reported"
    rf"\b((?:{_CAP}\s+)?{_CAP})(?P<year>\s+\(\d{{4}}[a-z]?\))?(?:\s+(?:also|has|had|later|recently|further))*\s+(?:{_HUMANLY})\b"
)
_ACCORDING: Final = re.compile(rf"\b[Aa]ccording to (?:the )?({_CAP}(?:\s+{_CAP}){{0,3}})")
_MEDIA: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(LISTS['media'].replace(chr(10), ' ').strip().split(', '), key=len, reverse=True)))})\b"
)
_NO_SAYER: Final = frozenset(f"{word}{ending}" for word in (REPORTERS | DOCUMENTS | ORGANS) for ending in ("", "s"))
_GOVERNMENT: Final = re.compile(  # "the second Trump administration", "the Merz government"
    rf"\b((?:[Ff]irst |[Ss]econd )?({_CAP})\s+(?:[Aa]dministration|[Gg]overnment|[Rr]egime))\b"
)
_CONGRESS: Final = re.compile(r"\b\d+(?:st|nd|rd|th) Congress\b")
_COMPANY: Final = re.compile(  # "the technology firm Nvidia", "a Chinese firm, Chang Guang Satellite Technology,"
    r"\b(?:firm|company|giant|bank|maker|manufacturer|conglomerate|newspaper|outlet|news agency|think tank|contractor),?\s+"
    rf"({_CAP}(?:\s+{_CAP}){{0,3}})"
)
_EXPLAINED: Final = re.compile(  # "Altamar and Petrosur, Chile's two biggest producers"
    rf"\b({_CAP})(?: and ({_CAP}))?, (?:an?|the|[A-Z][\w.]*(?: [A-Z]\w*)?['\u2019]s?) (?:[\w.-]+ ){{0,4}}?"
    r"(?:producer|compan(?:y|ie)|firm|bank|maker|giant|refiner|lender|manufacturer|operator|contractor|miner|exporter|investor)s?\b"
)
_MEMBERS: Final = re.compile(rf"\b[Mm]embers? of the ({_CAP}(?:\s+{_CAP}){{0,3}})(?=[\s,.;)])")
_LETTERS: Final = re.compile(  # "Jama'at Nusrat al-Islam wal-Muslimin (JNIM)": no head says what it is
    rf"\b({_CAP}(?:\s+(?:al-|wal-|ul-)?{_CAP})+)\s+\(([A-Z]{{3,6}})\)(?=([^.]{{0,80}}))"
)
_FIGHTS: Final = re.compile(
    r"\b(?:militant|jihadist|rebel|insurgent|terrorist|separatist|affiliate|militia|guerrilla)s?\b"
)
_EASTERN: Final = re.compile(
    r"\b[A-Z][a-z]+ [A-Z][a-z]+-(?!class|made|based|led|style|wide|era|owned|backed)[a-z]{2,6}\b"
)  # Kim Jong-un
_NO_BODY: Final = frozenset(
    "Product Area Intelligence Investment Zone Weapons System Systems Process Income Index Region Sea".split()
)
_SHORTEST: Final = 3  # letters of an abbreviation that names a body
_SHORT_HEADS: Final = ("Administration", "Ministry", "Department", "Commission", "Council", "Agency", "Committee")
NO_LONGER: Final = r"(?!\s+(?:of|for|on)\b|\s+[A-Z]|\w)"  # "the Council" is none of "the Council of Ministers"
_TITLES_ALONE: Final = ("President", "Prime Minister", "Chancellor", "Premier", "Foreign Minister", "Secretary-General")
_FIELDS: Final = (
    "Studies",
    "Affairs",
    "Relations",
    "Research",
    "Policy",
    "Trade",
    "Cooperation",
    "Development",
    "Security",
    "Analysis",
)
_HEADING: Final = 12  # words, at most
_NOT_FIRST: Final = frozenset(LISTS["no_first_word"].split())


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody or something that the text introduces: as it is written, the whole name where this is a short one, and the kind."""

    surface: str
    whole: str
    kind: str

    @property
    def label(self) -> str:
        """The label of the kind."""
        book = codebook()
        return next((each.label for each in book.entities.values() if self.kind in each.kinds), "Actor")


def newcomers(paragraphs: tuple[str, ...], known: frozenset[str]) -> dict[str, Newcomer]:
    """Return the newcomers of a text by how they are written.

    known -- names that are known, as written: these are none
    """
    found: dict[str, Newcomer] = {}
    for text in paragraphs:
        heading = len(text.split()) <= _HEADING and text.rstrip()[-1:] not in ".!?\"'\u201d\u2019"
        if heading:
            continue
        for each in (*_bodies(text, known), *_persons(text, known)):
            if each.surface not in known and each.surface.removeprefix("the ") not in known:
                found.setdefault(each.surface, each)
    for each in _sayers(paragraphs, known, frozenset(found)):
        found.setdefault(each.surface, each)
    persons = found | _short_persons(found, known)
    return persons | _short_bodies(found, paragraphs) | _by_title(persons, paragraphs)


def _is_owner(word: str) -> bool:
    """Return whether a word before a title says of which state: "Chilean", "Chile's"."""
    return word[:1].isupper() and word not in _NOT_FIRST and word[-1] not in ".,"


def _by_title(found: dict[str, Newcomer], paragraphs: tuple[str, ...]) -> dict[str, Newcomer]:
    """Return "the President" for the one person who is introduced by that title, and of no state: "President Rojas"."""
    whole = "\n".join(paragraphs)
    short: dict[str, Newcomer] = {}
    persons = {name: each for name, each in found.items() if each.kind == "Person"}
    for title in _TITLES_ALONE:
        who: set[str] = set()
        for match in re.finditer(rf"\b{title} (?=[A-Z])", whole):
            named = (each.whole for name, each in persons.items() if whole.startswith(name, match.end()))
            if not _is_owner((whole[max(match.start() - 40, 0) : match.start()].split() or [""])[-1]):
                who.update(named)
        if len(who) == 1:
            name = next(iter(who))
            for surface in re.findall(rf"\b[Tt]he {title}{NO_LONGER}", whole):
                short[surface] = Newcomer(surface, name, "Person")
    return short


def _short_bodies(found: dict[str, Newcomer], paragraphs: tuple[str, ...]) -> dict[str, Newcomer]:
    """Return the heads by which bodies are named again, "the Administration", for the one that is named most."""
    whole = "\n".join(paragraphs)
    short: dict[str, Newcomer] = {}
    for each in sorted(found.values(), key=lambda each: whole.count(each.whole)):
        head = each.surface.split()[-1] if " " in each.surface else ""
        alone = each.surface.removesuffix(" Group")
        if (
            alone != each.surface
            and " " not in alone
            and re.search(rf"\b{alone}\b(?! [A-Z])", whole)
            and alone not in found
        ):
            short[alone] = Newcomer(alone, each.whole, each.kind)
        first = each.surface.split()[0]
        for word in (head, first if first in ("Ministry", "Department") else ""):
            if each.kind != "GovernmentBody" or word not in _SHORT_HEADS or word in found:
                continue
            for surface in re.findall(rf"\b[Tt]he {word}{NO_LONGER}", whole):
                short[surface] = Newcomer(surface, each.whole, each.kind)
    return short


def _sayers(paragraphs: tuple[str, ...], known: frozenset[str], found: frozenset[str]) -> Iterator[Newcomer]:
    """Yield those of whom the text only says that they say something: "Smith argues", "according to Haaretz"."""
    whole = "\n".join(paragraphs)
    parts = {part for name in (*known, *found) for part in name.split()}
    for pattern in (_SAYER, _ACCORDING):
        for match in pattern.finditer(whole):
            words = match[1].split()
            while words and (words[0] in _NOT_FIRST or words[0].lower() in _NO_SAYER):
                words.pop(0)
            name = " ".join(words)
            plain = re.search(rf"\b{re.escape(name.lower())}\b", whole) if name else None
            no_name = any(
                word in parts or word.lower() in VERBS or word in _KIND_OF or word.lower() in _NO_SAYER
                for word in words
            )
            if not name or plain or no_name or name.isupper():
                continue
            yield Newcomer(name, name, "Organization" if pattern is _ACCORDING and len(words) == 1 else "Person")


_ALONE: Final = (  # what is a name wherever it stands
    (re.compile(rf"\b(?:{_REGIONS})\b(?!\s+[A-Z])"), "region"),
    (_MEDIA, "Organization"),
    (_CONGRESS, "GovernmentBody"),
    (_BODIES, "GovernmentBody"),
)


def _bodies(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    for pattern, kind in _ALONE:
        for match in pattern.finditer(text):
            yield Newcomer(match[0], match[0], kind)
    for match in _QUOTED.finditer(text):
        yield Newcomer(match[1] or match[2], match[1] or match[2], "Organization")
    for pattern, kind in ((_GOVERNMENT, "GovernmentBody"), (_COMPANY, "Organization")):
        for match in pattern.finditer(text):
            word = match[match.lastindex or 1].split()[0]
            if not (
                word in known or word in _NOT_FIRST or word in _KIND_OF or word.lower() in VERBS or match[1] in known
            ):
                yield Newcomer(match[1], match[1], kind)
    yield from _of_capitals(text, known)
    yield from _told_of(text, known)


def _told_of(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield those of whom the words around them say that they are bodies: companies, what has members, what has initials."""
    for pattern in (_EXPLAINED, _MEMBERS):
        for match in pattern.finditer(text):
            for name in filter(None, match.groups()):
                words = name.split()
                free = not any(word in _KIND_OF or word in known or word in _NOT_FIRST for word in words)
                if free and name not in known and not re.fullmatch(_REGIONS, name):
                    yield Newcomer(name, name, "Organization")
    for match in _LETTERS.finditer(text):
        name, short = match[1], match[2]
        if name not in known and name[0] == short[0] and name.split()[-1] not in (*_KIND_OF, *_NO_BODY):
            kind = "ArmedGroup" if _FIGHTS.search(match[3]) else "Organization"
            yield Newcomer(name, name, kind)
            yield Newcomer(short, name, kind)


def _of_capitals(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield the names of several words in capitals whose head or abbreviation says what they are."""
    for match in _RUN.finditer(text):
        words = match[0].split()
        while words and (words[0] in _NOT_FIRST or words[0].lower() in ("of", "for", "on")):
            words.pop(0)
        short = _SHORT.match(text, match.end())
        whole = short is not None and _abbreviates(short[1], words)
        parts = [words] if whole else _parts(words, known) if words else []
        for part in parts:
            kind, name = _kind(part), " ".join(part)
            if kind is None and whole and part[-1] not in _NO_BODY:
                kind = "Organization"
            if kind is None or name in known or name not in text:  # or it was broken over lines
                continue
            yield Newcomer(name, name, kind)
            if short is not None and short[1][0] == name[0] and part[-1] == words[-1]:
                yield Newcomer(short[1], name, kind)


def _abbreviates(short: str, words: list[str]) -> bool:
    """Return whether an abbreviation is the initials of a name: CSIS of "Center for Strategic and International Studies"."""
    initials = [word[0] for word in words if word[0].isupper()]
    return len(short) >= _SHORTEST and [*short.upper()] == initials


def _parts(words: list[str], known: frozenset[str]) -> list[list[str]]:
    """Return the names that stand together: "Iran and the Red Sea", "Chapter VII of the Security Council"."""
    for place in range(len(words) - 1, 0, -1):
        article = words[place + 1 : place + 2] == ["the"]
        after = words[place + 1 + article :]
        headed = any(word in _KIND_OF for word in words[:place])
        if words[place - 2 : place - 1] in (["for"], ["of"]) and after and after[-1] in _FIELDS:
            continue  # "Center for Strategic and International Studies"
        if words[place] == "and" and (article or " ".join(words[:place]) in known or headed):
            return [*_parts(words[:place], known), *_parts(after, known)]
        if words[place] in ("of", "for", "on") and not headed and (after[-1] in _KIND_OF or " ".join(after) in known):
            return _parts(after, known)
    return [words]


def _kind(words: list[str]) -> str | None:
    """Return the kind that the head of a name says: its last word, or the one before "of" or "for"."""
    if len(words) < 2:  # noqa: PLR2004 -- a head alone is no name
        return None
    link = next((place for place, word in enumerate(words) if word in ("of", "for", "on")), None)
    if "Plan" in words and "Joint" in words:
        return "agreement"
    if link is not None and link > 0 and words[link - 1] in _KIND_OF:
        return _KIND_OF[words[link - 1]]
    if words[-1].isdigit() and words[-2] in ("Resolution", "Order"):
        return _KIND_OF[words[-2]]
    return _KIND_OF.get(words[-1])


def _persons(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    for match in _TITLED.finditer(text):
        yield from _person(match[2], known, titled=True)
    for match in _EASTERN.finditer(text):
        yield from _person(match[0], known)
    for pattern in (_APPOSED, _OFFICE_FIRST):
        for match in pattern.finditer(text):
            yield from _person(match[1], known)
    for match in _SPEAKS.finditer(text):
        after = (match[2] or "").lower()
        form = VERBS.get(after, ("", ""))[1]
        acts = form in ("past", "s") and after not in ALSO_NOUNS
        if acts or VERBS.get(after, ("", ""))[0] in REPORTS or (match[2] is None and match.start() > 0):
            yield from _person(match[1], known)


def _person(name: str, known: frozenset[str], *, titled: bool = False) -> Iterator[Newcomer]:
    words = name.split()
    while words and (words[0].lower() in TITLES or words[0] in known):
        words.pop(0)
    plain = " ".join(words)
    stops = {
        "Of",
        "The",
        "New",
        "North",
        "South",
        "East",
        "West",
        "General",
        "State",
        "United",
        "Cold",
        "World",
        "Middle",
    }
    he = titled and len(words) > 1 and words[0] in ("He", "Her", "She", "An")  # He Lifeng
    if not words or any(word in _FIELDS or word in _KIND_OF or word in known or word in stops for word in words):
        return
    if any(word in _NOT_FIRST for word in words[he:]):
        return
    if plain not in known and not re.fullmatch(_REGIONS, plain) and not plain.isupper():
        yield Newcomer(plain, plain, "Person")


def _short_persons(found: dict[str, Newcomer], known: frozenset[str]) -> dict[str, Newcomer]:
    """Return the family names by which persons are named again: the last name, and the first one in the east of Asia."""
    short: dict[str, Newcomer] = {}
    for each in list(found.values()):
        words = each.surface.split()
        if each.kind == "Person" and len(words) > 1:
            for word in (words[-1], words[0]):
                same = word not in found or found[word].kind == "Person"
                if word not in known and same and word not in _NOT_FIRST and len(word) > 1:
                    short.setdefault(word, Newcomer(word, each.whole, "Person"))
    return short
