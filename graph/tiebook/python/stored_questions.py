"""The stored questions as attributes: `graph.ask.who_constrains(target="china")`. Editors read their parameters in the stub.

The stub beside this module (`stored_questions.pyi`) is made from the headers: `python -m tests.docs.reference`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, Final

from tiebook.python.calls import attribute
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions import options as shared
from tiebook.questions.general import in_general

if TYPE_CHECKING:
    from tiebook.python.answers.answer import Answer

TYPES: Final[dict[str, Any]] = {"date": date | str, "flag": bool, "year": int, "integer": int}  # others are texts


class StoredQuestions:
    """Every stored question as a callable attribute, also those of the user's own folders (TIEBOOK_QUERIES)."""

    def __init__(self, library: QuestionLibrary) -> None:
        """Set the questions; each is read when it is asked for."""
        self._library = library

    def _asked(self, name: str, given: dict[str, Any]) -> Answer:
        """Ask a question."""
        raise NotImplementedError

    def __getattr__(self, name: str) -> Callable[..., Answer]:
        """Return a question by its name, with `_` for `-`."""
        known = {attribute(each): each for each in self._library.names()}
        if name.startswith("_") or name not in known:
            from tiebook.support.suggest import nearest  # noqa: PLC0415

            hint = nearest(name, known)
            raise AttributeError(f"there is no question {name!r}" + (f" ({hint})" if hint else ""))
        return self._function(self._library.get(known[name]))

    def __dir__(self) -> Iterable[str]:
        """Return what a console completes."""
        return [*map(attribute, self._library.names()), *super().__dir__()]

    def _function(self, question: Question) -> Callable[..., Answer]:
        names = [param.name for param in question.params]

        def ask(*values: Any, **given: Any) -> Answer:
            if len(values) > len(names):
                raise TypeError(f"{question.name} takes {len(names)} values, {len(values)} were given")
            placed = dict(zip(names, values, strict=False))
            twice = sorted(placed.keys() & given.keys())
            if twice:
                raise TypeError(f"{question.name} got two values for {twice[0]!r}")
            return self._asked(question.name, placed | given)

        ask.__name__ = ask.__qualname__ = attribute(question.name)
        ask.__doc__ = docstring(question)
        ask.__signature__ = signature(question)  # type: ignore[attr-defined]
        return ask


def signature(question: Question) -> Signature:
    """Return the signature of a question: its parameters in their order, then the options that it takes, by name."""
    first = [
        Parameter(
            param.name,
            Parameter.POSITIONAL_OR_KEYWORD,
            default=Parameter.empty if is_needed else None,
            annotation=TYPES.get(param.type, str) if is_needed else TYPES.get(param.type, str) | None,
        )
        for param, is_needed in needed(question)
    ]
    return Signature([*first, *map(by_name, options_of(question))], return_annotation="Answer")


def options_of(question: Question) -> list[shared.Option]:
    """Return the options that a question has as arguments."""
    return [*(each for each in shared.RESERVED if each.name in question.takes), *shared.ASKING]


def by_name(option: shared.Option) -> Parameter:
    """Return an option as an argument."""
    if option.kind == "flag":
        return Parameter(option.name, Parameter.KEYWORD_ONLY, default=False, annotation=bool)
    annotation = TYPES.get(option.kind, str) | None
    return Parameter(option.name, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


def needed(question: Question) -> list[tuple[Any, bool]]:
    """Return each parameter and whether it has to be given; one that follows an optional one can be given by name only."""
    found, optional = [], False
    for param in question.params:
        optional = optional or param.optional or param.default is not None
        found.append((param, not optional))
    return found


def docstring(question: Question) -> str:
    """Return what an editor shows of a question."""
    said = [in_general(question)]
    if question.note:
        said += ["", question.note]
    if question.params:
        said += ["", *(f"{param.name} -- {param.help}" for param in question.params)]
    return "\n".join(said)
