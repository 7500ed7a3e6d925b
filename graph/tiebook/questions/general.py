"""A stored question in general words, before anybody is named in it: "within 12 months", "from one year to another"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tiebook.questions.question import Param, Question
from tiebook.questions.wording import outside_brackets

# for a type: what the first and every further parameter of it reads as
_SAID: Final = {
    "actor": ("an actor", "another"),
    "entity": ("something", "something else"),
    "year": ("one year", "another"),
    "date": ("one day", "another"),
    "integer": ("N", "N"),
}
_OWN: Final = {"group": "a group", "person": "a person", "instrument": "an instrument", "holder": "a holder"}


def in_general(question: Question, given: Mapping[str, str] | None = None) -> str:
    """Return a question's text with words in place of its parameters, but for those that are given."""
    said = dict(given or {})
    seen: dict[str, int] = {}
    params = {param.name: param for param in question.params}
    for name in dict.fromkeys(outside_brackets(question.template)):
        param = params.get(name)
        if param is None:
            continue
        said.setdefault(name, _said(param, seen.get(param.type, 0)))
        seen[param.type] = seen.get(param.type, 0) + 1
    return question.worded(said)


def _said(param: Param, before: int) -> str:
    if param.default is not None:
        return param.default
    if param.name in _OWN:
        return _OWN[param.name]
    first, further = _SAID.get(param.type, (f"a {param.type}", f"another {param.type}"))
    return further if before else first
