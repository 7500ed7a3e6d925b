"""Kinds of phrases by which texts of the field say a tie, each by sentences of the tests' own."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read, ties

SAID = [
    # "is at odds with", also of several
    ("Chile is at odds with Peru over fishing.", "chile CONFLICTS_WITH peru"),
    ("Chad is on good terms with Mali.", "chad COOPERATES_WITH mali"),
    ("Chile and Peru have been at war since 1999.", "chile USES_FORCE_AGAINST peru"),
    # whom somebody calls on to do something
    ("France has called on Peru to stop supporting Mali.", "france PRESSURES peru, not peru SUPPORTS mali"),
    ("Chile ordered Peruvian diplomats to leave.", "chile PRESSURES peru"),
    ("Chile forced Peru to leave the coast.", "chile CONSTRAINS peru"),
    # one object of several verbs
    ("Chile condemned, then sanctioned, Peru in May.", "chile CRITICISES peru, chile SANCTIONS peru"),
    ("Chile attacked and later annexed Peru in May.", "chile CONTROLS peru, chile USES_FORCE_AGAINST peru"),
    # relative clauses and brackets within a list
    ("A dispute broke out between Chad, which insisted on its borders, and Mali.", "chad CONFLICTS_WITH mali"),
    (
        "The Andean Defence Council (ADC) and the Coastal Trade Commission (CTC) condemned Mali.",
        "Andean Defence Council CRITICISES mali, Coastal Trade Commission CRITICISES mali",
    ),
    (
        "Chile, Peru and other countries condemned Mali.",
        "chile CRITICISES mali, other countries CRITICISES mali, peru CRITICISES mali",
    ),
    # compounds
    ("The advance of Russia-backed Syrian government forces went on.", "russia AIDS syria, russia SUPPORTS syria"),
    ("The US-led embargo on Cuba continues.", "united-states SANCTIONS cuba"),
    # nouns with a participle behind them
    ("Chilean sanctions targeting Peru hurt.", "chile SANCTIONS peru"),
    ("Chilean sanctions aimed at Peru hurt.", "chile SANCTIONS peru"),
    ("Chilean strikes launched against Peru went on.", "chile USES_FORCE_AGAINST peru"),
    ("Peru sanctioned three companies and two individuals from Mali.", "peru SANCTIONS mali"),
    # offices, roles and bodies
    (
        "Ana Rojas, envoy of Chile and head of the Coastal Trade Commission (CTC), spoke on Monday.",
        "Ana Rojas HOLDS_OFFICE_IN Coastal Trade Commission, Ana Rojas HOLDS_OFFICE_IN chile",
    ),
    (
        "Ana Rojas praised the envoy of Chile and head of the Coastal Trade Commission (CTC).",
        "Ana Rojas SUPPORTS Coastal Trade Commission, Ana Rojas SUPPORTS chile",
    ),
    (
        "Chile welcomed its Peruvian counterpart Ivo Pavlov.",
        "Ivo Pavlov HOLDS_OFFICE_IN peru, chile SUPPORTS Ivo Pavlov",
    ),
    ("Chilean analyst Ivo Pavlov left.", ""),
    ("Peru threatened Chile and its ally Mali.", "mali ALLIED_WITH chile, peru THREATENS chile, peru THREATENS mali"),
    ("Chile's Ministry of Trade left.", "Ministry of Trade MEMBER_OF chile"),
    ("The Chilean Ministry of Trade left.", ""),
    ("Peru served as an ally of Chile.", "peru ALLIED_WITH chile"),
    # whom "it" and "the group" mean
    (
        "Chile fears that Peru would attack it.",
        "chile PERCEIVES_THREAT_FROM peru, peru USES_FORCE_AGAINST chile (feared)",
    ),
    ("The Houthis left. Iran arms the group.", "iran AIDS houthis"),
    ("The Houthis left. Iran arms the group's rivals.", ""),
    ("Britain retaliated with air strikes on Houthi positions.", "britain USES_FORCE_AGAINST houthis"),
    # who did what others are blamed for, and what they are warned against
    ("Chile punished Peru for selling rifles to Mali.", "chile SANCTIONS peru, peru SELLS_ARMS_TO mali"),
    ("Chile punished two firms for selling rifles to Mali.", ""),
    (
        "Rojas, a Chilean, left. Chile warned Peru against attacking Mali.",
        "chile THREATENS peru, not peru USES_FORCE_AGAINST mali (sought)",
    ),
    # small words
    ("The junta in Mali expelled French diplomats.", "mali PRESSURES france"),
    ("Mr. Putin met Mr. Trump in May.", "Putin MEETS_WITH Trump"),
    ("Chile backed Hamas, which Peru considers a menace.", "chile SUPPORTS hamas, peru VIEWS_AS hamas"),
    ("The court confirmed it for Dr. Ana Rojas, whom Chile detained.", "chile PRESSURES Ana Rojas"),
    ("Chile hailed the deal with Mali, which Peru helped broker.", "chile AGREES_WITH mali"),
    ("Chile warned that an attack on Mali would be a mistake.", ""),
    # where somebody is
    ("Chile's role in Peruvian foreign policy grew.", ""),
    ("Chile has troops in Peruvian waters.", "chile PRESENT_IN peru"),
    ("Chile sent peacekeepers to Peru.", "chile PRESENT_IN peru"),
    ("Armenian forces gained control of Nagorno-Karabakh.", "armenia CONTROLS Nagorno-Karabakh"),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID, ids=[sentence for sentence, _ in SAID])
def test_what_a_phrase_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


HELD = [
    ('"Chile arms Mali," said Ana Rojas, a spokeswoman for the ministry.', "chile AIDS mali", ("Ana Rojas",)),
    ("Ana Rojas of Peru left. Rojas put it bluntly: Chile threatens Mali.", "chile THREATENS mali", ("Ana Rojas",)),
    ("Chile was accused by Peru of arming Mali.", "chile AIDS mali", ("peru",)),
    ("Chile considers Peru a partner, but it views Mali as a rival.", "chile VIEWS_AS peru", ()),
    ("The deal worries Peru, which depends on Chile.", "peru DEPENDS_ON chile", ()),
    ("Peru says that Chile arms Mali, though Mali denies it.", "chile AIDS mali", ("peru",)),
]


@pytest.mark.parametrize(("sentence", "tie", "holder"), HELD)
def test_who_holds_it(sentence, tie, holder):
    found = {f"{each.start} {each.tie} {each.end}": each.holder for each in read(sentence)}
    assert found[tie] == holder


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iran rejected the peace plan of China.", {"iran OPPOSES china"}),
        ("Chile accepted the plan by Peru and Bolivia.", {"chile SUPPORTS peru", "chile SUPPORTS bolivia"}),
        ("The proposal from China was rejected by Iran.", {"iran OPPOSES china"}),
        ("Iran rejected China's peace plan.", {"iran OPPOSES china"}),
        ("Iran rejected the peace plan for China.", set()),
        ("Iran rejected the peace plan.", set()),
    ],
)
def test_a_plan_is_of_whom_it_comes_from(text: str, found: set[str]) -> None:
    assert ties(text) == found
