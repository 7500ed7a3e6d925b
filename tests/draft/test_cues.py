"""What the words of a quote say about negation, where a measured coding showed that they were misread."""

import pytest

from tiebook.draft.cues import contradiction


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
