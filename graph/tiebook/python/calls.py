"""Questions as the calls that ask them, ready to copy, also in place of commands that a text names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tiebook.ask.named_commands import parts_of


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
