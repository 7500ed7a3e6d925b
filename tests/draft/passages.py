"""Passages coded by hand, and how much of their coding the rules find."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.draft.sentences import read
from tiebook.case.names import slug
from tiebook.draft.protocol import Proposal
from tiebook.model.codebook import codebook

PASSAGES: Final = {
    each["style"]: each
    for each in tomllib.loads((Path(__file__).parent / "passages.toml").read_text("utf-8"))["passage"]
}


@dataclass(frozen=True, slots=True)
class Found:
    """What is coded, what the rules propose, and both; ties without mode and holder, then those with a holder."""

    coded: frozenset[str]
    proposed: frozenset[str]
    held: frozenset[str]
    held_found: frozenset[str]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of the ties."""
        return 2 * len(self.coded & self.proposed) / (len(self.coded) + len(self.proposed))


def found(style: str) -> Found:
    """Return how much the rules find of a passage."""
    coded = [_coded(line) for line in PASSAGES[style]["ties"]]
    proposed = [_proposed(each) for each in read(PASSAGES[style]["text"].strip())]
    return Found(
        frozenset(tie for _, tie in coded),
        frozenset(tie for _, tie in proposed),
        frozenset(f"{holder}: {tie}" for holder, tie in coded if holder),
        frozenset(f"{holder}: {tie}" for holder, tie in proposed if holder),
    )


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


def lines() -> Iterator[str]:
    """Yield what is missed and what is too much, for reading."""
    for style in PASSAGES:
        each = found(style)
        yield f"{style}: F1 {each.f1:.2f}, {len(each.coded & each.proposed)} of {len(each.coded)}, {len(each.proposed)} proposed;"
        yield f"  holders {len(each.held & each.held_found)} of {len(each.held)}"
        yield from (f"  missed {one}" for one in sorted(each.coded - each.proposed))
        yield from (f"  too much {one}" for one in sorted(each.proposed - each.coded))
        yield from (f"  holder missed {one}" for one in sorted(each.held - each.held_found))
        yield from (f"  holder too much {one}" for one in sorted(each.held_found - each.held))


if __name__ == "__main__":
    print("\n".join(lines()))
