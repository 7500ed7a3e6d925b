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
    # a place in between
    "Shelling of the Armenian town of Goris by Azerbaijani forces went on.": "azerbaijan USES_FORCE_AGAINST armenia",
    # for or against, backed
    "The pro-Russian government of Georgia left.": "georgia SUPPORTS russia",
    "The anti-American government of Bolivia left.": "bolivia OPPOSES united-states",
    "Anti-Chinese protesters in Manila marched.": "Anti-Chinese protesters in Manila OPPOSES china",
    "The pro-Saudi Hariri government fell.": "Hariri government SUPPORTS saudi-arabia",
    "The U.S.-backed Karzai government fell.": "united-states SUPPORTS Karzai government",
    "The French-backed government of Chad fell.": "france AIDS chad, france SUPPORTS chad",
    "Iran-backed Hezbollah waited.": "iran AIDS hezbollah",
}
NOTHING = (
    "Peru is under a cloud.",
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


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_noun_says_nothing_there(sentence):
    assert ties(sentence) == set()
