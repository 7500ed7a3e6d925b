"""/claim/ID: one claim with all its fields and its words, in the text where that is available; or the record behind a tie."""

from __future__ import annotations

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.ask import ask
from tiebook.ask.names import resolve
from tiebook.serve.content.answers import DATA, data_of, split_form
from tiebook.serve.content.claims import read_claims
from tiebook.serve.content.records import read_record
from tiebook.serve.content.texts import pieces, text_of_source
from tiebook.serve.content.wording import in_words
from tiebook.serve.page import engine_of, library_of, render, settings_of

_FIELDS: Final = (
    *(
        "mode",
        "negated",
        "stance",
        "held_by",
        "mode_by",
        "inferred",
        "confidence",
        "regarding",
        "factor",
        "via",
        "condition",
    ),
    *("mechanism", "constraint", "since", "until", "said_on", "makes_tie"),
)


def show(request: Request) -> Response:
    """Return the page, or what `tiebook ask evidence` answers as data."""
    engine = engine_of(request)
    record = read_record(engine, request.path_params["id"])
    if record is not None:
        title = record.gloss or f"{record.from_name} {in_words(record.tie)} {record.to_name}"
        return render(request, "record.html", title=title, record=record)
    named, form = split_form(request.path_params["id"], tuple(DATA))
    name = resolve(engine, "claim", named)
    answer = ask(engine, library_of(request).get("evidence"), {"claim": name})
    if form:
        return data_of(answer, form, "claim", settings_of(request).limits.data_rows)
    (claim,) = read_claims(engine, "MATCH (c:Claim {id: $id})", {"id": name})
    row = next(iter(answer))
    text, note = text_of_source(request, engine, claim.source)
    about = read_claims(engine, "MATCH (:Claim {id: $id})<-[:TO|ABOUT]-(c:Claim)", {"id": name})
    beside = read_claims(
        engine, "MATCH (c:Claim {paragraph: $paragraph})", {"paragraph": claim.paragraph, "source": claim.source},
        where="c.source = $source",
    )  # fmt: skip
    return render(
        request,
        "claim.html",
        title=claim.gloss or f"{claim.from_name} {claim.tie} {claim.to_name}",
        claim=claim,
        fields=[(field.replace("_", " "), row[field]) for field in _FIELDS if _is_said(row[field])],
        citation=row["citation"],
        words=pieces(text, [claim], claim.paragraph) if text is not None and claim.paragraph is not None else None,
        note=note,
        about=about,
        beside=[each for each in beside if each.id != claim.id],
    )


def _is_said(value: Any) -> bool:
    return value is not None and value != []


ROUTES = [Route("/claim/{id:path}", show)]
