"""An endpoint of the tests' own, which answers as it is told to: well, slowly, in parts, cut, wrong, or not at all."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Endpoint:
    """What the server answers next, one step a request (the last one again and again), and what it was sent."""

    def __init__(self, *steps: dict[str, Any]) -> None:
        self.steps = list(steps)
        self.requests: list[dict[str, Any]] = []
        self.url = ""
        self._asked = threading.Event()

    def asked(self, request: dict[str, Any]) -> None:
        self.requests.append(request)
        self._asked.set()

    def wait(self) -> None:
        """Wait for a request of a client that gave up before it was read."""
        assert self._asked.wait(60)

    def next(self) -> dict[str, Any]:
        return self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]


def said(content: str, finish: str | None = "stop", **message: Any) -> str:
    """Return a completion that says this."""
    choice: dict[str, Any] = {"message": {"role": "assistant", "content": content, **message}, "finish_reason": finish}
    return json.dumps({"choices": [choice]})


def streamed(content: str, *, finish: str | None = "stop") -> str:
    """Return the same in parts of a few letters."""
    parts = [content[start : start + 7] for start in range(0, len(content), 7)]
    events: list[Any] = [{"choices": [{"delta": {"content": part}, "finish_reason": None}]} for part in parts]
    if finish:
        events.append({"choices": [{"delta": {}, "finish_reason": finish}]})
    lines = [f"data: {json.dumps(event)}\n\n" for event in events]
    return "".join([*lines, "data: [DONE]\n\n"] if finish else lines)


@contextmanager
def serving(*steps: dict[str, Any]) -> Iterator[Endpoint]:
    """Serve on this machine. A step has body, and perhaps status, headers, type, pause, cut (say more than is sent)."""
    endpoint = Endpoint(*steps)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            endpoint.asked({"path": self.path, "headers": dict(self.headers), "body": body})
            step = endpoint.next()
            content = step["body"].encode()
            time.sleep(step.get("pause", 0))
            self.send_response(step.get("status", 200))
            self.send_header("Content-Type", step.get("type", "application/json"))
            self.send_header("Content-Length", str(len(content) + step.get("cut", 0)))
            for name, value in step.get("headers", {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- its own name
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
