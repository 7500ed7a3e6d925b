"""/network: the picture of the network, as `tiebook view` draws it, with what is chosen for it in a form above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.ask.coverage import searched
from tiebook.ask.names import resolve
from tiebook.ask.parameters import a_date
from tiebook.engine import Engine
from tiebook.errors import UsageError, value_of
from tiebook.serve.content.commands import values_meant
from tiebook.serve.content.forms import Field, control_for
from tiebook.serve.content.lookup import Choice, few_names
from tiebook.serve.content.pictures import KIND, POLICY, policy_of
from tiebook.serve.failures import status_of
from tiebook.serve.page import Entry, engine_of, render, settings_of
from tiebook.serve.turns import turn_of

if TYPE_CHECKING:
    from tiebook.view import Network

_NAMES: Final = ("focus", "source", "as_of", "depth", "colour")
_COLOURS: Final = (Choice("sign", "by sign"), Choice("source", "by source"))


class TooLarge(UsageError):
    """The network of all sources is more than can be drawn: one source may be chosen."""


def show(request: Request) -> Response:
    """Return the page with its form; the picture itself is a page of its own inside."""
    engine = engine_of(request)
    given = _given(request)
    failure: UsageError | None = None
    smaller: list[tuple[str, str, int]] = []
    try:
        source, _ = _chosen(engine, given)
        _small_enough(request, source)
    except TooLarge as error:
        failure = error
        smaller = [
            (f"/network?{urlencode({**given, 'source': each.id})}", each.name, each.claims + each.ties)
            for each in searched(engine)
        ]
    except UsageError as error:
        failure = error
    fields = [
        Field(
            "focus", "Around", "actor", "text", given.get("focus", ""), "an actor", choices=few_names(engine, "actor")
        ),
        Field(
            "source",
            "Source",
            "source",
            "choice",
            given.get("source", ""),
            "one source",
            choices=few_names(engine, "source"),
        ),
        Field("as_of", "On", "date", control_for("date", given.get("as_of", "")), given.get("as_of", ""), "a day"),
        Field(
            "colour",
            "Line colour",
            "text",
            "choice",
            given.get("colour", "sign"),
            "the sign or the source",
            choices=_COLOURS,
        ),
    ]
    query = urlencode(given)
    return render(
        request,
        "network.html",
        status=200 if failure is None else status_of(failure),
        title="Network",
        fields=fields,
        failure=failure,
        meant=values_meant(failure, lambda value: f"/network?{urlencode({**given, **value})}"),
        smaller=smaller,
        inside=f"/network/page?{query}",
        still=f"/network.svg?{query}",
    )


def inside(request: Request) -> Response:
    """Return the interactive page, which is one file with everything in it and names the hashes of what may run."""
    from tiebook.view import page  # noqa: PLC0415 -- only where something is drawn
    from tiebook.view.layout import layout_cache  # noqa: PLC0415

    network, chosen = _network(request)
    with turn_of(request):
        text = page(network, cache=layout_cache(), **chosen)
    content = text.encode("utf-8", "replace")
    return Response(content, media_type="text/html", headers={"content-security-policy": policy_of(text)})


def still(request: Request) -> Response:
    """Return the network as SVG."""
    from tiebook.view import svg, usual  # noqa: PLC0415
    from tiebook.view.layout import layout_cache  # noqa: PLC0415

    network, chosen = _network(request)
    with turn_of(request):
        text = svg(network, cache=layout_cache(), show=usual(network, **chosen))
    return Response(text.encode("utf-8", "replace"), media_type=KIND, headers={"content-security-policy": POLICY})


def _network(request: Request) -> tuple[Network, dict[str, Any]]:
    """Return what is to be drawn, and how it opens.

    Raises TooLarge if it is too much to draw, UsageError if the actor around whom it is has no tie.
    """
    from tiebook.view.collect import collect  # noqa: PLC0415

    engine = engine_of(request)
    source, chosen = _chosen(engine, _given(request))
    _small_enough(request, source)
    with turn_of(request):
        network = collect(engine, source=source)
    if chosen["focus"] is not None and all(actor.id != chosen["focus"] for actor in network.actors):
        raise UsageError(f"{chosen['focus']} has no tie to another actor in what is drawn")
    return network, chosen


def _small_enough(request: Request, source: str | None) -> None:
    """Raise TooLarge for the network of all sources if it has more claims and ties than are drawn."""
    if source is not None:
        return
    table = engine_of(request).read("MATCH (s:Source) RETURN sum(s.claims) + sum(s.ties) AS ties")
    count = table.rows[0][0] or 0
    if count > settings_of(request).limits.drawn:
        raise TooLarge(f"{count:,} claims and ties are too many to draw at once", hint="choose a source")


def _given(request: Request) -> dict[str, str]:
    return {name: value for name in _NAMES if (value := request.query_params.get(name, "").strip())}


def _chosen(engine: Engine, given: dict[str, str]) -> tuple[str | None, dict[str, Any]]:
    """Return the source, and the options of the picture.

    Raises UsageError and its kinds for what is not known.
    """
    depth = given.get("depth", "1")
    if depth not in ("1", "2", "3"):
        raise UsageError(f"depth: {depth!r} is not 1, 2 or 3")
    colour = given.get("colour", "sign")
    if colour not in {each.value for each in _COLOURS}:
        raise UsageError(f"colour: {colour!r} is not sign or source")
    source, focus, day = None, None, None
    if "source" in given:
        with value_of("source"):
            source = resolve(engine, "source", given["source"], "source")
    if "focus" in given:
        with value_of("focus"):
            focus = resolve(engine, "actor", given["focus"], "around")
    if "as_of" in given:
        with value_of("as_of"):
            day = a_date(given["as_of"], "on")
    return source, {"focus": focus, "depth": int(depth), "as_of": day, "colour": colour}


ROUTES = [Route("/network", show), Route("/network/page", inside), Route("/network.svg", still)]
MENU = [Entry(20, "Network", "/network")]
