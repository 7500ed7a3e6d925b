"""Stored questions: one Cypher file each, with a header that says what it asks, takes and returns."""

from tiebook.catalogue.question import Param, Question
from tiebook.catalogue.shelf import Shelf

__all__ = ["Param", "Question", "Shelf"]
