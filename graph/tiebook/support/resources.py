"""Finds the rooms that ship beside the code, `loaders` and `queries`, in a wheel as in a checkout; and the user's text."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal


def resource_folder(name: Literal["loaders", "queries"]) -> Path:
    """Return the folder: inside the package in a wheel, at the top level in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / name
    return installed if installed.is_dir() else package.parent.parent / name


def text_file(given: Path | None, environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the file of a case's text: the given one, or the one in TIEBOOK_TEXT; None where neither is given."""
    return given or (Path(environment["TIEBOOK_TEXT"]) if environment.get("TIEBOOK_TEXT") else None)


def is_installed(path: Path) -> bool:
    """Return whether a path is within the installed package, whose files are not the user's to change."""
    return path.resolve().is_relative_to(Path(__file__).resolve().parent.parent)
