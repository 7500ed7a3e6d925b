"""/cypher?q=...&p=NAME=VALUE: the console: one read-only query, guarded and limited as `tiebook query` is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.ask import Answer, query
from tiebook.ask.typed_values import parameters
from tiebook.engine import Limits
from tiebook.errors import TiebookError, UsageError
from tiebook.model.schema import edge_types, node_labels
from tiebook.serve.content.answers import DATA, data_of, split_form
from tiebook.serve.content.documents import page_of
from tiebook.serve.failures import status_of
from tiebook.serve.page import Entry, engine_of, render, settings_of
from tiebook.serve.turns import turn_of

_START: Final = (
    "MATCH (a:Actor)-[t:SELLS_ARMS_TO]->(b:Actor)\nRETURN a.name, b.name, t.since, t.quote\nORDER BY t.since"
)


def show(request: Request) -> Response:
    """Return the console, with the rows of a query where one is given; or the rows alone as data."""
    _, form = split_form(request.url.path, tuple(DATA))
    asked = request.query_params
    text = asked.get("q", "")
    if form:
        return data_of(_answer(request, text), form, "query", settings_of(request).limits.data_rows)
    values: dict[str, Any] = {
        "title": "Cypher",
        "text": text,
        "start": _START,
        "typed": "\n".join(each for each in asked.getlist("p") if each.strip()),
        "limits": settings_of(request).limits,
        "labels": sorted(node_labels()),
        "types": sorted(edge_types()),
        "query_string": request.url.query,
        "document": None,
        "failure": None,
    }
    status = 200
    if text.strip():
        try:
            answer = _answer(request, text)
        except TiebookError as error:
            values["failure"] = error
            status = status_of(error)
        else:
            document = answer.document()
            limits = settings_of(request).limits
            page = page_of(engine_of(request), document, replace(limits, rows=limits.query_rows))
            values |= {"document": document, "page": page, "notes": answer.notes}
    return render(request, "cypher.html", status=status, **values)


def _answer(request: Request, text: str) -> Answer:
    """Run the query.

    Raises UsageError if there is none, and what `query` raises.
    """
    if not text.strip():
        raise UsageError("there is no query: q=MATCH ...")
    limits = settings_of(request).limits
    typed = [line.strip() for each in request.query_params.getlist("p") for line in each.splitlines() if line.strip()]
    with turn_of(request):
        return query(
            engine_of(request),
            text,
            parameters(text, typed),
            Limits(seconds=limits.query_seconds, rows=limits.query_rows, memory_mib=limits.query_memory),
        )


ROUTES = [Route("/cypher", show), *(Route(f"/cypher{form}", show) for form in DATA)]
MENU = [Entry(30, "Cypher", "/cypher")]
