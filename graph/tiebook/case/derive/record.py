"""The record that a checked claim becomes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tiebook.case.entries import ClaimEntry
from tiebook.case.names import Names
from tiebook.model.codebook import codebook
from tiebook.model.records import Claim, Reference


def claim_of(claim: ClaimEntry, names: Names, source: str, author: str, known_until: date | None) -> Claim:
    """Return the record of a claim without faults.

    names -- what its ids mean; author -- the id of the default holder; known_until -- the last day of which the source can know
    """

    def references(ids: Iterable[str]) -> tuple[Reference, ...]:
        return tuple(names.references[each] for each in ids)

    return Claim(
        id=f"{source}/{claim.id}",
        source=source,
        tie=claim.tie,
        start=names.references[claim.start],
        end=names.references[claim.end],
        sign=codebook().ties[claim.tie].sign if claim.sign is None else claim.sign,
        aspect=claim.aspect,
        mode=claim.mode,
        negated=claim.negated,
        stance=claim.stance,
        holders=references(claim.holder or [author]),
        gloss=claim.gloss,
        quote=claim.quote,
        paragraph=claim.paragraph,
        confidence=float(claim.confidence),
        inferred=claim.inferred,
        ended=claim.ended,
        by=references(claim.by),
        regarding=references(claim.regarding),
        factor=names.references[claim.factor] if claim.factor else None,
        via=references(claim.via),
        about=references(claim.about),
        constraint=claim.constraint,
        mechanism=claim.mechanism,
        condition=claim.condition,
        rank=claim.rank,
        since=claim.since,
        until=claim.until,
        said_on=claim.said_on,
        start_char=claim.at[0] if claim.at else None,
        end_char=claim.at[1] if claim.at else None,
        note=claim.note,
        known_until=known_until,
    )
