"""What is said but is not a fact is told with every ask about the same two actors: a walk through all claims that make no tie."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.ask.answers import arguments
from tiebook.ask import ask
from tiebook.ask.document.structure import Document
from tiebook.ask.document.tie_pattern import tie_pattern
from tiebook.engine import Engine
from tiebook.questions import QuestionLibrary

LIBRARY = QuestionLibrary({})


def document(engine: Engine, name: str, *, all_of_it: bool = True, **given: Any) -> Document:
    return ask(engine, LIBRARY.get(name), given, also_said=all_of_it).document()


def told(found: Document) -> dict[str, str]:
    """Return the kind of each claim that is told, by its id."""
    return {claim.receipt.id: said.kind for said in found.also_said for claim in said.claims}


def no_facts(engine: Engine) -> list[dict[str, Any]]:
    """Return the claims about two actors that make no tie."""
    table = engine.read(
        "MATCH (c:Claim)-[:FROM]->(a:Actor) MATCH (c)-[:TO]->(b:Actor) WHERE NOT c.makes_tie RETURN c.id AS id, c.tie AS tie,"
        " c.mode AS mode, c.negated AS negated, c.stance AS stance, a.id AS one, b.id AS other ORDER BY id"
    )
    return list(table.records())


def kind_of(claim: dict[str, Any]) -> str:
    if claim["negated"]:
        return "denied" if claim["mode"] == "actual" else f"not {claim['mode']}"
    return str(claim["mode"]) if claim["mode"] != "actual" else "disputed"


def test_every_claim_that_is_no_fact_is_told_where_its_two_actors_are_asked_about(article_engine: Engine) -> None:
    claims = no_facts(article_engine)
    assert len(claims) > 20
    asked: dict[tuple[str, str], dict[str, str]] = {}
    for claim in claims:
        pair = (claim["one"], claim["other"])
        if pair not in asked:
            asked[pair] = told(document(article_engine, "ties-between", one=pair[0], other=pair[1]))
        assert asked[pair].get(claim["id"]) == kind_of(claim), claim


def test_and_by_every_question_for_its_type(article_engine: Engine) -> None:
    """Ask each question that takes two actors and names types about the ends of each such claim, in the order of its pattern."""
    seen = 0
    for question in LIBRARY.all():
        if question.theme != "relations":
            continue
        values = {param.name: "x" for param in question.params if param.type in ("actor", "entity")}
        pattern = tie_pattern(question, question.compiled(values), values)
        if pattern is None or pattern.types is None or len(pattern.roles) != 2:
            continue
        for claim in no_facts(article_engine):
            if claim["tie"] not in pattern.types:
                continue
            first, second = pattern.roles
            ends = (
                (claim["one"], claim["other"])
                if "FROM" in pattern.ends_of(first, claim["tie"])
                else (claim["other"], claim["one"])
            )
            found = document(article_engine, question.name, **dict(zip((first, second), ends, strict=True)))
            assert told(found).get(claim["id"]) == kind_of(claim), (question.name, claim)
            assert not found.notes_of("nothing")
            seen += 1
    assert seen > 15


@pytest.mark.parametrize(
    ("name", "given", "counts"),
    [
        ("who-arms", {"recipient": "iran"}, {"denied": 2, "sought": 1, "expected": 2}),
        ("ties-between", {"one": "iran", "other": "sco"}, {"denied": 1, "sought": 1}),
        ("who-arms", {"supplier": "china", "recipient": "saudi-arabia"}, {}),
    ],
)
def test_known_cases(article_engine: Engine, name: str, given: dict[str, Any], counts: dict[str, int]) -> None:
    found = document(article_engine, name, **given)
    assert {said.kind: said.count for said in found.also_said} == counts


def test_the_first_three_of_a_kind_and_the_command_for_all(article_engine: Engine) -> None:
    first = document(article_engine, "ties-between", all_of_it=False, one="china", other="iran")
    every = document(article_engine, "ties-between", one="china", other="iran")
    assert {said.kind: said.count for said in first.also_said} == {said.kind: said.count for said in every.also_said}
    assert [len(said.claims) for said in first.also_said] == [min(3, said.count) for said in every.also_said]
    assert all(len(said.claims) == said.count for said in every.also_said)
    assert first.also_command == "tiebook ask ties-between --one china --other iran --also-said"
    assert every.also_command is None


@pytest.mark.parametrize(
    ("flag", "value", "left"),
    [("as_of", "2016-01-01", 1), ("source", "china-iran", 5), ("asserted_only", True, 3), ("as_seen_by", "china", 0)],
)
def test_what_limits_the_ties_limits_what_is_said(article_engine: Engine, flag: str, value: Any, left: int) -> None:
    found = document(article_engine, "who-arms", recipient="iran", **{flag: value})
    assert sum(said.count for said in found.also_said) == left


def test_nothing_coded_is_said_only_where_nothing_is(article_engine: Engine) -> None:
    assert not document(article_engine, "who-arms", recipient="iran").notes_of("nothing")
    assert document(article_engine, "who-arms", supplier="israel").notes_of("nothing")


def test_other_questions_hold_more(article_engine: Engine) -> None:
    (note,) = document(article_engine, "who-supports", actor="iran").notes_of("elsewhere")
    assert "3 AIDS (tiebook ask who-funds --actor iran)" in note
    note = document(article_engine, "who-arms", supplier="iran").notes_of("elsewhere")[-1]
    assert "AIDS" in note


@pytest.mark.parametrize(
    ("name", "example", "roles"),
    [
        ("who-arms", "--supplier china", {"supplier": {"FROM"}}),
        ("who-constrains", "--target china --regarding iran", {"target": {"TO"}, "regarding": {"REGARDING"}}),
        ("interests-in-conflict", "--actor china --other iran", {"actor": {"FROM", "TO"}, "other": {"FROM", "TO"}}),
        ("who-is-bound", "--instrument executive-order-13949", {"instrument": {"TO"}}),
    ],
)
def test_where_a_parameter_stands_is_read_from_the_pattern(name: str, example: str, roles: dict[str, set[str]]) -> None:
    question = LIBRARY.get(name)
    words = example.split()
    given = (
        arguments(question, example)
        if example in question.examples
        else dict(zip((word[2:] for word in words[::2]), words[1::2], strict=True))
    )
    pattern = tie_pattern(question, question.compiled(given), given)
    assert pattern is not None
    assert {each: set(where) for each, where in pattern.roles.items()} == roles


def test_an_end_may_be_named_in_a_list() -> None:
    question = LIBRARY.get("in-force")
    given = {"day": date(2020, 1, 1), "actor": "iran"}
    pattern = tie_pattern(question, question.compiled(given), given)
    assert pattern is not None
    assert pattern.roles == {"actor": frozenset({"FROM", "TO", "REGARDING"})}


@pytest.mark.parametrize("name", ["what-is-denied", "actors", "brokers", "holders"])
def test_questions_that_ask_for_no_ties_say_nothing_beside(name: str) -> None:
    question = LIBRARY.get(name)
    given = {"actor": "iran"} if name == "what-is-denied" else {}
    assert tie_pattern(question, question.compiled(given), given) is None
