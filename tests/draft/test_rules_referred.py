"""References by what somebody is: the former, the kingdom, the landlocked country, its neighbour, the dispute, both."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read, ties

REFERRED = [
    ("India and China met. The latter had attacked the former.", "china USES_FORCE_AGAINST india"),
    ("Peru and Chile left. The former accuses the latter of arming Mali.", "peru CRITICISES chile, chile AIDS mali"),
    ("Peru left Chile. The latter turned to Egypt.", "chile COOPERATES_WITH egypt"),
    ("Jordan fears Iran. The kingdom relies on Peru.", "jordan DEPENDS_ON peru"),
    ("Jordan left. The kingdom's army attacked Chad.", "jordan USES_FORCE_AGAINST chad"),
    ("Taiwan voted. The island depends on Peru.", "taiwan DEPENDS_ON peru"),
    ("Qatar hosts Hamas. The emirate has armed Chad.", "qatar AIDS chad"),
    ("Mongolia lies between Russia and China. The landlocked country depends on both.", "mongolia DEPENDS_ON russia"),
    ("Mongolia lies between Russia and China. The landlocked country depends on both.", "mongolia DEPENDS_ON china"),
    ("Denmark left Chad. The Nordic country relies on Peru.", "denmark DEPENDS_ON peru"),
    ("Peru left. The country relies on Chile.", "peru DEPENDS_ON chile"),
    ("Azerbaijan attacked Armenia. Its neighbour turned to Peru.", "armenia COOPERATES_WITH peru"),
    ("Azerbaijan fears Armenia. Peru attacked Chad. Its larger neighbour met Mali.", ""),
    ("Armenia and Azerbaijan have a dispute. Peru mediated the dispute.", "peru MEDIATES armenia"),
    ("Egypt met Israel and Hamas. Both accused Peru.", "hamas CRITICISES peru, israel CRITICISES peru"),
    ("Turkey sells drones to Mali and to Chad. Both condemned Peru.", "chad CRITICISES peru, mali CRITICISES peru"),
    ("Chad and Mali dispute islands with China. The two states condemned Peru.", "chad CRITICISES peru"),
]
UNCLEAR = [
    "Jordan met Morocco. The kingdom relies on Peru.",
    "Peru voted. The island depends on Chile.",
    "Israel attacked Iran. The country relies on Peru.",
    "Chad, Mali and Niger met. The latter relies on Peru.",
    "Peru attacked Chile and Chad. Its neighbour relies on Oman.",
    "The dispute began. Peru left the dispute.",
]


@pytest.mark.parametrize(("text", "expected"), REFERRED)
def test_one_thing_fits(text, expected):
    assert set(filter(None, expected.split(", "))) <= ties(text)


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_fits_several_or_nobody_means_nobody(text):
    last = {each.quote for each in read(text) if each.tie in ("DEPENDS_ON", "MEDIATES")}
    assert not last


def test_a_dispute_that_somebody_mediates_is_none_of_theirs():
    said = ties("Armenia and Azerbaijan met. Peru tried to mediate the dispute.")
    assert not [each for each in said if "CONFLICTS_WITH" in each]
