"""What is done to two others, whom somebody presses to do something, and who is in a place: "troops stationed in Chile"."""

import pytest

from tests.draft.sentences import read, ties


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # two others
        ("The war has drawn Peru closer to Chile and Oman.", "peru COOPERATES_WITH chile, peru COOPERATES_WITH oman"),
        ("The threat brought Peru and Chile closer.", "peru COOPERATES_WITH chile"),
        ("The vote divided Peru from Chile.", "peru CONFLICTS_WITH chile"),
        ("The threat brought Peru and Chile rain.", ""),
        ("Rain has drawn Peru's farmers closer to Chile.", ""),
        # what somebody is to do
        ("Peru demanded Chilean soldiers leave.", "peru PRESSURES chile"),
        ("Peru demanded Chilean soldiers stationed in Oman leave.", "chile PRESENT_IN oman, peru PRESSURES chile"),
        ("Peru insisted that Chile pay.", "peru PRESSURES chile"),
        ("Peru insisted that Chile paid.", ""),
        ("Peru demanded that rain fall.", ""),
        # who is in a place
        ("Chilean soldiers stationed in Peru attacked Oman.", "chile PRESENT_IN peru, chile USES_FORCE_AGAINST oman"),
        ("Chilean ports stationed in Peru left.", ""),
        # relations of all of them, and what somebody is blamed for
        (
            "Peru, Chile and Oman, all of whom have tense relations with Mali, left.",
            "chile CONFLICTS_WITH mali, oman CONFLICTS_WITH mali, peru CONFLICTS_WITH mali",
        ),
        ("Peru condemned Chile for an attack on Oman.", "chile USES_FORCE_AGAINST oman, peru CRITICISES chile"),
        ("Peru condemned an attack on Oman.", ""),
        ("Peru and Chile strengthened their place.", ""),
        ("Peru strengthened Chile.", "peru INFLUENCES chile"),
        (
            "Peru works with its foes \u2013 Chile and Oman \u2013 in a club.",
            "chile RIVAL_OF peru, oman RIVAL_OF peru, peru COOPERATES_WITH chile, peru COOPERATES_WITH oman",
        ),
    ],
)
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


def test_whoever_sees_something_so_does_not_say_what_stands_before():
    held = {each.tie: each.holder for each in read("Peru, which has a dispute with Chile, sees this ban as a threat.")}
    assert held == {"CONFLICTS_WITH": ()}
