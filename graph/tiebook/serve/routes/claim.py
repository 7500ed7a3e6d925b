"""/claim/ID: one claim with all its fields and its words, in the text where that is available; or the record behind a tie."""

from __future__ import annotations

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.ask import ask
from tiebook.ask.names import resolve
from tiebook.engine import Engine
from tiebook.serve.content.answers import CITED, DATA, cited, data_of, split_form
from tiebook.serve.content.claims import Claim, read_claims
from tiebook.serve.content.records import read_record
from tiebook.serve.content.texts import pieces, text_of_source
from tiebook.serve.content.wording import in_words
from tiebook.serve.page import engine_of, library_of, quoted, render, settings_of
from tiebook.support.small_files import folder_name

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
    named, form = split_form(request.path_params["id"], (*DATA, *CITED))
    record = read_record(engine, named if form in CITED else request.path_params["id"])
    if record is not None:
        if form in CITED:
            return cited(engine, [record.source], form)
        title = record.gloss or f"{record.from_name} {in_words(record.tie)} {record.to_name}"
        return render(request, "record.html", title=title, record=record)
    name = resolve(engine, "claim", named)
    if form in CITED:
        return cited(engine, [name.partition("/")[0]], form)
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
        correcting=_correcting(request, engine, claim),
    )


def _correcting(request: Request, engine: Engine, claim: Claim) -> dict[str, str | None] | None:
    """Return how to correct a claim: `room` is the address of its paragraph in the coding room, `command` another way.

    None for a claim that no file of a case holds: only a coded text has a date.
    """
    if not engine.read("MATCH (s:Source {id: $id}) WHERE s.date IS NOT NULL RETURN s.id", {"id": claim.source}).rows:
        return None
    folder = settings_of(request).case
    if folder is not None and folder_name(folder) == claim.source:
        return {"room": f"/code/{quoted(claim.source)}#p{claim.paragraph}", "command": None}
    from tiebook.sync.cases import shipped_cases  # noqa: PLC0415 -- of this page only

    ships = claim.source in shipped_cases()
    where = f"--copy-to my-{claim.source}" if ships else "--case FOLDER"
    return {"room": None, "command": f"tiebook correct {claim.id} FIELD=VALUE {where}"}


def _is_said(value: Any) -> bool:
    return value is not None and value != []


ROUTES = [Route("/claim/{id:path}", show)]
