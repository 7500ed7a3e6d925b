"""The rules of the codebook that a coded claim must keep, beyond the shape of its entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tiebook.case.entries import ClaimEntry
from tiebook.case.names import Names
from tiebook.errors import BadDate
from tiebook.model.codebook import CLAIM, codebook
from tiebook.model.dates import bounds, parse
from tiebook.support.suggest import nearest

_WANTED_BY: Final = ("sought", "feared", "expected")
_ABOUT_LABELS: Final = ("Actor", "Instrument", "Issue", "Place", "Event")

Fault = tuple[str, str]  # key of the entry, message


def claim_faults(
    claim: ClaimEntry,
    names: Names,
    claims: Mapping[str, ClaimEntry],
    author: str,
) -> Iterator[Fault]:
    """Return every rule that the claim breaks, with the key to look at."""
    yield from _names(claim, names)
    yield from _ends(claim, names)
    yield from _voices(claim, author)
    yield from _extras(claim, claims)
    yield from _dates(claim)


def _names(claim: ClaimEntry, names: Names) -> Iterator[Fault]:
    any_label: tuple[str, ...] = (*codebook().labels, CLAIM)
    wanted: tuple[tuple[str, list[str], tuple[str, ...]], ...] = (
        ("from", [claim.start], any_label),
        ("to", [claim.end], any_label),
        ("holder", claim.holder, ("Actor",)),
        ("by", claim.by, ("Actor",)),
        ("regarding", claim.regarding, _ABOUT_LABELS),
        ("factor", [claim.factor] if claim.factor else [], ("Factor",)),
        ("via", claim.via, ("Instrument", "Event")),
        ("about", claim.about, (CLAIM,)),
    )
    for key, ids, labels in wanted:
        for name in ids:
            found = names.references.get(name)
            if found is None:
                yield key, names.unknown(name, "claim" if labels == (CLAIM,) else "id")
            elif found.label not in labels:
                yield key, f"{name!r} is a {found.label}; {key} takes {' or '.join(labels)}"
        if len(set(ids)) < len(ids):
            yield key, f"{key} names something twice"


def _ends(claim: ClaimEntry, names: Names) -> Iterator[Fault]:
    book = codebook()
    tie = book.ties.get(claim.tie)
    if tie is None:
        hint = nearest(claim.tie, book.ties)
        yield "tie", f"unknown tie type {claim.tie!r}: {hint or 'docs/codebook.md lists them'}"
        return
    for key, name, ends in (("from", claim.start, tie.sources), ("to", claim.end, tie.targets)):
        found = names.references.get(name)
        if found and not book.allows(ends, found.label, names.kinds.get(name, "")):
            kind = names.kinds.get(name, found.label)
            a = "an" if kind[0].lower() in "aeiou" else "a"
            yield key, f"{claim.tie} does not go {key} {a} {kind}, only {key} {' or '.join(ends)}"


def _voices(claim: ClaimEntry, author: str) -> Iterator[Fault]:
    first = claim.holder[0] if claim.holder else author
    own = claim.stance in ("asserts", "presupposes")
    if own and first != author:
        yield "stance", f"{claim.stance} is the author's; what {first} holds the author reports (or disputes)"
    if not own and first == author:
        yield "stance", f"{claim.stance} needs a holder other than the author"
    if claim.mode in _WANTED_BY and not claim.by:
        yield "mode", f"{claim.mode} by whom? (by)"


def _extras(claim: ClaimEntry, claims: Mapping[str, ClaimEntry]) -> Iterator[Fault]:
    if (claim.mode == "conditional") != (claim.condition is not None):
        yield "condition", "a condition belongs to mode conditional, and that mode needs one"
    if (claim.tie == "CONSTRAINS") != (claim.constraint is not None):
        yield "constraint", "constraint belongs to CONSTRAINS, and that type needs one"
    if claim.rank is not None and claim.tie != "RANKS":
        yield "rank", "rank belongs to RANKS"
    if (
        claim.tie == "REFUSES"
        and claim.about
        and not any("/" in a or claims[a].negated for a in claim.about if "/" in a or a in claims)
    ):
        yield "about", "REFUSES must be about a negated claim: what is refused"
    if claim.id in claim.about:
        yield "about", "a claim cannot be about itself"


def _dates(claim: ClaimEntry) -> Iterator[Fault]:
    broken = False
    for key in ("since", "until", "said_on"):
        value = getattr(claim, key)
        if value is None:
            continue
        try:
            parse(value)
        except BadDate as error:
            broken = True
            yield key, str(error)
    if not broken:
        try:
            bounds(claim.since, claim.until, event=claim.aspect == "event")
        except BadDate as error:
            yield "until", str(error)
    if claim.ended and claim.until:
        yield "ended", "ended is for an end without a date"
