"""Every shipped question is sound: header complete, parameters declared and used, columns, schema and portability."""

import re

import pytest

from tiebook.model.codebook import codebook
from tiebook.questions import QuestionLibrary
from tiebook.questions.lint import lint

QUESTIONS = QuestionLibrary({}).all()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_shipped_question_is_sound(question):
    assert lint(question) == []


def test_names_and_titles_are_told_apart():
    assert len({question.title for question in QUESTIONS}) == len(QUESTIONS)
    assert len(QUESTIONS) >= 10


def test_no_question_repeats_what_a_macro_writes():
    by_hand = re.compile(
        r"(\w+)\.since_earliest IS NULL OR \1\.since_earliest <= \$(?!last\b)"
        r"|'undated' WHEN \w+\.since_latest <= \$as_of"
        r"|// if (as_seen_by|asserted_only)"
        r"|\['[A-Z_]+', '[A-Z_]+'"
    )
    for question in QUESTIONS:
        found = by_hand.search(question.path.read_text("utf-8"))
        assert found is None, f"{question.name}: {found}"


def test_sets_of_types_are_asked_for_and_questions_name_every_set():
    """A set that no question asks for would be kept by hand for nothing."""
    asked = {name for question in QUESTIONS for name in re.findall(r"set=(\w+)", question.path.read_text("utf-8"))}
    assert asked == {name for tie in codebook().ties.values() for name in tie.sets}


def left_null(text: str) -> list[str]:
    """Return what an OPTIONAL MATCH begins at that another may have left null: KGLite reads every tie of the type for it."""
    sure: set[str] = set()
    perhaps: set[str] = set()
    found: list[str] = []
    for line in text.splitlines():
        names = re.findall(r"[(\[](\w+)", line.partition(" WHERE ")[0]) if "MATCH (" in line else []
        if line.startswith("OPTIONAL MATCH ("):
            begins = re.match(r"OPTIONAL MATCH \((\w+)\)", line)
            if begins and begins[1] in perhaps:
                found.append(begins[1])
            perhaps |= set(names) - sure - ({begins[1]} if begins else set())
        elif line.startswith("MATCH ("):
            sure |= set(names)
        elif line.startswith("WITH "):  # what is made anew under a name is another thing
            anew = set(re.findall(r" AS (\w+)", line))
            sure, perhaps = sure - anew, perhaps - anew
        perhaps -= sure
    return found


def test_no_question_leads_on_from_what_may_be_null():
    """But among the claims of texts, of which there are few."""
    found = {question.name: left_null(question.path.read_text("utf-8")) for question in QUESTIONS}
    assert {name: places for name, places in found.items() if places} == {"conditions": ["x"], "why-not": ["s"]}
    assert left_null("MATCH (a)\nOPTIONAL MATCH (f:Factor {id: a.id})\nOPTIONAL MATCH (f)-[:PART_OF]->(g)") == ["f"]
    assert left_null("MATCH (a)\nOPTIONAL MATCH (a)-[t]->(b)\nOPTIONAL MATCH (a)-[:PART_OF]->(g)") == []


def test_a_list_has_one_order_where_its_places_are_not_known():
    for question in QUESTIONS:
        for line in question.path.read_text("utf-8").splitlines():
            assert not re.fullmatch(r"ORDER BY .*\.position", line), f"{question.name}: {line} stops before an id"
