"""What `tiebook serve` is started with."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request, and all of them together, may take.

    seconds -- that one read of the database may take
    at_once -- requests that are answered at the same time
    waiting -- further requests that wait for their turn; others are turned away
    body, address -- bytes that a request may send, and of its path and query
    rows -- rows of an answer that one page shows; the next have a page of their own, JSON and CSV all, up to `data_rows`
    claims -- of and by an actor that its page shows
    text -- characters of the values that one page shows
    query_seconds, query_rows, query_memory -- of a query in the console (memory in MiB)
    queries, queries_waiting -- of them, and of pictures of networks, at the same time: fewer than `at_once`
    drawn -- claims and ties of a network that is drawn
    """

    seconds: float = 20.0
    at_once: int = 8
    waiting: int = 64
    body: int = 1 << 20
    address: int = 1 << 14
    rows: int = 200
    claims: int = 500
    data_rows: int = 500_000
    text: int = 2_000_000
    query_seconds: float = 10.0
    query_rows: int = 1_000
    query_memory: int = 1024
    queries: int = 2
    queries_waiting: int = 3
    drawn: int = 30_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What the page is served with.

    token -- what a reader must have; in the printed address
    hosts -- names by which the page may be asked for, without a port
    case, text -- the case to code and its text
    """

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    port: int = 8765
    hosts: tuple[str, ...] = LOOPBACK
    case: Path | None = None
    text: Path | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def cookie(self) -> str:
        """The name of the cookie: cookies are not kept apart by port, and two pages may be served."""
        return f"tiebook-{self.port}"
