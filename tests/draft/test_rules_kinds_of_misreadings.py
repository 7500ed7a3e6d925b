"""What reads like a tie and is none yet, or is another's: turned conditions, exceptions, hopes, and what is only near."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.draft.sentences import article, ties
from tiebook.draft.rules.reading import Reader

TURNED = [
    ("Should Peru attack Chile, Mali would leave.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Were Peru to attack Chile, Mali would leave.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru should attack Chile.", "peru USES_FORCE_AGAINST chile (sought)"),
]
EXCEPTED = [
    ("All of Mali's neighbours except Peru support Chile.", ""),
    ("Every neighbour but Peru supports Chile.", ""),
    ("No state save Peru attacked Chile.", ""),
    ("Mali left, but Peru supports Chile.", "peru SUPPORTS chile"),
    ("Peru traded with all its neighbours except Chile.", ""),
    ("Peru trades with every state but Chile.", ""),
    ("Peru got tanks from Chile, rifles from Mali and nothing from Chad.", "chile SELLS_ARMS_TO peru"),
]
HOPED = [
    ("Peru's hopes of joining NATO were dashed.", "peru MEMBER_OF nato (sought)"),
    ("Peru's chances of joining NATO grew.", "peru MEMBER_OF nato (hypothetical)"),
    ("Peru's habit of attacking Chile is old.", "peru USES_FORCE_AGAINST chile"),
    ("Talks about an alliance between Peru and Chile failed.", "peru ALLIED_WITH chile (sought)"),
    ("Talks about the alliance between Peru and Chile failed.", "peru ALLIED_WITH chile"),
    ("Books about an alliance between Peru and Chile failed.", "peru ALLIED_WITH chile"),
    ("Mali ratified Peru's accession to NATO.", ""),
    ("Mali announced Peru's accession to NATO.", "peru MEMBER_OF nato"),
    (
        "Peru came under pressure from Mali to sanction Chile.",
        "mali PRESSURES peru, peru SANCTIONS chile (sought)",
    ),
]
OTHERS = [  # who did it, and to whom
    ("Peru entered the war on the side of Chile.", ""),
    ("Peru's war on Chile ended.", "peru USES_FORCE_AGAINST chile"),
    ("Peru would not allow an invasion of Chile.", ""),
    ("Peru ignored the attack on Chile.", ""),
    ("Peru ordered the attack on Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru sided with Chile, which angered Mali.", "mali CRITICISES peru, peru SUPPORTS chile"),
    ("Peru met Chile, which had angered Mali.", "mali CRITICISES chile, peru MEETS_WITH chile"),
    ("Peru gave drones over Mali as a warning to Chile.", ""),
    ("Peru's army patrols the border with Chile.", "peru BORDERS chile"),
    ("Peru's army patrols the sea with Chile.", "peru COOPERATES_WITH chile"),
]
SHIPS = [
    ("Peru sent a warship to Chile.", "peru PRESENT_IN chile"),
    ("Peru dispatched two frigates to Chile.", "peru PRESENT_IN chile"),
    ("Peru sold a warship to Chile.", "peru SELLS_ARMS_TO chile"),
    ("Peru sent tanks to Chile.", "peru SELLS_ARMS_TO chile"),
]
GROUP = "Rebels in Chad, Mali and Niger"
DESCRIBED = [
    (
        "Peru, which had armed rebels in Chad, and Chile condemned Mali.",
        "chile CRITICISES mali; peru CRITICISES mali; armed rebels in Chad PRESENT_IN chad",
    ),
    (
        "Rebels in Chad, Mali and Niger attacked Peru.",
        f"{GROUP} USES_FORCE_AGAINST peru; {GROUP} PRESENT_IN chad; {GROUP} PRESENT_IN mali; {GROUP} PRESENT_IN niger",
    ),
    ("Peru met rebels from Chad.", "peru MEETS_WITH rebels from Chad"),
    ("Peru met rebels in Chad.", "peru MEETS_WITH rebels in Chad; rebels in Chad PRESENT_IN chad"),
]
QUOTED = [
    ('"Chile attacked Mali," Peru\'s foreign minister said.', "Peru's foreign minister"),
    ('"Chile attacked Mali", said Peru, "and left".', "peru"),
    ('"Chile attacked Mali," said Peru, "and left."', "peru"),
    ('"Chile attacked Mali", said Peru.', "peru"),
]


@pytest.mark.parametrize(("text", "expected"), [*TURNED, *EXCEPTED, *HOPED, *OTHERS, *SHIPS])
def test_what_is_no_fact_or_anothers(text: str, expected: str) -> None:
    assert ties(text) == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_where_a_description_ends(text: str, expected: str) -> None:
    """A group is where it is, and not where it comes from; who acts on its own behind a comma is no place of it."""
    assert ties(text) == set(expected.split("; "))


def test_what_stands_behind_a_speaker_is_the_authors() -> None:
    whole = replace(article('"Chile left", said Peru, which attacked Chad.'), author="A. Writer")
    assert [each.holder for each in Reader(whole).read(whole.paragraphs[0])] == [()]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_who_speaks_beside_a_quotation(text: str, expected: str) -> None:
    whole = replace(article(text), author="A. Writer")
    found = [each for each in Reader(whole).read(whole.paragraphs[0]) if each.tie == "USES_FORCE_AGAINST"]
    assert [(each.start, each.end, each.holder) for each in found] == [("chile", "mali", (expected,))]
