"""A graph for many requests, of pages or of an assistant: one engine, opened again when the file has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable

from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.kglite.file import file_state
from tiebook.engine.meta import check_model


class Database:
    """The engine as requests in several threads use it."""

    def __init__(self, make: Callable[[], Engine]) -> None:
        """Set the function that makes an engine; it is called at the first request.

        make -- makes an engine; nothing is opened by it
        """
        self._make = make
        self._lock = threading.Lock()
        self._engine: Engine | None = None

    def engine(self) -> Engine:
        """Return the engine, of the state that is on disk; a request that has an older one goes on with it.

        Raises DatabaseMissing, ModelMismatch, and what the engine raises.
        """
        with self._lock:
            if self._engine is None or (isinstance(self._engine, KgliteEngine) and self._changed(self._engine)):
                self._open()
            assert self._engine is not None  # noqa: S101 -- narrows the type
            return self._engine

    def close(self) -> None:
        """Close it."""
        with self._lock:
            if self._engine is not None:
                self._engine.close()
                self._engine = None

    def _changed(self, engine: KgliteEngine) -> bool:
        return file_state(engine.path) != engine.state

    def _open(self) -> None:
        self._engine = None
        engine = self._make()
        check_model(engine)  # opens it
        self._engine = engine
