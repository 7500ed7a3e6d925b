"""Which letters the fonts of this machine have, read from their tables. A letter that none has would be drawn as an empty box."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

_COMMON: Final = 0x530  # Latin, Greek and Cyrillic are in every font that is taken
_NO_SHAPE: Final = ("Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp", "Cn", "Co")
_ENDINGS: Final = (".ttf", ".otf", ".ttc", ".otc")
_SEGMENTS, _GROUPS = 4, 12  # the two forms of a font's table of letters that are in use


def undrawable(names: Iterable[str], files: Iterable[Path]) -> list[str]:
    """Return the names with a letter that is in none of the font files; fonts are read only until all letters are found."""
    wanted = list(dict.fromkeys(names))
    missing = {letter for name in wanted for letter in name if _needs_a_look(letter)}
    fonts = (file for file in files if file.suffix.lower() in _ENDINGS)
    while missing and (file := next(fonts, None)) is not None:
        missing = {letter for letter in missing if not any(low <= ord(letter) <= high for low, high in letters(file))}
    return [name for name in wanted if missing & set(name)]


def _needs_a_look(letter: str) -> bool:
    return ord(letter) >= _COMMON and unicodedata.category(letter) not in _NO_SHAPE


@cache
def letters(file: Path) -> tuple[tuple[int, int], ...]:
    """Return the ranges of code points that a font file has shapes for; none where it is not a font that can be read."""
    try:
        data = file.read_bytes()
        return tuple(_ranges(data))
    except (OSError, struct.error, IndexError):
        return ()


@cache
def family(file: Path) -> str:
    """Return the name of the family of a font file; the file's own name where it is not told."""
    try:
        data = file.read_bytes()
        at = _table(data, b"name")
        count, texts = struct.unpack_from(">HH", data, at + 2)
        for number in range(count):
            platform, _, _, kind, long, start = struct.unpack_from(">6H", data, at + 6 + 12 * number)
            if kind == 1 and platform == 3:  # noqa: PLR2004 -- the family, as Windows has it
                return data[at + texts + start : at + texts + start + long].decode("utf-16-be")
    except (OSError, struct.error, IndexError, UnicodeDecodeError):
        pass
    return file.stem


def _table(data: bytes, name: bytes) -> int:
    """Return where a table of the (first) font in a file begins."""
    base = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    for number in range(struct.unpack_from(">H", data, base + 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sIII", data, base + 12 + 16 * number)
        if tag == name:
            return int(start)
    raise IndexError(name)


def _ranges(data: bytes) -> Iterator[tuple[int, int]]:
    at = _table(data, b"cmap")
    for number in range(struct.unpack_from(">H", data, at + 2)[0]):
        start = at + struct.unpack_from(">HHI", data, at + 4 + 8 * number)[2]
        form = struct.unpack_from(">H", data, start)[0]
        if form == _SEGMENTS:
            half = struct.unpack_from(">H", data, start + 6)[0] // 2
            ends = struct.unpack_from(f">{half}H", data, start + 14)
            starts = struct.unpack_from(f">{half}H", data, start + 16 + 2 * half)
            yield from ((low, high) for low, high in zip(starts, ends, strict=True) if low != 0xFFFF)  # noqa: PLR2004
        elif form == _GROUPS:
            for group in range(struct.unpack_from(">I", data, start + 12)[0]):
                low, high, _ = struct.unpack_from(">III", data, start + 16 + 12 * group)
                yield low, high
