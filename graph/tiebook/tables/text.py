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
from tiebook.tables.encoding import Evidence
from tiebook.tables.packed import WIDE, chunks, kind_of
from tiebook.tables.xml import declared_encoding

At = Callable[[int], None]  # is told how many bytes of a file have been read

_MARK: Final = "\ufeff"  # within a text, where files were put together
_LOST: Final = "\ufffd"
# letters of UTF-8 as Windows-1252 reads their bytes: of Latin, marks and the euro, Cyrillic, and other scripts
_BEHIND: Final = (
    "".join({bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)}) + "\x80-\x9f"
)
_MISREAD: Final = re.compile(
    rf"[A-Za-z]?(?:\u00c3[{_BEHIND}]|\u00e2[{_BEHIND}]{{2}}|(?:[\u00d0\u00d1][{_BEHIND}]){{2,}}|(?:[\u00e0-\u00ef][{_BEHIND}]{{2}}){{2,}})+"
    "[A-Za-z]*"
)
_LONGEST: Final = 1 << 24  # characters of a line
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, with whose mark it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPED: Final = re.compile(rb"\x1b\$[@A-D]|\x1b\([BIJ]")  # to another set of characters and back
_HTML: Final = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TABLE: Final = re.compile(r"\s*+(?:<(?:div|style|meta)\b[^>]*+>[^<]*+(?:</style>\s*+)?)*+<table\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """A file of text that was looked through once: how to read it, and what has to be repaired.

    mark -- bytes before the text; returns -- whether carriage returns end lines; ended -- whether the last line has an end
    """

    path: Path
    encoding: str
    mark: int
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
        decode = codecs.getincrementaldecoder(self.encoding)().decode
        rest = ""
        for piece in self._pieces(at):
            text = rest + decode(piece).replace(_MARK, "")
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


def text_of(path: Path, encoding: str | None = None) -> tuple[str, list[str]]:
    r"""Return a file's whole text, with \n at line ends, and notes on what was repaired.

    Raises BadSource as `opened` does.
    """
    text = opened(path, encoding)
    return "\n".join(text.lines()) + ("\n" if text.ended else ""), list(text.notes)


def opened(path: Path, encoding: str | None = None) -> Text:
    """Look a file through, once as long as it does not change, and note how to read it.

    encoding -- as declared or given; without it the file is UTF-8, has a byte order mark, or its words tell

    Raises BadSource: not there, empty, a web page, binary, an archive of several files, not of the encoding, or of one that
    cannot be guessed.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        raise BadSource("there is no such file", where=str(path)) from None
    except (OSError, ValueError) as error:
        raise BadSource(f"cannot be read: {error}", where=str(path)) from None
    return _looked_through(path, encoding, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _looked_through(path: Path, encoding: str | None, size: int, changed: int) -> Text:  # noqa: ARG001 -- of one state
    start = next(chunks(path), b"")
    if not start:
        raise BadSource("the file is empty", where=str(path), hint="download it again")
    notes: list[str] = []
    for mark, marked in _MARKS:
        if start.startswith(mark):
            notes.append(f"{marked} with a byte order mark")
            return _decoded(path, marked, len(mark), notes)
    if encoding is not None and encoding.startswith(("utf-16", "utf-32")):
        return _decoded(path, encoding, 0, notes)
    what = kind_of(start, path.name)
    if what:
        hint = None if "binary" in what else "unpack it first" if "archive" in what else "write it out as CSV first"
        if what in WIDE:
            hint = f"--encoding {WIDE[what]}, or save it as UTF-8"
        if path.suffix.lower() == ".dna":
            what, hint = (
                "a database of the Discourse Network Analyzer",
                "export a one-mode network of actors from it as GraphML",
            )
        raise BadSource(f"this is {what}", where=str(path), hint=hint)
    if encoding is not None:
        notes.append(f"read as {encoding}, as declared")
        if not encoding.startswith("utf") and _is_utf8(path):
            notes.append(f"it is also sound UTF-8: if names look wrong, it is not {encoding}")
        return _decoded(path, encoding, 0, notes)
    if _ESCAPED.search(start):
        hint = "save it as UTF-8, or name its encoding with --encoding"
        raise BadSource("this is text with escape sequences (perhaps iso2022_jp)", where=str(path), hint=hint)
    try:
        return _measured(path, "utf-8", 0, notes)
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise BadSource("the file ends inside a character: it is cut short", where=str(path)) from None
    declared = declared_encoding(start)  # of XML
    encoding = declared if declared and declared != "utf-8" else _guessed(path)
    notes.append(f"read as {encoding}, as it " + ("declares" if encoding == declared else "is not UTF-8"))
    return _decoded(path, encoding, 0, notes)


def _guessed(path: Path) -> str:
    """Return the encoding that makes words of a file's bytes.

    Raises BadSource if none plainly does, and with the line where the file is UTF-8 but for some bytes.
    """
    found = Evidence(chunks(path))
    if found.nearly_utf8:
        raise _stray(path, "utf-8")
    encoding, likely = found.guess()
    if encoding is None:
        names = " or ".join((", ".join(likely[:-1]), likely[-1]) if likely[1:] else likely) or "NAME"
        hint = f"--encoding {names}, or save it as UTF-8"
        raise BadSource("this is not UTF-8, and its encoding is unclear", where=str(path), hint=hint)
    return encoding


def _is_utf8(path: Path) -> bool:
    """Return whether a file is UTF-8 with letters beyond ASCII, which text in other encodings hardly is by chance."""
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        beyond = [True for piece in chunks(path) if not decode(piece).isascii()]
        decode(b"", True)
    except UnicodeDecodeError:
        return False
    return bool(beyond)


def _decoded(path: Path, encoding: str, mark: int, notes: list[str]) -> Text:
    """Read to the end in an encoding.

    Raises BadSource with the line of the first byte that is none of it.
    """
    try:
        return _measured(path, encoding, mark, notes)
    except UnicodeDecodeError:
        raise _stray(path, encoding, mark) from None


def _stray(path: Path, encoding: str, mark: int = 0) -> BadSource:
    """Return the error for a file that has bytes which its encoding does not."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    line = 1
    for index, piece in enumerate(chunks(path)):
        try:
            text = decoder.decode(piece[mark:] if index == 0 else piece)
        except UnicodeDecodeError as error:
            line += error.object[: error.start].replace(b"\r\n", b"\n").count(b"\n")
            byte = error.object[error.start]
            break
        line += text.count("\n")
    else:
        return BadSource(f"the file ends inside a character of {encoding}: it is cut short", where=str(path))
    hint = "save it as UTF-8, or name its encoding with --encoding"
    return BadSource(f"this is {encoding} except for the byte 0x{byte:02X}", where=f"{path}:{line}", hint=hint)


def _measured(path: Path, encoding: str, mark: int, notes: list[str]) -> Text:
    """Read to the end: which line ends there are, whether the last line has one, whether a Ctrl-Z stands there."""
    decode = codecs.getincrementaldecoder(encoding)().decode
    start, tail = "", ""
    marks = feeds = lost = misread = 0
    example = ""
    returns = False
    for index, piece in enumerate(chunks(path)):
        text = decode(piece[mark:] if index == 0 else piece)
        start = start or text[:2000].lstrip()
        tail = (tail + text)[-4000:]
        returns = returns or "\r" in text
        marks += text.count(_MARK)
        lost += text.count(_LOST)
        if not text.isascii():
            found = _MISREAD.findall(text)
            misread += len(found)
            example = example or next(iter(found), "")
        if "\0" in text:
            line = feeds + text.count("\n", 0, text.index("\0")) + 1
            what, hint = (
                "there is a NUL byte in the text, which is damaged or binary",
                "take it out, or download the file again",
            )
            raise BadSource(what, where=f"{path}:{line}", hint=hint)
        feeds += text.count("\n")
    tail += decode(b"", True)
    if not start.strip("\x1a"):
        raise BadSource("the file is empty", where=str(path), hint="download it again")
    if _HTML.match(start):
        raise BadSource(
            "this is a web page, not data", where=str(path), hint="the download was refused or redirected; get it again"
        )
    if _HTML_TABLE.match(start):  # as pandas writes one, and web pages call it .xls
        hint = "open it in a spreadsheet and save it as CSV or .xlsx"
        raise BadSource("this is a table in HTML", where=str(path), hint=hint)
    if marks:
        notes.append(f"{marks} byte order marks within the text were left out")
    if lost:
        notes.append(
            f"{lost:,} characters ({_LOST}) were lost before: a program has read it in a wrong encoding and saved it"
        )
    if misread:
        notes.append(
            f"{misread:,} words look like UTF-8 that a program has read as Windows-1252 and saved ({example}): get the file again"
        )
    if returns and not feeds:
        notes.append("line ends are bare carriage returns")
    stopped = tail.rstrip().endswith("\x1a")
    if stopped:
        notes.append("a Ctrl-Z at the end was left out")
    return Text(path, encoding, mark, returns, stopped or tail.endswith(("\n", "\r")), stopped, tuple(notes))
