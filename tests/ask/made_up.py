"""Made-up coded texts: a few claims each, loaded as cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tiebook.ask import ask
from tiebook.ask.answer import Answer
from tiebook.engine import Engine
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import load_case

LIBRARY = QuestionLibrary({})
_HEAD = """
format = 2
other_names = false
[source]
title = "{name}"
author = "Writer of {name}"
date = "{day}"
[coder]
name = "Tests"
date = 2026-01-01
"""
THINGS = """
[[issue]]
id = "arms-deal"
name = "The arms deal"
[[issue]]
id = "other-matter"
name = "Another matter"
[[event]]
id = "summit"
name = "The summit"
kind = "meeting"
"""


def load_text(
    engine: Engine, folder: Path, name: str, day: str, claims: Iterable[Mapping[str, Any]], *, things: str = THINGS
) -> None:
    """Load a text of a day that makes these claims, each in a paragraph of its own.

    things -- the entities that the claims speak of, as TOML
    """
    case = folder / name
    case.mkdir(parents=True)
    (case / "case.toml").write_text(_HEAD.format(name=name, day=day), "utf-8")
    entries = []
    for number, claim in enumerate(claims, start=1):
        whole = {"quote": "words of it", "paragraph": number, **claim}
        lines = [f"{key} = {_toml(value)}" for key, value in whole.items()]
        entries.append("\n".join(["[[claim]]", *lines, ""]))
    (case / "claims.toml").write_text("\n".join([things, *entries]), "utf-8")
    load_case(engine, case)


def _toml(value: Any) -> str:
    if isinstance(value, (bool, int, float)):
        return str(value).lower()
    return f"[{', '.join(map(repr, value))}]" if isinstance(value, list) else repr(value)


def asked(engine: Engine, name: str, **given: Any) -> Answer:
    """Return the answer to a stored question."""
    return ask(engine, LIBRARY.get(name), given)
