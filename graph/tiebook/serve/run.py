"""Serves the pages: a socket of its own, the printed address, uvicorn."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import replace

import uvicorn

from tiebook.engine import Engine
from tiebook.errors import UsageError
from tiebook.serve.app import create_app
from tiebook.serve.guard import Guard
from tiebook.serve.settings import Settings

_MOST_AT_ONCE = 256  # connections
_MOST_HEADERS = 1 << 16  # bytes


def serve(
    settings: Settings,
    make: Callable[[], Engine],
    *,
    host: str,
    port: int | None,
    ready: Callable[[str], None],
) -> None:
    """Serve until stopped.

    host -- the address to listen at
    port -- None for the port of the settings, or another where that is taken
    ready -- given the address with its token, once a browser can open it

    Raises UsageError if the port is taken or the address is not this machine's.
    """
    listening = _listen(host, settings.port if port is None else port, other=port is None)
    number = listening.getsockname()[1]
    settings = replace(settings, port=number)
    app = create_app(settings, make)
    ready(address(host, number, settings.token))
    try:
        server_of(app).run(sockets=[listening])
    finally:
        app.pages.state.database.close()


def server_of(app: Guard) -> uvicorn.Server:
    """Return what serves the application, with its limits on connections and headers; it prints nothing."""
    config = uvicorn.Config(
        app,
        log_level="critical",
        lifespan="off",
        ws="none",
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
        h11_max_incomplete_event_size=_MOST_HEADERS,
    )
    return uvicorn.Server(config)


def address(host: str, port: int, token: str) -> str:
    """Return the address to open; a wildcard stands for this machine."""
    name = f"[{host}]" if ":" in host else host
    if name in ("0.0.0.0", "[::]"):  # noqa: S104 -- compared, not bound
        name = "127.0.0.1"
    return f"http://{name}:{port}/?token={token}"


def is_loopback(host: str) -> bool:
    """Return whether an address is reached from this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(host: str, port: int, *, other: bool) -> socket.socket:
    """Return a socket that listens.

    other -- any other port will do where this one is taken
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        try:
            made.bind((host, port))
        except OSError:
            if not other:
                raise
            made.bind((host, 0))
        made.listen()
    except OSError as error:
        made.close()
        raise UsageError(
            f"cannot listen at {host} port {port}: {error.strerror}", hint="--port 0 takes a free one"
        ) from None
    return made
