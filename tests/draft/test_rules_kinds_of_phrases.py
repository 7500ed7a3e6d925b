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
    ("Chile, Peru and other countries condemned Mali.", "chile CRITICISES mali, peru CRITICISES mali"),
    # compounds
    ("The advance of Russia-backed Syrian government forces went on.", "russia AIDS syria"),
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
        "Chile welcomed its Peruvian counterpart Ivo Pavlov.",
        "Ivo Pavlov HOLDS_OFFICE_IN peru, chile SUPPORTS Ivo Pavlov",
    ),
    ("Chilean analyst Ivo Pavlov left.", ""),
    ("Peru threatened Chile and its ally Mali.", "mali ALLIED_WITH chile, peru THREATENS chile, peru THREATENS mali"),
    ("Chile's Ministry of Trade left.", "Ministry of Trade MEMBER_OF chile"),
    ("The Chilean Ministry of Trade left.", ""),
    ("Peru served as an ally of Chile.", "peru ALLIED_WITH chile"),
    # whom "it" and "the group" mean
    ("Chile fears that Peru would attack it.", "peru USES_FORCE_AGAINST chile (feared)"),
    ("The Houthis left. Iran arms the group.", "iran AIDS houthis"),
    ("The Houthis left. Iran arms the group's rivals.", ""),
    ("Britain retaliated with air strikes on Houthi positions.", "britain USES_FORCE_AGAINST houthis"),
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
    ("The deal worries Peru, which depends on Chile.", "peru DEPENDS_ON chile", ()),
    ("Peru says that Chile arms Mali, though Mali denies it.", "chile AIDS mali", ("peru",)),
]


@pytest.mark.parametrize(("sentence", "tie", "holder"), HELD)
def test_who_holds_it(sentence, tie, holder):
    found = {f"{each.start} {each.tie} {each.end}": each.holder for each in read(sentence)}
    assert found[tie] == holder
