# ruff: noqa: RUF005 -- a table of what breaks readers
"""Edits to a sample: what turns a good file into a broken, hostile or merely odd one. The same for every fuzzer."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final, NamedTuple

TOKENS: Final = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (
        *(
            "",
            " ",
            "\n",
            "\r",
            "\r\n",
            "\t",
            ",",
            ";",
            "|",
            '"',
            '""',
            "'",
            "''",
            '"""',
            "\\",
            "\\u0000",
            "\\ud800",
            "\x00",
            "\x1a",
        ),
        *("-9", "-1", "0", "1e308", "1e999", "nan", "inf", "-inf", "9" * 400, "1_0", "٣", "²", "0x10", "1.5", "-0"),
        *("2015-13", "2015-02-30", "0000", "9999", "-0001", "198X", "XXXX", "2015-10~", "1/2", "../2015", "12/31/2015"),
        *(
            "NA",
            "None",
            "null",
            "true",
            "[]",
            "{}",
            "[[",
            "]]",
            "{{",
            "}}",
            "[" * 400,
            "{" * 400,
            '{"a":' * 400,
            "a.b.c",
        ),
        *(
            "<!DOCTYPE x [",
            "<!ENTITY a 'b'>",
            "&a;",
            "&#0;",
            "&#xD800;",
            "<![CDATA[",
            "]]>",
            "<a>" * 300,
            "</script>",
            "<?xml ?>",
        ),
        *("\ufeff", "\u2028", "\u202e", "\ud800", "\x85", "\xa0", "İ", "ß", "\U0001f600", "e\u0301", "\ufffd"),
        *(
            "=1+1",
            "@x",
            "+1",
            "`",
            "$x",
            "/*",
            "*/",
            "//",
            "// if x",
            "CALL",
            "LOAD CSV",
            "'''",
            "#",
            "[[claim]]",
            "[x]",
            "x = 1",
        ),
        *("China", "USA", "710", "645", "CHN", "a" * 5000, "é" * 300),
    )
) + (b"\xff", b"\xc3", b"\xf0\x9f", b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b\x08", b"PK\x03\x04", b"PAR1", b"\x80\x81")


class Edit(NamedTuple):
    """One edit: what to do, where (in millionths of the length), how much, and with which token."""

    what: int
    place: int
    length: int
    token: int


KINDS: Final = 8


def edited(sample: bytes, edits: Sequence[Edit]) -> bytes:
    """Return the sample with the edits made, one after the other."""
    data = bytearray(sample)
    for edit in edits:
        at = len(data) * (edit.place % 1_000_000) // 1_000_000
        end = min(len(data), at + edit.length)
        token = TOKENS[edit.token % len(TOKENS)]
        if edit.what == 0:
            data[at:at] = token
        elif edit.what == 1:
            data[at:end] = token
        elif edit.what == 2:
            del data[at:end]
        elif edit.what == 3:
            data[at:at] = data[at:end] * (1 + edit.token % 20)
        elif edit.what == 4:
            data[at:end] = data[end : 2 * end - at]
        elif edit.what == 5:
            start, stop = _cell(data, at)
            data[start:stop] = token
        elif edit.what == 6:
            start, stop = _cell(data, at)
            other, last = _cell(data, (at * 7 + edit.length * 131) % (len(data) + 1))
            data[start:stop] = data[other:last]
        elif at < len(data):
            data[at] ^= 1 << edit.token % 8
    return bytes(data)


def random_edits(rng: random.Random) -> list[Edit]:
    """Return a few edits by chance."""
    count = rng.choice((1, 1, 1, 2, 3, 6))
    return [
        Edit(rng.randrange(KINDS), rng.randrange(1_000_000), rng.choice((1, 1, 4, 20, 200)), rng.randrange(10_000))
        for _ in range(count)
    ]


def _cell(data: bytearray, at: int) -> tuple[int, int]:
    """Return the bounds of the cell, word or quoted value in which a place lies."""
    stops = b",;|\t\n\r\"'<>=:[]{} "
    start = at
    while start > 0 and data[start - 1] not in stops:
        start -= 1
    end = at
    while end < len(data) and data[end] not in stops:
        end += 1
    return start, end
