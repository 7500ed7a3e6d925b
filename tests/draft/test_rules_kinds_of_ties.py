"""Kinds of wording in news analyses: second verbs, fears without "that", people of a state, offices without a state."""

import pytest

from tests.draft.sentences import read, ties

SECOND = [  # what a second verb says, and who says it
    (
        'Peru said the ship had been "in Chilean waters, on a lawful mission," and accused Oman of lying.',
        "peru CRITICISES oman",
    ),
    (
        "Ana Rojas told reporters that Peru would sell missiles to Chile and criticised Oman.",
        "Ana Rojas CRITICISES oman, peru SELLS_ARMS_TO chile (hypothetical)",
    ),
    (
        "Ana Rojas said that Peru opposes Chile and called on Oman to leave.",
        "Ana Rojas PRESSURES oman, peru OPPOSES chile",
    ),
    ("Peru said that Chile had armed Oman and attacked Spain.", "chile AIDS oman, chile USES_FORCE_AGAINST spain"),
    (
        "Peru's envoy, Ana Rojas, expressed concern about Chile.",
        "Ana Rojas HOLDS_OFFICE_IN peru, Ana Rojas PERCEIVES_THREAT_FROM chile",
    ),
    ("Chilean policymakers, she adds, support Peru in private.", "chile SUPPORTS peru"),
    ("The firm left. It is Peru that sold missiles to Chile.", "peru SELLS_ARMS_TO chile"),
    ("It is Peru, in Oman's view, that has sold missiles to Chile.", "peru SELLS_ARMS_TO chile"),
    (
        "The Andean Front (AF), which Chilean troops have fought in Oman for years, left.",
        "chile PRESENT_IN oman, chile USES_FORCE_AGAINST Andean Front",
    ),
]
FEARED = [  # what somebody fears, insists on or counters
    (
        "Hanoi worries Peru will attack Vietnam.",
        "peru USES_FORCE_AGAINST vietnam (feared), vietnam PERCEIVES_THREAT_FROM peru",
    ),
    ("Peru fears Chile will attack Oman.", "chile USES_FORCE_AGAINST oman (feared), peru PERCEIVES_THREAT_FROM chile"),
    ("Peru fears Chile.", "peru PERCEIVES_THREAT_FROM chile"),
    (
        "A diplomat said that Peru worries Oman will attack it.",
        "oman USES_FORCE_AGAINST peru (feared), peru PERCEIVES_THREAT_FROM oman",
    ),
    ("Baku insists that it has no claims on Armenian territory.", "not azerbaijan CONFLICTS_WITH armenia"),
    ("Peru insists that Chile arm Oman.", "chile AIDS oman (sought), peru PRESSURES chile"),
    ("Officials countered that Peru threatens Oman.", "peru THREATENS oman"),
    ("How far Peru stood behind Chile has been debated.", ""),
    ("How closely Peru cooperates with Chile is not known.", ""),
]
MEANT = [  # whom "it" means, and who acts
    ("Peru said that Chile left, and it sanctioned Oman.", "peru SANCTIONS oman"),
    ("Peru did not fight, because Chile would attack it.", "chile USES_FORCE_AGAINST peru (hypothetical)"),
    ("Peru condemned the vote because Chile demanded it.", ""),
    ("Paris has delivered radars, for which Peru denounced it as a warmonger.", "peru CRITICISES france"),
    ("Peruvian newspapers denounced Chile.", "Peruvian newspapers CRITICISES chile"),
    ("Peru\u2019s coast guard blamed Chile.", "Peru\u2019s coast guard CRITICISES chile"),
    ("Peruvian officials blamed Chile.", "peru CRITICISES chile"),
    (
        "Peru and Chile, Oman\u2019s partners in the pact, left.",
        "chile COOPERATES_WITH oman, peru COOPERATES_WITH oman",
    ),
    (
        "Oman\u2019s partners attacked Chile.",
        "Oman\u2019s partners COOPERATES_WITH oman, Oman\u2019s partners USES_FORCE_AGAINST chile",
    ),
    ("Peru is divided. President Ana Rojas denied it.", "Ana Rojas HOLDS_OFFICE_IN peru"),
    ("Peru fears Chile. President Ana Rojas denied it.", "peru PERCEIVES_THREAT_FROM chile"),
    ("Peru is divided. President Ana Rojas visited Peru.", "Ana Rojas MEETS_WITH peru, Ana Rojas PRESENT_IN peru"),
    ("Ana Rojas arrived. Peru is divided. President Ana Rojas denied it.", ""),
    ("Chile is divided. Peru welcomed President Ana Rojas.", "peru SUPPORTS Ana Rojas"),
    (
        "Ana Rojas met her Chilean counterpart, Ivo Vega.",
        "Ana Rojas MEETS_WITH Ivo Vega, Ivo Vega HOLDS_OFFICE_IN chile",
    ),
]
SAID = [  # words of a type, and words that say none
    ("Peru sent drones and advisers to Chile.", "peru PRESENT_IN chile, peru SELLS_ARMS_TO chile"),
    ("Peru supplied fuel and vehicles to Chile.", "peru AIDS chile"),
    ("Peru lent Chile one billion euros.", "peru ECONOMIC_TIE_TO chile"),
    ("Peru funds nationalist groups.", "peru AIDS nationalist groups"),
    ("Peru has armed nobody against Chile.", ""),
    ("The council met at the request of Peru.", ""),
    ("Peru and Chile, which also have claims in the area, left.", ""),
    (
        "Peru\u2019s veto on Chile\u2019s talks with Oman angered Spain.",
        "chile MEETS_WITH oman, peru OPPOSES chile, spain CRITICISES peru",
    ),
    (
        "Peru summoned the ambassador of Chile and lodged a protest with Oman.",
        "peru CRITICISES chile, peru CRITICISES oman",
    ),
    ("Peru fired two missiles towards Chile.", "peru THREATENS chile"),
    ("Peru expressed its gratitude to Chile.", "peru SUPPORTS chile"),
    ("The joint communiqué of Peru and Chile was short.", "peru AGREES_WITH chile"),
]
BESIDE = [  # what stands beside a name without a verb of its own, and both of two who fight
    ("Backed by Peru, the Houthis attacked Chile.", "houthis USES_FORCE_AGAINST chile, peru SUPPORTS houthis"),
    ("Peru, wary of Chile, has joined the Quad.", "peru MEMBER_OF quad, peru PERCEIVES_THREAT_FROM chile"),
    ("Wary of Chile, Peru left.", "peru PERCEIVES_THREAT_FROM chile"),
    ("Peru and Chile exchanged missile strikes in April.", "peru USES_FORCE_AGAINST chile"),
    ("Peru and Chile fought over a temple.", "peru USES_FORCE_AGAINST chile"),
    ("The foreign ministers of Peru and Chile shook hands in Lima.", "peru MEETS_WITH chile"),
    ("Peru struck refineries deep inside Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru\u2019s army chief visited Chile.", "peru MEETS_WITH chile, peru PRESENT_IN chile"),
    ("Peruvian mediators shuttled between Chile and Oman.", "peru MEDIATES chile, peru MEDIATES oman"),
    ("Peru does not trust Chile.", "peru PERCEIVES_THREAT_FROM chile"),
    ("Peru lent Chile nineteen F-16 fighters.", "peru SELLS_ARMS_TO chile"),
]
UNDONE = [  # what did not happen, or is somebody else's
    ("Peru has blocked Chilean aid to Oman.", "peru OPPOSES chile"),
    ("Peru warned Oman against a security deal with Chile.", "peru THREATENS oman"),
    ("Lithuania let Taiwan open an office, for which China punished it.", "china SANCTIONS lithuania"),
    ("The Taliban government has yet to be recognised by Peru.", "not peru SUPPORTS taliban"),
    ("Peru has supplied Chile with shells in exchange for oil.", "peru SELLS_ARMS_TO chile"),
    ("Neither Peru nor Chile has armed Oman.", "not chile AIDS oman, not peru AIDS oman"),
    ("Peru did not fight, because Chile feared it.", "chile PERCEIVES_THREAT_FROM peru"),
    ("Iranian proxies in Iraq left.", "iran AIDS Iranian proxies"),
    ("Kabul denies sheltering militants who attack Pakistan.", "not afghanistan SUPPORTS militants"),
    (
        "Riyadh has never forgiven Qatar for its ties with Iran.",
        "qatar COOPERATES_WITH iran",
    ),
    ("The commission proposed a loan to Peru, which Chile opposes.", ""),
    (
        "The decision by Peru to buy Chilean submarines infuriated Oman.",
        "chile SELLS_ARMS_TO peru (sought), oman CRITICISES peru",
    ),
    ("What Moscow wants, Ana Rojas argues, is to weaken NATO.", "russia INFLUENCES nato (sought)"),
    ("Peru\u2019s goal is to weaken Chile.", "peru INFLUENCES chile (sought)"),
    ("Peru is to sell missiles to Chile.", "peru SELLS_ARMS_TO chile (expected)"),
    ("Under President Ana Rojas, the firm leaned towards Peru.", ""),
    ("Peru\u2019s neutrality in the war against Chile has surprised Oman.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), [*SECOND, *FEARED, *MEANT, *SAID, *BESIDE, *UNDONE])
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


def test_a_second_verb_is_not_said_by_who_is_said_to_have_said_the_first():
    text = "Ana Rojas told reporters that Peru would sell missiles to Chile and criticised Oman."
    held = {each.tie: each.holder for each in read(text)}
    assert held == {"SELLS_ARMS_TO": ("Ana Rojas",), "CRITICISES": ()}


def test_who_fears_it_is_known_without_that():
    fear = next(each for each in read("Peru fears Chile will attack Oman.") if each.tie == "USES_FORCE_AGAINST")
    assert fear.by == ("peru",)


def test_people_who_do_not_act_for_their_state_are_new_actors():
    (blame,) = read("Peruvian newspapers denounced Chile.")
    assert blame.new == {"Peruvian newspapers": "Collective"}
    (blame,) = read("Peru\u2019s coast guard blamed Chile.")
    assert blame.new == {"Peru\u2019s coast guard": "GovernmentBody"}


def test_an_office_of_the_state_in_question_has_its_title():
    (office,) = read("Peru is divided. Prime Minister Ana Rojas denied it.")
    assert (office.mechanism, office.stance, office.end_words) == ("Prime Minister", "presupposes", None)
