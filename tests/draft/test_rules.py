"""The rules on sentences of the tests' own: each line says what is proposed, and nothing else is."""

import pytest

from tests.draft.sentences import read, ties

SAID = [
    # verbs, active and passive
    ("France has supplied Ukraine with artillery.", "france SELLS_ARMS_TO ukraine"),
    ("India buys most of its weapons from Russia.", "russia SELLS_ARMS_TO india"),
    ("Missiles were sold to Syria by Russia in 2007.", "russia SELLS_ARMS_TO syria"),
    ("The tanks supplied by Germany to Ukraine arrived in March.", "germany SELLS_ARMS_TO ukraine"),
    ("Iraq invaded Kuwait in August 1990.", "iraq USES_FORCE_AGAINST kuwait"),
    (
        "Israel struck targets in Syria and Lebanon.",
        "israel USES_FORCE_AGAINST lebanon, israel USES_FORCE_AGAINST syria",
    ),
    ("Libya and Sudan cooperate closely.", "libya COOPERATES_WITH sudan"),
    ("Canberra criticised Beijing.", "australia CRITICISES china"),
    ("Vietnam is wary of China.", "vietnam PERCEIVES_THREAT_FROM china"),
    # nouns
    ("Egypt\u2019s relations with Turkey improved.", "egypt COOPERATES_WITH turkey"),
    ("Relations between Egypt and Turkey improved.", "egypt COOPERATES_WITH turkey"),
    ("The U.S.-Japan alliance is strong.", "united-states ALLIED_WITH japan"),
    ("Strained ties between Chile and Peru followed.", "chile CONFLICTS_WITH peru"),
    ("Cuba\u2019s dependence on Venezuela is old.", "cuba DEPENDS_ON venezuela"),
    ("The sale of French submarines to India was large.", "france SELLS_ARMS_TO india"),
    # roles and compounds
    (
        "Japan and South Korea are allies of the United States.",
        "japan ALLIED_WITH united-states, south-korea ALLIED_WITH united-states",
    ),
    (
        "Greece and Turkey, both members of NATO, met.",
        "greece MEETS_WITH turkey, greece MEMBER_OF nato, turkey MEMBER_OF nato",
    ),
    ("China is Brazil\u2019s largest trading partner.", "china ECONOMIC_TIE_TO brazil"),
    ("Iran-backed Hezbollah attacked Israel.", "hezbollah USES_FORCE_AGAINST israel, iran AIDS hezbollah"),
    # who is the subject
    ("Turkey, a member of NATO, condemned Israel.", "turkey CRITICISES israel, turkey MEMBER_OF nato"),
    ("Pakistan was accused by India of arming the Taliban.", "india CRITICISES pakistan, pakistan AIDS taliban"),
    ("Serbia, which depends on Russian gas, opposes Albania.", "serbia DEPENDS_ON russia, serbia OPPOSES albania"),
    ("Algeria condemned Israel and supports Lebanon.", "algeria CRITICISES israel, algeria SUPPORTS lebanon"),
    ("Norway\u2019s prime minister met the president of Finland.", "norway MEETS_WITH finland"),
    ("Syrian oil exports fell, and the war in Yemen harmed Oman.", ""),
    # what is no fact
    ("Brazil did not condemn Russia.", "not brazil CRITICISES russia"),
    ("India has refused to condemn Russia.", "not india CRITICISES russia"),
    ("Saudi Arabia fears that Iran will attack Kuwait.", "iran USES_FORCE_AGAINST kuwait (feared)"),
    ("Hungary wants to import gas from Qatar.", "hungary ECONOMIC_TIE_TO qatar (sought)"),
    ("Ukraine could join NATO if Russia withdraws.", "ukraine MEMBER_OF nato (conditional)"),
    ("Kenya may attack Somalia.", "kenya USES_FORCE_AGAINST somalia (hypothetical)"),
    ("Spain withdrew its troops from Iraq.", "not spain PRESENT_IN iraq"),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID, ids=[sentence for sentence, _ in SAID])
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


def test_a_paragraph_is_read_with_its_references():
    text = "Moscow never hid its price. It threatened Poland. Its missiles struck Ukraine."
    assert ties(text) == {"russia THREATENS poland", "russia USES_FORCE_AGAINST ukraine"}
    (threat,) = [each for each in read(text) if each.tie == "THREATENS"]
    assert threat.start_words == "It"


def test_the_two_countries_are_those_of_the_paragraph_and_nobody_where_there_are_three():
    assert ties("Chile met Peru. The two countries signed a treaty.") >= {"chile AGREES_WITH peru"}
    assert not any("AGREES" in tie for tie in ties("Chile, Peru and Brazil met. The two countries signed a treaty."))


def test_who_says_it_is_the_holder():
    (belief,) = read("Chinese officials believe that Iran supports Syria.")
    assert (belief.holder, belief.stance) == (("Chinese officials",), "reports")
    assert belief.new["Chinese officials"] == "Collective"
    (told,) = read("According to Kenya, Chad attacked Sudan.")
    assert told.holder == ("kenya",)
    (rumour,) = read("Chad reportedly attacked Sudan.")
    assert rumour.holder == ("unspecified",)
    (plain,) = read("Chad attacked Sudan.")
    assert plain.holder == ()


def test_dates_and_conditions_are_those_of_the_clause():
    (war,) = read("Iraq invaded Kuwait in August 1990.")
    assert war.since == "1990-08"
    (sale,) = read("Germany sold submarines to Israel from 1999 to 2012.")
    assert (sale.since, sale.until) == ("1999", "2012")
    (hope,) = read("Ukraine could join NATO if Russia withdraws.")
    assert hope.condition == "if Russia withdraws"


def test_each_proposal_names_its_rule_and_its_words():
    (tie,) = read("France has openly supplied Ukraine with artillery.")
    assert (tie.rule, tie.quote) == ("A supply B with {arms}", "has openly supplied Ukraine with artillery")
