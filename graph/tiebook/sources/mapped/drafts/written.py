"""Writes a drafted declaration: its id, its tables and the remarks below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomlkit

from tiebook.crosswalk.own_actors import slug
from tiebook.errors import UsageError
from tiebook.sources.declaration import ID, TO_DO, shipped_datasets
from tiebook.sources.mapped.draft_remarks import other_sheets
from tiebook.sources.mapped.drafts.ends import OWN
from tiebook.support.small_files import folder_name


def checked_id(path: Path, folder: Path | None) -> str:
    """Return the id of a source that is drafted.

    Raises UsageError.
    """
    source = _id_of(path.stem) if folder is None else folder_name(folder)
    if not re.fullmatch(ID, source):
        raise UsageError(
            f"{source!r} cannot be the id of a source (the name of its folder): use lower-case letters, digits and _ only",
            hint=f"-o {folder.with_name(_id_of(source)) if folder else _id_of(source)}",
        )
    if source in shipped_datasets():
        raise UsageError(f"{source!r} is a data set that ships with Tiebook", hint=f"-o my_{source}")
    return source


def written(
    source: str,
    path: Path,
    files: list[dict[str, Any]],
    ties: list[dict[str, Any]],
    types: list[str],
    remarks: list[str],
) -> str:
    """Return the text of a source.toml with what is to do in it."""
    document = tomlkit.document()
    document.add(
        tomlkit.comment("A draft: look over every line, and fill in what is TO DO. Help: docs/add-a-source.md")
    )
    for key, value in {
        "id": source,
        "name": path.stem,
        "title": path.stem,
        "citation": f"{TO_DO}: how to cite it",
        "licence": f"{TO_DO}: its terms",
        "universe": f"What is in {path.name}; what is not there says nothing.",
        "ties": types or [f"{TO_DO}: the types that the rows make"],
    }.items():
        document.add(key, value)
    for name, made in (("file", files), ("tie", ties)):
        tables = tomlkit.aot()
        for table in made:
            tables.append(tomlkit.item(table))
        document.add(name, tables)
    for remark in [*remarks, *other_sheets(path, files[0].get("sheet"))]:
        document.add(tomlkit.comment(remark))
    return tomlkit.dumps(document)


def end_of(found: tuple[str, str], marks: dict[str, str], columns: Sequence[str] = ()) -> object:
    """Return the table of an end: its column, or those of several members, how it names actors, and the mark between names."""
    table = tomlkit.inline_table()
    table.update({"columns": list(columns)} if columns else {"column": found[0]})
    table.update({"system": "name" if found[1] == OWN else found[1]})
    if found[1] == OWN:
        table["kind"] = f"{TO_DO}: the kind of actor (Organization, Party ...) that each name here is"
    if found[0] in marks:
        table["split"] = marks[found[0]]
    return table


def _id_of(name: str) -> str:
    return slug(name).replace("-", "_") or "my_source"
