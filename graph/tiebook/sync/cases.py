"""Loads coded articles: the ones that ship, and a user's own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import Final

from tiebook.case import Case, Text, open_case
from tiebook.case.check import HEAD_FILE, own_text, text_named_by
from tiebook.engine.base import Engine
from tiebook.errors import BadCase, BadSource, TextNotFound
from tiebook.support.resources import resource_folder, text_file
from tiebook.support.small_files import folder_name
from tiebook.support.suggest import nearest
from tiebook.sync.batch import Batch
from tiebook.sync.identity import declared_differently
from tiebook.sync.sync import Changes, sync

FIRST_CASE: Final = "china-iran"  # what a new user finds loaded; other cases that ship are loaded by name


def shipped_cases() -> list[str]:
    """Return the names of the cases that ship with Tiebook."""
    return sorted(path.parent.name for path in resource_folder("loaders").glob(f"*/{HEAD_FILE}"))


def find_case(named: str) -> Path:
    """Return the folder of a case, named or by its path.

    Raises BadSource with the nearest names.
    """
    folder = Path(named)
    if (folder / HEAD_FILE).is_file():
        return folder
    if folder.name == HEAD_FILE and folder.is_file():
        return folder.parent
    if named in shipped_cases():
        return resource_folder("loaders") / named
    if folder.is_file():
        raise BadSource(
            "this is not an article, an export or a data set that Tiebook knows",
            where=named,
            hint=f"tiebook map {quote(named)} --type TIE -o FOLDER drafts how the rows of a table or the edges of a graph become"
            " ties",
        )
    if not folder.exists() and (folder.suffix or named != folder.name):
        raise BadSource("no such file or folder", where=named, hint="tiebook sources lists what ships")
    raise BadSource(
        f"{named!r} is neither a source that ships nor a folder with a {HEAD_FILE}",
        hint=nearest(named, shipped_cases()) or f"shipped: {', '.join(shipped_cases())}",
    )


def text_for(path: Path | None, environment: Mapping[str, str] = os.environ) -> Text | None:
    """Read the text of a case: the given file, or the one in TIEBOOK_TEXT; None where neither is given."""
    named = text_file(path, environment)
    return None if named is None else Text.read(named)


def text_of_case(folder: Path, given: Path | None, environment: Mapping[str, str] = os.environ) -> Text | None:
    """Read the text of a case: the given file, the one that ships, the one in TIEBOOK_TEXT, or the one that case.toml names."""
    found = text_for(given, {}) or own_text(folder) or text_for(None, environment)
    if found is not None:
        return found
    named = text_named_by(folder)
    return Text.read(named) if named is not None and named.is_file() else None


def needed_text_of_case(folder: Path, given: Path | None, option: str = "--text FILE") -> Text:
    """Return the text of a case, for what cannot be done without it.

    option -- how a user passes a file, for the hint

    Raises TextNotFound.
    """
    found = text_of_case(folder, given)
    if found is None:
        raise TextNotFound(f"the text of {folder_name(folder)} is not available", hint=f"{option}, or set TIEBOOK_TEXT")
    return found


def load_case(engine: Engine, folder: Path, text: Text | None = None, *, dry_run: bool = False) -> tuple[Case, Changes]:
    """Check a case, with its text where that is available, and load it. Its `notes` say what other sources declare otherwise.

    Raises BadCase with every fault; then nothing is loaded. And what `sync` raises.
    """
    try:
        case = open_case(folder, text)
    except BadCase as error:
        raise BadCase(f"{error.what}, nothing was loaded", error.faults, hint=error.hint) from None
    check_judged(engine, case.id, {each.id for claim in case.claims for each in claim.about})
    told = declared_differently(engine, case)
    changes = sync(engine, Batch(case.id, case.nodes(), case.edges()), dry_run=dry_run)
    return replace(case, notes=(*case.notes, *told)), changes


def check_judged(engine: Engine, source: str, claims: Iterable[str]) -> None:
    """Refuse a source that is about claims of another source which the graph does not have.

    claims -- ids of those that it is about, its own among them

    Raises BadSource.
    """
    others = {each for each in claims if not each.startswith(f"{source}/")}
    if not others:
        return
    query = "MATCH (c:Claim) WHERE c.id IN $ids RETURN c.id AS id"
    known = {row[0] for row in engine.read(query, {"ids": sorted(others)}).rows} if engine.exists() else set()
    lost = sorted(others - known)
    if lost:
        where = ", ".join(sorted({each.split("/")[0] for each in lost}))
        raise BadSource(
            f"{source} is about claims that the graph does not have: {', '.join(lost[:5])}", hint=f"load {where} first"
        )
