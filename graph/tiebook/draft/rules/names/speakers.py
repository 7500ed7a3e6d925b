"""Whom a paragraph names by what they are, because they say something: "a Kazakh diplomat", "analysts at the institute"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words import vocabulary as words


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
