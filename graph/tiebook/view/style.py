"""Colours, dashes, sizes and letter widths: read from `assets/js/geometry/constants.js`, which the page uses as well."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

ASSETS: Final = files("tiebook.view") / "assets"
_WIDE: Final = 0x1100  # from here on (Hangul, CJK, emoji) a letter is taken as wide as the line is high


@cache
def constants() -> dict[str, Any]:
    """Read the shared constants."""
    text = (ASSETS / "js" / "geometry" / "constants.js").read_text("utf-8")
    read: dict[str, Any] = json.loads(text[text.index("K = {") + 4 : text.rindex("}") + 1])
    return read


@cache
def size(name: str) -> float:
    """Return a shared size, in px."""
    return float(constants()["sizes"][name])


def text_width(text: str, font: float) -> float:
    """Estimate the width of a text in px, on the generous side: no font is measured."""
    widths = constants()["widths"]
    total = 0
    for letter in text:
        code = ord(letter)
        total += widths[code - 32] if 32 <= code < 127 else 100 if code >= _WIDE else 62  # noqa: PLR2004 -- ASCII
    return total * font * 0.0105


def wrap(text: str, limit: float | None = None) -> list[str]:
    """Break a name into at most four lines of about `limit` letters; what is left over is cut with an ellipsis."""
    limit = limit or size("wrap")
    lines = [""]
    for word in text.split():
        long = word if len(word) <= 2 * limit else word[: int(2 * limit) - 1] + "…"
        joined = f"{lines[-1]} {long}".strip()
        if lines[-1] and len(joined) > limit:
            lines.append(long)
        else:
            lines[-1] = joined
    most = int(size("lines"))
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1] + " …"]
