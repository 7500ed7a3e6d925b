"""Looks into Excel workbooks for what a reader of one sheet would lose: other sheets, merged and hidden cells, formulas."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any, Final

from tiebook.errors import BadSource
from tiebook.support.numbers import first_of
from tiebook.support.suggest import nearest

_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_NAME: Final = re.compile(rb'\sname="([^"]*)"')
_ID: Final = re.compile(rb'\s\w+:id="([^"]*)"')
_HIDDEN: Final = re.compile(rb'\sstate="(?:hidden|veryHidden)"')
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
# a formula that no spreadsheet has calculated: a program has written it (a text that is empty has t="str")
_UNCALCULATED: Final = re.compile(
    rb'<c r="(?P<cell>[A-Z]+\d+)"(?![^>]*\st="str")[^>]*><f(?:\s[^>]*)?(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>'
)
_HIDDEN_ROW: Final = re.compile(rb'<(?:\w+:)?row\s(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?\bref="(?P<ref>([A-Z]+)(\d+):([A-Z]+)(\d+))"')
_REFS: Final = 3  # merged cells that a note names
_PIECE: Final = 1 << 20
_LONGEST: Final = 1 << 14  # bytes of a formula


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that a sheet shows as one: from a row and column (both from 1) to another, and how the sheet names them."""

    ref: str
    first: int
    last: int
    column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet has beside its cells: those that are merged, and how many rows are hidden."""

    merged: tuple[Merged, ...]
    hidden: int

    def filled(self, rows: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
        """Return rows in which cells that are merged downward have the value of the first in each row."""
        begins: dict[int, list[Merged]] = {}
        for each in self.merged:
            if each.last > each.first:
                begins.setdefault(each.first, []).append(each)
        holding: list[tuple[Merged, Any]] = []
        for number, row in enumerate(rows, start=1):
            cells = list(row)
            holding = [(each, value) for each, value in holding if number <= each.last]
            for each, value in holding:
                cells[each.column - 1 : each.column] = [value]
            holding += [(each, cells[each.column - 1]) for each in begins.get(number, ()) if each.column <= len(cells)]
            yield cells

    def notes(self, header: int) -> list[str]:
        """Return what an account says of a sheet whose header ends on a line."""
        down = [each.ref for each in self.merged if each.last > max(each.first, header)]
        across = [each.ref for each in self.merged if each.first > header and each.last_column > each.column]
        notes = [f"merged cells ({_named(down)}) have the value of the first one in each row"] if down else []
        notes += (
            [f"cells merged over columns ({_named(across)}) have a value in the first column only"] if across else []
        )
        rows = "1 hidden row was" if self.hidden == 1 else f"{self.hidden:,} hidden rows were"
        return [*notes, f"{rows} read like the others"] if self.hidden else notes


def _named(refs: Sequence[str]) -> str:
    return first_of(refs, _REFS)


def sheets_of(path: Path) -> list[str]:
    """Return the names of the sheets that can be seen; the first also if it is hidden, as it is read."""
    with zipfile.ZipFile(path) as archive:
        return [
            _text(_NAME, each) for place, each in enumerate(_sheets(archive)) if not (place and _HIDDEN.search(each))
        ]


def sheet_of(path: Path, name: str | None = None) -> Sheet:
    """Return what the first sheet has beside its cells, or that of a name. It is looked through once, until the file changes.

    Raises BadSource for a name that no sheet has, and for the first formula without a result.
    """
    status = path.stat()
    return _sheet_of(path, name, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _sheet_of(path: Path, name: str | None, size: int, changed: int) -> Sheet:  # noqa: ARG001 -- of one state
    with zipfile.ZipFile(path) as archive:
        sheets = {_text(_NAME, each): each for each in _sheets(archive)}
        if name is not None and name not in sheets:
            hint = nearest(name, sheets) or f"it has {', '.join(map(repr, sheets))[:200]}"
            raise BadSource(f"there is no sheet {name!r}", where=str(path), hint=hint)
        chosen = sheets[name] if name is not None else next(iter(sheets.values()), b"")
        ids = {_text(re.compile(rb'\sId="([^"]*)"'), each): each for each in _relations(archive)}
        target = _text(re.compile(rb'\sTarget="([^"]*)"'), ids.get(_text(_ID, chosen), b""))
        member = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        return _looked_through(archive, member, path) if member in archive.namelist() else Sheet((), 0)


def _looked_through(archive: zipfile.ZipFile, member: str, path: Path) -> Sheet:
    before = b""
    merged: dict[str, Merged] = {}
    hidden: set[bytes] = set()
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            text = before + piece
            found = _UNCALCULATED.search(text) if b"<f" in text else None
            if found:
                raise BadSource(
                    f"the cell {found['cell'].decode()} is a formula without a result",
                    where=str(path),
                    hint="open it in a spreadsheet and save it, so that it is calculated",
                )
            if b"hidden=" in text:
                hidden.update(match[1] for match in _HIDDEN_ROW.finditer(text))
            for match in _MERGED.finditer(text) if b"mergeCell " in text else ():
                ref, column, first, last_column, last = (each.decode() for each in match.groups())
                merged[ref] = Merged(ref, int(first), int(last), _number(column), _number(last_column))
            before = text[-_LONGEST:]
    return Sheet(tuple(merged.values()), len(hidden))


def _number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _sheets(archive: zipfile.ZipFile) -> list[bytes]:
    return _SHEET.findall(_read(archive, "xl/workbook.xml"))


def _relations(archive: zipfile.ZipFile) -> list[bytes]:
    return _RELATION.findall(_read(archive, "xl/_rels/workbook.xml.rels"))


def _read(archive: zipfile.ZipFile, member: str) -> bytes:
    return archive.read(member) if member in archive.namelist() else b""


def _text(pattern: re.Pattern[bytes], element: bytes) -> str:
    found = pattern.search(element)
    return unescape(found[1].decode("utf-8", "replace")) if found else ""
