"""Looks into Excel workbooks for what a reader of their first sheet would lose: other sheets, and formulas without results."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final

from tiebook.errors import BadSource

_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_NAME: Final = re.compile(rb'\sname="([^"]*)"')
_ID: Final = re.compile(rb'\s\w+:id="([^"]*)"')
_HIDDEN: Final = re.compile(rb'\sstate="(?:hidden|veryHidden)"')
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
# a formula that no spreadsheet has calculated: a program has written it (a text that is empty has t="str")
_UNCALCULATED: Final = re.compile(
    rb'<c r="(?P<cell>[A-Z]+\d+)"(?![^>]*\st="str")[^>]*><f(?:\s[^>]*)?(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>'
)
_PIECE: Final = 1 << 20
_LONGEST: Final = 1 << 14  # bytes of a formula


def other_sheets(path: Path) -> list[str]:
    """Return the names of the sheets that can be seen behind the first one."""
    with zipfile.ZipFile(path) as archive:
        return [_text(_NAME, each) for each in _sheets(archive)[1:] if not _HIDDEN.search(each)]


def check_calculated(path: Path) -> None:
    """Check that the formulas of the first sheet have results.

    Raises BadSource with the first that has none.
    """
    with zipfile.ZipFile(path) as archive:
        sheets = _sheets(archive)
        ids = {_text(re.compile(rb'\sId="([^"]*)"'), each): each for each in _relations(archive)}
        target = _text(re.compile(rb'\sTarget="([^"]*)"'), ids.get(_text(_ID, sheets[0]), b"")) if sheets else ""
        member = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        found = next(_found(archive, member), None) if member in archive.namelist() else None
    if found:
        raise BadSource(
            f"the cell {found} is a formula without a result",
            where=str(path),
            hint="open it in a spreadsheet and save it, so that it is calculated",
        )


def _found(archive: zipfile.ZipFile, member: str) -> Iterator[str]:
    """Yield the cells of a sheet whose formulas have no results."""
    before = b""
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            text = before + piece
            if b"<f" in text:
                yield from (match["cell"].decode() for match in _UNCALCULATED.finditer(text))
            before = text[-_LONGEST:]


def _sheets(archive: zipfile.ZipFile) -> list[bytes]:
    return _SHEET.findall(_read(archive, "xl/workbook.xml"))


def _relations(archive: zipfile.ZipFile) -> list[bytes]:
    return _RELATION.findall(_read(archive, "xl/_rels/workbook.xml.rels"))


def _read(archive: zipfile.ZipFile, member: str) -> bytes:
    return archive.read(member) if member in archive.namelist() else b""


def _text(pattern: re.Pattern[bytes], element: bytes) -> str:
    found = pattern.search(element)
    return unescape(found[1].decode("utf-8", "replace")) if found else ""
