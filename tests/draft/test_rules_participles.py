"""A participle before its noun is no verb: "guided missiles" are guided by nobody."""

from __future__ import annotations

import pytest

from tests.draft.sentences import ties


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trained rebels attacked Peru.", {"Trained rebels USES_FORCE_AGAINST peru"}),
        ("Iran supplied Syria with guided missiles.", {"iran SELLS_ARMS_TO syria"}),
        ("Chile sold drones and guided missiles to Peru.", {"chile SELLS_ARMS_TO peru"}),
        ("Chile bought drones, guided missiles and tanks from China.", {"china SELLS_ARMS_TO chile"}),
        ("Chile supports Peru and trained rebels of Bolivia.", {"chile SUPPORTS peru"}),
        ("Chile attacked Peru, trained rebels and Bolivia.", {"chile USES_FORCE_AGAINST peru"}),
        ("In 2016 Iran, banned groups and Chile attacked Peru.", {"chile USES_FORCE_AGAINST peru"}),
        ("Sanctioned firms trade with Iran.", set()),
        ("Iran sanctioned firms of Chile.", {"iran SANCTIONS chile"}),
        ("Iran attacked and sanctioned Chile.", {"iran USES_FORCE_AGAINST chile", "iran SANCTIONS chile"}),
    ],
)
def test_a_participle_before_its_noun_is_no_verb(text: str, found: set[str]) -> None:
    assert ties(text) == found
