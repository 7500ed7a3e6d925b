"""What went wrong, as a page, or as JSON where that was asked for: one line, and what to try."""

from __future__ import annotations

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tiebook import errors
from tiebook.serve.page import as_json, render

_STATUS: Final[tuple[tuple[type[errors.TiebookError], int], ...]] = (
    (errors.UnknownName, 404),
    (errors.TextNotFound, 404),
    (errors.UsageError, 400),
    (errors.CaseChanged, 409),
    (errors.BadSource, 400),
    (errors.WriteRefused, 400),
    (errors.QueryFailed, 400),
    (errors.LimitReached, 503),
    (errors.DatabaseMissing, 503),
    (errors.DatabaseLocked, 503),
    (errors.ServerUnreachable, 503),
)
_TITLES: Final = {
    400: "This cannot be asked",
    401: "This page needs its token",
    403: "Refused",
    404: "Not found",
    405: "Not so",
    409: "Changed meanwhile",
    413: "Too much",
    503: "Not now",
}


def status_of(error: errors.TiebookError) -> int:
    """Return the HTTP status of a failure."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


async def failed(request: Request, error: Exception) -> Response:
    """Answer a TiebookError."""
    assert isinstance(error, errors.TiebookError)  # noqa: S101 -- narrows the type
    place = f"{error.where}: " if error.where else ""
    return failure_response(request, status_of(error), f"{place}{error.what}", error.hint)


async def not_found(request: Request, error: Exception) -> Response:
    """Answer what Starlette itself refuses: no such page, no such method."""
    assert isinstance(error, HTTPException)  # noqa: S101 -- narrows the type
    said = "There is no such page." if error.status_code == 404 else error.detail  # noqa: PLR2004 -- the status
    return failure_response(request, error.status_code, said)


async def unexpected(request: Request, error: Exception) -> Response:
    """Answer a fault of ours: what it is, without a trace."""
    return failure_response(request, 500, f"unexpected fault: {type(error).__name__} (please report it)")


def failure_response(request: Request, status: int, what: str, hint: str | None = None) -> Response:
    """Return a failure in the form that was asked for."""
    if request.url.path.endswith(".json") or request.method not in ("GET", "HEAD"):
        return as_json({"error": what, "hint": hint}, status=status)
    title = _TITLES.get(status, "Something went wrong")
    return render(request, "failure.html", status=status, title=title, what=what, hint=hint)
