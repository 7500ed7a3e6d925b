"""Arranged positions as a file: what the page's "Layout" button saves, and `--layout FILE` gives back."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from tiebook.errors import BadSource
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tiebook.view.layout import Positions

FORMAT = 1


def save_layout(file: Path, positions: Mapping[str, tuple[float, float]], title: str = "") -> None:
    """Write positions, px by actor id."""
    data = {"format": FORMAT, "title": title, "positions": {name: list(point) for name, point in positions.items()}}
    write_atomically(file, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def load_layout(file: Path) -> Positions:
    """Read positions.

    Raises BadSource if the file is missing or is not a layout.
    """
    hint = 'save one with the "Layout" button of the page'
    try:
        data = json.loads(read_text(file))
        if data["format"] != FORMAT:
            raise BadSource(f"a layout of format {data['format']!r}, not {FORMAT}", where=str(file), hint=hint)
        positions = {str(name): (float(x), float(y)) for name, (x, y) in data["positions"].items()}
    except OSError as error:
        raise BadSource(f"cannot read the layout: {error.strerror}", where=str(file)) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        raise BadSource("not a layout file", where=str(file), hint=hint) from None
    if not all(math.isfinite(value) for point in positions.values() for value in point):
        raise BadSource("a position is not a finite number", where=str(file), hint=hint)
    return positions
