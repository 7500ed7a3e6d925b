"""What is only planned, promised, feared or threatened is no fact, also where a noun says it."""

from __future__ import annotations

import pytest

from tests.draft.sentences import ties

SAID = [
    # what somebody wants or prepares
    ("Chile is planning an invasion of Peru.", "chile USES_FORCE_AGAINST peru (sought)"),
    ("Chile is weighing sanctions against Peru.", "chile SANCTIONS peru (sought)"),
    ("Chile mulled an embargo on Peru.", "chile SANCTIONS peru (sought)"),
    ("Chad hopes for an alliance with Mali.", "chad ALLIED_WITH mali (sought)"),
    # what somebody is for, and others do
    ("Chile supported sanctions on Peru.", "chile SANCTIONS peru (sought)"),
    ("Chile supported trade with Peru.", "chile ECONOMIC_TIE_TO peru"),
    ("Chad applied to join NATO.", "chad MEMBER_OF nato (sought)"),
    # what is to come
    (
        "Chad welcomed a Chilean promise not to attack Mali.",
        "not chile USES_FORCE_AGAINST mali (expected)",
    ),
    ("Chad promised support for Mali.", "chad SUPPORTS mali (expected)"),
    ("Chad postponed the attack on Mali.", "chad USES_FORCE_AGAINST mali (expected)"),
    ("Chad risked war with Mali.", "chad USES_FORCE_AGAINST mali (hypothetical)"),
    ("Chad ruled out an attack on Mali.", "not chad USES_FORCE_AGAINST mali"),
    # what somebody threatens with
    ("Chile threatened sanctions against Peru.", "chile SANCTIONS peru (expected), chile THREATENS peru"),
    (
        "Chile threatened retaliation, including air strikes, against Peru.",
        "chile THREATENS peru, chile USES_FORCE_AGAINST peru (expected)",
    ),
    # who foretells an attack is not the attacker
    ("Chile warned of an attack on Peru.", ""),
    ("Chile expects an attack on Peru.", ""),
    ("Chile warned of war with Peru.", "chile USES_FORCE_AGAINST peru (feared)"),
    # adjectives
    ("A possible alliance between Chad and Mali was named.", "chad ALLIED_WITH mali (hypothetical)"),
    ("The proposed alliance between Chad and Mali was named.", "chad ALLIED_WITH mali (sought)"),
    ("The planned Chilean sale of tanks to Peru was named.", "chile SELLS_ARMS_TO peru (expected)"),
    ("The old alliance between Chad and Mali was named.", "chad ALLIED_WITH mali"),
    ("Chad is a potential rival of Mali.", "chad RIVAL_OF mali (hypothetical)"),
    ("Chad is a rival of Mali.", "chad RIVAL_OF mali"),
    ("They met the potential NATO member Peru.", "peru MEMBER_OF nato (hypothetical)"),
    # nouns and verbs before the noun
    ("There is a need for talks between Chad and Mali.", "chad MEETS_WITH mali (sought)"),
    ("The risk of war between Chad and Mali grew.", "chad USES_FORCE_AGAINST mali (feared)"),
    ("The prospect of a Chilean attack on Peru grew.", "chile USES_FORCE_AGAINST peru (hypothetical)"),
    ("They called for talks between Chad and Mali.", "chad MEETS_WITH mali (sought)"),
    ("They warned of war between Chad and Mali.", "chad USES_FORCE_AGAINST mali (feared)"),
    ("It could lead to war between Chad and Mali.", "chad USES_FORCE_AGAINST mali (hypothetical)"),
    ("It led to war between Chad and Mali.", "chad USES_FORCE_AGAINST mali"),
    ("It might spark a war between Chad and Mali.", "chad USES_FORCE_AGAINST mali (hypothetical)"),
    ("It should be settled through talks between Chad and Mali.", "chad MEETS_WITH mali (sought)"),
    ("It was settled through talks between Chad and Mali.", "chad MEETS_WITH mali"),
    # what is said of it
    ("Talks between Chad and Mali may begin.", "chad MEETS_WITH mali (hypothetical)"),
    ("The alliance between Chad and Mali may collapse.", "chad ALLIED_WITH mali"),
    ("A war between Chad and Mali is inevitable.", "chad USES_FORCE_AGAINST mali (expected)"),
    # arms that are only moved are not sold
    ("Chad removed Chilean missiles from Peru.", ""),
    ("Chad bought Chilean missiles from Peru.", "peru SELLS_ARMS_TO chad"),
    # and what is done is done
    ("Chile launched an attack on Peru.", "chile USES_FORCE_AGAINST peru"),
    ("Chile imposed sanctions on Peru.", "chile SANCTIONS peru"),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text for text, _ in SAID])
def test_what_is_to_come_is_not_stated_as_a_fact(text: str, expected: str) -> None:
    assert ties(text) == set(filter(None, expected.split(", ")))
