"""The file in which a case of format 2 notes where its quotes stand, for those who do not have the text."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from tiebook.case.folding import fold
from tiebook.errors import BadCase
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import read_small

PLACES_FILE: Final = "places.json"
_KEY: Final = 12  # hexadecimal digits


class Place(NamedTuple):
    """Where a quote stands: its paragraph, its first and its last+1 character in the whole text."""

    paragraph: int
    start: int
    end: int


Places = Mapping[str, tuple[Place, ...]]


def place_key(values: Mapping[str, Any]) -> str:
    """Return the key by which the quote of a claim's entry is noted."""
    selector = "\0".join(fold(str(values.get(key, ""))) for key in ("prefix", "quote", "suffix"))
    return hashlib.sha256(selector.encode()).hexdigest()[:_KEY]


def read_places(folder: Path) -> dict[str, tuple[Place, ...]]:
    """Read the places that a case has noted, by key; a quote may stand in several paragraphs.

    Raises BadCase.
    """
    path = folder / PLACES_FILE
    if not path.is_file():
        return {}
    found: dict[str, list[Place]] = defaultdict(list)
    try:
        for number, quotes in json.loads(read_small(path)).items():
            for key, (start, end) in quotes.items():
                found[key].append(_place(int(number), start, end))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        hint = "delete it; `tiebook check CASE --text FILE --update` writes it again"
        raise BadCase("the case cannot be read", [f"{PLACES_FILE}: not a list of places"], hint=hint) from None
    return {key: tuple(places) for key, places in found.items()}


def _place(paragraph: int, start: Any, end: Any) -> Place:
    if type(start) is not int or type(end) is not int or not 0 <= start < end or paragraph < 1:
        raise ValueError(paragraph)
    return Place(paragraph, start, end)


def write_places(folder: Path, places: Iterable[tuple[str, Place]]) -> bool:
    """Note the places of all quotes, a line for each paragraph; return whether the file has changed."""
    rows: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for key, place in places:
        rows[place.paragraph][key] = [place.start, place.end]
    lines = [
        f"{json.dumps(str(number))}: {json.dumps(dict(sorted(quotes.items(), key=lambda each: (each[1], each[0]))))}"
        for number, quotes in sorted(rows.items())
    ]
    content = "{\n" + ",\n".join(lines) + "\n}\n"
    path = folder / PLACES_FILE
    if path.is_file() and path.read_text("utf-8") == content:
        return False
    write_atomically(path, content)
    return True
