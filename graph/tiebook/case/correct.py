"""Corrects one claim of a case: its entry is edited, the whole case checked again, and only then the file written."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import tomlkit
from pydantic import TypeAdapter, ValidationError

from tiebook.case.build import Case
from tiebook.case.check import HEAD_FILE, open_case
from tiebook.case.entries import ClaimEntry, faults_of
from tiebook.case.text import Text
from tiebook.case.toml import Entry, read_entries
from tiebook.case.update import place_of
from tiebook.errors import BadCase, UnknownName, UsageError
from tiebook.support.atomic_write import write_atomically
from tiebook.support.suggest import nearest

FIELDS: Final = {field.alias or name: name for name, field in ClaimEntry.model_fields.items()}
_FIXED: Final = ("id", "at")
_PASSAGE: Final = ("quote", "paragraph", "prefix", "suffix")


@dataclass(frozen=True, slots=True)
class Change:
    """What one field said and says; None where it is not there."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Correction:
    """A checked correction that is not written yet: of which file, what it will hold, and what changes."""

    path: Path
    line: int
    before: bytes
    after: bytes
    changes: tuple[Change, ...]
    case: Case

    def write(self) -> None:
        """Write the file, whole and on disk when this returns; comments, order and line ends stay."""
        write_atomically(self.path, self.after)

    def undo(self) -> None:
        """Write the file as it was."""
        write_atomically(self.path, self.before)


def correct(folder: Path, claim: str, fields: Mapping[str, str], text: Text | None = None) -> Correction:
    """Correct a claim (its id within the case) as a user writes it: `{"confidence": "0.6", "until": ""}`; "" takes a field out.

    Raises UnknownName for a claim or field that is not there, UsageError for a value that is none, BadCase with file:line
    where the corrected case would have a fault. Nothing is written.
    """
    entry = _entry(folder, claim)
    path = folder / entry.file
    before = path.read_bytes()
    document: Any = tomlkit.parse(before.decode("utf-8-sig"))
    table = next(table for table in document["claim"] if table["id"] == claim)
    changes = []
    for field, given in fields.items():
        value = _value(field, given, entry)
        old = table[field].unwrap() if field in table else None
        if value == old:
            continue
        changes.append(Change(field, old, value))
        if value is None:
            del table[field]
        else:
            table[field] = value
    if any(change.field in _PASSAGE for change in changes):
        _place(table, text)
    bom = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    after = bom + tomlkit.dumps(document).encode() if changes else before
    return Correction(path, entry.line, before, after, tuple(changes), _checked(folder, entry.file, after, text))


def _entry(folder: Path, claim: str) -> Entry:
    """Find the claim's entry.

    Raises UnknownName, BadCase where a file cannot be read.
    """
    known: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name != HEAD_FILE:
            for entry in read_entries(path):
                if entry.table == "claim":
                    known.setdefault(str(entry.values.get("id")), entry)
    if claim not in known:
        raise UnknownName(f"{folder.name} has no claim {claim!r}", hint=nearest(claim, known))
    return known[claim]


def _value(field: str, given: str, entry: Entry) -> Any:
    """Read a value by the type of its field: as a text, as a number or truth value, or as a list of ids."""
    if field in _FIXED:
        what = "is what others cite, it stays" if field == "id" else "is found in the text"
        raise UsageError(f"{field} {what}")
    if field not in FIELDS:
        raise UnknownName(f"a claim has no field {field!r}", hint=nearest(field, FIELDS) or ", ".join(FIELDS))
    if given == "":
        return None
    declared = ClaimEntry.model_fields[FIELDS[field]]
    reader: TypeAdapter[Any] = TypeAdapter(declared.rebuild_annotation())
    faults = []
    scalar = _scalar(given)
    for candidate in (*scalar, given, [part.strip() for part in given.split(",")]):
        try:
            value = reader.validate_python(candidate, strict=True)
        except ValidationError as error:
            faults.append(faults_of(error)[0][1].partition(": ")[2])
            continue
        return value[0] if isinstance(value, list) and len(value) == 1 else value
    raise UsageError(f"{field}={given}: {faults[0]}", where=entry.where(field))


def _scalar(given: str) -> list[Any]:
    """Return the number or truth value that a text is in TOML, if it is one."""
    try:
        value = tomllib.loads(f"value = {given}")["value"]
    except (tomllib.TOMLDecodeError, RecursionError):
        return []
    return [value] if isinstance(value, (bool, int, float)) else []


def _place(table: Any, text: Text | None) -> None:
    """Note where the passage stands now; without the text its place is not known any more."""
    place = place_of(table, text) if text is not None and {"quote", "paragraph"} <= set(table) else None
    if place is not None:
        table["at"] = list(place)
    elif "at" in table:
        del table["at"]


def _checked(folder: Path, name: str, content: bytes, text: Text | None) -> Case:
    """Check the case with one file changed, in a copy."""
    with tempfile.TemporaryDirectory(prefix="tiebook-") as scratch:
        copy = Path(scratch) / folder.resolve().name
        copy_case(folder, copy)
        (copy / name).write_bytes(content)
        try:
            return open_case(copy, text)
        except BadCase as error:
            raise BadCase(error.what.replace("nothing was loaded", "nothing was changed"), error.faults) from None


def copy_case(folder: Path, target: Path) -> None:
    """Copy a case's files into a new folder."""
    target.mkdir(parents=True)
    for path in sorted(folder.glob("*.toml")):
        shutil.copyfile(path, target / path.name)
