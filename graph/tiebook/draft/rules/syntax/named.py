"""Who is named in a noun phrase, and what of theirs the phrase is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tiebook.draft.rules.syntax.tokens import Name


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a noun phrase names or refers to.

    place -- of the token; owned -- the noun that is the head, where the phrase is about something of theirs ("Iranian oil")
    reference -- "it", "their": to be resolved, then `name` is None
    """

    name: Name | None
    place: int
    owned: str = ""
    reference: str = ""

    @property
    def itself(self) -> Named:
        """Whom the phrase names, whatever of theirs it is about: Iran of "Iranian oil"."""
        return replace(self, owned="")


def themselves(those: Iterable[Named]) -> list[Named]:
    """Return whom phrases name, whatever of theirs these are about."""
    return [each.itself for each in those]
