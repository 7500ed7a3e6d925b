"""/text/SOURCE: an article with its claims beside their words; without the text, the quotes by paragraph; filtered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.serve.content.answers import rows_of
from tiebook.serve.content.claims import COLUMNS, Claim, read_claims
from tiebook.serve.content.entities import found
from tiebook.serve.content.lookup import Choice
from tiebook.serve.content.texts import Piece, pieces, text_of_source
from tiebook.serve.content.voices import elsewhere, voices
from tiebook.serve.page import engine_of, render

_FILTERS: Final[Mapping[str, Callable[[Claim], Mapping[str, str]]]] = {
    "actor": lambda claim: {
        **({claim.from_id: claim.from_name} if claim.from_actor else {}),
        **({claim.to_id: claim.to_name} if claim.to_actor else {}),
    },
    "type": lambda claim: {claim.tie: claim.tie.lower().replace("_", " ")},
    "mode": lambda claim: {claim.standing: "said to hold" if claim.standing == "actual" else claim.standing},
    "holder": lambda claim: {claim.held_by: claim.held_by} if claim.held_by else {},
}

if TYPE_CHECKING:
    from tiebook.case.text import Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its number, its text in pieces where that is available, and its claims."""

    number: int
    pieces: list[Piece] | None
    claims: list[Claim]


def show(request: Request) -> Response:
    """Return the page, or its claims as data."""
    engine = engine_of(request)
    source, form = found(engine, "Source", request.path_params["id"])
    every = read_claims(engine, "MATCH (c:Claim {source: $id})", {"id": source["id"]})
    voiced = elsewhere(engine, source["id"])
    filters: dict[str, Callable[[Claim], Mapping[str, str]]] = {
        **_FILTERS,
        "also in": lambda claim: {name: name for _, name, _ in voiced.get(claim.id, ())},
    }
    chosen = {name: request.query_params.get(name, "") for name in filters}
    kept = [
        claim for claim in every if all(not value or value in filters[name](claim) for name, value in chosen.items())
    ]
    if form:
        return rows_of([claim.record() for claim in kept], [*COLUMNS], form, "text")
    from tiebook.ask.cite import as_text, citations  # noqa: PLC0415 -- for the page alone

    text, note = text_of_source(request, engine, source["id"])
    return render(
        request,
        "text.html",
        title=source["name"],
        source=source,
        heading=source.get("full_title") or source["name"],
        citation=as_text(citations(engine, [source["id"]])),
        note=note,
        paragraphs=_paragraphs(text, kept, every=not any(chosen.values())),
        filters=[
            (name, chosen[name], _choices(every, by)) for name, by in filters.items() if voiced or name in _FILTERS
        ],
        voices=voices(engine),
        voiced=voiced,
        filtered=any(chosen.values()),
        counts=(len(kept), len(every)),
    )


def _paragraphs(text: Text | None, claims: list[Claim], *, every: bool) -> list[Paragraph]:
    """Return the paragraphs, all of them or only those with claims."""
    by_number: dict[int, list[Claim]] = {}
    for claim in claims:
        by_number.setdefault(claim.paragraph or 0, []).append(claim)
    if text is None:
        return [Paragraph(number, None, own) for number, own in sorted(by_number.items())]
    return [
        Paragraph(each.number, pieces(text, own, each.number), own)
        for each in text.paragraphs
        if (own := by_number.get(each.number, [])) or every
    ]


def _choices(claims: list[Claim], by: Callable[[Claim], Mapping[str, str]]) -> list[Choice]:
    """Return what claims can be filtered by, the most frequent first."""
    counts: dict[str, int] = {}
    labels: dict[str, str] = {}
    for claim in claims:
        for value, label in by(claim).items():
            counts[value] = counts.get(value, 0) + 1
            labels[value] = label
    return [
        Choice(value, f"{labels[value]} ({count})")
        for value, count in sorted(counts.items(), key=lambda item: -item[1])
    ]


ROUTES = [Route("/text/{id:path}", show)]
