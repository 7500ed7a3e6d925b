"""Sets known by what they belong to or whom they stand beside: "member states", "members of the pact", "allies of Peru"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.syntax.tokens import Name, owner

_NUMBERS: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9][0-9]?"
_SOME: Final = (  # how many, and which of them
    rf"(?:(?i:all|most|many|some|several|both|other|remaining|certain|individual|new|newer|founding|eastern|western|northern|southern"
    rf"|smaller|larger|European|African|Arab|Asian|key|half|majority|{_NUMBERS}|a few)"
    r" (?:of (?:the |its |their )?)?)"
)
_FEW: Final = re.compile(r"(?:two|three|four|five)\b(?! other)")
_PART: Final = re.compile(rf"(?:some|many|most|several|{_NUMBERS}) of ", re.IGNORECASE)
_MEMBER_STATES: Final = re.compile(rf"\b{_SOME}*[Mm]ember (?:states|countries|nations|governments)\b")
_ITS_MEMBERS: Final = re.compile(
    rf"\b(?:(?i:(?P<some>some|many|most|several|all|{_NUMBERS})) of (?P<own>its|their) (?P<role>(?:other )?members)"
    r"|(?:[a-z]+ )?other members|[Cc]ouncil members)\b"
)
_BODIES: Final = ("Organization", "Bloc", "GovernmentBody")
_OF_THEM: Final = re.compile(r" (?:of|in) (?:the )?$")
_ROLE_OF: Final = re.compile(
    rf"\b{_SOME}*(?:(?:close|closest|regional|traditional|main|longtime|Western|U\.S\.) )?"
    r"(?P<role>(?i:allies|neighbou?rs|enemies|rivals|adversaries|partners|members)) of (?:the )?$"
)
_PLAIN: Final = re.compile(
    r" (?:(?:member )?(?:states|countries|nations|governments)|members)\b(?! (?:[A-Z]|such|like)|,? including)"
)
_PREDICATE: Final = re.compile(  # "Peru and Chile are members of the pact", "Peru and Chile, both NATO members,"
    r"(?:\b(?:is|are|was|were|be|been|being|become|became|remain|remains|remained|as|both|fellow|former|among|current|like)"
    r"|\b(?:one|two|three|none|part|number) of(?: (?:the|its)(?: [a-z-]+){0,3})?|,|\(|[-\u2013\u2014])"
    r"\s*(?:the |its |all |both |also |already |not |now )*$"
)
_OWNS: Final = re.compile(r"['\u2019]s?\b|-")
_NAMES: Final = re.compile(  # those who are in it follow, not its abbreviation
    r",? (?:including|such as|like|namely)\b|:| \((?![A-Z]{2,6}\))| [A-Z]|, [A-Z]"
)


def members(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the sets that a paragraph describes by what they are members of, and by whose allies they are."""
    bodies = [name for name in names if name.kind in _BODIES]
    for pattern in (_MEMBER_STATES, _ITS_MEMBERS):
        for match in pattern.finditer(text):
            start, end = match.span()
            if _PREDICATE.search(text[:start]) or _NAMES.match(text, end) or _meant_again(text, start):
                continue
            inner = next((each for each in bodies if start <= each.start < end), None)
            behind = next(
                (each for each in bodies if each.start > end and _OF_THEM.fullmatch(text[end : each.start])), None
            )
            before = {each.who: each for each in bodies if each.end <= start}
            body = inner or behind or (next(iter(before.values())) if len(before) == 1 else None)
            end = behind.end if behind is not None and inner is None else end
            if match.groupdict().get("own") is None:
                yield _set(text, start, end, body, "members")
            elif body is not None:  # "NATO met. Some of its members left"
                whose = text[body.start : body.end]
                said = f"{match['some']} of {owner(whose)} {match['role']}"
                yield replace(_set(text, start, end, body, "members"), who=said, said=text[start:end])
    for name in names:
        if name.label != "Actor" or _OWNS.match(text, name.end):
            continue
        role = _ROLE_OF.search(text[max(name.start - 80, 0) : name.start])
        start = max(name.start - 80, 0) + role.start() if role is not None else name.start
        fits = role is not None and (role["role"] != "members" or name.kind in _BODIES)
        if role is not None and fits and not name.adjective and not _PREDICATE.search(text[:start]):
            if not _NAMES.match(text, name.end):
                yield _set(text, start, name.end, name, role["role"].lower())
            continue
        plain = _PLAIN.match(text, name.end) if name.kind in _BODIES else None
        if plain is not None and not _PREDICATE.search(text[: name.start]) and not _NAMES.match(text, plain.end()):
            some = re.search(rf"{_SOME}+(?:the )?$", text[: name.start])
            start = some.start() if some is not None else name.start
            if not _PREDICATE.search(text[:start]) and not _meant_again(text, start):
                yield _set(text, start, plain.end(), name, "members")


def _meant_again(text: str, start: int) -> bool:
    """Return whether a number of members are those whom a text named before: "the two NATO members"."""
    return text[:start].lower().endswith("the ") and _FEW.match(text, start) is not None


def _set(text: str, start: int, end: int, body: Name | None, role: str) -> Name:
    said = text[start:end]
    whole = role == "members" and _PART.match(said) is None  # that its members are in it says nothing
    of = (body, role) if body is not None and not whole else None
    return Name(said, start, end, "Collective", new=True, of=of)
