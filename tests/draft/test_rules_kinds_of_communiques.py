"""Kinds of wording that communiqués, alliances' pages and agencies have: whose is whose in them, and what is nobody's."""

import pytest

from tests.draft.sentences import ties

MORE = [  # what goes up is not held up
    ("Peru and Chile have steadily built up cooperation.", "peru COOPERATES_WITH chile"),
    ("Peru and Chile have stepped up cooperation since 2006.", "peru COOPERATES_WITH chile"),
    ("Peru has held up talks with Chile.", "peru OPPOSES chile"),
    ("Peru called off talks with Chile.", ""),
]
BETWEEN = [  # one of the two is not known
    ("Oman, Peru and Mali expressed concern about the potential for a pact between the islanders and Chile.", ""),
    ("Oman and Peru welcomed a pact between Mali and Chile.", "mali AGREES_WITH chile"),
    ("Oman and Peru had ties between 2003 and 2006.", "oman COOPERATES_WITH peru"),
]
NOT_THEIRS = [
    ("Peruvian soldiers serve within the UN and EU missions.", ""),
    ("The EU mission to Mali left.", "european-union MEETS_WITH mali, european-union PRESENT_IN mali"),
    ("Oman sent the Oman-led Mali peacekeeping force.", ""),
    ("Oman paid the Oman-led Malian army.", "oman CONTROLS mali"),
    ("Peru and Chile reiterate the importance of maintaining peace and stability.", ""),
    ("The islands switched allegiance to Chile from Peru in 2019.", ""),
    ("Peru's allegiance to Chile ended.", "peru SUPPORTS chile"),
    ("Peru gained Malta by treaty with Chile.", "peru AGREES_WITH chile"),
    ("Peru warned its citizens that Chile might detain them.", ""),
    ("Peru disputed the Chilean delineation of the border.", "peru OPPOSES chile"),
]
OFFICES = [
    (
        "President Ana Rojas of the Republic of Korea (ROK) left.",
        "Ana Rojas HOLDS_OFFICE_IN south-korea",
    ),
    (
        "President Ivo R. Pavlov, Jr. of the United States met President Ana Rojas.",
        "Ivo R. Pavlov, Jr. HOLDS_OFFICE_IN united-states; Ivo R. Pavlov, Jr. MEETS_WITH Ana Rojas",
    ),
    ("Senator Ivo Pavlov Jr. visited Peru. Pavlov supported Chile.", "Ivo Pavlov Jr SUPPORTS chile"),
    (
        "President Ivo R. Pavlov, Jr. of Peru left. President Pavlov supported Chile.",
        "Ivo R. Pavlov, Jr. SUPPORTS chile",
    ),
]
REGIONS = (
    "The Great Lakes has criticised Oman.",
    "In the Great Lakes, which Peru visited, the Great Lakes has failed.",
)


@pytest.mark.parametrize(("text", "expected"), [*MORE, *BETWEEN, *NOT_THEIRS])
def test_whose_it_is(text: str, expected: str) -> None:
    """What is said is said of the right ones, and of nobody where they are not known."""
    assert ", ".join(sorted(ties(text))) == expected


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_whose_name_and_office_it_is(text: str, expected: str) -> None:
    """A name goes on behind a comma, and a state's behind "the": sons are not their fathers."""
    assert set(expected.split("; ")) <= ties(text)


@pytest.mark.parametrize("text", REGIONS)
def test_a_region_is_nobody(text: str) -> None:
    """Great Lakes are no person."""
    assert not [each for each in ties(text) if "Lakes" in each]
