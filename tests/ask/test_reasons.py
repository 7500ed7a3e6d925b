"""Why a tie holds: the ties that are coded, those of which a source says why first, and whose word the reason is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graphs import CASES
from tiebook.ask import ask
from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import find_case, load_case


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = KgliteEngine(tmp_path_factory.mktemp("reasons") / "g.kgl")
    for case in CASES:
        load_case(made, find_case(case))
    own = Graph(made)
    for says in ("egypt AIDS oman", "egypt SUPPORTS oman", "oman AIDS egypt"):
        own.add_claim(says, quote="so I hold", source="mine", author="Jane Doe")
    yield made
    made.close()


def rows_of(engine: Engine, **given: Any) -> list[dict[str, Any]]:
    return list(ask(engine, QuestionLibrary({}).get("reasons"), given))


def test_what_has_a_reason_comes_first_and_nothing_is_left_out(graph: Engine) -> None:
    rows = rows_of(graph, actor="russia", partner="iran")
    given = [row["reason_claim"] is not None for row in rows]
    assert given == sorted(given, reverse=True)
    assert any(given)
    assert not all(given)
    first = rows[0]
    assert (first["cause"], first["effect"]) == ("UN sanctions on Iran", "lowers")
    assert first["claim"] != first["reason_claim"]
    ties = ask(graph, QuestionLibrary({}).get("ties-between"), {"one": "russia", "other": "iran"})
    claims = {each.partition("/")[2] for each in (row["tie_id"] for row in ties)}
    assert {row["claim"] for row in rows} <= claims


def test_only_what_the_first_does_toward_the_second(graph: Engine) -> None:
    assert [row["tie"] for row in rows_of(graph, actor="egypt", partner="oman")] == ["AIDS", "SUPPORTS"]
    assert [row["tie"] for row in rows_of(graph, actor="oman", partner="egypt")] == ["AIDS"]
    one = rows_of(graph, actor="russia", partner="north-korea", tie="ALLIED_WITH")
    assert [row["claim"] for row in one] == [
        row["claim"] for row in rows_of(graph, actor="north-korea", partner="russia", tie="ALLIED_WITH")
    ]
    assert one


def test_no_reason_is_no_value_and_not_that_there_is_none(graph: Engine) -> None:
    (row, _) = rows_of(graph, actor="egypt", partner="oman")
    assert (row["cause"], row["effect"], row["reason"], row["factor"], row["reason_quote"]) == (None,) * 5
    note = QuestionLibrary({}).get("reasons").note
    assert note is not None
    assert "that does not mean that there is none" in note


def test_a_reason_that_is_reported_or_inferred_says_so(graph: Engine) -> None:
    found = graph.read(
        "MATCH (r:Claim {tie: 'INFLUENCES'})-[:TO]->(d:Claim)-[:FROM]->(a:Actor) MATCH (d)-[:TO]->(b:Actor)"
        " WHERE r.makes_tie AND d.makes_tie AND (r.inferred OR r.stance = 'reports')"
        " RETURN r.id AS id, r.inferred AS inferred, r.stance AS stance, a.id AS a, b.id AS b ORDER BY id"
    ).records()
    told = 0
    for each in found:
        for row in rows_of(graph, actor=each["a"], partner=each["b"]):
            if row["reason_claim"] == each["id"]:
                told += 1
                assert ("inferred: " in row["reason"]) == each["inferred"]
                assert row["reason"].startswith("reported by") == (each["stance"] == "reports")
    assert told
