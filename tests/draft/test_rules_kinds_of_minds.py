"""Who believes, fears, hopes or wants it, where a noun, a participle, a place or a remark says so, and whom "they" means then."""

import pytest

from tests.draft.sentences import read

MINDS = [
    ("Kenya is under the impression that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    ("Kenya let it be known that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    ("Kenya refuses to accept that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    ("Kenya protested that Chad had attacked Libya.", "kenya", "chad USES_FORCE_AGAINST libya"),
    ("For many in Nairobi, Chad threatens Libya.", "many in Nairobi", "chad THREATENS libya"),
    ("The way Kenya sees it, Chad threatens Libya.", "kenya", "chad THREATENS libya"),
    ("To hear Ana Rojas tell it, Chad threatens Libya.", "Ana Rojas", "chad THREATENS libya"),
    (
        "Chad, officials in Nairobi fear, will attack Libya.",
        "officials in Nairobi",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    ("Chad, it is feared, will attack Libya.", "unspecified", "chad USES_FORCE_AGAINST libya (feared)"),
    ("It is believed in Nairobi that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    ("It is hoped in Nairobi that Chad will support Libya.", "kenya", "chad SUPPORTS libya (sought)"),
    ("There is concern in Nairobi that Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("There are fears in Kenya that Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Fears are growing in Nairobi that Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Concern is mounting in Nairobi that Chad may attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("The fear in Nairobi is that Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya's main fear is that Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya's hope is that Chad will support Libya.", "kenya", "chad SUPPORTS libya (sought)"),
    ("What Kenya fears most is that Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya, fearing that Chad would attack Libya, left.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya left because it fears that Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya is concerned Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya remains fearful that Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya is hopeful that Chad will support Libya.", "kenya", "chad SUPPORTS libya (sought)"),
    ("Kenya fears a Chadian attack on Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya hopes Chad will support Libya.", "kenya", "chad SUPPORTS libya (sought)"),
    ("Kenya would like Chad to support Libya.", "", "chad SUPPORTS libya (sought)"),
    ("Kenya sees Chad as threatening Libya.", "kenya", "chad THREATENS libya"),
    ("Kenya considers Chad an ally of Libya.", "kenya", "chad ALLIED_WITH libya"),
    ("Kenya considers Chad to be an ally of Libya.", "kenya", "chad ALLIED_WITH libya"),
    ("Kenya left. Its fear is that Chad will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenyan officials are worried. They believe that Chad supports Libya.", "Kenyan officials", "chad SUPPORTS libya"),
    (
        "Kenyan officials are worried. They fear Chad will attack Libya.",
        "Kenyan officials",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    ("Kenya has little doubt that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    ("Kenya called Chad an ally of Libya.", "kenya", "chad ALLIED_WITH libya"),
    ("Chad is widely regarded as an ally of Libya.", "unspecified", "chad ALLIED_WITH libya"),
    ("Chad, which Kenya regards as an ally of Libya, left.", "kenya", "chad ALLIED_WITH libya"),
    ("Kenya would prefer Chad to support Libya.", "", "chad SUPPORTS libya (sought)"),
    ("Kenya is keen for Chad to support Libya.", "", "chad SUPPORTS libya (sought)"),
    ("Kenya dreads a Chadian attack on Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    (
        "Kenya, fearing that Chad would attack Libya, closed its embassy.",
        "kenya",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    ("Kenya, fearing that Chad would attack Libya, quit the pact.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya, convinced that Chad supports Libya, quit the pact.", "kenya", "chad SUPPORTS libya"),
    ("Kenya, worried that Chad might attack Libya, quit the pact.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya, arguing that Chad supports Libya, quit the pact.", "kenya", "chad SUPPORTS libya"),
    ("Chad will attack Libya, analysts fear.", "analysts", "chad USES_FORCE_AGAINST libya (feared)"),
    (
        "Chad will attack Libya, analysts in Nairobi fear.",
        "analysts in Nairobi",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    ("Chad supports Libya, analysts claim.", "analysts", "chad SUPPORTS libya"),
    ("Chad supports Libya, analysts in Nairobi claim.", "analysts in Nairobi", "chad SUPPORTS libya"),
    ("Chad, Kenya fears, will attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya anticipates that Chad will support Libya.", "kenya", "chad SUPPORTS libya (expected)"),
    ("Kenya's assumption that Chad supports Libya is old.", "kenya", "chad SUPPORTS libya"),
    ("Kenya feels that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    (
        "Analysts in Nairobi are worried. They argue that Chad supports Libya.",
        "Analysts in Nairobi",
        "chad SUPPORTS libya",
    ),
    (
        "Kenyan diplomats see it differently. In their view, Chad supports Libya.",
        "Kenyan diplomats",
        "chad SUPPORTS libya",
    ),
    ("Kenyan diplomats see it differently. To them, Chad threatens Libya.", "Kenyan diplomats", "chad THREATENS libya"),
    ("Ana Rojas sees it differently. For her, Chad threatens Libya.", "Ana Rojas", "chad THREATENS libya"),
    (
        "Ana Rojas is worried. Her fear is that Chad will attack Libya.",
        "Ana Rojas",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    (
        "Kenya's foreign ministry was blunt. It said that Chad supports Libya.",
        "Kenya's foreign ministry",
        "chad SUPPORTS libya",
    ),
    (
        "The Kenyan defence ministry issued a statement. It said that Chad supports Libya.",
        "Kenyan defence ministry",
        "chad SUPPORTS libya",
    ),
    (
        "The Coastal Institute, in a paper published in May, argues that Chad supports Libya.",
        "Coastal Institute",
        "chad SUPPORTS libya",
    ),
    ("Ana Rojas noted with concern that Chad supports Libya.", "Ana Rojas", "chad SUPPORTS libya"),
    ("It is the view of Kenya that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
]


def said(text):
    """Return who holds each proposal, with the tie as `ties` writes it."""
    return [
        (
            ",".join(each.holder),
            f"{'not ' if each.negated else ''}{each.start} {each.tie} {each.end}"
            + (f" ({each.mode})" if each.mode != "actual" else ""),
        )
        for each in read(text)
    ]


@pytest.mark.parametrize(("text", "holder", "tie"), MINDS)
def test_whoever_thinks_or_feels_it_holds_it(text, holder, tie):
    assert (holder, tie) in said(text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        # what they do themselves is the author's again
        ("Kenya, fearing that Chad would attack Libya, joined NATO.", "kenya MEMBER_OF nato"),
        ("Kenya, convinced that Chad supports Libya, criticised Oman.", "kenya CRITICISES oman"),
        ("Chad, which Kenya regards as an ally of Libya, criticised Oman.", "chad CRITICISES oman"),
        ("Kenya, which sees Chad as an ally of Libya, criticised Oman.", "kenya CRITICISES oman"),
        # and what has come about is no fear, though somebody worries about it
        ("Kenya trades with Oman, officials in Nairobi being few.", "kenya ECONOMIC_TIE_TO oman"),
    ],
)
def test_what_they_do_is_the_author_s(text, tie):
    assert ("", tie) in said(text)


def test_a_worry_about_what_has_come_about_is_no_fear():
    assert ("kenya", "chad USES_FORCE_AGAINST libya") in said("Kenya is concerned that Chad has attacked Libya.")
    assert ("kenya", "chad USES_FORCE_AGAINST libya (feared)") in said("Kenya fears that Chad has attacked Libya.")


def test_who_wants_it_of_another_is_not_who_does_it():
    (proposal,) = read("What Kenya wants is for Chad to support Libya.")
    assert (proposal.start, proposal.end, proposal.mode) == ("chad", "libya", "sought")
