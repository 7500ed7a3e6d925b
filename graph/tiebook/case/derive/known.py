"""The actors that need no entry in a case: those of the crosswalk, by their ids, other names and capital cities."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Final

from tiebook.crosswalk.table import crosswalk
from tiebook.model.records import Entity
from tiebook.support.names import folded

_CITIES: Final = "capitals.csv"


@lru_cache(maxsize=1)
def cities() -> dict[str, tuple[str, ...]]:
    """Return, for the id of an actor, the cities and seats that stand for its government."""
    text = files("tiebook.crosswalk").joinpath(_CITIES).read_text("utf-8")
    return {row["id"]: tuple(row["cities"].split("|")) for row in csv.DictReader(text.splitlines())}


@lru_cache(maxsize=4096)
def known_id(name: str) -> str | None:
    """Return the id of the actor that an id, a name, another name or a capital means; None if it means none."""
    actors = crosswalk()
    if name in actors.actors:
        return name
    return actors.by_name(name) or _by_city().get(folded(name))


@lru_cache(maxsize=1024)
def known_actor(actor_id: str) -> Entity | None:
    """Return an actor of the crosswalk as a case would declare it, its capital among its other names."""
    if actor_id not in crosswalk().actors:
        return None
    entity = crosswalk().entity(actor_id)
    more = [city for city in cities().get(actor_id, ()) if not city.startswith("the ")]
    return replace(entity, aliases=tuple(dict.fromkeys([*entity.aliases, *more])))


@lru_cache(maxsize=1)
def _by_city() -> dict[str, str]:
    return {folded(city.removeprefix("the ")): actor for actor, names in cities().items() for city in names}
