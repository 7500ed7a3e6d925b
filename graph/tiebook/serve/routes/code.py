"""/code/CASE: the coding room; its text, its state and what can be chosen as JSON; two readings beside the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tiebook.ask.document.marks import standings
from tiebook.draft.editing.changes import CHANGES
from tiebook.draft.editing.choices import fixed_choices
from tiebook.draft.editing.editor import Editor, NotRight
from tiebook.draft.editing.room import open_room
from tiebook.draft.editing.second import beside, second_passes
from tiebook.draft.editing.shown import shown_state, shown_text
from tiebook.errors import BadCase, CaseChanged, UsageError
from tiebook.serve.page import Entry, as_json, read_json, render, settings_of
from tiebook.support.small_files import folder_name

_FAULTS: Final = 5  # shown
_SHOWS: Final = {"text": shown_text, "state": shown_state}


def first(request: Request) -> Response:
    """Go to the page of the case."""
    folder = settings_of(request).case
    if folder is None:
        raise HTTPException(404, "No case is served here: tiebook serve --case FOLDER")
    return RedirectResponse(f"/code/{folder_name(folder)}", 303)


def show(request: Request) -> Response:
    """Return the coding room."""
    editor = _editor(request)
    source = editor.case().source
    folder = _folder(request)
    return render(
        request,
        "code.html",
        title=f"Coding: {source.name}",
        base=f"/code/{folder_name(folder)}",
        reader=request.query_params.get("reader", ""),
        who=editor.who,
        source=source,
        passes=list(second_passes(folder)),
        paragraphs=editor.text.paragraphs,
    )


def data(request: Request) -> Response:
    """Return the text, or the state, as the page's script takes it."""
    shows = _SHOWS.get(request.path_params["what"])
    if shows is None:
        raise HTTPException(404)
    return as_json(shows(_editor(request)))


def choices(request: Request) -> Response:
    """Return what the codebook offers, and how answers say what is not a fact."""
    _folder(request)
    return as_json({**fixed_choices(), "standings": standings()})


def agreement(request: Request) -> Response:
    """Return two readings beside the text."""
    folder = _folder(request)
    reader = request.query_params.get("reader", "")
    second = open_room(folder, settings_of(request).text, reader) if reader else None
    if second is None:
        raise UsageError("say whose second reading: ?reader=NAME", hint=", ".join(second_passes(folder)) or None)
    found = beside(folder, second.folder, second.text)
    return render(request, "agree.html", title="Two readings", base=f"/code/{folder_name(folder)}", found=found)


async def change(request: Request) -> Response:
    """Do what the page asks for, and return the state after it."""
    if request.path_params["what"] not in CHANGES:
        raise HTTPException(404)
    sent = await read_json(request)
    if not isinstance(sent, dict):
        raise UsageError("the request is not a JSON object")
    return await run_in_threadpool(_changed, request, request.path_params["what"], sent)


def _changed(request: Request, what: str, sent: dict[str, Any]) -> Response:
    editor = _editor(request)
    try:
        return as_json(CHANGES[what](editor, sent))
    except NotRight as error:
        faults = [{"field": name, "message": message} for name, message in error.faults]
        return as_json({"error": error.what, "faults": faults}, status=422)
    except BadCase as error:
        faults = [{"field": "", "message": fault.partition(": ")[2] or fault} for fault in error.faults]
        return as_json({"error": error.what, "faults": faults}, status=422)
    except CaseChanged as error:
        return as_json({"error": error.what, "state": shown_state(editor)}, status=409)


def _folder(request: Request) -> Path:
    folder = settings_of(request).case
    if folder is None or request.path_params["case"] != folder_name(folder):
        raise HTTPException(404)
    return folder


def _editor(request: Request) -> Editor:
    try:
        editor = open_room(_folder(request), settings_of(request).text, request.query_params.get("reader", ""))
        editor.case()
    except BadCase as error:  # somebody broke it by hand
        faults = "; ".join(error.faults[:_FAULTS])
        raise UsageError(
            f"{error.what}: {faults}", hint="correct it in the file; tiebook check lists every fault"
        ) from None
    return editor


ROUTES = [
    Route("/code", first),
    Route("/code/{case}", show),
    Route("/code/{case}/agree", agreement),
    Route("/code/{case}/choices.json", choices),
    Route("/code/{case}/{what}.json", data),
    Route("/code/{case}/{what}", change, methods=["POST"]),
]
MENU = [Entry(50, "Code", "/code", lambda settings: settings.case is not None, below="/code/")]
