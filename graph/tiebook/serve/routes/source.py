"""/source/ID: what a source is, what it covers, and all that it says."""

from __future__ import annotations

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.ask.coverage import searched
from tiebook.engine import Engine
from tiebook.model.codebook import codebook
from tiebook.serve.content.answers import rows_of
from tiebook.serve.content.claims import COLUMNS, by_tie, read_claims
from tiebook.serve.content.entities import found
from tiebook.serve.page import engine_of, render

_TOLD: Final = (
    "full_title",
    "outlet",
    "date",
    "version",
    "language",
    "coder",
    "coded_on",
    "licence",
    "universe",
    "note",
)


def show(request: Request) -> Response:
    """Return the page, or what the source says as data."""
    from tiebook.ask.cite import as_text, citations  # noqa: PLC0415

    engine = engine_of(request)
    source, form = found(engine, "Source", request.path_params["id"])
    claims = read_claims(engine, "MATCH (c:Claim {source: $id})", {"id": source["id"]})
    if form:
        return rows_of([claim.record() for claim in claims], [*COLUMNS], form, "source")
    return render(
        request,
        "source.html",
        title=source["name"],
        source=source,
        covers=next((each for each in searched(engine) if each.id == source["id"]), None),
        told=[(name.replace("_", " "), source[name]) for name in _TOLD if source.get(name) is not None],
        citation=as_text(citations(engine, [source["id"]])),
        claims=[*by_tie(claims)],
        count=len(claims),
        actors=_most(engine, source["id"]),
        records=[] if claims else _records(engine, source),
    )


def _most(engine: Engine, source: str) -> list[tuple[str, str, int]]:
    """Return (id, name, claims) of the actors about which a source says most."""
    table = engine.read(
        "MATCH (c:Claim {source: $id})-[:FROM|TO]->(a:Actor) RETURN a.id AS id, a.name AS name, count(DISTINCT c.id) AS claims"
        " ORDER BY claims DESC, name LIMIT 12",
        {"id": source},
    )
    return [(row[0], row[1], row[2]) for row in table.rows]


def _records(engine: Engine, source: dict[str, Any]) -> list[dict[str, Any]]:
    """Return how many ties of each type a data set has."""
    found_: list[dict[str, Any]] = []
    for tie in sorted(set(source.get("tie_types") or ()) & set(codebook().ties)):
        table = engine.read(
            f"MATCH (a)-[t:{tie}]->(b) WHERE t.source = $id RETURN count(*) AS ties, min(t.since_earliest) AS first,"
            " max(t.since_latest) AS last",
            {"id": source["id"]},
        )
        found_ += [{"tie": tie, **row} for row in table.records()]
    return found_


ROUTES = [Route("/source/{id:path}", show)]
