"""What kind of speaker words without a name are: a body, one person, an outlet, or several people."""

from __future__ import annotations

import re
from typing import Final

from tiebook.draft.rules.names.groups import BODY

_ONE: Final = (
    "official",
    "diplomat",
    "analyst",
    "scholar",
    "expert",
    "commentator",
    "strategist",
    "lawmaker",
    "negotiator",
    "adviser",
    "advisor",
    "aide",
    "minister",
    "president",
    "representative",
    "delegate",
    "envoy",
    "ambassador",
    "secretary",
    "premier",
    "chancellor",
    "general",
    "man",
    "woman",
    "person",
)
_OUTLETS: Final = ("newspaper", "outlet", "tabloid", "broadcaster", "website", "daily")
_BEHIND: Final = re.compile(r"\s+(?:of|for|in|within|at|from|with|familiar|close)\b")  # "official in Kabul"


def kind_of_people(said: str) -> str:
    """Return the kind of people who have no name: a body of a state, one person, or several."""
    if BODY.fullmatch(said):
        return "GovernmentBody"
    head = _BEHIND.split(said, maxsplit=1)[0]
    if head.lower().endswith(_OUTLETS):
        return "Organization"
    return "Person" if head.rsplit(maxsplit=1)[-1].lower().endswith(_ONE) else "Collective"
