"""Keeps a load from taking out, unsaid, what the graph holds of a source's other files or days.

A load makes the graph hold what its files say and nothing else of the source. So files that are loaded one after another
replace each other; that is refused, unless the user says so, or another release keeps the older one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiebook.engine.base import Engine
from tiebook.load.batch import Batch
from tiebook.model.codebook import codebook
from tiebook.model.errors import WouldLose
from tiebook.model.ties import Ties

_HINT: Final = "give all files in one command, or --replace to let the rest go"
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


def check(engine: Engine, batch: Batch, old: Held, parts: list[str]) -> None:
    """Refuse a load whose files are only another part of what the graph has of the source.

    Raises WouldLose.
    """
    lost = sorted(set(old.parts) - set(parts))
    if lost:
        shown = ", ".join(lost[:_SHOWN]) + (f" and {len(lost) - _SHOWN:,} more" if len(lost) > _SHOWN else "")
        raise WouldLose(f"{batch.source} in the graph also holds {shown}, which these files do not", hint=_HINT)
    if parts or not old.ties or old.ties == len(batch.edges):
        return
    new = {edge.props["id"] for edge in batch.edges} | {
        tie_id for part in batch.parts if isinstance(part, Ties) for tie_id in part.ids
    }
    if len(new) == old.ties:
        return
    before = [tie for name in codebook().ties for tie in _ids(engine, name, batch.source)]
    kept = sum(tie in new for tie in before)
    if kept < _LEAST * len(before):
        message = f"{batch.source} has {len(before):,} ties in the graph, and these files hold {kept:,} of them"
        raise WouldLose(message, hint=_HINT)


def _ids(engine: Engine, name: str, source: str) -> list[str]:
    query = f"MATCH ()-[t:{name}]->() WHERE t.source = $source RETURN t.id AS id"
    return [row[0] for row in engine.read(query, {"source": source}).rows]
