"""What the words of a quote say about negation, where a measured coding showed that they were misread."""

import pytest

from tiebook.draft.cues import contradiction
from tiebook.draft.names import NameIndex
from tiebook.model.records import Entity


@pytest.mark.parametrize(
    ("quote", "negated", "why"),
    [
        ("appropriates not less than $400 million for the fund", False, None),
        ("sent not more than ten of them", False, None),
        ("did not send ten of them", False, "'not'"),
        ("such actions contradict past practice", True, None),
        ("holding the package in abeyance", True, None),
        ("withheld the delivery", True, None),
        ("delivered the package", True, "nothing in the quote denies it"),
    ],
)
def test_denials_are_told_from_amounts(quote, negated, why):
    found = contradiction("AIDS", "actual", quote, "", negated=negated)
    assert found is None if why is None else why in str(found)


@pytest.mark.parametrize(
    ("quote", "mode", "why"),
    [
        ("has harnessed its industrial might to backfill its economy", "actual", None),
        ("might backfill its economy", "actual", "'might'"),
        ("might backfill its economy", "hypothetical", None),
    ],
)
def test_might_is_a_noun_before_to(quote, mode, why):
    found = contradiction("AIDS", mode, quote, "", negated=False)
    assert found is None if why is None else why in str(found)


@pytest.mark.parametrize(
    ("before", "mode", "why"),
    [
        ("Two analysts predict ", "actual", "'predict' stands right before the quote: expected"),
        ("Two analysts predict ", "expected", None),
        ("As everybody expected, ", "actual", None),  # another clause
    ],
)
def test_what_is_expected_is_no_fact(before, mode, why):
    found = contradiction("AIDS", mode, "Oman to send grain to Yemen", before, negated=False)
    assert found == (why and f"actual, and {why}")


@pytest.mark.parametrize(
    ("tie", "quote", "before", "why"),
    [
        ("AIDS", "Oman promised to send grain to Yemen", "", "'promised to'"),
        ("AIDS", "send grain to Yemen", "Oman pledged to ", "'pledged to'"),
        ("SUPPORTS", "Oman offered to recognise Yemen", "", "'offered to'"),
        ("AGREES_WITH", "Oman agreed to arm Yemen", "", None),  # the agreement is one
        ("ALLIED_WITH", "Oman and Yemen vowed to defend each other", "", None),
        ("THREATENS", "Oman threatened to bomb Yemen", "", None),
        ("CONSTRAINS", "Oman vowed to contain Yemen", "", None),
        ("AIDS", "Yemen agreed to a truce kept by Oman", "", None),
        ("AIDS", "Oman sends grain, as it promised", "", None),
    ],
)
def test_a_promise_is_no_deed_yet(tie, quote, before, why):
    found = contradiction(tie, "actual", quote, before, negated=False)
    assert found is None if why is None else found == f"actual, and its words say {why}: expected"
    assert contradiction(tie, "expected", quote, before, negated=False) is None


def test_a_name_that_begins_with_a_common_word_is_known_within_a_sentence():
    entity = Entity("Actor", "some-in-russia", "Some in Russia", "Collective")
    index = NameIndex([entity])
    assert "some-in-russia" in {each.id for each in index.mentions("and some in Russia have long distrusted it")}
    assert "some-in-russia" not in {each.id for each in index.mentions("and somebody in Russia has")}
