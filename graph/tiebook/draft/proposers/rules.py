"""rules: proposals by names, the codebook's words, and the frames of clauses; offline, and without a model."""

from __future__ import annotations

from collections.abc import Sequence

from tiebook.draft.protocol import Article, Paragraph, Proposal
from tiebook.draft.rules.reading import Reader


class Rules:
    """Proposes what the rules find."""

    name = "rules"

    def __init__(self, article: Article) -> None:
        self._reader = Reader(article)

    def propose(self, paragraph: Paragraph) -> Sequence[Proposal]:
        """Return the proposals for a paragraph."""
        return self._reader.read(paragraph)


def make(article: Article) -> Rules:
    """Return the proposer for an article."""
    return Rules(article)
