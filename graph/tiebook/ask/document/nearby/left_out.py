"""Says of an empty answer what the question finds whoever says it: nothing that somebody vouches for is not nothing coded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tiebook.ask.document.command import command
from tiebook.ask.document.nearby.related import count_of
from tiebook.engine.base import Engine
from tiebook.questions import Question
from tiebook.support.numbers import counted

_WHOSE: Final = ("as_seen_by", "asserted_only", "no_inferred")  # which choose whose statements count


def left_out(engine: Engine, question: Question, values: Mapping[str, Any]) -> str | None:
    """Return a sentence on the rows that are left out by whose statements count; None where there are none of these."""
    limits = [name for name in _WHOSE if values.get(name) not in (None, False)]
    if not limits:
        return None
    whole = {name: value for name, value in values.items() if name not in limits}
    count = count_of(engine, question, whole)
    without = " and ".join(f'"{name.replace("_", " ")}"' for name in limits)
    return f"Without {without}: {counted(count, 'row')} ({command(question.name, whole)})" if count else None
