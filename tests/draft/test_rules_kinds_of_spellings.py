"""One actor has one id in a text, however its name is spelled; two actors have two."""

import pytest

from tests.draft.sentences import INDEX, article
from tiebook.draft.rules.names.naming import Namer
from tiebook.draft.rules.names.persons import as_person


def who(text):
    whole = article(text)
    namer = Namer(whole)
    return {name.who for paragraph in whole.paragraphs for name in namer.mentions(paragraph) if name.label == "Actor"}


SAME = [
    ("President Tom\u00e1s Rojas left. President Tomas Rojas stayed. Rojas spoke.", {"Tom\u00e1s Rojas"}),
    ("The adviser Tom R. Rojas left. Tom Rojas stayed. Ambassador Rojas spoke.", {"Tom R. Rojas"}),
    ("The adviser Tom A. Rojas left. The adviser Tom B. Rojas stayed.", {"Tom A. Rojas", "Tom B. Rojas"}),
    ("Minister T.R. Rojas left. T. R. Rojas stayed.", {"T.R. Rojas"}),
    ("King Osman and Crown Prince Tariq bin Osman met. Bin Osman left.", {"Osman", "Tariq bin Osman"}),
    ("The Trade Ministry left. The Ministry of Trade stayed.", {"Trade Ministry"}),
    ("The Andean Centre for Defence met. The Andean Center for Defense left.", {"Andean Centre for Defence"}),
    ("The Chile Coastal Forces left. The Chilean Coastal Forces stayed.", {"chile", "Chile Coastal Forces"}),
    ("The Andean Party left. The Andean Army stayed.", {"Andean Party", "Andean Army"}),
    ("The Pacific Economic Forum (PIF) met.", {"pacific-islands-forum"}),
    ("The Andean Rescue Mission in Mali (MONUSCO) met. MONUSCO left.", {"MONUSCO", "mali"}),
    ("The Andean Rescue Mission in Mali (MINUSMA) met.", {"MINUSMA", "mali"}),
    ("The Andean Mission in the United Arab Emirates (UAE) left.", {"Andean Mission", "united-arab-emirates"}),
    (
        "The Andean Mission in the Shanghai Cooperation Organisation (SCO) left.",
        {"Andean Mission", "shanghai-cooperation-organisation"},
    ),
    ("The Andean Mission in eastern Congo (DRC) left.", {"Andean Mission", "democratic-republic-of-the-congo"}),
    ("The Coastal Rescue Mission (RSF) left.", {"Coastal Rescue Mission"}),
    ("General Una al-Rojas left. Rojas met the guests.", {"Una al-Rojas"}),
    ("The firm Altamar Energy left. It paid Altamar.", {"Altamar Energy"}),
    ("The Association of Southeast Asian Nations met.", {"asean"}),
    ("The Confederation of Sahel States met.", {"Confederation of Sahel States"}),
    ("The Trade Council (MONUSCO) left.", {"Trade Council", "MONUSCO"}),
    ("The Coastal Alliance met the NATO Alliance.", {"Coastal Alliance", "nato"}),
    ("The Andean Liberation Movement/Army left.", {"Andean Liberation Movement/Army"}),
    ("Rojas\u2019s Liberal Party won. The Liberal Party left.", {"Liberal Party"}),
    ("The Women\u2019s Labour Union left.", {"Women\u2019s Labour Union"}),
]


@pytest.mark.parametrize(("text", "expected"), SAME, ids=[text for text, _ in SAME])
def test_one_actor_has_one_id(text, expected):
    assert who(text) == expected


NOT = [
    ("The Minister for Foreign Affairs of Peru left.", {"peru"}),
    ("The Peruvian Foreign Affairs Minister left.", {"peru"}),
    ("The Seventh Trilateral Foreign Ministers\u2019 Meeting was held.", set()),
    ("Under [EC-M-33/DEC.1] Peru left.", {"peru"}),
    ("The EC-Peru treaty ended.", {"european-community", "peru"}),
    ("He wrote in Foreign Affairs that it fell.", {"Foreign Affairs"}),
]


@pytest.mark.parametrize(("text", "expected"), NOT, ids=[text for text, _ in NOT])
def test_offices_and_numbers_of_documents_name_nobody_else(text, expected):
    assert who(text) == expected


def test_names_of_the_crosswalk_are_known_in_both_spellings():
    found = {INDEX.resolve(f"{name} of American States") for name in ("Organisation", "Organization")}
    assert len(found) == 1
    assert None not in found


AGAIN = [
    ("General Una al-Rojas left.\n\nThe guests met Rojas there.", {"Una al-Rojas"}),
    ("The firm Altamar Energy left.\n\nIt paid Altamar.", {"Altamar Energy"}),
]


@pytest.mark.parametrize(("text", "expected"), AGAIN, ids=[text for text, _ in AGAIN])
def test_a_shorter_name_is_the_same_actor(text, expected):
    whole = article(text)
    assert {name.who for name in Namer(whole).mentions(whole.paragraphs[1])} == expected


@pytest.mark.parametrize("name", ["Coastal Ministers", "Ruhnu Ltd"])
def test_offices_of_several_and_companies_are_no_persons(name):
    assert list(as_person(name, frozenset())) == []
