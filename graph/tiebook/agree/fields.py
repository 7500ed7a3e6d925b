"""What two coders may agree on in one claim: its fields, each with the measure of difference that fits it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tiebook.agree.alpha import Metric, interval, masi, nominal, ordinal
from tiebook.model.codebook import codebook
from tiebook.model.dates import parse

if TYPE_CHECKING:
    from tiebook.model.records import Claim, Reference

NONE: Final = "none"  # no value is a judgement too: no factor, no date
_DAYS: Final = 365.25

Names = Mapping[str, str]  # id of an entity or claim -> the id that both codings are given here


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its value in a claim (None: it has none here), how values differ, and whether it is compared as it stands.

    derived -- follows from other fields, so that a disagreement is listed under those
    """

    name: str
    value: Callable[[Claim, Names], Hashable]
    metric: Metric = nominal
    derived: bool = False


def _ends(claim: Claim, names: Names) -> tuple[str, str]:
    """Return both ends; of a symmetric tie in alphabetical order, for its direction says nothing."""
    one, other = _id(claim.start, names), _id(claim.end, names)
    return (min(one, other), max(one, other)) if codebook().ties[claim.tie].symmetric else (one, other)


def _actors(claim: Claim, names: Names) -> str:
    return " | ".join(sorted(_ends(claim, names)))


def _direction(claim: Claim, names: Names) -> str:
    one, other = _ends(claim, names)
    if codebook().ties[claim.tie].symmetric:
        return "both ways"
    return "in order of ids" if one <= other else "against it"


def _year(claim: Claim, names: Names) -> float | None:  # noqa: ARG001
    return round(parse(claim.since).earliest.toordinal() / _DAYS, 3) if claim.since else None


def _id(reference: Reference, names: Names) -> str:
    return names.get(reference.id, reference.id)


def _ids(references: tuple[Reference, ...], names: Names) -> frozenset[str]:
    return frozenset(_id(reference, names) for reference in references)


DIRECTION: Final = "direction"

FIELDS: Final = (
    Field("from", lambda claim, names: _ends(claim, names)[0]),
    Field("to", lambda claim, names: _ends(claim, names)[1]),
    Field("actors", _actors, derived=True),
    Field(DIRECTION, _direction, derived=True),
    Field("tie", lambda claim, _: claim.tie),
    Field("sign", lambda claim, _: claim.sign, ordinal),
    Field("aspect", lambda claim, _: claim.aspect),
    Field("mode", lambda claim, _: claim.mode),
    Field("negated", lambda claim, _: claim.negated),
    Field("stance", lambda claim, _: claim.stance),
    Field("inferred", lambda claim, _: claim.inferred),
    Field("holder", lambda claim, names: ", of ".join(_id(holder, names) for holder in claim.holders)),
    Field("by", lambda claim, names: _ids(claim.by, names), masi),
    Field("regarding", lambda claim, names: _ids(claim.regarding, names), masi),
    Field("via", lambda claim, names: _ids(claim.via, names), masi),
    Field("factor", lambda claim, names: _id(claim.factor, names) if claim.factor else NONE),
    Field("constraint", lambda claim, _: claim.constraint or NONE),
    Field("since", lambda claim, _: claim.since or NONE),
    Field("until", lambda claim, _: claim.until or ("ended" if claim.ended else NONE)),
    Field("since, in years", _year, interval, derived=True),
)
