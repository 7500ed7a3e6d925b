"""A data frame as a table of texts, as if it had been saved as CSV and were read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from tiebook.errors import BadSource, UsageError
from tiebook.tables.shape import Cells, GivenTable

if TYPE_CHECKING:
    import pandas as pd

HEADER: Final = 2  # the first row of a frame has the line that it would have in a file, below the header
_MANY: Final = 0.5  # of the cells: above it, converting each different one once saves nothing


def check_frame(frame: Any) -> None:
    """Check that a frame is a data frame of pandas.

    Raises UsageError that says how to make one.
    """
    if hasattr(frame, "iloc") and hasattr(frame, "columns"):
        return
    kind = type(frame).__name__
    hint = "frame.to_pandas()" if hasattr(frame, "to_pandas") else "pandas.DataFrame(...) makes one"
    raise UsageError(f"the frame is a {kind}, and not a data frame of pandas", hint=hint)


def table_of(frame: pd.DataFrame, columns: Sequence[str]) -> GivenTable:
    """Return the named columns of a frame as a table.

    Raises BadSource for a column that is not there, or is there twice.
    """
    names = [str(name) for name in frame.columns]
    for column in columns:
        if names.count(column) != 1:
            how = "is there twice" if column in names else "is not there"
            raise BadSource(f"the column {column!r} {how}", where="frame", hint=f"it has {', '.join(names[:12])}")
    texts = [texts_of(frame.iloc[:, names.index(column)]) for column in columns]

    def records() -> Iterator[Cells]:
        return zip(count(HEADER), map(list, zip(*texts, strict=True)), strict=False)

    return GivenTable(tuple(columns), records, len(frame))


def texts_of(column: pd.Series[Any]) -> list[str]:
    """Return the cells of a column as texts: whole numbers without decimals, days as 2015-10-03, what is missing as ""."""
    import pandas as pd  # noqa: PLC0415

    if not column.hasnans and pd.api.types.infer_dtype(column, skipna=False) == "string":
        return [str(value) for value in column.tolist()]
    try:
        codes, different = pd.factorize(column)
    except TypeError:  # lists and the like
        return ["" if lost else text_of(value) for value, lost in _with_lost(column)]
    if len(different) < _MANY * len(column):
        known = [*(text_of(value) for value in different.tolist()), ""]  # the last, -1, for what is missing
        return [known[code] for code in codes.tolist()]
    return ["" if lost else text_of(value) for value, lost in _with_lost(column)]


def _with_lost(column: pd.Series[Any]) -> Iterator[tuple[Any, bool]]:
    return zip(column.tolist(), column.isna().tolist(), strict=True)


def text_of(value: Any) -> str:
    """Return one cell as text: several values in one with `; ` between, as of JSON lines."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return "; ".join(map(text_of, sorted(value, key=str) if isinstance(value, (set, frozenset)) else value))
    if isinstance(value, bytes):  # as SAS and Stata files have them
        return value.decode(errors="replace")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def label_of(frame: pd.DataFrame, line: int) -> Any:
    """Return the label in the frame's index of the row with a line."""
    return frame.index[[line - HEADER]].tolist()[0]  # a plain value, not one of numpy's
