"""Remembers what was seen in the last days of a stream, in bounded memory: eight bytes for each thing."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from hashlib import blake2b


class Window:
    """Fingerprints by day; those of days further back than the window are let go as the stream moves on."""

    def __init__(self, days: int) -> None:
        """Start empty; `days` is how far back it remembers."""
        self.days = days
        self.late = 0  # things of a day that was let go before
        self._seen: defaultdict[date, set[int]] = defaultdict(set)
        self._gone: set[date] = set()
        self._latest = date.min

    def knows(self, day: date, *parts: str) -> bool:
        """Return whether the same was seen on the same day, and remember it."""
        if day > self._latest:
            self._latest = day
            for old in [each for each in self._seen if (day - each).days > self.days]:
                del self._seen[old]
                self._gone.add(old)
        self.late += day in self._gone
        mark = int.from_bytes(blake2b("\x1f".join(parts).encode(), digest_size=8).digest(), "big")
        seen = self._seen[day]
        if mark in seen:
            return True
        seen.add(mark)
        return False
