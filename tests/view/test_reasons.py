"""The picture of reasons: what a reason does to a tie, and that none is stated where there is none."""

from __future__ import annotations

from typing import Any

from tiebook.view.diagrams import SLIM, WIDE, lay_out
from tiebook.view.diagrams.sheet import Card, Sheet
from tiebook.view.diagrams.story import Entry, Story

TIE: dict[str, Any] = {"gloss": "A met B", "cause": None, "effect": None, "reason": None, "factor": None}


def drawn(width: float = WIDE, **record: Any) -> Sheet:
    return lay_out(Story("Why?", "1 row", (Entry(1, TIE | record),)), "layers", width)


def words(card: Card) -> str:
    return " ".join(each.text for each in card.words)


def looks(sheet: Sheet, look: str) -> list[str]:
    return [words(card) for card in sheet.cards if card.look == look]


def test_what_a_cause_does_stands_in_its_box() -> None:
    sheet = drawn(cause="The fair", effect="raises", reason="The fair led to it", factor="Trade")
    assert (looks(sheet, "actor"), looks(sheet, "item")) == (["raises"], ["The fair A met B"])


def test_a_factor_alone_is_named_and_does_nothing() -> None:
    sheet = drawn(factor="Trade")
    assert (looks(sheet, "actor"), looks(sheet, "item")) == (["is named as the factor"], ["Trade A met B"])


def test_a_tie_without_a_reason_has_no_empty_box() -> None:
    for width in (WIDE, SLIM):
        sheet = drawn(width)
        assert (looks(sheet, "actor"), looks(sheet, "item")) == (["no reason is stated"], ["A met B"])
        assert all(each.text != "brings about" for each in sheet.words)


def test_a_reason_that_a_coder_infers_or_somebody_reports_is_not_drawn_as_stated() -> None:
    for said, chips in (
        ("inferred: it led to it", ["reason inferred"]),
        ("reported by Chad: it led to it", ["reason reported by Chad"]),
        ("reported by Chad: inferred: it led to it", ["reason reported by Chad", "reason inferred"]),
        ("it led to it", []),
    ):
        (item,) = (card for card in drawn(cause="The fair", effect="raises", reason=said).cards if card.look == "item")
        assert item.ghost is bool(chips)
        assert words(item) == " ".join(["The fair A met B", *chips])
