"""Bodies, agreements, places and companies whom a text introduces: by the head of the name, initials, or the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tiebook.draft.names import initials_of
from tiebook.draft.rules.names.introduced import (
    BEFORE_TITLES,
    CAP,
    COMPANY,
    FIELDS,
    KIND_OF,
    NO_BODY,
    NO_LONGER,
    NOT_FIRST,
    REGIONS,
    Newcomer,
)
from tiebook.draft.rules.words.lists import LISTS, WELL_KNOWN
from tiebook.draft.rules.words.vocabulary import (
    COLLECTIVE_ADJECTIVES,
    REPORTS,
    SORTS_OF_STATES,
    TITLES,
    VERBS,
)
from tiebook.model.dates import MONTHS

_SAYS: Final = {form for form, (verb, what) in VERBS.items() if verb in REPORTS and what in ("past", "s")}
_QUOTED: Final = re.compile(  # "according to SIPRI", "SIPRI reports"
    rf"\b[Aa]ccording to (?:the )?([A-Z]{{3,6}})\b|\b([A-Z]{{3,6}})(?= (?:{'|'.join(sorted(_SAYS))})\b)"
)
_BODIES: Final = re.compile(rf"\b(?:{'|'.join(LISTS['bodies'].split())})\b(?! [A-Z])")
_LINK: Final = (  # not "the West Bank on Monday"
    r"(?:of|for|on|and|Between)\s+(?:the\s+)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    rf"(?!(?:{'|'.join(MONTHS)}) \d)"
)
_OF_NAMES: Final = r"(?:al|el|de|del|de la|la|dos|da|do|des|du)\s+"  # "the Liberation of Saguia al Hamra"
_BOTH: Final = rf"(?:/(?=Army|Front|Movement|Party|Forces|Council){CAP})?"  # "Andean Liberation Movement/Army"
_RUN: Final = re.compile(  # not the "Chile War" of "the Peru\u2013Chile War"
    rf"(?<!\w\u2013)\b{CAP}(?:['\u2019]s)?(?:\s+(?:{_LINK}|{_OF_NAMES})?{CAP}{_BOTH}(?:(?:(?<=People)|(?<=Women)|(?<=Workers))['\u2019]s)?)*(?:\s+\d+)?"
)
_OF_SOMEBODY: Final = re.compile(  # not "Women's Labour Union"
    r"(?!(?:Peoples?|(?:Wo)?men|Workers?|Children|Nations?|King|Queen|Moody|Lloyd|Christie|Farmers?|Veterans?|Teachers?|Writers?)['\u2019])"
    r"[A-Z]\w+['\u2019]s",
    re.IGNORECASE,
)
_BRIEF: Final = r"[\"\u201c]?([A-Z][A-Za-z]*[A-Z][A-Za-z0-9+]*)[\"\u201d]?"
_CALLED_BY: Final = re.compile(r"\s*\((?:the\s+|or\s+)?([A-Z][a-z]{3,})\)")  # "(Frelimo)"
_SHORT: Final = re.compile(rf"\s*\((?:the\s+|or\s+)?{_BRIEF}\)|,?\s+or\s+(?:the\s+)?{_BRIEF}(?=[,.;)\s])")
_LONG: Final = re.compile(rf"\b([A-Z]{{3,6}})\s+\(({CAP}(?:\s+(?:{_LINK})?{CAP})+)\)")
_MEDIA: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(LISTS['media'].replace(chr(10), ' ').strip().split(', '), key=len, reverse=True)))})\b"
)
_GOVERNMENT: Final = re.compile(  # "the second Trump administration", "the Merz government"
    rf"\b((?:[Ff]irst |[Ss]econd )?({CAP})\s+(?:[Aa]dministration|[Gg]overnment|[Rr]egime))\b"
)
_CONGRESS: Final = re.compile(r"\b\d+(?:st|nd|rd|th) Congress\b")
_COMPANY: Final = re.compile(  # "the technology firm Nvidia", "a Chinese firm, Chang Guang Satellite Technology,"
    r"\b(?:firm|company|giant|bank|maker|manufacturer|conglomerate|newspaper|outlet|news agency|think tank|contractor"
    r"|magazine|journal|daily|broadcaster|website),?\s+(?:the\s+)?"
    rf"({CAP}(?:\s+{CAP}){{0,3}})"
)
_EXPLAINED: Final = re.compile(  # "Altamar and Petrosur, Chile's two biggest producers"
    rf"\b({CAP})(?: and ({CAP}))?, (?:an?|the|[A-Z][\w.]*(?: [A-Z]\w*)?['\u2019]s?) (?:[\w.-]+ ){{0,4}}?"
    r"(?:producer|compan(?:y|ie)|firm|bank|maker|giant|refiner|lender|manufacturer|operator|contractor|miner|exporter|investor)s?\b"
)
_SAID_KINDS: Final = {
    "ArmedGroup": (
        "militia",
        "rebel group",
        "armed group",
        "militant group",
        "insurgency",
        "guerrilla",
        "paramilitary",
    ),
    "Party": ("party",),
    "Bloc": ("bloc", "alliance"),
}
_CALLED: Final = re.compile(  # "the FDLR, a militia founded in Chad"
    r"\b([A-Z][A-Za-z]*[A-Z]{2,}\d*), (?:an?|the) (?:[\w-]+ ){0,3}?"
    r"(militia|rebel group|armed group|militant group|party|bloc|alliance|organi[sz]ation|agency|network|think tank|watchdog)\b"
)
_EXPLAINED_BODY: Final = re.compile(  # "Harbour Light, a watchdog that"
    rf"\b({CAP}(?:\s+{CAP}){{1,3}}), an? (?:[\w-]+ ){{0,3}}?"
    r"(militia|rebel group|armed group|militant group|think tank|watchdog|charity|consultancy|news agency|advocacy group|start-up"
    r"|trade union|law firm|newspaper|research (?:institute|group))\b"
)
_PARTY: Final = re.compile(
    rf"\b(?:opposition|ruling|governing|far-right|party) ({CAP}(?:\s+{CAP}){{0,3}}) \(([A-Z]{{2,6}})\)"
)
_MEMBERS: Final = re.compile(rf"\b[Mm]embers? of the ({CAP}(?:\s+{CAP}){{0,3}})(?=[\s,.;)])")
_LETTERS: Final = re.compile(  # "Jama'at Nusrat al-Islam wal-Muslimin (JNIM)": no head says what it is
    rf"\b({CAP}(?:\s+(?:al-|wal-|ul-)?{CAP})+)\s+\(([A-Z]{{3,6}})\)(?=([^.]{{0,80}}))"
)
FIGHTS: Final = re.compile(
    r"\b(?:militant|jihadist|rebel|insurgent|terrorist|separatist|affiliate|militia|guerrilla)s?\b"
)
_KNOWN_KINDS: Final = {" ".join(name.split()): kind for kind, names in WELL_KNOWN.items() for name in names.split(",")}
_KNOWN_KINDS.update(  # "al Shabaab", as some agencies write it
    {name.replace("l-", "l ", 1): kind for name, kind in _KNOWN_KINDS.items() if name.lower().startswith("al-")}
)
_WELL_KNOWN: Final = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(_KNOWN_KINDS, key=len, reverse=True)))})(?![\w-]|\s+[A-Z][a-z]+\s+\()"
)
_SORTS: Final = frozenset(
    word.capitalize() for word in COLLECTIVE_ADJECTIVES | SORTS_OF_STATES | {"christian", "ba'athist", "hindu", "legal"}
)
_OPENERS: Final = frozenset(  # of the names of laws and programmes: "Countering Piracy Fund"
    "Countering Combating Protecting Securing Strengthening Promoting Advancing Preventing Supporting Stopping Ending Creating"
    " Defending Restoring Deterring Holding Building".split()
)
_BASED: Final = re.compile(
    r"-(?:based|backed|led|run|owned|linked|registered|aligned|sponsored|controlled|affiliated)$"
)
_LEANS: Final = re.compile(r"-[a-z]+ed$|^(?:Pro|Anti)-")  # "the French-backed government"
_NEAR: Final = 24  # characters in which the word before a name stands
_SHORTEST: Final = 3  # letters of an abbreviation that names a body
_WITH_INITIALS: Final = ("GovernmentBody", "Organization", "Military", "ArmedGroup", "Party")
_TOO_LONG: Final = 8  # words of a name, by which nobody is called again
_FRONTS: Final = ("ArmedGroup", "Party")
_SIDES: Final = ("Eastern", "Western", "Northern", "Southern", "Home", "Central")
_COMPANIES: Final = (  # "Altamar Energy"
    *("Energy", "Shipping", "Petroleum", "Holdings", "Electronics", "Airlines", "Industries"),
    *COMPANY,
)
_IN_TITLES: Final = TITLES | BEFORE_TITLES
_SHORT_HEADS: Final = ("Administration", "Ministry", "Department", "Commission", "Council", "Agency", "Committee")


_OFFICE: Final = re.compile(  # "Minister for Foreign Affairs", which is no journal
    r"\b(?:Minist(?:er|ers|ry|ries)|Secretar(?:y|ies)|Department|Commission(?:er)?|Committee|Council|Bureau|Office)"
    r"\s+(?:of|for|on)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_OFFICER: Final = re.compile(r"\s+(?:Assistant |Deputy )?(?:Minist(?:er|ry)|Secretary|Committee|Council|Commission)\b")

_ALONE: Final = (  # what is a name wherever it stands
    (re.compile(rf"\b(?:{REGIONS})\b(?!\s+[A-Z])"), "region"),
    (_MEDIA, "Organization"),
    (_CONGRESS, "GovernmentBody"),
    (_BODIES, "GovernmentBody"),
)


def bodies(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield what is not a person: bodies, companies, agreements, regions, each as it is written and with its abbreviation."""
    for pattern, kind in _ALONE:
        for match in pattern.finditer(text):
            office = _OFFICE.search(text, 0, match.start()) or _OFFICER.match(text, match.end())
            if pattern is not _MEDIA or office is None:
                yield Newcomer(match[0], match[0], kind)
    for match in _WELL_KNOWN.finditer(text):
        yield Newcomer(match[0], match[0], _KNOWN_KINDS[match[0]])
    for match in _QUOTED.finditer(text):
        yield Newcomer(match[1] or match[2], match[1] or match[2], "Organization")
    for match in _COMPANY.finditer(text):
        word = match[1].split()[0]
        if not (word in known or word in NOT_FIRST or word in KIND_OF or word.lower() in VERBS or match[1] in known):
            yield Newcomer(match[1], match[1], "Organization")
    yield from _governments(text, known)
    yield from _of_capitals(text, known)
    yield from _told_of(text, known)


def _governments(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield the governments that are called after a person; "the Chilean government" is Chile."""
    for match in _GOVERNMENT.finditer(text):
        name, word = match.groups()
        before = (text[max(match.start() - _NEAR, 0) : match.start()].split() or [""])[-1]
        longer = (
            before[:1].isupper() and before not in NOT_FIRST and before[-1] not in ",;:" and not _BASED.search(before)
        )  # "U.S. Maritime Administration"
        sort = longer or _LEANS.search(word) or word in NOT_FIRST or word in KIND_OF or word in _SORTS
        if not (sort or word in known or word.lower() in VERBS or name in known):
            yield Newcomer(name, name, "GovernmentBody")


def _told_of(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield those of whom the words around them say that they are bodies: companies, what has members, what has initials."""
    for pattern in (_EXPLAINED, _MEMBERS):
        for match in pattern.finditer(text):
            for name in filter(None, match.groups()):
                words = name.split()
                free = not any(
                    word in KIND_OF or word in known or word in NOT_FIRST or _LEANS.search(word) for word in words
                )
                if free and name not in known and not re.fullmatch(REGIONS, name):
                    yield Newcomer(name, name, "Organization")
    for match in _EXPLAINED_BODY.finditer(text):
        name, words = match[1], match[1].split()
        if name not in known and not any(word in KIND_OF or word in known or word in NOT_FIRST for word in words):
            kind = next((kind for kind, heads in _SAID_KINDS.items() if match[2] in heads), "Organization")
            yield Newcomer(name, name, kind)
    for match in _PARTY.finditer(text):
        if match[1] not in known and match[2] not in known:
            yield Newcomer(match[1], match[1], "Party")
            yield Newcomer(match[2], match[1], "Party")
    for match in _CALLED.finditer(text):
        head = match[2].removesuffix("s").lower()
        if match[1] not in known and match[1] not in NOT_FIRST:
            yield Newcomer(
                match[1], match[1], next((kind for kind, heads in _SAID_KINDS.items() if head in heads), "Organization")
            )
    for match in _LETTERS.finditer(text):
        name, short = match[1], match[2]
        if name not in known and name[0] == short[0] and name.split()[-1] not in (*KIND_OF, *NO_BODY):
            kind = "ArmedGroup" if FIGHTS.search(match[3]) else "Organization"
            yield Newcomer(name, name, kind)
            yield Newcomer(short, name, kind)


def _of_capitals(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield the names of several words in capitals whose head or abbreviation says what they are."""
    for match in _RUN.finditer(text):
        words = match[0].split()
        while words and (words[0] in NOT_FIRST or words[0].lower() in ("of", "for", "on", "the")):
            words.pop(0)
        if words and _OF_SOMEBODY.fullmatch(words[0]) and kind_of(words[1:]) is not None and words[0][:-2] not in known:
            words.pop(0)  # "Rojas's Liberal Party"
        owner = bool(words) and re.sub(r"['\u2019]s$", "", words[0]) in known and words[0] not in known
        if owner or (words and _BASED.search(words[0])):
            words.pop(0)  # "India's Ministry of Trade", "Lima-based Coastal Trade Bank"
        after = _SHORT.match(text, match.end())
        short = (after[1] or after[2]) if after is not None else None
        whole = short is not None and _abbreviates(short, words)
        words = _past_known(words, known) if text.startswith(" (", match.end()) else words
        called = _CALLED_BY.match(text, match.end())
        if short is None and called is not None and called[1] not in known and kind_of(words) in _FRONTS:
            short, whole = called[1], True
        parts = [words] if whole else _parts(words, known) if words else []
        for part in parts:
            kind, name = kind_of(part), " ".join(part)
            if kind is None and whole and part[-1] not in NO_BODY:
                kind = "Organization"
            if (
                kind is None or name in known or name not in text or _is_state(part, known) or _is_known(part, known)
            ):  # or it was broken over lines
                continue
            said = called[1] if called is not None and called[1] == short and len(part) > _TOO_LONG else name
            yield Newcomer(name, said, kind)
            if (
                short is not None
                and short not in known
                and part[-1] == words[-1]
                and (whole or _stands_for(short, part))
            ):
                yield Newcomer(short, said, kind)
    for match in _LONG.finditer(text):  # "the ADC (Andean Defence Council)"
        kind = kind_of(match[2].split())
        if kind is not None and match[1] not in known:
            yield Newcomer(match[2], match[2], kind)
            yield Newcomer(match[1], match[2], kind)


def _past_known(words: list[str], known: frozenset[str]) -> list[str]:
    """Return a name without whom "and" joins before it: the front of "Peru and the Andean Front"."""
    join = words.index("and") if "and" in words else 0
    if join == 0 or " ".join(words[:join]) not in known:
        return words
    return words[join + 1 + (words[join + 1 : join + 2] == ["the"]) :]


def by_initials(
    paragraphs: tuple[str, ...], known: frozenset[str], found: Mapping[str, Newcomer]
) -> Iterator[Newcomer]:
    """Yield the abbreviations that the text does not introduce, but that are the initials of one body which it names."""
    names: dict[str, set[Newcomer]] = {}
    for each in found.values():
        if each.kind in _WITH_INITIALS and " " in each.whole:
            names.setdefault(initials_of(each.whole.split()), set()).add(each)
    for short in set(re.findall(r"\b[A-Z]{3,6}\b", "\n".join(paragraphs))) - known - found.keys():
        wholes = {(each.whole, each.kind) for each in names.get(short, ())}
        if len(wholes) == 1:
            yield Newcomer(short, *wholes.pop())


def _is_state(words: list[str], known: frozenset[str]) -> bool:
    """Return whether a name is that of a state's government as a whole: "Chilean Government", "Government of Chile"."""
    rest = words[2:] if words[:2] == ["Government", "of"] else words[:-1] if words[-1] == "Government" else []
    return bool(rest) and (" ".join(rest) in known or " ".join(rest).removeprefix("the ") in known)


def _is_known(words: list[str], known: frozenset[str]) -> bool:
    """Return whether a name is a known abbreviation with what it is: "NATO Alliance"."""
    return (
        words[0] in known and words[0].isupper() and words[1:] in (["Alliance"], ["Bloc"], ["Group"], ["Organization"])
    )


def _stands_for(short: str, words: list[str]) -> bool:
    """Return whether letters in brackets abbreviate a name: they begin as it does, with or without whose it is, or are capitals."""
    return short[0] in {word[0] for word in words[:3]} or (short.isupper() and len(short) >= _SHORTEST)


def _abbreviates(short: str, words: list[str]) -> bool:
    """Return whether an abbreviation is the initials of a name: CSIS of "Center for Strategic and International Studies"."""
    return len(short) >= _SHORTEST and short.upper() == initials_of(words)


def _parts(words: list[str], known: frozenset[str]) -> list[list[str]]:
    """Return the names that stand together: "Iran and the Red Sea", "Chapter VII of the Security Council"."""
    office = next((place for place, word in enumerate(words) if place and word.lower() in _IN_TITLES), None)
    if (
        office
        and office > 1
        and words[office - 1] in KIND_OF
        and any(word.lower() in TITLES for word in words[office:])
    ):
        return _parts(words[:office], known)  # "Communist Party General Secretary"
    for place in range(len(words) - 1, 0, -1):
        if words[place] == "and" and "Between" in words[:place]:
            continue
        article = words[place + 1 : place + 2] == ["the"]
        after = words[place + 1 + article :]
        headed = any(word in KIND_OF for word in words[:place])
        if words[place - 2 : place - 1] in (["for"], ["of"]) and after and after[-1] in FIELDS:
            continue  # "Center for Strategic and International Studies"
        if words[place] == "and" and (article or " ".join(words[:place]) in known or headed):
            return [*_parts(words[:place], known), *_parts(after, known)]
        if (
            words[place] in ("of", "for", "on")
            and not headed
            and (any(word in KIND_OF for word in after) or " ".join(after) in known)
        ):
            return _parts(after, known)
    return [words]


def kind_of(words: list[str]) -> str | None:
    """Return the kind that the head of a name says: its last word, or the one before "of" or "for"."""
    if len(words) < 2:  # noqa: PLR2004 -- a head alone is no name
        return None
    link = next((place for place, word in enumerate(words) if word in ("of", "for", "on")), None)
    if words[-1] == "Front" and words[0] in _SIDES and len(words) == 2:  # noqa: PLR2004 -- "the Eastern Front" of a war
        return None
    if "Terrorist" in words or words[-1] == "Ally":  # what somebody is designated as
        return None
    if words[0] in _OPENERS and words[-1] in KIND_OF:
        return "policy" if words[-1] == "Act" else "initiative"
    if "Plan" in words and "Joint" in words:
        return "agreement"
    if link is not None and link > 0 and words[link - 1] in KIND_OF:
        return KIND_OF[words[link - 1]]
    if words[-1].isdigit() and words[-2] in ("Resolution", "Order"):
        return KIND_OF[words[-2]]
    return KIND_OF.get(words[-1].partition("/")[0])


def short_bodies(found: dict[str, Newcomer], paragraphs: tuple[str, ...], known: frozenset[str]) -> dict[str, Newcomer]:
    """Return the heads by which bodies are named again, "the Administration", for the one that is named most.

    known -- names that are known: where one has the same head, "the Council" may be that one
    """
    heads = {name.split()[-1] for name in known if " " in name}
    whole = "\n".join(paragraphs)
    short: dict[str, Newcomer] = {}
    for each in sorted(found.values(), key=lambda each: whole.count(each.whole)):
        head = each.surface.split()[-1] if " " in each.surface else ""
        first, _, last = each.surface.partition(" ")
        company = (
            each.kind == "Organization"
            and last in _COMPANIES
            and not any(word in known or word in NOT_FIRST for word in (first, first.lower()))
        )
        alone = first if company else each.surface.removesuffix(" Group")
        if (
            alone != each.surface
            and " " not in alone
            and re.search(rf"\b{alone}\b(?! [A-Z])", whole)
            and alone not in found
        ):
            short[alone] = Newcomer(alone, each.whole, each.kind)
        middle = each.surface.partition(" of ")[0].split()[-1]  # "the Ministerial Council of the GCC"
        for word in {head: 0, first if first in ("Ministry", "Department") else "": 0, middle: 0}:
            if each.kind != "GovernmentBody" or word not in _SHORT_HEADS or word in found or word in heads:
                continue
            for surface in re.findall(rf"\b[Tt]he {word}{NO_LONGER}", whole):
                short[surface] = Newcomer(surface, each.whole, each.kind)
    for each in found.values():  # "the Treasury", where the text has "the Treasury Department"
        for word in LISTS["bodies"].split():
            if each.kind == "GovernmentBody" and word in each.whole.split()[:-1] and word in found:
                short[word] = Newcomer(word, each.whole, each.kind)
    return short
