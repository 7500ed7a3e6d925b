"""Who may ask: every cell of Host x Origin x Sec-Fetch-Site x token x method; what may be written; limits of size and number."""

from __future__ import annotations

import asyncio
import threading
from itertools import product

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tests.serve.asgi import Reply, request
from tests.serve.conftest import HERE, TOKEN
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.app import create_app
from tiebook.serve.guard import Guard
from tiebook.serve.settings import Limits, Settings

GOOD_HOSTS = ("127.0.0.1:8765", "localhost:8765", "[::1]:8765", "LOCALHOST", "127.0.0.1")
BAD_HOSTS = (
    *("", "evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example:8765"),
    *("127.0.0.1@evil.example", "[::1].evil.example", "[::1", "::1", "[::2]:8765", "0.0.0.0:8765", "127.0.0.1:x"),
)
ORIGINS = (None, "own", "null", "http://evil.example", "http://127.0.0.1:9999")
SITES = (None, "same-origin", "same-site", "cross-site", "none")
TOKENS = ("", "cookie", "wrong cookie", "bearer", "wrong bearer", "address")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
JSON = [("content-type", "application/json"), ("content-length", "2")]


class Probe:
    """A page that counts who reached it."""

    def __init__(self) -> None:
        self.reached = 0

    def __call__(self, _: Request) -> Response:
        self.reached += 1
        return PlainTextResponse("reached")


@pytest.fixture(scope="module")
def probed(shipped_engine: KgliteEngine) -> tuple[Guard, Probe]:
    """Return the application with a page for every method."""
    app = create_app(Settings(token=TOKEN), lambda: shipped_engine)
    probe = Probe()

    def page(asked: Request) -> Response:
        return probe(asked)

    app.pages.router.routes.append(Route("/probe", page, methods=list(METHODS)))
    return app, probe


def headers_of(host: str, origin: str | None, site: str | None, token: str) -> list[tuple[str, str]]:
    """Return the headers of one cell."""
    found = [("host", host), *JSON]
    if origin is not None:
        found.append(("origin", f"http://{host.lower()}" if origin == "own" else origin))
    if site is not None:
        found.append(("sec-fetch-site", site))
    value = "wrong" if "wrong" in token else TOKEN
    if "cookie" in token:
        found.append(("cookie", f"tiebook-8765={value}"))
    if "bearer" in token:
        found.append(("authorization", f"Bearer {value}"))
    return found


def expected(host: str, origin: str | None, site: str | None, token: str, method: str) -> tuple[int, bool]:
    """Return the status of a cell, and whether the page is reached: the rules as the documentation states them."""
    if host in BAD_HOSTS:
        return 421, False
    carried = token in ("cookie", "bearer")
    if method in ("GET", "HEAD"):
        return (200, carried) if carried or token == "address" else (401, False)
    if not carried:
        return 401, False
    from_here = origin in (None, "own") and (site == "same-origin" or (site is None and origin == "own"))
    return (200, True) if from_here else (403, False)


@pytest.mark.parametrize("method", METHODS)
def test_every_cell_of_the_matrix(method: str, probed: tuple[Guard, Probe]) -> None:
    app, probe = probed

    async def cells() -> None:
        for host, origin, site, token in product((*GOOD_HOSTS, *BAD_HOSTS), ORIGINS, SITES, TOKENS):
            before = probe.reached
            address = f"/probe?token={TOKEN}" if token == "address" else "/probe"
            reply = await request(app, method, address, headers_of(host, origin, site, token), b"{}")
            cell = (host, origin, site, token, method)
            assert (reply.status, probe.reached > before) == expected(host, origin, site, token, method), cell
            check_headers(reply)

    asyncio.run(cells())


def check_headers(reply: Reply) -> None:
    """See that a reply opens nothing to others."""
    assert not [name for name in reply.headers if name.startswith("access-control-")]
    policy = reply.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["cross-origin-resource-policy"] == "same-origin"
    assert reply.headers["cache-control"] == "no-store"
    assert TOKEN.encode() not in reply.body


def test_a_wrong_token_in_the_address_opens_nothing(probed: tuple[Guard, Probe]) -> None:
    app, _ = probed
    for wrong in ("", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "%00", "é"):
        reply = asyncio.run(request(app, "GET", f"/probe?token={wrong}", [("host", "127.0.0.1:8765")]))
        assert reply.status == 401
        assert "set-cookie" not in reply.headers


def test_only_what_runs_and_styles_is_open_without_a_token(probed: tuple[Guard, Probe]) -> None:
    app, _ = probed
    for address, status in (("/assets/site.css", 200), ("/assets/../settings.py", 404), ("/assets/", 404), ("/", 401)):
        assert asyncio.run(request(app, "GET", address, [("host", "localhost:8765")])).status == status


@pytest.mark.parametrize("target", ["//evil.example/x", "/\\evil.example", "///evil.example", "/ask/x"])
def test_the_token_leads_to_this_site_only(target: str, probed: tuple[Guard, Probe]) -> None:
    app, _ = probed
    reply = asyncio.run(request(app, "GET", "/", [("host", "localhost:8765")]))
    assert reply.status == 401
    scope_reply = asyncio.run(
        request(app, "GET", f"http://localhost{target}?token={TOKEN}", [("host", "localhost:8765")])
    )
    if scope_reply.status == 200:
        where = scope_reply.body.decode().split("url=")[1].split('"')[0]
        assert where.startswith("/")
        assert where[1:2] not in ("/", "\\")


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"content-type": ""}, 415),
        ({"content-type": "application/json; charset=utf-8"}, 200),
        ({"content-length": ""}, 411),
        ({"content-length": "-1"}, 411),
        ({"content-length": str((1 << 20) + 1)}, 413),
        ({"content-length": str(1 << 20)}, 200),
    ],
)
def test_what_is_written_is_json_of_a_stated_size(
    changed: dict[str, str], status: int, probed: tuple[Guard, Probe]
) -> None:
    app, _ = probed
    usual = {"host": "127.0.0.1:8765", "cookie": f"tiebook-8765={TOKEN}", "sec-fetch-site": "same-origin", **dict(JSON)}
    given = {name: value for name, value in (usual | changed).items() if value}
    assert asyncio.run(request(app, "POST", "/probe", [*given.items()], b"{}")).status == status


def test_a_long_address_is_refused(probed: tuple[Guard, Probe]) -> None:
    app, _ = probed
    headers = [("host", "127.0.0.1:8765"), ("cookie", f"tiebook-8765={TOKEN}")]
    assert asyncio.run(request(app, "GET", "/probe?q=" + "x" * (1 << 14), headers)).status == 414


def test_too_many_at_once_are_turned_away_and_the_others_answered(shipped_engine: KgliteEngine) -> None:
    app = create_app(Settings(token=TOKEN, limits=Limits(at_once=2, waiting=1)), lambda: shipped_engine)
    together, most, inside = threading.Barrier(2), 0, 0

    def slow(_: Request) -> Response:
        nonlocal most, inside
        inside += 1
        most = max(most, inside)
        together.wait(60)
        inside -= 1
        return PlainTextResponse("done")

    app.pages.router.routes.append(Route("/slow", slow))

    async def all_at_once() -> list[Reply]:
        headers = [("host", "127.0.0.1:8765"), ("cookie", f"tiebook-8765={TOKEN}")]
        first = [asyncio.create_task(request(app, "GET", "/slow", headers)) for _ in range(3)]
        await asyncio.sleep(0)
        last = await request(app, "GET", "/slow", headers)
        done = await asyncio.gather(*first[:2])
        threading.Thread(target=lambda: together.wait(60)).start()  # the third has nobody to wait with
        return [*done, await first[2], last]

    replies = asyncio.run(all_at_once())
    assert [reply.status for reply in replies] == [200, 200, 200, 503]
    assert replies[-1].headers["retry-after"]
    assert most <= 2


def test_the_address_of_another_page_has_another_cookie() -> None:
    assert Settings(port=1).cookie != Settings(port=2).cookie
    assert Settings().token != Settings().token
    assert TOKEN not in repr(Settings(token=TOKEN))
    assert HERE.endswith(str(Settings().port))
