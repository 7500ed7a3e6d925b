"""A case to code in tests: the pact, and two answers of a proposer that nobody has decided on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.draft.pact import TEXT, make_case, opened
from tiebook.draft.editing.clauses import Words
from tiebook.draft.editing.editor import Editor
from tiebook.draft.gate import Kept
from tiebook.draft.protocol import Proposal
from tiebook.draft.store import version_of, write_proposals

SALE = Proposal(
    paragraph=2, start="china", tie="SELLS_ARMS_TO", end="iran", quote="China sold drones to Iran", since="2016"
)
DENIAL = Proposal(
    paragraph=2,
    start="russia",
    tie="SELLS_ARMS_TO",
    end="yemen",
    quote="Russia did not sell tanks to Yemen",
    negated=True,
)
EMBARGO = Proposal(
    paragraph=4,
    start="Ministry of Trade",
    tie="OPPOSES",
    end="us",
    quote="rejected Washington's embargo",
    new={"Ministry of Trade": "GovernmentBody"},
)


def make_room(folder: Path, coding: str = "", proposals: tuple[Proposal, ...] = (SALE, DENIAL, EMBARGO)) -> Editor:
    """Write the case with open proposals, and return its editor."""
    make_case(folder, coding)
    gate = opened(folder)[1]
    kept = [found for each in proposals if isinstance(found := gate.check(each), Kept)]
    write_proposals(folder, kept, [], "test")
    return Editor(folder, TEXT, "Me")


def line(paragraph: int, says: str, quote: str, **more: Any) -> dict[str, Any]:
    """Return a claim line as the page sends it."""
    start, tie, end = says.split()
    return {"paragraph": paragraph, "from": start, "tie": tie, "to": end, "words": words(paragraph, quote), **more}


def words(number: int, quote: str) -> list[int]:
    """Return the words of a quote, first and last."""
    paragraph = TEXT.paragraphs[number - 1]
    at = paragraph.text.index(quote)
    found = Words(paragraph).covering(at, at + len(quote))
    assert found
    return list(found)


def version(editor: Editor) -> str:
    """Return the version that a window shows."""
    return version_of(editor.folder)


def coding(editor: Editor) -> str:
    """Return the TOML that is saved."""
    return (editor.folder / "claims.toml").read_text("utf-8")
