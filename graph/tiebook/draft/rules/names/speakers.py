"""Whom a text names because they say something: by what they are, "a Kazakh diplomat", or by turns, "ROJAS: ..."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.draft.rules.names.introduced import CAP, KIND_OF, NOT_FIRST, PARTICLE, UPPER, Newcomer
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lists import LISTS


def _forms(verbs: frozenset[str], kinds: tuple[str, ...]) -> str:
    """Return the forms of verbs, as an alternative of a pattern."""
    return "|".join(sorted(form for form, (verb, kind) in words.VERBS.items() if verb in verbs and kind in kinds))


_SAYS: Final = _forms(words.REPORTS, ("past", "s", "base"))
_SAID: Final = _forms(words.REPORTS | {"call"}, ("past", "s"))
_MANY: Final = (
    "officials|diplomats|analysts|experts|researchers|scholars|economists|historians|observers|commentators|strategists|lawmakers|fellows"
    "|executives|officers|advisers|scientists"
)
_ONE: Final = (
    r"(?:official|diplomat|analyst|expert|scholar|researcher|officer|lawmaker|commentator|adviser|negotiator|envoy)"
)
_BEFORE: Final = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:(?:senior|former|retired|top|leading|Western|unnamed) ){0,2}$"
)
_HEAD: Final = re.compile(rf" (?:[a-z-]+ ){{0,2}}?{_ONE}\b(?P<says>,? (?:who |has |had )?(?:{_SAID})\b)?")
_BY: Final = re.compile(rf"\b(?:(?:{_SAID})|according to|by) an?(?: (?:senior|former|retired|top))* $")
_AT: Final = re.compile(
    rf"\b(?:(?:[Ss]ome|[Ss]everal|[Mm]any|[Ss]enior|[Ff]ormer|[Rr]etired|[Tt]wo) )?(?i:{_MANY}) (?:at|from|with) (?:the )?$"
)
_CROWD: Final = re.compile(
    r"(?:(?<=^)|(?<=[.?!;:,\u201d\"] ))(?:[Ss]ome |[Mm]any |[Mm]ost |[Oo]ther )?"
    r"(?i:critics|proponents|opponents|supporters|advocates|sceptics|skeptics|observers|analysts|experts)"
    rf"(?=(?: also| often| have| had| now)* (?:{_SAYS})\b)"
)
JOINED: Final = re.compile(
    r" and ([A-Z][\w.]+)((?: (?!and\b|or\b)[a-z-]+){0,2}? (?:officials|diplomats|leaders|analysts|officers))\b"
)
_TURN: Final = re.compile(
    rf"(?m)^[ \t]*(?:[-\u2013\u2014][ \t]*)?([{UPPER}][{UPPER}'\u2019.-]+(?: [{UPPER}][{UPPER}'\u2019.-]*){{0,3}}"
    rf"|{CAP}(?:[ ]{PARTICLE}{CAP}){{1,3}}):\s"
)
_NO_NAME: Final = frozenset(  # what stands there without being a name
    "question answer interviewer interviewee moderator host speaker reporter anchor narrator chair note source sources update"
    " background summary analysis conclusion recommendation key figure table box annex".split()
)
_HONOURS: Final = words.TITLES | frozenset(LISTS["callings"].split()) | {"mr", "ms", "mrs", "dr", "sir"}
_NEVER: Final = frozenset({*NOT_FIRST, *KIND_OF})
_AGAIN: Final = 2  # turns by which a name alone is somebody who speaks


def speakers(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield those who speak in a paragraph and have no name."""
    at = {name.start: name for name in names}
    for name in names:
        if name.label != "Actor":
            continue
        one = _HEAD.match(text, name.end) if name.kind == "State" and not name.seat else None
        article = _BEFORE.search(text[: name.start]) if one is not None else None
        if one is not None and article is not None and (one["says"] or _BY.search(text[: name.start])):
            start = article.start() + len(article[0].split(maxsplit=1)[0]) + 1
            end = one.end() - len(one["says"] or "")
            yield Name(text[start:end], start, end, "Person", new=True)
        body = name.kind in ("Organization", "GovernmentBody")
        staff = _AT.search(text[: name.start]) if body and not name.adjective else None
        if staff is not None:
            yield Name(text[staff.start() : name.end], staff.start(), name.end, "Collective", new=True)
        both = JOINED.match(text, name.end) if name.adjective else None
        second = at.get(both.start(1)) if both is not None else None
        if both is not None and second is not None and second.adjective and second.end == both.end(1):
            yield Name(text[name.start : both.end()], name.start, both.end(), "Collective", new=True)
    for match in _CROWD.finditer(text):
        yield Name(match[0], match.start(), match.end(), "Collective", new=True)


def turns(paragraphs: tuple[str, ...], known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield those who speak in turn, each by the fullest name that the text has: "ROJAS" is Ana Rojas."""
    whole = "\n".join(paragraphs)
    said = Counter(match[1] for match in _TURN.finditer(whole))
    said = Counter({name: times for name, times in said.items() if _may_be_one(name, known)})
    for name, times in said.items():
        last = name.split()[-1]
        longer = [one for one in said if one != name and one.split()[-1] == last and " " in one and " " not in name]
        full = next(iter(longer), name)
        plain = full.title()
        spelled = re.search(rf"\b{re.escape(plain)}\b", whole) is not None
        if times >= _AGAIN or (spelled and " " in full) or (" " in name and last in said):
            yield Newcomer(name, plain if spelled else full, "Person")


def _may_be_one(name: str, known: frozenset[str]) -> bool:
    """Return whether words before a colon may be a name: none is known, a title, or what a note begins with."""
    parts = name.split()
    those = {*parts, *(word.capitalize() for word in parts)}
    common = {word.lower().rstrip(".") for word in parts} & (_NO_NAME | _HONOURS)
    return name not in known and not common and known.isdisjoint(those) and those.isdisjoint(_NEVER)
