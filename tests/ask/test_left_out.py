"""What an empty answer says of the rows that the choice of voices leaves out."""

from __future__ import annotations

import pytest

from tests.ask.made_up import asked, load_text
from tiebook.engine.kglite.engine import KgliteEngine


@pytest.mark.parametrize("unasked", [None, False])
def test_only_limits_that_are_set_are_said_to_leave_rows_out(tmp_path, unasked):
    engine = KgliteEngine(tmp_path / "x.kgl")
    claim = {"says": "peru SUPPORTS chile", "holder": "oman", "stance": "reports"}
    load_text(engine, tmp_path, "first", "2020", [claim])
    given = {"actor": "peru", "asserted_only": True} | ({} if unasked is None else {"no_inferred": unasked})
    notes = [note.text for note in asked(engine, "who-supports", **given).document().notes]
    engine.close()
    (told,) = [each for each in notes if each.startswith("Without")]
    assert told.startswith('Without "asserted only": 1 row (')
