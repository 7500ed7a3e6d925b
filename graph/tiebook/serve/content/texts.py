"""The text of a source, where it is available, cut where claims quote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request

from tiebook.ask.texts import text_of_source as text_in_graph
from tiebook.engine import Engine
from tiebook.errors import TextNotFound
from tiebook.serve.content.claims import Claim
from tiebook.serve.page import settings_of
from tiebook.support.resources import text_file

if TYPE_CHECKING:
    from tiebook.case.text import Text


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph, and the places (from 1) in the list of the paragraph's claims that quote it."""

    text: str
    claims: tuple[int, ...]


def text_of_source(request: Request, engine: Engine, source: str) -> tuple[Text | None, str | None]:
    """Return the text that a source was coded from, and what is to be said where it is not available."""
    shipped = text_in_graph(engine, source)
    if shipped is not None:
        return shipped, None
    settings = settings_of(request)
    wanted = engine.read("MATCH (s:Source {id: $id}) RETURN s.sha256 AS sha256", {"id": source}).rows
    own = None if settings.case is None else _named_by(settings.case)
    for path in filter(None, (text_file(settings.text), own)):
        text = _read(path)
        if text is not None and wanted and text.sha256 == wanted[0][0]:
            return text, None
    return None, "The text is not available here: start with --text FILE to read it."


def pieces(text: Text, claims: Iterable[Claim], number: int) -> list[Piece] | None:
    """Return a paragraph in pieces, cut where the quotes of its claims begin and end; None if there is none."""
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


def _named_by(case: Path) -> Path | None:
    from tiebook.case.check import text_named_by  # noqa: PLC0415 -- cases are read by pydantic: 100 ms

    return text_named_by(case)


def _read(path: Path) -> Text | None:
    from tiebook.case.text import Text  # noqa: PLC0415

    try:
        return Text.read(path)
    except TextNotFound:
        return None
