"""Coded articles: reading a case, checking it against the codebook and the text, and turning it into records."""

from tiebook.case.build import Case
from tiebook.case.check import open_case
from tiebook.case.text import Text

__all__ = ["Case", "Text", "open_case"]
