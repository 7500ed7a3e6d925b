"""A test client that runs the application in the thread of the test: starlette's own starts a loop and a thread each time."""

from __future__ import annotations

import asyncio
import atexit
import functools
from typing import Any
from urllib.parse import unquote

from starlette import testclient
from starlette.testclient import TestClient


class Client(TestClient):
    """A client that has its cookies, and follows redirects, as starlette's has."""

    def __init__(self, app: Any, base_url: str) -> None:
        """Take the application itself for the wire; its failures are pages here too."""
        super().__init__(app, base_url=base_url, raise_server_exceptions=False)
        self._transport: Any = _InThisThread(app)


class _InThisThread:
    """What carries a request to the application and its response back."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def handle_request(self, request: Any) -> Any:
        url = request.url
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "path": unquote(url.path),
            "raw_path": url.raw_path.split(b"?", 1)[0],
            "root_path": "",
            "scheme": url.scheme,
            "query_string": url.query,
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "client": ("testclient", 50000),
            "server": (url.host, url.port or 80),
        }
        asked = [{"type": "http.request", "body": request.read()}]
        sent: list[Any] = []

        async def receive() -> Any:
            return asked.pop() if asked else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        try:
            _loop().run_until_complete(self._app(scope, receive, send))
        except Exception:  # the page of a failure was sent, then it is raised for the server's log
            if not sent:
                raise
        start, *rest = sent
        content = b"" if request.method == "HEAD" else b"".join(each.get("body", b"") for each in rest)
        # starlette's choice between httpx and its successor
        return testclient.httpx.Response(start["status"], headers=start["headers"], content=content, request=request)  # type: ignore[attr-defined]

    def close(self) -> None:
        """Do nothing: nothing is held."""


@functools.cache
def _loop() -> asyncio.AbstractEventLoop:
    made = asyncio.new_event_loop()
    atexit.register(made.close)
    return made
