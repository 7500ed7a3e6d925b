"""Turns the texts that a user passes into the values of a question's parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Final

from tiebook.ask.named_commands import SET
from tiebook.ask.names import resolve
from tiebook.engine.base import Engine
from tiebook.errors import BadDate, UnknownName, UsageError, value_of
from tiebook.questions import Question
from tiebook.questions.options import as_option
from tiebook.questions.question import FLAGS, RESERVED

_MOST: Final = 1_000_000


def bind(
    engine: Engine, question: Question, given: Mapping[str, Any], named: Callable[[str], str] = as_option
) -> dict[str, Any]:
    """Return the values of all given parameters and flags; what is not given is left out.

    named -- how an error names a parameter: as whoever reads it gives it

    Raises UsageError for a parameter that is missing, superfluous or not of its type, UnknownName, AmbiguousName, BadDate.
    """
    types = {param.name: param.type for param in question.params} | {name: RESERVED[name] for name in question.takes}
    values = {name: value for name, value in given.items() if value is not None and value is not False}
    for name in values:
        if name not in types:
            raise UsageError(f"{question.name} does not take {named(name)}", hint=_takes(question, named))
    for param in question.params:
        if param.default is not None:
            values.setdefault(param.name, param.default)
        if not param.optional and param.name not in values:
            raise UsageError(f"{question.name} needs {named(param.name)}: {param.help}")
    source = None
    if types.get("source") == "source" and "source" in values:
        with value_of("source"):
            source = values["source"] = resolve(engine, "source", str(values["source"]), named("source"))
    bound: dict[str, Any] = {}
    for name, value in values.items():
        with value_of(name):
            bound[name] = _value(engine, types[name], named(name), value, source)
    _check_order(question, bound, named)
    return bound


def _check_order(question: Question, bound: Mapping[str, Any], named: Callable[[str], str]) -> None:
    """Check that spans run forward: of two days or two years, a question declares the first before the last."""
    for kind in ("date", "year"):
        names = [param.name for param in question.params if param.type == kind and param.name in bound]
        for first, last in pairwise(names):
            if bound[last] < bound[first]:
                raise UsageError(
                    f"{named(last)} {bound[last]} lies before {named(first)} {bound[first]}",
                    hint="give the earlier one first",
                )


def compiled(question: Question, values: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the Cypher for these values, and the values without flags, which are not parameters of Cypher."""
    return question.compiled(values), {name: value for name, value in values.items() if name not in FLAGS}


def a_date(text: str, parameter: str) -> date:
    """Read a whole day.

    Raises BadDate.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDate(f"{parameter}: {text!r} is not a day", hint="write it as 2020-10-19") from None


def day_of(value: Any, option: str) -> date:
    """Return the whole day that a date, a moment or a text means.

    Raises BadDate.
    """
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else a_date(str(value), option)


def days_named(question: Question, values: Mapping[str, Any]) -> tuple[date, date] | None:
    """Return the first and the last day that the values of a question name; None if they name none."""
    days: list[date] = [value for value in values.values() if isinstance(value, date)]
    for param in question.params:
        if param.type == "year" and param.name in values:
            days += [date(values[param.name], 1, 1), date(values[param.name], 12, 31)]
    return (min(days), max(days)) if days else None


def _value(engine: Engine, kind: str, option: str, value: Any, source: str | None) -> Any:
    if kind == "flag":
        if value not in (True, SET):  # what is False was left out
            raise UsageError(f"{option}: {value!r} is neither true nor false")
        return True
    if kind == "date":
        return day_of(value, option)
    if kind == "year":
        if not re.fullmatch(r"\d{4}", str(value)) or int(value) == 0:
            raise UsageError(f"{option}: {value!r} is not a year", hint="write it as 2020")
        return int(value)
    if kind == "integer":
        return _count(value, option)
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise UsageError(f"{option}: {value!r} is not a text")
    if kind == "text":
        return str(value)
    if kind in ("tie", "mode"):
        return declared(kind, str(value), option)
    return resolve(engine, kind, str(value), option, source)


def _count(value: Any, option: str) -> int:
    """Return a whole number from 1 to a million: more days, months or paragraphs no source has, and engines overflow."""
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError):
        number = None
    if number is None or isinstance(value, bool) or (not isinstance(value, str) and number != value):
        raise UsageError(f"{option}: {value!r} is not a whole number")
    if not 1 <= number <= _MOST:
        raise UsageError(f"{option}: {number} is not a number from 1 to {_MOST:,}")
    return number


def declared(kind: str, text: str, option: str) -> str:
    """Return a type of tie ("tie") or a mode ("mode") as the codebook has it, however it is typed.

    Raises UnknownName with the nearest.
    """
    from tiebook.model.codebook import codebook  # noqa: PLC0415 -- most questions do not need it

    known = list(codebook().ties) if kind == "tie" else list(codebook().values["mode"])
    wanted = text.strip().replace(" ", "_").replace("-", "_")
    wanted = wanted.upper() if kind == "tie" else wanted.lower()
    if wanted not in known:
        from tiebook.support.suggest import nearest  # noqa: PLC0415 -- only when a name is wrong

        raise UnknownName(f"{option}: there is no {kind} {text!r}", hint=nearest(wanted, known) or ", ".join(known))
    return wanted


def _takes(question: Question, named: Callable[[str], str]) -> str:
    names = [*(param.name for param in question.params), *question.takes]
    return f"it takes {', '.join(map(named, names))}" if names else "it takes nothing"
