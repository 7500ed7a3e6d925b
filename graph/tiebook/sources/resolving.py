"""A person's decision about a name that no load could resolve: the same from the command line and in the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from tiebook.crosswalk.decisions import ALL, Decisions
from tiebook.crosswalk.missed_names import MOST_KEPT, read_missed
from tiebook.crosswalk.unresolved import Unresolved
from tiebook.errors import BadSource, UsageError
from tiebook.sources.declaration import find_dataset
from tiebook.sources.row_filter import actor_named
from tiebook.support.names import folded
from tiebook.support.suggest import nearest


@dataclass(frozen=True, slots=True)
class Waiting:
    """Names of a source that wait for a decision, and the decisions that count for it: (source or "*", text, actor)."""

    source: str
    names: Sequence[Unresolved]
    decided: Sequence[tuple[str, str, str]]


def text_of(missed: Unresolved) -> str:
    """Return a name or code as decisions are kept: a code as SYSTEM:CODE."""
    return missed.text if missed.system == "name" else f"{missed.system}:{missed.text}"


def waiting(kept: Decisions) -> list[Waiting]:
    """Return, by source, what is undecided and what is decided; a source without either is left out."""
    missed: Mapping[str, Sequence[Unresolved]] = read_missed(kept.path)
    sources = sorted({*missed, *(source for source, _, _ in kept.all())}, key=lambda each: (each == ALL, each))
    found = []
    for source in sources:
        known = kept.of(source)
        names = [each for each in missed.get(source, ()) if text_of(each) not in known]
        decided = [each for each in kept.all() if each[0] == source]
        if names or decided:
            found.append(Waiting(source, names, decided))
    return found


def decide(kept: Decisions, source: str | None, name: str, actor: str) -> tuple[str, str]:
    """Store that a name means an actor; return the source that it is for ("*" for all) and the actor's id.

    Raises BadSource for an unknown source, UnknownName for an unknown actor.
    """
    where = _where(source, name)
    decided = actor_named(actor, "--as")
    kept.decide(where, name, decided)
    return where, decided


def not_missed(kept: Decisions, source: str | None, name: str) -> str | None:
    """Return what to say of a name before it is decided on, where the last load of its source did not leave it unresolved.

    None where that is not known: no load has left any, or more than are kept.

    Raises BadSource for an unknown source.
    """
    where = _where(source, name)
    missed: list[str] = []
    with suppress(BadSource):  # damaged: the next load writes it again
        missed = [text_of(each) for each in read_missed(kept.path).get(where, ())]
    alike = {folded(each.partition("@")[0]) for each in (*missed, *kept.of(where))}
    if not 0 < len(missed) < MOST_KEPT or folded(name.partition("@")[0]) in alike:
        return None
    near = nearest(name, missed)
    return f"the last load of {where} left no {name!r} unresolved" + (f" ({near})" if near else "")


def undecide(kept: Decisions, source: str | None, name: str) -> str:
    """Withdraw a decision; return the source that it was for.

    Raises BadSource if there is none.
    """
    where = _where(source, name)
    kept.undo(where, name)
    return where


def _where(source: str | None, name: str) -> str:
    if not name.strip():
        raise UsageError("--name is empty")
    return find_dataset(source).name if source is not None and source != ALL else ALL
