"""A port for a server of another process, which is told its number before it listens."""

from __future__ import annotations

import contextlib
import random
import socket


def free_port() -> int:
    """Return a free port below those of outgoing connections, one of which might take it before the server is up."""
    for port in random.SystemRandom().sample(range(20_000, 32_000), 50):
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise OSError("no free port from 20000 to 32000")
