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
COUNTRIES = [  # of somebody's country
    ("Peruvian President Ana Rojas praised her country's talks with Chile.", "peru MEETS_WITH chile"),
    ("Peru's minister, Ivo Pavlov, said his country's talks with Chile ended.", "peru MEETS_WITH chile"),
    ("President Ana Rojas of Peru left. Her country attacked Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Ana Rojas spoke. Her country's army attacked Chile.", ""),
    ("Peru has attacked oil terminals in Chile.", "peru USES_FORCE_AGAINST chile"),
]
TWO = [  # what two are to each other
    ("Rivals Peru and Chile left.", "peru RIVAL_OF chile"),
    ("Oman urged rivals Peru and Chile to leave.", "oman PRESSURES chile, oman PRESSURES peru, peru RIVAL_OF chile"),
    ("Allies Peru and Chile left.", "peru ALLIED_WITH chile"),
    ("Oman spoke with allies Peru and Chile.", "oman MEETS_WITH chile, oman MEETS_WITH peru"),
    ("Rival Peru and Chile left.", ""),
]
IMAGINED = [  # what is only said to be good or bad, or to bring something about
    ("War between Peru and Chile would be devastating.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("A war between Peru and Chile could ruin the region.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru's attack on Chile would be a mistake.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru's attack on Chile could be a mistake.", "peru USES_FORCE_AGAINST chile"),
    ("The war between Peru and Chile could ruin the region.", "peru USES_FORCE_AGAINST chile"),
    ("The war between Peru and Chile would last for years.", "peru USES_FORCE_AGAINST chile"),
    ("The papers spoke of a war between Peru and Chile that would kill many.", "peru USES_FORCE_AGAINST chile"),
    ("Trade between Peru and Chile would vanish.", "peru ECONOMIC_TIE_TO chile"),
    ("A partnership between Peru and Chile would help the region.", "peru COOPERATES_WITH chile (hypothetical)"),
    ("Peru's attack on Chile, which began in May, would be its last.", "peru USES_FORCE_AGAINST chile"),
]
NOT_YET = [  # what has not come about, or was not to be
    ("Had Peru supported Chile, the war would have ended.", "peru SUPPORTS chile (hypothetical)"),
    ("Peru had supported Chile.", "peru SUPPORTS chile"),
    ("Mali waited as though Peru had attacked Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Though Peru attacked Chile, Mali waited.", "peru USES_FORCE_AGAINST chile"),
    ("Oman averted a war between Chile and Mali.", "not chile USES_FORCE_AGAINST mali"),
    ("The myth of Peru's alliance with Chile persists.", "not peru ALLIED_WITH chile"),
    ("Peru called off its attack on Chile.", "not peru USES_FORCE_AGAINST chile"),
    ("Peru abandoned its attack on Chile.", "not peru USES_FORCE_AGAINST chile"),
    ("Peru postponed its invasion of Chile.", "peru USES_FORCE_AGAINST chile (expected)"),
    ("Peru's army trained for an attack on Chile.", "Peru's army USES_FORCE_AGAINST chile (expected)"),
    ("Peru simulated an attack on Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru opposes a Chilean attack on Mali.", "chile USES_FORCE_AGAINST mali (hypothetical); peru OPPOSES chile"),
    ("Peru opposed the Chilean attack on Mali.", "chile USES_FORCE_AGAINST mali; peru OPPOSES chile"),
    ("Rumours of a Peruvian attack on Chile spread.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru's alleged attack on Chile made headlines.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("The lifting of sanctions on Chile by Peru helped.", "not peru SANCTIONS chile"),
    ("The imposition of sanctions on Chile by Peru helped.", "peru SANCTIONS chile"),
    ("Peru promised Chile aid.", "peru AIDS chile (expected)"),
    ("Peru promised support to Chile.", "peru SUPPORTS chile"),
    ("Peru is about to attack Chile.", "peru USES_FORCE_AGAINST chile (expected)"),
    ("Peru was going to attack Chile.", "peru USES_FORCE_AGAINST chile (expected)"),
    ("Peru went to attack Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru was supposed to attack Chile.", "peru USES_FORCE_AGAINST chile (expected)"),
    ("Peru stands ready to support Chile.", "peru SUPPORTS chile (sought)"),
    ("Peru was barred from trading with Chile.", "not peru ECONOMIC_TIE_TO chile"),
    ("Peru drafted a treaty with Chile.", "peru AGREES_WITH chile (sought)"),
    ("Peru prepared sanctions on Chile.", "peru SANCTIONS chile (sought)"),
    ("Oman calls on Peru to arm Chile.", "oman PRESSURES peru; peru AIDS chile (sought)"),
    ("Suppose Peru attacked Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("It is possible that Peru armed Chile.", "peru AIDS chile (hypothetical)"),
    ("It is likely that Peru armed Chile.", "peru AIDS chile (expected)"),
    ("Maybe Peru armed Chile.", "peru AIDS chile (hypothetical)"),
    ("Perhaps Peru armed Chile.", "peru AIDS chile (hypothetical)"),
    ("In May Peru armed Chile.", "peru AIDS chile"),
    ("Peru is on the brink of war with Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru came close to war with Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru is moving towards an alliance with Chile.", "peru ALLIED_WITH chile (sought)"),
    ("Peru's entry into NATO was delayed.", "peru MEMBER_OF nato (expected)"),
    ("It is a pity that Peru armed Chile.", "peru AIDS chile"),
    ("Peru voted against sanctions on Chile.", "not peru SANCTIONS chile"),
    ("Peru voted for sanctions on Chile.", "peru SANCTIONS chile (sought)"),
    ("Assuming power, Peru's general attacked Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Did Peru attack Chile?", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Will Peru attack Chile?", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Why did Peru attack Chile?", "peru USES_FORCE_AGAINST chile"),
    ("In the scenario, Peru attacks Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("In the war, Peru attacked Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Far from supporting Chile, Peru left.", "not peru SUPPORTS chile"),
    ("Supporting Chile, Peru left.", "peru SUPPORTS chile"),
    ("The danger of Peru attacking Chile grew.", "peru USES_FORCE_AGAINST chile (feared)"),
    ("The risk that Peru attacks Chile grew.", "peru USES_FORCE_AGAINST chile (feared)"),
    ("The news that Peru attacked Chile spread.", "peru USES_FORCE_AGAINST chile"),
    ("A victory of Peru over Chile is expected.", "peru USES_FORCE_AGAINST chile (expected)"),
    ("Peru's attack on Chile is feared.", "peru USES_FORCE_AGAINST chile (feared)"),
    ("Peru's attack on Chile is condemned.", "peru USES_FORCE_AGAINST chile"),
    ("Peru's dream of an alliance with Chile died.", "peru ALLIED_WITH chile (sought)"),
    ("Peru did not avert a war between Chile and Mali.", "chile USES_FORCE_AGAINST mali"),
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
    (
        "Peruvian Prime Minister and Defence Minister Ana Rojas left.",
        "Ana Rojas HOLDS_OFFICE_IN peru",
    ),
    (
        "Peruvian President Ivo Pavlov and Defence Minister Ana Rojas left.",
        "Ana Rojas HOLDS_OFFICE_IN peru; Ivo Pavlov HOLDS_OFFICE_IN peru",
    ),
    ("Senator Ivo Pavlov Jr. visited Peru. Pavlov supported Chile.", "Ivo Pavlov Jr. SUPPORTS chile"),
    (
        "President Ivo R. Pavlov, Jr. of Peru left. President Pavlov supported Chile.",
        "Ivo R. Pavlov, Jr. SUPPORTS chile",
    ),
]
REGIONS = (
    "The Great Lakes has criticised Oman.",
    "In the Great Lakes, which Peru visited, the Great Lakes has failed.",
)


@pytest.mark.parametrize(("text", "expected"), [*MORE, *BETWEEN, *NOT_THEIRS, *COUNTRIES, *TWO])
def test_whose_it_is(text: str, expected: str) -> None:
    """What is said is said of the right ones, and of nobody where they are not known."""
    assert ", ".join(sorted(each for each in ties(text) if "HOLDS_OFFICE" not in each)) == expected


@pytest.mark.parametrize(("text", "expected"), [*IMAGINED, *NOT_YET])
def test_what_would_be_is_no_fact(text: str, expected: str) -> None:
    """A noun is none of a fact where its verb only says what would be; what goes on is there already."""
    assert ties(text) == set(expected.split("; "))


@pytest.mark.parametrize(
    "text",
    [
        "Peru's attack on Chile was averted.",
        "The sale of tanks by Peru to Chile was cancelled.",
        "The sale of tanks by Peru to Chile fell through.",
        "Peru's attack on Chile did not take place.",
    ],
)
def test_what_came_to_nothing_is_not_said(text: str) -> None:
    """No words of the noun deny it, so there is no quote for a denial either."""
    assert ties(text) == set()


def test_others_have_no_office_there() -> None:
    """Whoever is joined to a state has no office in it."""
    assert (
        ties("Peru and Defence Minister Ana Rojas left.")
        == ties("Peruvian troops and Defence Minister Ana Rojas left.")
        == set()
    )


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_whose_name_and_office_it_is(text: str, expected: str) -> None:
    """A name goes on behind a comma, and a state's behind "the": sons are not their fathers."""
    assert set(expected.split("; ")) <= ties(text)


@pytest.mark.parametrize("text", REGIONS)
def test_a_region_is_nobody(text: str) -> None:
    """Great Lakes are no person."""
    assert not [each for each in ties(text) if "Lakes" in each]
