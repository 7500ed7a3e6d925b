"""Groups by the alliance that they are in, who leads them or where they are based, and persons whose family name stands first."""

from __future__ import annotations

import pytest

from tests.draft.sentences import article, ties
from tiebook.draft.rules.names.naming import Namer

SENTENCES = [
    ("NATO met. The Allies armed Peru.", "Allies AIDS peru"),
    ("At the NATO summit Allied leaders praised Peru.", "Allied leaders SUPPORTS peru"),
    ("NATO said that several Baltic Allies had armed Peru.", "several Baltic Allies AIDS peru"),
    ("All NATO Allies condemned Chile.", "All NATO Allies CRITICISES chile"),
    ("Allies of Peru condemned Chile.", "Allies of Peru ALLIED_WITH peru, Allies of Peru CRITICISES chile"),
    ("The allies condemned Chile.", ""),
    ("Allies condemned Chile.", ""),  # a word that only begins a sentence
    (
        "The Omani-led coalition attacked Chile.",
        "Omani-led coalition USES_FORCE_AGAINST chile, oman CONTROLS Omani-led coalition",
    ),
    (
        "Peru did not join the Omani-led naval task force.",
        "not peru MEMBER_OF Omani-led naval task force, oman CONTROLS Omani-led naval task force",
    ),
    ("Peru blamed Oman-based militants.", "peru CRITICISES Oman-based militants"),
    ("Peru sanctioned Oman-based trading firms.", "peru SANCTIONS Oman-based trading firms"),
    ("Peru backed a Lima-based Chilean minister.", "peru SUPPORTS chile"),
    (
        "Trade between Chile and the six members of the Gulf Cooperation Council (GCC) has grown.",
        "chile ECONOMIC_TIE_TO six members of the Gulf Cooperation Council",
    ),
    (
        "Talks between the Quad (Peru and Chile) and Oman began.",
        "chile MEMBER_OF quad, peru MEMBER_OF quad, quad MEETS_WITH oman",
    ),
    ("The E3 sanctioned Oman.", "E3 SANCTIONS oman"),
    ("Peru designated Hezbollah as a Foreign Terrorist Organization.", "peru SANCTIONS hezbollah"),
    (
        "Chile accused Peru's Inter-Services Intelligence (ISI) of lying.",
        "chile CRITICISES Inter-Services Intelligence",
    ),
]
PERSONS = [
    ("Peru greeted Xi Jinping.", "Xi Jinping"),
    ("Xi praised Peru.", "Xi"),
    ("Critics, including Husain Rojas of the Coastal Institute, left.", "Husain Rojas"),
    ("Lee praised Peru.", ""),  # whose family name many have
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_what_is_said_of_groups(sentence, expected):
    found = {each for each in ties(sentence) if not each.startswith("Inter-Services Intelligence")}
    assert ", ".join(sorted(found)) == expected


@pytest.mark.parametrize(("sentence", "expected"), PERSONS)
def test_persons_who_are_named(sentence, expected):
    whole = article(sentence)
    namer = Namer(whole)
    found = [name.who for paragraph in whole.paragraphs for name in namer.mentions(paragraph) if name.kind == "Person"]
    assert ", ".join(found) in (expected, f"{expected} Jinping")
