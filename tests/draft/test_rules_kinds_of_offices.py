"""Offices by an owner, by election and behind what they are of; camps for and against; who mediates between whom the text named."""

import pytest

from tests.draft.sentences import read, ties

OFFICES = [
    ("Peru's Ana Rojas met Chad's Ivo Pavlov.", "Ana Rojas HOLDS_OFFICE_IN peru", "Ivo Pavlov HOLDS_OFFICE_IN chad"),
    ("Papua New Guinea's Ana Rojas left.", "Ana Rojas HOLDS_OFFICE_IN papua-new-guinea"),
    ("Ana Rojas, Minister of Foreign Affairs of Peru, left.", "Ana Rojas HOLDS_OFFICE_IN peru"),
    ("The Minister of Trade of the Republic of Peru, Ana Rojas, left.", "Ana Rojas HOLDS_OFFICE_IN peru"),
    ("Ana Rojas, minister of trade with Peru, left.",),
    ("The head of the friends of Peru, Ana Rojas, left.",),
    ("Ana Rojas was re-elected president of Chad in May.", "Ana Rojas HOLDS_OFFICE_IN chad"),
    ("Ana Rojas was sworn in as prime minister of Chad.", "Ana Rojas HOLDS_OFFICE_IN chad"),
    ("Ana Rojas took office as president of Chad.", "Ana Rojas HOLDS_OFFICE_IN chad"),
    ("Ana Rojas was appointed Chad's envoy to Oman.", "Ana Rojas HOLDS_OFFICE_IN chad"),
    ("Secretary-General of NATO Ana Rojas resigned.", "Ana Rojas HOLDS_OFFICE_IN nato"),
    ("The head of the Chadian army, General Ana Rojas, fled.", "Ana Rojas HOLDS_OFFICE_IN chad"),
    ("The commander of Chad's navy, Ana Rojas - known as Ivo - fled.", "Ana Rojas HOLDS_OFFICE_IN chad"),
    ("The Chadian envoy in Paris, Edouard de Rojas, resigned.", "Edouard de Rojas HOLDS_OFFICE_IN chad"),
    ("Spokeswoman Ana Rojas of the Chadian foreign ministry resigned.", "Ana Rojas HOLDS_OFFICE_IN chad"),
    ("Emperor Ivo the Bold of Chad fled.", "Ivo the Bold HOLDS_OFFICE_IN chad"),
    ("The Chadian president, Peru's Ana Rojas said, had left.", "Ana Rojas HOLDS_OFFICE_IN peru"),
    ("Ana Rojas was elected to lead the firm in Chad.",),
    ("Ana Rojas of the Chadian Sahel resigned.",),
    ("Ana Rojas was appointed in Chad.",),
]
CAMPS = [
    ("Chad and Oman are both Peru-friendly states.", "peru COOPERATES_WITH chad", "peru COOPERATES_WITH oman"),
    ("Chad has joined an anti-Peruvian bloc.", "chad OPPOSES peru"),
    ("Chad has become an important part of an anti-Peruvian coalition of Arab states.", "chad OPPOSES peru"),
    ("Chad's pro-Peruvian stance is old.", "chad SUPPORTS peru"),
    ("Chad condemned the anti-Peruvian bloc.",),
]
QUARREL = "Peru and Chad quarrelled. "
QUARRELS = "peru CONFLICTS_WITH chad"
OMAN_BETWEEN = ("oman MEDIATES chad", "oman MEDIATES peru", QUARRELS)
MEDIATED = [  # between the two of whom the paragraph speaks
    (f"{QUARREL}Oman arranged a truce in May.", *OMAN_BETWEEN),
    (f"{QUARREL}It rained for days. A truce was brokered by Oman.", *OMAN_BETWEEN),
    (f"{QUARREL}Oman has hosted talks.", *OMAN_BETWEEN),
    (f"{QUARREL}Oman hosted talks on trade.", QUARRELS),
    ("Oman arranged a truce in May.",),
    (
        "Peru, Chad and Mali agreed. Oman arranged a truce.",
        "chad AGREES_WITH mali",
        "peru AGREES_WITH chad",
        "peru AGREES_WITH mali",
    ),
]
RELATIONS = [
    ("Oman has hampered Chadian-Peruvian relations.", "chad CONFLICTS_WITH peru"),
]


@pytest.mark.parametrize("case", [*OFFICES, *CAMPS, *MEDIATED, *RELATIONS])
def test_says(case):
    text, *expected = case
    of_offices = case in OFFICES
    found = {tie for tie in ties(text) if "HOLDS_OFFICE_IN" in tie or not of_offices}
    assert found == set(expected)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Peru's president, Ana Rojas, left.", "president"),
        ("Ana Rojas is Peru's ambassador to Chile.", "ambassador"),
        ("Ana Rojas became deputy prime minister of Peru in 2019.", "deputy prime minister"),
        ("Peru's new foreign minister Ana Rojas left.", "new foreign minister"),
        ("Ana Rojas of the Lima Institute argued that Peru lost.", None),  # no office is said
    ],
)
def test_the_office_is_the_means_by_which_somebody_holds_it(text, office):
    (found,) = [each for each in read(text) if each.tie == "HOLDS_OFFICE_IN"]
    assert found.mechanism == office
