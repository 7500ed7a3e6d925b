"""Kinds of sentences of reports and news: participles, lists of plain verbs, efforts, fears, names for things."""

import pytest

from tests.draft.sentences import read, ties

OPENING = [
    ("Locked in a dispute with Kenya, Somalia left.", "somalia CONFLICTS_WITH kenya"),
    (
        "Set on a lake and bordering Chad and Niger, Libya left.",
        "libya BORDERS chad, libya BORDERS niger",
    ),
    ("Asked about Chile, Peru left.", ""),
]
VERBS = [
    ("Peru faces EU sanctions over its coast.", "european-union SANCTIONS peru"),
    ("Oman says Peru trades with Chile.", "peru ECONOMIC_TIE_TO chile"),
    ("Peru hosts 900 U.S. forces at a base.", "united-states PRESENT_IN peru"),
    ("Peru welcomed the UN mission.", "peru SUPPORTS UN mission"),
    (
        "Peru, joined by Chile, severed ties with Oman.",
        "chile CONFLICTS_WITH oman, peru CONFLICTS_WITH oman",
    ),
    ("Peru left, severed ties being a burden.", ""),
    ("Peruvian troops fight in Chile.", "peru PRESENT_IN chile"),
    ("The fight in Chile left Peru tired.", ""),
    (
        "Peru has two goals: deter Chile and support Oman.",
        "peru BALANCES chile (sought), peru SUPPORTS oman (sought)",
    ),
    (
        "Peru's strategy is plain: arm Oman, reassure Chad and isolate Chile.",
        "peru AIDS oman (sought), peru PRESSURES chile (sought), peru SUPPORTS chad (sought)",
    ),
    ("Peru and Chile attacked one another.", "chile USES_FORCE_AGAINST peru, peru USES_FORCE_AGAINST chile"),
    ("Peru condemned in the strongest terms the attack by Chile.", "peru CRITICISES chile"),
    ("Peru blamed the blast squarely on Chile.", "peru CRITICISES chile"),
    ("In Lima the blast was heard.", ""),
]
WHERE = [
    ("Peru, where Oman keeps troops, left.", "oman PRESENT_IN peru"),
    ("Peru, where Oman has no base, left.", "not oman PRESENT_IN peru"),
    ("Peru, where Oman has no friends, left.", ""),
    (
        "Peru has meddled, openly and often, in several states, including in Chad and Mali.",
        "peru INFLUENCES chad, peru INFLUENCES mali",
    ),
    ("Peru intervened in many wars, notably in Chad.", "peru PRESENT_IN chad"),
    ("Peru has been under a Chilean embargo since 1962.", "chile SANCTIONS peru"),
    ("Peru sailed under a Chilean flag.", ""),
    ("A treaty was signed in May between Peru and Chile.", "peru AGREES_WITH chile"),
    ("Peru sent soldiers to its border with Chile.", "peru BALANCES chile, peru BORDERS chile"),
]
EFFORTS = [
    ("Peru is arming Oman in an effort to contain Chile.", "peru AIDS oman, peru BALANCES chile (sought)"),
    ("In a bid to deter Chile, Peru met Oman.", "peru BALANCES chile (sought), peru MEETS_WITH oman"),
    ("Peru uses Chad as a buffer against Mali.", "peru BALANCES mali"),
    ("Peru's policies, which include arming Chad, are old.", "peru AIDS chad"),
    ("Peru issued statements backing Chile.", "peru SUPPORTS chile"),
    ("Peru, in coordination with Chile, sanctioned Oman.", "chile SANCTIONS oman, peru SANCTIONS oman"),
    ("Peru sold rifles backing Chile.", ""),
]
FEARS = [
    (
        "Peru fears that Chile could attack Oman.",
        "chile USES_FORCE_AGAINST oman (feared), peru PERCEIVES_THREAT_FROM chile",
    ),
    ("Peru was worried that Chile would cut off its gas.", "peru PERCEIVES_THREAT_FROM chile"),
    (
        "Peru's fear that Chile could annex Oman is old.",
        "chile CONTROLS oman (feared), peru PERCEIVES_THREAT_FROM chile",
    ),
    ("Peru fears that Chile could collapse.", ""),
    ("Peru fears that its own army could attack Oman.", "peru USES_FORCE_AGAINST oman (feared)"),
]
CALLED = [
    ("Peru opposes what it considers to be Chile's grab.", "peru OPPOSES chile"),
    ("Peru condemned what it called Chilean meddling.", "peru CRITICISES chile"),
    ("Peru knows what it calls Chile.", ""),
]
HELD = [
    ("Peru began what many portrayed at the time as a war on Chile.", "chile", "unspecified"),
    ("Oman condemned what it called a Peruvian war on Chile.", "chile", "oman"),
    ("As Oman sees it, Peru attacked Chile.", "chile", "oman"),
    ("Critics of Ana Rojas argue that Peru attacked Chile.", "chile", "Critics of Ana Rojas"),
    ("Oman sees the pact of Peru and Mali as an attempt to attack Chile.", "chile", "oman"),
    ("Mali, Oman claims, attacked Chile.", "chile", "oman"),
    ("Mali attacked Chile, viewing Oman as a friend.", "chile", None),
]


@pytest.mark.parametrize(("sentence", "expected"), [*OPENING, *VERBS, *WHERE, *EFFORTS, *FEARS, *CALLED])
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


@pytest.mark.parametrize(("sentence", "end", "holder"), HELD)
def test_who_says_it(sentence, end, holder):
    held = {each.holder for each in read(sentence) if each.tie == "USES_FORCE_AGAINST" and each.end == end}
    assert held == {(holder,) if holder else ()}


def test_its_conflict_is_that_of_whoever_suffers():
    assert "peru CONFLICTS_WITH chile" in ties("Peru faces EU sanctions over its conflict with Chile.")
