"""What a refusal must be about, and that a sound case has all its claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MINI
from tiebook.case import open_case
from tiebook.case.entries import ClaimEntry
from tiebook.case.names import Names
from tiebook.case.rules import claim_faults

BASE = {"from": "a", "to": "b", "quote": "q", "paragraph": 1, "aspect": "state", "gloss": "g"}


def entry(name: str, tie: str = "AIDS", **more: object) -> ClaimEntry:
    return ClaimEntry.model_validate({**BASE, "id": name, "tie": tie, **more})


@pytest.mark.parametrize(
    ("about", "sound"),
    [(["p1-x"], False), (["p2-x"], True), (["p1-x", "p2-x"], True), (["other/p9-x"], True), (["p9-x"], False)],
)
def test_a_refusal_is_about_what_is_denied(about: list[str], sound: bool) -> None:
    claims = {"p1-x": entry("p1-x"), "p2-x": entry("p2-x", negated=True)}
    refusal = entry("p3-x", "REFUSES", about=about)
    told = [
        message
        for key, message in claim_faults(refusal, Names(derives=True), claims, "ann")
        if "REFUSES must" in message
    ]
    assert (told == []) is sound


def test_a_sound_case_has_all_its_claims() -> None:
    found = open_case(MINI)
    assert len(found.claims) == len(found.coded) == 7


def test_a_claim_may_be_about_claims_of_cases_that_are_not_at_hand() -> None:
    found = open_case(Path(__file__).parent.parent / "samples" / "judgement")
    named = {each.id for claim in found.claims for each in claim.about}
    assert {"china-iran/p30-no-sale-china", "crink-security/p44-propellant-from-china"} <= named
