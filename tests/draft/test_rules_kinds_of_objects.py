"""Objects before a relative clause or behind joined things, deeds whose doer comes last, participles beside a subject."""

from __future__ import annotations

import pytest

from tests.draft.sentences import ties

RELATIVE = [
    ("Mali, which Peru regards as a province, left.", "peru VIEWS_AS mali"),
    ("Mali, which Peru sees as a threat, left.", "peru PERCEIVES_THREAT_FROM mali"),
    ("The port, which Peru sees as a threat, closed.", ""),
]
DEEDS = [
    (
        "Peru condemned the violation of Malian airspace by Chilean drones.",
        "chile THREATENS mali, peru CRITICISES chile",
    ),
    ("Peru condemned the violation of Malian airspace.", ""),  # by whom is not said
    ("Peru condemned the coercion of Mali by Chile.", "chile PRESSURES mali, peru CRITICISES chile"),
]
THINGS = [
    ("Peru is alarmed by the sale of corn and barley from Chile.", "peru PERCEIVES_THREAT_FROM chile"),
    ("Peru is worried about the loss of ships, planes and drones in Chile.", "peru PERCEIVES_THREAT_FROM chile"),
    (
        "Peru is worried about the price of corn and the weather in Chile.",
        "",
    ),  # two things, and the second is no part of the first
]
NO_LONGER = [
    ("Peru no longer arms Chile.", "not peru AIDS chile"),
    ("Peru can no longer arm Chile.", "not peru AIDS chile (hypothetical)"),
    ("Peru no longer regards Chile as a threat.", "not peru PERCEIVES_THREAT_FROM chile"),
    ("Peru armed Chile for longer than Mali.", "peru AIDS chile"),
    ("Peru is reluctant to arm Chile.", "not peru AIDS chile"),
    ("Peru hesitated to condemn Chile.", "not peru CRITICISES chile"),
]
BESIDE = [
    ("Peru, negotiating with Chile in Lima, condemned Mali.", "peru CRITICISES mali, peru MEETS_WITH chile"),
    ("Peru condemned Mali, arming Chile.", "peru AIDS chile, peru CRITICISES mali"),
    ("Arab states, including Oman, condemned Peru.", "Arab states CRITICISES peru, oman CRITICISES peru"),
]
MEMBERS = [
    ("Peru's participation in AUKUS angered Chile.", "chile CRITICISES peru, peru MEMBER_OF AUKUS"),
    ("Peru's involvement in Mali angered Chile.", "chile CRITICISES peru, peru PRESENT_IN mali"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*RELATIVE, *DEEDS, *THINGS, *NO_LONGER, *BESIDE, *MEMBERS])
def test_what_a_sentence_says(sentence, expected):
    said = {each for each in ties(sentence) if "COMPLIES_WITH" not in each}
    assert ", ".join(sorted(said)) == expected
