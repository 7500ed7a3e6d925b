"""The text of a source, where it is at hand, cut where claims quote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from starlette.requests import Request

from tiebook.case.check import text_named_by
from tiebook.case.text import Text
from tiebook.engine import Engine
from tiebook.errors import TextNotFound
from tiebook.serve.content.claims import Claim
from tiebook.serve.page import settings_of
from tiebook.support.resources import resource_folder, text_file
from tiebook.sync.cases import shipped_cases


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph, and the places (from 1) in the list of the paragraph's claims that quote it."""

    text: str
    claims: tuple[int, ...]


def text_of_source(request: Request, engine: Engine, source: str) -> tuple[Text | None, str | None]:
    """Return the text that a source was coded from, and what is to be said where it is not at hand, or is another edition."""
    settings = settings_of(request)
    rows = engine.read("MATCH (s:Source {id: $id}) RETURN s.sha256 AS sha256", {"id": source}).rows
    wanted = rows[0][0] if rows else None
    folders = [settings.case, resource_folder("loaders") / source if source in shipped_cases() else None]
    named = [text_file(settings.text), *(text_named_by(folder) for folder in folders if folder is not None)]
    found = [text for path in named if path is not None and (text := _read(path)) is not None]
    for text in found:
        if wanted is not None and text.sha256 == wanted:
            return text, None
    return None, "The text itself is not at hand: start with --text FILE to read it here."


def pieces(text: Text, claims: Iterable[Claim], number: int) -> list[Piece] | None:
    """Return a paragraph in pieces, cut where the quotes of its claims begin and end; None where there is none."""
    paragraph = text.paragraph(number)
    if paragraph is None:
        return None
    spans: list[tuple[int, int, int]] = []
    for place, claim in enumerate(claims, start=1):
        _, found = text.place(claim.quote, number) if claim.quote else ("lost", None)
        if found is not None:
            spans.append((found[0] - paragraph.start, found[1] - paragraph.start, place))
    cuts = sorted({0, len(paragraph.text), *(cut for start, end, _ in spans for cut in (start, end))})
    return [
        Piece(paragraph.text[left:right], tuple(place for start, end, place in spans if start <= left and right <= end))
        for left, right in pairwise(cuts)
    ]


def _read(path: Path) -> Text | None:
    try:
        return Text.read(path)
    except TextNotFound:
        return None
