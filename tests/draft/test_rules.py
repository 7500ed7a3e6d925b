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
    ("China\u2019s purchases of Iranian oil grew.", "china ECONOMIC_TIE_TO iran"),
    ("The sale of French submarines to India was large.", "france SELLS_ARMS_TO india"),
    ("Bilateral trade between India and Russia doubled.", "india ECONOMIC_TIE_TO russia"),
    ("Iran faces U.S. sanctions.", "united-states SANCTIONS iran"),
    ("Ethiopia receives military aid from Turkey.", "turkey AIDS ethiopia"),
    (
        "Syria, Libya and Sudan held joint exercises.",
        "libya COOPERATES_WITH sudan, syria COOPERATES_WITH libya, syria COOPERATES_WITH sudan",
    ),
    # who gives and who gets, in lists
    (
        "Support for Chile from Peru, Bolivia, and Brazil sustained it.",
        "bolivia SUPPORTS chile, brazil SUPPORTS chile, peru SUPPORTS chile",
    ),
    (
        "Chad has been sustained by various forms of support from Mali and Niger.",
        "mali SUPPORTS chad, niger SUPPORTS chad",
    ),
    ("Kenya and Uganda\u2019s assistance to Rwanda grew.", "kenya AIDS rwanda, uganda AIDS rwanda"),
    (
        "Attacks on Iran by Israel and the United States showed it.",
        "israel USES_FORCE_AGAINST iran, united-states USES_FORCE_AGAINST iran",
    ),
    ("Arms transfers from Russia to India fell.", "russia SELLS_ARMS_TO india"),
    ("Israel is the largest recipient of U.S. aid.", "united-states AIDS israel"),
    ("The agreement signed by Turkey and Greece lapsed.", "turkey AGREES_WITH greece"),
    ("Iran and Pakistan share a long border.", "iran BORDERS pakistan"),
    ("Russia\u2019s war in Ukraine and Iran\u2019s conflicts continue.", "russia USES_FORCE_AGAINST ukraine"),
    (
        "Chile sold drones to Peru and even the small country of Belize.",
        "chile SELLS_ARMS_TO belize, chile SELLS_ARMS_TO peru",
    ),
    ("Russia sold S-400 systems to Turkey.", "russia SELLS_ARMS_TO turkey"),
    ("Brazil exports soybeans to China.", "brazil ECONOMIC_TIE_TO china"),
    ("The Houthis, backed by Iran, attacked Egypt.", "houthis USES_FORCE_AGAINST egypt, iran SUPPORTS houthis"),
    (
        "The EU sanctioned Belarus over its support for Russia.",
        "belarus SUPPORTS russia, european-union SANCTIONS belarus",
    ),
    # those who are named after a description
    (
        "Iran buys missiles from its partners, namely, Russia and Belarus.",
        "belarus COOPERATES_WITH iran, belarus SELLS_ARMS_TO iran, russia COOPERATES_WITH iran, russia SELLS_ARMS_TO iran",
    ),
    (
        "China expands cooperation with other countries in the region, notably Israel and Oman.",
        "china COOPERATES_WITH israel, china COOPERATES_WITH oman, china COOPERATES_WITH other countries",
    ),
    ("Japan cooperates with partners such as India.", "japan COOPERATES_WITH india"),
    # who is seen how, and by whom
    ("Iran is seen in Riyadh as a threat.", "saudi-arabia PERCEIVES_THREAT_FROM iran"),
    ("Indonesia is regarded in Canberra as a natural partner.", "australia VIEWS_AS indonesia"),
    ("China is widely considered a revisionist state.", "unspecified VIEWS_AS china"),
    (
        "Chile and Peru met in Lima. The two sides agreed to create a board.",
        "chile AGREES_WITH peru, chile MEETS_WITH peru",
    ),
    ("Egypt armed Hamas. Israel attacked it.", "egypt AIDS hamas"),
    ("Western sanctions on Belarus bite.", "Western SANCTIONS belarus"),
    ("Oman condemned the attack on Israel by Hamas.", "hamas USES_FORCE_AGAINST israel, oman CRITICISES hamas"),
    ("President Ana Rojas of Peru left.", "Ana Rojas HOLDS_OFFICE_IN peru"),
    ("India accused Pakistan of arming the islands near the Turkish coast.", "india CRITICISES pakistan"),
    (
        "Egypt signed an agreement with Somalia and shipped weapons to Chad.",
        "egypt AGREES_WITH somalia, egypt SELLS_ARMS_TO chad",
    ),
    ("India sees China as a rival.", "china RIVAL_OF india, india VIEWS_AS china"),
    (
        "Peru\u2019s president, Ana Rojas, condemned Chile.",
        "Ana Rojas CRITICISES chile, Ana Rojas HOLDS_OFFICE_IN peru",
    ),
    (
        "Iran armed Syria, and relations between Chile and Peru have soured.",
        "chile CONFLICTS_WITH peru, iran AIDS syria",
    ),
    # wanted, avoided
    ("Iran seeks closer ties with China.", "iran COOPERATES_WITH china (sought)"),
    ("Oman wants good relations with Iran.", "oman COOPERATES_WITH iran (sought)"),
    ("Jordan avoids conflict with Israel.", "not jordan CONFLICTS_WITH israel"),
    # roles and compounds
    ("Over the past decade, Brazil has become a major supplier of soybeans to China.", "brazil ECONOMIC_TIE_TO china"),
    ("Finland joined NATO and entered Georgia.", "finland MEMBER_OF nato"),
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
    ("Chile met Peruvian students and cooperates with Brazilian exporters.", ""),
    ("Syrian oil exports fell, and the war in Yemen harmed Oman.", ""),
    ("The two presidents met after Poland had threatened Belarus.", "poland THREATENS belarus"),
    (
        "Chad intervened in Sudan to counter Egypt.",
        "chad BALANCES egypt (sought), chad PRESENT_IN sudan, chad USES_FORCE_AGAINST sudan",
    ),
    ("Washington supplied the Afghan rebels with missiles.", "united-states SELLS_ARMS_TO Afghan rebels"),
    # what is not a fact
    ("Brazil did not condemn Russia.", "not brazil CRITICISES russia"),
    ("India has refused to condemn Russia.", "not india CRITICISES russia"),
    (
        "Saudi Arabia fears that Iran will attack Kuwait.",
        "iran USES_FORCE_AGAINST kuwait (feared), saudi-arabia PERCEIVES_THREAT_FROM iran",
    ),
    ("Hungary wants to import gas from Qatar.", "hungary ECONOMIC_TIE_TO qatar (sought)"),
    ("Ukraine could join NATO if Russia withdraws.", "ukraine MEMBER_OF nato (conditional)"),
    (
        "Chile defied Peru and abandoned the Lima Accord.",
        "not chile COMPLIES_WITH peru, not chile PARTY_TO Lima Accord",
    ),
    ("Brazil eased the sanctions on Cuba.", "not brazil SANCTIONS cuba"),
    ("Kenya may attack Somalia.", "kenya USES_FORCE_AGAINST somalia (hypothetical)"),
    ("Spain withdrew its troops from Iraq.", "not spain PRESENT_IN iraq"),
    # what a relative clause is about
    ("The missile, which Chile sold to Peru, failed.", "chile SELLS_ARMS_TO peru"),
    ("Peru\u2019s bid, which Chile opposes, failed.", "chile OPPOSES peru"),
    ("It is the claim that Chile opposes.", ""),
    # lists, and what only stands between commas
    (
        "Sanctions on Chad, which Egypt, a former partner, condemned, continued.",
        "",
    ),
    (
        "The army of Peru, a Brazilian partner, deployed troops to Chile.",
        "peru COOPERATES_WITH brazil, peru PRESENT_IN chile",
    ),
    (
        "Elections in Chile, Peru, and Brazil passed. Spain imposed sanctions on all three.",
        "spain SANCTIONS brazil, spain SANCTIONS chile, spain SANCTIONS peru",
    ),
    (
        "Chile, Peru and Brazil may win. Spain trades with the two countries.",
        "",
    ),
    (
        "Kenya said the drills by Chad, Mali and Niger posed a threat to its security.",
        (
            "chad COOPERATES_WITH mali, chad COOPERATES_WITH niger, chad THREATENS kenya,"
            " mali COOPERATES_WITH niger, mali THREATENS kenya, niger THREATENS kenya"
        ),
    ),
    # what is said loosely has all that its pattern needs
    ("Chile has deepened security ties with Peru.", "chile COOPERATES_WITH peru"),
    ("Chile is pursuing benefits in military cooperation with Peru.", "chile COOPERATES_WITH peru"),
    ("Chile opposes the deal, and Peru and Brazil have expressed relief.", ""),
    ("Chile praised the mood under President Ana Rojas.", ""),
    # threats, relations, words in quotes
    (
        "Chile threatened to attack Peru.",
        "chile THREATENS peru, chile USES_FORCE_AGAINST peru (expected)",
    ),
    (
        "Spain described the Chile-Peru relationship as one of \u201cstrategic competition.\u201d",
        "chile COOPERATES_WITH peru, chile RIVAL_OF peru",
    ),
    ("Chile\u2019s envoy said it is seeking a \u201cmanaged\u201d deal with Peru.", "chile AGREES_WITH peru (sought)"),
    (
        "Chile and Peru engaged in a conflict with Spain.",
        "chile USES_FORCE_AGAINST spain, peru USES_FORCE_AGAINST spain",
    ),
    # who does it in a row of verbs, after "urged", "led" and "enjoys"
    (
        "Chile has opened ports, signed a pact with Spain and bought rifles from Peru.",
        "chile AGREES_WITH spain, peru SELLS_ARMS_TO chile",
    ),
    ("Chile urged the bishops to attack Peru.", ""),
    ("Chile urged the bishops to visit Peru.", ""),
    ("It began well, leading Ana Rojas to praise Peru. President Ana Rojas waited.", "Ana Rojas SUPPORTS peru"),
    ("Chile enjoys the support of Peru.", "peru SUPPORTS chile"),
    ("Chile, defeated, Peru waited.", ""),
    ("Chile flew back to Peru.", "chile MEETS_WITH peru"),
    ("Spain supplied non-lethal aid to Chile.", "spain AIDS chile"),
    ("Chile and Peru lost. Both are among the members of NATO.", "chile MEMBER_OF nato, peru MEMBER_OF nato"),
    ("Chile held talks on a $4 billion arms sales package for Peru.", ""),
    ("Spain approved a $4 billion arms sales package for Peru.", "spain SELLS_ARMS_TO peru"),
    ("In May 2024 Chile attacked Peru.", "chile USES_FORCE_AGAINST peru"),
    ("It is unclear whether Chile attacked Peru.", "chile USES_FORCE_AGAINST peru (hypothetical)"),
    # members in brackets, and who works where
    (
        "The Andean Bloc Forum (Chile and Peru) met.",
        "chile MEMBER_OF Andean Bloc Forum, peru MEMBER_OF Andean Bloc Forum",
    ),
    (
        "Chile, Peru, and Spain (CPS) fell. The CPS countries lost.",
        "chile MEMBER_OF CPS, peru MEMBER_OF CPS, spain MEMBER_OF CPS",
    ),
    ("The Andean Bloc Forum (ABF) met Chile.", "Andean Bloc Forum MEETS_WITH chile"),
    (
        "Chile is a member of the Quad, alongside Peru and Spain.",
        "chile MEMBER_OF quad, peru MEMBER_OF quad, spain MEMBER_OF quad",
    ),
    ("Chile is a member of the Quad, unlike Peru and Spain.", "chile MEMBER_OF quad"),
    ("Chile and Peru jointly build ships.", "chile COOPERATES_WITH peru"),
    ("Chile and Peru build ships.", ""),
    (
        "Chile and Peru agreed to raise bilateral trade.",
        "chile AGREES_WITH peru, chile ECONOMIC_TIE_TO peru (expected)",
    ),
    ("Chile has attacked Peruvian army bases.", "chile USES_FORCE_AGAINST peru"),
    (
        "Elections in Mali, Chad, and Niger passed. The three states lost, and then they withdrew from NATO.",
        "not chad MEMBER_OF nato, not mali MEMBER_OF nato, not niger MEMBER_OF nato",
    ),
    ("Beijing has denounced it as an Asian NATO.", ""),
    ("Chile is interested in entering military blocs, such as NATO.", "chile MEMBER_OF nato"),
    (
        "Chile, which borders Peru, moved troops and warned Spain against any haste.",
        "chile BORDERS peru, chile THREATENS spain",
    ),
    (
        "Chile and Peru have agreed not to attack Spain.",
        "chile AGREES_WITH peru, not chile USES_FORCE_AGAINST spain (expected), not peru USES_FORCE_AGAINST spain (expected)",
    ),
    (
        "Chile and Peru met. Spain, Mali\u2019s main creditor, has urged both sides to leave.",
        "chile MEETS_WITH peru, spain ECONOMIC_TIE_TO mali, spain PRESSURES chile, spain PRESSURES peru",
    ),
    (
        "Chile and Peru met. Spain has urged both sides to leave.",
        "chile MEETS_WITH peru, spain PRESSURES chile, spain PRESSURES peru",
    ),
    ("Ana Rojas is a senior fellow at the Lima Institute.", "Ana Rojas HOLDS_OFFICE_IN Lima Institute"),
    ("Chile imports even more Peruvian oil.", "chile ECONOMIC_TIE_TO peru"),
    (
        "Chile is led by Ana Rojas Jr. It bought rifles from Peru.",
        "Ana Rojas Jr. HOLDS_OFFICE_IN chile, peru SELLS_ARMS_TO chile",
    ),
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


def test_it_is_nobody_where_two_were_spoken_of_and_they_are_both():
    assert ties("Chile and Peru met in 2010. It condemned Brazil.") == {"chile MEETS_WITH peru"}
    both = ties("Chile and Peru met in 2010. They condemned Brazil.")
    assert both == {"chile MEETS_WITH peru", "chile CRITICISES brazil", "peru CRITICISES brazil"}


def test_he_is_the_person_of_the_paragraph():
    text = "By Ada Writer\n\nPresident Ana Rojas spoke, and he met Prime Minister Luis Vega.\n\nHe condemned Chile."
    assert ties(text) == {"Ana Rojas MEETS_WITH Luis Vega"}


def test_a_clause_after_a_comma_has_its_own_subject():
    text = "Ukraine waited. It opened a road to Romania and Poland, members of NATO, and its drones attacked Belarus."
    assert {each for each in ties(text) if "FORCE" in each} == {"ukraine USES_FORCE_AGAINST belarus"}
    assert ties("Chile, Peru, and Brazil condemned Cuba.") == {
        f"{who} CRITICISES cuba" for who in ("chile", "peru", "brazil")
    }


def test_no_quote_is_a_whole_sentence_or_longer_than_twenty_words():
    assert [each.quote for each in read("Chile condemned Peru.")] == ["condemned Peru"]
    long = "Chile, which " + "very " * 20 + "slowly grew, condemned Peru for a long time and for no good reason."
    assert all(len(each.quote.split()) <= 20 for each in read(long))
    assert read(long)


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


def test_people_without_a_name_are_holders_too_and_those_who_fear():
    (guess,) = read("Some Western analysts argue that Chad attacked Sudan.")
    assert (guess.holder, guess.new) == (("Western analysts",), {"Western analysts": "Collective"})
    feared = next(each for each in read("Kenya is concerned that Chad will attack Sudan.") if each.mode == "feared")
    assert (feared.holder, feared.by) == (("kenya",), ("kenya",))
    assert all(each.holder == () for each in read("It can be said that Chad attacked Sudan."))


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("In Moscow\u2019s view, NATO threatens Russia.", "russia"),
        ("A State Department report says Iran supports Syria.", "State Department"),
        ("According to SIPRI, Russia sold tanks to India.", "SIPRI"),
        ("China\u2019s foreign minister told reporters that Russia opposes Japan.", "China\u2019s foreign minister"),
        ("It is widely believed that Israel attacked Syria.", "unspecified"),
        ("Chad attacked Sudan, Kenya said.", "kenya"),
        ("Pakistan\u2019s claim that India attacked Nepal was false.", "pakistan"),
    ],
)
def test_a_voice_is_heard_however_it_is_said(sentence, holder):
    assert [each.holder for each in read(sentence)] == [(holder,)]


def test_what_somebody_denies_is_held_by_them():
    for sentence in (
        "Iran denies supplying Russia with drones.",
        "Tehran denied that Iran had supplied Russia with drones.",
    ):
        (denial,) = read(sentence)
        assert (denial.negated, denial.holder, denial.end) == (True, ("iran",), "russia")


def test_a_guess_says_that_it_is_one_and_yields_to_what_is_said():
    (guess,) = read("A note of protest from Chile condemned Peru.")
    assert (guess.rule, guess.confidence) == ("A condemn B (loosely)", 0.5)
    assert [each.confidence for each in read("Chile threatened Peru.")] == [None]


def test_groups_are_known_by_whose_they_are():
    backed = next(each for each in read("Iran-backed groups attacked Israel.") if each.tie == "AIDS")
    assert (backed.end, backed.new) == ("Iran-backed groups", {"Iran-backed groups": "ArmedGroup"})
    assert ties("Peru\u2019s rivals condemned Chile.") == {
        "Peru\u2019s rivals RIVAL_OF peru",
        "Peru\u2019s rivals CRITICISES chile",
    }


def test_whom_the_text_introduces_is_known_by_the_short_name_too():
    text = "The Andean Defence Council (ADC) met. The ADC condemned Chile. President Ana Rojas praised Peru. Rojas met nobody."
    assert ties(text) == {"Andean Defence Council CRITICISES chile", "Ana Rojas SUPPORTS peru"}
    (blame,) = [each for each in read(text) if each.tie == "CRITICISES"]
    assert blame.new == {"Andean Defence Council": "GovernmentBody"}


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
