"""What two or more are to each other, and who stands behind what is nobody."""

from __future__ import annotations

import pytest

from tests.draft.sentences import ties

BEFORE_NAMES = [
    ("Longtime allies Peru and Chile met.", "peru ALLIED_WITH chile, peru MEETS_WITH chile"),
    ("Old rivals Peru and Chile met in Lima.", "peru MEETS_WITH chile, peru RIVAL_OF chile"),
    ("Arch-rivals Peru and Chile met.", "peru MEETS_WITH chile, peru RIVAL_OF chile"),
    ("Old neighbours Peru and Chile left.", "peru BORDERS chile"),
    ("Close partners Peru and Chile left.", "peru COOPERATES_WITH chile"),
    ("Talks between longtime allies Peru and Chile began.", "peru MEETS_WITH chile"),
    (
        "Oman urged bitter rivals Peru and Chile to leave.",
        "oman PRESSURES peru, oman PRESSURES chile, peru RIVAL_OF chile",
    ),
    ("Hostile neighbours Peru and Chile left.", "peru BORDERS chile"),
    ("The rebels' allies Peru and Chile left.", ""),
    ("The deal rivals Peru and Chile in size.", ""),
    ("Peru supports Chile and Mali.", "peru SUPPORTS chile, peru SUPPORTS mali"),
]
SAID_OF = [
    ("Peru and Chile are allies.", "peru ALLIED_WITH chile"),
    ("Peru and Chile are old rivals.", "peru RIVAL_OF chile"),
    ("Peru and Chile became allies in 2010.", "peru ALLIED_WITH chile"),
    ("Peru and Chile remain neighbours.", "peru BORDERS chile"),
    ("Peru and Chile could become allies.", "peru ALLIED_WITH chile (hypothetical)"),
    ("Peru fought Chile. The two countries are neighbours.", "peru USES_FORCE_AGAINST chile, peru BORDERS chile"),
    ("Peru and Chile are both allies of Mali.", "peru ALLIED_WITH mali, chile ALLIED_WITH mali"),
    ("Peru and Chile are members.", ""),
    ("Peru and Chile are seen as enemies by Mali.", "mali VIEWS_AS peru, mali VIEWS_AS chile"),
    ("Peru is an ally.", ""),
    ("Peru's future ally Chile left.", "chile ALLIED_WITH peru (expected)"),
]
BEHIND_THINGS = [
    ("Peru joined the programme and the African Union.", "peru MEMBER_OF african-union"),
    ("Peru criticised the treaty and Chile.", "peru CRITICISES chile"),
    ("Peru sent troops to the border and Chile.", "peru PRESENT_IN chile"),
    ("Peru attacked the town and Chile condemned it.", ""),
    ("Peru supported the plan and Chile the amendment.", ""),
    ("Peru won the war and Chile's respect.", ""),
    ("Peru attacked the town and Chile, which had left, returned.", ""),
]
BY_DASHES = [  # the dash of a range joins names, one with spaces or of another length sets them apart
    ("The Peruvian\u2013Chilean\u2013Omani invasion of Mali failed.",
     "peru USES_FORCE_AGAINST mali, chile USES_FORCE_AGAINST mali, oman USES_FORCE_AGAINST mali"),
    ("Peru\u2013Chile\u2013Mali talks began.", "peru MEETS_WITH chile, peru MEETS_WITH mali, chile MEETS_WITH mali"),
    ("Peru \u2013 Mali's ally \u2013 attacked Chile.", "peru USES_FORCE_AGAINST chile, peru ALLIED_WITH mali"),
    ("Peru\u2014Mali's ally\u2014attacked Chile.", "peru USES_FORCE_AGAINST chile, peru ALLIED_WITH mali"),
    ("Peru \u2013Mali's ally\u2013 attacked Chile.", "peru USES_FORCE_AGAINST chile, peru ALLIED_WITH mali"),
]  # fmt: skip
THREE = [
    ("The Peruvian-Chilean-Omani invasion of Mali failed. The three countries condemned Niger.",
     ("peru USES_FORCE_AGAINST mali, chile USES_FORCE_AGAINST mali, oman USES_FORCE_AGAINST mali, "
     "peru CRITICISES niger, chile CRITICISES niger, oman CRITICISES niger")),
]  # fmt: skip
AS_WELL_AS = [
    ("Peru came under pressure from Chile, as well as from Mali.", "chile PRESSURES peru, mali PRESSURES peru"),
    ("Peru sold arms to Chile as well as to Mali.", "peru SELLS_ARMS_TO chile, peru SELLS_ARMS_TO mali"),
    ("Peru has ties with Chile and Oman, as well as with Mali.",
     "peru COOPERATES_WITH chile, peru COOPERATES_WITH oman, peru COOPERATES_WITH mali"),
    ("Peru sold arms to Chile, as well as from Mali.", "peru SELLS_ARMS_TO chile"),
    ("Peru sold arms to Chile, as well as tanks to Mali.", "peru SELLS_ARMS_TO chile"),
]  # fmt: skip
BOTH = [
    ("Peru opposed both the United States and Oman.", "peru OPPOSES united-states, peru OPPOSES oman"),
    ("Both the United States and the Philippines left. The two states condemned Peru.",
     "united-states CRITICISES peru, philippines CRITICISES peru"),
]  # fmt: skip
CAPTIONS = (
    "Peru's president with Chile's foreign minister in Lima, 2019",
    "Peru, Chile and the struggle for the sea",
    "Soldiers of Peru at a parade in Chile",
    "Peru-Chile: the end of a friendship",
    "Peru v Chile: a cricket war",
)


@pytest.mark.parametrize(("text", "expected"), [*BEFORE_NAMES, *SAID_OF, *BY_DASHES, *THREE, *AS_WELL_AS, *BOTH])
def test_what_two_are_to_each_other(text: str, expected: str) -> None:
    assert ties(text) == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize(("text", "expected"), BEHIND_THINGS)
def test_who_is_joined_to_what_is_nobody(text: str, expected: str) -> None:
    assert ties(text) == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize("text", CAPTIONS)
def test_a_caption_says_nothing(text: str) -> None:
    assert ties(text) == set()
