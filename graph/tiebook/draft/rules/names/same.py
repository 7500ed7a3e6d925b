"""One actor for two spellings of a name: "Nicolás" and "Nicolas", "Ministry of Defense" and "Defence Ministry"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tiebook.draft.names import SPELLINGS, adjectives
from tiebook.draft.rules.names.introduced import Newcomer
from tiebook.support.names import SPELT

_SPELLED: Final = {"labour": "labor"} | {one.lower(): other.lower() for one, other in SPELLINGS}
_INITIAL: Final = re.compile(r"(?:[a-z]\.?)+")  # "r." of "John R. Bolton"
_OFFICE_OF: Final = re.compile(r"^(ministry|department|office|bureau) of (?:the )?(.+)$")
_BODIES: Final = ("GovernmentBody", "Organization", "Military", "Party", "ArmedGroup")
_NAMES: Final = 2  # words that are no initials, of a person with a whole name


def merged(found: Mapping[str, Newcomer], texts: Sequence[str]) -> dict[str, Newcomer]:
    """Return newcomers, those that are spelled in two ways by the name that the text has first."""
    whole = "\n".join(texts)
    wholes = {(each.whole, each.kind) for each in found.values() if " " in each.whole}
    first: dict[tuple[str, str], list[str]] = {}
    for name, kind in sorted(wholes, key=lambda one: (whole.find(one[0]) % (len(whole) + 1), one)):
        sort = kind if kind == "Person" else "body" if kind in _BODIES else None
        if sort is not None:
            first.setdefault((sort, _key(name, sort)), []).append(name)
    same = {name: names[0] for names in first.values() for name in names if _agree(name, names[0])}
    return {surface: replace(each, whole=same.get(each.whole, each.whole)) for surface, each in found.items()}


def _key(name: str, sort: str) -> str:
    """Return what two spellings of a name have in common."""
    words = _plain(name).split()
    if sort == "Person":
        names = [word for word in words if not _is_initial(word)]
        return " ".join(names) if len(names) >= _NAMES else re.sub(r"[\s.]", "", " ".join(words))
    words = [_SPELLED.get(word, word) for word in words]
    words[0] = _states().get(words[0], words[0])
    said = " ".join(words)
    office = _OFFICE_OF.match(said)
    return f"{office[2]} {office[1]}" if office is not None else said


def _agree(name: str, other: str) -> bool:
    """Return whether two names have no different initials: not "John A. Rojas" and "John B. Rojas"."""
    one, two = ([word.strip(".") for word in _plain(each).split() if _is_initial(word)] for each in (name, other))
    return not one or not two or "".join(one).replace(".", "") == "".join(two).replace(".", "")


def _is_initial(word: str) -> bool:
    return len(word) == 1 or (
        "." in word and _INITIAL.fullmatch(word) is not None and max(map(len, word.split("."))) == 1
    )


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("\u2019", "'").translate(SPELT))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """Return the states by their adjectives of one word: "israeli" of Israel."""
    return {word.lower(): state for state, words in adjectives().items() for word in words if " " not in word}
