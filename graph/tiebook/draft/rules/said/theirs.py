"""Who speaks as somebody's: "Its foreign minister said", "one of her advisers said", of whom the text only says whose they are."""

from __future__ import annotations

from typing import Final

from tiebook.draft.protocol import Paragraph
from tiebook.draft.rules.referring.spoken import End
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.tokens import owner
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_OWN: Final = ("its", "their", "his", "her")
_SPEAK: Final = words.REPORTERS | words.PEOPLE | words.OFFICES
_STANDS_FOR_ALL: Final = ("government", "leadership", "leader", "leaders")  # which speak for the state


def of_theirs(paragraph: Paragraph, clauses: Clauses, end: End) -> tuple[str, str] | None:
    """Return who speaks as somebody's, by name and in the words of the text: "Peru's envoy", "Its envoy".

    end -- whose they are, by "its"
    """
    if end.words is None or end.place < 0 or clauses.sentence.lower(end.place) not in _OWN:
        return None
    chunk = clauses.chunks[clauses.chunk_of(end.place)]
    tokens = [each for each in clauses.sentence.tokens[end.place : chunk.end] if each.kind != "mark"]
    plain = all(each.kind == "word" for each in tokens[1:])
    head = tokens[-1].lower
    if end.name.kind == "Person" and head.startswith("spokes"):  # who speaks as that person
        return None
    if len(tokens) == 1 or not plain or not is_noun_of(head, _SPEAK) or head in _STANDS_FOR_ALL:
        return None
    said = paragraph.text[tokens[0].start : tokens[-1].end]
    written = next((each.text for each in clauses.sentence.tokens if each.name == end.name), None)
    whose = written or (end.name.who if end.name.kind == "Person" else _named(paragraph, end))
    return (f"{owner(whose)} {paragraph.text[tokens[1].start : tokens[-1].end]}", said) if whose else None


def _named(paragraph: Paragraph, end: End) -> str | None:
    """Return how a paragraph writes the name of whom a reference means, where it names them and not only by an adjective."""
    places = [place for each in paragraph.known if each.id == end.name.who for place in each.mentions]
    those = [paragraph.text[first:last] for first, last in places]
    return next((each for each in those if not each.endswith(("an", "ese", "ish", "i")) or len(places) == 1), None)
