"""Asking: parameters resolved, the question compiled and run, the answer with what was searched."""

from tiebook.ask.answer import Answer
from tiebook.ask.coverage import Searched
from tiebook.ask.run import ask, query

__all__ = ["Answer", "Searched", "ask", "query"]
