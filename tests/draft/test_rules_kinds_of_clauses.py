"""Kinds of clauses found in texts of the project's own: lists of officials, second verbs, money, one semicolon and two voices."""

import pytest

from tests.draft.passages import TEXTS, found, lines
from tests.draft.sentences import read, ties

CLAUSES = [
    (
        "The foreign ministers of Peru, Chile and Oman met.",
        "chile MEETS_WITH oman, peru MEETS_WITH chile, peru MEETS_WITH oman",
    ),
    ("Officials of Peru and Oman condemned Chile.", "oman CRITICISES chile, peru CRITICISES chile"),
    ("Relations of Peru and Chile with Oman worsened.", "chile CONFLICTS_WITH oman, peru CONFLICTS_WITH oman"),
    ("Peru has drawn closer to Chile and Oman.", "peru COOPERATES_WITH chile, peru COOPERATES_WITH oman"),
    ("Peru has mended fences with Chile.", "peru COOPERATES_WITH chile"),
    ("Peru gave $5 billion to Chile.", "peru AIDS chile"),
    ("Peru lent Chile \u20ac5 million.", "peru ECONOMIC_TIE_TO chile"),
    ("Peru gave 5 concerts to Chile.", ""),
    (
        "Ana Rojas of the Andean Centre for Coastal Affairs left.",
        "Ana Rojas HOLDS_OFFICE_IN Andean Centre for Coastal Affairs",
    ),
    ("Days of fighting between Peru and Chile ended.", "peru USES_FORCE_AGAINST chile"),
    (
        "Peru will aid Oman and support the efforts of Chile.",
        "peru AIDS oman (expected), peru SUPPORTS chile (expected)",
    ),
    ("Aid and support the size of Oman left.", ""),
    # whoever joins others in something does it too, and is no member of them
    ("Peru joined Chile in imposing sanctions on Oman.", "chile SANCTIONS oman, peru SANCTIONS oman"),
    ("Peru joined NATO allies in condemning Oman.", "nato CRITICISES oman, peru CRITICISES oman"),
    ("Peru joined NATO in May.", "peru MEMBER_OF nato"),
    ("Peru angered its NATO allies.", "Peru\u2019s NATO allies CRITICISES peru"),
    # "it" behind a comma is not the subject
    (
        "Chile left the pact with Peru, accusing it of arming Oman.",
        "chile AGREES_WITH peru, chile CRITICISES peru, peru AIDS oman",
    ),
    ("Chile moved its recognition from Peru to Mali and switched recognition to Oman.", "chile SUPPORTS oman"),
    # a number of states that were named before, each with each only where they are few
    (
        "Chad, Mali and Oman left. There is a consensus among the three states.",
        "chad AGREES_WITH mali, chad AGREES_WITH oman, mali AGREES_WITH oman",
    ),
    ("Chad, Mali, Oman, Peru and Chile left. There is a consensus among the five states.", ""),
    # land of a state is not the state
    ("Chile did not recognise the annexed provinces of Peru.", ""),
    ("Chile did not recognise Peru.", "not chile SUPPORTS peru"),
    # what two dispute with each other
    ("Chad and Mali dispute the waters of the lake.", "chad CONFLICTS_WITH mali"),
    ("Chad disputes the waters of the lake.", ""),
    # what follows "as" or a comma is no object
    ("Chile condemned the raids as a breach of Peru's sovereignty.", ""),
    ("Chile sought to attract investment, but Peru's withdrawal from the pact hurt.", ""),
    # whom somebody sends to help
    ("Chile provided doctors and officers to Peru.", "chile AIDS peru"),
    # a second passive has the subject of the first
    ("The plan was accepted by Peru but rejected by Oman.", ""),
    ("Peru was praised by Chile but condemned by Oman.", "chile SUPPORTS peru, oman CRITICISES peru"),
    # where a clause about an object ends
    ("Peru, which Chile had armed, attacked Oman.", "chile AIDS peru, peru USES_FORCE_AGAINST oman"),
    ("The group that Chile armed attacked Oman.", ""),
    ("Chile condemned, then sanctioned, Peru.", "chile CRITICISES peru, chile SANCTIONS peru"),
    ("After Chile withdrew support for the dam, Peru attacked Oman.", "peru USES_FORCE_AGAINST oman"),
    (
        "They opposed a change by force in the waters of the Red Sea, and recalled recent Chilean coercion of Peru in the north.",
        "chile PRESSURES peru",
    ),
]
HELD = [
    ("Peru armed Chile, according to two Gulf diplomats; Oman denies it.", "Gulf diplomats"),
    ("Oman met Spain; according to Oman, Peru armed Chile.", "oman"),
    ("Two Gulf diplomats said that Peru armed Chile.", "Gulf diplomats"),
    ("Peru armed Chile, the minister told parliament.", "unspecified"),
    ("Ana Rojas, who heads the institute, believes Peru armed Chile.", "Ana Rojas"),
    ("Diplomats familiar with the talks said Peru had armed Chile.", "Diplomats"),
    ("U.S. intelligence agencies assess that Peru armed Chile.", "U.S. intelligence agencies"),
    ("Oman\u2019s narrative is that Peru armed Chile.", "oman"),
]


@pytest.mark.parametrize(("sentence", "expected"), CLAUSES)
def test_what_a_clause_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


@pytest.mark.parametrize(("sentence", "holder"), HELD)
def test_who_says_it(sentence, holder):
    held = {each.end: each.holder for each in read(sentence) if each.tie in ("AIDS", "SELLS_ARMS_TO")}
    assert held["chile"] == (holder,)


def test_nobody_says_what_stands_on_the_other_side_of_a_semicolon():
    held = {each.tie: each.holder for each in read("Oman met Spain; according to Oman, Peru armed Chile.")}
    assert held["MEETS_WITH"] == ()


def test_several_who_do_something_strongly_are_meant_by_their_number():
    said = "Peru, Chile and Oman met. The three countries strongly condemned Spain."
    assert {one for one in ties(said) if "CRITICISES" in one} == {
        f"{who} CRITICISES spain" for who in ("peru", "chile", "oman")
    }


@pytest.mark.parametrize("style", [style for style, one in TEXTS.items() if not one.get("last")])
def test_texts_that_were_coded_first(style):
    each = found(style)
    assert each.f1 >= 0.6, "\n".join(lines([style]))
    assert each.named_f1 >= 0.95, "\n".join(lines([style]))


def test_the_text_that_nothing_was_mended_for():
    each = found(next(style for style, one in TEXTS.items() if one.get("last")))
    assert each.f1 >= 0.6
    assert each.named_f1 >= 0.8
