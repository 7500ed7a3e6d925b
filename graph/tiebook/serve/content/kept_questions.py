"""The stored questions, parsed once: read again where a file has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from tiebook.questions import Question, QuestionLibrary

Kept = TypeVar("Kept")


class KeptQuestions(QuestionLibrary):
    """A library for many requests."""

    def __init__(self) -> None:
        """Look at the folders that ship and at the user's own."""
        super().__init__()
        self._lock = threading.Lock()
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
        stamp = [(str(path), path.stat().st_mtime_ns) for path in self.files()]
        with self._lock:
            if stamp != self._stamp:
                self._stamp, self._kept = stamp, {}
            kept = self._kept
        if key not in kept:
            kept[key] = read()
        found: Kept = kept[key]
        return found
