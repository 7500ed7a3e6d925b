"""Prepares the three streams: closed ones are replaced, and what stdout cannot encode is escaped."""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import Final

_ESCAPED: Final = "tiebook-escaped"


def make_ready() -> None:
    """Open what whoever started us has closed, before a file takes its number; escape where stdout is not UTF-8."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one
    # Python gives None for a stream that was closed
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 -- for as long as we run
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    codecs.register_error(_ESCAPED, _escaped)
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        ascii_only = codecs.lookup(sys.stdout.encoding).name == "ascii"  # nobody means that: click writes UTF-8 there
        sys.stdout.reconfigure(encoding="utf-8" if ascii_only else None, errors=_ESCAPED)


def can_encode(text: str) -> bool:
    """Return whether stdout can hold a text as it is."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def abandon() -> None:
    """Write no more to stdout: what is still in its buffer would fail again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Return characters as JSON escapes them: there nothing is lost, elsewhere it can be read."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    raw = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{raw[at : at + 4]}" for at in range(0, len(raw), 4)), error.end


def on_terminal(text: str) -> str:
    """Return data as it is for a file or a pipe, and made plain where a terminal shows it."""
    from tiebook.support.plain import plain  # noqa: PLC0415

    return plain(text, keep_lines=True) if sys.stdout.isatty() else text
