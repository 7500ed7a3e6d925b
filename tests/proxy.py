"""A Bolt proxy on loopback that breaks connections, or answers in the server's place with a failure, when it is told to."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from tests import bolt

WORK = ("BEGIN", "RUN", "COMMIT")
Rule = Callable[[int, str], str | None]


class Proxy:
    """Passes Bolt messages to a server and back. Use as a context manager; `uri` is its address.

    cut_at -- after this many bytes from clients the connection is reset; so many times as `cuts` says
    fails -- told the number (over all connections, from 1) and name of each request; a code that it gives goes back to the
        client as a failure, and the request never reaches the server
    """

    def __init__(self, uri: str) -> None:
        """Take the server's address."""
        parts = urlsplit(uri)
        self._target = (parts.hostname or "127.0.0.1", parts.port or 7687)
        self._lock = threading.Lock()
        self._links: set[socket.socket] = set()
        self.cut_at: int | None = None
        self.cuts = 0
        self.fails: Rule = lambda number, name: None  # noqa: ARG005
        self.bytes = 0
        self.requests: list[str] = []
        self.injected = 0

    def __enter__(self) -> Self:
        """Listen."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close everything."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.reset_all()

    def start_over(self) -> None:
        """Forget what was counted and ordered."""
        with self._lock:
            self.cut_at, self.cuts, self.bytes, self.requests, self.injected = None, 0, 0, [], 0
            self.fails = lambda number, name: None  # noqa: ARG005

    def work(self) -> int:
        """Return how many requests did work, since the last `start_over`."""
        return sum(name in WORK for name in self.requests)

    def reset_all(self) -> None:
        """Reset every connection that is open now."""
        with self._lock:
            links, self._links = self._links, set()
        for link in links:
            _reset(link)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(self._target, timeout=10)
            except OSError:
                _reset(client)
                continue
            server.settimeout(None)
            for link in (client, server):
                link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._links |= {client, server}
            threading.Thread(target=_Pair(self, client, server).run, daemon=True).start()

    def count(self, size: int) -> bool:
        """Count bytes from a client; tells whether the connection is to be cut now."""
        with self._lock:
            self.bytes += size
            if self.cut_at is None or self.cuts <= 0 or self.bytes < self.cut_at:
                return False
            self.cuts -= 1
            return True

    def verdict(self, name: str) -> str | None:
        """Note a request; give the code of the failure that it is to have."""
        with self._lock:
            self.requests.append(name)
            code = self.fails(len(self.requests), name)
            self.injected += code is not None
            return code


class _Pair:
    """One client's connection and the one behind it."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy = proxy
        self._client = client
        self._server = server
        self._owed = 0  # answers that the server still has to give
        self._settled = threading.Condition()

    def run(self) -> None:
        """Pass messages until one side goes."""
        try:
            opening = bolt.read_exactly(self._client, 20)
            self._server.sendall(opening[:4] + bolt.VERSION + bytes(12))
            self._client.sendall(bolt.read_exactly(self._server, 4))
            threading.Thread(target=self._backward, daemon=True).start()
            self._forward()
        except (bolt.Closed, OSError):
            pass
        finally:
            _reset(self._client)
            _reset(self._server)

    def _forward(self) -> None:
        failed = False
        while True:
            content, raw = bolt.read_message(self._client)
            if self._proxy.count(len(raw)):
                return
            name = bolt.name_of(content)
            if failed and name != "RESET":
                self._answer(bolt.message(bolt.IGNORED))
                continue
            code = self._proxy.verdict(name)
            if code is not None:
                failed = True
                self._answer(bolt.failure(code))
                continue
            failed = False
            with self._settled:
                self._owed += name != "GOODBYE"
            self._server.sendall(raw)

    def _answer(self, data: bytes) -> None:
        """Answer in the server's place, after all that it still owes."""
        with self._settled:
            self._settled.wait_for(lambda: self._owed == 0, timeout=60)
        self._client.sendall(data)

    def _backward(self) -> None:
        try:
            while True:
                content, raw = bolt.read_message(self._server)
                self._client.sendall(raw)
                if content[1] != bolt.RECORD:
                    with self._settled:
                        self._owed -= 1
                        self._settled.notify_all()
        except (bolt.Closed, OSError):
            _reset(self._client)
            _reset(self._server)


def _reset(link: socket.socket) -> None:
    """Close a connection as a crash does: RST, not FIN."""
    with contextlib.suppress(OSError):
        link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        link.shutdown(socket.SHUT_RDWR)  # wakes the thread that reads from it
    link.close()
