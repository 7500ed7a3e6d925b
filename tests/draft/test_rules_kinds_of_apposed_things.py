"""What documents, claims and proposals say beside a clause; lists of participles; second relative clauses; whose "its" is."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read, ties

DOCUMENTS = [
    ("The G7 adopted a declaration that condemned Peru.", "g7 CRITICISES peru"),
    (
        "The G7 issued a statement which condemned Peru and called on Chile to leave.",
        "g7 CRITICISES peru, g7 PRESSURES chile",
    ),
    ("The G7 read a declaration that condemned Peru.", ""),  # whose it is, is not said
    ("The G7 did not adopt a declaration that condemned Peru.", ""),
    ("Oman vetoed language critical of Peru.", ""),
]
APPOSED = [
    ("Peru offered a truce, a proposal rejected by Chile.", "chile OPPOSES peru"),
    ("Peru took credit for the truce, a claim disputed by Chile.", "chile OPPOSES peru"),
    ("Peru condemned the coup in Chile.", ""),
]
LISTS = [
    (
        "Peru has granted loans, taken delivery of missiles from Oman, and signed a pact with Chile.",
        "oman SELLS_ARMS_TO peru, peru AGREES_WITH chile",
    ),
    ("Peru, taken by surprise, signed a pact with Chile.", "peru AGREES_WITH chile"),
]
RELATIVE = [
    ("Peru, which borders Chile and to which Oman sells tanks, left.", "oman SELLS_ARMS_TO peru, peru BORDERS chile"),
    ("Peru, which borders Chile and in which Oman sells tanks, left.", "peru BORDERS chile"),
]
WHOSE = [
    (
        "Oman's sale of missiles to Peru and its exercises with Chile continued.",
        "oman COOPERATES_WITH chile, oman SELLS_ARMS_TO peru",
    ),
    ("Oman's ties with Peru and its allies deepened.", "oman COOPERATES_WITH peru"),
]
GIVEN = [
    ("Peru stood by Chile, sending tanks.", "peru SELLS_ARMS_TO chile, peru SUPPORTS chile"),
    ("Peru stood by Chile, sending tanks to Mali.", "peru SELLS_ARMS_TO mali, peru SUPPORTS chile"),
    ("Peru attacked Chile, sending tanks.", "peru USES_FORCE_AGAINST chile"),
]
GROUPS = [
    (
        "Peru, Chile and Mali, known as the Quad, left.",
        "chile MEMBER_OF quad, mali MEMBER_OF quad, peru MEMBER_OF quad",
    ),
    ("Peru, known as the ally of the Quad, left.", ""),
    ("Oman shares Peru's fears of Chile.", "oman PERCEIVES_THREAT_FROM chile, peru PERCEIVES_THREAT_FROM chile"),
    ("Oman shares Peru's tanks with Chile.", ""),
    ("A spokeswoman for Peru's navy, Ana Rojas, left.", "Ana Rojas HOLDS_OFFICE_IN peru"),
    ("A message for Peru's navy, Ana Rojas, arrived.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), [*DOCUMENTS, *APPOSED, *LISTS, *RELATIVE, *WHOSE, *GIVEN, *GROUPS])
def test_what_a_sentence_says(sentence, expected):
    said = {each for each in ties(sentence) if "allies" not in each}
    assert ", ".join(sorted(said)) == expected


def test_a_declaration_that_condemns_somebody_is_no_claim_of_its_own():
    assert [
        each.holder for each in read("The G7 adopted a declaration that condemned the Chilean attack on Peru.")
    ] == [(), ()]
