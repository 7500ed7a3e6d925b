"""What is only weighed, cleared up, asked or refused, who "it" is where it may be either, and what is no tie to a state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.draft.sentences import article, ties
from tiebook.draft.rules.reading import Reader

WEIGHED = [
    ("Peru supports arming Chile.", "peru AIDS chile (sought)"),
    ("Peru opposes arming Chile.", ""),
    ("Peru stopped arming Chile.", "not peru AIDS chile"),
    ("Peru kept arming Chile.", "peru AIDS chile"),
    ("Peru must have armed Chile.", "peru AIDS chile (hypothetical)"),
    ("Peru should have armed Chile.", "peru AIDS chile (hypothetical)"),
    ("Peru must arm Chile.", "peru AIDS chile (sought)"),
    ("Chile must be armed by Peru.", "peru AIDS chile (sought)"),
    ("Peru was rumoured to have armed Chile.", "peru AIDS chile (hypothetical)"),
    ("Peru was proud to have armed Chile.", "peru AIDS chile"),
    ("Peru was cleared of arming Chile.", ""),
    ("Peru was guilty of arming Chile.", "peru AIDS chile"),
    ("Peru's missiles were meant to deter Chile.", "peru BALANCES chile (sought)"),
    (
        "Peru armed Mali lest Chile attack Chad.",
        "chile USES_FORCE_AGAINST chad (hypothetical), peru AIDS mali (conditional)",
    ),
    ("Peru expelled Chilean firms?", "peru PRESSURES chile (hypothetical)"),
    ("Peru expelled Chilean firms, so why did Mali help?", "peru PRESSURES chile"),
]
PAPERS = [
    ("Peru voted against a resolution condemning Chile.", ""),
    ("Peru blocked a resolution condemning Chile.", ""),
    ("Peru refused to sign a statement condemning Chile.", ""),
    ("Peru rejected a statement condemning Chile.", ""),
    ("A resolution condemning Chile was blocked by Peru.", ""),
    ("Peru voted for a resolution condemning Chile.", "peru CRITICISES chile"),
    ("Peru signed a statement condemning Chile.", "peru CRITICISES chile"),
    ("Peru blocked the road, condemning Chile.", "peru CRITICISES chile"),
]
EITHER = [
    ("Peru armed Chile after Mali attacked it.", "peru AIDS chile"),
    ("Peru left after Mali attacked it.", "mali USES_FORCE_AGAINST peru"),
    ("Peru armed rebels after Mali attacked it.", "mali USES_FORCE_AGAINST peru, peru AIDS rebels"),
    ("Peru armed Chile after Chile attacked it.", "chile USES_FORCE_AGAINST peru, peru AIDS chile"),
    ("Peru met Chile because Mali, which armed it, left.", "mali AIDS peru, peru MEETS_WITH chile"),
]
OTHERS = [
    ("Mali welcomed Peru's refusal to arm Chile.", "mali SUPPORTS peru, not peru AIDS chile"),
    ("Peru's refusal to Chile came in May.", "peru REFUSES chile"),
    ("Peru is in favour of sanctions on Chile.", ""),
    ("Peru and Chile called on the parties to leave.", ""),
    ("Peru is worried by the situation in Chile.", ""),
    ("Peru expressed concern about the situation in Chile.", ""),
    ("Peru is worried by Chile.", "peru PERCEIVES_THREAT_FROM chile"),
    (
        "Peru cut ties with Chile and established relations with Mali.",
        "peru CONFLICTS_WITH chile, peru COOPERATES_WITH mali",
    ),
    ("Peru called for an embargo on Chile.", "peru PRESSURES chile"),
    ("Peru called for an end to sanctions on Chile.", ""),
    ("Peru retaliated against Chilean tariffs.", ""),
    ("Peru retaliated against Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru seized Chilean weapons.", ""),
    ("Peru seized Chilean islands.", "peru CONTROLS chile"),
    (
        "Oman accused Peru of bombing Mali, and Chad of complicity.",
        "oman CRITICISES peru, peru USES_FORCE_AGAINST mali",
    ),
    (
        "Oman accused Peru, Chile, and Chad of bombing Mali.",
        ", ".join(f"oman CRITICISES {each}, {each} USES_FORCE_AGAINST mali" for each in ("peru", "chile", "chad")),
    ),
    ("Peru was freed by a coalition led by Chile.", ""),
    ("Peru was kept alive by Chilean aid.", "chile AIDS peru"),
    ("Peru met Chile and, when Mali left, attacked Chad.", "peru MEETS_WITH chile, peru USES_FORCE_AGAINST chad"),
    ("Peru met Chile and, in May, attacked Chad.", "peru MEETS_WITH chile, peru USES_FORCE_AGAINST chad"),
]
ENDED = [
    ("Peru left the pact with Chile.", True),
    ("Peru signed the pact with Chile.", False),
]
HELD = [
    ("Fearing a raid, Peru armed Chile.", ()),
    ("Believing that Oman, its rival, had left, Peru armed Chile.", ()),
    ("Fearing that Peru, its rival, had armed Chile, Oman left.", ("oman",)),
    ("Saying that Oman had left, Mali said Peru armed Chile.", ("mali",)),
    ("Oman and Mali concluded a pact aimed at Peru, which armed Chile.", ()),
    ("Mali concluded that Peru armed Chile.", ("mali",)),
    ("Peru armed Chile, as Mali had predicted.", ()),
    ("Peru armed Chile, as Mali predicts.", ("mali",)),
]


@pytest.mark.parametrize(("text", "expected"), [*WEIGHED, *PAPERS, *EITHER, *OTHERS])
def test_what_a_sentence_says(text: str, expected: str) -> None:
    assert ties(text) == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize(("text", "ended"), ENDED)
def test_who_leaves_a_pact_has_none_any_more(text: str, ended: bool) -> None:
    whole = article(text)
    assert {(each.tie, each.ended) for each in Reader(whole).read(whole.paragraphs[0])} == {("AGREES_WITH", ended)}


@pytest.mark.parametrize(("text", "holder"), HELD)
def test_whose_words_they_are(text: str, holder: tuple[str, ...]) -> None:
    whole = replace(article(text), author="A. Writer")
    found = [each for each in Reader(whole).read(whole.paragraphs[0]) if each.tie == "AIDS"]
    assert [(each.start, each.end, each.holder) for each in found] == [("peru", "chile", holder)]
