"""Which claims conflict: a denial is specific, and times must be able to overlap."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ask.made_up import asked, load_text
from tiebook.engine import Engine

SOLD = {"says": "peru SELLS_ARMS_TO chile", "aspect": "state"}
DENIED = SOLD | {"negated": True}
DEAL = {"regarding": "arms-deal"}
BOTH = {"regarding": ["arms-deal", "other-matter"]}
LIKED = {"says": "peru VIEWS_AS chile", "sign": 1}
DISLIKED = {"says": "peru VIEWS_AS chile", "sign": -1}


@pytest.mark.parametrize(
    ("early", "late", "found"),
    [  # a text of 2021 and one of 2025
        (DENIED | {"since": "2020"}, SOLD | {"since": "2021-05"}, True),
        (DENIED | {"since": "2020"}, SOLD | {"since": "2023"}, False),  # later than the denial reaches
        (DENIED, SOLD | {"since": "2023"}, False),
        (DENIED, SOLD | {"since": "2021"}, True),
        (SOLD | {"since": "198X", "until": "198X"}, DENIED | {"since": "2025-01"}, False),
        (SOLD | {"since": "198X", "until": "198X"}, DENIED, True),  # it may mean that time
        (SOLD, DENIED | {"since": "2025-01"}, False),  # what the earlier text says ends with it
        (SOLD | {"since": "2019"}, DENIED | {"since": "2020"}, True),
        (DENIED, SOLD, True),
        # matters
        (DENIED, SOLD | DEAL, True),  # a denial of any
        (DENIED | DEAL, SOLD | DEAL, True),
        (DENIED | DEAL, SOLD | BOTH, True),
        (DENIED | BOTH, SOLD | DEAL, False),
        (DENIED | DEAL, SOLD, False),
        (DENIED | DEAL, SOLD | {"regarding": "other-matter"}, False),
        # signs
        (LIKED, DISLIKED, True),
        (LIKED | {"since": "2020", "until": "2020"}, DISLIKED | {"since": "2022"}, False),
        (LIKED | DEAL, DISLIKED | DEAL, True),
        (LIKED | DEAL, DISLIKED, False),
        (DISLIKED | {"negated": True}, LIKED, True),
        (DISLIKED, LIKED | {"negated": True}, True),
    ],
)
def test_what_conflicts(
    engine: Engine, tmp_path: Path, early: dict[str, Any], late: dict[str, Any], *, found: bool
) -> None:
    load_text(engine, tmp_path, "early", "2021", [early])
    load_text(engine, tmp_path, "late", "2025", [late])
    rows = list(asked(engine, "conflicting-claims", actor="peru"))
    assert bool(rows) == found
    assert {row["between"] for row in rows} <= {"sources"}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (SOLD | {"since": "198X", "until": "198X"}, DENIED | {"since": "2020"}, False),
        (SOLD | {"since": "2020-03"}, DENIED | {"since": "2020"}, True),
        (SOLD, DENIED | DEAL, False),
        (SOLD | DEAL, DENIED, True),
    ],
)
def test_the_same_holds_within_one_text(
    engine: Engine, tmp_path: Path, one: dict[str, Any], other: dict[str, Any], *, found: bool
) -> None:
    load_text(engine, tmp_path, "early", "2021", [one, other])
    assert bool(asked(engine, "conflicting-claims").rows) == found
