"""Knows matrices: tables whose columns are actors, as their rows are. A row of them is no tie, so no draft can be made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tiebook.crosswalk import crosswalk
from tiebook.errors import BadSource
from tiebook.sources.mapped.draft_dates import WIDE_YEAR
from tiebook.tables import Row
from tiebook.tables.cells import known, number_of

_MOST: Final = 0.6  # of the columns, or of the rows, must be called by actors
_FEWEST: Final = 3  # columns of a matrix, if their names are no actors that are known: TO is Tonga, and IN India
_SIGN: Final = re.compile(r"[\W_]+")
_CODE: Final = re.compile(r"[A-Z]{2,3}")
_INSTEAD: Final = "write a line for each pair: the actor of the row, the actor of the column, the value"


def check_no_matrix(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Check that the columns of a table are not named after actors, nor after the names in its first column.

    Raises BadSource.
    """
    table = crosswalk()
    called = [
        each
        for each in columns[1:]
        if table.in_any_language(each) or table.by_code("iso3", each) or table.by_code("cow", each)
    ]
    coded = [each for each in columns[1:] if _CODE.fullmatch(each) and _is_code(each)]
    if len(called) > max(1, _most_of(columns)):
        named = called
    elif len(coded) >= max(_FEWEST, _most_of(columns)):
        named = coded
    else:
        named = _like_rows(columns, rows)
    if named:
        shown = ", ".join(named[:_FEWEST])
        raise BadSource(f"this is a matrix: its columns are actors ({shown})", where=str(path), hint=_INSTEAD)


def may_be_matrix(columns: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """Return a remark on a table of numbers beside a column of names: those of its columns may be actors too.

    So a table of two kinds of actors is written, as members and their organisations. Ask only where no column names actors.
    """
    first, *others = columns
    numbers = [each for each in others if not WIDE_YEAR.fullmatch(each)]
    cells = [row.get(first) for row in rows]
    named = len(set(cells)) == len(cells) > 1 and not any(number_of(text) is not None for text in cells)
    if (
        named
        and len(numbers) >= _FEWEST
        and all(number_of(known(row, each) or "0") is not None for each in numbers for row in rows)
    ):
        yield f"If this is a matrix, and its columns are actors too ({', '.join(numbers[:_FEWEST])}): {_INSTEAD}"


def _most_of(columns: Sequence[str]) -> float:
    return _MOST * len(columns[1:])


def _is_code(text: str) -> bool:
    return crosswalk().by_code("iso2" if len(text) == 2 else "cow_abbrev", text) is not None  # noqa: PLR2004


def _like_rows(columns: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Return the columns that are called like cells of the first one, if most of its cells are names of columns.

    R writes a point for a blank and a sign.
    """
    called = {_plain(each): each for each in columns[1:]}
    named = [called[text] for row in rows if (text := _plain(row.get(columns[0]))) in called]
    return named if len(set(named)) >= _FEWEST and len(named) > _MOST * len(rows) else []


def _plain(text: str) -> str:
    return _SIGN.sub("", text).casefold()
