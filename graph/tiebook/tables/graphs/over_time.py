"""Attributes of GEXF that change over time: of an edge, each spell with one set of values becomes an edge; of a node, words."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.etree import ElementTree as ET  # writes, and names the type

_ENDLESS: Final = re.compile(r"[-+]?inf(?:inity)?", re.IGNORECASE)
_DATE: Final = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?")
_TIMED: Final = ("start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals")
Spell = tuple[str | None, str | None]
Key = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class _Value:
    """What an attribute says in a spell; None is an end that is open."""

    attribute: str
    value: str
    spell: Spell


def without_change(graph: ET.Element) -> bool:
    """Write edges and nodes so that their attributes do not change over time; return whether any did.

    An edge is cut where a value changes, so that each part has the values of its time.
    """
    classes = [each for each in graph.iterfind("{*}attributes") if each.get("mode") == "dynamic"]
    timed = [each for each in graph.iter() if _tag(each) == "attvalue" and _spells_of(each)]
    for each in classes:
        each.set("mode", "static")
    for edges in [each for each in graph.iter() if _tag(each) == "edges"] if timed else ():
        for place, edge in reversed(list(enumerate(edges))):
            parts = _cut(edge)
            if parts:
                edges.remove(edge)
                for part in reversed(parts):
                    edges.insert(place, part)
    worded = {name for each in graph.iter() if timed and _tag(each) in ("node", "edge") for name in _in_words(each)}
    for attribute in graph.iterfind("{*}attributes/{*}attribute"):
        if attribute.get("id") in worded:
            attribute.set("type", "string")
    return bool(classes or timed)


def _cut(edge: ET.Element) -> list[ET.Element]:
    """Return an edge for each spell in which its attributes do not change.

    None if they never do, if times have no order, or if some values hold at moments and others in spells.
    """
    values = list(_values(edge))
    moments = {value.spell[0] == value.spell[1] for value in values}
    there = _spells_of(edge) or [_times(each) for each in edge.iterfind("{*}spells/{*}spell")] or [(None, None)]
    key = _order([each for value in values for each in value.spell] + [each for spell in there for each in spell])
    if not values or key is None or len(moments) > 1:
        return []
    parts = []
    for spell in there:
        for piece in _pieces(spell, [value.spell for value in values], key):
            part = copy.deepcopy(edge)
            for each in [each for each in part if _tag(each) == "spells"]:
                part.remove(each)
            for name in _TIMED:
                part.attrib.pop(name, None)
            for name, time in zip(("start", "end"), piece, strict=True):
                if time is not None:
                    part.set(name, time)
            held = [value for value in values if _holds(value.spell, piece, key)]
            if not held and spell == (None, None):  # an edge without times is there when something is said of it
                continue
            _say(part, {value.attribute: value.value for value in held})
            parts.append(part)
    return parts


def _pieces(spell: Spell, changes: Sequence[Spell], key: Key) -> list[Spell]:
    """Return the parts of a spell between which something changes; or the moments in it at which something is said."""
    start, end = spell
    inner = {time for change in changes for time in change if time is not None}
    bounds = sorted(
        {each for each in inner if (start is None or key(start) < key(each)) and (end is None or key(each) < key(end))},
        key=key,
    )
    if all(change[0] == change[1] for change in changes):
        return [(each, each) for each in sorted(inner, key=key) if _holds(spell, (each, each), key)]
    return list(zip([start, *bounds], [*bounds, end], strict=True))


def _holds(spell: Spell, piece: Spell, key: Key) -> bool:
    """Return whether a spell has all of a part in it."""
    (start, end), (first, last) = spell, piece
    begun = start is None or (first is not None and key(start) <= key(first))
    return begun and (end is None or (last is not None and key(last) <= key(end)))


def _order(times: Sequence[str | None]) -> Key | None:
    """Return by what times are compared: as numbers, or as dates; None if they are neither."""
    said = [each for each in times if each is not None]
    try:
        list(map(float, said))
    except ValueError:
        return str if all(map(_DATE.fullmatch, said)) else None
    return float


def _values(element: ET.Element) -> Iterator[_Value]:
    """Return the values of an element that hold for a time."""
    for each in element.iterfind("{*}attvalues/{*}attvalue"):
        for spell in _spells_of(each):
            yield _Value(each.get("for", each.get("id", "")), each.get("value", ""), spell)


def _spells_of(value: ET.Element) -> list[Spell]:
    """Return the spells and moments in which a value holds, as GEXF 1.2 and 1.3 write them; nothing for one that always holds."""
    moments = _within(f"{value.get('timestamp', '')},{value.get('timestamps', '').strip('<[]> ')}")
    several = [_within(each) for each in value.get("intervals", "").split(";")]
    spells: list[Spell] = [(_open(each), _open(each)) for each in moments]
    spells += [(_open(each[0]), _open(each[-1])) for each in several if each]
    plain = _times(value)
    return spells + ([plain] if plain != (None, None) else [])


def _times(element: ET.Element) -> Spell:
    start, end = (element.get(name, element.get(f"{name}open")) for name in ("start", "end"))
    return _open(start), _open(end)


def _open(time: str | None) -> str | None:
    return None if time is None or not time.strip() or is_endless(time) else time.strip()


def is_endless(time: str) -> bool:
    """Return whether a time is none: Gephi writes -Infinity and Infinity."""
    return _ENDLESS.fullmatch(time.strip()) is not None


def _within(text: str) -> list[str]:
    return [each.strip() for each in text.strip("<[(])> ").split(",") if each.strip()]


def _say(element: ET.Element, values: dict[str, str]) -> None:
    """Replace the values of an element that hold for a time with others that always hold."""
    for said in element.iterfind("{*}attvalues"):
        for each in [each for each in said if _spells_of(each)]:
            said.remove(each)
        for name, value in values.items():
            ET.SubElement(said, f"{said.tag.rpartition('}')[0]}}}attvalue", {"for": name, "value": value})


def _in_words(element: ET.Element) -> list[str]:
    """Write values that hold for a time as one text: 3 (2001 to 2005); 4 (from 2005). Return the attributes that have some."""
    found: dict[str, list[str]] = {}
    for each in _values(element):
        start, end = each.spell
        when = f"from {start}" if end is None else f"to {end}" if start is None else f"{start} to {end}"
        found.setdefault(each.attribute, []).append(f"{each.value} ({start if start == end else when})")
    if found:
        _say(element, {name: "; ".join(said) for name, said in found.items()})
    return list(found)


def _tag(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]
