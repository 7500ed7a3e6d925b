"""Every shipped question is sound: header complete, parameters declared and used, columns, schema and portability."""

import re

import pytest

from tiebook.catalogue import QuestionLibrary
from tiebook.catalogue.lint import lint
from tiebook.model.codebook import codebook

QUESTIONS = QuestionLibrary({}).all()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_shipped_question_is_sound(question):
    assert lint(question) == []


def test_names_and_titles_are_told_apart():
    assert len({question.title for question in QUESTIONS}) == len(QUESTIONS)
    assert len(QUESTIONS) >= 10


def test_types_that_questions_leave_out_or_turn_round_are_those_of_the_codebook():
    ties = codebook().ties.values()
    lists = {
        ("SEEKS", "INFLUENCES"): {tie.name for tie in ties if tie.balance == "out"},  # not in structural balance
        ("RIVAL_OF", "MEETS_WITH"): {tie.name for tie in ties if tie.symmetric},
    }
    found = []
    for question in QUESTIONS:
        for match in re.finditer(r"IN \[('[A-Z_]+'(?:, '[A-Z_]+')*)\]", question.cypher):
            names = set(re.findall(r"\w+", match[1]))
            for marks, wanted in lists.items():
                if names.issuperset(marks):
                    found.append(marks)
                    assert names == wanted, question.name
    assert set(found) == set(lists)
