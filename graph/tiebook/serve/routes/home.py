"""/: the themes with their questions, and what is loaded."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.ask.coverage import searched
from tiebook.catalogue.general import in_general
from tiebook.serve.page import Entry, engine_of, library_of, render


def show(request: Request) -> Response:
    """Return the page."""
    themes: dict[str, list[tuple[str, str]]] = {}
    for question in library_of(request).all():
        themes.setdefault(question.theme, []).append((question.name, in_general(question)))
    return render(request, "home.html", title="Questions", themes=themes, sources=searched(engine_of(request)))


ROUTES = [Route("/", show)]
MENU = [Entry(10, "Questions", "/")]
