"""Stored questions: one Cypher file each, with a header that says what it asks, takes and returns."""

from tiebook.questions.question import Param, Question
from tiebook.questions.question_library import QuestionLibrary

__all__ = ["Param", "Question", "QuestionLibrary"]
