"""Reads the lists of words.toml and persons.toml."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any, Final


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


_ALL: Final = _read("words.toml")
_PERSONS: Final = _read("persons.toml")

LISTS: Final[dict[str, str]] = {name: value for name, value in _ALL.items() if isinstance(value, str)}
HEADS: Final[dict[str, str]] = _ALL["heads"]
WELL_KNOWN: Final[dict[str, str]] = _ALL["well_known"]
GIVEN_NAMES: Final = frozenset(_PERSONS["given_names"].split())
NO_LAST_NAMES: Final = frozenset(_PERSONS["no_last_names"].split())
LEADERS: Final = tuple(" ".join(name.split()) for name in _PERSONS["leaders"].split(","))
EASTERN: Final = tuple(" ".join(name.split()) for name in _PERSONS["eastern"].split(","))
_ALONE: Final = frozenset(name.strip() for name in _PERSONS["alone"].split(","))
LEADERS_BY_LAST_NAME: Final = {
    re.split(r" (?=(?:von|de|bin|al-)|[^ ]*$)", name, maxsplit=1)[-1]: name for name in LEADERS
} | {name.split()[0]: name for name in reversed(EASTERN) if name.split()[0] in _ALONE}
LEADER_STATES: Final = {
    " ".join(name.split()): state for state, names in _PERSONS["leader_states"].items() for name in names.split(",")
}
