"""Values as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from tiebook.ask.document.structure import AlsoSaid, Mark
from tiebook.support.numbers import short_number
from tiebook.support.plain import plain

_NODE: Final = {"labels", "properties"}
_EDGE: Final = {"type", "properties"}


def text_of(value: Any) -> str:
    """Return a value as a reader sees it: nothing for None, lists with commas, no character that a terminal obeys."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(text_of(item) for item in value)
    if isinstance(value, float):
        return short_number(value)
    return plain(whole_text(value) if isinstance(value, dict) else str(value))


def whole_text(value: Mapping[str, Any]) -> str:
    """Return a whole node, edge or path in a line: its labels or type, its id and its name; the data forms have all of it.

    A map of another shape is as Python writes it.
    """
    keys = set(value)
    if keys == {"nodes", "relationships"} and value["nodes"]:
        first, *others = map(_entity, value["nodes"])
        steps = [f"-{edge['type']}- {node}" for edge, node in zip(value["relationships"], others, strict=True)]
        return " ".join([first, *steps])
    return _entity(value) if keys in (_NODE, _EDGE) else str(value)


def _entity(value: Mapping[str, Any]) -> str:
    kind, own = value["type"] if "type" in value else ":".join(value["labels"]), value["properties"]
    name = own.get("name") or own.get("gloss")
    called = own.get("id") or own.get("key")
    if called is None and name is None:
        return str(value)
    said = f"{called} ({name})" if called is not None and name not in (None, called) else str(called or name)
    return said if said.startswith(f"{kind}/") else f"{kind} {said}"  # the id of a tie begins with its type


def marks_text(marks: Iterable[Mark]) -> str:
    """Return marks as they stand beside a row."""
    return "; ".join(plain(mark.text) for mark in marks)


def also_said_counts(said: Iterable[AlsoSaid]) -> str:
    """Return how many claims of each kind there are: "2 denied, 1 sought"."""
    return ", ".join(f"{each.count:,} {each.kind}" for each in said)
