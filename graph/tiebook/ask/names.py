"""Finds what a user means by a name: by id, by name, by alias; never a guess.

A name as it is written counts before one that differs in case, and that before one that differs in accents, hyphens or dots:
only the last has to take every name out of the graph, where there may be hundreds of thousands.
"""

from __future__ import annotations

import re
from typing import Any, Final

from tiebook.engine.base import Engine
from tiebook.errors import AmbiguousName, UnknownName
from tiebook.support.names import folded
from tiebook.support.numbers import first_of
from tiebook.support.suggest import did_you_mean, near_names

LABELS: Final = {  # of what each type of parameter names
    "actor": ("Actor",),
    "instrument": ("Instrument",),
    "event": ("Event",),
    "place": ("Place",),
    "factor": ("Factor",),
    "issue": ("Issue",),
    "source": ("Source",),
    "entity": ("Actor", "Instrument", "Event", "Place", "Factor", "Issue"),
    "claim": ("Claim",),
}

_NAMED: Final = 6  # claims that are named where a short id may be many


def resolve(engine: Engine, kind: str, text: str, parameter: str = "", source: str | None = None) -> str:
    """Return the id of what `text` names.

    kind -- a parameter type: "actor", "entity", "source", "claim"...
    parameter -- with what an error begins: as whoever reads it gives the name
    source -- the id of the only source that is asked; of several things with the name, its own counts

    Raises UnknownName with the nearest names, AmbiguousName where several things have the name.
    """
    said = f"{parameter}: " if parameter else ""
    labels = LABELS[kind]
    for label in labels:
        if engine.read(f"MATCH (n:{label} {{id: $id}}) RETURN n.id AS id", {"id": text}).rows:
            return text
    if kind == "claim":
        return _claim(engine, text, said)
    found = _written(engine, labels, text) or _in_other_case(engine, labels, text)
    if not found:
        named, wanted = _named(engine, labels), folded(text)
        found = sorted({node_id for name, node_id in named if _may_begin(name, wanted[:3]) and folded(name) == wanted})
    if len(found) > 1 and source is not None:
        found = _of_source(engine, labels, found, source) or found
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousName(f"{said}{text!r} may be {', '.join(found)}", hint="give the id", near=found)
    other = _of_another_kind(engine, labels, text)
    if other:
        wanted = f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
        raise UnknownName(f"{said}{text!r} is {other}, not {wanted}", hint=_lister(kind))
    known = _known_elsewhere(text) if "Actor" in labels else None
    if known is not None:
        where = known or f"{_lister(kind)} lists the actors"
        raise UnknownName(f"{said}{text!r} is not in any loaded source", hint=where)
    comes = _comes_with(engine, text)
    near = [] if comes else near_names(text, _spellings(named))
    hint = comes or did_you_mean(near) or _lister(kind)
    raise UnknownName(f"{said}there is no {kind} called {text!r}", hint=hint, near=near)


def _comes_with(engine: Engine, text: str) -> str:
    """Return which data set has an id, by its first words, where that set is not loaded; empty for any other id."""
    from tiebook.sources.declaration import shipped_datasets  # noqa: PLC0415 -- only for what is not found

    begins = [name for name in shipped_datasets() if f"{text.lower()}-".startswith(f"{name.replace('_', '-')}-")]
    if not begins:
        return ""
    name = max(begins, key=len)
    loaded = engine.read("MATCH (s:Source) WHERE s.id STARTS WITH $name RETURN s.id AS id LIMIT 1", {"name": name}).rows
    return "" if loaded else f"such ids come with {name}: tiebook load {name} FILE..."


def known_names(engine: Engine, kind: str, begins: str = "") -> list[tuple[str, str]]:
    """Return (what can be typed, what it is) for a parameter type, for completion: ids with names; nothing for free values.

    begins -- of actors and other entities only ids that begin so, in any case
    """
    if kind in ("tie", "mode"):
        from tiebook.model.codebook import codebook  # noqa: PLC0415

        book = codebook()
        return (
            [(tie.name, tie.definition) for tie in book.ties.values()]
            if kind == "tie"
            else list(book.values["mode"].items())
        )
    if kind == "claim":
        rows = engine.read("MATCH (c:Claim) RETURN c.id AS id, c.gloss AS gloss ORDER BY id").rows
        return [(row[0], row[1]) for row in rows]
    if kind not in LABELS:
        return []
    found: list[tuple[str, str]] = []
    for label in LABELS[kind]:
        query = f"MATCH (n:{label}) WHERE toLower(n.id) STARTS WITH $begins RETURN n.id AS id, n.name AS name"
        found += [(row[0], row[1]) for row in engine.read(query, {"begins": begins.lower()}).rows]
    return sorted(found)


def _claim(engine: Engine, text: str, said: str) -> str:
    """Accept the part of a claim's id after its source, its first words (a short id), and the id of a tie."""
    for where in (
        "c.id ENDS WITH '/' + $text OR c.tie + '/' + c.id = $text",
        "c.id STARTS WITH $text + '-' OR c.id CONTAINS '/' + $text + '-'",
    ):
        table = engine.read(f"MATCH (c:Claim) WHERE {where} RETURN c.id AS id ORDER BY id", {"text": text})
        found = [str(row[0]) for row in table.rows]
        if len(found) == 1:
            return found[0]
        if found:
            whole = re.fullmatch(r"(?:.*/)?p(\d+)", text)
            hint = f"tiebook ask paragraph --number {whole[1]} lists the claims of a paragraph" if whole else None
            raise AmbiguousName(f"{said}{text!r} may be {first_of(found, _NAMED)}", hint=hint)
    known = [str(row[0]) for row in engine.read("MATCH (c:Claim) RETURN c.id AS id").rows]
    near = near_names(text, known)
    raise UnknownName(f"{said}there is no claim {text!r}", hint=did_you_mean(near), near=near)


def _of_source(engine: Engine, labels: tuple[str, ...], ids: list[str], source: str) -> list[str]:
    """Return those of some ids that a source declares."""
    found = []
    for label in labels:
        query = f"MATCH (n:{label}) WHERE n.id IN $ids AND $source IN n.sources RETURN n.id AS id"
        found += [str(row[0]) for row in engine.read(query, {"ids": ids, "source": source}).rows]
    return sorted(found)


def _written(engine: Engine, labels: tuple[str, ...], text: str) -> list[str]:
    """Return the ids of what has exactly this name or alias."""
    found = set()
    for label in labels:
        for where in ("n.name = $text", "$text IN n.aliases"):
            table = engine.read(f"MATCH (n:{label}) WHERE {where} RETURN n.id AS id", {"text": text})
            found |= {row[0] for row in table.rows}
    return sorted(found)


def _in_other_case(engine: Engine, labels: tuple[str, ...], text: str) -> list[str]:
    """Return the ids of what has this id, name or alias but for small and capital letters."""
    same = "toLower(n.name) = $text OR toLower(n.id) = $text OR any(alias IN n.aliases WHERE toLower(alias) = $text)"
    found = set()
    for label in labels:
        table = engine.read(f"MATCH (n:{label}) WHERE {same} RETURN n.id AS id", {"text": text.lower()})
        found |= {row[0] for row in table.rows}
    return sorted(found)


def _named(engine: Engine, labels: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return (name or alias or id, id) of everything under the labels."""
    found: list[tuple[str, str]] = []
    for label in labels:
        rows: list[tuple[Any, ...]] = engine.read(
            f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name, n.aliases AS aliases"
        ).rows
        for node_id, name, aliases in rows:
            found += [(each, node_id) for each in (node_id, name, *(aliases or []))]
    return found


def _spellings(named: list[tuple[str, str]]) -> list[str]:
    """Return every name, alias and id, once where two differ only in case and hyphens: a name before an id."""
    found: dict[str, str] = {}
    for name, _ in sorted(named, key=lambda each: (each[0] == each[1], each[0])):
        found.setdefault(folded(name), name)
    return sorted(found.values())


def _of_another_kind(engine: Engine, labels: tuple[str, ...], text: str) -> str | None:
    """Return what has a name but is of another kind than was asked for, as "the instrument jcpoa"."""
    for label in (each for each in LABELS["entity"] if each not in labels):
        found = _written(engine, (label,), text) or _in_other_case(engine, (label,), text)
        if found:
            return f"the {label.lower()} {found[0]}"
    return None


def _known_elsewhere(text: str) -> str | None:
    """Return what to load for a nation or an organisation that the graph does not have, empty where anything may; else None."""
    if _is_nation(text):
        return ""
    from tiebook.crosswalk import crosswalk  # noqa: PLC0415 -- only where a name is unknown

    actor = text if text in crosswalk().actors else crosswalk().by_name(text)
    if actor is None:
        return None
    has_members = any(each.bloc == actor for each in crosswalk().memberships)
    return "its members come with blocs: tiebook load blocs" if has_members else ""


def _is_nation(text: str) -> bool:
    """Return whether a text is the name or the id of a nation, also of one that the graph does not have."""
    from tiebook.ask.words.names.tokens import nations, words_of  # noqa: PLC0415 -- only where a name is unknown

    return words_of(text) in nations()


def _may_begin(name: str, begins: str) -> bool:
    """Return quickly whether a name cannot fold to something beginning so; É, hyphens and quotation marks may fold to anything."""
    start = name[: len(begins)].lower()
    return start == begins or not (start.isascii() and start.isalnum())


def _lister(kind: str) -> str:
    """Return the command that lists what there is of a kind."""
    return "tiebook sources" if kind == "source" else f"tiebook ask {'actors' if kind == 'actor' else 'entities'}"
