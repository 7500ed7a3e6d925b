"""Whom the rules hear speak in an article: for proposals of others that give a statement of somebody as the author's."""

from __future__ import annotations

from tiebook.draft.protocol import Article
from tiebook.draft.rules.reading import Reader

Heard = dict[int, tuple[tuple[int, int, tuple[str, ...]], ...]]


def heard_in(article: Article) -> Heard:
    """Return by paragraph who says what: the first and last+1 character in it, and who."""
    reader = Reader(article)
    return {paragraph.number: tuple(reader.heard(paragraph)) for paragraph in article.paragraphs}
