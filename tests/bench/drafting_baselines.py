"""Two baselines of `python -m tests.bench draft`: whoever stands in one sentence, and the codebook's words between two names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiebook.draft.protocol import Article, Paragraph, Proposal
from tiebook.draft.rules.names.naming import Namer
from tiebook.draft.rules.quoting import quote
from tiebook.draft.rules.syntax.sentences import sentences
from tiebook.draft.rules.syntax.tokens import Name, Sentence
from tiebook.draft.rules.words.lexicon import lexicon
from tiebook.draft.rules.words.vocabulary import VERBS
from tiebook.model.codebook import codebook

WINDOW = 12  # tokens between two names


@dataclass(slots=True)
class _Pairs:
    """Proposes a tie for two actors of a sentence: of the type that a word between them says, or always of one type."""

    name: str
    namer: Namer
    always: str | None

    def propose(self, paragraph: Paragraph) -> Sequence[Proposal]:
        """Return a proposal for each pair."""
        return list(self._proposals(paragraph))

    def _proposals(self, paragraph: Paragraph) -> Iterator[Proposal]:
        for sentence in sentences(paragraph.text, self.namer.names(paragraph)):
            places = [
                (place, token.name)
                for place, token in enumerate(sentence.tokens)
                if token.name is not None and token.name.label == "Actor"
            ]
            for number, (first, one) in enumerate(places):
                for last, other in places[number + 1 :]:
                    tie = self.always or _between(sentence, first, last)
                    words = quote(paragraph.text, sentence, first, last, first)
                    if tie is not None and one.who != other.who and words is not None:
                        yield _proposal(paragraph, tie, one, other, words.text, words.prefix)


def _between(sentence: Sentence, first: int, last: int) -> str | None:
    """Return the type of the first word of the lexicon between two names, or right after them."""
    if last - first > WINDOW:
        return None
    for place in range(first + 1, min(last + 4, len(sentence.tokens))):
        word = sentence.lower(place)
        patterns = (*lexicon().verbs.get(VERBS.get(word, ("", ""))[0], ()), *lexicon().nouns.get(word, ()))
        if patterns:
            return patterns[-1].tie
    return None


def _proposal(paragraph: Paragraph, tie: str, one: Name, other: Name, text: str, prefix: str) -> Proposal:
    new = {name.who: name.kind for name in (one, other) if name.new}
    constraint = "imposed" if tie == "CONSTRAINS" else None
    return Proposal(
        paragraph=paragraph.number,
        start=one.who,
        tie=tie,
        end=other.who,
        quote=text,
        prefix=prefix,
        new=new,
        constraint=constraint,
    )


def co_occurrence(article: Article) -> _Pairs:
    """Return the proposer for which two actors in one sentence cooperate."""
    assert "COOPERATES_WITH" in codebook().ties
    return _Pairs("co-occurrence", Namer(article), "COOPERATES_WITH")


def lexicon_window(article: Article) -> _Pairs:
    """Return the proposer that takes the first name for the one that acts, and a word of the codebook near both for the type."""
    return _Pairs("lexicon window", Namer(article), None)
