"""Says in one line what in a TOML file its model does not accept: which key, on which line, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tiebook.support.suggest import nearest

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

_SHOWN: Final = 40  # characters of a value


class TomlFault(NamedTuple):
    """What is wrong, on which line (None: not known), and what may be meant."""

    what: str
    line: int | None
    hint: str | None


def toml_fault(text: str, data: Mapping[str, Any], error: ValidationError, model: type[BaseModel]) -> TomlFault:
    """Describe the first fault of a file's data."""
    faults = error.errors(include_url=False)
    first = faults[0]
    place = _place(data, first["loc"])
    missing = first["type"] == "missing"
    if missing:
        place = [*place, first["loc"][-1]]
    line = line_of(text, place[:-1] if missing else place)
    table, key = _table(place[:-1]), str(place[-1]) if place else ""
    if missing:
        return TomlFault(f"{table}the key {key!r} is missing", line, None)
    if first["type"] == "extra_forbidden":
        return TomlFault(f"{table}there is no key {key!r}", line, nearest(key, _keys(model, place[:-1])))
    said = in_plain_words(first["msg"])
    wanted = [
        each["ctx"]["expected"]
        for each in faults
        if each["type"] == "literal_error" and _place(data, each["loc"]) == place and "ctx" in each
    ]
    if wanted:
        said = "should be " + " or ".join(", ".join(wanted).replace(" or ", ", ").rsplit(", ", 1))
    elif "instance of" in said:
        said = "should be a table: {key = value}"
    if not place:
        return TomlFault(said, None, None)
    value = first["input"]
    shown = f" is {value!r:.{_SHOWN}}: " if isinstance(value, (str, int, float)) else ": "
    return TomlFault(f"{table}{key}{shown}{said}", line, None)


def in_plain_words(said: str) -> str:
    """Return what pydantic says of a value without the words of a program: "should be less than or equal to 1"."""
    said = said.removeprefix("Value error, ").removeprefix("Assertion failed, ").partition(" after validation")[0]
    return re.sub(r"^[A-Z]\w* (?=should )", "", said)


def line_of(text: str, place: Sequence[str | int]) -> int | None:
    """Return the line of a key of a TOML text: of what is nearest around it, where it stands within other brackets."""
    found = None
    start = 0
    for part, number in zip(place, [*place[1:], None], strict=False):
        if isinstance(part, int):
            continue
        tables = list(
            re.finditer(rf"^[ \t]*\[\[?[ \t]*(?:\w+\.)*[\"']?{re.escape(part)}[\"']?[ \t]*\]\]?", text, re.MULTILINE)
        )
        if isinstance(number, int) and number < len(tables):
            match: re.Match[str] | None = tables[number]
        else:
            keys = re.compile(rf"(?:^|[{{,])[ \t]*[\"']?{re.escape(part)}[\"']?[ \t]*=", re.MULTILINE)
            match = keys.search(text, start) or next((each for each in tables if each.start() >= start), None)
        if match is None:
            break
        start = match.end()
        found = text.count("\n", 0, start) + 1
    return found


def _place(data: Any, loc: Sequence[str | int]) -> list[str | int]:
    """Return the keys that lead to a fault, without the names of the alternatives that a model has there."""
    place: list[str | int] = []
    for part in loc:
        inside = isinstance(data, Mapping) and part in data
        if inside or (
            isinstance(data, Sequence) and not isinstance(data, str) and isinstance(part, int) and part < len(data)
        ):
            data = data[part]
            place.append(part)
    return place


def _table(place: Sequence[str | int]) -> str:
    """Return the name of the table around a key, as one finds it: the second [[tie]], from."""
    out = []
    for part, number in zip(place, [*place[1:], None], strict=False):
        if isinstance(part, str):
            out.append(f"[[{part}]] {number + 1}" if isinstance(number, int) else part)
    return f"{', '.join(out)}: " if out else ""


def _keys(model: type[BaseModel], place: Sequence[str | int]) -> list[str]:
    """Return the keys of the table at a place."""
    from pydantic import BaseModel as Model  # noqa: PLC0415 -- only when a file is wrong

    for part in place:
        if not isinstance(part, str):
            continue
        field = next((each for name, each in model.model_fields.items() if part in (name, each.alias)), None)
        inner = [each for each in _types(field.annotation) if issubclass(each, Model)] if field else []
        if not inner:
            return []
        model = inner[0]
    return [str(each.alias or name) for name, each in model.model_fields.items()]


def _types(annotation: Any) -> list[type]:
    """Return the classes in an annotation: those of `tuple[Column, ...] | None`."""
    if isinstance(annotation, type) and not getattr(annotation, "__args__", None):
        return [annotation]
    return [found for each in getattr(annotation, "__args__", ()) for found in _types(each)]
