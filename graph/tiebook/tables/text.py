"""Turns the bytes of a file into lines of text, however large: encodings, line ends, the Ctrl-Z of old systems."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables.packed import chunks, kind_of

At = Callable[[int], None]  # is told how many bytes of a file have been read

_LONGEST: Final = 1 << 24  # characters of a line
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTML: Final = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# letters of the two families of encodings, where they stand inside words
_LOW: Final = re.compile(rb"[A-Za-z][\x80-\x9f]|[\x80-\x9f][a-z]")
_HIGH: Final = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff][a-z]")
_UNDEFINED: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # in cp1252


@dataclass(frozen=True, slots=True)
class Text:
    """A file of text that was looked through once: how to read it, and what has to be put right.

    mark -- bytes before the text; returns -- whether carriage returns end lines; ended -- whether the last line has an end
    """

    path: Path
    encoding: str
    mark: int
    errors: str
    returns: bool
    ended: bool
    stopped: bool  # by a Ctrl-Z
    notes: tuple[str, ...]

    def lines(self, at: At | None = None) -> Iterator[str]:
        """Return the lines without their ends, from the first; one piece of the file is in memory at a time.

        Raises BadSource for a line of more than 16 million characters, and for what `chunks` raises.
        """
        try:
            yield from self._lines(at)
        except UnicodeDecodeError:
            raise BadSource("the file changed while it was read", where=str(self.path)) from None

    def _lines(self, at: At | None) -> Iterator[str]:
        decode = codecs.getincrementaldecoder(self.encoding)(self.errors).decode
        rest = ""
        for piece in self._pieces(at):
            text = rest + decode(piece)
            held = "\r" if self.returns and text.endswith("\r") else ""  # its line feed may be in the next piece
            lines = self._plain(text[: len(text) - len(held)]).split("\n")
            rest = lines.pop() + held
            yield from (line.rstrip("\x1a") for line in lines) if self.stopped else lines
            if len(rest) > _LONGEST:
                raise BadSource("a line has more than 16 million characters", where=str(self.path))
        rest = self._plain(rest + decode(b"", True)).rstrip("\n")
        if rest:
            yield rest.rstrip("\x1a") if self.stopped else rest

    def _pieces(self, at: At | None) -> Iterator[bytes]:
        pieces = chunks(self.path, at)
        yield next(pieces, b"")[self.mark :]
        yield from pieces

    def _plain(self, text: str) -> str:
        return text.replace("\r\n", "\n").replace("\r", "\n") if self.returns else text


def text_of(path: Path) -> tuple[str, list[str]]:
    r"""Return a file's whole text, with \n at line ends, and notes on what was put right.

    Raises BadSource: not there, empty, a web page, binary, an archive of several files.
    """
    text = opened(path)
    return "\n".join(text.lines()) + ("\n" if text.ended else ""), list(text.notes)


def opened(path: Path) -> Text:
    """Look a file through, once as long as it does not change, and tell how to read it.

    Raises BadSource: not there, empty, a web page, binary, an archive of several files.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        raise BadSource("there is no such file", where=str(path)) from None
    except (OSError, ValueError) as error:
        raise BadSource(f"cannot be read: {error}", where=str(path)) from None
    return _looked_through(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _looked_through(path: Path, size: int, changed: int) -> Text:  # noqa: ARG001 -- they tell one state of the file
    start = next(chunks(path), b"")
    if not start:
        raise BadSource("the file is empty", where=str(path), hint="download it again")
    notes: list[str] = []
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            notes.append(f"{encoding} with a byte order mark")
            return _measured(path, encoding, len(mark), "replace", notes)
    what = kind_of(start, path.name)
    if what:
        hint = None if "binary" in what else "write it out as CSV first"
        raise BadSource(f"this is {what}", where=str(path), hint=hint)
    try:
        return _measured(path, "utf-8", 0, "strict", notes)
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise BadSource("the file ends inside a character: it is cut short", where=str(path)) from None
    encoding = _single_byte(path)
    notes.append(f"read as {encoding}, as it is not UTF-8")
    return _measured(path, encoding, 0, "strict", notes)


def _single_byte(path: Path) -> str:
    """Return the encoding that makes words of the bytes."""
    low = high = undefined = 0
    for piece in chunks(path):
        low, high = low + len(_LOW.findall(piece)), high + len(_HIGH.findall(piece))
        undefined += _UNDEFINED.search(piece) is not None
    return "mac-roman" if low > high else "latin-1" if undefined else "cp1252"


def _measured(path: Path, encoding: str, mark: int, errors: str, notes: list[str]) -> Text:
    """Read to the end: which line ends there are, whether the last line has one, whether a Ctrl-Z stands there."""
    decode = codecs.getincrementaldecoder(encoding)(errors).decode
    start, tail = "", ""
    returns = feeds = False
    for index, piece in enumerate(chunks(path)):
        text = decode(piece[mark:] if index == 0 else piece)
        start = start or text[:2000].lstrip()
        tail = (tail + text)[-4000:]
        returns, feeds = returns or "\r" in text, feeds or "\n" in text
    tail += decode(b"", True)
    if not start.strip("\x1a"):
        raise BadSource("the file is empty", where=str(path), hint="download it again")
    if _HTML.match(start):
        raise BadSource(
            "this is a web page, not data", where=str(path), hint="the download was refused or redirected; get it again"
        )
    if returns and not feeds:
        notes.append("line ends are bare carriage returns")
    stopped = tail.rstrip().endswith("\x1a")
    if stopped:
        notes.append("a Ctrl-Z at the end was left out")
    return Text(path, encoding, mark, errors, returns, stopped or tail.endswith(("\n", "\r")), stopped, tuple(notes))
