"""Kinds of sentences of news reports: "talks last week between", "is in Peru", "expressed disappointment that"."""

import pytest

from tests.draft.sentences import ties

TIMES = [  # when it was stands between a noun and who was in it
    ("Talks last week between Peru and Chile failed.", "peru MEETS_WITH chile"),
    ("Peru's attack Monday on Chile failed.", "peru USES_FORCE_AGAINST chile"),
    ("During the Arab-Israeli war last June, the line was used.", "Arabs USES_FORCE_AGAINST israel"),
    ("The last talks between Peru and Chile failed.", "peru MEETS_WITH chile"),
    ("The Monday papers of Peru and Chile failed.", ""),
]
WHERE = [  # where a person is
    ("President Ana Rojas is in Chile.", "Ana Rojas PRESENT_IN chile"),
    ("Ana Rojas, the Peruvian envoy, left Oman for Chile.", "Ana Rojas PRESENT_IN chile"),
    ("President Ana Rojas is in the Chilean press.", ""),
    ("President Ana Rojas is in power.", ""),
    ("The port is in Chile.", ""),
    ("President Ana Rojas left Oman for good.", ""),
]
FEELS = [
    ("Oman expressed disappointment that Peru had not left.", "oman CRITICISES peru"),
    ("Oman is angry that Peru has armed rebels.", "oman CRITICISES peru"),
    ("Oman was disappointed that Peru left.", "oman CRITICISES peru"),
    ("Oman is glad that Peru left.", ""),
    ("Oman expressed hope that Peru would leave.", ""),
]
AGAINST = [
    ("Oman imposed anti-Chilean tariffs.", "oman SANCTIONS chile"),
    ("Oman condemned anti-Chilean tariffs.", ""),
    ("Oman accused the West of greed.", "oman CRITICISES the West"),
    ("Oman blamed the West of Ireland.", "oman CRITICISES ireland"),
    ("Deputy Secretary of State Ivo Pavlov met with Peru's envoy.", "Ivo Pavlov MEETS_WITH peru"),
    ("Peru and Mali both accused Chile of spying.", "mali CRITICISES chile, peru CRITICISES chile"),
    ("Two Peruvian officials who spoke in Oman accused Chile of spying.", "peru CRITICISES chile"),
    ("The arming of Chile by Peru angered Mali.", "mali CRITICISES peru, peru AIDS chile"),
    ("Peru accused neighbouring Chile of spying.", "peru BORDERS chile, peru CRITICISES chile"),
]


@pytest.mark.parametrize(("text", "expected"), [*TIMES, *WHERE, *FEELS, *AGAINST])
def test_kinds_of_reports(text: str, expected: str) -> None:
    """Each kind is read, and what only looks like it is not."""
    found = sorted(each for each in ties(text) if "HOLDS_OFFICE" not in each)
    assert ", ".join(found) == ", ".join(sorted(expected.split(", ")))
