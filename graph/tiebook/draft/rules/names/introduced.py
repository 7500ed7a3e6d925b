"""What the finders of names share: a newcomer, what a word in capitals looks like, and the heads that say what a name is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiebook.draft.rules.words.lists import HEADS, LISTS
from tiebook.model.codebook import codebook

KIND_OF: Final = {word: kind for kind, heads in HEADS.items() for word in heads.split()}
REGIONS: Final = "|".join(" ".join(name.split()) for name in LISTS["regions"].split(","))
_LATIN: Final = [
    chr(code) for code in (*range(0xC0, 0x180), 0x218, 0x219, 0x21A, 0x21B)
]  # "Erdo\u011fan", "Vu\u010di\u0107"
UPPER: Final = "A-Z" + "".join(letter for letter in _LATIN if letter.isupper())
LOWER: Final = "a-z" + "".join(letter for letter in _LATIN if letter.islower())
CAP: Final = (
    rf"(?:(?:al|el|ar|er|as|es|an|ad|ed|at|az|ash|ul|ud|uz)-[{UPPER}]\w+|[{UPPER}][{LOWER}]+(?:[{UPPER}][{LOWER}]+)?"
    rf"(?:[-'\u2018\u2019](?!s\b)[{UPPER}{LOWER}]+)*|[A-Z]{{2,6}}\b|U\.S\.|U\.N\.|U\.K\.)"
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
    " System Systems Process Income Index Region Sea"
    " Concept Paper Assessment Guidance Review Compass Outlook Estimate Posture".split()
)
COMPANY: Final = frozenset("Ltd Limited Inc Corp LLC PLC GmbH Pte Pvt Co".split())  # with which names of companies end
NOT_FIRST: Final = frozenset(LISTS["no_first_word"].split())
BEFORE_TITLES: Final = frozenset("deputy vice assistant acting first under general".split())


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
