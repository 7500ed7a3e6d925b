"""Keeps an answer to a size that an assistant can read: what does not fit is counted and can be asked for."""

from __future__ import annotations

import json
from typing import Final

from tiebook.assistant.results import Result, SaidKind

MOST: Final = 24_000  # characters of JSON in one answer, about: 6,000 tokens


class Size:
    """The room that is left in one answer."""

    def __init__(self, most: int = MOST) -> None:
        """Begin with all of it."""
        self.left = most

    def takes(self, part: Result, *, at_least: bool = False) -> bool:
        """Return whether a part fits, and take its room.

        at_least -- it is the first: it comes, whatever its size
        """
        size = len(json.dumps(part.sent(), ensure_ascii=False))
        if size > self.left and not at_least:
            self.left = 0  # what comes after it would leave a hole
            return False
        self.left = max(0, self.left - size)
        return True

    def shortened(self, said: SaidKind, most: int | None = None) -> SaidKind:
        """Return what is said with as many of its claims as fit; its count stays, and what is left out is said.

        most -- claims, where they are not to be as many as fit
        """
        claims = [claim for index, claim in enumerate(said.claims[:most]) if self.takes(claim, at_least=index == 0)]
        if len(claims) == said.count:
            return said
        wanted = said.count if most is None else min(said.count, most)
        how = "all_said shows all" if len(claims) == wanted else "no more fit in one answer: ask for less"
        return said.model_copy(update={"claims": claims, "shown": f"{len(claims)} of {said.count}: {how}"})
