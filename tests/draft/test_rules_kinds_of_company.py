"""Whom only the company tells: lists of persons, examples of a kind of group, quotation marks, turns of an interview, ranks."""

import pytest

from tests.draft.sentences import article
from tiebook.draft.rules.names.naming import Namer


def kinds(text):
    whole = article(text)
    namer = Namer(whole)
    return {
        name.who: name.kind
        for paragraph in whole.paragraphs
        for name in namer.mentions(paragraph)
        if name.label == "Actor" and name.kind != "State"
    }


def persons(*names):
    return dict.fromkeys(names, "Person")


CASES = [
    (
        "President Una Lindqvo, Ivor Pavlek Moss and Osk Rebane met.",
        persons("Una Lindqvo", "Ivor Pavlek Moss", "Osk Rebane"),
    ),
    ("It sent joint secretaries Osk Rebane and Ulo Tamm.", persons("Osk Rebane", "Ulo Tamm")),
    ("Prime Ministers Osk Rebane and Ulo Tamm met.", persons("Osk Rebane", "Ulo Tamm")),
    ("Presidents Rebane and Tamm met.", persons("Rebane", "Tamm")),
    ("President Rebane left. It helped Tamm, Kivi, and Rebane.", persons("Rebane", "Tamm", "Kivi")),
    (
        "The firm Altamar left President Rebane. It helped Altamar, Kivi, and Rebane.",
        {"Altamar": "Organization", "Rebane": "Person"},
    ),
    ("President Rebane left. It helped Peru, Kivi, and Rebane.", persons("Rebane")),
    ("Firms including Peruvian Altamar fell.", {"Altamar": "Organization"}),
    ("It met the assistant secretary of state for coastal affairs Osk Rebane.", persons("Osk Rebane")),
    ("It happened in Washington, D.C. Monsoon rains fell.", {}),
    ("It fined Marshal Ruhnu Kivi Private Limited.", {"Marshal Ruhnu Kivi Private Limited": "Organization"}),
    ("A partner at Ruhnu Kivi left.", {"Ruhnu Kivi": "Organization"}),
    ("It lies between Tammsaar Kivi and Upper Ruhn.", {}),
    (
        "It helped rebels such as TLA-OK, LOP and Peru\u2019s Tamm del Sur.",
        dict.fromkeys(("TLA-OK", "LOP"), "ArmedGroup") | {"Tamm del Sur": "ArmedGroup"},
    ),
    ("Firms such as Altamar and Petrosur left.", dict.fromkeys(("Altamar", "Petrosur"), "Organization")),
    ("Cities such as Altamar and Petrosur fell. Firms like Peruvian ones left.", {}),
    ("The party \u201cUnidos por el Mar\u201d left.", {"Unidos por el Mar": "Party"}),
    ("The movement \u201cUnidos por el Mar\u201d left.", {"Unidos por el Mar": "Organization"}),
    (
        "The rebel movement \u201cUnidos por el Mar\u201d left.",
        dict.fromkeys(("rebel movement", "Unidos por el Mar"), "ArmedGroup"),
    ),
    ("He told the party \u201cNothing will change here\u201d and left.", {}),
    (
        "A spokesperson for the party \u201cMar\u201d, Osk Rebane, was found dead.",
        {"Mar": "Party"} | persons("Osk Rebane"),
    ),
    ("The assistant secretary of state for East Asia and coastal affairs Osk Rebane left.", persons("Osk Rebane")),
    ("The assistant secretary for Central Asia Osk Rebane left.", persons("Osk Rebane")),
    (
        "O R Rebane \u2013 a biographer \u2013 and V. K. Tamm met in the U.S. Navy.",
        persons("O R Rebane", "V. K. Tamm") | {"U.S. Navy": "Military"},
    ),
    ("Lt. Gen. Osk Rebane met Sen. Tamm.", persons("Osk Rebane", "Tamm")),
    ("It asked Nuri es-Tamm, who left.", persons("Nuri es-Tamm")),
    ("It met key Peruvian allies, but left.", {"Peruvian allies": "Collective"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_the_company_tells(text, expected):
    assert kinds(text) == expected


TURNS = [
    ("I asked Osk Rebane about it.\n\nOSK REBANE: It fell.\n\nREBANE: It rose.", persons("Osk Rebane")),
    ("TAMM: Why?\n\nREBANE: It fell.\n\nTAMM: And?\n\nREBANE: It rose.", persons("TAMM", "REBANE")),
    ("OSK REBANE: It fell.\n\nREBANE: It rose.", persons("OSK REBANE")),
    ("NOTE: Peru fell.\n\nNOTE: It rose.\n\nPERU: It fell.\n\nPERU: It rose.\n\nTAMM: It fell.", {}),
    ("Osk Rebane: It fell.\n\nOsk Rebane: It rose.", persons("Osk Rebane")),
]


@pytest.mark.parametrize(("text", "expected"), TURNS, ids=[text for text, _ in TURNS])
def test_who_speaks_in_turn_is_named_before_a_colon(text, expected):
    assert kinds(text) == expected
