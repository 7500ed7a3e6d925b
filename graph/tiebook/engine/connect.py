"""Where the graph is: `--db`, NEO4J_URI, TIEBOOK_DB or the user's data folder, in this order."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tiebook.engine.base import Engine
from tiebook.model.errors import UsageError

_SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")


@dataclass(frozen=True, slots=True)
class Place:
    """A database to open: either the path of a `.kgl` file or the address of a server."""

    path: Path | None = None
    uri: str | None = None
    is_default: bool = False


def locate(option: str | None = None, environment: Mapping[str, str] = os.environ) -> Place:
    """Tell which database is meant; an address or a path may stand in `option`."""
    named = option or environment.get("NEO4J_URI") or environment.get("TIEBOOK_DB")
    if named is None:
        return Place(path=_default_path(), is_default=True)
    if named.startswith(_SCHEMES):
        return Place(uri=named)
    if "://" in named:
        raise UsageError(f"{named!r} is no address of a Neo4j server", hint=f"one of {', '.join(_SCHEMES)}, or a path")
    return Place(path=Path(named).expanduser())


def open_engine(place: Place, environment: Mapping[str, str] = os.environ) -> Engine:
    """Give the engine for a place; nothing is opened or connected before the first use.

    Raises UsageError where a server is meant and the password is not in NEO4J_PASSWORD.
    """
    if place.path is not None:
        from tiebook.engine.kglite_engine import KgliteEngine  # noqa: PLC0415 -- one engine is loaded, not both

        return KgliteEngine(place.path)
    from tiebook.engine.neo4j_engine import Neo4jEngine  # noqa: PLC0415

    password = environment.get("NEO4J_PASSWORD")
    if password is None:
        raise UsageError("a Neo4j server is meant, but NEO4J_PASSWORD is not set", hint="set it in the environment")
    return Neo4jEngine(
        place.uri or "", environment.get("NEO4J_USERNAME", "neo4j"), password, environment.get("NEO4J_DATABASE")
    )


def _default_path() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("tiebook", appauthor=False) / "tiebook.kgl"
