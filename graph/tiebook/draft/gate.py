"""The gate: which of a proposer's answers may be shown to a person. The others are dropped, each with its reason.

A quote counts only where it stands word for word in its paragraph, after the folding that `tiebook check` uses; its place is
computed, never taken. The same rules hold as for a claim that a person codes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from pydantic import ValidationError

from tiebook.case import Case, Text
from tiebook.case.check import MOST_WORDS
from tiebook.case.derive.claims import Filler
from tiebook.case.entries import ClaimEntry, faults_of
from tiebook.case.folding import fold, words_in
from tiebook.case.names import Names
from tiebook.case.rules import claim_faults
from tiebook.case.text import Paragraph
from tiebook.case.toml import Entry
from tiebook.draft.cues import contradiction
from tiebook.draft.ends import Ends, NotNamed
from tiebook.draft.names import NameIndex
from tiebook.draft.orders import orders
from tiebook.draft.protocol import LISTS, Malformed, Proposal
from tiebook.draft.rules.said.heard import Heard
from tiebook.draft.rules.when import open_since
from tiebook.model.codebook import UNSPECIFIED, codebook
from tiebook.model.records import Entity
from tiebook.support.suggest import nearest

Reason = Literal["form", "quote", "twice", "long", "order", "type", "end", "rule", "cue", "duplicate"]
REASONS: Final[dict[Reason, str]] = {
    "form": "not a proposal",
    "quote": "the quote is not in its paragraph",
    "twice": "the quote stands more than once in its paragraph",
    "long": "the quote is a whole sentence, or longer than a clause",
    "order": "it stands in an order to whoever drafts",
    "type": "unknown type of tie",
    "end": "an end is not named",
    "rule": "against the codebook",
    "cue": "its own words say otherwise",
    "duplicate": "proposed or coded already",
}
_COPIED: Final = (
    *("tie", "mode", "negated", "stance", "sign", "aspect", "constraint", "mechanism", "condition", "since", "until"),
    *("said_on", "ended", "rank", "confidence", "gloss", "inferred", "prefix", "suffix", "note"),
)
_STOP: Final = re.compile(r"[.!?]\s+(?=[A-Z\"\u201c])")
_SHOWN: Final = 40  # characters of an order
_WITH_ITSELF: Final = ("CONSTRAINS", "VIEWS_AS", "INFLUENCES")


@dataclass(frozen=True, slots=True)
class Kept:
    """A proposal that passed: the values of the claim it would be, its place, and the entities that it brings.

    hint -- what the one who decides should look at
    """

    proposal: Proposal
    values: dict[str, Any]
    at: tuple[int, int]
    new: tuple[Entity, ...] = ()
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """What did not pass: the item as it came, and why not."""

    item: Any
    paragraph: int | None
    reason: Reason
    why: str


class _Refused(ValueError):
    def __init__(self, reason: Reason, why: str) -> None:
        super().__init__(why)
        self.reason: Reason = reason


@dataclass(slots=True)
class Gate:
    """The gate for one case and its text. It remembers what passed, so that nothing passes twice.

    waiting -- the entities of proposals that are still open
    heard -- whom the rules hear speak in each paragraph
    """

    case: Case
    text: Text
    index: NameIndex
    waiting: tuple[Entity, ...] = ()
    heard: Heard = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    _names: Names = field(init=False)
    _ends: Ends = field(init=False)
    _seen: dict[tuple[Any, ...], list[tuple[tuple[int, int], str]]] = field(init=False)
    _orders: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note what the case says already."""
        self._names = Names(derives=True)
        for entity in self.case.entities:
            self._names.declare(entity)
        self._ends = Ends(self.text, self.index, self._names, self.case.author, self.waiting)
        self._seen = {}
        for each in self.case.coded:
            place = self.text.place(
                each.claim.quote, each.claim.paragraph, prefix=each.claim.prefix, suffix=each.claim.suffix
            )[1]
            if place is not None:
                key = _key(each.claim, self.case.author)
                self._seen.setdefault(key, []).append((place, f"coded as {each.claim.id}"))

    def check(self, item: Proposal | Malformed, asked: int | None = None) -> Kept | Dropped:
        """Return the proposal with its computed place, or why it is dropped.

        asked -- the paragraph that the proposer was asked about; an answer about another one is dropped
        """
        try:
            kept = self._checked(_asked(item, asked))
        except _Refused as refused:
            self.counts[refused.reason] += 1
            raw = item.item if isinstance(item, Malformed) else item.json()
            return Dropped(raw, item.paragraph, refused.reason, str(refused))
        self.counts["kept"] += 1
        return kept

    def _checked(self, item: Proposal) -> Kept:
        if item.tie not in codebook().ties:
            hint = nearest(item.tie, codebook().ties)
            raise _Refused("type", f"{item.tie!r} is not a type of tie" + (f": {hint}" if hint else ""))
        paragraph, at = self._placed(item)
        before = paragraph.text[: at[0] - paragraph.start]
        values, new = self._resolved(item)
        if _goes_on(item, paragraph, at, self.case.source.date):
            values["aspect"] = "state"
        self._refuse_orders(paragraph, at)
        names = self._names.copy()
        for entity in new:
            names.declare(entity)
        claim = self._claim(values, names)
        presupposed = item.stance == "presupposes"
        why = contradiction(item.tie, item.mode, item.quote, before, negated=item.negated, presupposed=presupposed)
        if why:
            raise _Refused("cue", why)
        key = _key(claim, self.case.author)
        for place, what in self._seen.get(key, ()):
            if place[0] < at[1] and at[0] < place[1]:
                raise _Refused("duplicate", what)
        self._seen.setdefault(key, []).append((at, f"proposed as {item.id}"))
        return Kept(item, values, at, new, self._perhaps_said(values, paragraph, at))

    def _perhaps_said(self, values: dict[str, Any], paragraph: Paragraph, at: tuple[int, int]) -> str | None:
        """Return who seems to say what a proposal gives as the author's: "Lima says, Chile left"; None for nobody."""
        if values.get("holder") or values.get("by") or values.get("stance") == "presupposes":
            return None
        start, end = at[0] - paragraph.start, at[1] - paragraph.start
        around = [who for first, last, who in self.heard.get(paragraph.number, ()) if first <= start and end <= last]
        names = [] if not around else [each for each in around[-1] if each != self.case.author]
        if not names:
            return None
        known = [self.index.entity(each) for each in names]
        said = [one.name if one is not None else each for one, each in zip(known, names, strict=True)]
        who = "somebody else" if names == [UNSPECIFIED] else " and ".join(said)
        return f"perhaps said by {who}, not by the author"

    def _placed(self, item: Proposal) -> tuple[Paragraph, tuple[int, int]]:
        """Return the paragraph of the quote, and its place in the text."""
        paragraph = self.text.paragraph(item.paragraph)
        if paragraph is None:
            raise _Refused("quote", f"the text has no paragraph {item.paragraph}")
        if words_in(item.quote) > MOST_WORDS:
            raise _Refused("long", f"more than {MOST_WORDS} words")
        state, place = self.text.place(item.quote, item.paragraph, prefix=item.prefix, suffix=item.suffix)
        if place is None and state == "ambiguous":
            raise _Refused(
                "twice", f"it occurs more than once in paragraph {item.paragraph}: quote more, or add prefix"
            )
        if place is None:
            raise _Refused("quote", f"not word for word in paragraph {item.paragraph}")
        if fold(item.quote).strip("\"' .!?") in [each.strip("\"' ") for each in paragraph.sentences()]:
            raise _Refused("long", "a whole sentence; quote the clause that carries the claim")
        return paragraph, place

    def _refuse_orders(self, paragraph: Paragraph, at: tuple[int, int]) -> None:
        """Refuse what stands where a paragraph gives orders to whoever drafts."""
        if paragraph.number not in self._orders:
            self._orders[paragraph.number] = tuple(orders(paragraph.text))
        for start, end in self._orders[paragraph.number]:
            if at[0] < paragraph.start + end and paragraph.start + start < at[1]:
                said = " ".join(paragraph.text[start:end].split())[:_SHOWN].strip()
                raise _Refused("order", f"the article does not assert it: {said!r} orders a reader to do something")

    def _resolved(self, item: Proposal) -> tuple[dict[str, Any], tuple[Entity, ...]]:
        """Return the claim's values with ids for names, and the entities that are new."""
        new: dict[str, Entity] = {}

        def resolved(name: str, words: str | None = None, *, anybody: bool = False) -> str:
            try:
                found = self._ends.resolve(name, item.paragraph, item.new, words, anybody=anybody)
            except NotNamed as error:
                raise _Refused("end", str(error)) from None
            if isinstance(found, Entity):
                new.setdefault(found.id, found)
                return found.id
            return found

        values: dict[str, Any] = {"from": resolved(item.start, item.start_words, anybody=True)}
        values["to"] = resolved(item.end, item.end_words, anybody=True)
        if values["from"] == values["to"] and item.tie not in _WITH_ITSELF:
            raise _Refused("rule", f"a tie of {values['from']} with itself")
        for name in _COPIED:
            value = getattr(item, name)
            if value is not None and value is not False and value != "" and (name, value) != ("mode", "actual"):
                values[name] = value
        for name in LISTS:
            if getattr(item, name):
                ids = [resolved(each, item.words.get(each), anybody=True) for each in getattr(item, name)]
                values[name] = list(dict.fromkeys(ids))
        if values.get("stance") == "presupposes" and values.get("holder", [self.case.author]) != [self.case.author]:
            del values["stance"]  # what somebody else holds the author reports
        values |= {"quote": item.quote, "paragraph": item.paragraph}
        return values, tuple(new.values())

    def _claim(self, values: dict[str, Any], names: Names) -> ClaimEntry:
        """Return the claim that the values make, by the rules that `check` holds."""
        filler = Filler(self.text, {}, self.case.sections, names, self.case.author)
        (filled,) = filler.fill([Entry("claim", {key: value for key, value in values.items() if value != ""}, "", 0)])
        try:
            claim = ClaimEntry.model_validate(filled.entry.values)
        except ValidationError as error:
            raise _Refused("rule", faults_of(error)[0][1]) from None
        for _, why in (*filled.faults, *claim_faults(claim, names, {}, self.case.author)):
            raise _Refused("rule", why)
        return claim


def _asked(item: Proposal | Malformed, asked: int | None) -> Proposal:
    if isinstance(item, Malformed):
        raise _Refused("form", item.why)
    if asked is not None and item.paragraph != asked:
        raise _Refused("form", f"about paragraph {item.paragraph}; {asked} was asked for")
    return item


def _goes_on(item: Proposal, paragraph: Paragraph, at: tuple[int, int], published: str) -> bool:
    """Return whether a type that is an event by default goes on here: "has supplied drones since 2021" is not "in 2021"."""
    event = codebook().ties[item.tie].aspect == "event" and item.aspect is None and item.mode == "actual"
    if not event or item.since is None or item.until is not None or item.ended:
        return False
    start, end = at[0] - paragraph.start, at[1] - paragraph.start
    first = max((match.end() for match in _STOP.finditer(paragraph.text, 0, start)), default=0)
    stop = _STOP.search(paragraph.text, end)
    return open_since(paragraph.text[first : stop.end() if stop else None].strip(), item.since, published)


def _key(claim: ClaimEntry, author: str) -> tuple[Any, ...]:
    """Return what makes two claims on one passage the same."""
    ends = (claim.start, claim.end)
    tie = codebook().ties[claim.tie]
    return (
        claim.paragraph,
        claim.tie,
        tuple(sorted(ends)) if tie.symmetric else ends,
        claim.mode,
        claim.negated,
        tuple(claim.holder or [author]),
    )
