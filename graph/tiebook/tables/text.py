"""Turns the bytes of a file into text: archives, byte order marks, encodings, line ends, the Ctrl-Z of old systems."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

from tiebook.model.errors import BadSource

_LARGEST: Final = 4 << 30  # bytes that an archive may unpack to
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTML: Final = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
# letters of the two families of encodings, where they stand inside words
_LOW: Final = re.compile(rb"[A-Za-z][\x80-\x9f]|[\x80-\x9f][a-z]")
_HIGH: Final = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff][a-z]")


def text_of(path: Path) -> tuple[str, list[str]]:
    r"""Give a file's text, with \n at line ends, and notes on what was put right.

    Raises BadSource: not there, empty, a web page, binary, an archive of several files.
    """
    raw = bytes_of(path)
    text, notes = decoded(raw, path)
    if "\r" in text:
        if "\n" not in text:
            notes.append("line ends are bare carriage returns")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.rstrip().endswith("\x1a"):
        text = text.rstrip().rstrip("\x1a")
        notes.append("a Ctrl-Z at the end was left out")
    if not text.strip():
        raise BadSource("the file is empty", where=str(path), hint="download it again")
    if _HTML.match(text[:2000]):
        raise BadSource(
            "this is a web page, not data", where=str(path), hint="the download was refused or redirected; get it again"
        )
    return text, notes


def bytes_of(path: Path) -> bytes:
    """Read a file, out of its archive where it is packed.

    Raises BadSource.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise BadSource("there is no such file", where=str(path)) from None
    except OSError as error:
        raise BadSource(f"cannot be read: {error.strerror}", where=str(path)) from None
    if not raw:
        raise BadSource("the file is empty", where=str(path), hint="download it again")
    try:
        if raw.startswith(b"\x1f\x8b"):
            return gzip.decompress(raw)
        if raw.startswith(b"PK\x03\x04") and path.suffix.lower() not in (".xlsx", ".xlsm"):
            return _unzipped(raw, path)
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error):
        raise BadSource("the archive is damaged or cut short", where=str(path), hint="download it again") from None
    return raw


def _unzipped(raw: bytes, path: Path) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        listed = archive.infolist()
        members = [each for each in listed if not each.is_dir() and not each.filename.startswith("__MACOSX")]
        if len(members) != 1:
            names = ", ".join(each.filename for each in members[:5])
            raise BadSource(f"the archive has {len(members)} files ({names})", where=str(path), hint="unpack it first")
        if members[0].file_size > _LARGEST:
            raise BadSource("the archive unpacks to more than 4 GiB", where=str(path), hint="unpack it first")
        return archive.read(members[0])


def decoded(raw: bytes, path: Path) -> tuple[str, list[str]]:
    """Decode by byte order mark, as UTF-8, or as the single-byte encoding that makes words of the bytes.

    Raises BadSource for a binary file.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace"), [f"{encoding} with a byte order mark"]
    if b"\x00" in raw[:4096]:
        raise BadSource("this is a binary file, not text", where=str(path))
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 3 and error.reason == "unexpected end of data":
            raise BadSource("the file ends inside a character: it is cut short", where=str(path)) from None
    low, high = len(_LOW.findall(raw)), len(_HIGH.findall(raw))
    encoding = "mac-roman" if low > high else "cp1252"
    if encoding == "cp1252" and re.search(rb"[\x81\x8d\x8f\x90\x9d]", raw):
        encoding = "latin-1"
    return raw.decode(encoding), [f"read as {encoding}, as it is not UTF-8"]
