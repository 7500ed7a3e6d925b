"""The stored questions, parsed once: read again within a second of a change of a file."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Final, TypeVar

from tiebook.questions import Question, QuestionLibrary

Kept = TypeVar("Kept")
# between two looks at the files, of which there are many: many clients would wait for each other's
SECONDS: Final = 0.5


class KeptQuestions(QuestionLibrary):
    """A library for many requests."""

    def __init__(self) -> None:
        """Look at the folders that ship and at the user's own."""
        super().__init__()
        self._lock = threading.Lock()
        self._looked = -SECONDS
        self._stamp: list[tuple[str, int]] = []
        self._kept: dict[str | None, Any] = {}

    def get(self, name: str) -> Question:
        """Return one question.

        Raises UnknownName, BadQuestion.
        """
        return self._once(name, lambda: super(KeptQuestions, self).get(name))

    def all(self) -> list[Question]:
        """Return all questions, by theme and name."""
        return self._once(None, super().all)

    def _once(self, key: str | None, read: Callable[[], Kept]) -> Kept:
        with self._lock:
            if time.monotonic() - self._looked >= SECONDS:
                stamp = [(str(path), path.stat().st_mtime_ns) for path in self.files()]
                if stamp != self._stamp:
                    self._stamp, self._kept = stamp, {}
                self._looked = time.monotonic()
            kept = self._kept
        if key not in kept:
            kept[key] = read()
        found: Kept = kept[key]
        return found
