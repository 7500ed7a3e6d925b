"""Where the graph is: `--db`, NEO4J_URI, TIEBOOK_DB or the user's data folder, in this order; and a server's password."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tiebook.engine.address import check_address, without_options
from tiebook.engine.base import Engine
from tiebook.errors import UsageError

_ADDRESS: Final = re.compile("[A-Za-z][A-Za-z0-9+.-]+:")  # C: is a disk
_MOST_PASSWORD: Final = 4096  # characters


class Place(NamedTuple):
    """A database to open: either the path of a `.kgl` file or the address of a server."""

    path: Path | None = None
    uri: str | None = None
    is_default: bool = False


def locate(option: str | None = None, environment: Mapping[str, str] = os.environ) -> Place:
    """Return which database is meant; an address or a path may stand in `option`.

    A variable that is empty counts as not set; an empty option does not: it mostly comes from a variable that is missing.

    Raises UsageError for what is not an address, and for one with a password in it, which is not repeated.
    """
    if option is not None and not option.strip():
        raise UsageError("--db is empty", hint="name a .kgl file or the address of a server, or leave --db out")
    server = None if option else environment.get("NEO4J_URI")
    if server:
        return Place(
            uri=check_address(server.strip())
        )  # never a path: what misses its scheme may have a password in it
    named = option or environment.get("TIEBOOK_DB")
    if not named:
        return Place(path=_default_path(), is_default=True)
    if _ADDRESS.match(named) or "://" in named:
        return Place(uri=check_address(named.strip()))
    return Place(path=Path(named).expanduser())


def open_engine(
    place: Place, environment: Mapping[str, str] = os.environ, ask: Callable[[str], str] | None = None
) -> Engine:
    """Return the engine for a place; nothing is opened or connected before the first use.

    ask -- asks the user for the password of a server, given a line that says for what

    Raises UsageError if a server is meant and its password is neither in NEO4J_PASSWORD nor in the file that
    NEO4J_PASSWORD_FILE names, and there is nobody to ask.
    """
    if place.path is not None:
        from tiebook.engine.kglite.engine import KgliteEngine  # noqa: PLC0415 -- one engine is loaded, not both

        return KgliteEngine(place.path)
    import logging  # noqa: PLC0415

    from tiebook.engine.neo4j.engine import RETRY_SECONDS, Neo4jEngine  # noqa: PLC0415

    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what the driver logs it also raises
    uri, user = place.uri or "", environment.get("NEO4J_USERNAME", "neo4j")
    password = _password(environment)
    if password is None and ask is not None:
        password = ask(f"Password of {user} at {without_options(uri)}")
    if password is None:
        raise UsageError(
            "the database is a Neo4j server, but NEO4J_PASSWORD is not set",
            hint="set it in the environment, or name a file that holds it: NEO4J_PASSWORD_FILE",
        )
    retry = _seconds(environment.get("TIEBOOK_RETRY_SECONDS", str(RETRY_SECONDS)))
    return Neo4jEngine(uri, user, password, environment.get("NEO4J_DATABASE"), retry)


def _seconds(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not 0 <= found < float("inf"):
        raise UsageError(f"TIEBOOK_RETRY_SECONDS is {text!r}, not a number of seconds")
    return found


def _password(environment: Mapping[str, str]) -> str | None:
    """Return the password from the environment, or from the first line of the file that it names."""
    said = environment.get("NEO4J_PASSWORD")
    named = environment.get("NEO4J_PASSWORD_FILE")
    if said is not None or not named:
        return said
    try:
        with Path(named).open(encoding="utf-8-sig") as file:  # an editor's mark at the start is not part of it
            found = file.readline(_MOST_PASSWORD).rstrip("\r\n")
    except OSError as error:
        raise UsageError(f"NEO4J_PASSWORD_FILE cannot be read: {error.strerror}", where=named) from None
    except UnicodeDecodeError:
        raise UsageError("NEO4J_PASSWORD_FILE is not UTF-8", where=named) from None
    if not found:
        raise UsageError("NEO4J_PASSWORD_FILE is empty", where=named)
    return found


def _default_path() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("tiebook", appauthor=False) / "tiebook.kgl"
