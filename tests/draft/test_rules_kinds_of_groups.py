"""Groups named by whose they are or who is in them: "Peru and its allies", "other NATO members", "the pact (Peru, Chile)"."""

import pytest

from tests.draft.sentences import read, ties

GROUPS = {
    "The United States and its allies condemned Iran.": {
        "united-states CRITICISES iran",
        "United States\u2019 allies CRITICISES iran",
        "United States\u2019 allies ALLIED_WITH united-states",
    },
    "China sold jets to Pakistan and its allies.": {
        "china SELLS_ARMS_TO pakistan",
        "china SELLS_ARMS_TO Pakistan\u2019s allies",
        "Pakistan\u2019s allies ALLIED_WITH pakistan",
    },
    "Kenya, along with several of its regional partners, sent troops to Haiti.": {
        "kenya PRESENT_IN haiti",
        "several of Kenya\u2019s regional partners PRESENT_IN haiti",
        "several of Kenya\u2019s regional partners COOPERATES_WITH kenya",
    },
    "The UK and its partners, however, withdrew troops from Mali.": {
        "not britain PRESENT_IN mali",
        "not UK partners PRESENT_IN mali",
        "UK partners COOPERATES_WITH britain",
    },
    "Hungary\u2019s critics in the EU want to cut its funds.": {"Hungary\u2019s critics CRITICISES hungary"},
    "Ukraine\u2019s Western backers waited.": {"Ukraine\u2019s Western backers SUPPORTS ukraine"},
    "Iran\u2019s partners Russia and China vetoed the text.": {
        "russia COOPERATES_WITH iran",
        "china COOPERATES_WITH iran",
    },
    "Burkina Faso and its neighbours Mali and Niger left.": {
        "mali BORDERS burkina-faso",
        "niger BORDERS burkina-faso",
    },
    "Some other ASEAN members recognised Myanmar.": {
        "Some other ASEAN members SUPPORTS myanmar",
        "Some other ASEAN members MEMBER_OF asean",
    },
    "Several EU member states condemned Israel.": {
        "Several EU member states CRITICISES israel",
        "Several EU member states MEMBER_OF european-union",
    },
    "BRICS members Brazil and India disagreed.": {
        "brazil MEMBER_OF brics",
        "india MEMBER_OF brics",
        "brazil CONFLICTS_WITH india",
    },
    "As a member state of the CSTO, Armenia asked for help.": {"armenia MEMBER_OF csto"},
    "The Gulf Cooperation Council (GCC: Saudi Arabia, Kuwait and Oman) met.": {
        "saudi-arabia MEMBER_OF gulf-cooperation-council",
        "kuwait MEMBER_OF gulf-cooperation-council",
        "oman MEMBER_OF gulf-cooperation-council",
    },
    "The Andean Community (comprising Bolivia, Ecuador and Peru) met.": {
        "bolivia MEMBER_OF Andean Community",
        "ecuador MEMBER_OF Andean Community",
        "peru MEMBER_OF Andean Community",
    },
    "The Sahel Alliance, made up of Mali, Niger and Chad, met.": {
        "mali MEMBER_OF Sahel Alliance",
        "niger MEMBER_OF Sahel Alliance",
        "chad MEMBER_OF Sahel Alliance",
    },
    "Security ties among Peru, Chile, and Mali (PCM) grew.": {
        "peru MEMBER_OF PCM",
        "chile MEMBER_OF PCM",
        "mali MEMBER_OF PCM",
        "peru COOPERATES_WITH chile",
        "peru COOPERATES_WITH mali",
        "chile COOPERATES_WITH mali",
    },
    "The Andean governments cooperated with the Peruvian-led campaign.": {"Andean governments COOPERATES_WITH peru"},
    "Russia, which leads the CSTO, stayed away.": {"russia CONTROLS csto"},
    "The CSTO is led by Russia.": {"russia CONTROLS csto"},
    "The CSTO, dominated by Russia, waited.": {"russia CONTROLS csto"},
    "Saudi Arabia, the de facto leader of OPEC, waited.": {"saudi-arabia CONTROLS opec"},
    "Nigeria is the dominant power in ECOWAS.": {"nigeria CONTROLS ecowas"},
    "The former French colony of Chad waited.": {"france CONTROLS chad"},
    "Angola was a Portuguese colony until 1975.": {"portugal CONTROLS angola"},
    "Namibia, then a territory of South Africa, waited.": {"south-africa CONTROLS namibia"},
}
NOTHING = (
    "The United States and its people like Iran.",
    "Members of Chile\u2019s army (EDC) waited.",
    "Peru (population 34 million) and Chile waited.",
    "Peru sells a map (of Chile and Mali) in shops.",
    "Peru leads in copper.",
    "Peru is the leading member of a choir in Chile.",
    "A book about the colony of ants in Peru came out.",
    "NATO members met.",
)


@pytest.mark.parametrize("sentence", GROUPS)
def test_a_group_is_named_by_whose_it_is_or_who_is_in_it(sentence):
    assert ties(sentence) == GROUPS[sentence]


@pytest.mark.parametrize("sentence", NOTHING)
def test_others_are_no_group_and_lead_none(sentence):
    assert ties(sentence) == set()


def test_words_stand_for_a_group_that_a_paragraph_names_with_its_owner():
    (said,) = {each.start_words for each in read("Peru and its allies left.") if each.start != "peru"}
    assert said == "its allies"
