"""What every part of a graph's interface shares: the engine, the stored questions, and answers that know their graph."""

from __future__ import annotations

from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING

from tiebook import ask as asking
from tiebook.ask.names import resolve
from tiebook.engine import Engine
from tiebook.python.calls import checked
from tiebook.questions import QuestionLibrary

if TYPE_CHECKING:
    from datetime import date

    from tiebook.python.answers.answer import Answer

Pathlike = str | Path


class Connected:
    """An engine and a library of questions. `Graph` is made of classes that begin with this one."""

    def __init_subclass__(cls) -> None:
        """Have the types of what is passed to public methods checked: a mistake of the caller's ends in one line too."""
        super().__init_subclass__()
        for name, method in list(vars(cls).items()):
            if isinstance(method, FunctionType) and not name.startswith("_"):
                setattr(cls, name, checked(method))

    def __init__(self, engine: Engine, library: QuestionLibrary | None = None) -> None:
        """Wrap an engine; see `open_graph`."""
        self.engine = engine
        self.library = library or QuestionLibrary()

    def _answer(self, found: asking.Answer, taken_as: str | None = None, said: tuple[str, ...] = ()) -> Answer:
        """Return an answer that can be drawn, cited and asked for its evidence."""
        from tiebook.python.answers.answer import Answer  # noqa: PLC0415

        return Answer.of(found, self, taken_as, said)

    def _source(self, named: str | None) -> str | None:
        return None if named is None else resolve(self.engine, "source", named, "source")

    def _actor(self, named: str | None, parameter: str) -> str | None:
        return None if named is None else resolve(self.engine, "actor", named, parameter)


def day_of(value: date | str | None, parameter: str) -> date | None:
    """Return a day that is given as a date or as text.

    Raises BadDate.
    """
    from tiebook.ask.parameters import day_of as read  # noqa: PLC0415

    return None if value is None else read(value, parameter)
