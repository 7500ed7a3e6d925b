"""Detect which kind of a source's files a file is; or, in one line, what a wrong file looks like and what was expected."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from shlex import quote
from typing import Final

from tiebook.errors import BadSource
from tiebook.sources.declaration import Declaration, FileKind, declaration_of, find_dataset, shipped_datasets
from tiebook.tables import read_table
from tiebook.tables.text import opened
from tiebook.tables.whole.json_table import flat_record

_LONGEST: Final = 1000  # characters of a cell that a pattern of `first` can fit
_START: Final = 4000  # characters in which an XML file must say what it is
_LINES: Final = 50  # and lines
_ROUNDED: Final = re.compile(r"\d[.,]?\d*E\+?\d+|#{3,}", re.IGNORECASE)  # a long number as a spreadsheet shows it
# 20010203 and 20010203101500 as a spreadsheet shows them
_REDATED: Final = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?", re.ASCII)
_FIRST: Final = 0.6  # how near a table is whose columns fit and whose first record does not
_CLOSE: Final = 0.75  # above it a file is one of the source's own, with a fault


class NotThat(BadSource):
    """A file is not of a kind; `near` says how close it comes, from 0 to 1."""

    near: float = _FIRST


class NoRecords(NotThat):
    """A file is of a kind, and there is nothing in it, or nothing whole."""

    near = 1.0


def recognised(source: Declaration, files: Sequence[Path]) -> dict[str, list[Path]]:
    """Return which kind of the source's files each file is.

    Raises BadSource that says what a wrong file looks like.
    """
    found: dict[str, list[Path]] = defaultdict(list)
    for place, path in enumerate(files):
        if path in files[:place]:
            raise BadSource("the file is given twice", where=str(path))
        found[_kind(path, source).name].append(path)
    return found


def expected(source: Declaration) -> str:
    """Describe which files a source takes."""
    return " or ".join(kind.what for kind in source.file if kind.instead is None)


def shipped(path: Path, but: str | None = None) -> tuple[str, FileKind] | None:
    """Return the shipped source that a file is of, and which of its kinds; None if there is none but `but`."""
    for name in shipped_datasets():
        for kind in () if name == but else declaration_of(find_dataset(name)).file:
            if _telling(kind) and kind.instead is None and _fault(path, kind) is None:
                return name, kind
    return None


def _kind(path: Path, source: Declaration) -> FileKind:
    faults = []
    for kind in source.file:
        fault = _fault(path, kind)
        if fault is None and kind.instead:
            raise BadSource(f"this is {kind.what}, which is not read", where=str(path), hint=kind.instead)
        if fault is None:
            return kind
        faults.append(fault)
    raise _wrong(path, source, faults)


def _fault(path: Path, kind: FileKind) -> BadSource | None:
    """Describe why a file is not of a kind; None if it is."""
    try:
        if kind.form == "table":
            return _table_fault(path, kind)
        if kind.form == "xml":
            return _xml_fault(path, kind)
        return _json_fault(path, kind)
    except BadSource as error:
        return error


def _table_fault(path: Path, kind: FileKind) -> BadSource | None:
    rows = read_table(path, kind.shape()).rows
    try:
        row = next(rows, None)
    except BadSource as error:
        return NoRecords(error.what, where=error.where, hint=error.hint)
    if row is None:
        return NoRecords(f"{kind.what}: there are no records below the header", where=str(path))
    for column, pattern in kind.first.items():
        spoilt = None
        if _ROUNDED.fullmatch(row[column]):
            spoilt = "a spreadsheet has rounded it, so the original value is lost"
        elif _REDATED.fullmatch(row[column]) and any(
            re.fullmatch(pattern, digits) for digits in ("20010203", "20010203101500")
        ):
            spoilt = "a spreadsheet has rewritten its dates"
        if spoilt:
            what = f"{kind.what}: {column} is {row[column]}: {spoilt}"
            return BadSource(what, where=f"{path}:{row.line}", hint="download the file again, and load that copy")
        if len(row[column]) > _LONGEST or not re.fullmatch(pattern, row[column]):
            what = f"not {kind.what}: {column} is {row[column][:40]!r} in its first record"
            return NotThat(what, where=f"{path}:{row.line}")
    return None


def _xml_fault(path: Path, kind: FileKind) -> BadSource | None:
    start = "".join(line[:_START] for line in islice(opened(path).lines(), _LINES))[:_START]
    if f"<{kind.required[0]}" in start:
        return None
    return NotThat(f"not {kind.what}: no <{kind.required[0]}> in it", where=str(path))


def _json_fault(path: Path, kind: FileKind) -> BadSource | None:
    line = next((line for line in opened(path).lines() if line.strip()), "").lstrip("\ufeff ")
    if not line.startswith("{"):
        hint = f"write it with one object per line: jq -c '.[]' {quote(path.name)}" if line.startswith("[") else None
        return NotThat(f"not {kind.what}: it does not begin with a JSON object", where=str(path), hint=hint)
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        hint = f"write each object in one line: jq -c . {quote(path.name)}"
        return BadSource(f"{kind.what}: its first line is not a JSON object", where=f"{path}:1", hint=hint)
    keys = [*first, *flat_record(first), *(key for value in first.values() if isinstance(value, dict) for key in value)]
    lost = [name for name in kind.required if name not in keys]
    if not lost:
        return None
    shown = ", ".join(list(first)[:6])
    return NotThat(f"not {kind.what}: its first object has {shown}; expected is {', '.join(lost)}", where=f"{path}:1")


def _wrong(path: Path, source: Declaration, faults: list[BadSource]) -> BadSource:
    """Describe what is wrong with a file, and which other data set it looks like where it is not nearly one of this source."""
    worst = max(faults, key=lambda fault: (not fault.what.startswith("not "), getattr(fault, "near", 0.0)))
    if getattr(worst, "near", 0.0) > _CLOSE:
        return worst
    other = shipped(path, but=source.id)
    if other is not None:
        name, kind = other
        return BadSource(
            f"this looks like {kind.what}; expected is {expected(source)}",
            where=str(path),
            hint=f"tiebook load {name} {quote(path.name)}",
        )
    return worst


def _telling(kind: FileKind) -> bool:
    """Return whether a kind has marks enough to know a file by: names of columns, or several of its first record."""
    return bool(kind.required) or len(kind.first) > 1
