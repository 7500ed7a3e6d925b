"""Drafts the declaration of a table that Tiebook does not know: which columns name actors, and which are dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations, islice
from pathlib import Path
from typing import Final

import tomlkit

from tiebook.crosswalk import crosswalk
from tiebook.crosswalk.table import System
from tiebook.errors import BadDate, UsageError
from tiebook.model.dates import parse
from tiebook.sources.declaration import ID
from tiebook.sources.own_actors import slug
from tiebook.tables import Row
from tiebook.tables.cells import known
from tiebook.tables.sheets import json_rows
from tiebook.tables.sniff import sniffed

_ROWS: Final = 500  # that are looked at
_COLUMNS: Final = 12  # that a file is known by, beside those used
_MOST: Final = 0.6  # of a column's cells must mean something
_NUMBERS: Final = ("cow", "gw")  # many a number is such a code by chance: ISO has numbers too, and a flag may be 1 or 2
_MOST_NUMBERS: Final = 0.9
_FILLED: Final = 0.2  # of the rows must have something in a column that names actors
_ENDS: Final = re.compile(r"end|until|exit|last|termin|stop|finish|clos|expir", re.IGNORECASE)
_KEY: Final = re.compile(r"(?:id|key|no|num|number|record|case)\d?", re.IGNORECASE)
_SYSTEMS: Final[tuple[System, ...]] = ("iso3", "cow", "gw", "iso2", "cow_abbrev", "cameo")


def draft(path: Path, type_: str, folder: Path | None = None) -> str:
    """Return a source.toml for a table, to be looked over: its actors, dates and record key are guesses.

    folder -- in which it will be written; its name is the source's id

    Raises UsageError where the folder's name cannot be an id, BadSource where the file is no table.
    """
    source = _id_of(path.stem) if folder is None else folder.resolve().name
    if not re.fullmatch(ID, source):
        raise UsageError(
            f"{source!r} cannot be the id of a source, which the folder's name is: small letters, digits and _ only",
            hint=f"-o {folder.with_name(_id_of(source)) if folder else _id_of(source)}",
        )
    if path.suffix.lower() in {".jsonl", ".ndjson"}:
        rows, form, delimiter = list(islice(json_rows(path), _ROWS)), "json lines", ","
        columns = tuple(rows[0].cells) if rows else ()
    else:
        table, delimiter = sniffed(path)
        rows, form, columns = list(islice(table.rows, _ROWS)), "table", table.columns
    actors = [(column, system) for column in columns if (system := _system(rows, column))]
    dates = [column for column in columns if column not in dict(actors) and _share(rows, column, _is_date) > _MOST]
    keys = [column for column in columns if column not in dict(actors) and _is_key(rows, column)]
    return _written(source, path, type_, actors, _spell(dates), keys[:1], columns, form, delimiter)


def _system(rows: list[Row], column: str) -> str | None:
    """Return the way in which a column names actors, the best first; None where it does not."""
    if sum(known(row, column) is not None for row in rows) < _FILLED * len(rows):
        return None
    table = crosswalk()
    shares = {"name": _share(rows, column, lambda text: table.by_name(text) is not None)}
    for system in _SYSTEMS:
        if system in _NUMBERS and len({table.by_code(system, row.get(column)) for row in rows} - {None}) < 2:  # noqa: PLR2004
            continue
        share = _share(rows, column, lambda text, by=system: table.by_code(by, text) is not None)  # type: ignore[misc]
        if system not in _NUMBERS or share >= _MOST_NUMBERS:
            shares[system] = share
    best = max(shares, key=lambda system: shares[system])
    return best if shares[best] > _MOST else None


def _share(rows: list[Row], column: str, test: Callable[[str], bool]) -> float:
    cells = [text for row in rows if (text := known(row, column))]  # "NA" is hardly Namibia
    return sum(test(text) for text in cells) / len(cells) if cells else 0.0


def _is_date(text: str) -> bool:
    try:
        return 1500 <= parse(text).earliest.year <= 2100  # noqa: PLR2004 -- a number that is hardly a year
    except BadDate:
        return False


def _spell(dates: list[str]) -> dict[str, str]:
    """Return the columns of the begin and the end; a second date that is not called an end is none (signed, in force)."""
    since = next((column for column in dates if not _ENDS.search(column)), None)
    until = next((column for column in dates if _ENDS.search(column)), None)
    return {key: column for key, column in (("since", since), ("until", until)) if column}


def _is_key(rows: list[Row], column: str) -> bool:
    """Return whether a column names each record: it is called so, and no two are alike."""
    last = re.split(r"[^a-zA-Z0-9]+|(?<=[a-z])(?=[A-Z])", column)[-1]
    cells = [row.get(column) for row in rows]
    return bool(rows and _KEY.fullmatch(last) and all(cells) and len(set(cells)) == len(cells))


def _id_of(name: str) -> str:
    return slug(name).replace("-", "_") or "my_source"


def _written(
    source: str,
    path: Path,
    type_: str,
    actors: list[tuple[str, str]],
    spell: dict[str, str],
    record: list[str],
    columns: tuple[str, ...],
    form: str,
    delimiter: str,
) -> str:
    document = tomlkit.document()
    document.add(tomlkit.comment("A draft: look over every line. How it works: docs/add-a-source.md"))
    for key, value in {
        "id": source,
        "name": path.stem,
        "title": "TO DO: the data set's full title",
        "citation": "TO DO: how to cite it",
        "licence": "TO DO: its terms",
        "universe": "TO DO: what it covers, and what a missing tie does not mean",
        "ties": [type_],
    }.items():
        document.add(key, value)
    ends = _pair(actors)
    used = {column for column, _ in ends} | set(spell.values()) | set(record)
    named = [each for each in columns if not _is_made_up(each, columns)]
    required = [each for each in named if each in used or columns.index(each) < _COLUMNS]
    kind = {"name": "rows", "what": path.name, "form": form, "required": required}
    if delimiter != ",":
        kind["delimiter"] = delimiter
    files, ties = tomlkit.aot(), tomlkit.aot()
    files.append(tomlkit.item(kind))
    tie = {"file": "rows", "type": type_, "from": _end(ends[0]), "to": _end(ends[1])}
    if record:
        tie["record"] = record
    tie |= spell
    tie["gloss"] = f"{{{ends[0][0]}}} {type_.lower().replace('_', ' ')} {{{ends[1][0]}}}"
    ties.append(tomlkit.item(tie))
    document.add("file", files)
    document.add("tie", ties)
    return tomlkit.dumps(document)


def _is_made_up(column: str, columns: tuple[str, ...]) -> bool:
    """Return whether the file itself does not call a column so: it has no name, or that of one before it (`name.2`)."""
    name, _, number = column.rpartition(".")
    return column.startswith("column ") or (number.isdecimal() and name in columns)


def _pair(actors: list[tuple[str, str]]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the two columns that most likely are a tie's ends: alike in what they hold, and in what they are called."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    pairs = [(one, two) for one, two in combinations(actors, 2) if one[1] == two[1]]
    if pairs:
        return max(pairs, key=lambda pair: fuzz.ratio(pair[0][0], pair[1][0]))
    first = actors[0] if actors else ("TO DO: the column of one actor", "name")
    return first, (actors[1] if len(actors) > 1 else ("TO DO: the column of the other actor", "name"))


def _end(found: tuple[str, str]) -> object:
    table = tomlkit.inline_table()
    table.update({"column": found[0], "system": found[1]})
    return table
