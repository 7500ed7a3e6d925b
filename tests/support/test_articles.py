"""Names as they stand in a sentence."""

import pytest

from tiebook.support.articles import is_plural, with_article


@pytest.mark.parametrize(
    "name",
    [
        *("United States", "United Arab Emirates", "Netherlands", "Houthis", "Czech Republic", "Bank of England"),
        *("UN Security Council", "Shanghai Cooperation Organisation", "119th Congress", "Communist Party of China"),
        *("China-Iran joint military commission", "Chinese embassy in Israel", "Islamic Revolutionary Guards Corps"),
    ],
)
def test_bodies_and_some_states_take_an_article(name):
    assert with_article(name) == f"the {name}"


@pytest.mark.parametrize(
    "name",
    [
        *("China", "NATO", "Congress", "Donald Trump", "Some Members of Congress", "Chinese officials", "Iran's army"),
        *(
            "Lord's Resistance Army",
            "Balance of power in the Middle East",
            "Executive Order 13949",
            "",
            "Any party, everyone",
        ),
    ],
)
def test_other_names_take_none(name):
    assert with_article(name) == name


def test_an_article_of_its_own_is_small_within_a_sentence():
    assert with_article("The West") == "the West"
    assert with_article("Theresa May") == "Theresa May"


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Chinese officials",
            "Iran-backed groups in Iraq",
            "Mali's rivals in the Sahel",
            "Allies of Peru",
            "the Houthis",
        ),
        *("the Gulf states", "Eleven states whose trade grew", "Officials, all of them", "Firms (of Oman)"),
    ],
)
def test_names_that_end_in_a_common_noun_in_the_plural_take_a_plural_verb(name):
    assert is_plural(name)


@pytest.mark.parametrize(
    "name",
    [
        *("the United States", "the Philippines", "BRICS", "Reuters", "Islamic Revolutionary Guards Corps", "Cyprus"),
        *(
            "Balance of powers",
            "economic crisis",
            "local politics",
            "trade news",
            "Mali's",
            "officials",
            "",
            "us-allies",
        ),
        *("the press", "Central Asian campus", "One party with allies"),
    ],
)
def test_other_names_take_a_singular_verb(name):
    assert not is_plural(name)
