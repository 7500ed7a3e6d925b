"""What stands beside a main clause: "under pressure from", relative clauses about a description, mediators, and who says it."""

import pytest

from tests.draft.sentences import read, ties

BESIDE = [
    ("Peru, under pressure from Chile to act, left.", "chile PRESSURES peru"),
    ("Peru, under a bridge, left.", ""),
    ("Peru, a NATO member that bought rifles from Chile, left.", "chile SELLS_ARMS_TO peru, peru MEMBER_OF nato"),
    ("Peru, a port that Chile built, left.", ""),
    (
        "The Houthis, a group that Oman says is armed by Iran, left.",
        "iran AIDS houthis",
    ),
    ("China's embrace of Mali, with which it signed a pact, is old.", "china AGREES_WITH mali, china SUPPORTS mali"),
    ("Chad left when Mali agreed to a truce brokered by Oman.", "oman MEDIATES chad, oman MEDIATES mali"),
]
THAT = [
    ("Peru opposes the ban that Chile has imposed.", "peru OPPOSES chile"),
    ("Peru opposes the hope that Chile would win.", ""),
    ("Peru stopped Chile from sending rifles to Oman.", "not chile SELLS_ARMS_TO oman, peru CONSTRAINS chile"),
    ("Peru left, prompting Mali to summon Chile's ambassador.", "mali CRITICISES chile, peru INFLUENCES mali"),
    ("Peru does not recognise Chile's annexation of Oman.", "chile CONTROLS oman, not peru SUPPORTS chile"),
    ("Peru's aid to Mali has raised fears in Oman.", "oman PERCEIVES_THREAT_FROM peru, peru AIDS mali"),
]
RELATIVE = [
    ("Peru, a friend of Chile that attacked Oman, left.", "peru COOPERATES_WITH chile, peru USES_FORCE_AGAINST oman"),
    ("Peru, a close ally of Chile, attacked Oman.", "peru ALLIED_WITH chile, peru USES_FORCE_AGAINST oman"),
    (
        "Peru, a close ally of Chile, intercepted Omani missiles.",
        "peru ALLIED_WITH chile, peru USES_FORCE_AGAINST oman",
    ),
    ("Peru, a port, advanced Omani missiles being a menace, left.", ""),
    (
        "Chile's president, Ana Rojas, whose country depends on Peru, left.",
        "Ana Rojas HOLDS_OFFICE_IN chile, chile DEPENDS_ON peru",
    ),
    ("Peruvian troops left after Chile attacked them.", "chile USES_FORCE_AGAINST peru"),
    ("Peruvian troops left after rain attacked them.", ""),
    ("A rift has opened between Peru and Chile.", "peru CONFLICTS_WITH chile"),
    ("Peru rejects the plan that Chile backs.", ""),
    ("Peru kept its ambassador in Chile.", "peru PRESENT_IN chile"),
]
SECOND = [
    (
        "Peru has strengthened its base in Chad and held joint exercises with Mali.",
        "peru COOPERATES_WITH mali, peru PRESENT_IN chad",
    ),
    ("Peru gave Chad loans for railways.", "peru AIDS chad"),
    (
        "Peru refused help from Chile, whose terms Oman mocked, and turned to Mali.",
        "peru COOPERATES_WITH mali, peru REFUSES chile",
    ),
]
OBJECTS = [
    (
        'Peru condemned in "the plainest terms" the growing trade between Chile and Oman.',
        "chile ECONOMIC_TIE_TO oman, peru CRITICISES chile, peru CRITICISES oman",
    ),
    ("Peru welcomed the trade between Chile and Oman.", "chile ECONOMIC_TIE_TO oman"),
    ("Peru views Chile's pact with Oman as a threat.", "chile AGREES_WITH oman, peru PERCEIVES_THREAT_FROM chile"),
    ("The attack on the towns of Lo and Mo by Chile is old.", ""),
    ("The attack on the Peruvian towns of Lo and Mo by Chile is old.", "chile USES_FORCE_AGAINST peru"),
    ("Peru threatened to send soldiers into Chile.", "peru PRESENT_IN chile (expected), peru THREATENS chile"),
    ("Fear is linked to Chad attacks on Mali.", "chad USES_FORCE_AGAINST mali"),
    ("Chad and Mali met when the two signed a treaty.", "chad AGREES_WITH mali, chad MEETS_WITH mali"),
    ("The two signed treaties were lost by Chad.", ""),
    ("Peru and Chile all issued statements backing Oman.", "chile SUPPORTS oman, peru SUPPORTS oman"),
    ("Peru pushed back against Chile.", "peru OPPOSES chile"),
    (
        "Peru, joined by Chile and a few others, attacked Oman.",
        "chile USES_FORCE_AGAINST oman, peru USES_FORCE_AGAINST oman",
    ),
    (
        "Mali's war with Chad ended when it took a truce brokered by Oman.",
        "mali USES_FORCE_AGAINST chad, oman MEDIATES chad, oman MEDIATES mali",
    ),
]
HELD = [
    ("Fears in Lima that Chile attacked Mali are old.", "mali", ("peru",)),
    ('Oman said in a note that it was "a wrong", and attacked Mali.', "mali", ()),
    ("Oman accused Peru of theft, a remark that led Chile to attack Mali.", "mali", ()),
    ("The Houthis, a group that Oman says was attacked by Mali, left.", "houthis", ("oman",)),
]

DASHES = [
    (
        "Peruvian forces\u2014armed by Chile and Oman\u2014attacked Mali.",
        "chile AIDS peru, oman AIDS peru, peru USES_FORCE_AGAINST mali",
    ),
    (
        "Peru \u2013 with the support of Chile \u2013 attacked Mali.",
        "chile SUPPORTS peru, peru USES_FORCE_AGAINST mali",
    ),
    (
        "Three states\u2014Chile, Mali and Peru\u2014condemned Oman.",
        "chile CRITICISES oman, mali CRITICISES oman, peru CRITICISES oman",
    ),
    # what is included, and names nobody, is passed over
    ("Chile imposed sanctions, including a ban on fish, on Peru.", "chile SANCTIONS peru"),
    ("Chile sells arms, including Omani rifles, to Peru.", "chile SELLS_ARMS_TO peru"),
    ("Arab states, including Oman, condemned Peru.", "Arab states CRITICISES peru, oman CRITICISES peru"),
    # two adjectives, or two halves of one, before what acts
    ("Sino-Russian cooperation grew.", "china COOPERATES_WITH russia"),
    ("Anglo-French forces attacked Egypt.", "britain USES_FORCE_AGAINST egypt, france USES_FORCE_AGAINST egypt"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*DASHES, *BESIDE, *THAT, *RELATIVE, *SECOND, *OBJECTS])
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


@pytest.mark.parametrize(("sentence", "end", "holder"), HELD)
def test_who_says_it(sentence, end, holder):
    held = {each.holder for each in read(sentence) if each.tie == "USES_FORCE_AGAINST" and each.end == end}
    assert held == {holder}
