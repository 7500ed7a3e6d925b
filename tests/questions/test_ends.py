"""Ends that may be claims: a claim has a sentence and no name, and the engines do not agree on what the name of one is."""

import re

import pytest

from tiebook.model.codebook import codebook
from tiebook.questions import QuestionLibrary

QUESTIONS = QuestionLibrary({}).all()
TO_CLAIMS = {name for name, tie in codebook().ties.items() if "Claim" in tie.targets}
# questions whose conditions leave no claim at an end, for a reason that the patterns do not tell
ENTITIES_ONLY = {
    "discourse-coalitions": "positions, which end at entities",
    "how-connected": "between actors that are found before",
    "arms-on-record": "arms sales",
    "events-by-month": "between two actors",
    "ties-between": "between two actors",
}
# the variable at the end of a tie or of TO, and the tie of a claim that TO starts from
HEADS = re.compile(r"(?:\{tie: '(?P<tie>\w+)'\}\))?-\[\w*\s*(?::(?P<types>[A-Z_|]+))?[^\]]*\]->\((?P<end>[a-z]\w*)\)")
TIES = re.compile(r"\[(?P<tie>\w+)\s*(?::(?P<types>[A-Z_|]+))?[^\]]*\]")
ENDS = re.compile(r"endNode\((?P<tie>\w+)\) AS (?P<end>\w+)")


def may_be_claims(text):
    """Return the variables that may be bound to a claim and have no other label."""
    labelled = set(re.findall(r"\((\w+):(?!Claim)[A-Z]", text))
    types = {match["tie"]: set((match["types"] or "").split("|")) - {""} for match in TIES.finditer(text)}
    found = {match["end"] for match in ENDS.finditer(text) if _to_claims(types.get(match["tie"], set()))}
    for match in HEADS.finditer(text):
        if match["types"] == "TO":
            own = {match["tie"]} if match["tie"] else set()
            found |= {match["end"]} if _to_claims(own) else set()
        elif _to_claims(set((match["types"] or "").split("|")) - {""}):
            found.add(match["end"])
    return found - labelled


def _to_claims(types):
    """Return whether a tie of one of these types (of any where there are none) may end at a claim."""
    return not types or bool(types & TO_CLAIMS)


@pytest.mark.parametrize(
    "question", [each for each in QUESTIONS if each.name not in ENTITIES_ONLY], ids=lambda each: each.name
)
def test_an_end_that_may_be_a_claim_is_named_by_its_sentence(question):
    text = re.sub(r"//[^\n]*", "", question.cypher)
    for end in may_be_claims(text):
        bare = text.replace(f"coalesce({end}.gloss, {end}.name)", "")
        assert not re.search(rf"\b{end}\.name\b", bare), f"{end}.name in {question.name}"


def test_the_variables_are_found():
    text = "MATCH (a:Actor)-[t:INFLUENCES]->(b) MATCH (c)-[:TO]->(d) MATCH (x)-[u]-(y) MATCH (e)-[:VIA]->(i) WITH endNode(t) AS z"
    assert may_be_claims(text) == {"b", "d", "z"}
    assert may_be_claims("MATCH (c:Claim {tie: 'DEPENDS_ON'})-[:TO]->(d) MATCH (c)-[:FROM]->(a)") == set()
    assert may_be_claims("MATCH (a)-[t]->(b) WITH endNode(t) AS c") == {"b", "c"}
    assert may_be_claims("MATCH (a)-[t:INFLUENCES]->(b:Factor)") == set()
