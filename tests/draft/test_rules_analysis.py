# ruff: noqa: E501 -- a row a case
"""Sentences as analyses have them: trailing subjects, ended voices, second objects behind an apposition, verbs in series."""

from __future__ import annotations

import pytest

from tests.draft.sentences import article, read, ties
from tiebook.draft.rules.names.naming import Namer

SAID = [
    ("Relations between Chad and Mali deteriorated sharply in 2024, when Kenya left.", "chad CONFLICTS_WITH mali"),
    ("Peru's support for Oman has poisoned its relations with Kenya.", "peru CONFLICTS_WITH kenya, peru SUPPORTS oman"),
    ("The juntas in Mali, Chad and Niger have expelled French troops, left ECOWAS and formed a club.", "chad PRESSURES france, mali PRESSURES france, niger PRESSURES france, not chad MEMBER_OF ecowas, not mali MEMBER_OF ecowas, not niger MEMBER_OF ecowas"),
    ("Not only Peru but also Chile has courted Mali.", "chile COOPERATES_WITH mali, peru COOPERATES_WITH mali"),
    ("Peru supports Oman's bid, as do Chad and Mali.", "chad SUPPORTS oman, mali SUPPORTS oman, peru SUPPORTS oman"),
    ("Oman has been criticised by Chad, Peru and Mali alike.", "chad CRITICISES oman, mali CRITICISES oman, peru CRITICISES oman"),
    ("Baku relies on Turkey, its closest ally, and on Peru, from which it has purchased drones.", "azerbaijan DEPENDS_ON peru, azerbaijan DEPENDS_ON turkey, peru SELLS_ARMS_TO azerbaijan, turkey ALLIED_WITH azerbaijan"),
    ("Peru signed a treaty with Chile in 2024 and another with Oman a year later.", "peru AGREES_WITH chile, peru AGREES_WITH oman"),
    ("Peru buys weapons from Chile, holds exercises with Oman, and joined BRICS.", "chile SELLS_ARMS_TO peru, peru COOPERATES_WITH oman, peru MEMBER_OF brics"),
    ("Peru has since moved closer to Chile.", "peru COOPERATES_WITH chile"),
    ("Kazakhstan left. China is now its main trading partner.", "china ECONOMIC_TIE_TO kazakhstan"),
    ("Peru persuaded Presidents Ana Rojas and Ivo Pavlov to meet in Lima.", "Ana Rojas MEETS_WITH Ivo Pavlov (sought)"),
    ("Lima banned dozens of apps, restricted trade and drew closer to Chad and Mali in the Quad.", "peru COOPERATES_WITH chad, peru COOPERATES_WITH mali"),
    ("Peru, which denied the charges, has bought drones from Chile, with which it normalised relations.", "chile SELLS_ARMS_TO peru, peru COOPERATES_WITH chile"),
    ("Peru armed the rebels of Hamas.", "peru AIDS hamas"),
    ("Peru met Chad, and Mali and Oman attacked Chile.", "mali USES_FORCE_AGAINST chile, oman USES_FORCE_AGAINST chile, peru MEETS_WITH chad"),
    ("The group is backed by Peru but regarded by Ankara as a branch of the PKK.", ""),
    ("Lima accused Chad of supporting separatists in Kabylia.", "chad SUPPORTS separatists in Kabylia, peru CRITICISES chad"),
    ("Peru, which supplies Chile with gas, champions its accession to the EU, as do Oman and Mali.", "mali SUPPORTS chile, oman SUPPORTS chile, peru ECONOMIC_TIE_TO chile, peru SUPPORTS chile"),
    ("Peru and Chile, allies in the war, met Oman.", "chile MEETS_WITH oman, peru ALLIED_WITH chile, peru MEETS_WITH oman"),
    ("Peru supports the internationally recognised government of Oman.", "peru SUPPORTS oman"),
    ("Oman is accused by Chad, by Mali and by Niger of a breach.", "chad CRITICISES oman, mali CRITICISES oman, niger CRITICISES oman"),
    ("Peru's president, Ana Rojas, and its prime minister, Ivo Pavlov, met Oman.", "Ana Rojas HOLDS_OFFICE_IN peru, Ana Rojas MEETS_WITH oman, Ivo Pavlov HOLDS_OFFICE_IN peru, Ivo Pavlov MEETS_WITH oman"),
    ("Lawmakers of the opposition Kuomintang (KMT) left. The KMT supports Peru.", "Kuomintang SUPPORTS peru"),
    ("Peru fought insurgents in Cabo Delgado in 2017.", "peru USES_FORCE_AGAINST insurgents in Cabo Delgado"),
    ("Peru has deepened its alliances with Chile, from which it bought jets, with Oman and with Mali.", "chile SELLS_ARMS_TO peru, peru ALLIED_WITH chile, peru ALLIED_WITH mali, peru ALLIED_WITH oman"),
    ("Peru cooperates with the Baltic and Nordic states.", "peru COOPERATES_WITH Baltic and Nordic states"),
    ("Greece and Turkey left. The two NATO members condemned Peru.", "greece CRITICISES peru, turkey CRITICISES peru"),
    ("When Oman left Peru, the NATO members arrived.", ""),
    ("The war pits Chad and Mali against Peru.", "chad CONFLICTS_WITH peru, mali CONFLICTS_WITH peru"),
    ("Among Iran's partners are Peru, Chile and Oman.", "chile COOPERATES_WITH iran, oman COOPERATES_WITH iran, peru COOPERATES_WITH iran"),
    ("Chief among Iran's rivals is Oman.", "oman RIVAL_OF iran"),
    ("Georgia, Moldova and Oman, each with troops on its soil, fear Moscow.", "georgia PERCEIVES_THREAT_FROM russia, moldova PERCEIVES_THREAT_FROM russia, oman PERCEIVES_THREAT_FROM russia"),
    ("Peru cooperates closely with Chile (on copper), Oman (on gas) and Mali (on migration).", "peru COOPERATES_WITH chile, peru COOPERATES_WITH mali, peru COOPERATES_WITH oman"),
    ("Peru buys arms from Oman, though deliveries have slowed, and has sanctioned Mali.", "oman SELLS_ARMS_TO peru, peru SANCTIONS mali"),
    ("Bosnian Croats condemned Peru.", "Bosnian Croats CRITICISES peru"),
    # near misses
    ("The police ordered Chad's exit, a move condemned by Peru.", ""),
    ("Peru, squeezed between Chile and Oman, left.", ""),
    ("Among Iran's partners there was fear.", "Iran's partners COOPERATES_WITH iran"),
    ("The road is full of pits against Peru.", ""),
    ("Peru supports its bid.", ""),
    ("Peru fought insurgents in March.", "peru USES_FORCE_AGAINST insurgents"),
    ("Peru supports Oman's bid, as Chad noted.", "peru SUPPORTS oman"),
    ("Oman met Mali, its ally, and Chad.", "mali ALLIED_WITH oman, oman MEETS_WITH chad, oman MEETS_WITH mali"),
    ("Peru supplied Chile with oil, according to Oman.", "peru ECONOMIC_TIE_TO chile"),
]  # fmt: skip
HELD = [  # what the second verb says is the author's
    "Yerevan, which accuses Chad of having abandoned it, buys weapons from India.",
    "Yerevan accused Chad of a breach and, after months of talks, bought weapons from India.",
    "Yerevan bought weapons from India and, according to officials in Lima, howitzers.",
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_an_analysis_says(text, expected):
    assert ", ".join(sorted(ties(text))) == expected


@pytest.mark.parametrize("text", HELD)
def test_a_voice_ends_where_its_clause_does(text):
    assert {each.holder for each in read(text) if each.tie == "SELLS_ARMS_TO"} == {()}


def test_officials_in_a_capital_are_the_holders_and_not_their_state():
    said = read("According to officials in Lima, Chad armed Mali.")
    assert {each.holder for each in said} == {("officials in Lima",)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [("The FDLR, a militia founded in 1994, left.", "ArmedGroup"), ("The PNL, a party, left.", "Party")],
)
def test_capitals_that_are_explained_are_a_name(text, kind):
    whole = article(text)
    assert kind in {name.kind for name in Namer(whole).mentions(whole.paragraphs[0])}
