# ruff: noqa: E501 -- a row a case
"""Ties in long sentences: what stands in brackets and between commas, lists, and who acts along with the subject."""

from __future__ import annotations

import pytest

from tests.draft.sentences import ties

IN_BRACKETS = [
    (
        "The E3 (France, Germany and the UK) sanctioned Iran.",
        "E3 SANCTIONS iran, britain MEMBER_OF E3, france MEMBER_OF E3, germany MEMBER_OF E3",
    ),
    ("The region's two powers (Iran and Oman) condemned Peru.", "iran CRITICISES peru, oman CRITICISES peru"),
    ("Two of its neighbours (Chad and Niger) have sanctioned Mali.", "chad SANCTIONS mali, niger SANCTIONS mali"),
    ("Iran's partners (Peru and Oman) left.", "oman COOPERATES_WITH iran, peru COOPERATES_WITH iran"),
    (
        "Peru attacked its neighbours (Chile and Bolivia).",
        "peru USES_FORCE_AGAINST bolivia, peru USES_FORCE_AGAINST chile",
    ),
    ("The Quad (India and Japan) condemned Peru.", "india MEMBER_OF quad, japan MEMBER_OF quad, quad CRITICISES peru"),
    ("Peru (which denies it) armed Chile.", "peru AIDS chile"),
    ("Peru (in 2017) and Chile (in May 2018) sanctioned Oman.", "chile SANCTIONS oman, peru SANCTIONS oman"),
    (
        "Talks between the E3 (France and Germany) and Iran began.",
        "E3 MEETS_WITH iran, france MEMBER_OF E3, germany MEMBER_OF E3",
    ),
    ("The base (near Oman) and Chile sanctioned Peru.", "chile SANCTIONS peru"),
]
ALONG = [
    ("Peru, joined by Chile and Oman, condemned Mali.", "chile CRITICISES mali, oman CRITICISES mali, peru CRITICISES mali"),
    ("Peru, along with Chile, attacked Mali.", "chile USES_FORCE_AGAINST mali, peru USES_FORCE_AGAINST mali"),
    ("Peru, together with Chile, has sanctioned Mali.", "chile SANCTIONS mali, peru SANCTIONS mali"),
    ("Peru, as well as Chile and Oman, condemned Mali.", "chile CRITICISES mali, oman CRITICISES mali, peru CRITICISES mali"),
    ("Peru as well as Chile condemned Mali.", "chile CRITICISES mali, peru CRITICISES mali"),
    ("In tandem with Chile, Peru attacked Mali.", "chile USES_FORCE_AGAINST mali, peru USES_FORCE_AGAINST mali"),
    ("As do Chile and Oman, Peru's leaders fear Mali.", "chile PERCEIVES_THREAT_FROM mali, oman PERCEIVES_THREAT_FROM mali, peru PERCEIVES_THREAT_FROM mali"),
    ("Like Chile, Peru condemned Mali.", "chile CRITICISES mali, peru CRITICISES mali"),
    ("As with Chile, Peru relies on Mali.", "chile DEPENDS_ON mali, peru DEPENDS_ON mali"),
    ("Peru condemned Chile, and, along with Oman, sanctioned Mali.", "oman SANCTIONS mali, peru CRITICISES chile, peru SANCTIONS mali"),
    ("Peru and, to a lesser extent, Chile support Mali.", "chile SUPPORTS mali, peru SUPPORTS mali"),
    ("Peru, where Oman has no base, and Chile condemned Mali.", "chile CRITICISES mali, not oman PRESENT_IN peru, peru CRITICISES mali"),
    # near misses
    ("Unlike Chile, Peru condemned Mali.", "peru CRITICISES mali"),
    ("Peru, backed by Chile, attacked Mali.", "chile SUPPORTS peru, peru USES_FORCE_AGAINST mali"),
    ("Peru, followed by Chile, attacked Mali.", "peru USES_FORCE_AGAINST mali"),
    ("Peru met Chile and, at the same time, Oman condemned Mali.", "oman CRITICISES mali, peru MEETS_WITH chile"),
]  # fmt: skip
LISTS = [
    ("Peru has three aims: arming Chile, isolating Mali and attacking Oman.", "peru AIDS chile (sought), peru PRESSURES mali (sought), peru USES_FORCE_AGAINST oman (sought)"),
    ("Peru's goals are clear: to arm Chile and to attack Oman.", "peru AIDS chile (sought), peru USES_FORCE_AGAINST oman (sought)"),
    ("Peru has several tools: selling arms to Mali; lending money to Chile; and threatening Oman.", "peru ECONOMIC_TIE_TO chile, peru SELLS_ARMS_TO mali, peru THREATENS oman"),
    ("Peru has done three things: sold drones to Mali, sanctioned Chile and attacked Oman.", "peru SANCTIONS chile, peru SELLS_ARMS_TO mali, peru USES_FORCE_AGAINST oman"),
    ("Peru responded in two ways: by arming Mali and by threatening Oman.", "peru AIDS mali, peru THREATENS oman"),
    ("Peru may respond in two ways: arming Mali or threatening Oman.", "peru AIDS mali (hypothetical), peru THREATENS oman (hypothetical)"),
    ("Lima's tools include arming Mali and threatening Oman.", "peru AIDS mali, peru THREATENS oman"),
    ("Peru backs three groups: Hezbollah, Hamas and the Houthis.", "peru SUPPORTS hamas, peru SUPPORTS hezbollah, peru SUPPORTS houthis"),
    ("Peru relies on two partners \u2014 Chile and Oman.", "peru DEPENDS_ON chile, peru DEPENDS_ON oman"),
    ("Peru sends arms to Mali in May, to Chad in June and, through Oman, to Niger.", "peru SELLS_ARMS_TO chad, peru SELLS_ARMS_TO mali, peru SELLS_ARMS_TO niger"),
    ("Peru has sent weapons to Chad, troops to Mali, and rifles to Oman.", "peru PRESENT_IN mali, peru SELLS_ARMS_TO chad, peru SELLS_ARMS_TO oman"),
    ("Peru's support for Chad, for Mali and for Niger has grown.", "peru SUPPORTS chad, peru SUPPORTS mali, peru SUPPORTS niger"),
    ("Peru is the largest trading partner of Chad and of Mali.", "peru ECONOMIC_TIE_TO chad, peru ECONOMIC_TIE_TO mali"),
    ("Peru sells arms not only to Chad but also to Mali.", "peru SELLS_ARMS_TO chad, peru SELLS_ARMS_TO mali"),
    ("After Peru attacked Chile, Chad and Mali condemned Oman.", "chad CRITICISES oman, mali CRITICISES oman, peru USES_FORCE_AGAINST chile"),
    # near misses
    ("There is one aim: arming Chile.", ""),
    ("Peru sold arms to Chad, and to Mali it meant nothing.", "peru SELLS_ARMS_TO chad"),
]  # fmt: skip
FAR = [
    ("Having armed Chile, Peru supported Oman.", "peru AIDS chile, peru SUPPORTS oman"),
    ("Being dependent on Chile, Peru supported Oman.", "peru DEPENDS_ON chile, peru SUPPORTS oman"),
    ("Instead of sanctioning Chile, Peru supported Oman.", "not peru SANCTIONS chile, peru SUPPORTS oman"),
    ("Peru signed a pact with Oman and, after months of talks, sanctioned Chile.", "peru AGREES_WITH oman, peru SANCTIONS chile"),
    ("Peru, which for years had troops in Mali, has since 2022 supported Niger.", "peru PRESENT_IN mali, peru SUPPORTS niger"),
    ("Peru has supported Mali, including by selling it fighter jets.", "peru SELLS_ARMS_TO mali, peru SUPPORTS mali"),
    ("Peru, to which Chile sells drones, condemned Mali.", "chile SELLS_ARMS_TO peru, peru CRITICISES mali"),
    ("Peru, whose relations with Chile are tense, condemned Mali.", "peru CONFLICTS_WITH chile, peru CRITICISES mali"),
    ("Peru neither condemned Mali nor supported Chad.", "not peru CRITICISES mali, not peru SUPPORTS chad"),
    ("Peru is locked in disputes involving Chad, Mali and Niger.", "peru CONFLICTS_WITH chad, peru CONFLICTS_WITH mali, peru CONFLICTS_WITH niger"),
    ("Peru is embroiled in a dispute with Mali.", "peru CONFLICTS_WITH mali"),
    ("A dispute involving Chad and Mali began.", "chad CONFLICTS_WITH mali"),
    ("Tensions between Peru on the one hand and Chad and Mali on the other grew.", "peru CONFLICTS_WITH chad, peru CONFLICTS_WITH mali"),
    ("Relations between Peru, on the one hand, and Chad and Mali, on the other, are tense.", "peru CONFLICTS_WITH chad, peru CONFLICTS_WITH mali"),
    # near misses
    ("Having armed, Peru left Chile.", ""),
    ("Peru sees Chile as a partner, Mali as a friend and Oman as a threat.", "chile COOPERATES_WITH peru, mali COOPERATES_WITH peru, oman THREATENS peru, peru VIEWS_AS chile"),
    ("Talks involving Peru failed.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), [*IN_BRACKETS, *ALONG, *LISTS, *FAR])
def test_what_a_long_sentence_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected
