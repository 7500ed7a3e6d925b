"""What briefs and primers say in passing: papers that would do something, exercises held together, rough numbers, asides."""

from __future__ import annotations

import pytest

from tests.draft.sentences import article, ties
from tiebook.draft.rules.names.naming import Namer

SEEN = [
    (
        "Peru has viewed the expansion of the Quad into Chile as a threat.",
        "peru PERCEIVES_THREAT_FROM quad, quad PRESENT_IN chile",
    ),
    (
        "Peru is alarmed by the sale of corn from Chile and by the dispatch of more than ten thousand Malian soldiers.",
        "peru PERCEIVES_THREAT_FROM chile, peru PERCEIVES_THREAT_FROM mali",
    ),
    ("Peru is concerned by the transfer of missiles from Chile.", "peru PERCEIVES_THREAT_FROM chile"),
]
DONE = [
    (
        "Peru and Chile held joint naval exercises in Mali.",
        "chile PRESENT_IN mali, peru COOPERATES_WITH chile, peru PRESENT_IN mali",
    ),
    ("Peru introduced legislation that would sanction Chile.", "peru SANCTIONS chile (hypothetical)"),
    ("The bill that would sanction Chile failed.", ""),
    ("Peru triggered the snapback of sanctions on Chile.", "peru SANCTIONS chile"),
    ("NATO admitted Chile in 2023.", "chile MEMBER_OF nato"),
    ("Peru admitted that it had armed Chile.", "peru AIDS chile"),
    (
        "Peru's attack on Mali led Chile to freeze its participation in AUKUS.",
        "not chile MEMBER_OF AUKUS, peru USES_FORCE_AGAINST mali",
    ),
    ("Peru is seeking Chilean investment in a railway.", "chile ECONOMIC_TIE_TO peru (sought)"),
    ("Peru is seeking Chilean waters.", ""),
    ("Ana Rojas flew to Doha for talks with Chile.", "Ana Rojas MEETS_WITH chile, Ana Rojas PRESENT_IN qatar"),
    ("Peru described Chile as an enabler of Mali.", "chile SUPPORTS mali, peru VIEWS_AS chile"),
    ("Peru violated Chilean airspace.", "peru THREATENS chile"),
    ("Peru violated the truce with Chile.", "peru AGREES_WITH chile"),
    (
        "Peru condemned Mali, after Chile had asked for talks, and praised Oman.",
        "peru CRITICISES mali, peru SUPPORTS oman",
    ),
]
ALONG = [
    ("Peru, along with Chile, trades with Mali.", "chile ECONOMIC_TIE_TO mali, peru ECONOMIC_TIE_TO mali"),
    ("Peru, an island of crafts, trades and farms, left.", ""),
    (
        "Peru and Chile signed a pact in May. Both depend on Mali for oil.",
        "chile DEPENDS_ON mali, peru AGREES_WITH chile, peru DEPENDS_ON mali",
    ),
    ("Eight Arab states, among them Oman, condemned Peru.", "Arab states CRITICISES peru, oman CRITICISES peru"),
]
DENIED = [
    ("None of the Gulf states has armed Peru.", "not Gulf states AIDS peru"),
    ("Chile and Mali left. None of them has armed Peru.", "not chile AIDS peru, not mali AIDS peru"),
    ("Nothing in the Gulf states has armed Peru.", ""),
    ("Peru pays for a third of Chile's defence spending.", ""),
]
PERSONS = [
    ("Peru under Ivo Marcos Jr. has armed Chile.", "Ivo Marcos Jr."),
    ("Ana Rojas, by contrast, emphasises that Peru left.", "Ana Rojas"),
    ("To Ana Le Rojas, a fellow at the Coastal Institute, Peru left.", "Ana Le Rojas"),
    ("The Strategic Concept identifies Peru as a threat.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), [*SEEN, *DONE, *ALONG, *DENIED])
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(each for each in ties(sentence) if " Gulf states CONTROLS" not in each)) == expected


@pytest.mark.parametrize(("sentence", "expected"), PERSONS)
def test_persons_who_are_named(sentence, expected):
    whole = article(sentence)
    namer = Namer(whole)
    found = [name.who for paragraph in whole.paragraphs for name in namer.mentions(paragraph) if name.kind == "Person"]
    assert ", ".join(found) == expected


def test_allies_of_a_text_about_an_alliance_are_named_where_they_begin_a_paragraph_too():
    assert "Allies PRESSURES peru" in ties("NATO met in May.\n\nAllies have called upon Peru to leave.")
