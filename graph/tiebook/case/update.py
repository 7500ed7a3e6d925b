"""Writes what a text determines into its case: hashes of text and paragraphs, and the place of each quote."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import tomlkit

from tiebook.case.build import Case
from tiebook.case.check import DERIVES, HEAD_FILE, open_case
from tiebook.case.derive.places import PLACES_FILE, Place, place_key, write_places
from tiebook.case.files import TomlFile
from tiebook.case.text import Text

_A_LINE: Final = 6  # hashes


def update_case(folder: Path, text: Text) -> list[str]:
    """Write `sha256`, `paragraphs` and the places of quotes; return the names of the files that changed.

    Comments, order, line ends and a byte order mark stay. Call it for a case that has passed `open_case` with this text.
    """
    case = open_case(folder, text)
    changed = []
    for path in sorted(folder.glob("*.toml")):
        file = TomlFile.read(path)
        if path.name == HEAD_FILE:
            update_head(file.document, text)
        elif case.head.format < DERIVES:
            for claim in file.document.get("claim", []):
                _update_claim(claim, text)
        if file.write():
            changed.append(path.name)
    if case.head.format >= DERIVES and note_places(folder, case, text):
        changed.append(PLACES_FILE)
    return changed


def update_head(document: Any, text: Text) -> None:
    """Write the hashes of a text into the document of case.toml."""
    source = document["source"]
    if source.get("sha256") != text.sha256:
        source["sha256"] = text.sha256
    hashes = [paragraph.hash for paragraph in text.paragraphs]
    if list(source.get("paragraphs", [])) != hashes:
        source["paragraphs"] = hash_lines(hashes)


def hash_lines(hashes: list[str]) -> Any:
    """Return hashes as an array with several on a line."""
    array = tomlkit.array()
    for start in range(0, len(hashes), _A_LINE):
        array.add_line(*hashes[start : start + _A_LINE], indent="    ")
    array.add_line(indent="")
    return array


def note_places(folder: Path, case: Case, text: Text) -> bool:
    """Note where the quotes of a case of format 2 stand; return whether the file has changed."""
    noted = []
    for each in case.coded:
        values = each.entry.values
        place = place_of(values, text)
        if place is not None:
            noted.append((place_key(values), Place(values["paragraph"], *place)))
    return write_places(folder, noted)


def place_of(claim: Mapping[str, Any], text: Text) -> tuple[int, int] | None:
    """Return where the quote of a claim's entry stands, None where that is not one place."""
    return text.place(
        claim["quote"], claim["paragraph"], prefix=claim.get("prefix", ""), suffix=claim.get("suffix", "")
    )[1]


def _update_claim(claim: Any, text: Text) -> None:
    place = place_of(claim, text)
    if place is not None and list(claim.get("at", [])) != list(place):
        claim["at"] = list(place)
