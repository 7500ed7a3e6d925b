"""The claim line of the coding room: what a person has chosen so far, as the values of a claim, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from pydantic import ValidationError

from tiebook.case import Case, Text
from tiebook.case.correct import FIELDS
from tiebook.case.derive.claims import Filler
from tiebook.case.derive.known import known_id
from tiebook.case.entries import ClaimEntry, faults_of
from tiebook.case.names import Names, kind_fault, slug
from tiebook.case.rules import claim_faults
from tiebook.case.toml import Entry
from tiebook.draft.claim_block import coded_as
from tiebook.draft.cues import contradiction
from tiebook.draft.editing.clauses import Bounds, Words
from tiebook.draft.schema import kinds
from tiebook.errors import UsageError
from tiebook.model.codebook import CLAIM, codebook
from tiebook.model.records import Entity, Reference

PASSAGE: Final = ("quote", "prefix", "suffix", "paragraph")
_LONGEST_SELECTOR: Final = 6  # words
_ENDS: Final = {"from": "who or what does it", "tie": "the type", "to": "to whom or what"}


@dataclass(frozen=True, slots=True)
class Line:
    """A claim line: the values of the claim, and the entities that it brings. `bounds`: the words of its quote."""

    values: dict[str, Any]
    paragraph: int
    bounds: Bounds | None = None
    new: tuple[dict[str, Any], ...] = ()

    def bringing(self, more: tuple[dict[str, Any], ...]) -> Line:
        """Return the line with the entities of the proposal that it began with."""
        return replace(self, new=(*more, *self.new))


@dataclass(slots=True)
class Checked:
    """What is to say of a line: faults by field, what its own words speak against, and what follows from the rest."""

    faults: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    derived: dict[str, Any] = field(default_factory=dict)
    verdict: str = ""

    def json(self) -> dict[str, Any]:
        """Return it for the page."""
        faults = [{"field": name, "message": message} for name, message in self.faults]
        return {"faults": faults, "doubts": self.doubts, "derived": self.derived, "verdict": self.verdict}


def read_line(given: Mapping[str, Any], text: Text, base: Mapping[str, Any] | None = None) -> Line:
    """Return the line that a page sent: fields of a claim, `paragraph`, `words` (first and last) and `new` entities.

    base -- the values of the proposal or claim that it began with: where the words are the same, its quote stays as it is

    Raises UsageError if it is none.
    """
    words, new = given.get("words"), given.get("new") or []
    number = given.get("paragraph")
    paragraph = text.paragraph(number) if isinstance(number, int) and not isinstance(number, bool) else None
    if paragraph is None:
        raise UsageError(f"the text has no paragraph {number!r}")
    number = paragraph.number
    values = {name: value for name, value in given.items() if name in FIELDS and name not in (*PASSAGE, "at")}
    values = {
        name: value for name, value in values.items() if value not in (None, [], False) and (value or name == "factor")
    }
    bounds = _bounds(words, Words(paragraph)) if words is not None else None
    if bounds is not None:
        values |= passage(text, number, bounds, base)
    if not isinstance(new, list) or not all(isinstance(each, dict) for each in new):
        raise UsageError("new is not a list of entities")
    return Line(values, number, bounds, tuple(new_entity(str(each.get("name")), str(each.get("kind"))) for each in new))


def new_entity(name: str, kind: str) -> dict[str, str]:
    """Return an entity that a claim brings, as proposals keep it.

    Raises UsageError if the name gives no id, or the kind is none.
    """
    plain = " ".join(name.split())
    label = kinds().get(kind)
    if label is None:
        raise UsageError(kind_fault(kind, tuple(kinds())))
    found = (known_id(plain) if label == "Actor" else None) or slug(plain)
    if not found:
        raise UsageError(f"{name!r} gives no id: name it with letters or digits (a-z, 0-9)")
    return {"table": label.lower(), "id": found, "name": plain, "kind": kind}


def passage(text: Text, number: int, bounds: Bounds, base: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the quote of some words, with the words around it where it stands more than once in its paragraph."""
    paragraph = text.paragraphs[number - 1]
    words = Words(paragraph)
    start, end = words.stretch(bounds)
    if base is not None and quoted(text, base) == (number, bounds):
        return {name: base[name] for name in PASSAGE if name in base} | {"paragraph": number}
    quote = " ".join(paragraph.text[start:end].split())
    found: dict[str, Any] = {"quote": quote, "paragraph": number}
    here = (paragraph.start + start, paragraph.start + end)
    before, after = paragraph.text[:start].split(), paragraph.text[end:].split()
    for size in range(_LONGEST_SELECTOR + 1):
        prefix, suffix = " ".join(before[-size:] if size else []), " ".join(after[:size])
        for selector in ({"prefix": prefix}, {"suffix": suffix}, {"prefix": prefix, "suffix": suffix}):
            if (
                text.place(quote, number, prefix=selector.get("prefix", ""), suffix=selector.get("suffix", ""))[1]
                == here
            ):
                return found | {name: words for name, words in selector.items() if words}
    return found


def quoted(text: Text, values: Mapping[str, Any]) -> tuple[int, Bounds] | None:
    """Return the paragraph and the words of a claim's quote; None if it does not stand there."""
    number = values.get("paragraph")
    paragraph = text.paragraph(number) if isinstance(number, int) else None
    if paragraph is None or not isinstance(values.get("quote"), str):
        return None
    prefix, suffix = (str(values.get(name, "")) for name in ("prefix", "suffix"))
    place = text.place(values["quote"], paragraph.number, prefix=prefix, suffix=suffix)[1]
    bounds = Words(paragraph).covering(place[0] - paragraph.start, place[1] - paragraph.start) if place else None
    return (paragraph.number, bounds) if bounds else None


def check_line(case: Case, text: Text, line: Line, *, instead: str | None = None) -> Checked:
    """Check a line by the rules that `check` holds; a line without all ends yet says what is missing.

    instead -- the id of the claim that it changes
    """
    found = Checked()
    missing = [(name, f"{what} is missing") for name, what in _ENDS.items() if not line.values.get(name)]
    if missing or line.bounds is None:
        found.faults = missing or [("quote", "the words that say so are missing")]
        return found
    names = _names(case, line.new)
    values = {name: value for name, value in line.values.items() if instead is None or name != "id"}
    (filled,) = Filler(text, {}, case.sections, names, case.author).fill([Entry("claim", values, "", 0)])
    found.derived = {
        name: value for name, value in filled.entry.values.items() if name not in line.values and name != "at"
    }
    found.faults = list(filled.faults)
    try:
        claim = ClaimEntry.model_validate(filled.entry.values)
    except ValidationError as error:
        found.faults += [(key or "", message) for key, message in faults_of(error) if key not in ("at", "paragraph")]
        return found
    others = {each.claim.id: each.claim for each in case.coded}
    found.faults += claim_faults(claim, names, others, case.author)
    words = Words(text.paragraphs[line.paragraph - 1])
    wrong = words.fault(line.bounds)
    if wrong:
        found.faults.append(("quote", wrong))
    coded = coded_as(case, line.values, line.paragraph)
    if coded is not None and coded != instead:
        found.faults.append(("", f"coded already as {coded}"))
    found.verdict = codebook().verdict(claim.mode, negated=claim.negated, stance=claim.stance).why
    if not found.faults:
        start = words.stretch(line.bounds)[0]
        before = words.paragraph.text[:start]
        presupposed = claim.stance == "presupposes"
        why = contradiction(claim.tie, claim.mode, claim.quote, before, negated=claim.negated, presupposed=presupposed)
        found.doubts = [why] if why else []
    return found


def _names(case: Case, new: Sequence[Mapping[str, Any]]) -> Names:
    names = Names(derives=True, other_names=case.head.other_names)
    for entity in case.entities:
        names.declare(entity)
    for each in new:
        names.declare(Entity(kinds()[each["kind"]], each["id"], each["name"], each["kind"]))
    for coded in case.coded:
        names.references[coded.claim.id] = Reference(CLAIM, f"{case.id}/{coded.claim.id}", coded.claim.gloss)
    return names


def _bounds(words: Any, of: Words) -> Bounds:
    if (
        not isinstance(words, list)
        or [type(each) for each in words] != [int, int]
        or not 0 <= words[0] <= words[1] < len(of.places)
    ):
        raise UsageError(f"paragraph {of.paragraph.number} has no words {words!r}")
    return words[0], words[1]
