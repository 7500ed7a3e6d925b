"""Asking: parameters resolved, the question compiled and run, the answer with what was searched."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tiebook.ask.answer import Answer
    from tiebook.ask.coverage import Searched
    from tiebook.ask.run import ask, query

__all__ = ["Answer", "Searched", "ask", "query"]

_HOME: Final = {"Answer": "answer", "Searched": "coverage", "ask": "run", "query": "run"}


def __getattr__(name: str) -> Any:
    """Import on first use: a shell that completes a name needs none of it."""
    if name not in _HOME:
        raise AttributeError(f"module 'tiebook.ask' has no attribute {name!r}")
    return getattr(import_module(f"tiebook.ask.{_HOME[name]}"), name)
