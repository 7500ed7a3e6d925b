"""Finds agreements that ended.

That two agree is an event, which has no end of its own: how long it bound them is in their ties to the instrument.
"""

from collections.abc import Iterable
from datetime import date

from tiebook.engine.base import Engine
from tiebook.model.dates import is_past

Spells = list[tuple[date | None, str | None]]


def ended_agreements(engine: Engine, claims: Iterable[str]) -> dict[str, str | None]:
    """Return the claims of ended agreements, each with the day as it is stated, where it is."""
    table = engine.read(
        "UNWIND $ids AS wanted MATCH (c:Claim {id: wanted, makes_tie: true})-[:VIA]->(i:Instrument)"
        " OPTIONAL MATCH (c)-[:FROM|TO]->(x)-[p:PARTY_TO]->(i) WHERE p.endorsed"
        " RETURN c.id AS id, i.id AS instrument, x.id AS side, p.until AS until, p.until_latest AS last"
        " ORDER BY id, instrument, side",
        {"ids": sorted(claims)},
    )
    found: dict[str, dict[str, dict[str, Spells]]] = {}
    for claim, instrument, side, until, last in table.rows:
        sides = found.setdefault(claim, {}).setdefault(instrument, {})
        if side is not None:
            sides.setdefault(side, []).append((last, until))
    ends = {claim: [_end(own.values()) for own in instruments.values()] for claim, instruments in found.items()}
    return {claim: max(map(_said, each))[1] or None for claim, each in ends.items() if None not in each}


def _end(sides: Iterable[Spells]) -> tuple[date | None, str | None] | None:
    """Return when the first side was no longer bound; None where both are."""
    left = [max(spells, key=_said) for spells in sides if all(is_past(last) for last, _ in spells)]
    return min(left, key=_said, default=None)


def _said(end: tuple[date | None, str | None] | None) -> tuple[date, str]:
    last, until = end or (None, None)
    return last or date.max, until or ""
