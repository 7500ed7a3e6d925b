"""Why something did not come about: each step once, below all denials that share it, and where it is said to have come about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.ask.made_up import asked, load_text
from tiebook.engine import Engine

SALE = {"says": "peru SELLS_ARMS_TO chile", "regarding": "arms-deal"}
DENIED = SALE | {"negated": True}
STEPS: list[dict[str, Any]] = [
    DENIED | {"id": "first", "since": "2019", "gloss": "Peru sold nothing"},
    DENIED | {"id": "second", "since": "2020", "gloss": "Chile bought nothing"},
    SALE | {"id": "wish", "mode": "sought", "by": "chile"},
    {"id": "limit", "says": "brazil CONSTRAINS peru", "constraint": "imposed", "regarding": ["chile", "arms-deal"]},
    {"id": "reason", "says": "brazil INFLUENCES arms-deal", "sign": -1, "about": "first"},
    {"id": "remark", "says": "brazil VIEWS_AS peru", "sign": 1, "about": "second"},
]


def test_a_step_of_several_denials_is_listed_once(engine: Engine, tmp_path: Path) -> None:
    load_text(engine, tmp_path, "early", "2021", STEPS)
    answer = asked(engine, "why-not", actor="peru", partner="chile")
    both = "Peru sold nothing; Chile bought nothing"
    assert [(row["denial_group"], row["step"], row["link"], row["claim"]) for row in answer] == [
        (both, "wanted", None, "early/wish"),
        (both, "what stopped it", "limits one of the two in this", "early/limit"),
        ("Peru sold nothing", "what stopped it", "said to have stopped it", "early/reason"),
        ("Chile bought nothing", "what else is said of it", None, "early/remark"),
    ]
    assert next(iter(answer))["denied_claim"] == ["early/first", "early/second"]
    document = answer.document()
    assert str(document.counts) == "4 steps in 3 denial groups: 3 stated; not facts: 1 sought"
    assert not document.notes_of("otherwise")


def test_the_denials_that_share_a_step_are_receipts_of_it(engine: Engine, tmp_path: Path) -> None:
    load_text(engine, tmp_path, "early", "2021", STEPS)
    row = next(asked(engine, "why-not", actor="peru", partner="chile").document().rows)
    assert [(each.id, each.side) for each in row.receipts] == [
        ("early/wish", None),
        ("early/first", "denied"),
        ("early/second", "denied"),
    ]


def test_it_is_said_where_it_is_said_to_have_come_about(engine: Engine, tmp_path: Path) -> None:
    load_text(engine, tmp_path, "early", "2021", STEPS)
    sold = [SALE | {"since": "2024"}, {"says": "chile SELLS_ARMS_TO peru"}, {"says": "peru AIDS chile"}]
    load_text(engine, tmp_path, "late", "2025", sold)
    (note,) = asked(engine, "why-not", actor="peru", partner="chile").document().notes_of("otherwise")
    assert note == (
        "What is denied here is also said to hold, at this or another time: 1 tie of SELLS_ARMS_TO"
        " (tiebook ask ties-between --one peru --other chile --tie SELLS_ARMS_TO)"
    )
    of_one = asked(engine, "why-not", actor="peru", partner="chile", source="early").document()
    assert not of_one.notes_of("otherwise")


def test_a_mutual_tie_is_counted_once_from_either_end(engine: Engine, tmp_path: Path) -> None:
    claims: list[dict[str, Any]] = [
        {"id": "denial", "says": "peru ALLIED_WITH chile", "negated": True, "since": "2019"},
        {"id": "other-denial", "says": "chile ALLIED_WITH peru", "negated": True, "since": "2020"},
        {"says": "chile ALLIED_WITH peru", "mode": "sought", "by": "chile"},
    ]
    load_text(engine, tmp_path, "early", "2021", claims)
    load_text(engine, tmp_path, "late", "2025", [{"says": "chile ALLIED_WITH peru", "since": "2024"}])
    (note,) = asked(engine, "why-not", actor="peru", partner="chile").document().notes_of("otherwise")
    assert note.count("1 tie of ALLIED_WITH") == note.count("tiebook ask") == 1
