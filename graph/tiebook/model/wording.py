"""The words by which a text says a tie: the lines of `words` in the codebook, read into patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from tiebook.model.codebook import codebook

Shape = Literal["verb", "adjective", "noun", "role", "compound"]

PREPOSITIONS: Final = frozenset(
    "about above against around as at behind between by for from in inside into near of on over regarding through to toward towards"
    " upon with".split()
)
_CLASS: Final = re.compile(r"\{([a-z]+)\}")
_WORD: Final = re.compile(r"[a-z][a-z-]*")
_COMPOUND: Final = re.compile(r"([a-z]+-)?([AB])(-[a-z]+)? ([AB])")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of `words`.

    subject -- the end that acts, has or is what the head says: "A" or "B"
    head -- the verb in its base form, the adjective, the noun in the singular, a class of either, the part of a compound with its
        hyphen
    before -- words that stand before a noun: "trade" in "A's trade ties with B"
    steps -- what follows: words, classes as "{arms}", and the other end as "A" or "B"
    denies -- the words say that the tie does not hold
    """

    tie: str
    shape: Shape
    line: str
    subject: str
    head: str
    steps: tuple[str, ...]
    before: tuple[str, ...] = ()
    denies: bool = False

    @property
    def weight(self) -> int:
        """How much it says: of two patterns on the same words the heavier counts."""
        return len(self.steps) + len(self.before)

    @property
    def heads(self) -> tuple[str, ...]:
        """The words that the head stands for: those of its class, or itself."""
        return codebook().word_classes[self.head[1:-1]] if self.head.startswith("{") else (self.head,)


def read_pattern(tie: str, line: str) -> Pattern:
    """Read a line of `words`.

    Raises ValueError if it has none of the five shapes.
    """
    denies = line.startswith("not ")
    said = line.removeprefix("not ")
    compound = _COMPOUND.fullmatch(said)
    if compound is not None and (compound[1] or compound[3]):
        head = compound[1] or compound[3]
        return _checked(Pattern(tie, "compound", line, compound[2], head, (compound[4],), denies=denies))
    subject, words = said[:1], said[1:]
    if words.startswith("'s "):
        return _checked(_noun(tie, line, subject, words[3:].split(), denies=denies))
    if words.startswith(", "):
        return _checked(_role(tie, line, subject, words[2:].split(), denies=denies))
    if words.startswith(" is "):
        head, *steps = words[4:].split()
        return _checked(Pattern(tie, "adjective", line, subject, head, tuple(steps), denies=denies))
    head, *steps = words.split() or [""]
    return _checked(Pattern(tie, "verb", line, subject, head, tuple(steps), denies=denies))


def _noun(tie: str, line: str, subject: str, words: list[str], *, denies: bool) -> Pattern:
    """Return a noun's pattern; its head is the last word before the first preposition."""
    first = next((place for place, word in enumerate(words) if word in PREPOSITIONS), len(words))
    before, head = words[: max(first - 1, 0)], words[first - 1] if first else ""
    return Pattern(tie, "noun", line, subject, head, tuple(words[first:]), tuple(before), denies)


def _role(tie: str, line: str, subject: str, words: list[str], *, denies: bool) -> Pattern:
    found = _noun(tie, line, subject, words, denies=denies)
    return Pattern(tie, "role", line, subject, found.head, found.steps, found.before, denies)


def _checked(found: Pattern) -> Pattern:
    ends = [step for step in found.steps if step in ("A", "B")]
    if found.subject not in ("A", "B") or ends != ["B" if found.subject == "A" else "A"]:
        raise ValueError(f"{found.tie}: {found.line!r} does not name A and B once each, the one that acts first")
    for word in (found.head.strip("-"), *found.before, *found.steps):
        known = _CLASS.fullmatch(word)
        if known and known[1] not in codebook().word_classes:
            raise ValueError(f"{found.tie}: {found.line!r} has the class {word}, which is not declared")
        if not known and word not in ends and not _WORD.fullmatch(word):
            raise ValueError(f"{found.tie}: {found.line!r} has {word!r}, not a lower-case word")
    return found


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """Return the patterns of all types.

    Raises ValueError for a line that is none.
    """
    return tuple(read_pattern(tie.name, line) for tie in codebook().ties.values() for line in tie.wording)
