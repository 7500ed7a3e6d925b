"""Whom a clause leaves out: the club that somebody joined, the other of two; whom a press briefing was told; whose weapons."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read, ties

JOINED = [
    (
        "The SCO has grown. Oman, which joined in 2023, left the room.",
        "oman MEMBER_OF shanghai-cooperation-organisation",
    ),
    ("The SCO met. Oman was admitted as a partner.", "oman MEMBER_OF shanghai-cooperation-organisation"),
    (
        "The SCO and NATO met. Oman joined in 2023.",
        "shanghai-cooperation-organisation MEETS_WITH nato",
    ),  # which of the two?
    ("The SCO met. Oman joined in the attack on Chile.", "oman USES_FORCE_AGAINST chile"),
    ("The war began. Oman joined in 1915.", ""),
]
OTHER = [
    ("Peru armed Chile. In return, Chile sold it tanks.", "chile SELLS_ARMS_TO peru, peru AIDS chile"),
    ("Peru armed Chile. In return, Mali sold it tanks.", "peru AIDS chile"),
    ("Peru armed Chile. Chile's wealth enabled it to leave.", "peru AIDS chile"),
    ("Peru assured Chile that Mali would not attack it.", "not mali USES_FORCE_AGAINST chile (hypothetical)"),
]
BOUGHT = [
    ("Peru funds Chilean weapons for Mali.", "peru AIDS mali"),
    ("Peru funds Chilean weapons.", ""),
    ("Peru funds Chile.", "peru AIDS chile"),
]
BODIES = [
    ("Peru's army attacked Chile.", "Peru's army USES_FORCE_AGAINST chile"),
    ("Peru's troops attacked Chile.", "peru USES_FORCE_AGAINST chile"),
]
OPENINGS = [
    ("To deter Chile, Peru has armed Mali.", "peru AIDS mali, peru BALANCES chile (sought)"),
    ("In order to counter Chile, Peru has armed Mali.", "peru AIDS mali, peru BALANCES chile (sought)"),
    ("To leave, Peru needs money.", ""),
    ("Despite Peru's objections, Mali armed Chile.", "mali AIDS chile, peru OPPOSES mali"),
    ("Despite objections, Mali attacked Chile.", "mali USES_FORCE_AGAINST chile"),
    ("Much to Peru's annoyance, Mali left.", "peru CRITICISES mali"),
    ("To the dismay of Peru, Mali left.", "peru CRITICISES mali"),
    ("Wary of provoking Peru, Mali attacked Chile.", "mali USES_FORCE_AGAINST chile"),
    (
        "The rapprochement between Peru and Chile was brokered by Oman.",
        "oman MEDIATES chile, oman MEDIATES peru, peru COOPERATES_WITH chile",
    ),
    ("Peru has invited Chilean troops.", "chile PRESENT_IN peru (sought)"),
    ("Peru has invited Chilean writers.", ""),
]
TOLD = [
    ("Ana Rojas told a press briefing that Peru had armed Chile.", "Ana Rojas"),
    ("Pavlov, speaking in Lima, said that Peru had armed Chile.", "Pavlov"),
    ("Lima, speaking of peace, said that Peru had armed Chile.", "peru"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*JOINED, *OTHER, *BOUGHT, *BODIES, *OPENINGS])
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


@pytest.mark.parametrize(("sentence", "holder"), TOLD)
def test_who_says_it(sentence, holder):
    assert {each.holder for each in read(sentence) if each.tie == "AIDS"} == {(holder,) if holder else ()}


def test_the_agency_is_no_embassy():
    said = (
        "The IAEA spoke of Iran. China's embassy in Rome left. Qatar has passed messages between Iran and the agency."
    )
    assert {"qatar MEDIATES iran", "qatar MEDIATES iaea"} <= ties(said)
