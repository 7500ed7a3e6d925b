"""The memberships that ship: by day, for questions such as "the GCC states, in 2020"."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.source_readers import counts, ties
from tiebook.crosswalk import crosswalk
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset


def test_every_membership_of_the_crosswalk_is_a_tie() -> None:
    reader, batch = read_dataset("blocs", [])
    batch.check()
    number = len(crosswalk().memberships)
    assert counts(reader) == [(number, number, 0, 0)]
    sco = {edge.source[1] for edge in ties(batch, "MEMBER_OF") if edge.target[1] == "shanghai-cooperation-organisation"}
    assert "iran" in sco


def test_it_takes_no_files() -> None:
    with pytest.raises(BadSource, match="takes no files"):
        read_dataset("blocs", [Path("a.csv")])
