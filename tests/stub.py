"""A cluster that is only played: Bolt servers on loopback with a script in common, for routing and failover."""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from tests import bolt


@dataclass(slots=True)
class Seen:
    """One transaction that a member was asked for."""

    member: str
    mode: str  # r, w
    bookmarks: list[str]
    query: str = ""


class Cluster:
    """Members "one", "two", "three"; `leader` and `followers` name them. Use as a context manager.

    Every write gives a new bookmark. `down` members refuse connections, and drop those they have; `failures` holds codes that
    a member's next queries fail with. `seconds` is the routing table's time to live.
    """

    def __init__(self, seconds: int = 300) -> None:
        """Make a cluster with a leader and two followers."""
        self.leader = "one"
        self.followers = ["two", "three"]
        self.seconds = seconds
        self.down: set[str] = set()
        self.failures: dict[str, list[str]] = {}
        self.seen: list[Seen] = []
        self.routed = 0  # routing tables given
        self.lock = threading.Lock()
        self._bookmark = 0

    def __enter__(self) -> Self:
        """Start the members."""
        self._members = {name: _Member(name, self) for name in ("one", "two", "three")}
        self.uri = f"neo4j://{self._members['one'].address}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop them."""
        for member in self._members.values():
            member.stop()

    def stop(self, name: str) -> None:
        """Take a member down."""
        with self.lock:
            self.down.add(name)
        self._members[name].drop()

    def fail(self, name: str, *codes: str) -> None:
        """Let a member's next queries fail."""
        with self.lock:
            self.failures.setdefault(name, []).extend(codes)

    def routing_table(self) -> Any:
        """Return the table as it is now."""
        with self.lock:
            self.routed += 1
            to = {name: member.address for name, member in self._members.items()}
            routers = [to[name] for name in to if name not in self.down]
            return bolt.table([to[self.leader]], [to[name] for name in self.followers], routers, self.seconds)

    def next_failure(self, name: str) -> str | None:
        """Return the code that this member's query fails with."""
        with self.lock:
            codes = self.failures.get(name)
            return codes.pop(0) if codes else None

    def bookmark(self) -> str:
        """Return a new bookmark."""
        with self.lock:
            self._bookmark += 1
            return f"bookmark:{self._bookmark}"


class _Member:
    def __init__(self, name: str, cluster: Cluster) -> None:
        self.name = name
        self._cluster = cluster
        self._links: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.drop()

    def drop(self) -> None:
        links, self._links = self._links, []
        for link in links:
            _close(link)

    def _accept(self) -> None:
        while True:
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            if self.name in self._cluster.down:
                link.close()
                continue
            self._links.append(link)
            threading.Thread(target=self._serve, args=(link,), daemon=True).start()

    def _serve(self, link: socket.socket) -> None:
        with contextlib.suppress(bolt.Closed, OSError):
            if bolt.read_exactly(link, 20)[:4] == bolt.MAGIC:
                link.sendall(bolt.VERSION)
                _Talk(self.name, self._cluster, link).go_on()
        _close(link)


@dataclass(slots=True)
class _Talk:
    """One connection to a member."""

    member: str
    cluster: Cluster
    link: socket.socket
    failed: bool = False
    rows: list[list[Any]] = field(default_factory=list)
    mode: str = "w"
    begun: bool = False

    def go_on(self) -> None:
        while True:
            content, _ = bolt.read_message(self.link)
            name, fields = bolt.name_of(content), bolt.fields_of(content)
            if name == "GOODBYE":
                return
            if name == "RESET":
                self.failed = self.begun = False
            if self.failed:
                self.link.sendall(bolt.message(bolt.IGNORED))
                continue
            self.link.sendall(self._answer(name, fields))

    def _answer(self, name: str, fields: list[Any]) -> bytes:
        if name == "HELLO":
            return bolt.success(server="Neo4j/5.26.0", connection_id="stub", hints={})
        if name == "ROUTE":
            return bolt.success(rt=self.cluster.routing_table())
        if name == "BEGIN":
            self.mode, self.begun = fields[0].get("mode", "w"), True
            self.cluster.seen.append(Seen(self.member, self.mode, fields[0].get("bookmarks", [])))
            return bolt.success()
        if name == "RUN":
            return self._run(fields)
        if name == "PULL":
            records = b"".join(bolt.message(bolt.RECORD, row) for row in self.rows)
            return records + bolt.success(type=self.mode, db="neo4j")
        if name in ("COMMIT", "ROLLBACK"):
            self.begun = False
        if name == "COMMIT":
            return bolt.success(bookmark=self.cluster.bookmark())
        return bolt.success()

    def _run(self, fields: list[Any]) -> bytes:
        mode = self.mode if self.begun else fields[2].get("mode", "w")
        code = self.cluster.next_failure(self.member) if self.begun else None
        if code is None and mode == "w" and self.member != self.cluster.leader:
            code = "Neo.ClientError.Cluster.NotALeader"
        if code is not None:
            self.failed = True
            return bolt.failure(code)
        if self.begun:
            self.cluster.seen[-1].query = fields[0]
        if "count(n)" in fields[0]:  # how many nodes there are, and how many are Tiebook's
            self.rows = [[0, None]] * 3
            return bolt.success(fields=["count", "milliseconds"], t_first=0)
        self.rows = [[self.member]]
        return bolt.success(fields=["member"], t_first=0)


def _close(link: socket.socket) -> None:
    with contextlib.suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
    link.close()
