"""Agreement between two codings of one text."""

from typing import Final

PARTS: Final = {  # the tables of an agreement, with their headings
    "report": "Agreement of {one} (first) and {other} (second)",
    "categories": "Agreement by category: how often each coder used it, and both did",
    "unmatched": "Claims that only one of the two made",
    "disagreements": "Disagreements to settle, on matched claims",
    "matches": "Matched claims",
}
