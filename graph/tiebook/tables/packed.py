"""Opens a file for reading, out of its archive where it is packed, and says what a file is if it is not text."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Final, cast

from tiebook.errors import BadSource

CHUNK: Final = 1 << 16  # bytes read at a time
_LARGEST: Final = 4 << 30  # bytes that an archive may unpack to
_RATIO: Final = 200  # times that an archive may unpack to its size; tables of text come to 5 to 50
_FREE: Final = 16 << 20  # bytes for which no ratio counts
_STRINGS: Final = 128 << 20  # bytes of a workbook's shared strings, which are held in memory
_TEXTS: Final = (".csv", ".tsv", ".tab", ".txt", ".xml", ".json", ".jsonl", ".ndjson")
_GRAPHS: Final = (".graphml", ".gexf", ".gml", ".net", ".paj")
_DOCUMENTATION: Final = (".txt", ".md")  # beside a graph
_ARCHIVES: Final = (".gz", ".zip")
_WORKBOOKS: Final = (".xlsx", ".xlsm")  # zip archives that are read as they are
_SIGNS: Final = (
    (b"RDX", "an R data file"),
    (b"RDA", "an R data file"),
    (b"X\n\x00\x00", "an R data file"),
    (b"<stata_dta>", "a Stata file"),
    (b"{\\rtf", "an RTF document"),
    (b"$FL2", "an SPSS file"),
    (b"%PDF", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (b"PK\x03\x04", "an Excel workbook or a zip archive"),
    (b"PAR1", "a Parquet file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"SQLite format 3", "an SQLite database"),
)
# text with two bytes a character, as it is named to its user, and its encoding
WIDE: Final = {
    "UTF-16 (little-endian) without a byte order mark": "utf-16-le",
    "UTF-16 (big-endian) without a byte order mark": "utf-16-be",
}
_TELLING: Final = 4  # characters, at least, that tell text with two bytes each
_INSIDE: Final = (  # a member that tells what a zip archive under another name is
    ("xl/workbook.xml", "an Excel workbook", "name it .xlsx"),
    ("word/document.xml", "a Word document", "write its table out as CSV"),
    ("content.xml", "an OpenDocument file", "save it as CSV or .xlsx"),
)
_NAMES: Final = {".rda": "an R data file", ".rds": "an R data file", ".rdata": "an R data file", ".dta": "a Stata file"}


def chunks(path: Path, at: Callable[[int], None] | None = None) -> Iterator[bytes]:
    """Return a file's bytes piece by piece, unpacked; `at` is told how many bytes of the file itself were read.

    Raises BadSource: not there, cannot be read, an archive that is damaged or holds several files.
    """
    unpacked = 0
    try:
        with _opened(path) as (stream, raw):
            while piece := stream.read(CHUNK):
                if at is not None:
                    at(raw.tell())
                unpacked += len(piece)
                if stream is not raw and unpacked > _LARGEST:
                    raise BadSource("the archive unpacks to more than 4 GiB", where=str(path), hint="unpack it first")
                if stream is not raw and _bomb(unpacked, raw.tell()):
                    raise BadSource(f"the archive unpacks to more than {_RATIO} times its size", where=str(path))
                yield piece
    except FileNotFoundError:
        raise BadSource("there is no such file", where=str(path)) from None
    except (EOFError, zipfile.BadZipFile, zlib.error, gzip.BadGzipFile, NotImplementedError, RuntimeError):
        raise BadSource("the archive is damaged or cut short", where=str(path), hint="download it again") from None
    except OSError as error:
        raise BadSource(f"cannot be read: {error.strerror or error}", where=str(path)) from None


def suffix_within(path: Path) -> str:
    """Return what the name of a file ends with, in small letters; of one that is packed alone, what is in it."""
    suffix = path.suffix.lower()
    if suffix == ".gz":
        return Path(path.stem).suffix.lower()
    if suffix != ".zip" or not path.is_file():
        return suffix
    try:
        with zipfile.ZipFile(path) as archive:
            names = [each.filename for each in archive.infolist() if not each.is_dir()]
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return suffix
    names = _graph_or_all([name for name in names if not name.startswith("__MACOSX")])
    return Path(names[0]).suffix.lower() if len(names) == 1 else suffix


def _graph_or_all(names: list[str]) -> list[str]:
    """Return the names of an archive's files, without the documentation beside a single graph."""
    graphs = [name for name in names if name.lower().endswith(_GRAPHS)]
    others = [name for name in names if not name.lower().endswith((*_GRAPHS, *_DOCUMENTATION))]
    return graphs if len(graphs) == 1 and not others else names


def is_larger(path: Path, most: int) -> bool:
    """Return whether a file, or what is packed in it, has more bytes than so many; False if it is not there."""
    if not path.is_file():
        return False
    if path.suffix.lower() not in _ARCHIVES or path.stat().st_size > most:
        return path.stat().st_size > most
    size = 0
    return any((size := size + len(piece)) > most for piece in chunks(path))


def check_workbook(path: Path) -> None:
    """Check that a workbook unpacks to no more than a workbook may hold.

    Raises BadSource for one that is made to fill the memory, OSError and BadZipFile for what is none.
    """
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            most = _STRINGS if member.filename.endswith("sharedStrings.xml") else _LARGEST
            if member.file_size > most or _bomb(member.file_size, member.compress_size):
                raise BadSource(
                    f"{member.filename} in it unpacks to {member.file_size:,} bytes, more than a workbook should",
                    where=str(path),
                    hint="save it as CSV",
                )


def _bomb(unpacked: int, packed: int) -> bool:
    return unpacked > _FREE and unpacked > _RATIO * packed


def kind_of(start: bytes, name: str) -> str | None:
    """Return what a file that is not text is, by its first bytes and its name; None for text."""
    start = start[:4096]
    named = _NAMES.get(Path(name).suffix.lower())
    found = next((what for sign, what in _SIGNS if start.startswith(sign)), None)
    if found is None and b"\x00" not in start:
        return None
    return named or found or _wide(start) or "a binary file, not text"


def _wide(start: bytes) -> str | None:
    """Return which text this is if every second byte is mostly 0, and the others are not."""
    for what, (low, high) in zip(WIDE, ((0, 1), (1, 0)), strict=True):
        others = start[high::2]
        if 0 not in start[low::2] and len(others) >= _TELLING and 2 * others.count(0) > len(others):
            return what
    return None


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Return the stream of what the file says, and the file itself."""
    with ExitStack() as stack:
        raw: IO[bytes] = stack.enter_context(path.open("rb"))
        start = raw.read(4)
        raw.seek(0)
        stream = raw
        if start.startswith(b"\x1f\x8b"):
            stream = cast("IO[bytes]", stack.enter_context(gzip.GzipFile(fileobj=raw)))
        elif start.startswith(b"PK\x03\x04") and path.suffix.lower() not in _WORKBOOKS:
            archive = stack.enter_context(zipfile.ZipFile(raw))
            stream = stack.enter_context(archive.open(_member(archive, path)))
        yield stream, raw


def _member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """Return the one file of an archive, or its one table beside documentation."""
    listed = archive.infolist()
    names = {each.filename for each in listed}
    for inside, what, hint in _INSIDE:
        if inside in names:
            raise BadSource(f"this is {what}", where=str(path), hint=hint)
    members = [each for each in listed if not each.is_dir() and not each.filename.startswith("__MACOSX")]
    chosen_names = _graph_or_all([each.filename for each in members])
    members = [each for each in members if each.filename in chosen_names]
    tables = [each for each in members if each.filename.lower().endswith(_TEXTS)]
    chosen = members if len(members) == 1 else tables
    if len(chosen) != 1:
        shown = ", ".join(each.filename for each in members[:5])
        raise BadSource(f"the archive has {len(members)} files ({shown})", where=str(path), hint="unpack it first")
    if chosen[0].filename.lower().endswith(_WORKBOOKS):
        raise BadSource(f"the archive holds a workbook ({chosen[0].filename})", where=str(path), hint="unpack it first")
    if chosen[0].file_size > _LARGEST:
        raise BadSource("the archive unpacks to more than 4 GiB", where=str(path), hint="unpack it first")
    return chosen[0]
