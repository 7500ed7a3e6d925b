"""/assets/NAME: the style sheet, the scripts and the icon of the pages."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_ASSETS: Final = files("tiebook.serve") / "assets"
_KINDS: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def show(request: Request) -> Response:
    """Return a file of `assets`; nothing else can be named."""
    name = request.path_params["name"]
    known = {each.name: each for each in _ASSETS.iterdir() if each.is_file()}
    kind = next((kind for ending, kind in _KINDS.items() if name.endswith(ending)), None)
    if kind is None or name not in known:
        raise HTTPException(404)
    return Response(known[name].read_bytes(), media_type=kind, headers={"cache-control": "no-cache"})


ROUTES = [Route("/assets/{name}", show)]
