"""Corrects one claim of a case: its entry is edited, the whole case checked again, and only then the file written."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from tiebook.case.build import Case
from tiebook.case.check import DERIVES, HEAD_FILE, open_case, read_coding
from tiebook.case.derive.places import PLACES_FILE
from tiebook.case.entries import ClaimEntry, faults_of
from tiebook.case.files import TomlBlock
from tiebook.case.text import Text
from tiebook.case.toml import Entry, read_entries
from tiebook.case.update import note_places, place_of
from tiebook.errors import AmbiguousName, BadCase, UnknownName, UsageError
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import folder_name
from tiebook.support.suggest import nearest
from tiebook.support.toml import toml_of

FIELDS: Final = {field.alias or name: name for name, field in ClaimEntry.model_fields.items()}
_FIXED: Final = ("id", "at")
_PASSAGE: Final = ("quote", "paragraph", "prefix", "suffix")
_IN_SAYS: Final = ("from", "tie", "to")
Places = tuple[bytes | None, bytes]  # what the file with the places of quotes held, and will hold


@dataclass(frozen=True, slots=True)
class Change:
    """What one field said and says; None if it is not there."""

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
    places: Places | None = None

    def write(self) -> None:
        """Write the file, whole and on disk when this returns; comments, order and line ends stay."""
        write_atomically(self.path, self.after)
        if self.places:
            write_atomically(self.path.with_name(PLACES_FILE), self.places[1])

    def undo(self) -> None:
        """Write the file as it was."""
        write_atomically(self.path, self.before)
        if self.places and self.places[0] is not None:
            write_atomically(self.path.with_name(PLACES_FILE), self.places[0])
        elif self.places:
            self.path.with_name(PLACES_FILE).unlink(missing_ok=True)


def correct(folder: Path, claim: str, fields: Mapping[str, str], text: Text | None = None) -> Correction:
    """Correct a claim as a user writes it: `{"confidence": "0.6", "until": ""}`; "" takes a field out.

    claim -- its id within the case, or the first words of it by which answers show it

    Raises UnknownName for a claim or field that is not there, UsageError for a value that is none, BadCase with file:line
    where the corrected case would have a fault. Nothing is written.
    """
    claim, entry = _entry(folder, claim, text)
    block = TomlBlock.read(folder / entry.file, entry)
    values = {field: read_value(field, given, entry) for field, given in fields.items()}
    changes: list[Change] = []

    def change(table: Any) -> None:
        for field, value in values.items():
            if value != (old := said(table, field)):
                changes.append(Change(field, old, value))
                put(table, field, value)
        if any(change.field in _PASSAGE for change in changes) and not _derives(folder):
            _place(table, text)

    edited = block.edited(change)
    if not changes:
        case, places = checked_with(folder, entry.file, block.before, text)
        return Correction(block.path, entry.line, block.before, block.before, (), case, places)
    kept, case, places = checked_keeping_id(folder, block, entry, edited, claim, text)
    if kept != edited:
        changes.append(Change("id", None, claim))
    after = block.content(kept)
    return Correction(block.path, entry.line, block.before, after, tuple(changes), case, places)


def _derives(folder: Path) -> bool:
    """Return whether the format of a case keeps the places of quotes in a file of their own."""
    tops = (entry.values.get("format") for entry in read_entries(folder / HEAD_FILE) if not entry.table)
    return any(isinstance(top, int) and top >= DERIVES for top in tops)


def checked_keeping_id(
    folder: Path, block: TomlBlock, entry: Entry, edited: str, claim: str, text: Text | None
) -> tuple[str, Case, Places | None]:
    """Check a case with a claim's block changed; return the block, and what `checked_with` returns.

    Others cite the claim by its id. Where that followed from fields that are different now, the block says it.

    Raises BadCase.
    """
    fault = None
    try:
        case, places = checked_with(folder, entry.file, block.content(edited), text)
    except BadCase as error:  # perhaps only as another claim is about this one
        fault = error
    else:
        if any(
            each.claim.id == claim and (each.entry.file, each.entry.index) == (entry.file, entry.index)
            for each in case.coded
        ):
            return edited, case, places
    if "id" in toml_of(edited)["claim"][0]:
        raise fault or UsageError("id cannot be changed, because others cite it")
    kept = with_id(edited, claim)
    try:
        return kept, *checked_with(folder, entry.file, block.content(kept), text)
    except BadCase as error:
        raise fault or error from None  # the lines are those of the file without the id


def with_id(block: str, claim: str) -> str:
    """Return a claim's block that says its id, before its other fields."""
    header, _, rest = block.partition("\n")
    return f'{header}\nid = "{claim}"\n{rest}'


def put(table: Any, field: str, value: Any) -> None:
    """Set a field of a claim's table, None to take it out; an end or type that stands in `says` is changed there."""
    if "says" in table and field in _IN_SAYS and value is not None:
        parts = dict(zip(_IN_SAYS, str(table["says"]).split(), strict=False)) | {field: value}
        table["says"] = " ".join(parts.values())
    elif value is None:
        if field in table:
            del table[field]
    else:
        table[field] = value


def said(table: Any, field: str) -> Any:
    """Return what a claim's table says itself of a field."""
    if "says" in table and field in _IN_SAYS:
        return dict(zip(_IN_SAYS, str(table["says"]).split(), strict=False)).get(field)
    return table[field].unwrap() if field in table else None


def _entry(folder: Path, claim: str, text: Text | None) -> tuple[str, Entry]:
    """Find the claim's id and entry; one without an id of its own by the id that is derived.

    Raises UnknownName, BadCase where a file cannot be read.
    """
    entries = [entry for entry in read_coding(folder) if entry.table == "claim"]
    known: dict[str, Entry] = {}
    for entry in entries:
        if "id" in entry.values:
            known.setdefault(str(entry.values["id"]), entry)
    if claim not in known and len(known) < len(entries):
        known = {each.claim.id: each.entry for each in open_case(folder, text).coded} | known
    short = [each for each in known if each.startswith(f"{claim}-")] if claim not in known else [claim]
    if len(short) > 1:
        raise AmbiguousName(f"{claim!r} may be {', '.join(sorted(short))}")
    if not short:
        raise UnknownName(f"{folder_name(folder)} has no claim {claim!r}", hint=nearest(claim, known))
    return short[0], known[short[0]]


def read_value(field: str, given: str, entry: Entry | None = None) -> Any:
    """Read a value by the type of its field: as a text, as a number or truth value, or as a list of ids."""
    if field in _FIXED:
        what = "cannot be changed, because others cite it" if field == "id" else "is derived from the text"
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
    raise UsageError(f"{field}={given}: {faults[0]}", where=None if entry is None else entry.where(field))


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


def checked_with(folder: Path, name: str, content: bytes, text: Text | None) -> tuple[Case, Places | None]:
    """Check a case with one file changed, in a copy; return it with what the file of places held and will hold.

    Raises BadCase; nothing is written to the case itself.
    """
    with tempfile.TemporaryDirectory(prefix="tiebook-") as scratch:
        copy = Path(scratch) / folder_name(folder)
        copy_case(folder, copy)
        (copy / name).write_bytes(content)
        try:
            case = open_case(copy, text)
        except BadCase as error:
            raise BadCase(f"{error.what}, nothing was changed", error.faults) from None
        noted = copy / PLACES_FILE
        before = noted.read_bytes() if noted.is_file() else None
        if text is None or case.head.format < DERIVES or not note_places(copy, case, text):
            return case, None
        return case, (before, noted.read_bytes())


def copy_case(folder: Path, target: Path) -> None:
    """Copy a case's files into a new folder."""
    target.mkdir(parents=True)
    for path in [*sorted(folder.glob("*.toml")), folder / PLACES_FILE]:
        if path.is_file():
            shutil.copyfile(path, target / path.name)
