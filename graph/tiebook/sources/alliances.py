"""When two states are called allied: a pact of two members that obliges both to fight, while both are members.

A pact of many members makes PARTY_TO ties only: who is allied through it, with what obligation and when, is for a question.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tiebook.model.dates import parse
from tiebook.sources.source_reader import SourceReader


@dataclass(frozen=True, slots=True)
class Membership:
    """One party of a pact, in EDTF dates; until None while it is in force."""

    actor: str
    since: str | None
    until: str | None
    obligations: tuple[str, ...]


def allied(
    reader: SourceReader, record: str, name: str, parties: Sequence[Membership], fighting: Collection[str]
) -> None:
    """Add an ALLIED_WITH tie where the pact has two members who both pledge one of the `fighting` obligations."""
    if len({party.actor for party in parties}) != 2 or len(parties) != 2:  # noqa: PLR2004 -- two members
        return
    one, two = parties
    shared = [each for each in one.obligations if each in two.obligations]
    if not set(shared) & set(fighting) or one.since is None or two.since is None:
        return
    since = max(one.since, two.since, key=lambda text: parse(text).latest)
    ends = [party.until for party in parties if party.until is not None]
    until = min(ends, key=lambda text: parse(text).latest) if ends else None
    if until is not None and parse(until).latest < parse(since).earliest:
        return
    reader.tie(
        "ALLIED_WITH",
        one.actor,
        two.actor,
        record,
        since=since,
        until=until,
        gloss=f"{reader.name_of(one.actor)} and {reader.name_of(two.actor)} pledge {', '.join(shared)} ({name})",
        obligations=shared,
    )
