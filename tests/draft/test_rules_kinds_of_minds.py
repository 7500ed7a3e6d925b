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
    (
        "The talks have revived fears among diplomats that Chad will attack Libya.",
        "diplomats",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    ("Lady Mary Corran said that Chad supports Libya.", "Mary Corran", "chad SUPPORTS libya"),
    ("Lord Corran said that Chad supports Libya.", "Corran", "chad SUPPORTS libya"),
    ("Ana Rojas answered that Chad supports Libya.", "Ana Rojas", "chad SUPPORTS libya"),
    (
        "Ana Rojas had met Kenyan members of parliament. They feared that Chad would attack Libya.",
        "unspecified",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    (
        "Ana Rojas met Kenyan officials. They feared that Chad would attack Libya.",
        "unspecified",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    (
        "If Chad were to attack Libya, one adviser to the president told me, Mali would leave.",
        "one adviser",
        "chad USES_FORCE_AGAINST libya (hypothetical)",
    ),
    ("Chad, one diplomat told me, supports Libya.", "one diplomat", "chad SUPPORTS libya"),
    ("Kenya trades with Oman, convinced that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    ("Kenya trades with Oman, worried that Chad may attack Libya.", "kenya", "chad USES_FORCE_AGAINST libya (feared)"),
    ("Kenya signed a pact with Oman, confident that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    (
        "Kenya signed a pact with Oman, fearful that Chad would attack Libya.",
        "kenya",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    (
        "Kenya signed a pact with Oman, fearing that Chad would attack Libya.",
        "kenya",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    ("Kenya signed a pact with Oman in the belief that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    ("Kenya signed a pact with Oman on the assumption that Chad supports Libya.", "kenya", "chad SUPPORTS libya"),
    (
        "The United Nations, according to a person briefed on the talks, has armed Libya.",
        "unspecified",
        "united-nations AIDS libya",
    ),
    ("Chad, according to Kenya, supports Libya.", "kenya", "chad SUPPORTS libya"),
    ("Chad, according to officials in Nairobi, supports Libya.", "officials in Nairobi", "chad SUPPORTS libya"),
    ("Ana Rojas insists that Chad does not support Libya.", "Ana Rojas", "not chad SUPPORTS libya"),
    (
        "Eritrea's information ministry said that Chad supports Libya.",
        "Eritrea's information ministry",
        "chad SUPPORTS libya",
    ),
    ("Kenya's justice minister said that Chad supports Libya.", "Kenya's justice minister", "chad SUPPORTS libya"),
    ("The African Union, whose chairman met Chad's president, left.", "", "african-union MEETS_WITH chad"),
    ("Kenya sent a monitoring mission to Libya.", "", "kenya PRESENT_IN libya"),
    ("Kenya sent a mission to Libya.", "", "kenya MEETS_WITH libya"),
    (
        "The Kenyan government trades with the Taliban, convinced that war is near and that Chad supports Libya.",
        "kenya",
        "chad SUPPORTS libya",
    ),
    ("Kenya is preparing its public for an attack on Libya.", "", "kenya USES_FORCE_AGAINST libya (expected)"),
    (
        "Oman praised the Shanghai Cooperation Organisation, which is no part of NATO. Mali joined the organisation.",
        "",
        "mali MEMBER_OF shanghai-cooperation-organisation",
    ),
    (
        "Libya and Mali are neighbours. Kenya, its ally, left: for Nairobi, Chad threatens Libya.",
        "kenya",
        "chad THREATENS libya",
    ),
    ("Peru worked together with Chile, Kenya said.", "kenya", "peru COOPERATES_WITH chile"),
    ("If Chad were to attack Libya, Mali would leave.", "", "chad USES_FORCE_AGAINST libya (hypothetical)"),
    ("Business groups in Cucuta hope that Chad will support Libya.", "unspecified", "chad SUPPORTS libya (sought)"),
    ("Officials in Nairobi hope that Chad will support Libya.", "Officials in Nairobi", "chad SUPPORTS libya (sought)"),
    (
        "Kenya is worried. Its officials believe that Chad supports Libya.",
        "Kenya\u2019s officials",
        "chad SUPPORTS libya",
    ),
    (
        "Kenya has offered to help. Its foreign minister said that Chad supports Libya.",
        "Kenya\u2019s foreign minister",
        "chad SUPPORTS libya",
    ),
    (
        "Kenya has offered to help. Its diplomats fear that Chad will attack Libya.",
        "Kenya\u2019s diplomats",
        "chad USES_FORCE_AGAINST libya (feared)",
    ),
    (
        "Kenya has offered to help. Its ambassador in Oman, Ana Rojas, said that Chad supports Libya.",
        "Ana Rojas",
        "chad SUPPORTS libya",
    ),
    ("Chad supports Libya, one of Ana Rojas's advisers said.", "Ana Rojas's advisers", "chad SUPPORTS libya"),
    (
        "Ana Rojas left. Chad supports Libya, one of her advisers said.",
        "Ana Rojas\u2019 advisers",
        "chad SUPPORTS libya",
    ),
    (
        "Japan's planners rarely speak of war. In their eyes, Chad threatens Libya.",
        "Japan's planners",
        "chad THREATENS libya",
    ),
    (
        "Japanese strategists rarely speak of war. In their eyes, Chad threatens Libya.",
        "Japanese strategists",
        "chad THREATENS libya",
    ),
    ("Japan's generals believe that Chad supports Libya.", "Japan's generals", "chad SUPPORTS libya"),
    ("Japan's planners believe that Chad supports Libya.", "Japan's planners", "chad SUPPORTS libya"),
    ("Turkish theorists believe that Chad supports Libya.", "Turkish theorists", "chad SUPPORTS libya"),
    ("Turkish bureaucrats believe that Chad supports Libya.", "Turkish bureaucrats", "chad SUPPORTS libya"),
    (
        "Many in the governing party believe that Chad supports Libya.",
        "Many in the governing party",
        "chad SUPPORTS libya",
    ),
    ("Some in the army believe that Chad supports Libya.", "Some in the army", "chad SUPPORTS libya"),
    (
        "Chinese scholars who know the region are less certain: some of them admit that Chad supports Libya.",
        "Chinese scholars",
        "chad SUPPORTS libya",
    ),
    (
        "Kenyan officials see it differently: for them, Chad threatens Libya.",
        "Kenyan officials",
        "chad THREATENS libya",
    ),
    (
        "In Khartoum, officials see the matter differently: for them, Chad threatens Libya.",
        "officials",
        "chad THREATENS libya",
    ),
    (
        "Kenyan officials are uneasy because they believe that Chad supports Libya.",
        "Kenyan officials",
        "chad SUPPORTS libya",
    ),
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


def test_who_insists_that_something_is_so_presses_nobody():
    assert {tie for _, tie in said("Ana Rojas insists that Chad does not support Libya.")} == {
        "not chad SUPPORTS libya"
    }
    assert ("", "kenya PRESSURES chad") in said("Kenya insists that Chad support Libya.")


def test_she_is_none_of_the_officials_before_her():
    text = "Ana Rojas left. Kenyan officials, she had been told, suspected Chad of arming Libya."
    assert not [tie for _, tie in said(text) if "HOLDS_OFFICE_IN" in tie]


def test_a_mission_that_watches_is_no_meeting():
    assert not [tie for _, tie in said("Kenya sent a monitoring mission to Libya.") if "MEETS_WITH" in tie]


def test_who_speaks_as_somebody_s_has_the_words_of_the_text():
    (proposal,) = read("Kenya has offered to help. Its foreign minister said that Chad supports Libya.")
    (name,) = proposal.holder
    assert (proposal.new[name], proposal.words[name]) == ("Person", "Its foreign minister")


def test_the_office_of_somebody_named_is_that_person():
    text = (
        "Kenya's foreign minister, Ana Rojas, left. Kenya is poor. Its foreign minister said that Chad supports Libya."
    )
    assert ("Ana Rojas", "chad SUPPORTS libya") in said(text)


def test_an_abbreviation_of_another_language_is_the_name_before_it():
    found = {
        tie for _, tie in said("Peru armed guerrillas of the National Liberation Army (ELN). Mali condemned the ELN.")
    }
    assert "mali CRITICISES National Liberation Army" in found


def test_a_base_that_is_opened_to_others_is_not_in_their_country():
    assert not [
        tie for _, tie in said("Kenya has opened four more bases to American troops.") if "PRESENT_IN united" in tie
    ]


def test_how_somebody_puts_it_stands_between_a_subject_and_its_verb():
    assert said("Chad, as Ana Rojas put it, threatens Libya.") == [("Ana Rojas", "chad THREATENS libya")]
