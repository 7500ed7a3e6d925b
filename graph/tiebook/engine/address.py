"""The address of a server: checked, and shown without what may be a secret."""

from __future__ import annotations

import re
from typing import Final

from tiebook.errors import UsageError

_SCHEMES: Final = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")


def check_address(named: str) -> str:
    """Return the address of a server; what stands before its last @ is never shown.

    Raises UsageError for what is not an address, and for one with a password in it.
    """
    from urllib.parse import urlsplit  # noqa: PLC0415 -- only for those who use a server

    shown = repr(without_options(named.rpartition("@")[2]))
    try:
        parts = urlsplit(named)
        sound = bool(parts.hostname) and parts.port != 0
        (parts.hostname or "").encode("idna")
    except ValueError:  # brackets that do not close, a port that is not a number, a name that cannot be one
        sound = False
    if "@" in named:
        raise UsageError(
            f"the address of {shown} contains a user or password, and addresses are stored in many places",
            hint="set NEO4J_USERNAME, and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, instead",
        )
    if not sound or not named.startswith(_SCHEMES):
        raise UsageError(
            f"{shown} is not the address of a Neo4j server", hint=f"one of {', '.join(_SCHEMES)}, or a path"
        )
    return named


def without_options(address: str) -> str:
    """Return an address as it is shown: what stands after ? or # is for the driver, and may be a secret."""
    return re.split("[?#]", address, maxsplit=1)[0]
