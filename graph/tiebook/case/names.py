"""The names of a case: its entities and, in format 2, the actors that the crosswalk knows; faults name the nearest one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from tiebook.case.build import BUILT_IN
from tiebook.model.codebook import CLAIM, codebook
from tiebook.model.records import Entity, Reference
from tiebook.support.names import SPELT, folded
from tiebook.support.suggest import nearest

_NO_SLUG: Final = re.compile(r"[^a-z0-9]+")
CODES: Final = ("iso3", "cow", "gw", "cameo")
_KINDS: Final = {  # what people call it: the kind that it has here
    **dict.fromkeys(("country", "nation", "government", "republic", "capital"), "State"),
    **dict.fromkeys(("alliance", "coalition", "grouping", "axis"), "Bloc"),
    **dict.fromkeys(("company", "ngo", "institution", "university", "bank", "igo", "think tank"), "Organization"),
    **dict.fromkeys(("ministry", "agency", "council", "parliament", "administration", "department"), "GovernmentBody"),
    **dict.fromkeys(("army", "navy", "air force", "armed forces"), "Military"),
    **dict.fromkeys(("militia", "rebels", "terrorist group", "proxy"), "ArmedGroup"),
    **dict.fromkeys(("leader", "official", "president", "individual", "human"), "Person"),
    **dict.fromkeys(("group", "people", "elites", "officials", "set"), "Collective"),
    **dict.fromkeys(("treaty", "deal", "pact", "memorandum", "accord"), "agreement"),
    **dict.fromkeys(("law", "act", "doctrine", "strategy", "plan"), "policy"),
    **dict.fromkeys(("sanctions", "embargo"), "sanction_regime"),
    **dict.fromkeys(("summit", "visit", "conference"), "meeting"),
}


def slug(name: str) -> str:
    """Return a name as an id; "" if it has no letter or digit of the Latin alphabet."""
    import unicodedata  # noqa: PLC0415

    bare = name.replace("&", " and ").replace("'", "").replace("\u2019", "")
    plain = unicodedata.normalize("NFKD", bare.casefold()).translate(SPELT)
    return _NO_SLUG.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")


def same_kind(kind: str, kinds: Iterable[str]) -> str | None:
    """Return the kind that is written in other capitals; None if there is none."""
    return next((each for each in kinds if each.casefold() == kind.casefold()), None)


def kind_fault(kind: str, kinds: tuple[str, ...]) -> str:
    """Return what to say of a kind that is none, with the one that was meant where that is clear."""
    meant = _KINDS.get(kind.casefold().replace("_", " "))
    found = same_kind(kind, kinds) or (meant if meant in kinds else None)
    if found:
        return f"unknown kind {kind!r}: did you mean kind {found} ({kind} is not one)?"
    return f"unknown kind {kind!r}: one of {', '.join(kinds)}"


class Names:
    """What a case's ids mean, by id. `derives`: actors of the crosswalk need no entry (format 2).

    other_names -- such actors carry all other names that the crosswalk knows; else only those that the case gives
    """

    def __init__(self, *, derives: bool, other_names: bool = True) -> None:
        """Begin with the built-in actor."""
        self.derives = derives
        self.other_names = other_names
        self.references: dict[str, Reference] = {}
        self.kinds: dict[str, str] = {}
        self.used: list[Entity] = []  # actors of the crosswalk that the case uses without an entry
        self._others: dict[str, str] = {}
        self.declare(BUILT_IN)

    def copy(self) -> Names:
        """Return a copy to which names can be added for a trial."""
        other = Names(derives=self.derives, other_names=self.other_names)
        other.references, other.kinds = dict(self.references), dict(self.kinds)
        other.used, other._others = list(self.used), dict(self._others)
        return other

    def declare(self, entity: Entity) -> None:
        """Add an entity of the case."""
        self.references[entity.id] = Reference(entity.label, entity.id, entity.name)
        self.kinds[entity.id] = entity.kind
        for name in (entity.name, *entity.aliases):
            self._others.setdefault(folded(name), entity.id)

    def name(self, entity_id: str) -> str:
        """Return the name of an entity, the id where it is unknown."""
        found = self.references.get(entity_id)
        return found.name if found else entity_id

    def label(self, entity_id: str) -> str:
        """Return the label of an entity, "" where it is unknown."""
        found = self.references.get(entity_id)
        return found.label if found else ""

    def resolve(self, name: str) -> str:
        """Return the id that a name or id means; where it means nothing, the name itself.

        A crosswalk actor that is met for the first time becomes one of the case.
        """
        if name in self.references or not self.derives:
            return name
        from tiebook.case.derive.known import known_actor, known_id  # noqa: PLC0415 -- reads the tables of the crosswalk

        found = self._others.get(folded(name)) or known_id(name)
        if found is None or found in self.references:
            return found or name
        entity = known_actor(found)
        if entity is not None:
            entity = entity if self.other_names else replace(entity, aliases=())
            self.used.append(entity)
            self.declare(entity)
        return found

    def unknown(self, name: str, what: str) -> str:
        """Return what to say of a name that means nothing."""
        claims = what == "claim"
        known = {each for each, found in self.references.items() if (found.label == CLAIM) == claims}
        entry = ""
        if self.derives and not claims:
            from tiebook.crosswalk.table import crosswalk  # noqa: PLC0415

            known |= set(crosswalk().actors)
            entry = " (whoever the crosswalk does not know needs an entry: [[actor]])"
        hint = nearest(name, known)
        return f"unknown {what} {name!r}" + (f": {hint}" if hint else "") + entry


def fill_entity(values: Mapping[str, Any], label: str, *, other_names: bool = True) -> dict[str, Any]:
    """Return an entity's values with what format 2 may leave out: id, kind, and all that the crosswalk knows.

    other_names -- with its other names
    """
    from tiebook.case.derive.known import known_actor, known_id  # noqa: PLC0415

    filled = dict(values)
    name = filled.get("name")
    if "id" not in filled and isinstance(name, str):
        known_as = known_id(name) if label == "Actor" else None
        same = known_actor(known_as) if known_as else None
        # "White House" stands for the state where it has no entry; an entry with a kind of its own is another actor
        filled["id"] = known_as if same and filled.get("kind", same.kind) == same.kind else slug(name)
    known = known_actor(filled["id"]) if label == "Actor" and isinstance(filled.get("id"), str) else None
    if known is not None and filled.get("kind", known.kind) == known.kind:
        derived: dict[str, Any] = {
            "name": known.name,
            "kind": known.kind,
            "aliases": list(known.aliases) if other_names else [],
            **known.codes,
        }
        filled = {**derived, **filled}
    if "kind" not in filled and label == "Factor":
        filled["kind"] = "sub_factor" if "part_of" in filled else "factor"
    elif "kind" not in filled and label != "Actor":
        kinds = codebook().entities[label].kinds
        filled |= {"kind": kinds[0]} if len(kinds) == 1 else {}
    return {key: value for key, value in filled.items() if not (key in CODES and value == "")}
