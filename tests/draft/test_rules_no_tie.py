"""What is no tie, or not one yet: what is agreed or announced, bare relations, people and places beside the subject."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read, ties

AGREED = [
    ("Iran and Peru agreed to restore relations.", "iran AGREES_WITH peru, iran COOPERATES_WITH peru (expected)"),
    ("Chad and Mali agreed to resume cooperation.", "chad AGREES_WITH mali, chad COOPERATES_WITH mali (expected)"),
    ("Peru has agreed to restore ties with Chile.", "peru COOPERATES_WITH chile (expected)"),
    ("The agreement to restore relations between Chad and Mali failed.", "chad COOPERATES_WITH mali (expected)"),
    ("Talks on restoring relations between Chad and Mali failed.", "chad COOPERATES_WITH mali (sought)"),
    ("Peru announced a mission in Chile.", "peru PRESENT_IN chile (expected)"),
    ("Peru approved a mission in Chile.", "peru PRESENT_IN chile (expected)"),
    # near misses
    ("Iran and Peru restored relations.", "iran COOPERATES_WITH peru"),
    ("Peru has a mission in Chile.", "peru PRESENT_IN chile"),
]
RELATIONS = [
    ("Relations between Chad and Mali are strained.", "chad CONFLICTS_WITH mali"),
    ("Relations between Chad and Mali collapsed.", "chad CONFLICTS_WITH mali"),
    ("Peru's relations with Chile, once close, have soured.", "peru CONFLICTS_WITH chile"),
    ("Relations with Chile dominate Peru.", ""),
    ("The state of relations between Chad and Mali is unclear.", ""),
    ("Relations between Chad and Mali began in 1950.", ""),
    ("Peru discussed relations with Chile.", ""),
    # near misses
    ("Peru has good relations with Chile.", "peru COOPERATES_WITH chile"),
    ("Peru strengthened relations with Chile.", "peru COOPERATES_WITH chile"),
    ("Relations between Chad and Mali improved.", "chad COOPERATES_WITH mali"),
    ("Relations between Chad and Mali are good.", "chad COOPERATES_WITH mali"),
    ("Good relations between Chad and Mali helped.", "chad COOPERATES_WITH mali"),
]
BESIDE = [
    ("Analysts in Japan, Chad and Peru fear China.", ""),
    ("Companies in India and Turkey bought oil from Russia.", ""),
    ("Journalists in Hungary waited for Russia.", ""),
    (
        "China sells arms to Pakistan, Nepal, and threatens India.",
        "china SELLS_ARMS_TO nepal, china SELLS_ARMS_TO pakistan, china THREATENS india",
    ),
    (
        "Peru has armed Chad, Mali and Niger and attacked Oman.",
        "peru AIDS chad, peru AIDS mali, peru AIDS niger, peru USES_FORCE_AGAINST oman",
    ),
    (
        "Peru has troops in Chad, Mali and Niger, supports Oman and opposes Chile.",
        "peru OPPOSES chile, peru PRESENT_IN chad, peru PRESENT_IN mali, peru PRESENT_IN niger, peru SUPPORTS oman",
    ),
    ("The visit to Chad, Mali and Niger angered France.", ""),
    # near misses
    ("The authorities in Peru condemned Chile.", "peru CRITICISES chile"),
    ("A note of protest from Chile condemned Peru.", "chile CRITICISES peru"),
]
CABINETS = [
    (
        "The US-backed Ghani administration fought the Taliban.",
        "Ghani administration USES_FORCE_AGAINST taliban, united-states SUPPORTS Ghani administration",
    ),
    (
        "The Peruvian-backed Rojas government attacked Chad.",
        "Rojas government USES_FORCE_AGAINST chad, peru SUPPORTS Rojas government",
    ),
    ("President Ana Rojas's government condemned Chile.", "Ana Rojas's government CRITICISES chile"),
    ("The interim government of Ana Rojas condemned Chile.", "interim government of Ana Rojas CRITICISES chile"),
    # near misses
    ("President Ana Rojas condemned Chile.", "Ana Rojas CRITICISES chile"),
    ("The Chilean government condemned Peru.", "chile CRITICISES peru"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*AGREED, *RELATIONS, *BESIDE, *CABINETS])
def test_what_is_no_tie_or_not_one_yet(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


@pytest.mark.parametrize("opening", ["As Turkey did not object", "As Turkey denied it", "As Turkey objected"])
def test_whoever_does_not_object_holds_nothing(opening):
    assert {each.holder for each in read(f"{opening}, Sweden joined NATO.")} == {()}


def test_whoever_notes_something_holds_it():
    assert {each.holder for each in read("As Turkey noted, Sweden joined NATO.")} == {("turkey",)}
