"""Groups by the alliance that they are in, who leads them or where they are: "Allies", "the Peruvian-led coalition"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.draft.rules.syntax.tokens import Name

_SORTS: Final = (
    r"(?i:(?:all|most|many|some|several|other|individual|European|eastern|western|northern|southern|Baltic|Nordic|Arctic|willing"
    r"|new|newer|larger|smaller|non-U\.S\.|NATO|fellow|remaining|frontline|two|three|four|five)\s+(?:of\s+(?:the\s+)?)?)"
)
_ALLIES: Final = re.compile(
    rf"\b{_SORTS}{{0,3}}Allies\b(?!\s+(?:of|such|like|including|[A-Z])|['\u2019])"
    rf"|\b{_SORTS}{{0,2}}Allied (?:leaders|governments|nations|countries|ministers|heads of state and government|capitals"
    r"|foreign ministers|def[e]n[cs]e ministers)\b"
)
_FULL: Final = re.compile(r"\bNATO\b|\bAlliance\b|\bAtlantic\b")
_MIDDLE: Final = re.compile(r"(?<![.?!:;\u201d\"] )(?<!\n)(?<!^)\bAllies\b")
_LED: Final = re.compile(
    r"[-\u2010\u2011]led\s+(?:(?:military|naval|maritime|security|multinational|international|regional|anti-\w+|global|Arab"
    r"|Western)\s+){0,2}(coalition|alliance|bloc|grouping|task force|(?:stabili[sz]ation |monitoring )?force)\b"
    r"(?!\s+of\b)"
)
_BASED: Final = re.compile(
    r"[-\u2010\u2011]based\s+(?:(?:[a-z]+|[A-Z][a-z]+ist)\s+){0,2}?"
    r"(?P<head>militants|militant groups?|terrorist groups?|armed groups?|rebels|insurgents|terrorists|separatists|fighters"
    r"|militias?|firms|companies|company|firm|banks|traders|refiners|exiles|dissidents|entities|individuals|networks?)\b(?!\s+[A-Z])"
)
_ARMED: Final = re.compile(r"militant|terrorist|armed|rebels|insurgents|separatists|fighters|militia")


def are_written(texts: Sequence[str]) -> bool:
    """Return whether a text calls the members of an alliance "Allies"."""
    whole = "\n".join(texts)
    return _FULL.search(whole) is not None or _MIDDLE.search(whole) is not None


def alliances(text: str, names: Sequence[Name], *, allied: bool) -> Iterator[Name]:
    """Yield the members of an alliance that calls them "Allies", coalitions by who leads them, groups by where they are based.

    allied -- the text speaks of such an alliance
    """
    for match in _ALLIES.finditer(text) if allied else ():
        yield Name(match[0], match.start(), match.end(), "Collective", new=True)
    for name in names:
        if name.label != "Actor" or name.kind not in ("State", "Organization", "Bloc"):
            continue
        led = _LED.match(text, name.end)
        if led is not None:
            kind = "Military" if led[1].endswith("force") else "Bloc"
            yield Name(text[name.start : led.end()], name.start, led.end(), kind, new=True, of=(name, "led"))
        based = _BASED.match(text, name.end)
        if based is not None:
            kind = "ArmedGroup" if _ARMED.search(based["head"]) else "Collective"
            yield Name(text[name.start : based.end()], name.start, based.end(), kind, new=True)
