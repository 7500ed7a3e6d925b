"""Points from an empty answer about two actors to the same question the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tiebook.ask.document.command import command
from tiebook.ask.document.nearby.related import count_of
from tiebook.engine.base import Engine
from tiebook.questions import Question
from tiebook.support.numbers import counted

_SIDES: Final = 2


def in_other_direction(engine: Engine, question: Question, values: Mapping[str, Any]) -> str | None:
    """Return a sentence on what the question finds with its two actors exchanged; None if that is nothing.

    Who asks what China gets from Iran may mean what Iran gets from China, and a text in free words may have been taken so.
    """
    sides = [param.name for param in question.params if param.type in ("actor", "entity") and param.name in values]
    if len(sides) != _SIDES or values[sides[0]] == values[sides[1]]:
        return None
    turned = {**values, sides[0]: values[sides[1]], sides[1]: values[sides[0]]}
    count = count_of(engine, question, turned)
    return f"Coded the other way round: {counted(count, 'row')} ({command(question.name, turned)})" if count else None
