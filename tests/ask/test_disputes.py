"""Claims that dispute others: which count as disputes of a claim, and how many of them a note names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ask.made_up import asked, load_text
from tiebook.engine.kglite.engine import KgliteEngine

FIRST = [
    {"id": "backs", "says": "peru SUPPORTS chile"},
    {"id": "accord", "says": "peru AGREES_WITH chile"},
]


def notes(folder: Path, disputes: list[dict[str, object]], claim: str) -> list[str]:
    """Return the notes on the evidence of a claim of the first text, with a text for each dispute."""
    engine = KgliteEngine(folder / "x.kgl")
    load_text(engine, folder, "first", "2020", FIRST)
    for number, dispute in enumerate(disputes, start=1):
        whole = {"id": "d", "stance": "disputes", "holder": "oman", "about": f"first/{claim}", **dispute}
        load_text(engine, folder, f"text-{number}", "2021", [whole])
    document = asked(engine, "evidence", claim=f"first/{claim}").document()
    engine.close()
    return [note.text for note in document.notes if "disputed" in note.text]


@pytest.mark.parametrize("count", [1, 3, 4, 6])
def test_a_note_names_three_disputes_and_counts_the_others(tmp_path: Path, count: int) -> None:
    (note,) = notes(tmp_path, [{"says": "peru SUPPORTS chile"}] * count, "backs")
    named = [
        f"backs is disputed by Writer of text-{number} (tiebook ask evidence --claim text-{number}/d)"
        for number in range(1, min(count, 3) + 1)
    ]
    more = f"; and {count - 3} more (tiebook ask judgements)" if count > 3 else ""
    assert note == "; ".join(named) + more


@pytest.mark.parametrize(
    ("claim", "dispute", "counts"),
    [
        ("accord", {"says": "peru AGREES_WITH chile"}, True),
        ("accord", {"says": "chile AGREES_WITH peru"}, True),  # which has no direction
        ("backs", {"says": "chile SUPPORTS peru"}, False),
        ("backs", {"says": "peru SUPPORTS mali"}, False),
        ("backs", {"says": "mali SUPPORTS chile"}, False),
        ("backs", {"says": "peru SUPPORTS chile", "negated": True}, False),
        ("backs", {"says": "peru OPPOSES chile"}, False),
        ("backs", {"says": "peru SUPPORTS chile", "stance": "reports"}, False),
    ],
)
def test_a_dispute_says_again_what_it_disputes(
    tmp_path: Path, claim: str, dispute: dict[str, object], counts: bool
) -> None:
    assert len(notes(tmp_path, [dispute], claim)) == counts


def test_a_dispute_whose_words_are_shown_is_in_no_note(tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "x.kgl")
    load_text(engine, tmp_path, "first", "2020", FIRST)
    dispute = {"id": "d", "stance": "disputes", "holder": "oman", "about": "first/backs", "says": "peru SUPPORTS chile"}
    load_text(engine, tmp_path, "second", "2021", [dispute])
    document = asked(engine, "who-supports", actor="peru").document()
    assert [claim.receipt.id for said in document.also_said for claim in said.claims] == ["second/d"]
    assert all("disputed" not in note.text for note in document.notes)
    engine.close()
