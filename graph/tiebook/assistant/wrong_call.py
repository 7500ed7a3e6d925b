"""What an assistant reads after a call that does not fit a tool: one line that says what would."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from reprlib import repr as shortened
from typing import Any, Final

from pydantic import ValidationError

from tiebook.support.toml_faults import in_plain_words

_KINDS: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list of texts",
    "dict_type": 'an object, such as {"target": "China"}',
}


def superfluous(tool: str, given: Mapping[str, Any], takes: Collection[str]) -> str | None:
    """Return what is wrong with arguments that a tool does not have; None if it has all.

    They would be passed over, and a narrow question would be answered as a wide one.
    """
    unknown = [name for name in given if name not in takes]
    if not unknown:
        return None
    named = ", ".join(map(repr, unknown))
    if "parameters" in takes:
        return f"{tool} has no argument {named}: what a question takes stands in `parameters`, such as {{{unknown[0]!r}: ...}}"
    return f"{tool} has no argument {named}: it takes {', '.join(takes) or 'none'}"


def faults(tool: str, error: ValidationError) -> str:
    """Return in one line what is wrong with the arguments of a call."""
    return f"{tool}: {'; '.join(_faults(error))}"


def _faults(error: ValidationError) -> Iterator[str]:
    kinds: dict[tuple[int | str, ...], list[str]] = {}
    values: dict[tuple[int | str, ...], Any] = {}
    for fault in error.errors(include_url=False):
        # of a value that may be of several types each is a fault, under the name of the type
        where = fault["loc"][:2]
        if fault["type"] == "missing":
            yield f"{'.'.join(map(str, where))} is missing"
            continue
        kind = _KINDS.get(fault["type"]) or in_plain_words(fault["msg"]).removeprefix("should ").removeprefix("be ")
        kinds.setdefault(where, []).append(kind)
        values[where] = fault["input"]
    for where, wanted in kinds.items():
        verb = "must" if wanted[0].startswith("have ") else "must be"
        yield f"{'.'.join(map(str, where))} {verb} {' or '.join(dict.fromkeys(wanted))}, not {shortened(values[where])}"
