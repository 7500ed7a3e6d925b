"""The proposers, one module each. `by_name` finds ours; `--by` also takes a program, an address or a file."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Final, Protocol

from tiebook.draft.protocol import Article, Proposer

OUTSIDE: Final = ("command", "endpoint", "pasted")  # reached by what --by is, not by name


class Make(Protocol):
    """The function `make` of a proposer's module."""

    def __call__(self, article: Article) -> Proposer:
        """Return a proposer for an article."""
        ...


def names() -> list[str]:
    """Return the names of the proposers that ship."""
    return sorted(module.name for module in iter_modules(__path__) if module.name not in OUTSIDE)


def by_name(name: str) -> Make | None:
    """Return the function that makes the proposer of this name; None if there is none."""
    if name not in names():
        return None
    make: Make = import_module(f"{__name__}.{name}").make
    return make
