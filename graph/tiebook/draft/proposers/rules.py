"""rules: proposals by names, the codebook's words, and the frames of clauses; offline, and without a model."""

from __future__ import annotations

from collections.abc import Sequence

from tiebook.draft.protocol import Article, Paragraph, Proposal
from tiebook.draft.rules.parsing import Parse, parser
from tiebook.draft.rules.reading import Reader


class Rules:
    """Proposes what the rules find. `note` says whether a parser helps them; None where there is nothing to say."""

    name = "rules"

    def __init__(self, article: Article, parse: Parse | None = None, note: str | None = None) -> None:
        self.note = note
        self._reader = Reader(article, parse)

    def propose(self, paragraph: Paragraph) -> Sequence[Proposal]:
        """Return the proposals for a paragraph."""
        return self._reader.read(paragraph)


def make(article: Article) -> Rules:
    """Return the proposer for an article, with the parser that the user has."""
    return Rules(article, *parser())
