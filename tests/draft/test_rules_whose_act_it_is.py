"""Kinds of sentences in which whoever stands near a word is not the one who does it, and of names that are no actors."""

import pytest

from tests.draft.sentences import ties

NEAR = [  # a guess needs the subject, the owner or whoever is right before the verb
    (
        "Mali left, while Oman was a member of the Andean Bloc and enjoyed close ties with Chile.",
        "Andean Bloc",
        "COOPERATES_WITH",
    ),
    ("Rebels were beaten by Chilean soldiers under the direct command of Ana Rojas.", "chile", "CONTROLS"),
    ("The guards divert Peruvian soldiers from the campaign in Chile.", "peru", "PRESENT_IN"),
    ("Rebels used arms bought from Peru to confront Chile.", "peru", "BALANCES"),
    ("Efforts by the rebels to bring rice from Peru, in defiance of Chile, failed.", "peru", "OPPOSES"),
    ("Peruvian land was used, it said, for attacks on Chile.", "peru", "USES_FORCE_AGAINST"),
    ("Mali spoke of Peruvian territory being used for attacks against Chile.", "peru", "USES_FORCE_AGAINST"),
    ("Peru did not trust Chile as a partner, owing to its close ties with Mali.", "chile", "ECONOMIC_TIE_TO"),
    ("Ana Rojas told it to plan an invasion of Chile and overthrow of the Sosa regime.", "chile", "USES_FORCE_AGAINST"),
    ("A report published in Peru accused Chile of lying.", "peru", "CRITICISES"),
    ("Ana Rojas pressed for a revision of Chile's border.", "Ana Rojas", "PRESSURES"),
    ("Oman saw the end of the Peruvian role in the Mali-Chile conflict.", "peru", "PRESENT_IN"),
]
GUESSED = [
    ("Peru's dream of an alliance with Chile died.", "peru ALLIED_WITH chile (sought)"),
    ("Oman noted Peruvian activity in Chad and a wave of operations against Mali.", "peru USES_FORCE_AGAINST mali"),
    ("Oman noted Peruvian activity in Chad and operations against Mali.", "peru USES_FORCE_AGAINST mali"),
    ("Aid flowed to Mali and other nations already at war with Chile.", "other nations USES_FORCE_AGAINST chile"),
    ("Peruvian threats and raids on Mali went on.", "peru USES_FORCE_AGAINST mali"),
    ("Peru announced Chile attacked Mali.", "chile USES_FORCE_AGAINST mali"),
    ("Peru voted and helped Chile win the war.", "peru AIDS chile"),
    ("Peru attacked the main ports in Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peruvian arms makers sued the Chilean government.", "peru OPPOSES chile"),
    ("Ana Rojas had earlier closed the border with Chile.", "Ana Rojas PRESSURES chile"),
    ("Oman spoke of a Peruvian attempt to arm Chile.", "peru AIDS chile (sought)"),
    ("Were Peru to attack Chile, Mali would leave.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
]
OTHERS = [  # what somebody's ally or neighbour does, they do not
    ("Peru's ally attacked Chile.", ""),
    ("An ally of Peru attacked Chile.", ""),
    ("A Peruvian rival threatened Chile.", ""),
    ("Ana Rojas was a Peruvian client posing a threat to Chile.", "peru AIDS Ana Rojas"),
    ("Peru's army attacked Chile.", "Peru's army USES_FORCE_AGAINST chile"),
    ("Mali, an ally of Peru, attacked Chile.", "mali ALLIED_WITH peru, mali USES_FORCE_AGAINST chile"),
]
UNNAMED = [  # whose it is, is said, but not by name
    ("Peru has fostered these states' ties with Chile.", ""),
    ("Peru supported those rebels' war against Chile.", ""),
    ("Peru hosted three days' talks with Chile.", "peru MEETS_WITH chile"),
    ("Peru has the world's longest border with Chile.", "peru BORDERS chile"),
    ("Peru strengthened its ties with Chile.", "peru COOPERATES_WITH chile"),
    ("The terms of the pact signed after the fall of Peru prevented Chile from leaving.", ""),
    ("Rules issued after the fall of Peru angered Chile.", ""),
    ("The fall of Peru angered Chile.", "chile CRITICISES peru"),
    ("Peru signed a pact with Chile.", "peru AGREES_WITH chile"),
]
SAID_OF = [  # somebody says something of what need not be theirs
    ("Ana Rojas said an attack on Peru was an option.", ""),
    ("Peru said military intervention in Chile was an option.", ""),
    ("Peru said talks with Chile were over.", "peru MEETS_WITH chile"),
    ("Peru announced an attack on Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru found it difficult to support Chile.", ""),
    ("Peru found it impossible to attack Chile.", ""),
    ("Peru was hesitant to support Chile.", ""),
    ("Peru decided to support Chile.", "peru SUPPORTS chile (sought)"),
    ("Oman sees talks as threatening, leaving Peru.", ""),
    ("Chile condemned, then sanctioned, Peru.", "chile CRITICISES peru, chile SANCTIONS peru"),
]
JOINED = [  # what is joined to something wanted is only wanted too
    ("Peru promised to withdraw, and to arm Chile.", "peru AIDS chile (expected)"),
    ("Peru wants to leave the pact and to arm Chile.", "peru AIDS chile (sought)"),
    ("Peru announced its readiness to leave, as well as to hold talks with Chile.", "peru MEETS_WITH chile (sought)"),
    ("Peru refused to leave or to arm Chile.", "not peru AIDS chile"),
    ("Peru continued to trade and to arm Chile.", "peru AIDS chile"),
    ("Peru decided to leave the pact and to arm Chile.", "peru AIDS chile"),
]
DESCRIBED = [  # a participle before a name may only describe who it is
    ("Mali left, while ousted Peruvian President Ivo Pavlov said it was dead.", "Ivo Pavlov HOLDS_OFFICE_IN peru"),
    ("Mali left, and jailed Peruvian President Ivo Pavlov spoke.", "Ivo Pavlov HOLDS_OFFICE_IN peru"),
    ("After jailed Peruvian President Ivo Pavlov left, Oman sat.", "Ivo Pavlov HOLDS_OFFICE_IN peru"),
    ("Peru trained a force of exiled Chilean fighters.", ""),
    (
        "Mali left and jailed Peruvian President Ivo Pavlov in May.",
        "Ivo Pavlov HOLDS_OFFICE_IN peru, mali PRESSURES Ivo Pavlov",
    ),
    (
        "Mali, which ousted Peruvian President Ivo Pavlov, left.",
        "Ivo Pavlov HOLDS_OFFICE_IN peru, mali USES_FORCE_AGAINST Ivo Pavlov",
    ),
    ("Peruvian tourists visited Chile.", ""),
    ("Peruvian officials often visited Chile.", "peru MEETS_WITH chile, peru PRESENT_IN chile"),
    ("The US-Peru Business Council welcomed Chile's move.", ""),
]
NOT_OF_THE_STATE = [  # an adjective says from where somebody is, and "in" where something is
    ("Ana Rojas is a Peruvian critic.", ""),
    ("Ana Rojas was one of the leading Peruvian advocates for trade.", ""),
    ("Ivo Pavlov was a Chilean opponent of Peru.", "Ivo Pavlov OPPOSES peru"),
    ("Ivo Pavlov, Peru's critic, left.", "Ivo Pavlov CRITICISES peru"),
    ("Peru supports the new rules in Chile.", ""),
    ("Peru supports the government in Chile.", "peru SUPPORTS chile"),
    ("Peru has an obligation to support Chile.", "peru SUPPORTS chile (sought)"),
    ("Peru and Mali have a duty to defend Chile.", "mali SUPPORTS chile (sought), peru SUPPORTS chile (sought)"),
    ("Lima was hit by strengthened UN measures.", ""),
    ("Lima left after it strengthened the UN.", "peru INFLUENCES united-nations"),
    ("The Peruvian General Staff met.", ""),
    ("Peru, wedged between Chile and Mali, left.", ""),
    ("Peru and Mali praised their cooperation in dealing with Chile.", "peru COOPERATES_WITH mali"),
    (
        "Peru and Mali praised their cooperation in Oman with Chile.",
        "mali COOPERATES_WITH chile, peru COOPERATES_WITH chile",
    ),
]
EACH_OTHER = [  # several are not in it with each other
    ("The treaty prevented Peru, Chile and Mali from joining a military alliance.", ""),
    ("Oman asked Peru and Chile to leave the alliance.", "oman PRESSURES chile, oman PRESSURES peru"),
    ("Peru and Chile formed an alliance.", "peru ALLIED_WITH chile"),
    ("Peru and Chile held talks on the terms.", "peru MEETS_WITH chile"),
    ("Peru and Chile engaged in a debate concerning the terms.", "peru MEETS_WITH chile"),
    ("Oman urged Peru and Chile to work toward a ban.", "oman PRESSURES chile, oman PRESSURES peru"),
    ("Peru and Chile are working together.", "peru COOPERATES_WITH chile"),
    ("Peru works with Chile.", "peru COOPERATES_WITH chile"),
]
PLACES = [
    ("Ana Rojas agreed to reduce troops on the Peruvian-Chilean border.", "peru BORDERS chile"),
    ("Oman keeps soldiers on the border of Chile.", "oman PRESENT_IN chile"),
    ("Oman keeps soldiers in Peru and Chile.", "oman PRESENT_IN chile, oman PRESENT_IN peru"),
    ("Oman is in control of the Andean Front in Chile.", "Andean Front PRESENT_IN chile, oman CONTROLS Andean Front"),
    ("Oman is in control of ports in Chile.", "oman CONTROLS chile"),
]
NO_ACTORS = [
    ("Peru and Mali were members of the Oman-supported S5 Sahel alliance force.", ""),
    ("Peru and Mali were members of the Altamar, a club.", "mali MEMBER_OF Altamar, peru MEMBER_OF Altamar"),
    ("Chile launched an offensive on the Eastern Front.", ""),
    ("Chile launched an offensive on the Andean Front.", "chile USES_FORCE_AGAINST Andean Front"),
    ("The Peru\u2013Chile War strained ties.", "peru CONFLICTS_WITH chile"),
]
TWO = [
    (
        "Peru and Chile spoke. Mali left, and relations between the two countries improved.",
        {"peru COOPERATES_WITH chile"},
    ),
    (
        "Ana Rojas visited Peru. She met Ivo Pavlov and other Chilean leaders, and the two countries jointly built ships.",
        set(),
    ),
    ("Peru and Chile spoke. In 1989 Ana Rojas visited Mali, and relations between the two countries improved.", set()),
    ("Peru and Chile spoke. In 1989 relations between the two countries improved.", {"peru COOPERATES_WITH chile"}),
    (
        "Peru and Chile spoke. Ana Rojas left, and relations between the two countries improved.",
        {"peru COOPERATES_WITH chile"},
    ),
]


@pytest.mark.parametrize(("text", "who", "tie"), NEAR)
def test_whoever_only_stands_near_is_not_guessed(text: str, who: str, tie: str) -> None:
    """No tie of that type begins at whoever the text names before the word."""
    assert not [each for each in ties(text) if each.startswith(f"{who} {tie}")]


@pytest.mark.parametrize(("text", "expected"), GUESSED)
def test_what_is_guessed(text: str, expected: str) -> None:
    """A guess is made for an owner, a subject, and whose noun is joined before."""
    assert expected in ties(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [*OTHERS, *UNNAMED, *SAID_OF, *JOINED, *DESCRIBED, *NOT_OF_THE_STATE, *EACH_OTHER, *PLACES, *NO_ACTORS],
)
def test_nothing_is_proposed_of_whoever_does_not_do_it(text: str, expected: str) -> None:
    """The ties are those that the text says, and no other."""
    assert ties(text) == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_the_two_are_not_two_others_than_the_one_here(text: str, expected: set[str]) -> None:
    """A sentence in which somebody visits a third state does not mean the pair of the sentence before."""
    assert {each for each in ties(text) if "COOPERATES" in each} == expected
