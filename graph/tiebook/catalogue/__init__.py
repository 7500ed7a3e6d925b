"""Stored questions: one Cypher file each, with a header that says what it asks, takes and returns."""

from tiebook.catalogue.question import Param, Question
from tiebook.catalogue.question_library import QuestionLibrary

__all__ = ["Param", "Question", "QuestionLibrary"]
