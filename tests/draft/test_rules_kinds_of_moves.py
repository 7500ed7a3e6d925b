"""Kinds of moves that any text may report: lands that change hands, invitations, what is likely, who is put out of a body."""

import pytest

from tests.draft.sentences import ties

LANDS = [  # who holds a land from then on
    ("Spain ceded Guam to Peru.", "peru CONTROLS guam"),
    ("Britain will hand Hong Kong back to China.", "china CONTROLS hong-kong (expected)"),
    ("Hong Kong was handed back to China in May.", "china CONTROLS hong-kong"),
    ("Peru handed a suspect to Chile.", ""),
    ("Peru returned to Chile.", ""),
    ("Peru gave Chile's envoy to Oman a book.", ""),
    ("Peru sold a base in New Mexico.", ""),
]
INVITED = [
    ("Oman invited Peru's president to Chile.", "oman MEETS_WITH peru (sought)"),
    ("Peru was invited to talks by Oman.", "oman MEETS_WITH peru (sought)"),
    ("Oman invited Peru to visit.", "oman MEETS_WITH peru (sought)"),
    ("Oman invited Peru to join NATO.", "peru MEMBER_OF nato (sought)"),
    ("Oman invited trouble.", ""),
]
PUT_OUT = [
    ("Peru was expelled from the Arab League.", "not peru MEMBER_OF arab-league"),
    ("Peru is excluded from NATO membership.", "not peru MEMBER_OF nato"),
    ("Peru was expelled from Chile.", ""),
]
LIKELY = [  # what is no fact yet
    ("Peru is likely to attack Chile.", "peru USES_FORCE_AGAINST chile (expected)"),
    ("Peru is unlikely to attack Chile.", "not peru USES_FORCE_AGAINST chile (expected)"),
    ("Peru is eager to meet Chile.", "peru MEETS_WITH chile (sought)"),
    ("Peru is not ready to meet Chile.", "not peru MEETS_WITH chile (sought)"),
    ("Peru is capable of attacking Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru is in a position to attack Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru was able to meet Chile.", "peru MEETS_WITH chile"),
    ("Oman doubts Peru's ability to attack Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
]
ASIDES = [  # what stands between a verb and what belongs to it
    ("Oman asked Ana Rojas, the Peruvian envoy, to leave.", "oman PRESSURES Ana Rojas"),
    ("Oman again rejected Thursday a Peruvian appeal.", "oman OPPOSES peru, peru PRESSURES oman"),
    ("The threat that Peru poses to Chile is growing.", "peru THREATENS chile"),
    ("The war that Peru waged on Chile is over.", "peru USES_FORCE_AGAINST chile"),
    ("The book that Peru sent to Chile is old.", ""),
    ("Oman led the effort to rescue Peru.", "oman AIDS peru (sought)"),
    ("Oman led the people to rescue Peru.", ""),
    (
        "Oman balked at the number of Peruvian staff needed to implement the deal, blaming Chile for it.",
        "oman CRITICISES chile, oman OPPOSES peru",
    ),
    ("Oman aided Peru (backed by its firms), attacking Chile.", "oman AIDS peru, oman USES_FORCE_AGAINST chile"),
]
VERBS = [  # verbs that the codebook does not use, but that a sentence may have
    ("Peru, which chose war, attacked Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru undertook to arm Chile.", "peru AIDS chile (expected)"),
    ("Peru has thrown its weight behind Chile.", "peru SUPPORTS chile"),
    ("Peruvian troops marched into Chile in May.", "peru PRESENT_IN chile"),
    ("Peruvian soldiers marched past Chile in May.", ""),
    ("Peruvian troops sent into Chile left.", "peru PRESENT_IN chile"),
    ("Peru engaged Chilean troops near the border.", "peru USES_FORCE_AGAINST chile"),
    ("Peru engaged Chilean teachers.", ""),
]

ASKED = [  # whoever answers a request was asked; whom a state tells what to do
    ("Oman rejected calls by Peru to leave.", "oman OPPOSES peru, peru PRESSURES oman"),
    ("Oman bowed to Peruvian demands.", "oman COMPLIES_WITH peru, peru PRESSURES oman"),
    ("Oman rejected calls from the press.", ""),
    ("Oman gave Peru an ultimatum.", "oman PRESSURES peru"),
    ("Oman said that Peru must leave.", "oman PRESSURES peru"),
    ("Oman's president stressed that Peru should return to the talks.", "oman PRESSURES peru"),
    ("Ivo Pavlov, a student, said that Peru should leave.", ""),
    ("Oman said that Peru should be pleased.", ""),
    ("Oman said that, after a pause, Peru must leave.", ""),
    ("Oman demanded an immediate apology by Peru.", "oman PRESSURES peru"),
    ("Oman threatened to break off relations with Peru.", "oman CONFLICTS_WITH peru (expected), oman THREATENS peru"),
    ("Oman denied Peru's accusations.", "peru CRITICISES oman"),
    ("Oman rejected criticism by Peru.", "oman OPPOSES peru, peru CRITICISES oman"),
    ("Oman denied the accusations of a rival.", ""),
    ("After talks with Peru, Oman closed its port.", "oman MEETS_WITH peru"),
    ("Under a deal with Peru, Oman will receive tanks.", "oman AGREES_WITH peru"),
    ("After an attack on Peru, Oman closed its port.", ""),
    ("After talks with Peru nobody left.", ""),
    (
        "The rebels were armed by Chad, Mali and, secretly, Oman.",
        "chad AIDS rebels, mali AIDS rebels, oman AIDS rebels",
    ),
    ("Peru trained Chile to attack Mali.", "chile USES_FORCE_AGAINST mali (sought), peru AIDS chile"),
]
COMPOUNDS = [  # the first part of a compound; nouns that share what follows; who is made of whom
    ("Sino-Indian talks failed.", "china MEETS_WITH india"),
    ("The Franco-German treaty was signed.", "france AGREES_WITH germany"),
    ("The Indo-Pacific fleet left.", ""),
    ("Ten died in the killing and wounding of Chilean soldiers by the Peruvian army.", "peru USES_FORCE_AGAINST chile"),
    ("Ten died in the killing and left.", ""),
    (
        "Peruvian jets made strikes in support of the government of Chile against Hamas.",
        "peru SUPPORTS chile, peru USES_FORCE_AGAINST hamas",
    ),
    ("A contingent of Peruvian troops arrived in Chile.", "peru PRESENT_IN chile"),
    ("A spokesman for Peru condemned Chile.", "peru CRITICISES chile"),
    ("A book for Peru angered Chile.", ""),
    ("Peru shelled parts of Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru imposed sanctions on the Hezbollah movement.", "peru SANCTIONS hezbollah"),
    ("President Ana Rojas of Peru arrived in Muscat.", "Ana Rojas PRESENT_IN oman"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*LANDS, *INVITED, *PUT_OUT, *LIKELY, *ASIDES, *VERBS, *ASKED, *COMPOUNDS]
)
def test_kinds_of_moves(text: str, expected: str) -> None:
    """Each kind is read, and what only looks like it is not."""
    found = sorted(each for each in ties(text) if "HOLDS_OFFICE" not in each)
    assert ", ".join(found) == ", ".join(sorted(expected.split(", ")))
