"""PackStream, the encoding inside Bolt messages, for plain values (https://neo4j.com/docs/bolt/current/packstream/)."""

from __future__ import annotations

import struct
from typing import Any, Final

_NONE, _FLOAT, _FALSE, _TRUE = 0xC0, 0xC1, 0xC2, 0xC3
_INTS: Final = {0xC8: ">b", 0xC9: ">h", 0xCA: ">i", 0xCB: ">q"}
_SIZES: Final = {  # marker: (what, the form of its size)
    0xCC: ("bytes", ">B"), 0xCD: ("bytes", ">H"), 0xCE: ("bytes", ">I"),
    0xD0: ("text", ">B"), 0xD1: ("text", ">H"), 0xD2: ("text", ">I"),
    0xD4: ("list", ">B"), 0xD5: ("list", ">H"), 0xD6: ("list", ">I"),
    0xD8: ("map", ">B"), 0xD9: ("map", ">H"), 0xDA: ("map", ">I"),
}  # fmt: skip
_TINY: Final = {0x80: "text", 0x90: "list", 0xA0: "map", 0xB0: "struct"}


def pack(value: object) -> bytes:
    """Encode None, a bool, int, float, str, list or dict; TypeError for anything else."""
    if value is None:
        return bytes([_NONE])
    if isinstance(value, bool):
        return bytes([_TRUE if value else _FALSE])
    if isinstance(value, int):
        return struct.pack(">b", value) if -16 <= value <= 127 else b"\xcb" + struct.pack(">q", value)
    if isinstance(value, float):
        return bytes([_FLOAT]) + struct.pack(">d", value)
    if isinstance(value, str):
        data = value.encode()
        return (bytes([0x80 + len(data)]) if len(data) < 16 else b"\xd2" + struct.pack(">I", len(data))) + data
    if isinstance(value, list):
        return b"\xd6" + struct.pack(">I", len(value)) + b"".join(map(pack, value))
    if isinstance(value, dict):
        return b"\xda" + struct.pack(">I", len(value)) + b"".join(pack(k) + pack(v) for k, v in value.items())
    raise TypeError(f"{type(value).__name__} is not packed")


def unpack_fields(data: bytes) -> list[Any]:
    """Decode the fields of a message; a structure among them (a date, say) is given as the list of its own fields."""
    return _Reader(data).structure()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def structure(self) -> list[Any]:
        count = self._take(">B") & 0x0F
        self._take(">B")  # its tag
        return [self.value() for _ in range(count)]

    def value(self) -> Any:
        marker = self._take(">B")
        if marker in (_NONE, _FALSE, _TRUE):
            return {_NONE: None, _FALSE: False, _TRUE: True}[marker]
        if marker == _FLOAT:
            return self._take(">d")
        if marker in _INTS:
            return self._take(_INTS[marker])
        if marker in _SIZES:
            what, form = _SIZES[marker]
            return self._sized(what, self._take(form))
        if marker & 0xF0 in _TINY:
            return self._sized(_TINY[marker & 0xF0], marker & 0x0F)
        return marker if marker < 0x80 else marker - 0x100

    def _sized(self, what: str, size: int) -> Any:
        if what == "list":
            return [self.value() for _ in range(size)]
        if what == "map":
            return {self.value(): self.value() for _ in range(size)}
        if what == "struct":
            self._at -= 1
            return self.structure()
        data = self._data[self._at : self._at + size]
        self._at += size
        return data.decode() if what == "text" else data

    def _take(self, form: str) -> Any:
        (value,) = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return value
