"""Whom a text introduces, with the kind that its own words say; months, headings and known names are nobody new."""

import pytest

from tests.draft.sentences import article
from tiebook.draft.rules.names.naming import Namer

KINDS = [
    (
        "The Ministry of Trade and the Andean Army spoke.",
        {"Ministry of Trade": "GovernmentBody", "Andean Army": "Military"},
    ),
    ("The Andean Defence Council (ADC) met.", {"Andean Defence Council": "GovernmentBody", "ADC": "GovernmentBody"}),
    ("The Joint Plan of Concord (JPC) was signed.", {"Joint Plan of Concord": "agreement", "JPC": "agreement"}),
    ("They passed the Strait of Magellan.", {"Strait of Magellan": "strait"}),
    ("Colombia signed the Lima Accord in March.", {"Lima Accord": "agreement"}),
    ("Under Resolution 99 they left.", {"Resolution 99": "resolution"}),
    ("Under Council Resolution 99 they left.", {"Council Resolution 99": "resolution"}),
    ("Prime Minister Ana Rojas spoke.", {"Ana Rojas": "Person", "Rojas": "Person", "Ana": "Person"}),
    ("Ana Rojas, a former minister, spoke.", {"Ana Rojas": "Person", "Rojas": "Person", "Ana": "Person"}),
    ("In March the Gulf states met.", {"Gulf states": "Collective"}),
    ("The great powers met in the Middle East.", {"great powers": "Collective", "Middle East": "region"}),
    ("The ABCD countries met.", {"ABCD": "Bloc"}),
    ("According to SIPRI it rose.", {"SIPRI": "Organization"}),
    ("Congress met.", {"Congress": "GovernmentBody"}),
    ("Chile and the Red Sea are far away.", {"Red Sea": "sea"}),
    (
        "The Centre for Coastal and Arctic Studies (CCAS) met.",
        {"Centre for Coastal and Arctic Studies": "Organization", "CCAS": "Organization"},
    ),
    ("The second Rojas administration fell.", {"second Rojas administration": "GovernmentBody"}),
    (
        "The Andean Commission met. The Commission left.",
        dict.fromkeys(("Andean Commission", "The Commission"), "GovernmentBody"),
    ),
    ("The 117th Congress met.", {"117th Congress": "GovernmentBody", "Congress": "GovernmentBody"}),
    ("The shipping firm Altamar left.", {"Altamar": "Organization"}),
    ("It met Vice Premier He Lifeng.", {"He Lifeng": "Person", "Lifeng": "Person"}),
    ("They met Cho Jae-in at a Kilo-class pier.", {"Cho Jae-in": "Person", "Cho": "Person", "Jae-in": "Person"}),
    ("It was in the Financial Times.", {"Financial Times": "Organization"}),
    ("As Goh (2013) notes, it fell.", {"Goh": "Person"}),
    ("The wind rose, Silva wrote.", {"Silva": "Person"}),
    ("Evidence suggests it. Critics say so. Tradition says so, and tradition is wrong.", {}),
    (
        "Spain fined Altamar and Petrosur, Chile\u2019s two biggest producers.",
        dict.fromkeys(("Altamar", "Petrosur"), "Organization"),
    ),
    ("It fined AltaMar, the largest investor in Peru.", {"AltaMar": "Organization"}),
    ("The Center for Coastal and Arctic Studies fell.", {"Center for Coastal and Arctic Studies": "Organization"}),
    ("Members of the Triad met.", {"Triad": "Organization"}),
    (
        "They fear Ansar al-Salam wal-Watan (ASWW), a rebel force.",
        dict.fromkeys(("Ansar al-Salam wal-Watan", "ASWW"), "ArmedGroup"),
    ),
    (
        "They armed terrorist groups and Tamasheq rebels.",
        dict.fromkeys(("terrorist groups", "Tamasheq rebels"), "ArmedGroup"),
    ),
    (
        "Some Members of Congress and former officials met.",
        {
            "Congress": "GovernmentBody",
            "Some Members of Congress": "Collective",
            "former officials": "Collective",
        },
    ),
    ("The Altai Group left. Altai returned.", dict.fromkeys(("Altai Group", "Altai"), "Organization")),
    ("The Rojas Plan failed.", {"Rojas Plan": "policy"}),
    ("See Report 5, and the report says so.", {}),
    ("The March of Defence Spending", {}),  # a heading
]


@pytest.mark.parametrize(("text", "expected"), KINDS, ids=[text for text, _ in KINDS])
def test_who_is_new_and_of_which_kind(text, expected):
    assert {name: each.kind for name, each in Namer(article(text)).newcomers.items()} == expected


def test_the_president_is_the_one_whom_the_text_calls_so():
    said = "President Ana Rojas left. President Rojas saw Peru\u2019s President Li Ming. The President returned."
    assert Namer(article(said)).newcomers["The President"].whole == "Ana Rojas"
    two = "President Ana Rojas met President Li Ming. The President returned."
    assert "The President" not in Namer(article(two)).newcomers
    assert (
        "The President"
        not in Namer(article("Chile\u2019s President Ana Rojas left. The President returned.")).newcomers
    )


def names(text):
    whole = article(text)
    return [name.who for name in Namer(whole).names(whole.paragraphs[0])]


def test_the_longest_name_counts_and_people_are_mentioned_with_their_state():
    assert names("The Chilean Foreign Ministry and Chile met.") == ["Chilean Foreign Ministry", "chile"]
    whole = article("Chilean officials met.")
    assert {name.who for name in Namer(whole).mentions(whole.paragraphs[0])} == {"chile", "Chilean officials"}


def test_a_group_is_known_by_whose_it_is_but_not_where_its_members_follow():
    assert names("Chile\u2019s rivals met.") == ["Chile\u2019s rivals"]
    assert names("Chile\u2019s rivals, Peru and Brazil, met.") == ["chile", "peru", "brazil"]
    assert names("They are Chile\u2019s rivals.") == ["chile"]
    assert names("Chilean-backed militias met.") == ["Chilean-backed militias"]
