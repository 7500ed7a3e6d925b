"""Values of an ad-hoc query's parameters as they are typed: NAME=VALUE, on the command line and in the console."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from tiebook.errors import UsageError

_TYPED: Final[tuple[tuple[Callable[[str], Any], re.Pattern[str]], ...]] = (
    (int, re.compile(r"[-+]?[0-9]{1,18}")),  # what the engines hold
    (float, re.compile(r"[-+]?[0-9]{1,18}(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,2})?")),
    (date.fromisoformat, re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")),
)
_PADDED: Final = re.compile(r"0[0-9]+")
_QUOTED: Final = re.compile(r'"[^"]*"')


def parameters(cypher: str, given: Iterable[str]) -> dict[str, Any]:
    """Return the values of NAME=VALUE: numbers, days and truth values as such, but text where the query wants text.

    A value in double quotes is text in any case. What the query compares with a property that holds text is text too, as
    it was typed: codes keep their leading zeros. So do digits with a leading zero that it compares with no number.

    Raises UsageError for what is not NAME=VALUE.
    """
    from tiebook.ask.adhoc import number_parameters, text_parameters  # noqa: PLC0415

    values: dict[str, Any] = {}
    wants_text, wants_number = text_parameters(cypher), number_parameters(cypher)
    for each in given:
        name, mark, value = each.partition("=")
        if not mark or not name.isidentifier():
            raise UsageError(f"-p {each}: write NAME=VALUE")
        if _QUOTED.fullmatch(value):
            values[name] = value[1:-1]
        else:
            code = _PADDED.fullmatch(value) and name not in wants_number
            values[name] = value if code or name in wants_text else _typed(value)
    return values


def _typed(value: str) -> Any:
    for read, form in _TYPED:
        if form.fullmatch(value):
            try:
                return read(value)
            except ValueError:  # a day that does not exist
                break
    return {"true": True, "false": False}.get(value, value)
