"""How likely text in an encoding is of one of the languages that are written in it, by the statistics of chardet."""

from __future__ import annotations

import codecs
from collections.abc import Collection
from functools import lru_cache
from typing import Final

_HELD_BY: Final = {
    "cp950": ("big5",),
    "cp949": ("euc-kr",),
    "gb18030": ("gb2312", "gbk"),
    "cp932": ("shift_jis",),
    "cp874": ("tis-620",),
}


def confidence(text: bytes, encodings: Collection[str]) -> dict[str, float]:
    """Return how likely text is of each encoding, from 0 to 1; what matters is which of them is likelier."""
    if not encodings or not text.strip():
        return dict.fromkeys(encodings, 0.0)
    import chardet  # noqa: PLC0415 -- its statistics are read only where a file is not UTF-8

    wanted = [*encodings, *(each for name in encodings for each in _HELD_BY.get(name, ()))]
    found = chardet.detect_all(
        text, ignore_threshold=True, max_bytes=len(text) + 1, include_encodings=wanted, no_match_encoding=wanted[0]
    )
    known = {_plain(each["encoding"]): float(each["confidence"]) for each in found if each["encoding"]}
    return {name: max(known.get(_plain(each), 0.0) for each in (name, *_HELD_BY.get(name, ()))) for name in encodings}


@lru_cache
def _plain(name: str) -> str:
    return codecs.lookup(name).name
