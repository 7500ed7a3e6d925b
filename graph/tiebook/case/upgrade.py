"""Converts a case of format 1 to format 2: what is derived goes, comments and order stay, and the graph is the same."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import tomlkit

from tiebook.case.build import Case
from tiebook.case.check import DERIVES, HEAD_FILE, entity_tables, open_case
from tiebook.case.correct import copy_case
from tiebook.case.derive.claims import claim_id
from tiebook.case.derive.defaults import defaults
from tiebook.case.derive.gloss import gloss_of
from tiebook.case.derive.known import known_actor
from tiebook.case.derive.places import PLACES_FILE, Place, place_key, write_places
from tiebook.case.derive.sections import Section, section_of, write_paragraphs
from tiebook.case.entries import ClaimEntry
from tiebook.case.files import TomlFile
from tiebook.case.names import CODES, fill_entity
from tiebook.case.text import Text
from tiebook.case.update import hash_lines, update_case
from tiebook.errors import BadCase, TiebookError
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import folder_name

_DEFAULTS: Final = {
    name: ClaimEntry.model_fields[name].default
    for name in ("mode", "negated", "inferred", "ended", "confidence", "prefix", "suffix")
}
_SOURCE: Final = {"kind": "article", "language": "en"}


class NotTheSame(TiebookError):
    """A converted case would not give the same graph: a fault of ours, and nothing was written."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did: the names of the files that it wrote, and the lines of the case before and after."""

    files: tuple[str, ...]
    before: int
    after: int


def upgrade_case(folder: Path, text: Text | None = None) -> Upgraded | None:
    """Convert a case without faults to the present format; return None where it has that already.

    text -- with it the places of quotes are noted, and no claim need say its paragraph

    Raises BadCase with the faults of the case; NotTheSame. Then nothing is written.
    """
    case = open_case(folder, text)
    if case.head.format >= DERIVES:
        return None
    with tempfile.TemporaryDirectory(prefix="tiebook-") as scratch:
        copy = Path(scratch) / folder_name(folder)
        copy_case(folder, copy)
        if text is not None:
            update_case(copy, text)
            case = open_case(copy, text)
        _convert(copy, case)
        if not _same(case, copy):
            raise NotTheSame(
                f"{folder_name(folder)} would not give the same graph in format {DERIVES}; nothing was changed"
            )
        before = _lines(folder.glob("*.toml"))
        changed = [path for path in sorted(copy.iterdir()) if _differs(path, folder / path.name)]
        for path in sorted(changed, key=lambda path: path.name == HEAD_FILE):  # the head, which says the format, last
            write_atomically(folder / path.name, path.read_bytes())
        return Upgraded(tuple(path.name for path in changed), before, _lines(folder.glob("*.toml")))


def _convert(folder: Path, case: Case) -> None:
    sections = _sections(case)
    other_names = _has_other_names(case)
    claims = iter(case.coded)
    places = []
    repeated = _in_several_paragraphs(case)
    for path in sorted(folder.glob("*.toml")):
        file = TomlFile.read(path)
        if path.name == HEAD_FILE:
            continue
        for table, label in entity_tables().items():
            for entity in file.document.get(table, []):
                _shorten_entity(entity, label, other_names=other_names)
        for claim in file.document.get("claim", []):
            values = next(claims).entry.values
            if "at" in values:
                places.append((place_key(values), Place(values["paragraph"], *values["at"])))
            _shorten_claim(claim, values, case, sections)
            if "at" in values and place_key(values) not in repeated:
                del claim["paragraph"]
        _drop_known(file.document, case)
        file.write()
    write_places(folder, places)
    _convert_head(folder / HEAD_FILE, case, sections, other_names=other_names)


def _convert_head(path: Path, case: Case, sections: list[Section], *, other_names: bool) -> None:
    file = TomlFile.read(path)
    document = file.document
    document["format"] = DERIVES
    if not other_names:
        document["other_names"] = False
    source = document["source"]
    if case.source.paragraphs:
        source["paragraphs"] = hash_lines(case.source.paragraphs)
    if source.get("name") == source.get("title"):
        del source["name"]
    for key, value in _SOURCE.items():
        if source.get(key) == value:
            del source[key]
    if sections:
        tables = tomlkit.aot()
        for section in sections:
            table = tomlkit.table()
            table["paragraphs"] = write_paragraphs(section.paragraphs)
            if section.factor:
                table["factor"] = section.factor
            tables.append(table)
        document["section"] = tables
    file.write()


def _has_other_names(case: Case) -> bool:
    """Return whether the actors that the crosswalk knows too have all its other names here, for the most part."""
    known = [(set(entity.aliases), actor) for entity in case.entities if (actor := known_actor(entity.id))]
    return sum(aliases == set(actor.aliases) for aliases, actor in known) >= sum(not aliases for aliases, _ in known)


def _sections(case: Case) -> list[Section]:
    """Return a section for each factor: the paragraphs most of whose claims name it."""
    counts: dict[int, Counter[str | None]] = defaultdict(Counter)
    for claim in case.claims:
        counts[claim.paragraph][claim.factor.id if claim.factor else None] += 1
    numbers: dict[str, set[int]] = defaultdict(set)
    for paragraph, factors in counts.items():
        best, count = factors.most_common(1)[0]
        if best is not None and count * 2 > factors.total():
            numbers[best].add(paragraph)
    names = {entity.id: entity.name for entity in case.entities}
    ordered = sorted(numbers.items(), key=lambda each: min(each[1]))
    return [Section(names[factor], frozenset(found), factor) for factor, found in ordered]


def _in_several_paragraphs(case: Case) -> set[str]:
    """Return the keys of quotes that claims give in more than one paragraph: those keep saying which."""
    found: dict[str, set[int]] = defaultdict(set)
    for each in case.coded:
        found[place_key(each.entry.values)].add(each.claim.paragraph)
    return {key for key, numbers in found.items() if len(numbers) > 1}


def _shorten_entity(entity: Any, label: str, *, other_names: bool) -> None:
    """Remove from an entity what is derived; a field that the crosswalk knows and the case leaves out becomes empty."""
    fill = partial(fill_entity, label=label, other_names=other_names)
    before = fill({"aliases": [], **dict.fromkeys(CODES, ""), **entity.unwrap()})
    for key in ("kind", "name", "aliases", *CODES, "id"):
        less = {name: value for name, value in entity.unwrap().items() if name != key}
        if key in entity and _alike(fill(less).get(key), before.get(key)):
            del entity[key]
    after = fill(entity.unwrap())
    for key in ("aliases", *CODES):
        if after.get(key) and not before.get(key):
            entity[key] = [] if key == "aliases" else ""


def _drop_known(document: Any, case: Case) -> None:
    """Remove the actors about which the case says no more than the crosswalk does, if a claim names them."""
    used = {
        reference.id
        for claim in case.claims
        for reference in (claim.start, claim.end, *claim.holders, *claim.by, *claim.regarding)
    }
    actors = document.get("actor", [])
    for index in range(len(actors) - 1, -1, -1):
        if set(actors[index]) == {"id"} and actors[index]["id"] in used:
            del actors[index]


def _alike(one: Any, other: Any) -> bool:
    return sorted(one) == sorted(other) if isinstance(one, list) and isinstance(other, list) else bool(one == other)


def _shorten_claim(claim: Any, values: Mapping[str, Any], case: Case, sections: list[Section]) -> None:
    names = {entity.id: entity.name for entity in case.entities}
    labels = {entity.id: entity.label for entity in case.entities}
    derived = {
        **_DEFAULTS,
        **defaults(values, labels.get(values["from"], ""), case.author),
        "gloss": gloss_of(values, lambda each: names.get(each, each), case.author),
    }
    section = section_of(sections, values["paragraph"])
    if section is not None:
        derived["factor"] = section.factor
    for key, value in derived.items():
        if key in claim and (claim[key] == value or [claim[key]] == value):
            del claim[key]
    if section is not None and section.factor and "factor" not in values:
        claim["factor"] = ""
    if "at" in claim:
        del claim["at"]
    if claim["id"] == claim_id(values):
        del claim["id"]
    _say(claim, f"{values['from']} {values['tie']} {values['to']}")


def _say(claim: Any, said: str) -> None:
    """Put `says` where the type stood, and take the ends out."""
    del claim["from"]
    del claim["to"]
    claim.value._replace("tie", "says", tomlkit.item(said))


def _same(case: Case, converted: Path) -> bool:
    """Return whether the converted case gives the same nodes and edges."""
    try:
        return graph_of(case) == graph_of(open_case(converted))
    except BadCase:
        return False


def graph_of(case: Case) -> tuple[list[str], list[str]]:
    """Return all that a case puts into a graph, for comparing."""
    return sorted(map(repr, case.nodes())), sorted(map(repr, case.edges()))


def _differs(path: Path, old: Path) -> bool:
    return path.name == PLACES_FILE or not old.is_file() or path.read_bytes() != old.read_bytes()


def _lines(paths: Iterable[Path]) -> int:
    return sum(len(path.read_bytes().splitlines()) for path in paths)
