"""Starts a case from a text: case.toml with what the text says about itself, and an empty file for the coding."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import tomlkit

from tiebook.case.check import DERIVES, HEAD_FILE, NOT_FOUND
from tiebook.case.names import slug
from tiebook.case.text import Text
from tiebook.case.update import update_head
from tiebook.errors import UsageError
from tiebook.model.dates import SHORT_MONTHS
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import folder_name

CODING_FILE: Final = "claims.toml"
_HEAD_LINES: Final = 12  # lines, not counting blank ones, in which a text names its author and date
_SHORT: Final = 30  # words of a title; a longer line is a sentence
_BYLINE: Final = 15  # words
_MONTH: Final = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_DATES: Final = (
    re.compile(r"\b(?P<year>[12]\d{3})-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>[12]\d{{3}})\b"),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[12]\d{{3}})\b"),
    re.compile(rf"(?<!\d )\b{_MONTH},? (?P<year>[12]\d{{3}})\b"),
)
_FIELD: Final = re.compile(r"(?i)(title|authors?|by|date|published(?: on)?|url|source)\s*:\s*(.+)")
_BY: Final = re.compile(
    r"(?i:by|written by)\s+(?P<name>[A-Z][\w.'\u2019-]+(?: (?:[A-Z][\w.'\u2019-]*|and|&|de|van|von|al|bin|el),?)*)"
)
_ADDRESS: Final = re.compile(r"https?://\S+")
_MARKUP: Final = re.compile(r"^[#*_>\s]+|[*_\s]+$")
_EXAMPLE: Final = """\
# One [[claim]] for each tie that a passage states, denies, wants or fears. What follows from the rest need not be written: the
# paragraph, the aspect, the gloss, an id, and an entry for any state or organisation. docs/case-format.md has all fields.
#
# [[claim]]
# says = "iran SEEKS_OR_ANOTHER_TYPE china"
# quote = "a short clause of the text, word for word"
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What a text says about itself; None if it says nothing."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None

    def missing(self) -> list[str]:
        """Return the names of what a case needs and the text does not tell."""
        return [name for name in ("title", "author", "date") if getattr(self, name) is None]


def read_head(text: Text) -> Found:
    """Read title, author, date and address from the first lines of a text."""
    lines = [_MARKUP.sub("", line) for line in text.content.splitlines()]
    lines = [line for line in lines if line and line.strip("-=")][:_HEAD_LINES]
    fields: dict[str, str] = {}
    for line in lines:
        match = _FIELD.fullmatch(line)
        if match:
            name = match[1].lower().split()[0].removesuffix("s")
            fields.setdefault({"by": "author", "published": "date", "source": "url"}.get(name, name), _bare(match[2]))
    first = next((line for line in lines if not _FIELD.fullmatch(line) and not _BY.fullmatch(line)), "")
    title = fields.get("title") or (first if first and len(first.split()) <= _SHORT else None)
    bylines = [line for line in lines if line != title and len(line.split()) <= _BYLINE]
    by = next((match["name"] for line in bylines if (match := _BY.match(line))), None)
    address = next((match[0] for line in lines if (match := _ADDRESS.fullmatch(line))), None)
    dated = [fields["date"]] if "date" in fields else bylines
    address = fields["url"] if _ADDRESS.fullmatch(fields.get("url", "")) else address
    return Found(title, fields.get("author") or by, next(filter(None, map(find_date, dated)), None), address)


def find_date(line: str) -> str | None:
    """Return the first date in a line as EDTF: "2025-09-30", "2025-09"; None if there is none."""
    for pattern in _DATES:
        for match in pattern.finditer(line):
            parts = match.groupdict()
            month = parts.get("number")
            if month is None:
                name = parts["month"].lower()[:3]
                month = f"{SHORT_MONTHS.index(name) + 1:02}" if name in SHORT_MONTHS else None
            if month is None:
                continue
            try:
                day = date(int(parts["year"]), int(month), int(parts.get("day") or 1))
            except ValueError:
                continue
            return day.isoformat() if parts.get("day") else f"{day:%Y-%m}"
    return None


def start_case(folder: Path, path: Path, text: Text, found: Found, coder: str, today: date) -> None:
    """Write a case that checks into a new folder.

    Raises UsageError if a case is there already, OSError.
    """
    if (folder / HEAD_FILE).exists():
        raise UsageError(f"{folder} is already a case", hint="tiebook check shows its state")
    if not slug(folder_name(folder)):
        raise UsageError(f"{folder_name(folder)!r} gives no id: name the folder with letters or digits (a-z, 0-9)")
    complete = replace(found, title=found.title or folder_name(folder), date=found.date or f"{today:%Y}")
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / CODING_FILE).exists():
        write_atomically(folder / CODING_FILE, _EXAMPLE.replace("SEEKS_OR_ANOTHER_TYPE", "COOPERATES_WITH"))
    write_atomically(folder / HEAD_FILE, _head(folder, path, text, complete, found, coder, today))


def _head(folder: Path, path: Path, text: Text, found: Found, told: Found, coder: str, today: date) -> str:
    document = tomlkit.document()
    document["format"] = DERIVES
    document["id"] = slug(folder_name(folder))
    source = tomlkit.table()
    source["title"] = found.title
    source["author"] = found.author or "unspecified"
    source["date"] = found.date
    for name in told.missing():
        source[name].comment(NOT_FOUND)
    if found.url:
        source["url"] = found.url
    source["text"] = _relative(path, folder)
    document["source"] = source
    table = tomlkit.table()
    table["name"] = coder
    table["date"] = today
    document["coder"] = table
    update_head(document, text)
    return tomlkit.dumps(document)


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


def _bare(text: str) -> str:
    return text.strip().strip("\"'")
