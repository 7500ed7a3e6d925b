"""Passages and whole texts coded by hand, and how much of their coding the rules find."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.draft.sentences import article, read
from tiebook.case.names import slug
from tiebook.draft.protocol import Proposal
from tiebook.draft.rules.names.naming import Namer
from tiebook.model.codebook import codebook

HERE: Final = Path(__file__).parent
PASSAGES: Final = {
    each["style"]: each for each in tomllib.loads((HERE / "passages.toml").read_text("utf-8"))["passage"]
}
TEXTS: Final = {each["style"]: each for each in tomllib.loads((HERE / "texts.toml").read_text("utf-8"))["text"]}


@dataclass(frozen=True, slots=True)
class Found:
    """What is coded, what the rules propose, and both; ties without mode and holder, then those with a holder."""

    coded: frozenset[str]
    proposed: frozenset[str]
    held: frozenset[str]
    held_found: frozenset[str]
    named: frozenset[str] = frozenset()
    named_found: frozenset[str] = frozenset()

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of the ties."""
        return 2 * len(self.coded & self.proposed) / (len(self.coded) + len(self.proposed))

    @property
    def named_f1(self) -> float:
        """The harmonic mean of precision and recall of who is named in which paragraph."""
        return 2 * len(self.named & self.named_found) / (len(self.named) + len(self.named_found))

    @property
    def pairs(self) -> float:
        """The share of the coded pairs of actors for which anything is proposed."""
        coded, proposed = (_pairs(each) for each in (self.coded, self.proposed))
        return len(coded & proposed) / len(coded)


def found(style: str) -> Found:
    """Return how much the rules find of a passage or a text."""
    one = (PASSAGES | TEXTS)[style]
    said = one["text"].strip()
    coded = [_coded(line) for line in one["ties"]]
    proposed = [_proposed(each) for each in read(said)]
    return Found(
        frozenset(tie for _, tie in coded),
        frozenset(tie for _, tie in proposed),
        frozenset(f"{holder}: {tie}" for holder, tie in coded if holder),
        frozenset(f"{holder}: {tie}" for holder, tie in proposed if holder),
        frozenset(f"{n} {who}" for n, line in enumerate(one.get("mentions", ()), 1) for who in line.split()),
        frozenset(_named(said)),
    )


def _named(said: str) -> Iterator[str]:
    whole = article(said)
    namer = Namer(whole)
    for paragraph in whole.paragraphs:
        yield from (
            f"{paragraph.number} {slug(name.who)}" for name in namer.mentions(paragraph) if name.label == "Actor"
        )


def _pairs(ties: frozenset[str]) -> set[frozenset[str]]:
    return {frozenset((start, end)) for start, _, end in (tie.split() for tie in ties)}


def _coded(line: str) -> tuple[str, str]:
    holder, _, said = line.rpartition(": ")
    start, tie, end = said.removeprefix("not ").partition(" (")[0].split()
    return holder, _tie(start, tie, end)


def _proposed(each: Proposal) -> tuple[str, str]:
    holder = slug(each.holder[-1]) if each.holder else ""
    return holder, _tie(slug(each.start), each.tie, slug(each.end))


def _tie(start: str, tie: str, end: str) -> str:
    if codebook().ties[tie].symmetric and end < start:
        start, end = end, start
    return f"{start} {tie} {end}"


def lines(styles: Iterable[str]) -> Iterator[str]:
    """Yield what is missed and what is too much, for reading."""
    for style in styles:
        each = found(style)
        yield f"{style}: F1 {each.f1:.2f}, {len(each.coded & each.proposed)} of {len(each.coded)}, {len(each.proposed)} proposed;"
        yield f"  pairs {each.pairs:.2f}; holders {len(each.held & each.held_found)} of {len(each.held)}"
        if each.named:
            yield f"  mentions F1 {each.named_f1:.2f}"
        for what, there, those in (
            ("", each.coded, each.proposed),
            ("holder ", each.held, each.held_found),
            ("name ", each.named, each.named_found if each.named else frozenset()),
        ):
            yield from (f"  {what}missed {one}" for one in sorted(there - those))
            yield from (f"  {what}too much {one}" for one in sorted(those - there))


if __name__ == "__main__":
    print("\n".join(lines(sys.argv[1:] or [*PASSAGES, *TEXTS])))
