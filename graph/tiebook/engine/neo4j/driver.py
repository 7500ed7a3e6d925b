"""Imports Neo4j's driver for a command, which exchanges no data frames with a server."""

from __future__ import annotations

import sys
from typing import Final

_OF_FRAMES: Final = ("pandas", "numpy", "pyarrow")  # the driver carries values of these, and imports what is installed


def import_without_frames() -> None:
    """Import the driver without the libraries of data frames: half a second less for each command.

    For a process of our own only: somebody who uses the driver beside Tiebook may have frames to send.
    """
    if "neo4j" in sys.modules:
        return
    hidden = [name for name in _OF_FRAMES if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # importing it fails, as if it were not installed
    try:
        import neo4j  # noqa: F401, PLC0415
    finally:
        for name in hidden:
            del sys.modules[name]
