"""Names as they stand in a sentence."""

import pytest

from tiebook.support.articles import with_article


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
