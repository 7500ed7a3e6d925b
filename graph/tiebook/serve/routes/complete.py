"""/complete?kind=actor&q=uni: what can be typed for a parameter, as JSON; the script of the forms asks for it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.errors import UsageError
from tiebook.questions.question import TYPES
from tiebook.serve.content.lookup import offered
from tiebook.serve.page import as_json, engine_of


def show(request: Request) -> Response:
    """Return a list of {"value": ..., "label": ...}, the best first.

    Raises UsageError for a type that no parameter has.
    """
    kind = request.query_params.get("kind", "")
    if kind not in TYPES:
        raise UsageError(f"there is no kind {kind!r}", hint=", ".join(TYPES))
    found = offered(engine_of(request), kind, request.query_params.get("q", ""))
    return as_json([choice._asdict() for choice in found])


ROUTES = [Route("/complete", show)]
