"""Asks a proposer about an article, paragraph by paragraph, and lets the gate decide what stays."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from tiebook.draft.gate import Dropped, Gate, Kept
from tiebook.draft.protocol import Article, NoAnswer, Paragraph, Proposer


@dataclass(slots=True)
class Outcome:
    """What came of it. `failed`: by paragraph, why there was no whole answer; the others were answered, if with nothing."""

    kept: list[Kept] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    answered: list[int] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)


def run(
    article: Article,
    proposer: Proposer,
    gate: Gate,
    outcome: Outcome,
    *,
    only: Collection[int] | None = None,
    tell: Callable[[Paragraph], None] = lambda _: None,
) -> None:
    """Fill an outcome. It is filled as far as it went when this is interrupted.

    only -- the numbers of the paragraphs that are asked about; None for all
    tell -- is called before each paragraph
    """
    for paragraph in article.paragraphs:
        if only is not None and paragraph.number not in only:
            continue
        tell(paragraph)
        try:
            items = proposer.propose(paragraph)
        except NoAnswer as error:
            outcome.failed[paragraph.number] = error.what
            continue
        outcome.answered.append(paragraph.number)
        for item in items:
            found = gate.check(item, paragraph.number)
            if isinstance(found, Kept):
                outcome.kept.append(found)
            else:
                outcome.dropped.append(found)
