"""Kinds of wording that any text may have: the parties, sanctions that are broken, what is prevented, where a seat is."""

import pytest

from tests.draft.sentences import ties

FOUGHT = "Peru and Chile fought for years. "
BOTH_FOUGHT = "peru USES_FORCE_AGAINST chile"
REFERRED = [  # whom "the parties" and the like mean
    (
        f"{FOUGHT}The African Union called on the parties to stop.",
        f"african-union PRESSURES chile, african-union PRESSURES peru, {BOTH_FOUGHT}",
    ),
    (f"{FOUGHT}Oman criticised the warring parties.", f"oman CRITICISES chile, oman CRITICISES peru, {BOTH_FOUGHT}"),
    (f"{FOUGHT}Oman has condemned neither side.", BOTH_FOUGHT),
    ("The parties lost the vote in Peru. Chile condemned the parties.", ""),
]
BROKEN = [  # whoever breaks sanctions imposes none
    ("Peru and Oman breached an arms embargo on Chad.", "oman SELLS_ARMS_TO chad, peru SELLS_ARMS_TO chad"),
    ("Peru violated the sanctions on Chad.", ""),
    ("Peru circumvented the trade embargo on Chad.", ""),
    ("Peru broke Oman's sanctions by sending troops to Chad.", "peru PRESENT_IN chad"),
    ("Peru tightened the sanctions on Chad.", "peru SANCTIONS chad"),
    ("Peru evaded Oman's sanctions on Chad.", "not peru COMPLIES_WITH oman, oman SANCTIONS chad"),
]
HELD_BACK = [  # what is prevented does not happen
    ("Peru prevented Chad from joining NATO.", "not chad MEMBER_OF nato, peru CONSTRAINS chad"),
    (
        "Oman wants to keep Peru from attacking Chad.",
        "oman CONSTRAINS peru (sought), peru USES_FORCE_AGAINST chad (feared)",
    ),
    ("Oman deterred Peru from attacking Chad.", "oman CONSTRAINS peru, peru USES_FORCE_AGAINST chad (feared)"),
    ("Oman will ensure that Peru does not attack Chad.", "peru USES_FORCE_AGAINST chad (feared)"),
    ("Oman works to ensure that Peru supports Chad.", "peru SUPPORTS chad (sought)"),
]
SEATS = [  # where a body has its seat, and who leads it
    ("The secretariat of the African Union is in Addis Ababa.", "african-union PRESENT_IN ethiopia"),
    ("The headquarters of the firm is in Peru.", ""),
    ("The African Union, which is chaired by Chad, met in Lima.", "chad CONTROLS african-union"),
    ("Chad assumed the presidency of the African Union.", "chad CONTROLS african-union"),
    ("The session was chaired by Chad.", ""),
]
PLACED = [  # a role, where it is one, and who has it
    ("Peru's main rival in the Andes, Chile, left.", "chile RIVAL_OF peru"),
    ("Chad's closest ally in the Sahel, Niger, closed its airspace.", "niger ALLIED_WITH chad"),
    ("Peru's exports in the Andes, Chile said, fell.", ""),
]
DIPLOMACY = [
    ("Oman recalled its ambassador to Peru.", "oman PRESSURES peru"),
    ("Oman raised concerns with the Peruvian government in May.", "oman CRITICISES peru"),
    ("Oman expressed concern to Peru about the islands.", "oman CRITICISES peru"),
    ("The quarrel has hampered bilateral relations between Oman and Peru.", "oman CONFLICTS_WITH peru"),
    ("Oman is heavily involved in Chad.", "oman PRESENT_IN chad"),
    ("Oman is heavily involved in trade.", ""),
    ("Chad fell prey to Oman.", "oman CONTROLS chad"),
]
REASONS = [  # who makes somebody do something
    ("Chad left the pact, mainly due to Oman and Peru's pressure.", "oman PRESSURES chad, peru PRESSURES chad"),
    ("Chad closed the port because of pressure from Oman.", "oman PRESSURES chad"),
    ("Chad closed the port at Oman's insistence.", "oman PRESSURES chad"),
    ("Chad changed its mind because of a storm in Oman.", ""),
    ("Peru's buildup has caused concern in Tokyo.", "japan PERCEIVES_THREAT_FROM peru"),
    ("The storm has caused concern in Tokyo.", ""),
]
SPELT = [
    ("Chad co-operates with Oman.", "chad COOPERATES_WITH oman"),
    ("Co-operation between Chad and Oman grew.", "chad COOPERATES_WITH oman"),
    ("Papua New Guinea, too, has close ties with Oman.", "papua-new-guinea COOPERATES_WITH oman"),
    (
        "The Chadian Liberation Front (Frolichad) fled. Oman attacked Frolichad.",
        "oman USES_FORCE_AGAINST Chadian Liberation Front",
    ),
    ("Sudan's Rapid Support Forces fled.", "Rapid Support Forces MEMBER_OF sudan"),
    ("Lebanon's Hezbollah fled.", ""),
    ("Libya was in chaos after leader Muammar Gaddafi died.", "Muammar Gaddafi HOLDS_OFFICE_IN libya"),
    ("Oman was in chaos after leader Muammar Gaddafi died.", ""),
]
NAMED = [
    ("Kenya and Uganda cooperate in the fight against al Shabaab.", "al Shabaab, kenya, uganda"),
    ("Peru's trade with North America grew.", ""),
    ("Oman attacked Al Qaida and Islamic State.", "al-qaeda, islamic-state, oman"),
    ("Chad attacked Al Shabaab militants in Somalia.", "Al Shabaab, chad, somalia"),
]
ALL = [*REFERRED, *BROKEN, *HELD_BACK, *SEATS, *PLACED, *DIPLOMACY, *REASONS, *SPELT]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_wording(text, expected):
    assert ", ".join(sorted(ties(text))) == expected


@pytest.mark.parametrize(("text", "who"), NAMED)
def test_who_is_tied(text, who):
    found = {end for tie in ties(text) for end in (tie.split(" (")[0].rpartition(f" {_type(tie)} "))[::2]}
    assert ", ".join(sorted(found)) == who


def _type(tie):
    return next(word for word in tie.split() if word.isupper() and "_" in word)


def test_the_sides_are_those_joined_before_though_others_are_named_since():
    text = (
        "Chad and the independence-seeking Popular Front"
        " for the Liberation of Tibesti and Rio de Oro del Norte (Frolitib) have fought"
        " for years. The African Union arranged a cease-fire in May. Oman, with Yemen, has urged the parties to talk."
    )
    found = ties(text)
    assert {"african-union MEDIATES chad", "african-union MEDIATES Frolitib"} <= found
    assert {"oman PRESSURES chad", "oman PRESSURES Frolitib"} <= found
    assert not {"oman PRESSURES yemen", "yemen PRESSURES oman"} & found
