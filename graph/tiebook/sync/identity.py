"""Finds where a case and the sources in a graph may not mean the same thing by the same id or name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tiebook.case import Case
from tiebook.engine.base import Engine
from tiebook.model.codebook import UNSPECIFIED
from tiebook.model.records import Entity

_COMPARED: Final = ("name", "kind", "date", "iso3", "cow", "gw", "cameo")
_DESCRIBED: Final = "Collective"  # known by nothing but its description, which may mean another set in another text


def declared_differently(engine: Engine, case: Case) -> list[str]:
    """Return a line for each thing that a case declares and that another source in the graph declares differently.

    Also for each described set that both have, and for each name that means one thing here and another there. An id of two
    kinds of actors is not a difference but a clash, which `sync` refuses.
    """
    if not engine.exists():
        return []
    found = []
    for label in sorted({entity.label for entity in case.entities}):
        entities = {each.id: each for each in case.entities if each.label == label and each.id != UNSPECIFIED}
        found += sorted(_same_id(engine, label, case.id, entities))
        found += sorted(_same_name(engine, label, case.id, entities))
    return found


def _same_id(engine: Engine, label: str, source: str, entities: dict[str, Entity]) -> Iterator[str]:
    query = f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n.id AS id, n.sources AS sources, properties(n) AS props"
    for node_id, sources, props in engine.read(query, {"ids": list(entities)}).rows:
        others = _others(sources, source)
        if not others:
            continue
        entity = entities[node_id]
        own: dict[str, Any] = {"name": entity.name, "kind": entity.kind, "date": entity.date, **entity.codes}
        differing = [
            f"{key} {own[key]!r} here, {props[key]!r} in {others}"
            for key in _COMPARED
            if own.get(key) is not None and props.get(key) is not None and own[key] != props[key]
        ]
        if differing:
            yield f"{node_id}: {'; '.join(differing)}. What was loaded first stays"
        elif entity.kind == _DESCRIBED:
            same = f"{node_id} ({entity.name!r}) is described in {others} too and taken for the same set"
            yield f"{same}; if it is not, give it another id"


def _same_name(engine: Engine, label: str, source: str, entities: dict[str, Entity]) -> Iterator[str]:
    """Yield the names of a case that name something else in another source."""
    own = {name: entity.id for entity in entities.values() for name in (*entity.aliases, entity.name)}
    query = f"""
        MATCH (n:{label}) WHERE n.name IN $names OR any(alias IN n.aliases WHERE alias IN $names)
        RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.sources AS sources
    """
    for node_id, name, aliases, sources in engine.read(query, {"names": sorted(own)}).rows:
        others = _others(sources, source)
        for each in {name, *(aliases or [])} & set(own) if others else ():
            if own[each] != node_id:
                yield f"{each!r} is {own[each]} here and {node_id} in {others}: ask for it by id, or with --source"


def _others(sources: list[str] | None, source: str) -> str:
    return ", ".join(each for each in sources or () if each != source)
