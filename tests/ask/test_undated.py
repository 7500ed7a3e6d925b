"""A question that sees only dated ties says how many it leaves out, and which question lists them."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.ask.made_up import asked, load_text
from tiebook.ask import ask
from tiebook.ask.named_commands import parts_of
from tiebook.engine import Engine
from tiebook.questions import QuestionLibrary

DAYS = {"start": "2020-01-01", "finish": "2020-12-31"}


@pytest.fixture
def told(engine: Engine, tmp_path: Path) -> Engine:
    """Return a graph with three undated ties of Peru and Chile, one undated of Peru and Brazil, one dated of Peru and Bolivia."""
    claims: list[dict[str, Any]] = [
        {"says": "peru AIDS chile"},
        {"says": "peru COOPERATES_WITH chile"},
        {"says": "chile SUPPORTS peru", "inferred": True},
        {"says": "peru AIDS brazil"},
        {"says": "peru AIDS bolivia", "since": "2020-05"},
    ]
    load_text(engine, tmp_path, "early", "2021", claims)
    return engine


def notes(engine: Engine, name: str, **given: str | bool) -> str:
    answer = asked(engine, name, **given)
    return "\n".join(answer.document().notes_of("nothing", "undated"))


def test_an_answer_without_a_date_names_what_lists_the_undated(told: Engine) -> None:
    document = asked(told, "timeline", actor="peru", other="chile").document()
    (nothing,) = document.notes_of("nothing")
    assert nothing.splitlines() == [
        "Nothing coded with a date answers this.",
        "3 ties between Peru and Chile state no date and are left out here: tiebook ask ties-between --one peru --other chile",
    ]
    assert not document.notes_of("undated")  # it is said once


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("timeline", {"actor": "peru"}, "4 ties of Peru state no date and are left out here"),
        ("timeline", {"actor": "peru", "no_inferred": True}, "3 ties of Peru state no date"),
        ("timeline", {"actor": "brazil"}, "1 tie of Brazil states no date and is left out here"),
        ("what-changed", {"actor": "peru", **DAYS}, "4 ties of Peru state no date"),
        ("what-changed", {"actor": "peru", "tie": "aids", **DAYS}, "2 ties of Peru state no date"),
        ("what-changed", {"actor": "peru", "about": "chile", **DAYS}, "3 ties between Peru and Chile state no date"),
        ("action-and-response", {"actor": "peru", "partner": "chile"}, "3 ties between Peru and Chile state no date"),
    ],
)
def test_undated_ties_are_counted(told: Engine, name: str, given: dict[str, str], said: str) -> None:
    assert said in notes(told, name, **given)


def test_the_command_lists_the_ties_that_are_counted(told: Engine) -> None:
    said = notes(told, "what-changed", actor="peru", about="chile", tie="aids", no_inferred=True, **DAYS)
    assert said.partition("\n")[2].startswith("1 tie between Peru and Chile states no date")
    words = shlex.split(said.splitlines()[1].partition("tiebook ")[2])
    assert words == ["ask", "ties-between", "--one", "peru", "--other", "chile", "--tie", "AIDS", "--no-inferred"]
    (command,) = [part for part in parts_of(said) if part.question]
    assert command.question == "ties-between"
    answer = ask(told, QuestionLibrary({}).get("ties-between"), command.values)
    assert [row["tie_id"] for row in answer] == ["AIDS/early/p1-peru-aids-chile"]


def test_nothing_is_said_where_every_tie_is_dated(told: Engine) -> None:
    assert not notes(told, "timeline", actor="bolivia")
    document = asked(told, "timeline", actor="bolivia", other="chile").document()
    assert document.notes_of("nothing")[0].startswith("Nothing coded answers this.\n")
    assert document.no_tie == "No such tie is coded"


def test_an_undated_event_that_is_told_beside_a_dated_one_is_not_left_out(engine: Engine, tmp_path: Path) -> None:
    claims: list[dict[str, Any]] = [
        {"says": "peru AIDS chile", "since": "2020-05"},
        {"says": "peru AGREES_WITH chile", "paragraph": 1},
        {"says": "peru COOPERATES_WITH chile"},
    ]
    load_text(engine, tmp_path, "early", "2021", claims)
    answer = asked(engine, "timeline", actor="peru")
    assert len(answer) == 2
    assert answer.document().notes_of("undated")[0].startswith("1 tie of Peru states no date")


def test_what_is_no_fact_does_not_hide_that_undated_ties_are_left_out(told: Engine, tmp_path: Path) -> None:
    load_text(told, tmp_path, "late", "2022", [{"says": "peru THREATENS chile", "negated": True}])
    document = asked(told, "timeline", actor="peru", other="chile").document()
    assert document.also_said
    assert document.no_tie == "No such tie is coded with a date"
    assert document.notes_of("undated")[0].startswith("3 ties between Peru and Chile state no date")
    assert not document.notes_of("nothing")


def test_limits_without_a_date_are_counted_by_what_eased_or_tightened(engine: Engine, tmp_path: Path) -> None:
    claims: list[dict[str, Any]] = [
        {"says": "peru SANCTIONS chile"},
        {"says": "peru AIDS chile"},
        {"says": "peru SANCTIONS chile", "since": "2020"},
    ]
    load_text(engine, tmp_path, "early", "2021", claims)
    answer = asked(engine, "what-eased-or-tightened", about="chile")
    assert len(answer) == 1
    assert answer.document().notes_of("undated")[0].startswith("1 tie of Chile states no date")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("before-and-after", {"actor": "peru", "partner": "chile", "day": "2020-01-01"}),
        ("dyad-years", {"actor": "peru", "partner": "chile", "first": "2020", "last": "2020"}),
    ],
)
def test_undated_ties_are_shown_beside_counts(told: Engine, name: str, given: dict[str, str]) -> None:
    document = asked(told, name, **given).document()
    place = [column.name for column in document.columns].index("undated")
    counted = [row.values[place] for row in document.rows]
    assert counted == ([2, 0, 0] if name == "before-and-after" else [3])


@pytest.mark.parametrize(
    ("start", "finish", "found"),
    [
        ("2020-01-01", "2020-12-31", [("2020-05", "began")]),
        ("2020-06-01", "2021-12-31", []),  # it may have ended before
        (
            "2020-05-01",
            "2021-12-31",
            [("2020-05", "began"), (None, "ended")],
        ),  # between its beginning and the end of the text
        ("2022-01-01", "2026-12-31", []),
    ],
)
def test_an_end_without_a_date_is_no_change_of_any_day_before_the_text(
    engine: Engine, tmp_path: Path, start: str, finish: str, found: list[tuple[str | None, str]]
) -> None:
    claims: list[dict[str, Any]] = [
        {"says": "peru AIDS chile", "since": "2020-05", "ended": True},
        {"says": "peru SUPPORTS chile", "ended": True},
    ]
    load_text(engine, tmp_path, "early", "2021", claims)
    answer = asked(engine, "what-changed", start=start, finish=finish, actor="peru")
    assert [(row["day"], row["change"]) for row in answer] == found
    assert {row["sure"] for row in answer} <= {"certainly"}
    assert "1 tie of Peru states no date" in "".join(answer.document().notes_of("nothing", "undated"))
