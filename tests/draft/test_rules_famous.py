"""Persons and bodies that the rules know by a given name, by their fame, or by an abbreviation in brackets."""

from __future__ import annotations

import pytest

from tests.draft.sentences import article
from tiebook.draft.rules.names.naming import Namer

NAMES = [
    # given names
    ("A letter from Winston Rojas reached Peru.", {"Winston Rojas": "Winston Rojas", "Rojas": "Winston Rojas"}),
    ("That ended when Dwight D. Pavlov came.", {"Dwight D. Pavlov": "Dwight D. Pavlov", "Pavlov": "Dwight D. Pavlov"}),
    ("They met near Fort Henry Rojas.", {}),
    ("The Victoria Line was slow.", {}),
    # leaders, unless the text says who else is meant
    ("The speech by Brezhnev was long.", {"Brezhnev": "Leonid Brezhnev"}),
    ("The ruler of Peru, Ivo Brezhnev, left. The speech of Brezhnev was long.", {"Brezhnev": "Ivo Brezhnev"}),
    # abbreviations in brackets
    (
        "The Cooperative for Defence of the Coast (CODECO) left.",
        {"CODECO": "Cooperative for Defence of the Coast"},
    ),
    (
        "The Fuerza Armada de la Costa sureña (FACS) left.",
        {"FACS": "Fuerza Armada de la Costa sureña"},
    ),
    (
        "The Ministry of Trade and Armed Forces Logistics (MOTAFL) left.",
        {"MOTAFL": "Ministry of Trade and Armed Forces Logistics"},
    ),
    ("The Maritime Support Program (MSP) was shut.", {}),
    # what says where a body is, and the short name of a body
    ("The Lima-based Coastal Trade Center left.", {"Coastal Trade Center": "Coastal Trade Center"}),
    ("The Treasury Department left. The Treasury came back.", {"Treasury": "Treasury Department"}),
    ("The online magazine the Observador left.", {"Observador": "Observador"}),
    ("The Kurdish People's Protection Units (YPG) left.", {"YPG": "Kurdish People's Protection Units"}),
    ("Peru is allied with the Iraqi Kurds.", {"Iraqi Kurds": "Iraqi Kurds"}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text for text, _ in NAMES])
def test_who_is_meant(text, expected):
    found = {name: each.whole for name, each in Namer(article(text)).newcomers.items()}
    assert expected.items() <= found.items()
    if not expected:
        assert found == {}


def test_a_phrase_with_a_clause_in_it_is_no_group_of_people():
    whole = article("Chile sent its jets to Peru as the two leaders talked.")
    assert {name.who for name in Namer(whole).mentions(whole.paragraphs[0])} == {"chile", "peru"}
