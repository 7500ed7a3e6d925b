"""The protocol of every proposer: a paragraph in, proposals out.

To add a proposer, write one file, `tiebook/draft/proposers/NAME.py`, with one function:

    def make(article: Article) -> Proposer:
        ...

and `tiebook draft CASE --by NAME` finds it. `make` sees the whole article first (for names that it introduces, or its sections);
then `propose` is called once for each paragraph, in order, and returns proposals, an empty list where the paragraph asserts
nothing. A paragraph that cannot be answered raises NoAnswer: it is reported by its number and never counted as drafted.

What a proposer returns is not trusted. The gate (`tiebook.draft.gate`) computes the place of each quote itself, and drops with a
reason what the text or the codebook does not bear out. A proposer that finds an actor which is not among the paragraph's `known`
names it as the paragraph does and gives its kind in `new`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Final, Protocol

from tiebook.case.folding import fold
from tiebook.errors import TiebookError

RENAMED: Final = {
    "start": "from",
    "end": "to",
}  # names of fields that are keywords of Python, or ambiguous beside places
LISTS: Final = ("holder", "by", "regarding", "via")  # fields of a proposal with several names
_MAPPINGS: Final = {"new": "names and kinds", "words": "names and words"}
_ID: Final = 10  # hexadecimal digits


class NoAnswer(TiebookError):
    """A proposer gave no whole answer for a paragraph: none at all, a cut one, or one that is not JSON."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entity that the case or the crosswalk knows, and where the paragraph names it.

    names -- its name and other names, also adjectives ("Iranian") and capitals ("Tehran")
    mentions -- first and last+1 character of each mention, in the paragraph's own text; none where an earlier one names it
    """

    id: str
    name: str
    label: str
    kind: str
    names: tuple[str, ...] = ()
    mentions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a proposer gets: a paragraph of the text, and what is known of it.

    known -- entities that this paragraph or an earlier one names, those of this paragraph first
    section -- the heading under which it stands; factor -- the id of the factor that the section explains
    """

    number: int
    text: str
    known: tuple[Known, ...] = ()
    section: str | None = None
    factor: str | None = None

    def json(self) -> dict[str, Any]:
        """Return the paragraph as proposers outside of Python get it."""
        here = [
            {"id": each.id, "name": each.name, "kind": each.kind, "here": bool(each.mentions)} for each in self.known
        ]
        found: dict[str, Any] = {"paragraph": self.number, "text": self.text, "actors": here}
        if self.section:
            found["section"] = self.section
        return found


@dataclass(frozen=True, slots=True)
class Article:
    """The whole article: what a proposer is made for. `author` is an id."""

    title: str
    author: str
    date: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One proposed claim. Field meanings: docs/case-format.md; ends are ids, or names as the paragraph has them.

    quote -- the clause, word for word
    new -- the kinds of actors that are not known yet, by name: {"Ministry of Trade": "GovernmentBody"}
    start_words, end_words -- where the paragraph does not name an end but refers to it ("it", "the two countries"): those words
    words -- the same for who holds, seeks or is concerned, by name: {"china": "its officials"}
    rule -- what the proposer went by, shown to the one who decides
    """

    paragraph: int
    start: str
    tie: str
    end: str
    quote: str
    mode: str = "actual"
    negated: bool = False
    holder: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    regarding: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    stance: str | None = None
    sign: int | None = None
    aspect: str | None = None
    constraint: str | None = None
    mechanism: str | None = None
    condition: str | None = None
    since: str | None = None
    until: str | None = None
    said_on: str | None = None
    ended: bool = False
    rank: int | None = None
    confidence: float | None = None
    gloss: str | None = None
    inferred: bool = False
    prefix: str = ""
    suffix: str = ""
    note: str | None = None
    start_words: str | None = None
    end_words: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    new: Mapping[str, str] = field(default_factory=dict)
    rule: str | None = None

    @property
    def id(self) -> str:
        """A short id, the same for the same words about the same tie, whoever proposes it."""
        what = (self.paragraph, self.start, self.tie, self.end, fold(self.quote), self.mode, self.negated)
        more = (self.holder, self.by, self.regarding)
        return hashlib.sha256(json.dumps([*what, *more]).encode()).hexdigest()[:_ID]

    def json(self) -> dict[str, Any]:
        """Return the fields that are not at their defaults, under their names in the protocol."""
        found = {}
        for each in fields(self):
            value = getattr(self, each.name)
            empty = value is None or value is False or value in ((), {}, "")
            if each.name in ("paragraph", "start", "tie", "end", "quote") or not (
                empty or (each.name == "mode" and value == "actual")
            ):
                name = RENAMED.get(each.name, each.name).replace("start_", "from_").replace("end_", "to_")
                found[name] = (
                    list(value) if isinstance(value, tuple) else dict(value) if each.name in _MAPPINGS else value
                )
        return found


@dataclass(frozen=True, slots=True)
class Malformed:
    """What was proposed and is not a proposal: the item as it came, and why."""

    item: Any
    why: str
    paragraph: int | None = None


class Proposer(Protocol):
    """Whoever proposes claims. `name` is noted with each proposal."""

    name: str

    def propose(self, paragraph: Paragraph) -> Sequence[Proposal | Malformed]:
        """Return the proposals for a paragraph.

        Raises NoAnswer if the paragraph got no whole answer.
        """
        ...


FIELDS: Final = {
    RENAMED.get(each.name, each.name).replace("start_", "from_").replace("end_", "to_"): each.name
    for each in fields(Proposal)
}
_FLAGS: Final = ("negated", "ended", "inferred")
_NUMBERS: Final = ("paragraph", "sign", "rank", "confidence")
_DATES: Final = ("since", "until", "said_on")
_DECADE: Final = re.compile(r"(?:the\s+)?(\d{3})0['\u2019]?s", re.IGNORECASE)  # the 1980s: 198X
_WHOLE: Final = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_WRITTEN_FLAGS: Final = {"true": True, "false": False}
_TEXTS: Final = frozenset(FIELDS) - {*LISTS, *_FLAGS, *_NUMBERS, *_MAPPINGS}


def read_proposal(item: Any, paragraph: int) -> Proposal | Malformed:
    """Read a proposal for a paragraph from its JSON form; what is not a proposal is returned with the reason."""
    if not isinstance(item, Mapping):
        return Malformed(item, "not an object", paragraph)
    named = whole_number(item.get("paragraph", paragraph))
    if named is None:
        return Malformed(item, "paragraph is not a number", paragraph)
    unknown = sorted(str(key) for key in item if key not in FIELDS)
    if unknown:
        return Malformed(item, f"unknown field {unknown[0]!r}", named)
    values: dict[str, Any] = {"paragraph": named}
    for name, value in item.items():
        if value is None or name == "paragraph":
            continue
        read, why = _value(name, value)
        if why:
            return Malformed(item, f"{name} {why}", named)
        values[FIELDS[name]] = read
    missing = [name for name in ("from", "tie", "to", "quote") if not values.get(FIELDS[name])]
    if missing:
        return Malformed(item, f"{missing[0]} is missing", named)
    return Proposal(**values)


def _value(name: str, value: Any) -> tuple[Any, str]:
    """Return a field's value as a proposal has it, or "" and why it is none."""
    if name in LISTS:
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list) and all(isinstance(each, str) for each in items):
            return tuple(each for each in items if each), ""
        return None, "is not a list of names"
    if name in _MAPPINGS:
        good = isinstance(value, Mapping) and all(isinstance(each, str) for each in value.values())
        return (dict(value), "") if good else (None, f"is not an object of {_MAPPINGS[name]}")
    if name in _DATES and (isinstance(value, str) or type(value) is int):  # a year may be a number
        decade = _DECADE.fullmatch(str(value).strip())
        return (f"{decade[1]}X" if decade else str(value)), ""
    if name in _TEXTS:
        return (value, "") if isinstance(value, str) else (None, "is not a text")
    if name in _FLAGS:
        flag = _WRITTEN_FLAGS.get(value.strip().lower()) if isinstance(value, str) else value
        return (flag, "") if isinstance(flag, bool) else (None, "is neither true nor false")
    if name == "confidence":
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return (float(value), "") if number else (None, "is not a number")
    whole = whole_number(value)
    return (whole, "") if whole is not None else (None, "is not a whole number")


def whole_number(value: Any) -> int | None:
    """Return a whole number, also one that is written as a text, as some models do: "5"; None for anything else."""
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        return int(value)
    return value if type(value) is int else None
