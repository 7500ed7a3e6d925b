"""Every kind of place in a file of ours, filled with a value of every other type: read, or refused in our words."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest

from tests.fuzz.cases import LAYOUT
from tests.fuzz.scratch import SPLIT
from tests.fuzz.target import tried
from tests.fuzz.targets import targets

OTHERS: Final[tuple[object, ...]] = (
    True,
    0,
    -1,
    1.5,
    10**30,
    "x",
    "",
    [],
    ["x"],
    [1],
    [[1]],
    [True],
    {},
    {"a": 1},
    [{"a": 1}],
)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Return the path to each value below this one."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield (*path, key)
        yield from places(each, (*path, key))


def kinds(whole: Any) -> list[tuple[str | int, ...]]:
    """Return one path of each kind: two elements of a list are alike where they have one `type`."""
    found: dict[tuple[object, ...], tuple[str | int, ...]] = {}
    for path in places(whole):
        at, kind = whole, []
        for key in path:
            at = at[key]
            kind.append((at.get("type") if isinstance(at, dict) else "") if isinstance(key, int) else key)
        found.setdefault(tuple(map(str, kind)), path)
    return list(found.values())


def swapped(whole: Any, path: tuple[str | int, ...], other: object) -> Any:
    """Return a copy with another value at this place."""
    copy = json.loads(json.dumps(whole, default=str))
    at = copy
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = other
    return copy


def toml(value: Any) -> str:
    """Write a value in TOML, everything in line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def toml_file(whole: dict[str, Any]) -> bytes:
    """Write a file of TOML."""
    return "".join(f"{json.dumps(key)} = {toml(value)}\n" for key, value in whole.items()).encode()


def fault(name: str, data: bytes) -> str | None:
    """Return what no user should see, if that happens."""
    try:
        tried(targets()[name], data)
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is what we look for
        return f"{type(error).__name__}: {error}"
    return None


def every(name: str, whole: Any, write: Callable[[Any], bytes], others: tuple[object, ...] = OTHERS) -> list[object]:
    """Return each place with the value that broke the reader, and how."""
    found = kinds(whole)
    assert len(found) > 3
    return [
        (path, other, broken)
        for path in found
        for other in others
        if (broken := fault(name, write(swapped(whole, path, other)))) is not None
    ]


@pytest.mark.parametrize("name", ["exchange.json", "layout"])
def test_a_value_of_another_type_in_json_is_read_or_refused(name: str) -> None:
    sample = LAYOUT if name == "layout" else next(targets()[name].samples())
    assert not every(name, json.loads(sample), lambda whole: json.dumps(whole).encode(), (*OTHERS, None, [None]))


@pytest.mark.parametrize("file", [0, 1])
def test_a_value_of_another_type_in_a_case_is_read_or_refused(file: int) -> None:
    parts = next(targets()["case"].samples()).split(SPLIT)

    def case(whole: Any) -> bytes:
        return SPLIT.join([*parts[:file], toml_file(whole), *parts[file + 1 :]])

    assert not every("case", json.loads(json.dumps(tomllib.loads(parts[file].decode()), default=str)), case)
