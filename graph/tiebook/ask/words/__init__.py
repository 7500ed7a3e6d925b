"""Free words: finds the stored question that a sentence asks, and its parameters, offline."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 1000  # characters of a question
