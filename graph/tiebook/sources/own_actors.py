"""Makes actors of names that are no states: armed groups, companies, persons, each known by its source's name or number."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

from tiebook.model.records import Entity

_LONGEST: Final = 80


def slug(text: str) -> str:
    """Return a name as an id: letters and digits of ASCII with hyphens; long ones end in a mark of their own."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if made and len(made) <= _LONGEST:
        return made
    mark = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{made[: _LONGEST - 9].strip('-')}-{mark}".strip("-")


def group_of(name: str, note: str | None = None) -> Entity:
    """Return an armed group that a source names; two sources that spell it alike mean one group."""
    return Entity("Actor", f"group-{slug(name)}", name, "ArmedGroup", note=note)
