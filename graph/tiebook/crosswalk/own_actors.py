"""Makes actors of names that are no states: armed groups, companies, persons, each known by its source's name or number."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from tiebook.model.records import Entity

_LONGEST: Final = 80
_SPELT: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "ħ": "h"}
)
_GAP: Final = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Return a name as an id: letters and digits of ASCII with hyphens between.

    Names that differ in a letter or digit have different ids: where one of another script is left out or spelt otherwise, the id
    ends in a mark made of the whole name, as it does where it would be too long or has an @. Case, accents and other punctuation
    make no difference.
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    made = _GAP.sub("-", folded.translate(_SPELT).encode("ascii", "replace").decode().replace("?", "")).strip("-")
    loses = _loses(folded) or "@" in folded  # @name is another account than name
    if made and len(made) <= _LONGEST and not loses:
        return made
    told_by = (
        "".join(char for char in folded if char == "@" or unicodedata.category(char)[0] in "LNM")
        if made and loses
        else text
    )
    return f"{made[: _LONGEST - 9].strip('-')}-{_mark(told_by)}".strip("-")


def _loses(folded: str) -> bool:
    """Return whether a decomposed name has letters, digits or vowel signs that are not of ASCII, and are no accents on those."""
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
