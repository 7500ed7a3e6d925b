"""Kinds of structure that sentences of any text have: who is asked on which day, what Peru sold, what depends on a condition."""

import pytest

from tests.draft.sentences import ties

TIMES = [  # when something is said stands between whom it is said to and what they are to do
    ("Oman asked Peru on Wednesday to explain the ban.", "oman PRESSURES peru"),
    ("Oman told Peru last week to leave.", "oman PRESSURES peru"),
    ("Oman asked Peru on the islands to explain.", ""),
    ("Peru's minister met President Ana Rojas Tuesday.", "Ana Rojas MEETS_WITH peru"),
    (
        "President Ana Rojas, who is in Chile on a visit, on Monday met with the Chilean minister.",
        "Ana Rojas MEETS_WITH chile, Ana Rojas PRESENT_IN chile",
    ),
    ("Oman raided a camp in the Coastal Bank on Monday.", "oman USES_FORCE_AGAINST Coastal Bank"),
]
RELATIVES = [  # a relative clause without "that"
    ("Oman condemned the sanctions Chile imposed against Mali.", "chile SANCTIONS mali, oman CRITICISES chile"),
    ("He spoke of the tanks Peru sold to Chile.", "peru SELLS_ARMS_TO chile"),
    ("He spoke of the group Hamas sold in Chile.", ""),
    ("Its ally Peru sold tanks to Chile.", "peru SELLS_ARMS_TO chile"),
    ("Oman rejected the plan advanced by Chile.", "oman OPPOSES chile"),
    ("Oman rejected the rules set up by Chile in May.", "oman OPPOSES chile"),
    ("Oman rejected the plan published in Chile.", ""),
]
PARTICIPLES = [  # a participle before its noun is no verb
    ("Oman rejects proposed Peruvian changes to the treaty.", "oman OPPOSES peru"),
    ("Oman condemned repeated Peruvian attacks on the port.", "oman CRITICISES peru"),
    ("Peruvian aircraft including helicopter gunships attacked Chile.", "peru USES_FORCE_AGAINST chile"),
    (
        "After meeting officials from groups including Hamas and Hezbollah, Oman left.",
        "hamas MEETS_WITH oman, hezbollah MEETS_WITH oman",
    ),
    ("Oman spoke about officials from groups including Hamas.", ""),
]
JOINED = [  # two adjectives of an act, two roles of one, two states of a headline
    (
        "Ten people died in the Peruvian-Chilean attack on Mali.",
        "chile USES_FORCE_AGAINST mali, peru USES_FORCE_AGAINST mali",
    ),
    ("Peruvian-Chilean attacks went on.", "peru USES_FORCE_AGAINST chile"),
    ("Oman is a partner and close ally of Peru.", "oman ALLIED_WITH peru, oman COOPERATES_WITH peru"),
    ("Oman is a partner and a close neighbour of none.", ""),
    ("Peru, Chile sign accord.", "chile AGREES_WITH peru"),
    ("In Peru, Chile signs nothing.", ""),
    ("North and South Korean delegates resumed talks.", "north-korea MEETS_WITH south-korea"),
    ("North Peru and South Korean delegates left.", ""),
    (
        "Peru opened relations with three countries this year: Chile, Mali and Oman.",
        "chile COOPERATES_WITH peru, mali COOPERATES_WITH peru, oman COOPERATES_WITH peru",
    ),
]
CONDITIONS = [  # a threat that depends on what somebody does, an accusation by what somebody did
    ("Oman threatened to stop the talks if Peru went ahead.", "oman THREATENS peru"),
    ("Oman has threatened to close its ports unless Peru leaves.", "oman THREATENS peru"),
    ("Oman planned to stop the talks if Peru went ahead.", ""),
    ("Oman never threatened to stop the talks if Peru went ahead.", ""),
    ("The note answered Omani complaints that Peru was breaking the accord.", "oman CRITICISES peru"),
    ("Oman complained that Peru had left.", "oman CRITICISES peru"),
    ("The note answered Omani hopes that Peru was leaving.", ""),
]
CLAIMED = [
    ("The strait is disputed by Peru and Chile.", "chile CONFLICTS_WITH peru"),
    ("The islands are claimed by both Peru and Chile.", "chile CONFLICTS_WITH peru"),
    ("The attack was claimed by Chile in May.", ""),
    ("Peru and Chile battle over the route.", "chile CONFLICTS_WITH peru"),
    ("The press saw the Peru and Chile battle.", ""),
]
PEOPLE = [  # whom force hits; what a person's office says of whose they are
    ("Peruvian soldiers beat up Chilean citizens.", "peru USES_FORCE_AGAINST chile"),
    ("Peruvian soldiers killed 40 Chilean civilians.", "peru USES_FORCE_AGAINST chile"),
    ("Peruvian soldiers killed Chilean rebels.", "peru USES_FORCE_AGAINST Chilean rebels"),
    ("Oman summoned Peru's ambassador Ana Rojas.", "oman CRITICISES peru"),
    ("Oman praised Peru's ambassador Ana Rojas.", "oman SUPPORTS Ana Rojas"),
    ("Peru outlawed a group in Northern Ireland.", ""),
    ("Pentagon press operations director Ivo Pavlov spoke.", ""),
    ("Peruvian agents are active in large numbers in Chile.", "peru PRESENT_IN chile"),
    ("Peruvian agents are active in large numbers.", ""),
    ("Peru counters Islamic State militants.", "peru BALANCES islamic-state"),
]


def _plain(found: set[str]) -> list[str]:
    """Return ties without offices, those without a direction with their ends in order."""
    mutual = ("MEETS_WITH", "COOPERATES_WITH", "ALLIED_WITH", "AGREES_WITH", "CONFLICTS_WITH")
    sorted_ends = []
    for each in found:
        tie = next((one for one in mutual if f" {one} " in each), None)
        start, _, end = each.partition(f" {tie} ")
        sorted_ends.append(f"{min(start, end)} {tie} {max(start, end)}" if tie is not None else each)
    return sorted(each for each in sorted_ends if "HOLDS_OFFICE" not in each)


@pytest.mark.parametrize(
    ("text", "expected"), [*TIMES, *RELATIVES, *PARTICIPLES, *JOINED, *CONDITIONS, *CLAIMED, *PEOPLE]
)
def test_kinds_of_structures(text: str, expected: str) -> None:
    """Each kind is read, and what only looks like it is not."""
    assert (
        ", ".join(_plain(ties(text))) == ", ".join(sorted(expected.split(", "))) if expected else not _plain(ties(text))
    )
