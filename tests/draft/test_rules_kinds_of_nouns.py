"""Ties that noun phrases say with more around them: who is under something, who began it, for or against whom somebody is."""

import pytest

from tests.draft.sentences import ties

SAID = {
    # who is under it, faces it or receives it
    "Turkey faces EU sanctions over its drilling.": "european-union SANCTIONS turkey",
    "Sudan is under UN sanctions.": "united-nations SANCTIONS sudan",
    "Cuba has long been under a U.S. embargo.": "united-states SANCTIONS cuba",
    "Lebanon came under Israeli attack in 2006.": "israel USES_FORCE_AGAINST lebanon",
    "Georgia remains under Russian pressure.": "russia PRESSURES georgia",
    "Kenya, under British rule until 1963, waited.": "britain CONTROLS kenya",
    # soldiers whom somebody hosts
    "Djibouti hosts about 4,000 U.S. troops.": "united-states PRESENT_IN djibouti",
    "Japan is home to some 50,000 American soldiers.": "united-states PRESENT_IN japan",
    # campaigns and who launched them
    "A Turkish campaign in northern Syria went on.": "turkey PRESENT_IN syria",
    "The campaign launched by Kenya and Uganda in Somalia failed.": "kenya PRESENT_IN somalia, uganda PRESENT_IN somalia",
    "The sanctions imposed by Canada on Belarus hurt.": "canada SANCTIONS belarus",
    "Cuba intervened in Angola.": "cuba PRESENT_IN angola, cuba USES_FORCE_AGAINST angola",
    "Indian aid to Nepal fell despite US sanctions on Iran.": "india AIDS nepal, united-states SANCTIONS iran",
    # a visit is to those met, and in their state
    "Chinese warships paid a visit to Cambodia.": "china MEETS_WITH cambodia, china PRESENT_IN cambodia",
    "Peru\u2019s navy chief visited Chile.": "peru MEETS_WITH chile, peru PRESENT_IN chile",
    "Turkish forces held exercises in Azerbaijan.": "turkey PRESENT_IN azerbaijan",
    # a place in between
    "Shelling of the Armenian town of Goris by Azerbaijani forces went on.": "azerbaijan USES_FORCE_AGAINST armenia",
    # who mediates, of each of those between whom
    "Oman mediated disputes involving Sudan and Chad.": "oman MEDIATES chad, oman MEDIATES sudan",
    # armed groups and where they are, clashes and on whose border
    "The Taliban in Afghanistan waited.": "taliban PRESENT_IN afghanistan",
    "Peru likes Mali, the Taliban in Afghanistan, and Chad.": "taliban PRESENT_IN afghanistan",
    "Al-Shabaab in Kenya, Somalia and Ethiopia waited.": "Al-Shabaab PRESENT_IN ethiopia, Al-Shabaab PRESENT_IN kenya, "
    "Al-Shabaab PRESENT_IN somalia",
    "Hezbollah in Lebanon and the Houthis in Yemen waited.": "hezbollah PRESENT_IN lebanon, houthis PRESENT_IN yemen",
    "Skirmishes along the Thai-Cambodian border went on.": "thailand BORDERS cambodia, thailand CONFLICTS_WITH cambodia",
    # the adjective of a state before its role
    "Iran and its Chinese partner waited.": "china COOPERATES_WITH iran",
    "Serbia\u2019s Russian ally waited.": "russia ALLIED_WITH serbia",
    # what somebody may use
    "Oman gave Britain permission to use the port.": "oman AIDS britain",
    "The Philippines allowed the United States to use four bases.": "philippines AIDS united-states",
    "The scandal hurt India\u2019s ties with Canada.": "india CONFLICTS_WITH canada",
    "Peru sent millions of rounds of ammunition to Chile.": "peru SELLS_ARMS_TO chile",
    # offices
    "Russia\u2019s envoy to Syria, Ivan Lavrov, waited.": "Ivan Lavrov HOLDS_OFFICE_IN russia",
    "US special representative for Afghanistan Ann Miller waited.": "Ann Miller HOLDS_OFFICE_IN united-states",
    "South Korean Vice Minister for Strategy and Intelligence Cho Koo-rae waited.": "Cho Koo-rae HOLDS_OFFICE_IN south-korea",
    "Morocco, under the rule of King Hassan II, waited.": "Hassan II CONTROLS morocco, Hassan II HOLDS_OFFICE_IN morocco",
    "Under President Ana Rojas, Peru waited.": "Ana Rojas HOLDS_OFFICE_IN peru",
    # for or against, backed
    "The pro-Russian government of Georgia left.": "georgia SUPPORTS russia",
    "The anti-American government of Bolivia left.": "bolivia OPPOSES united-states",
    "Anti-Chinese protesters in Manila marched.": "Anti-Chinese protesters in Manila OPPOSES china",
    "The pro-Saudi Hariri government fell.": "Hariri government SUPPORTS saudi-arabia",
    "The U.S.-backed Karzai government fell.": "united-states SUPPORTS Karzai government",
    "The French-backed government of Chad fell.": "france AIDS chad, france SUPPORTS chad",
    "Iran-backed Hezbollah waited.": "iran AIDS hezbollah",
}
REFERRED = {
    "Bangladesh is poor. Chinese loans have paid for bridges.": "china ECONOMIC_TIE_TO bangladesh",
    "Belarus is isolated. Western sanctions have hurt its firms.": "Western SANCTIONS belarus",
    "Cuba is in crisis. Venezuelan aid has dried up.": "venezuela AIDS cuba",
    "Turkey goes its own way. Relations with Greece are strained.": "turkey CONFLICTS_WITH greece",
    "Pakistan is poor. The border with Afghanistan is closed.": "pakistan BORDERS afghanistan",
    "Rwanda is small. Rebels in eastern Congo fled.": "Rebels in eastern Congo PRESENT_IN democratic-republic-of-the-congo",
    "Oman is calm. A pact with Mali failed.": "oman AGREES_WITH mali",  # the last sentence, and those before it in its paragraph
    "Niger has uranium. France had soldiers in the country.": "france PRESENT_IN niger",
    "Myanmar is at war. China backs the regime.": "china SUPPORTS myanmar",
    "Eritrea is isolated. The government severed ties with Taiwan.": "eritrea CONFLICTS_WITH taiwan",
    "ECOWAS met in May. Nigeria, the bloc\u2019s largest member, waited.": "nigeria MEMBER_OF ecowas",
    "The Houthis waited. Iran, the group\u2019s main backer, denied it.": "iran SUPPORTS houthis",
    "Fiji is calm. Australia, a partner of the islands, waited.": "australia COOPERATES_WITH fiji",
}
JOINING = {
    "Turkey declined to join Western sanctions on Russia.": "Western SANCTIONS russia, not turkey SANCTIONS russia",
    "Serbia refused to participate in EU sanctions on Russia.": "european-union SANCTIONS russia, not serbia SANCTIONS russia",
    "Britain took part in American strikes on Yemen.": "britain USES_FORCE_AGAINST yemen, united-states USES_FORCE_AGAINST yemen",
    "American troops are in Syria.": "united-states PRESENT_IN syria",
    "Wagner fighters have been in Mali since 2021.": "Wagner PRESENT_IN mali",
    "Hungary has emerged as Serbia\u2019s closest friend.": "hungary COOPERATES_WITH serbia",
    "Armenia took delivery of Indian artillery.": "india SELLS_ARMS_TO armenia",
    "Burundi, whose troops fight on Mali\u2019s side, fears Rwanda.": "burundi PERCEIVES_THREAT_FROM rwanda",
    "Vietnam disputes Chinese claims in the sea.": "vietnam CONFLICTS_WITH china",
    "Hungary has held up talks with Ukraine.": "hungary OPPOSES ukraine",
    "Kenya is the sponsor of talks between Sudan and Chad.": "kenya MEDIATES chad, kenya MEDIATES sudan, sudan MEETS_WITH chad",
    "The deal was between Ethiopia and Somaliland.": "ethiopia AGREES_WITH somaliland",
    "Chad imposed limits on the entry of Libyan nationals.": "chad SANCTIONS libya",
    "The United States has increased tariffs on China.": "united-states SANCTIONS china",
    "Relations between Peru and Chile have rarely been worse.": "chile CONFLICTS_WITH peru",
}
NOTHING = (
    "Peru is under a cloud.",
    "Iran waited. Iranian support fell.",
    "Peru and Chile waited for Mali. Western sanctions hurt.",
    "Peru is far from Chile and Oman. Ana and Ivo like relations with Mali.",
    "American tourists are in Syria.",
    "Peru joined a choir in Chile.",
    "The government waited. Peru is far.",
    "Peru, Chile and Mali agreed to lift the blockade.",
    "Peru signed a paper to combat the financing of rebel groups.",
    "The restaurant in Peru waited.",
    "Incidents on the border went on.",
    "Peru buried it under Chilean soil.",
    "Peru flies US-made jets.",
    "Anti-tank missiles are old.",
    "Pro-democracy activists in Chile waited.",
    "Peru wrote about 20 books.",
    "The book published by Peru in Chile sold well.",
)


@pytest.mark.parametrize("sentence", SAID)
def test_a_noun_says_it_with_more_around(sentence):
    assert ", ".join(sorted(ties(sentence))) == SAID[sentence]


@pytest.mark.parametrize("text", REFERRED)
def test_rulers_and_groups_are_named_again_by_what_they_are(text):
    assert ", ".join(sorted(ties(text))) == REFERRED[text]


@pytest.mark.parametrize("sentence", JOINING)
def test_whoever_joins_in_does_it_too_and_forces_are_somewhere(sentence):
    assert {frozenset(each.split()) for each in ties(sentence)} == {
        frozenset(each.split()) for each in JOINING[sentence].split(", ")
    }


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_noun_says_nothing_there(sentence):
    assert ties(sentence) == set()
