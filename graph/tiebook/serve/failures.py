"""What went wrong, as a page, or as JSON where that was asked for: one line, and what to try."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tiebook import errors
from tiebook.serve.content.commands import Stretch, meant_by
from tiebook.serve.page import as_json, quoted, render

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


_NAMED: Final = ("ask", "actor", "claim")  # pages of what has a name, which the address gives
_LISTS: Final = "tiebook questions lists all"  # which every page of a failure links


def status_of(error: errors.TiebookError) -> int:
    """Return the HTTP status of a failure."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


async def failed(request: Request, error: Exception) -> Response:
    """Answer a TiebookError."""
    assert isinstance(error, errors.TiebookError)  # noqa: S101 -- narrows the type
    place = f"{error.where}: " if error.where else ""
    kind = request.url.path.split("/")[1]
    meant = []
    if kind in _NAMED and isinstance(error, errors.UsageError) and error.parameter is None:
        meant = meant_by(error, lambda name: f"/{kind}/{quoted(name)}")
    hint = None if error.hint == _LISTS else error.hint
    return failure_response(request, status_of(error), f"{place}{error.what}", hint, meant)


async def not_found(request: Request, error: Exception) -> Response:
    """Answer what Starlette itself refuses: no such page, no such method."""
    assert isinstance(error, HTTPException)  # noqa: S101 -- narrows the type
    said = "There is no such page." if error.status_code == 404 else error.detail  # noqa: PLR2004 -- the status
    return failure_response(request, error.status_code, said)


async def unexpected(request: Request, error: Exception) -> Response:
    """Answer a fault of ours: what it is, without a trace."""
    return failure_response(request, 500, f"unexpected fault: {type(error).__name__} (please report it)")


def failure_response(
    request: Request, status: int, what: str, hint: str | None = None, meant: Sequence[Stretch] = ()
) -> Response:
    """Return a failure in the form that was asked for; `meant`: pages that may have been meant, in place of the hint."""
    if request.url.path.endswith(".json") or request.method not in ("GET", "HEAD"):
        return as_json({"error": what, "hint": hint}, status=status)
    title = _TITLES.get(status, "Something went wrong")
    return render(request, "failure.html", status=status, title=title, what=what, hint=hint, meant=meant)
