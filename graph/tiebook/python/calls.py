"""Questions as the calls that ask them, ready to copy, also in place of commands that a text names; what a call may be given."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import wraps
from numbers import Integral, Real
from os import PathLike
from reprlib import repr as shortened
from typing import Any, Final, ParamSpec, TypeVar

from tiebook import ask as asking
from tiebook.ask.named_commands import parts_of
from tiebook.errors import UsageError

_P = ParamSpec("_P")
_R = TypeVar("_R")


def attribute(name: str) -> str:
    """Return the attribute of `graph.ask` under which a question stands."""
    return name.replace("-", "_")


def call(name: str, values: Mapping[str, str], lacking: Iterable[str] = ()) -> str:
    """Return the call that asks a question; what it still needs stands in capitals."""
    given = [f"{parameter}={value!r}" for parameter, value in values.items()]
    given += [f"{parameter}={parameter.upper()}" for parameter in lacking]
    return f"graph.ask.{attribute(name)}({', '.join(given)})"


def in_calls(text: str) -> str:
    """Return a text with calls in place of the commands that it names."""
    return "".join(part.text if part.question is None else call(part.question, part.values) for part in parts_of(text))


def _is_bool(value: Any) -> bool:
    return type(value).__name__ in ("bool", "bool_")  # also that of numpy


def _are_texts(value: Any) -> bool:
    """Return whether a collection has texts only; what can be passed through once is not looked into."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return all(isinstance(each, str) for each in value)
    return _is_collection(value)


def _is_collection(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping))


# what an annotation says, how a message calls it, and whether a value is of it
_KINDS: Final[dict[str, tuple[str, Callable[[Any], bool]]]] = {
    "None": ("None", lambda value: value is None),
    "str": ("text", lambda value: isinstance(value, str)),
    "Literal": ("text", lambda value: isinstance(value, str)),
    "bool": ("True or False", _is_bool),
    "int": ("a whole number", lambda value: isinstance(value, Integral) and not _is_bool(value)),
    "float": ("a number", lambda value: isinstance(value, Real) and not _is_bool(value)),
    "date": ("a day", lambda value: isinstance(value, date)),
    "Path": ("a path", lambda value: isinstance(value, PathLike)),
    "Pathlike": ("a path", lambda value: isinstance(value, str | PathLike)),
    "End": ("the name of a column or a mapping", lambda value: isinstance(value, str | Mapping)),
    "Mapping": ("a mapping", lambda value: isinstance(value, Mapping)),
    "asking.Answer": ("an answer", lambda value: isinstance(value, asking.Answer)),
    "Iterable[Mapping[str, Any]]": ("several mappings", _is_collection),
    "Iterable[str]": ("several texts", _are_texts),
    "Sequence[str]": ("several texts", _are_texts),
}


def checked(method: Callable[_P, _R]) -> Callable[_P, _R]:
    """Return a method that refuses values of another type than its annotations name, in one line, before it begins.

    An annotation that `_KINDS` does not have is not checked.
    """
    signature = inspect.signature(method)
    called_as = "ask" if method.__name__ == "__call__" else method.__name__
    kinds = {name: found for name, each in signature.parameters.items() if (found := _kinds(each.annotation))}

    @wraps(method)
    def called(*args: _P.args, **named: _P.kwargs) -> _R:
        try:
            given = signature.bind(*args, **named).arguments
        except TypeError:  # the method says best itself what it does not take
            given = {}
        for name, value in given.items():
            several = signature.parameters[name].kind is inspect.Parameter.VAR_POSITIONAL
            for each in value if several else [value]:
                if name in kinds and not any(is_one(each) for _, is_one in kinds[name]):
                    wanted = " or ".join(kind for kind, _ in kinds[name] if kind != "None")
                    raise UsageError(f"{called_as}: {name} must be {wanted}, not {shortened(each)}")
        return method(*args, **named)

    return called


def _kinds(annotation: Any) -> list[tuple[str, Callable[[Any], bool]]]:
    """Return what an annotation, as it is written, allows; nothing if a part of it is not known."""
    found = []
    for part in re.split(r" \| (?![^\[]*\])", annotation) if isinstance(annotation, str) else []:
        kind = _KINDS.get(part) or _KINDS.get(part.partition("[")[0])
        if kind is None or part in {"Literal[False]", "Literal[True]"}:
            return []
        found.append(kind)
    return found
