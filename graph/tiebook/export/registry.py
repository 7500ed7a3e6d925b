"""The export formats: every module in `formats/` declares its own, so that a new format is a new file."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from tiebook.errors import UsageError
from tiebook.export import formats as room
from tiebook.export.content import Content
from tiebook.support.suggest import nearest


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. `command` is what the user can run next, `notes` what is to be known."""

    paths: tuple[Path, ...]
    command: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One export: what, where to, and the colours of the picture (for style sheets)."""

    content: Content
    path: Path
    colours: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for --for, the endings that mean it, its write function, and what it drops.

    scope -- "full": always the whole graph; "network": always the ties between actors; "either": as asked, `full` by default
        where `full_by_default`; "none": nothing of the graph
    claims -- the network can also hold claims that are not ties, marked as such
    read_back -- `tiebook load` reads what --full wrote, without loss
    """

    name: str
    title: str
    endings: tuple[str, ...]
    write: Callable[[Job], Written]
    scope: Literal["full", "network", "either", "none"]
    drops: str
    opens: str
    full_by_default: bool = False
    claims: bool = False
    read_back: bool = False

    def is_full(self, asked: bool | None) -> bool:
        """Return whether the whole graph is written, as asked or by default.

        Raises UsageError if the format cannot do as asked.
        """
        fixed = {"full": True, "network": False}.get(self.scope)
        if asked is not None and fixed is not None and asked is not fixed:
            raise UsageError(
                f"{self.name} always holds {'the whole graph' if fixed else 'only ties between actors'}",
                hint="docs/exports.md says what each format keeps",
            )
        return fixed if fixed is not None else self.full_by_default if asked is None else asked


@cache
def formats() -> dict[str, Format]:
    """Return all formats by name."""
    found = {}
    for module in sorted(pkgutil.iter_modules(room.__path__), key=lambda each: each.name):
        for each in import_module(f"{room.__name__}.{module.name}").FORMATS:
            found[each.name] = each
    return found


def format_for(path: Path, named: str | None = None) -> Format:
    """Return the format with this name, or the one that the file's ending means (the longest that fits).

    Raises UsageError with the nearest names.
    """
    if named is not None:
        if named not in formats():
            raise UsageError(f"there is no format {named!r}", hint=nearest(named, formats()) or ", ".join(formats()))
        return formats()[named]
    endings = {ending: each for each in formats().values() for ending in each.endings}
    fitting = [ending for ending in endings if path.name.lower().endswith(ending)]
    if not fitting:
        raise UsageError(
            f"{path}: the ending does not imply a format", hint=f"one of {' '.join(sorted(endings))}, or --for FORMAT"
        )
    return endings[max(fitting, key=len)]
