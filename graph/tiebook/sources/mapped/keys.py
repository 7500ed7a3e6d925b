"""The keys of records: of one column or several, or made up of the line; two that differ never meet."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

_MADE_UP: Final = re.compile(r"(?:\d+/)?line-\d+/*", re.ASCII)


def keys_of(columns: Sequence[list[str]], lines: Sequence[int], missing: Collection[str], file: str) -> list[str]:
    """Return the key of each record.

    columns -- of which keys are made; without any, the line is the key
    file -- begins the keys that are made up, in all files of a kind but the first
    """
    if not columns:
        return [f"{file}{line}" for line in lines]
    keys = columns[0] if len(columns) == 1 else list(map(_joined, zip(*columns, strict=True)))
    found = []
    for key, line in zip(keys, lines, strict=True):
        if key in missing or not key.strip("/"):
            found.append(f"{file}line-{line}")
        else:  # one that is written like those that are made up
            found.append(f"{key}/" if "line-" in key and _MADE_UP.fullmatch(key) else key)
    return found


def _joined(parts: Sequence[str]) -> str:
    """Return the parts of a key with / between; a / within one is escaped: a/b and c are not a and b/c."""
    key = "/".join(parts)
    if key.count("/") < len(parts) and "%2" not in key:
        return key
    return "/".join(part.replace("%", "%25").replace("/", "%2F") for part in parts)
