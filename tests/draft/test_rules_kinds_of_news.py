"""Kinds of sentences of news: what stands between a helper and its verb, names that nobody knows, and who does not say it."""

import pytest

from tests.draft.sentences import read, ties


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru had, in plain words, accused Chile.", "peru CRITICISES chile"),
        ("Peru and Lula criticised Chile.", "peru CRITICISES chile"),
        ("Peru called the U.S. terms harsh.", ""),
        ("Peru met on Monday with Chile.", "peru MEETS_WITH chile"),
        ("Peru met on Monday in Chile.", ""),
        ("Peru is already firmly on Chile's side.", "peru SUPPORTS chile"),
        ("Peru and Chile distanced themselves from Oman.", "chile CONFLICTS_WITH oman, peru CONFLICTS_WITH oman"),
        (
            "Chad, an ally of Mali, Niger and Peru, left.",
            "chad ALLIED_WITH mali, chad ALLIED_WITH niger, chad ALLIED_WITH peru",
        ),
        ("Peru has facilitated Chadian-Malian talks.", "chad MEETS_WITH mali, peru MEDIATES chad, peru MEDIATES mali"),
        ("Peru called Chile's terms harsh.", ""),
        ("Peru calls Chile's attack on Oman a crime.", "chile USES_FORCE_AGAINST oman"),
        ("Peru views Chile's aid to Oman as a threat.", "chile AIDS oman, peru PERCEIVES_THREAT_FROM chile"),
        ("Peru called Chile harsh.", "peru VIEWS_AS chile"),
        ("Peru left the pact, a move condemned by Chile.", "chile CRITICISES peru"),
        ("Peru left the pact in a move hailed by Chile and Oman.", "chile SUPPORTS peru, oman SUPPORTS peru"),
        ("Peru left the pact in a port condemned by Chile.", ""),
        (
            "Oman accused Peru and Mali of attacking Chile.",
            "mali USES_FORCE_AGAINST chile, oman CRITICISES mali, oman CRITICISES peru, peru USES_FORCE_AGAINST chile",
        ),
        (
            "Oman left after a Peruvian report found that it attacked Chile.",
            "oman USES_FORCE_AGAINST chile",
        ),
        ('Peru posed "no threat" to Chile.', "not peru THREATENS chile"),
        ('Peru posed "a threat" to Chile.', "peru THREATENS chile"),
        (
            "South Korea met North Korea. The South condemned the North.",
            "south-korea CRITICISES north-korea, south-korea MEETS_WITH north-korea",
        ),
        ("North Korea left. Soldiers in the South condemned Peru.", ""),
        (
            "Oman said that Peru's and Chile's ties with Mali worsened.",
            "chile CONFLICTS_WITH mali, peru CONFLICTS_WITH mali",
        ),
        ("Peru left to end its troubles and Chile urged Oman to pay.", "chile PRESSURES oman"),
        ("Peru and its province of Kosovo are at odds.", "peru CONFLICTS_WITH kosovo"),
        ("Peru passed a resolution condemning Chile.", "peru CRITICISES chile"),
        ("Peru lost a port condemning Chile.", ""),
        ("Mali left despite 4,500 NATO troops stationed in Kosovo.", "nato PRESENT_IN kosovo"),
        (
            "Peru amassed troops on its border with Chile, despite the presence of NATO troops.",
            "peru BORDERS chile, peru THREATENS chile",
        ),
        (
            "Israel and Iran-backed Hezbollah met. The two sides signed a truce.",
            "iran AIDS hezbollah, israel AGREES_WITH hezbollah, israel MEETS_WITH hezbollah",
        ),
        ("Peru's ports have sparked concern that Chile could attack Oman.", "chile USES_FORCE_AGAINST oman (feared)"),
        (
            "Peru has voiced concern that Chile could attack Oman.",
            "chile USES_FORCE_AGAINST oman (feared), peru PERCEIVES_THREAT_FROM chile",
        ),
        (
            "If Peru attacked Chile, Oman would defend it.",
            "oman SUPPORTS chile (conditional), peru USES_FORCE_AGAINST chile (hypothetical)",
        ),
        ("When Peru arms Chile, Oman warns it.", "oman THREATENS chile, peru AIDS chile"),
        ("Peru protects the sovereignty of Chile.", "peru SUPPORTS chile"),
        ("The sale caused alarm in Tokyo over China's drills.", "japan PERCEIVES_THREAT_FROM china"),
        ("The sale caused alarm in ports over rain.", ""),
        ("Peru has moved tanks close to Chile.", ""),
        ("Peru has moved close to Chile.", "peru COOPERATES_WITH chile"),
        ("Peru is concerned Chile could establish a base.", "peru PERCEIVES_THREAT_FROM chile"),
        ("Peru has imposed measures on Chile.", "peru SANCTIONS chile"),
        ("The heads of Peru and Chile gathered last month in Oman.", "peru MEETS_WITH chile"),
        ("The heads of cattle gathered in Oman.", ""),
        ("Peru has cast its lot with Chile.", "peru SUPPORTS chile"),
        ("Peru has not reopened its embassy in Chile.", "not peru PRESENT_IN chile"),
    ],
)
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Peru attacked Chile, a charge denied by Oman.", ()),
        ("Peru attacked Chile, just as Oman had announced the night before.", ()),
        ("Peru attacked Chile, as Oman said it would leave.", ()),
        ("As Oman told reporters, Peru attacked Chile.", ("oman",)),
        ("Peru, which attacked Chile, maintains good ties.", ()),
        ("Hours after Peru attacked Chile, Oman warned the envoy of a storm.", ()),
        ("Peru attacked Chile, Oman warned the envoy.", ("oman",)),
        ("Oman said that the port was shut, accusing Peru of attacking Chile.", ("oman",)),
        ("Mali left, with Oman accused of attacking Chile.", ("unspecified",)),
        ("If Oman is to be believed, Peru attacked Chile.", ("oman",)),
        ("Oman would have it that Peru attacked Chile.", ("oman",)),
        ("Oman is convinced Peru attacked Chile.", ("oman",)),
        ("Peru, Ana Rojas wrote in a letter, has attacked Chile.", ("Ana Rojas",)),
        ("Peru has attacked Chile, or so Oman claims.", ("oman",)),
        ("Peru attacked Chile, so Oman left.", ()),
        ('"Peru," Ana Rojas said, "has attacked Chile."', ("Ana Rojas",)),
        ("According to people in Lima, Peru attacked Chile.", ("people in Lima",)),
        ("In Oman's narrative, Peru attacked Chile.", ("oman",)),
        ("Ana Rojas met Ivo Pavlov. He said that Peru attacked Chile.", ("Ana Rojas",)),
        ("Peru met Ivo Pavlov. He said that Peru attacked Chile.", ("Ivo Pavlov",)),
    ],
)
def test_who_says_it(sentence, holder):
    assert {each.holder for each in read(sentence) if each.tie == "USES_FORCE_AGAINST"} == {holder}


def test_what_is_added_in_a_participle_is_not_part_of_what_is_said():
    held = {each.tie: each.holder for each in read("Oman said that Mali had armed Chad, accusing Peru of theft.")}
    assert held == {"AIDS": ("oman",), "CRITICISES": ()}
    assert "oman CRITICISES peru" in ties("Oman said that Mali had armed Chad, accusing Peru of theft.")
