"""Words of political texts that say each type of tie, and the same words where they say none."""

import pytest

from tests.draft.sentences import ties

HOSTILE = [
    ("Peru was chastised by Chile for the raid.", "chile CRITICISES peru"),
    ("Peru tore up its treaty with Chile.", "not chile AGREES_WITH peru"),
    ("Chile's naval buildup worries Peru.", "peru PERCEIVES_THREAT_FROM chile"),
    ("Peru's refusal to leave angered Chile.", "chile CRITICISES peru"),
    ("Chile drew condemnation from Peru.", "peru CRITICISES chile"),
    ("Peru regards Chile with deep suspicion.", "peru PERCEIVES_THREAT_FROM chile"),
    ("Peru identified Chile as a threat.", "peru PERCEIVES_THREAT_FROM chile"),
    ("Peru halted imports from Chile.", "peru SANCTIONS chile"),
    ("Peru restricted sales to Chile.", "peru SANCTIONS chile"),
    ("Peru threatened to cut funds for Chile.", "peru THREATENS chile"),
    ("Chilean warships shadowed Peru.", "chile THREATENS peru"),
    ("Peru lobbed rockets into Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru's cyberattacks on Chile went on.", "peru USES_FORCE_AGAINST chile"),
    ("Chile came under attack from Peru.", "peru USES_FORCE_AGAINST chile"),
    ("Peru locked horns with Chile over fish.", "chile CONFLICTS_WITH peru"),
    ("Peru summoned a diplomat from Chile.", "peru CRITICISES chile"),
    ("Peru is in competition with Chile.", "chile RIVAL_OF peru"),
    ("Peru kept Chile in check.", "peru BALANCES chile"),
]
FRIENDLY = [
    ("Peru stood by Chile.", "peru SUPPORTS chile"),
    ("Peru lined up behind Chile.", "peru SUPPORTS chile"),
    ("Peru secured guarantees from Chile.", "chile SUPPORTS peru"),
    ("Peru rushed fuel to Chile.", "peru AIDS chile"),
    ("Chile, a recipient of aid from Peru, left.", "peru AIDS chile"),
    ("Peru airlifted howitzers to Chile.", "peru SELLS_ARMS_TO chile"),
    ("Peru got missiles from Chile.", "chile SELLS_ARMS_TO peru"),
    ("Peru's dispatch of drones to Chile was swift.", "peru SELLS_ARMS_TO chile"),
    ("Peru, a supplier of oil to Chile, left.", "peru ECONOMIC_TIE_TO chile"),
    ("Peru, a supplier of missiles to Chile, left.", "peru SELLS_ARMS_TO chile"),
    ("Peru is in touch with Chile.", "chile MEETS_WITH peru"),
    ("Peru relayed messages between Chile and Oman.", "peru MEDIATES chile, peru MEDIATES oman"),
    ("Peru shared intelligence with Chile.", "chile COOPERATES_WITH peru"),
    ("Peru walked a tightrope between Chile and Oman.", "peru BALANCES_BETWEEN chile, peru BALANCES_BETWEEN oman"),
    ("Peru clinched a deal with Chile.", "chile AGREES_WITH peru"),
]
FORMS = [  # forms of clauses in which the words stand
    ("President Ana Rojas flew to Chile last week.", "Ana Rojas MEETS_WITH chile"),
    ("Peru attacked Chile Monday.", "peru USES_FORCE_AGAINST chile"),
    ("Peru's last attack on Chile failed.", "peru USES_FORCE_AGAINST chile"),
    ("Peru left the pact, a step that infuriated Chile.", "chile CRITICISES peru"),
    ("Peru opened a base in Oman, to the annoyance of Chile.", "chile CRITICISES peru, peru PRESENT_IN oman"),
    ("Peru left the pact, much to Chile's dismay.", "chile CRITICISES peru"),
    ("Peru responded to the concern of Chile.", ""),
    ("Peru depends on Chile and on Oman.", "peru DEPENDS_ON chile, peru DEPENDS_ON oman"),
    (
        "Peru, whose government is locked in a dispute with Chile, armed Oman.",
        "chile CONFLICTS_WITH peru, peru AIDS oman",
    ),
    (
        "Peru buys oil from Chile and sells it drones.",
        "peru ECONOMIC_TIE_TO chile, peru SELLS_ARMS_TO chile",
    ),
    (
        "Peru accused Oman of hiding the man who lied and ordered Chile to leave.",
        "peru CRITICISES oman, peru PRESSURES chile",
    ),
    ("Peru has edged toward Chile.", "chile COOPERATES_WITH peru"),
    ("Peru dismissed the remarks of Chile.", "peru OPPOSES chile"),
    ("Peruvian troops left Chile.", "not peru PRESENT_IN chile"),
    ("President Ana Rojas left Chile.", ""),
    ("Ana Rojas, a columnist for the Financial Times, left.", "Ana Rojas HOLDS_OFFICE_IN Financial Times"),
    ("Chilean columnist Ana Rojas left.", ""),
    ("The Quad includes Peru and Chile.", "chile MEMBER_OF quad, peru MEMBER_OF quad"),
    ("Peru captured two towns from Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru sidelined Chile yesterday.", "peru PRESSURES chile"),
]
BETWEEN = [  # who mediates, and with whose help somebody acts
    (
        "Talks between Peru and Chile, mediated by Oman, failed.",
        "chile MEETS_WITH peru, oman MEDIATES chile, oman MEDIATES peru",
    ),
    (
        "Omani-brokered talks between Peru and Chile failed.",
        "chile MEETS_WITH peru, oman MEDIATES chile, oman MEDIATES peru",
    ),
    (
        "The truce between Peru and Chile was brokered by Oman.",
        "chile AGREES_WITH peru, oman MEDIATES chile, oman MEDIATES peru",
    ),
    ("Peru and Chile signed a deal that was long in the making.", "chile AGREES_WITH peru"),
    ("With Peru's backing, Chile attacked Oman.", "chile USES_FORCE_AGAINST oman, peru SUPPORTS chile"),
    ("Chile attacked Oman with the help of Peru.", "chile USES_FORCE_AGAINST oman, peru AIDS chile"),
]
OWNED = [  # whose a thing is stands before it
    ("Chile summoned the Peruvian ambassador.", "chile CRITICISES peru"),
    ("Peru's ambassador was summoned by Chile.", "chile CRITICISES peru"),
    ("Peru froze Chilean assets.", "peru SANCTIONS chile"),
    ("Peru uses Chilean drones.", "chile SELLS_ARMS_TO peru"),
    ("Peru uses drones in Chile.", ""),
    ("Peru fired Iranian-made drones at Chile.", "iran SELLS_ARMS_TO peru, peru USES_FORCE_AGAINST chile"),
    ("Peru flies US-made jets.", ""),
    ("China holds Peru's foreign debt.", "china ECONOMIC_TIE_TO peru"),
    ("Peru told Chile to its face that Oman left.", ""),
    ("Peru told Chile to leave.", "peru PRESSURES chile"),
    ("Peru, wary of angering Chile, left.", ""),
    ("Peruvian firms have built airports in Chile.", "peru ECONOMIC_TIE_TO chile"),
]
PEOPLES = [  # adjectives of states, names of people and what relations are called
    ("Rwanda accuses the Congolese army of lying.", "rwanda CRITICISES democratic-republic-of-the-congo"),
    ("Mozambican troops attacked Chile.", "mozambique USES_FORCE_AGAINST chile"),
    ("Chile is Peru's most loyal ally.", "chile ALLIED_WITH peru"),
    ("Chile is one of Peru's two allies.", "chile ALLIED_WITH peru"),
    ("Kim Jong Un visited Chile.", "Kim Jong Un MEETS_WITH chile, Kim Jong Un PRESENT_IN chile"),
    ("Peru's relations with Chile are icy.", "chile CONFLICTS_WITH peru"),
    ("Ties between Peru and Chile hit a new low.", "chile CONFLICTS_WITH peru"),
    ("Ties between Peru and Chile are good.", "chile COOPERATES_WITH peru"),
    (
        "Peru and Oman are forging a bloc against Chile.",
        "oman ALLIED_WITH peru, oman BALANCES chile, peru BALANCES chile",
    ),
    ("Peru captured two Chilean soldiers.", "peru USES_FORCE_AGAINST chile"),
    ("Peru dispatched its intelligence chief to Chile.", "chile MEETS_WITH peru"),
    ("Peru gave Chile intelligence.", "peru AIDS chile"),
    ("India barred Bangladeshi garments.", "india SANCTIONS bangladesh"),
    ("Peru brokered a truce between Chile and Oman, which Chile denies.", "peru MEDIATES chile, peru MEDIATES oman"),
    ("Peru still hosts American bombers.", "united-states PRESENT_IN peru"),
    ("Peru hosted the Chilean president.", "chile MEETS_WITH peru"),
    ("Peru fully supports brotherly Chile.", "peru SUPPORTS chile"),
    ("Peru had planted mines on Chilean soil.", "peru USES_FORCE_AGAINST chile"),
    ("Peru designated Hezbollah a terrorist organisation.", "peru SANCTIONS hezbollah"),
]
ACTING = [  # who acts
    (
        "Peru is accused by a UN panel of sending missiles to Chile.",
        "peru SELLS_ARMS_TO chile, united-nations CRITICISES peru",
    ),
    ("Peru sent two frigates after Chile left.", ""),
    ("Peru and Chile have tripled patrols.", ""),
    ("Peru and Chile held joint patrols.", "chile COOPERATES_WITH peru"),
    (
        "Peru's talks with Chile, which Oman has hosted, failed.",
        "chile MEETS_WITH peru, oman MEDIATES chile, oman MEDIATES peru",
    ),
    ("German tanks have arrived in Ukraine.", "germany SELLS_ARMS_TO ukraine"),
    ("Chilean troops arrived in Peru.", "chile PRESENT_IN peru"),
    ("Italy keeps soldiers in Niamey.", "italy PRESENT_IN niger"),
    ("Peru ordered Chilean troops out.", "peru PRESSURES chile"),
    ("Peru has grown wary of Chile.", "peru PERCEIVES_THREAT_FROM chile"),
    ("Peru is under pressure from Chile.", "chile PRESSURES peru"),
    ("Peru ruled out talks with Chile.", "not chile MEETS_WITH peru"),
    ("Peru gave Chile a base.", "chile PRESENT_IN peru"),
    ("Indian refiners buy Russian crude.", "india ECONOMIC_TIE_TO russia"),
    (
        "The delegate of Peru said that her country fully supported Chile.",
        "peru SUPPORTS chile",
    ),
]
NEAR = [  # the same words, which say none or another
    ("Peru purchased Chilean weapons.", "chile SELLS_ARMS_TO peru"),
    ("Peru relied heavily on Chilean equipment.", "peru DEPENDS_ON chile"),
    ("Peru punished two firms for selling rifles to Chile.", ""),
    ("Peru has blocked Chilean aid to Oman.", "peru OPPOSES chile"),
    ("The visit angered Chile.", ""),
    ("Peru did not rush fuel to Chile.", "not peru AIDS chile"),
    ("Peru hopes to clinch a deal with Chile.", "chile AGREES_WITH peru (sought)"),
    ("Peru refused to stand by Chile.", "not peru SUPPORTS chile"),
    ("Peru may airlift howitzers to Chile.", "peru SELLS_ARMS_TO chile (hypothetical)"),
    ("Peru, an importer from Chile, left.", ""),
    ("Peru's Secretary of State Ana Rojas left.", "Ana Rojas HOLDS_OFFICE_IN peru"),
    ("The advanced missiles frightened the town.", ""),
]


@pytest.mark.parametrize(
    ("sentence", "expected"), [*HOSTILE, *FRIENDLY, *FORMS, *BETWEEN, *OWNED, *PEOPLES, *ACTING, *NEAR]
)
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(_sorted(each) for each in ties(sentence))) == expected


def _sorted(tie):
    """Return a tie with the ends of a symmetric one in the order of the alphabet."""
    *no, start, kind, end = tie.partition(" (")[0].split()
    mode = f" ({tie.partition(' (')[2]}" if "(" in tie else ""
    if kind in ("COOPERATES_WITH", "AGREES_WITH", "MEETS_WITH", "CONFLICTS_WITH", "RIVAL_OF", "ALLIED_WITH"):
        start, end = sorted((start, end))
    return " ".join([*no, start, kind, end]) + mode
