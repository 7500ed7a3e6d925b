"""The agreement of two codings: unitising first, then each field on the claims that were matched, then what to settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tiebook.agree.alpha import Alpha
from tiebook.agree.draws import DRAWS, Draws
from tiebook.agree.fields import DIRECTION, FIELDS, Field
from tiebook.agree.match import Pair, Passage, match
from tiebook.agree.same import same_entities
from tiebook.engine.base import Row, Table
from tiebook.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tiebook.case.build import Case
    from tiebook.model.records import Claim

_DIGITS: Final = 3
_SHARE: Final = 1000  # the most by which `favour` may count


@dataclass(frozen=True)
class Coding:
    """One coding of a text: the checked case, and the passages of its claims.

    missing -- the text that its case.toml names, where that is not there and no other was given
    """

    case: Case
    passages: list[Passage]
    missing: Path | None = None

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by their id within the case."""
        return {claim.id.partition("/")[2]: claim for claim in self.case.claims}


@dataclass(frozen=True)
class Agreement:
    """Two codings, matched.

    paragraphs -- only claims of these; none means all
    least -- passages that overlap by no more than this share do not match
    favour -- pair claims on equal passages so that they agree most: circular, an upper bound
    """

    one: Coding
    other: Coding
    paragraphs: frozenset[int] = field(default_factory=frozenset)
    least: float = 0.0
    favour: bool = False
    seed: int = 0
    draws: int = DRAWS

    def __post_init__(self) -> None:
        """Refuse codings of different texts.

        Raises UsageError.
        """
        hashes = [coding.case.source.paragraphs for coding in (self.one, self.other)]
        whole = [coding.case.source.sha256 for coding in (self.one, self.other)]
        numbers = self.paragraphs or range(1, max(map(len, hashes)) + 1)
        if all(hashes):
            differing = [n for n in sorted(numbers) if hashes[0][n - 1 : n] != hashes[1][n - 1 : n]]
            if differing:
                raise UsageError(f"the two code different texts: paragraph {differing[0]} is not the same in both")
        elif all(whole) and whole[0] != whole[1]:
            raise UsageError("the two code different texts: their sha256 differ")

    @cached_property
    def sides(self) -> tuple[list[Passage], list[Passage]]:
        """The passages of both that are compared."""
        one, other = (
            [each for each in coding.passages if not self.paragraphs or each.paragraph in self.paragraphs]
            for coding in (self.one, self.other)
        )
        return one, other

    @cached_property
    def names(self) -> dict[str, str]:
        """For every entity of the other coding, the id of the same thing in the first."""
        return same_entities(self.one.case, self.other.case)

    @cached_property
    def pairs(self) -> list[Pair]:
        """The matched claims."""
        return match(*self.sides, least=self.least, favour=self._alike if self.favour else None)

    def _alike(self, one: str, other: str) -> int:
        claims = self.one.claims[one], self.other.claims[other]
        same = sum(each.value(claims[0], {}) == each.value(claims[1], self.names) for each in FIELDS)
        return _SHARE * same // len(FIELDS)

    def values(self, of: Field) -> list[tuple[Pair, Any, Any]]:
        """Return both values of a field for every pair that has it; a direction only where the actors are the same."""
        matched = {self.other.claims[pair.other].id: self.one.claims[pair.one].id for pair in self.pairs}
        names = {**self.names, **matched}
        found = []
        for pair in self.pairs:
            claims = self.one.claims[pair.one], self.other.claims[pair.other]
            ours, theirs = of.value(claims[0], {}), of.value(claims[1], names)
            if of.name == DIRECTION and _ACTORS.value(claims[0], {}) != _ACTORS.value(claims[1], names):
                continue
            if ours is not None and theirs is not None:
                found.append((pair, ours, theirs))
        return found

    def table(self) -> Table:
        """Return the figures: precision, recall and F1 of the passages, then agreement and alpha of each field.

        Columns: field, measure, units (how many it rests on), agreement (share of equal values), value, low, high (95%), note.
        """
        numbers = [passage.paragraph for side in self.sides for passage in side]
        draws = Draws(numbers, self.seed, self.draws)
        rows = [*self._unitising(draws), *(self._field(each, draws) for each in FIELDS)]
        return Table(("field", "measure", "units", "agreement", "value", "low", "high", "note"), rows)

    def _unitising(self, draws: Draws) -> Iterator[Row]:
        counted = [Counter(each.paragraph for each in found) for found in (*self.sides, self.pairs)]
        places = list(draws.place)
        first, second, both = (np.array([count[number] for number in places], dtype=np.float64) for count in counted)
        measures = (
            ("precision", second, "of the second coding's claims, matched"),
            ("recall", first, "of the first coding's claims, matched"),
            ("F1", (first + second) / 2, "their harmonic mean"),
        )
        for name, whole, note in measures:

            def figure(times: Any, whole: Any = whole) -> float | None:
                return float(times @ both / (times @ whole)) if times @ whole else None

            value = figure(np.ones(len(places)))
            low, high = draws.interval(places, figure)
            yield (
                "passages",
                name,
                round(float(whole.sum())),
                None,
                _rounded(value),
                _rounded(low),
                _rounded(high),
                note,
            )

    def _field(self, of: Field, draws: Draws) -> Row:
        found = self.values(of)
        units = Alpha([(ours, theirs) for _, ours, theirs in found], of.metric)
        value = units.value() if found else None
        low, high = (
            (None, None) if value is None else draws.interval([pair.paragraph for pair, *_ in found], units.value)
        )
        same = sum(ours == theirs for _, ours, theirs in found) / len(found) if found else None
        note = None if value is not None else ("no variation: alpha says nothing" if found else "no claims to compare")
        measure = f"alpha, {of.metric.__name__}"
        return (of.name, measure, len(found), _rounded(same), _rounded(value), _rounded(low), _rounded(high), note)

    def categories(self) -> Table:
        """Return, for each value of each field, how often each coder used it, both did, and the specific agreement.

        The last is 2 both / (one + other): Spitzer & Fleiss (1974), British Journal of Psychiatry 125. Sets count by member.
        """
        rows: list[Row] = []
        for each in FIELDS:
            if each.name == "since, in years":
                continue
            one, other, both = Counter[str](), Counter[str](), Counter[str]()
            for _, ours, theirs in self.values(each):
                sets = [
                    set(map(_text, value)) if isinstance(value, frozenset) else {_text(value)}
                    for value in (ours, theirs)
                ]
                one.update(sets[0])
                other.update(sets[1])
                both.update(sets[0] & sets[1])
            for name in sorted(one | other, key=lambda name: (-one[name] - other[name], name)):
                share = 2 * both[name] / (one[name] + other[name])
                rows.append((each.name, name, one[name], other[name], both[name], _rounded(share)))
        return Table(("field", "category", "first", "second", "both", "agreement"), rows)

    def disagreements(self) -> Table:
        """Return every field on which a matched pair differs, by paragraph: what the coders have to settle."""
        rows: list[Row] = [
            (pair.paragraph, pair.one, pair.other, each.name, _text(ours), _text(theirs), pair.tied)
            for each in FIELDS
            if not each.derived
            for pair, ours, theirs in self.values(each)
            if ours != theirs
        ]
        order = {pair.one: index for index, pair in enumerate(self.pairs)}
        rows.sort(key=lambda row: (row[0], order[row[1]]))
        return Table(("paragraph", "first_claim", "second_claim", "field", "first", "second", "tied"), rows)

    def unmatched(self) -> Table:
        """Return the claims that only one coder made."""
        matched = ({pair.one for pair in self.pairs}, {pair.other for pair in self.pairs})
        rows: list[Row] = []
        for coding, side, known, word in zip(
            (self.one, self.other), self.sides, matched, ("first", "second"), strict=True
        ):
            for passage in side:
                if passage.claim not in known:
                    claim = coding.claims[passage.claim]
                    rows.append((passage.paragraph, word, passage.claim, claim.tie, claim.gloss, claim.quote))
        return Table(("paragraph", "coding", "claim", "tie", "gloss", "quote"), sorted(rows, key=lambda row: row[:2]))

    def matches(self) -> Table:
        """Return the matched claims with the overlap of their passages."""
        rows: list[Row] = [
            (
                pair.paragraph,
                pair.one,
                pair.other,
                round(pair.overlap, _DIGITS),
                pair.tied,
                self.one.claims[pair.one].gloss,
                self.other.claims[pair.other].gloss,
            )
            for pair in self.pairs
        ]
        return Table(("paragraph", "first_claim", "second_claim", "overlap", "tied", "first", "second"), rows)


_ACTORS: Final = next(each for each in FIELDS if each.name == "actors")


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _text(value: Any) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "none"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
