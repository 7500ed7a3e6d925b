"""An answer: what a question found, as a document, a data frame or a notebook's cell."""

from __future__ import annotations

from tiebook.ask.document.answered import Answered
from tiebook.ask.document.compose import compose
from tiebook.ask.document.structure import Document


class Answer(Answered):
    """The rows of an answer, in order, and what it is shown as."""

    __slots__ = ()

    def document(self, *, wide: bool = False, evidence: bool = True, coverage: bool = False) -> Document:
        """Return the answer as a document: heading, counts, rows in groups, receipts, what is also said (ask.document.structure).

        wide -- with every column, receipts among them
        evidence -- with the columns that are receipts, in a wide document
        coverage -- with a note on what the sources cover, also where there is an answer
        """
        return compose(self, wide=wide, evidence=evidence, coverage=coverage)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the document, every text escaped."""
        from tiebook.ask.document.notebook_html import as_html  # noqa: PLC0415 -- only for notebooks

        return as_html(self.document())
