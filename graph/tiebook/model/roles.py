"""The edges that are not ties: from a claim to what it speaks of, by role, and from a sub-factor to its factor."""

from __future__ import annotations

from typing import Final

# never the name of a tie type
ROLES: Final = ("FROM", "TO", "REGARDING", "BECAUSE_OF", "VIA", "HELD_BY", "BY", "ABOUT", "IN")
PART_OF: Final = "PART_OF"
