"""What each source says about a thing that several declare, so that unloading a source removes what only it said.

What was loaded first stays; later sources add what it does not say, and their names as aliases. Where the sources do not all say
what the node then says, the node keeps what each of them says, in the order in which they were loaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tiebook.errors import BadSource
from tiebook.model.records import Node, Props
from tiebook.model.schema import DECLARATIONS, node_labels

Said = dict[str, Props]  # by source, the first loaded first; without `sources`


def said_by_source(node: Node) -> Said:
    """Return what each source says of a node.

    Raises BadSource if the node holds what Tiebook does not write.
    """
    found = declared(node)
    if not found:
        return dict.fromkeys(_sources(node), own(node))
    if set(found) != set(_sources(node)):
        raise BadSource(f"{node.id}: its {DECLARATIONS} are not those of its sources: {', '.join(found)}")
    return found


def declared(node: Node) -> Said:
    """Return what a node holds of what each source says; nothing where all say what the node says.

    Raises BadSource if that is not as Tiebook writes it.
    """
    texts = node.props.get(DECLARATIONS)
    return dict(_read(node, text) for text in texts) if isinstance(texts, list) else {}


def own(node: Node) -> Props:
    """Return what a source says of a node that it declares alone."""
    return {name: value for name, value in node.props.items() if name not in ("sources", DECLARATIONS)}


def without_declarations(node: Node) -> Node:
    """Return a node as the one source has it that declares it."""
    if DECLARATIONS not in node.props:
        return node
    return replace(node, props={name: value for name, value in node.props.items() if name != DECLARATIONS})


def as_one(node: Node, found: Said, order: Iterable[str] | None = None) -> Node:
    """Return the node of a label, id and kind that is all that some sources say.

    order -- the sources in the order in which another graph had them
    """
    if order:
        places = {source: place for place, source in enumerate(order)}
        found = dict(sorted(found.items(), key=lambda each: places.get(each[0], -1)))
    first, *others = found.values()
    whole = dict(first)
    for props in others:
        names = {*_texts(whole, "aliases"), *_texts(props, "aliases"), str(props["name"])}
        whole = {**props, **whole, "aliases": sorted(names - {str(whole["name"])})}
    together: Props = {**whole, "sources": sorted(found)}
    if any(props != whole for props in found.values()):
        together[DECLARATIONS] = [
            json.dumps([source, props], ensure_ascii=False, sort_keys=True, default=_day)
            for source, props in found.items()
        ]
    return replace(node, props=together)


def _read(node: Node, text: object) -> tuple[str, Props]:
    try:
        source, props = json.loads(str(text), object_hook=_whole_day)
    except (ValueError, TypeError):
        source, props = None, None
    known = node_labels()[node.label]
    if not (isinstance(source, str) and isinstance(props, dict) and isinstance(props.get("name"), str)) or not all(
        name in known and _is_value(value) for name, value in props.items()
    ):
        raise BadSource(f"{node.id}: its {DECLARATIONS} are not as Tiebook writes them: {str(text)[:60]}")
    return source, props


def _is_value(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str | int | float | date)


def _day(value: object) -> dict[str, str]:
    assert isinstance(value, date)  # noqa: S101 -- all else that a property may be is JSON
    return {"day": value.isoformat()}


def _whole_day(found: dict[str, Any]) -> Any:
    return date.fromisoformat(found["day"]) if list(found) == ["day"] else found


def _sources(node: Node) -> list[str]:
    return _texts(node.props, "sources")


def _texts(props: Props, key: str) -> list[str]:
    value = props.get(key)
    return value if isinstance(value, list) else []
