"""Who speaks without a name: one official, people of two states, the staff of an institute, critics."""

from __future__ import annotations

import pytest

from tests.draft.sentences import article, read
from tiebook.draft.rules.names.naming import Namer

HOLDERS = [
    ("A Kazakh diplomat said that Peru had armed Chile.", "Kazakh diplomat"),
    ("Omani and Saudi officials say that Peru armed Chile.", "Omani and Saudi officials"),
    (
        "Researchers at the Institute for Coastal Studies (ICS), a think tank in Lima, contend that Peru armed Chile.",
        "Researchers at the Institute for Coastal Studies",
    ),
    ("Peru armed Chile, officials from both countries said.", "officials from both countries"),
    ("Omani state television said that Peru had armed Chile.", "Omani state television"),
    ("Oman, a partner of Peru, said that Peru had armed Chile.", "oman"),
]
NAMED = [
    ("A Kazakh diplomat said that Peru left.", "Kazakh diplomat"),
    ("A senior Kazakh official called Peru a threat.", "senior Kazakh official"),
    ("Ana Rojas met a Kazakh diplomat.", ""),  # who says nothing
    ("It was, said a Kazakh diplomat, a threat.", "Kazakh diplomat"),
    ("Omani and Saudi officials met.", "Omani and Saudi officials"),
    ("Oman and Saudi officials met.", "Saudi officials"),
    ("Critics say that Peru left.", "Critics"),
    ("Peru answered its critics.", ""),
    ("Economists at the World Bank warned Peru.", "Economists at the World Bank"),
]


@pytest.mark.parametrize(("sentence", "holder"), HOLDERS)
def test_who_says_it(sentence, holder):
    assert {each.holder for each in read(sentence) if each.tie == "AIDS"} == {(holder,)}


@pytest.mark.parametrize(("sentence", "expected"), NAMED)
def test_who_is_named(sentence, expected):
    whole = article(sentence)
    namer = Namer(whole)
    names = [name for paragraph in whole.paragraphs for name in namer.mentions(paragraph)]
    found = [
        name.who
        for name in names
        if (name.new and " " in name.who and name.who != "Ana Rojas") or name.who == "Critics"
    ]
    assert ", ".join(found) == expected
