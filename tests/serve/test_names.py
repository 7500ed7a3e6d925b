"""Names for forms, of an engine that says what it is told to: who is left out, who comes first, what is asked at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from tiebook.model.codebook import UNSPECIFIED
from tiebook.serve.content import lookup
from tiebook.serve.content.lookup import Choice, actor_links, few_names, offered


class Told:
    """An engine with one table for every question; it notes what it is asked."""

    def __init__(self, *rows: Sequence[Any], revision: int | None = None) -> None:
        self.rows = [tuple(row) for row in rows]
        self.asked: list[Mapping[str, Any]] = []
        self.number = revision

    def revision(self) -> int | None:
        return self.number

    def read(self, _cypher: str, params: Mapping[str, Any] | None = None) -> Any:
        self.asked.append(params or {})
        return SimpleNamespace(rows=self.rows)


def told(*rows: Sequence[Any], revision: int | None = None) -> Any:
    return Told(*rows, revision=revision)


def test_who_stands_for_nobody_is_never_offered() -> None:
    engine = told((UNSPECIFIED, "nobody"), ("b", "beta"), ("a", "Alpha"), ("c", "beta"))
    assert few_names(engine, "actor") == (Choice("a", "Alpha"), Choice("b", "beta"), Choice("c", "beta"))
    named = told((UNSPECIFIED, "nobody", []), ("a", UNSPECIFIED, None))
    assert offered(named, "actor", "nobody") == [Choice("a", UNSPECIFIED)]


@pytest.mark.parametrize(("number", "listed"), [(300, 300), (301, 0)])
def test_many_names_do_not_stand_in_a_page(number: int, listed: int) -> None:
    assert len(few_names(told(*((f"x{n}", f"X{n}") for n in range(number))), "actor")) == listed


def test_names_are_kept_by_kind_for_one_revision() -> None:
    engine = told(("a", "A"), revision=7)
    assert few_names(engine, "actor") == few_names(engine, "actor")
    assert len(engine.asked) == 1
    few_names(engine, "place")
    assert len(engine.asked) == 2
    engine.number = 8
    few_names(engine, "actor")
    few_names(engine, "actor")
    assert len(engine.asked) == 3


def test_what_is_typed_in_full_comes_first_then_what_begins_so() -> None:
    rows = [
        ("in", "Within Oman", []),
        ("begins", "Omani Navy", None),
        ("alias", "Sultanate", ["OMAN"]),
        ("also", "The other", ["Oman's bank"]),
        ("oman", "Zzz", []),
        ("exact", "oman", []),
    ]
    engine = told(*rows)
    found = [choice.value for choice in offered(engine, "actor", " Oman ")]
    assert found == ["exact", "alias", "oman", "begins", "also", "in"]
    assert engine.asked == [{"text": "oman"}]


def test_twelve_names_are_offered_at_most() -> None:
    engine = told(*((f"x{n:02}", f"X{n:02}", []) for n in range(20)))
    assert [choice.value for choice in offered(engine, "actor", "x")] == [f"x{n:02}" for n in range(12)]
    assert offered(engine, "actor", "") == []
    assert len(engine.asked) == 1


def test_only_texts_that_may_be_names_are_looked_up() -> None:
    engine = told(("A", ["a"]), ("B", ["b", "c"]))
    long, longer = "x" * 200, "x" * 201
    assert actor_links(engine, ["A", ["B", 3], None, "", "y", long, longer]) == {"A": "a"}
    assert engine.asked == [{"names": ["A", "B", long, "y"]}]
    assert actor_links(engine, [None, 3, [], [""]]) == {}
    assert len(engine.asked) == 1
    assert lookup._may_name("x")
