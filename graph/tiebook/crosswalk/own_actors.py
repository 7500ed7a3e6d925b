"""Makes actors of names that are not states: armed groups, companies, persons, each known by its source's name or number."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final

from tiebook.model.records import Entity
from tiebook.support.names import SPELT

_LONGEST: Final = 80
_GAP: Final = re.compile(r"[^a-z0-9]+")
# what other punctuation is not: C, C++ and C# are three, as are NET and .NET, A and A-; marks of trade and footnotes tell nothing
_SIGN: Final = re.compile(r"[#%@+<=>$]|(?:^|(?<=\s))[-\u2212](?=\d)|(?<=\w)[-\u2212]$|^\.(?=\w)")
_SYMBOLS: Final = ("Sm", "Sc", "So")
_NO_SIGNS: Final = frozenset("|~©®")
_EXACT: Final = re.compile(r"\S*(?:@|://)\S*")  # a handle, an address: each of its characters counts


def slug(text: str) -> str:
    """Return a name as an id: letters and digits of ASCII with hyphens between.

    Names that differ in a letter, digit or sign have different ids: where one of another script is left out or spelt otherwise, or
    a sign is left out (C++), the id ends in a mark made of the whole name, as it does where it would be too long. Case, accents and
    other punctuation make no difference, except in addresses (@a_b, https://a.b).
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    made = _GAP.sub("-", folded.translate(SPELT).encode("ascii", "replace").decode().replace("?", "")).strip("-")
    signs, exact = _signs(folded), _EXACT.fullmatch(folded)
    loses = bool(signs or exact) or _loses(folded)
    if made and len(made) <= _LONGEST and not loses:
        return made
    told_by = text
    if loses:
        told_by = folded if exact else _told_by(folded, signs)
    return f"{made[: _LONGEST - 9].strip('-')}-{_mark(told_by)}".strip("-")


def _signs(folded: str) -> frozenset[int]:
    """Return the places of the characters that are not letters or digits, but still distinguish names."""
    found = {each.start() for each in _SIGN.finditer(folded)}
    if not folded.isascii():
        found.update(
            place
            for place, char in enumerate(folded)
            if unicodedata.category(char) in _SYMBOLS and char not in _NO_SIGNS
        )
    return frozenset(found)


def _told_by(folded: str, signs: Collection[int]) -> str:
    """Return what distinguishes a name from others: its letters, digits, vowel signs and symbols."""
    return "".join(
        char for place, char in enumerate(folded) if place in signs or unicodedata.category(char)[0] in "LNM"
    )


def _loses(folded: str) -> bool:
    """Return whether a decomposed name has letters, digits or vowel signs that are not of ASCII, and are not accents on those."""
    base = ""
    for char in folded:
        if unicodedata.category(char) == "Mn":
            if not base.isascii():
                return True
            continue
        base = char
        if not char.isascii() and unicodedata.category(char)[0] in "LNM":
            return True
    return False


def group_of(name: str, note: str | None = None) -> Entity:
    """Return an armed group that a source names; two sources that spell it alike mean one group."""
    return Entity("Actor", f"group-{slug(name)}", name, "ArmedGroup", note=note)


def own_ids(prefix: str, numbers: Iterable[str]) -> dict[str, str]:
    """Return the id of the actor of each number or code of a source; numbers that differ, if only in case, have different ids."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for number in numbers:
        alike[slug(number)].add(number)
    return {
        number: f"{prefix}-{made}" if len(several) == 1 else f"{prefix}-{made}-{_mark(number)}"
        for made, several in alike.items()
        for number in several
    }


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
