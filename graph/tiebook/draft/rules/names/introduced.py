"""What the finders of names share: a newcomer, what a word in capitals looks like, and the heads that say what a name is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiebook.draft.rules.words.lists import HEADS, LISTS
from tiebook.model.codebook import codebook

KIND_OF: Final = {word: kind for kind, heads in HEADS.items() for word in heads.split()}
REGIONS: Final = "|".join(" ".join(name.split()) for name in LISTS["regions"].split(","))
CAP: Final = (
    r"(?:(?:al|el|ar|as)-[A-Z]\w+|[A-Z][a-z\u00e0-\u00ff]+(?:[A-Z][a-z]+)?"
    r"(?:[-'\u2018\u2019](?!s\b)[A-Za-z]+)*|[A-Z]{2,6}\b|U\.S\.|U\.N\.|U\.K\.)"
)
PARTICLE: Final = (
    r"(?:(?:van|von|der|den|de|da|dos|del|di|du|la|le|bin|ibn|al|el|abu|ben|ter|zu)\s+){0,2}"  # Pieter van Dalen
)
NO_LONGER: Final = r"(?!\s+(?:of|for|on)\b|\s+[A-Z]|\w)"  # "the Council" is none of "the Council of Ministers"
FIELDS: Final = (
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
NO_BODY: Final = frozenset(
    "Act Bill Law Program Programme Scheme Talks Report Rule Rules Controls Product Area Intelligence Investment Zone Weapons"
    " System Systems Process Income Index Region Sea".split()
)
NOT_FIRST: Final = frozenset(LISTS["no_first_word"].split())


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
