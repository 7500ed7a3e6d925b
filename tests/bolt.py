"""The Bolt wire format, as far as the tests' proxy and stub servers need it: chunks, messages, the handshake of version 5.4."""

from __future__ import annotations

import socket
import struct
from collections.abc import Mapping
from typing import Any, Final

from tests.packstream import pack, unpack_fields

MAGIC: Final = b"\x60\x60\xb0\x17"
VERSION: Final = b"\x00\x00\x04\x05"  # 5.4: its failures are a code and a message, and it has no manifest
REQUESTS: Final = {
    0x01: "HELLO", 0x02: "GOODBYE", 0x0F: "RESET", 0x10: "RUN", 0x11: "BEGIN", 0x12: "COMMIT", 0x13: "ROLLBACK",
    0x2F: "DISCARD", 0x3F: "PULL", 0x54: "TELEMETRY", 0x66: "ROUTE", 0x6A: "LOGON", 0x6B: "LOGOFF",
}  # fmt: skip
SUCCESS: Final = 0x70
RECORD: Final = 0x71
IGNORED: Final = 0x7E
FAILURE: Final = 0x7F


class Closed(Exception):
    """The other side has gone."""


def read_exactly(link: socket.socket, size: int) -> bytes:
    """Read so many bytes.

    Raises Closed where they do not come.
    """
    data = bytearray()
    while len(data) < size:
        try:
            got = link.recv(size - len(data))
        except OSError:
            raise Closed from None
        if not got:
            raise Closed
        data += got
    return bytes(data)


def read_message(link: socket.socket) -> tuple[bytes, bytes]:
    """Read one message: its bytes without the chunks' frames, and as they came."""
    content, raw = bytearray(), bytearray()
    while True:
        head = read_exactly(link, 2)
        raw += head
        (size,) = struct.unpack(">H", head)
        if size == 0:
            if content:
                return bytes(content), bytes(raw)
            continue  # a NOOP, to keep the connection alive
        part = read_exactly(link, size)
        content += part
        raw += part


def message(tag: int, *fields: object) -> bytes:
    """Return a message in chunks."""
    data = bytes([0xB0 + len(fields), tag]) + b"".join(map(pack, fields))
    chunks = [data[start : start + 0xFFFF] for start in range(0, len(data), 0xFFFF)]
    return b"".join(struct.pack(">H", len(chunk)) + chunk for chunk in chunks) + b"\x00\x00"


def fields_of(content: bytes) -> list[Any]:
    """Return the fields of a message."""
    return unpack_fields(content)


def success(**about: object) -> bytes:
    """Return a SUCCESS."""
    return message(SUCCESS, about)


def failure(code: str, text: str = "injected by the tests") -> bytes:
    """Return a FAILURE."""
    return message(FAILURE, {"code": code, "message": text})


def name_of(content: bytes) -> str:
    """Return which request a client's message is."""
    return REQUESTS.get(content[1], hex(content[1]))


def table(leaders: list[str], followers: list[str], routers: list[str], seconds: int) -> Mapping[str, object]:
    """Return a routing table, as ROUTE answers it."""
    roles = (("WRITE", leaders), ("READ", followers), ("ROUTE", routers))
    return {"ttl": seconds, "db": "neo4j", "servers": [{"role": role, "addresses": to} for role, to in roles]}
