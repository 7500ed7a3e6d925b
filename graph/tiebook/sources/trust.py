"""A source's read.py is a program: those that ship are run without asking, those of other folders only if the user says so.

A folder that somebody else gave is data to whoever loads it, so `tiebook load FOLDER FILE` must not run what is in it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from tiebook.errors import UsageError
from tiebook.support.resources import resource_folder

VARIABLE: Final = "TIEBOOK_TRUST"  # folders whose read.py may run, separated like PATH

_trusted: set[Path] = set()


def trust(folder: Path) -> None:
    """Allow the read.py of a folder to run in this process."""
    _trusted.add(folder.resolve())


def check_trust(folder: Path, program: Path) -> None:
    """Check that the program of a folder may run.

    Raises UsageError for one that nobody vouched for.
    """
    place = folder.resolve()
    named = {Path(part).resolve() for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part}
    if place.parent != resource_folder("loaders").resolve() and place not in _trusted | named:
        raise UsageError(
            "this folder has a program of its own, which was not run",
            where=str(program),
            hint="read it, and if you trust it: tiebook load --trust",
        )
