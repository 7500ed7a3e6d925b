"""What a field of a claim is in format 2 where the claim does not say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tiebook.model.codebook import codebook


def defaults(values: Mapping[str, Any], label: str, author: str) -> dict[str, Any]:
    """Return the derived aspect, stance, sign, `by` and kind of constraint of a claim.

    label -- that of the entity at the claim's beginning
    author -- the id of the author
    """
    tie = codebook().ties.get(str(values.get("tie")))
    sought = values.get("mode") == "sought"
    found: dict[str, Any] = {}
    if tie is not None:
        found["aspect"] = "disposition" if sought else "event" if label == "Event" else tie.aspect
        found["sign"] = tie.sign
    holder = values.get("holder")
    first = holder[0] if isinstance(holder, list) and holder else holder
    found["stance"] = "reports" if first and first != author else "asserts"
    if sought:
        found["by"] = [values["from"]]
    if tie is not None and tie.name == "CONSTRAINS":
        found["constraint"] = "imposed" if label in ("Actor", "Instrument") else "structural"
    return found
