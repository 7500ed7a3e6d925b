"""What the line of counts says: what is stated, and what was in force on the day that was asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from tests.ask.made_up import asked, load_text
from tiebook.engine import Engine

CLAIMS: Final[list[dict[str, Any]]] = [
    {"says": "peru SUPPORTS chile", "since": "2019"},
    {"says": "peru SUPPORTS brazil"},
    {"says": "peru SUPPORTS bolivia", "since": "2019", "until": "2020-06", "inferred": True},
    {"says": "peru SUPPORTS ecuador", "since": "2019", "until": "2019"},
    {"says": "peru SUPPORTS argentina", "negated": True},
]


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("2020-02-01", "3 ties (on this day: 2 certainly, 1 undated): 2 stated, 1 inferred"),
        ("2020-06-15", "3 ties (on this day: 1 certainly, 1 possibly, 1 undated): 2 stated, 1 inferred"),
        ("2025-01-01", "2 ties (on this day: 1 unknown, 1 undated): 2 stated"),
    ],
)
def test_a_day_is_counted(engine: Engine, tmp_path: Path, day: str, line: str) -> None:
    load_text(engine, tmp_path, "early", "2021", CLAIMS)
    document = asked(engine, "in-force", day=day, actor="peru").document()
    assert str(document.counts) == line
    assert str(asked(engine, "who-supports", actor="peru", as_of=day).document().counts) == line
    assert sum(document.to_dict()["counts"]["on_day"].values()) == document.counts.rows


def test_nothing_is_said_of_a_day_where_none_is_asked_for(engine: Engine, tmp_path: Path) -> None:
    load_text(engine, tmp_path, "early", "2021", CLAIMS)
    assert str(asked(engine, "who-supports", actor="peru").document().counts) == "4 ties: 3 stated, 1 inferred"


def test_who_only_works_together_is_not_counted_as_allied(engine: Engine, tmp_path: Path) -> None:
    claims: list[dict[str, Any]] = [
        {"says": "peru MEETS_WITH chile", "since": "2019"},
        {"says": "peru COOPERATES_WITH chile"},
        {"says": "peru MEETS_WITH brazil"},
        {"says": "peru ALLIED_WITH chile", "negated": True},
    ]
    load_text(engine, tmp_path, "early", "2021", claims)
    counts = asked(engine, "who-cooperates", actor="peru").document().counts
    assert str(counts) == "3 ties (2 MEETS_WITH, 1 COOPERATES_WITH): 3 stated"


def test_a_year_is_not_stated(engine: Engine, tmp_path: Path) -> None:
    load_text(engine, tmp_path, "early", "2021", CLAIMS)
    answer = asked(engine, "dyad-years", actor="peru", partner="bolivia", first="2019", last="2022")
    assert [row["status"] for row in answer] == ["coded", "coded", "not coded", "not coded"]
    assert str(answer.document().counts) == "4 years"


def test_what_is_in_the_rows_is_not_also_said(engine: Engine, tmp_path: Path) -> None:
    claims: list[dict[str, Any]] = [
        {"says": "peru SELLS_ARMS_TO chile", "negated": True, "since": "2020"},
        {"says": "peru SELLS_ARMS_TO chile", "mode": "expected", "by": "chile"},
        {"says": "peru SELLS_ARMS_TO chile", "since": "2010"},
    ]
    load_text(engine, tmp_path, "early", "2021", claims)
    answer = asked(engine, "arms-on-record", supplier="peru", recipient="chile")
    assert [row["said"] for row in answer] == ["no sale", "sale"]
    document = answer.document()
    assert [(said.kind, said.count) for said in document.also_said] == [("expected", 1)]
    assert str(document.counts) == "2 claims: 1 stated; not facts: 1 denied"
