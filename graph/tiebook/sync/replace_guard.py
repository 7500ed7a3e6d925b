"""Keeps a load from silently removing what the graph holds of a source's other files or days.

A load makes the graph hold what its files say and nothing else of the source. So files that are loaded one after another
replace each other; that is refused, unless the user says so, or another release keeps the older one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiebook.engine.base import Engine
from tiebook.errors import WouldLose
from tiebook.support.numbers import first_of

_HINT: Final = "give all files in one command, or use --replace to drop the rest"
_SHOWN: Final = 5
_LEAST: Final = 0.5  # of the ties that the graph has of the source, files without the rest are another part of it


@dataclass(frozen=True, slots=True)
class Held:
    """What the graph has of a source: its release, how many ties, and of which parts (days of events) they are."""

    version: str | None = None
    ties: int = 0
    parts: tuple[str, ...] = ()
    fingerprint: str | None = None


def held(engine: Engine, source: str) -> Held:
    """Read it from the source's node."""
    if not engine.exists():
        return Held()
    rows = engine.read(
        "MATCH (s:Source {id: $id})"
        " RETURN s.version AS version, s.ties AS ties, s.parts AS parts, s.fingerprint AS fingerprint",
        {"id": source},
    ).rows
    if not rows:
        return Held()
    version, ties, parts, fingerprint = rows[0]
    return Held(None if version is None else str(version), ties or 0, tuple(parts or ()), fingerprint)


def check_days(source: str, old: Held, parts: list[str]) -> None:
    """Refuse files that lack some of the days, or other parts, that the graph has of the source.

    Raises WouldLose.
    """
    lost = sorted(set(old.parts) - set(parts))
    if lost:
        what = f"{source} in the graph also holds {first_of(lost, _SHOWN)}, which these files do not"
        raise WouldLose(what, hint=_HINT)


def check_ties(source: str, kept: int, gone: int) -> None:
    """Refuse a load that removes more of the source's ties than it keeps.

    Raises WouldLose.
    """
    if kept < _LEAST * (kept + gone):
        raise WouldLose(
            f"{source} has {kept + gone:,} ties in the graph, and these files hold {kept:,} of them", hint=_HINT
        )
