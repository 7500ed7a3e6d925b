"""Kinds of wording that briefs, primers and histories of two states have, which were read as ties that nobody states."""

import pytest

from tests.draft.sentences import ties

LISTS = [  # a list has one "and"
    ("During the war between Peru and Chile, Mali and Oman left.", "peru USES_FORCE_AGAINST chile"),
    (
        "After talks with Peru and Chile, Mali and Oman left.",
        "mali MEETS_WITH chile, mali MEETS_WITH peru, oman MEETS_WITH chile, oman MEETS_WITH peru",
    ),
    ("Oman attacked Peru and Chile, Mali said.", "oman USES_FORCE_AGAINST chile, oman USES_FORCE_AGAINST peru"),
    (
        "Oman attacked Peru and Chile, as well as Mali.",
        "oman USES_FORCE_AGAINST chile, oman USES_FORCE_AGAINST mali, oman USES_FORCE_AGAINST peru",
    ),
    (
        "Oman attacked Peru, Chile, and Mali.",
        "oman USES_FORCE_AGAINST chile, oman USES_FORCE_AGAINST mali, oman USES_FORCE_AGAINST peru",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_histories(text: str, expected: str) -> None:
    assert ", ".join(sorted(ties(text))) == expected
