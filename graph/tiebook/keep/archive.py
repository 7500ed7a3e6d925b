"""A backup as a file: a zip of `manifest.json` and `graph.jsonl`, the graph in canonical lines.

The sha256 of graph.jsonl is the digest of the graph, so `unzip -p FILE graph.jsonl | sha256sum` verifies a backup without
Tiebook. Nothing is ever unpacked to disk, and a name in the file is never used as one.
"""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tiebook.engine.digest import FINGERPRINT, canonical, digest_of
from tiebook.errors import BadBackup, StorageFailed, UsageError
from tiebook.support.atomic_write import opened_whole
from tiebook.support.toml_faults import in_plain_words

MANIFEST: Final = "manifest.json"
GRAPH: Final = "graph.jsonl"
_MOST_MANIFEST: Final = 1 << 20  # bytes
_MOST_LINE: Final = 16 << 20  # bytes of one node or edge
_MOST_PACKED: Final = 200  # bytes of lines for one of the file; real graphs pack about 10 to 1
_BLOCK: Final = 1 << 20


class Manifest(BaseModel):
    """What a backup says of itself. `made` is a moment in ISO form, `digest` that of the whole graph.

    fingerprints -- by source: of the files and settings of its load, so that the same files are recognised
    unfinished -- the sources of which only a part had been loaded
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal[1] = 1
    tiebook: str
    model: Annotated[int, Field(ge=0)]
    engine: str
    made: str
    digest: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    nodes: Annotated[int, Field(ge=0)]
    edges: Annotated[int, Field(ge=0)]
    sources: list[str]
    fingerprints: dict[str, str] = {}
    unfinished: list[str] = []


def write_archive(path: Path, manifest: Manifest, lines: Sequence[str], *, force: bool = False) -> None:
    """Write a backup: whole and on disk when this returns, or not at all.

    Raises UsageError if the file is there already (unless `force`), StorageFailed where it cannot be written.
    """
    if path.exists() and not force:
        raise UsageError(f"{path} already exists", hint="name another file, or --force")
    try:
        with opened_whole(path) as file, ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as archive:
            archive.writestr(_member(MANIFEST), manifest.model_dump_json(indent=2))
            with archive.open(_member(GRAPH), "w", force_zip64=True) as member:
                for number, line in enumerate(lines):
                    member.write((f"\n{line}" if number else line).encode())
    except OSError as error:
        raise StorageFailed(f"the backup could not be written: {error.strerror}", where=str(path)) from None


class Archive:
    """A backup that is open: its manifest, and its lines as often as they are wanted. Use as a context manager."""

    def __init__(self, path: Path) -> None:
        """Open the file and read its manifest.

        Raises BadBackup for what is not a backup.
        """
        self.path = path
        if path.exists() and not path.is_file():
            raise self._bad("it is not a regular file")
        with self._faults():
            self._zip = ZipFile(path)
        try:
            self._check_members()
            self.manifest = self._manifest()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._zip.close()

    def lines(self) -> Iterator[bytes]:
        """Return the lines of the graph, the edges before the nodes, without their ends.

        Raises BadBackup.
        """
        with self._faults(), self._zip.open(GRAPH) as member, io.BufferedReader(member, _BLOCK) as file:  # type: ignore[type-var]
            while line := file.readline(_MOST_LINE + 1):
                if len(line) > _MOST_LINE:
                    raise self._bad(f"a line of it has more than {_MOST_LINE >> 20} MiB")
                yield line.removesuffix(b"\n")

    def verify(self) -> None:
        """Read the whole file and compare its digest and its counts with what the manifest says.

        Raises BadBackup.
        """
        found = hashlib.sha256()
        counts = {b'["node"': 0, b'["edge"': 0}
        for number, line in enumerate(self.lines()):
            found.update(b"\n" + line if number else line)
            kind = line[:7]
            if kind not in counts:
                raise self._bad(f"line {number + 1} is neither a node nor an edge")
            counts[kind] += 1
        if found.hexdigest() != self.manifest.digest:
            raise self._bad("its contents do not match its digest: it was changed after it was made")
        if tuple(counts.values()) != (self.manifest.nodes, self.manifest.edges):
            raise self._bad("its numbers of nodes and edges are not those that it states")

    def digest(self) -> str:
        """Return the digest of the graph that it holds; the lines of an older backup have fingerprints, which it leaves out.

        Raises BadBackup.
        """
        try:
            return digest_of(map(_without_fingerprint, self.lines()))
        except (ValueError, TypeError, RecursionError):
            raise self._bad("a line is not a record of a graph") from None

    def records(self, kind: Literal["node", "edge"]) -> Iterator[list[Any]]:
        """Return the nodes as [labels, id, properties], or the edges as [type, from, to, properties], dates as dates.

        Raises BadBackup for a line that is no such record.
        """
        for number, line in enumerate(self.lines(), start=1):
            if line.startswith(f'["{kind}"'.encode()):
                try:
                    yield _record(json.loads(line))
                except (ValueError, TypeError, KeyError, RecursionError):
                    raise self._bad(f"line {number} is not a record of a graph") from None

    def _check_members(self) -> None:
        members = self._zip.infolist()
        strange = sorted({member.filename for member in members} - {MANIFEST, GRAPH})
        if strange:
            raise self._bad(f"it holds {strange[0][:60]!r}, which is not part of a backup")
        if len(members) != 2:  # noqa: PLR2004 -- the two of them, each once
            raise self._bad("it lacks a part, or has one twice")
        for member in members:
            if member.flag_bits & 1 or member.compress_type != ZIP_DEFLATED:
                raise self._bad("it is compressed by a method that backups do not use")
            if member.file_size > _MOST_PACKED * (member.compress_size + _BLOCK):
                raise self._bad("it would unpack to far more than any graph has: it may be made to exhaust memory")

    def _manifest(self) -> Manifest:
        with self._faults(), self._zip.open(MANIFEST) as member:
            text = member.read(_MOST_MANIFEST + 1)
        try:
            return Manifest.model_validate_json(text)
        except ValidationError as error:
            fault = error.errors(include_url=False, include_input=False)[0]
            key = ".".join(str(part) for part in fault["loc"]) or "it"
            raise self._bad(
                f"its manifest is not one of this Tiebook's: {key}: {in_plain_words(fault['msg'])}"
            ) from None

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            raise BadBackup("there is no such file", where=str(self.path)) from None
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise self._bad(f"it is not a backup, or it was cut off or changed: {error}") from None
        except OSError as error:
            raise BadBackup(f"it cannot be read: {error.strerror or error}", where=str(self.path)) from None

    def _bad(self, what: str) -> BadBackup:
        return BadBackup(f"the backup is damaged: {what}", where=str(self.path), hint="use another backup")


def _record(read: Any) -> list[Any]:
    if read[0] == "node":
        _, labels, node_id, props = read
        _check(isinstance(node_id, str) and _texts(labels) and 1 <= len(labels) <= 2)  # noqa: PLR2004 -- kind and label
        return [labels, node_id, _props(props)]
    _, name, source, target, props = read
    for labels, node_id in (source, target):
        _check(isinstance(node_id, str) and _texts(labels) and bool(labels))
    _check(isinstance(name, str))
    return [name, source, target, _props(props)]


def _without_fingerprint(line: bytes) -> str:
    if line.startswith(b'["node"') and f'"{FINGERPRINT}"'.encode() in line:
        return canonical(json.loads(line))
    return line.decode()


def _props(read: Any) -> dict[str, Any]:
    _check(isinstance(read, dict))
    return {name: _value(value) for name, value in read.items()}


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        (day,) = value.values()
        _check("date" in value)
        return date.fromisoformat(day)
    whole = isinstance(value, int) and -(2**63) <= value < 2**63
    _check(whole or isinstance(value, (str, float)) or _texts(value))
    return value


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _check(holds: bool) -> None:
    if not holds:
        raise ValueError


def _member(name: str) -> ZipInfo:
    found = ZipInfo(name)  # with no time of its own: equal graphs, equal bytes
    found.compress_type = ZIP_DEFLATED
    found.external_attr = 0o600 << 16
    return found
