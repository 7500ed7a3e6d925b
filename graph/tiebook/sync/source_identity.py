"""Keeps one source from being taken for the next release of another that has the same id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tiebook.engine.base import Engine
from tiebook.errors import IdClash

DATASET: Final = "dataset"
# one of these is the same in two releases of a data set, or two codings of a text
_OF_DATASETS: Final = ("name", "full_title", "author", "citation", "url")
_OF_TEXTS: Final = ("name", "full_title", "url", "sha256")


def check_same_source(source: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Refuse a source whose id is that of another one in the graph; `old` and `new` are the properties of their nodes.

    Raises IdClash.
    """
    told_by = _OF_DATASETS if new.get("kind") == DATASET else _OF_TEXTS
    known = [name for name in told_by if old.get(name) is not None]
    one_kind = (old.get("kind") == DATASET) == (new.get("kind") == DATASET)
    if new.get("kind") != DATASET and _is_own(old) and "date" in new:
        one_kind = False
    if one_kind and (not known or any(old[name] == new.get(name) for name in known)):
        return
    before = "a source that `add` made" if _is_own(old) else f"another source in the graph, {_shown(old)}"
    raise IdClash(
        f"the id {source!r} is that of {before}, and not of {_shown(new)}",
        hint=f"give it another id, or tiebook unload {source} first",
    )


def check_loaded(engine: Engine, source: str, new: Mapping[str, Any]) -> None:
    """Refuse a source whose id is that of another one in the graph, before its files are read. Raises IdClash."""
    if not engine.exists():
        return
    rows = engine.read("MATCH (s:Source {id: $id}) RETURN properties(s) AS props", {"id": source}).rows
    if rows and source in (rows[0][0].get("sources") or ()):
        check_same_source(source, rows[0][0], new)


def _is_own(props: Mapping[str, Any]) -> bool:
    """Return whether a source holds claims of your own: a coded text has a date."""
    return props.get("kind") != DATASET and "date" not in props


def _shown(props: Mapping[str, Any]) -> str:
    kind = "the data set" if props.get("kind") == DATASET else "the text"
    return f"{kind} {str(props.get('full_title') or props.get('name'))!r}"
