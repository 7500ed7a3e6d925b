"""Writes what a text tells into its case: hashes of text and paragraphs, and the place of each quote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomlkit

from tiebook.case.check import HEAD_FILE
from tiebook.case.text import Text


def update_case(folder: Path, text: Text) -> list[str]:
    """Write `sha256`, `paragraphs` and each claim's `at`; give the names of the files that changed.

    Comments and order stay. Call it for a case that has passed `open_case` with this text.
    """
    changed = []
    for path in sorted(folder.glob("*.toml")):
        before = path.read_text("utf-8")
        document = tomlkit.parse(before)
        if path.name == HEAD_FILE:
            _update_head(document, text)
        else:
            for claim in document.get("claim", []):
                _update_claim(claim, text)
        after = tomlkit.dumps(document)
        if after != before:
            temporary = path.with_suffix(".toml.new")
            temporary.write_text(after, "utf-8")
            temporary.replace(path)
            changed.append(path.name)
    return changed


def _update_head(document: Any, text: Text) -> None:
    source = document["source"]
    source["sha256"] = text.sha256
    hashes = tomlkit.array()
    hashes.extend(paragraph.hash for paragraph in text.paragraphs)
    if list(source.get("paragraphs", [])) != list(hashes):
        source["paragraphs"] = hashes.multiline(multiline=True)


def place_of(claim: Any, text: Text) -> tuple[int, int] | None:
    """Return where the quote of a claim's entry stands, None where that is not one place."""
    return text.place(
        claim["quote"], claim["paragraph"], prefix=claim.get("prefix", ""), suffix=claim.get("suffix", "")
    )[1]


def _update_claim(claim: Any, text: Text) -> None:
    place = place_of(claim, text)
    if place is not None and list(claim.get("at", [])) != list(place):
        claim["at"] = list(place)
