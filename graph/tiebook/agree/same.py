"""Matches the entities of two codings: coders choose their own ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tiebook.support.names import folded

if TYPE_CHECKING:
    from tiebook.case.build import Case
    from tiebook.model.records import Entity


def same_entities(one: Case, other: Case) -> dict[str, str]:
    """Return, for every entity of `other`, the id in `one` of the same thing; its own id where there is none.

    The same are, in this order: one id; the authors; one ISO code; a name or alias in common, where that is no other's.
    """
    found: dict[str, str] = {}
    ids = {entity.id for entity in one.entities}
    found |= {entity.id: entity.id for entity in other.entities if entity.id in ids}
    found.setdefault(other.source.author, one.source.author)
    keys: tuple[Callable[[Entity], Iterable[str]], ...] = (
        lambda entity: [entity.codes["iso3"]] if "iso3" in entity.codes else [],
        lambda entity: {folded(name) for name in (entity.name, *entity.aliases)},
    )
    for key in keys:
        named: dict[str, set[str]] = defaultdict(set)
        for entity in one.entities:
            for name in key(entity):
                named[name].add(entity.id)
        for entity in other.entities:
            if entity.id not in found:
                met = set[str]().union(*(named.get(name, set()) for name in key(entity))) - set(found.values())
                if len(met) == 1:
                    found[entity.id] = met.pop()
    return {entity.id: found.get(entity.id, entity.id) for entity in other.entities}
