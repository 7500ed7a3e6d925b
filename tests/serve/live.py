"""The pages behind a real socket, for a real browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from tiebook.engine import Engine
from tiebook.serve.app import create_app
from tiebook.serve.run import server_of
from tiebook.serve.settings import Settings


@contextmanager
def live(settings: Settings, engine: Engine) -> Iterator[str]:
    """Serve while the block runs; yield the address without the token."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        server = server_of(create_app(replace(settings, port=port), lambda: engine))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the pages are not served"
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)
