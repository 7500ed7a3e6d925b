"""Drafts which type of tie a row becomes: one for all, or by the value of a column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from shlex import quote
from typing import Any, Final

import tomlkit

from tiebook.errors import UnknownName, UsageError
from tiebook.model.codebook import codebook
from tiebook.sources.declaration import TO_DO
from tiebook.sources.mapped.draft_dates import is_called_date
from tiebook.sources.tie_map import SIGNS
from tiebook.support.suggest import nearest
from tiebook.tables import Row
from tiebook.tables.cells import CODES, MISSING, UNSAID, known, number_of

_MOST: Final = 0.6  # of a column's cells must be among the values, or types of the codebook
_MANY: Final = 30  # values of a column that tells types
_SMALL: Final = 10  # a number on a scale of weights
_WIDE: Final = 20  # columns: among so many, a score is one measure of several
_FEW: Final = 12  # values of a column that may tell kinds of ties
_KIND: Final = re.compile(
    r"(?:^|[\W_])(?:tie|type|kind|relation\w*|link|edge|category|nature|mode|status|role)s?(?:$|[\W_])", re.IGNORECASE
)
_SIGNED: Final = ("sign", "polarity", "valence", "sentiment", "tone", "stance")
_WEIGHTED: Final = ("weight", "score", "value", "affinity", "relation", "goldstein", "balance")
_ONE_DIGIT: Final = re.compile(r"-(\d)\1{1,3}")  # -66 is a code of Polity's
_MEASURE: Final = "MEASURED_AS"
_YES: Final = frozenset({"1", "true", "yes", "y", "t"})
_YES_AND_NO: Final = frozenset(map(frozenset, (("0", "1"), ("false", "true"), ("no", "yes"), ("n", "y"), ("f", "t"))))
_FLOWS: Final = frozenset(
    {"import", "imports", "export", "exports", "re-import", "re-export", "re-imports", "re-exports"}
)
_FOR: Final = frozenset({"1", "+1", "1.0", "+", "positive", "pos"})
_BETWEEN: Final = frozenset({"0", "0.0", "neutral", "mixed", "none", "ambivalent", "unclear"})
_AGAINST: Final = frozenset({"-1", "-1.0", "-", "\u2212", "\u22121", "negative", "neg"})


def drafted_type(given: Sequence[str], rows: list[Row], columns: Sequence[str]) -> tuple[object, list[str], str | None]:
    """Return the type of a [[tie]] as declared, the types that it makes, and the column by which it goes, if any.

    given -- a type; a column that names types; or the type for each value of a column, as in 1=SUPPORTS

    Raises UnknownName for what is neither, UsageError for one type beside a column that tells several.
    """
    if any("=" in each for each in given):
        return _by_value(given, rows, columns)
    if len(given) != 1:
        raise UsageError("--type is given more than once", hint="--type VALUE=TIE for each value of a column")
    (one,) = given
    types = codebook().ties
    if one not in columns and (name := as_type(one)) is not None:
        _check_alone(name, rows, columns)
        return name, [name], None
    if one in columns:
        values = list(dict.fromkeys(text for row in rows if (text := row.get(one))))
        if len(values) > _MANY:
            raise UsageError(
                f"--type: the column {one} has more than {_MANY} values", hint="is it the column of a type?"
            )
        return _table(one, {value: as_type(value) or f"{TO_DO}: a type, or leave this value out" for value in values})
    raise UnknownName(f"--type: the codebook has no tie {one!r}", hint=nearest(one, [*types, *columns]))


def as_type(text: str) -> str | None:
    """Return the type that a cell names, in any case, with spaces or hyphens; None if it names none."""
    name = text.strip().upper().replace(" ", "_").replace("-", "_")
    return name if name in codebook().ties else None


def _by_value(given: Sequence[str], rows: list[Row], columns: Sequence[str]) -> tuple[object, list[str], str | None]:
    values: dict[str, str] = {}
    for each in given:
        value, _, given_name = each.rpartition("=")
        name = as_type(given_name)
        if name is None:
            raise UnknownName(
                f"--type: the codebook has no tie {given_name!r}", hint=nearest(given_name, codebook().ties)
            )
        if not value:
            raise UsageError(f"--type {each}: there is no value before =", hint="--type VALUE=TIE")
        values[value] = name
    shares = {column: _share(rows, column, values) for column in columns}
    best = max(shares, key=lambda column: shares[column], default="")
    if set(values) <= SIGNS and (not best or not shares[best]):
        best = _signed(rows, columns)
        if best:
            return _table(best, values)
    if not best or not shares[best]:
        raise UsageError(
            f"--type: no column has the value {next(iter(values))!r}", hint="the value as it stands in a cell"
        )
    return _table(best, values)


def _signed(rows: list[Row], columns: Sequence[str]) -> str:
    """Return the column of numbers above and below 0 that most likely tells types: one that is called so, and no date."""
    signed = [column for column in columns if _signs(rows, column, UNSAID) == SIGNS]
    called = (column for column in signed if any(word in column.lower() for word in (*_SIGNED, *_WEIGHTED)))
    return next(called, next((column for column in signed if not is_called_date(column)), ""))


def _share(rows: list[Row], column: str, values: Mapping[str, str]) -> float:
    """Return which part of the cells of a column are among values, where all of these are; else less than any such part."""
    cells = [row.get(column) for row in rows]
    said = [cell for cell in cells if cell]
    if not said:
        return 0
    plain = [cell if cell in values else cell.removesuffix(".0") for cell in said]
    part = sum(cell in values for cell in plain) / len(said)
    return part + set(values).issubset(plain)


def weighed(rows: list[Row], column: str) -> dict[str, Any]:
    """Return what a [[tie]] says of a column whose sign tells the type: its number is the value, if it has some and no bare signs.

    A code such as -9 is a value as well, unless it lies far beyond the other numbers.
    """
    cells = {row.get(column).removesuffix(".0") for row in rows} - UNSAID
    if cells <= {"+"}:  # beside "-", which is a missing value elsewhere
        return {}
    codes = CODES | set(filter(_ONE_DIGIT.fullmatch, cells))
    if cells.isdisjoint(codes):
        return {"value": column}
    reach = 2 * max((abs(number) for cell in cells - codes if (number := number_of(cell)) is not None), default=1.0)
    far = sorted((code for code in codes if abs(int(code)) > max(reach, 1)), key=int, reverse=True)
    return {"value": column, "scale": True, **({"missing": far} if far else {})}


def _signs(rows: list[Row], column: str, missing: Collection[str] = MISSING) -> set[str]:
    """Return the signs of the numbers of a column, where all its cells are numbers."""
    numbers = [number_of(text) for row in rows if (text := row.get(column)) not in missing]
    if None in numbers:
        return set()
    return {"+" if number > 0 else "-" for number in numbers if number}


def _signs_of_weights(rows: list[Row], column: str) -> set[str]:
    """Return the signs of a column of weights, in which -1 beside other small numbers is one, and not a code for missing."""
    cells = {row.get(column).removesuffix(".0") for row in rows} - UNSAID
    if cells <= _FOR | _AGAINST | _BETWEEN:  # words for two kinds, of which it is told how to draft them
        return _signs(rows, column)
    small = all((number := number_of(cell)) is not None and abs(number) <= _SMALL for cell in cells)
    return _signs(rows, column, MISSING - {"-1", "-1.0"} if small and cells & CODES == {"-1"} else MISSING)


def _table(column: str, values: Mapping[str, str]) -> tuple[object, list[str], str]:
    table, inner = tomlkit.inline_table(), tomlkit.inline_table()
    inner.update(values)
    table.update({"column": column, "values": inner})
    return table, list(dict.fromkeys(each for each in values.values() if not each.startswith(TO_DO))), column


def may_tell_types(rows: list[Row], columns: Sequence[str]) -> Iterator[str]:
    """Return remarks on columns whose values may tell kinds of ties apart, or say that there is none."""
    for column in columns:
        cells = {text.removesuffix(".0") for row in rows if (text := known(row, column)) is not None}
        plain = {cell.casefold() for cell in cells}
        if plain <= {"directed", "undirected", "mutual"} and len(plain) > 1:
            yield (
                f"{column} says which edges have a direction. For a type with one, write a [[tie]] for each: "
                f'where = {{column = "{column}", is = "Directed"}}, and is = "Undirected" with both = true'
            )
        elif _FLOWS.issuperset(plain) and {"im", "ex"} <= {each[:2] for each in plain}:
            goes, comes = (next(cell for cell in sorted(cells) if cell[:2].casefold() == side) for side in ("ex", "im"))
            yield (
                f"{column} tells {goes} from {comes}, which run the other way. Write a [[tie]] for each: "
                f'where = {{column = "{column}", is = "{goes}"}}, and is = "{comes}" with the columns of from and to exchanged'
            )
        elif frozenset(plain) in _YES_AND_NO and column.casefold() != "id":
            yes = next(cell for cell in cells if cell.casefold() in _YES)
            no = next(cell for cell in cells if cell != yes)
            yield (
                f"{column} is {no} or {yes}. If {no} says that there is no tie, leave such rows out: "
                f'where = {{column = "{column}", is = "{yes}"}}'
            )
        elif _signs(rows, column) == SIGNS and not is_called_date(column):
            yield f"{column} is above and below 0. If its sign tells kinds of ties: --type +=TIE --type -=TIE"
        elif _KIND.search(column) and 1 < len(cells) <= _FEW:
            first, second = sorted(cells)[:2]
            options = " ".join(f"--type {quote(f'{each}=TIE')}" for each in (first, second))  # for a shell
            yield f"{column} tells {first} from {second}. If these are kinds of ties: {options}"


def _called(column: str) -> str:
    """Return how an error calls a column: one without a name is "column 2" already."""
    return column if column.startswith("column ") else f"the column {column}"


def _check_alone(one: str, rows: list[Row], columns: Sequence[str]) -> None:
    """Check that one type for every row is right: that no column distinguishes several.

    Raises UsageError that says how to draft by that column.
    """
    for column in columns if one != _MEASURE else ():  # a value of a state may be below 0
        cells = [text for row in rows if (text := known(row, column))]
        named = [name for text in cells if (name := as_type(text))]
        if cells and len(named) > _MOST * len(cells) and set(named) != {one}:
            shown = ", ".join(sorted(set(named))[:3])
            raise UsageError(
                f"{_called(column)} names types of ties ({shown}): every row would become {one}",
                hint=f"--type {quote(column)}",
            )
        signs = {row.get(column).lower() for row in rows} - {""}
        weighs = any(word in column.lower() for word in (*_SIGNED, *(_WEIGHTED if len(rows[0].cells) < _WIDE else ())))
        if weighs and _signs_of_weights(rows, column) == SIGNS:
            raise UsageError(
                f"{_called(column)} has numbers above and below 0: every row would become {one}",
                hint="--type +=TIE --type -=TIE",
            )
        told = any(word in column.lower() for word in _SIGNED) or not signs.isdisjoint({"+", "positive", "pos"})
        if told and signs <= _FOR | _AGAINST | _BETWEEN and signs & _FOR and signs & _AGAINST:
            against, for_ = min(signs & _AGAINST), min(signs & _FOR)
            raise UsageError(
                f"{_called(column)} tells {against} from {for_}: every row would become {one}",
                hint=f"--type {for_}=TIE --type {against}=TIE",
            )
