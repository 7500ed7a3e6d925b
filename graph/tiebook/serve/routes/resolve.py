"""/resolve: names that no load could resolve, with the nearest actors; decided and undone as `tiebook resolve` does."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.errors import UsageError
from tiebook.serve.page import Entry, as_json, read_json, render


def show(request: Request) -> Response:
    """Return the page."""
    from tiebook.crosswalk.decisions import Decisions, decisions_file  # noqa: PLC0415 -- most pages read no crosswalk: 150 ms
    from tiebook.crosswalk.table import crosswalk  # noqa: PLC0415
    from tiebook.sources.resolving import text_of, waiting  # noqa: PLC0415

    kept = Decisions(decisions_file())
    names = {actor.id: actor.name for actor in map(crosswalk().entity, crosswalk().actors)}
    sources = [
        {
            "id": each.source,
            "names": [
                {
                    "text": text_of(one),
                    "count": one.count,
                    "near": [(actor, names.get(actor, actor)) for actor in one.candidates],
                }
                for one in sorted(each.names, key=lambda one: (-one.count, one.text))
            ],
            "decided": [(text, actor, names.get(actor, actor)) for _, text, actor in each.decided],
        }
        for each in waiting(kept)
    ]
    actors = sorted(names.items(), key=lambda each: each[1])
    return render(request, "resolve.html", title="Names", sources=sources, actors=actors, path=kept.path)


async def change(request: Request) -> Response:
    """Store a decision, or withdraw it."""
    what = request.path_params["what"]
    if what not in ("decide", "undo"):
        raise HTTPException(404)
    sent = await read_json(request)
    if not isinstance(sent, dict):
        raise UsageError("the request is not a JSON object")
    source, name = _text(sent, "source"), _text(sent, "name")
    if what == "undo":
        return as_json({"source": await run_in_threadpool(_undone, source, name)})
    actor = _text(sent, "actor")
    where, decided, shown = await run_in_threadpool(_decided, source, name, actor)
    return as_json({"source": where, "actor": decided, "name": shown})


def _decided(source: str, name: str, actor: str) -> tuple[str, str, str]:
    """Decide; return the source, the actor's id and its name."""
    from tiebook.crosswalk.decisions import Decisions, decisions_file  # noqa: PLC0415
    from tiebook.crosswalk.table import crosswalk  # noqa: PLC0415
    from tiebook.sources.resolving import decide  # noqa: PLC0415

    where, decided = decide(Decisions(decisions_file()), source, name, actor)
    return where, decided, crosswalk().entity(decided).name


def _undone(source: str, name: str) -> str:
    from tiebook.crosswalk.decisions import Decisions, decisions_file  # noqa: PLC0415
    from tiebook.sources.resolving import undecide  # noqa: PLC0415

    return undecide(Decisions(decisions_file()), source, name)


def _text(sent: dict[str, object], name: str) -> str:
    value = sent.get(name)
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"{name} is missing")
    return value


ROUTES = [Route("/resolve", show), Route("/resolve/{what}", change, methods=["POST"])]
MENU = [Entry(60, "Names", "/resolve")]
