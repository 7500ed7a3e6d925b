"""The indexes are those that the stored questions use: read out of them, compared with what the schema makes."""

import re

from tiebook.model import schema
from tiebook.questions import QuestionLibrary

QUESTIONS = QuestionLibrary({}).all()
MANY = frozenset(schema.first_labels()) - {"Source", "Meta"}  # of sources there are tens
TYPED_BY_USERS = {("Actor", "name")}  # tiebook/ask/names.py


def looked_up(cypher):
    """Return (label, property) of every look-up: {property: ...} in a node, or a condition of its own on one value or a list."""
    labels = {match[1]: match[2] for match in re.finditer(r"\((\w+):(\w+)[^|)]*\)", cypher)}
    for match in re.finditer(r"\(\w*:(\w+)\s*\{([^}]*)\}", cypher):
        yield from ((match[1], name) for name in re.findall(r"(\w+)\s*:", match[2]))
    conditions = r"(?m)^\s*(?:WHERE|AND) (\w+)\.(\w+) (?:= (?:\$|')|IN \[)"
    for variable, name in re.findall(conditions, cypher):
        if variable in labels:
            yield labels[variable], name


def wanted():
    found = {pair for question in QUESTIONS for pair in looked_up(question.cypher)}
    yes_or_no = {("Claim", name) for name in ("makes_tie", "negated", "inferred")}
    return {(label, name) for label, name in found if label in MANY and name != "id"} - yes_or_no


def test_what_is_looked_up_is_read_out_of_a_question():
    cypher = "MATCH (c:Claim {paragraph: $n})-[:IN]->(s:Source)\nWHERE c.tie = $tie\n  AND c.mode IN ['sought']\n  AND c.sign > 0"
    assert set(looked_up(cypher)) == {("Claim", "paragraph"), ("Claim", "tie"), ("Claim", "mode")}


def test_the_indexes_are_what_the_questions_look_up():
    made = {(label, name) for label, names in schema.LOOKED_UP.items() for name in names}
    assert made - TYPED_BY_USERS == wanted()


def test_each_index_is_made_once():
    statements = schema.indexes()
    assert len(statements) == len(set(statements)) == sum(len(names) for names in schema.LOOKED_UP.values())
    assert "CREATE INDEX claim_source IF NOT EXISTS FOR (n:Claim) ON (n.source)" in statements
