"""Reads the lists of words.toml."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any, Final

_ALL: Final[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))

LISTS: Final[dict[str, str]] = {name: value for name, value in _ALL.items() if isinstance(value, str)}
HEADS: Final[dict[str, str]] = _ALL["heads"]
WELL_KNOWN: Final[dict[str, str]] = _ALL["well_known"]
