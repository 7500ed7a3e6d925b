"""Reads sentences of the tests' own by the rules."""

from __future__ import annotations

from collections.abc import Sequence

from tiebook.case import Text
from tiebook.draft.names import NameIndex
from tiebook.draft.protocol import Article, Known, Paragraph, Proposal
from tiebook.draft.rules.reading import Reader

INDEX = NameIndex(())


def article(text: str) -> Article:
    """Return a text as an article by nobody in particular, of which nothing is known."""
    INDEX.learn(text)
    found: list[Paragraph] = []
    seen: dict[str, Known] = {}
    for each in Text.of(text).paragraphs:
        places: dict[str, list[tuple[int, int]]] = {}
        for mention in INDEX.mentions(each.text):
            places.setdefault(mention.id, []).append((mention.start, mention.end))
        here = {one: INDEX.known(one, tuple(where)) for one, where in places.items()}
        found.append(
            Paragraph(each.number, each.text, (*here.values(), *(seen[one] for one in seen if one not in here)))
        )
        seen |= {one: INDEX.known(one) for one in here}
    return Article("A text", "unspecified", "2020", tuple(found))


def read(text: str) -> Sequence[Proposal]:
    """Return what the rules propose for a text."""
    whole = article(text)
    reader = Reader(whole)
    return [proposal for paragraph in whole.paragraphs for proposal in reader.read(paragraph)]


def ties(text: str) -> set[str]:
    """Return the proposed ties, each as "china SELLS_ARMS_TO iran", with "not" before what is denied and the mode after it."""
    return {
        f"{'not ' if each.negated else ''}{each.start} {each.tie} {each.end}"
        + (f" ({each.mode})" if each.mode != "actual" else "")
        for each in read(text)
    }
