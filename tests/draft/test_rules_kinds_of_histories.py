"""Kinds of wording that briefs, primers and histories of two states have, which were read as ties that nobody states."""

import pytest

from tests.draft.sentences import read, ties

LISTS = [  # a list has one "and"
    ("During the war between Peru and Chile, Mali and Oman left.", "peru USES_FORCE_AGAINST chile"),
    (
        "After talks with Peru and Chile, Mali and Oman left.",
        "mali MEETS_WITH chile, mali MEETS_WITH peru, oman MEETS_WITH chile, oman MEETS_WITH peru",
    ),
    ("Oman attacked Peru and Chile, Mali said.", "oman USES_FORCE_AGAINST chile, oman USES_FORCE_AGAINST peru"),
    (
        "Oman attacked Peru and Chile, as well as Mali.",
        "oman USES_FORCE_AGAINST chile, oman USES_FORCE_AGAINST mali, oman USES_FORCE_AGAINST peru",
    ),
    (
        "Oman attacked Peru, Chile, and Mali.",
        "oman USES_FORCE_AGAINST chile, oman USES_FORCE_AGAINST mali, oman USES_FORCE_AGAINST peru",
    ),
]

IN_ORDER = [  # who goes with whom
    (
        "Peru and Chile attacked Mali and Oman, respectively.",
        "chile USES_FORCE_AGAINST oman, peru USES_FORCE_AGAINST mali",
    ),
    (
        "Peru and Chile have close ties with Mali and Oman respectively.",
        "chile COOPERATES_WITH oman, peru COOPERATES_WITH mali",
    ),
    ("Peru attacked Mali and Oman respectively.", "peru USES_FORCE_AGAINST mali, peru USES_FORCE_AGAINST oman"),
]
THAT = [  # a clause without a comma tells no state from others of its name
    ("Mali signed a pact with Peru that angered Chile.", "mali AGREES_WITH peru"),
    ("Oman should seek a relationship with Peru that helps Chile.", "oman COOPERATES_WITH peru (sought)"),
    ("Mali criticised Peru, which helps Chile.", "mali CRITICISES peru, peru AIDS chile"),
    ("Chile, an ally of Peru that attacked Mali, left.", "chile ALLIED_WITH peru, chile USES_FORCE_AGAINST mali"),
]
COMPOUNDS = [  # no verbs
    ("U.S. arms sales to Peru rose.", "united-states SELLS_ARMS_TO peru"),
    ("The U.S. arms Peru.", "united-states AIDS peru"),
    ("U.S. armed services personnel in Peru left.", "united-states PRESENT_IN peru"),
    ("Peru reviews Chilean arms sales to Mali.", "chile SELLS_ARMS_TO mali"),
]
HOSTED = [  # guests, and forces
    ("Peru hosts the U.S. Fifth Fleet.", "U.S. Fifth Fleet PRESENT_IN peru"),
    ("Peru hosted the Chilean president.", "peru MEETS_WITH chile"),
]
BRACKETS = [
    (
        "The Gulf Cooperation Council (GCC; Kuwait and Oman) met.",
        "kuwait MEMBER_OF gulf-cooperation-council, oman MEMBER_OF gulf-cooperation-council",
    ),
]
TALKS = [  # of others
    ("Oman and Mali mediated talks in Lima.", ""),
    ("Oman and Mali held talks in Lima.", "oman MEETS_WITH mali"),
    ("Oman brokered talks between Peru and Mali.", "oman MEDIATES mali, oman MEDIATES peru"),
]


@pytest.mark.parametrize(
    "text",
    ["Oman would expel Peru if Peru stayed, its envoy warned.", "Oman will attack Peru, which left, its envoy warned."],
)
def test_who_speaks_at_the_end_is_of_whom_the_sentence_is_about(text: str) -> None:
    (found,) = read(text)
    assert found.holder == ("Oman\u2019s envoy",)


def test_an_envoy_named_at_the_end_is_of_whom_the_sentence_is_about() -> None:
    assert "Ana Rojas HOLDS_OFFICE_IN oman" in ties("Oman would attack Mali if Chile left, its envoy, Ana Rojas, said.")


def test_who_says_nothing_says_no_tie() -> None:
    found = {each.tie: each.holder for each in read("Peru attacked Chile, and its ally, Mali, said nothing.")}
    assert found["USES_FORCE_AGAINST"] == ()


@pytest.mark.parametrize(
    "text", ["Reports indicate", "Preliminary reports show", "Early reports reveal", "Rumours suggest"]
)
def test_what_is_only_told_is_nobody_s_fact(text: str) -> None:
    (found,) = read(f"{text} that Peru attacked Chile.")
    assert found.holder == ("unspecified",)


@pytest.mark.parametrize("text", ["Documents show", "Images confirm"])
def test_what_is_shown_is_the_author_s(text: str) -> None:
    (found,) = read(f"{text} that Peru attacked Chile.")
    assert found.holder == ()


@pytest.mark.parametrize(("text", "expected"), [*LISTS, *IN_ORDER, *THAT, *COMPOUNDS, *HOSTED, *BRACKETS, *TALKS])
def test_histories(text: str, expected: str) -> None:
    assert ", ".join(sorted(ties(text))) == expected
