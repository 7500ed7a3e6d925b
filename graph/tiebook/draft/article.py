"""A case and its text as proposers see it: paragraphs, with the entities that are known and where they are named."""

from __future__ import annotations

from collections import defaultdict

from tiebook.case import Case, Text
from tiebook.case.derive.sections import Section, section_of
from tiebook.draft.names import NameIndex
from tiebook.draft.protocol import Article, Known, Paragraph


def article_of(case: Case, text: Text, index: NameIndex) -> Article:
    """Return the article of a case."""
    index.learn("\n".join(paragraph.text for paragraph in text.paragraphs))
    seen: dict[str, Known] = {}
    found = []
    for paragraph in text.paragraphs:
        mentions: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for mention in index.mentions(paragraph.text):
            mentions[mention.id].append((mention.start, mention.end))
        here = {each: index.known(each, tuple(places)) for each, places in mentions.items()}
        before = [known for each, known in seen.items() if each not in here]
        section = section_of(case.sections, paragraph.number) or Section("", frozenset(), None)
        found.append(
            Paragraph(paragraph.number, paragraph.text, (*here.values(), *before), section.name or None, section.factor)
        )
        seen |= {each: index.known(each) for each in here}
    return Article(case.source.title, case.author, case.source.date, tuple(found))
