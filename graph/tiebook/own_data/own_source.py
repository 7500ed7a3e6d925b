"""A source of your own in the graph: what it holds already, and what its node says once something was added."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from tiebook.engine import Engine
from tiebook.engine.digest import FINGERPRINT
from tiebook.errors import BadSource, IdClash
from tiebook.model.records import Node, Props, without_none
from tiebook.own_data.frame_source import About
from tiebook.sources.declaration import shipped_datasets
from tiebook.sync.cases import shipped_cases
from tiebook.sync.source_identity import DATASET

_TEXT = "article"
_CALLED = {"title": "full_title"}
_ID = re.compile(r"[a-z0-9]+(?:[-_]+[a-z0-9]+)*")
# only a data set that was loaded from its files has one of these
_OF_FILES = (FINGERPRINT, "version", "parts", "superseded_by")


@dataclass(frozen=True, slots=True)
class Held:
    """What the graph has of a source: the properties of its node, and the ids of its ties and claims."""

    props: Props
    ties: frozenset[str]
    claims: frozenset[str]

    @property
    def kind(self) -> str | None:
        """Whether it is a text or a data set; None if it is new."""
        kind = self.props.get("kind")
        return None if kind is None else str(kind)


def read_held(engine: Engine, source: str) -> Held:
    """Read what the graph has of a source."""
    if not engine.exists():
        return Held({}, frozenset(), frozenset())
    rows = engine.read("MATCH (s:Source {id: $id}) RETURN properties(s) AS props", {"id": source}).rows
    if not rows:
        return Held({}, frozenset(), frozenset())
    ties = engine.read(
        "MATCH ()-[t]->() WHERE t.source = $id AND t.endorsed IS NOT NULL RETURN t.id AS id", {"id": source}
    )
    claims = engine.read("MATCH (c:Claim {source: $id}) RETURN c.id AS id", {"id": source})
    props = {name: value for name, value in rows[0][0].items() if name != "id"}
    return Held(props, frozenset(row[0] for row in ties.rows), frozenset(row[0] for row in claims.rows))


def check_own(source: str, held: Held) -> None:
    """Refuse to add to a source that was loaded, or ships: it would say what its coder or its makers do not.

    Raises IdClash, and BadSource for an id that no source can have.
    """
    if held.kind is None and not _ID.fullmatch(source):
        raise BadSource(f"{source!r} cannot be a source's id", hint="a-z, 0-9, _ and -")
    another = "give your source another id, such as mine"
    if source in shipped_cases():
        raise IdClash(f"{source} is a coded article that ships with Tiebook, and nothing is added to it", hint=another)
    if source in shipped_datasets():
        raise IdClash(f"{source} is a data set that ships with Tiebook, and nothing is added to it", hint=another)
    shown = repr(str(held.props.get("full_title") or held.props.get("name") or source))
    if held.kind == _TEXT and "date" in held.props:  # every coded article has one
        raise IdClash(
            f"{source} is a coded article, {shown}: its claims are those of its case",
            hint=f"code the claim in the case and load it again; or {another}",
        )
    if held.kind == DATASET and any(held.props.get(name) is not None for name in _OF_FILES):
        raise IdClash(f"{source} is a data set, {shown}: its ties are those of its files", hint=another)


def author_of(engine: Engine, held: Held) -> tuple[str, str] | None:
    """Return who a source says that its author is, as its node has it and by name; None if it names nobody."""
    author = held.props.get("author")
    if author is None:
        return None
    rows = engine.read("MATCH (a:Actor {id: $id}) RETURN a.name AS name", {"id": author}).rows
    return str(author), str(rows[0][0] if rows else author)


def with_held(about: About, held: Held) -> About:
    """Return what a source says of itself, with what it said before where nothing new is said."""
    found = {}
    for name in About.__dataclass_fields__:
        value = getattr(about, name)
        before: Any = held.props.get(_CALLED.get(name, name))
        found[name] = before if value is None else value
    return About(**found)


def head(
    source: str,
    held: Held,
    about: About,
    *,
    author: str | None,
    ties: int,
    claims: int,
    types: Collection[str] = (),
    today: date | None = None,
) -> Node:
    """Return the node of a source: what it said before, what is said now, and how much it holds.

    author -- the id of the author of claims; None if there are none
    types -- of ties that rows of frames make
    today -- the day of a claim: what holds is known until then
    """
    new: Props = {} if held.kind else {"kind": _TEXT if author is not None else DATASET, "aliases": []}
    name = about.name or str(held.props.get("name") or source)
    props: Props = {
        **held.props,
        **new,
        "name": name,
        "full_title": about.title or held.props.get("full_title") or name,
        "sources": [source],
        "claims": claims or None,
        "ties": ties,
    }
    said: Props = {
        "citation": about.citation,
        "licence": about.licence,
        "universe": about.universe,
        "note": about.note,
        "url": about.url,
        "version": about.version,
        "covers_since": about.covers_since,
        "covers_until": about.covers_until or today,
        "author": author or about.author,
    }
    props |= without_none(said)
    if author is not None:
        own: Props = {"coder": about.author, "coded_on": today, "language": props.get("language") or "en"}
        props |= without_none(own)
    if types:
        before = held.props.get("tie_types")
        props["tie_types"] = sorted({*types, *(before if isinstance(before, list) else [])})
    props.setdefault("citation", f"{about.author or name}: {props['full_title']}")
    props.setdefault("licence", "not stated")
    return Node("Source", source, without_none(props))
