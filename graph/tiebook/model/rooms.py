"""Finds the rooms that ship beside the code, `loaders` and `queries`, in an installed wheel as in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Literal


def room(name: Literal["loaders", "queries"]) -> Path:
    """Give the folder: inside the package in a wheel, at the top level in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / name
    return installed if installed.is_dir() else package.parent.parent / name
