"""Which column a draft takes as the one that acts, whatever the order of the columns."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tiebook.sources.draft_declaration import draft

STATES = (("Peru", "Mali"), ("Chile", "Chad"), ("Cuba", "Togo"))
MEMBERSHIPS = (("Iran", "OPEC"), ("China", "SCO"), ("Mali", "African Union"))


def drafted(
    folder: Path, columns: tuple[str, str], kind: str, rows: tuple[tuple[str, str], ...]
) -> tuple[str, str, str]:
    """Return the column of each end, and the remarks."""
    path = folder / "t.csv"
    path.write_text("\n".join(",".join(row) for row in (columns, *rows)) + "\n", "utf-8")
    made = draft(path, kind)
    tie = tomllib.loads(made)["tie"][0]
    remarks = "\n".join(line for line in made.splitlines()[1:] if line.startswith("#"))
    return tie["from"]["column"], tie["to"]["column"], remarks


@pytest.mark.parametrize(
    ("acts", "other"),
    [
        ("Seller", "Buyer"),
        ("Sending state", "Receiving state"),
        ("Attacker", "Victim"),
        ("orig_iso", "dest_iso"),
        ("Creditor", "Debtor"),
        ("Owner", "Owned"),
        ("critic", "criticised"),
        ("Geber", "Empfänger"),
        ("pays_emetteur", "pays_cible"),
        ("Proveedor", "Comprador"),
    ],
)
@pytest.mark.parametrize("back", [False, True])
def test_roles_tell_the_direction_in_either_order(tmp_path: Path, acts: str, other: str, *, back: bool) -> None:
    columns = (other, acts) if back else (acts, other)
    one, two, remarks = drafted(tmp_path, columns, "CRITICISES", STATES)
    assert (one, two) == (acts, other)
    assert "Check the direction" not in remarks


@pytest.mark.parametrize("back", [False, True])
def test_a_state_is_a_member_of_an_organisation(tmp_path: Path, *, back: bool) -> None:
    rows = tuple((two, one) if back else (one, two) for one, two in MEMBERSHIPS)
    columns = ("Grouping", "Name") if back else ("Name", "Grouping")
    assert drafted(tmp_path, columns, "MEMBER_OF", rows)[:2] == ("Name", "Grouping")


def test_an_organisation_may_be_a_member_of_another(tmp_path: Path) -> None:
    rows = (("OPEC", "SCO"), ("NATO", "African Union"))
    assert drafted(tmp_path, ("Name", "Grouping"), "MEMBER_OF", rows)[:2] == ("Name", "Grouping")


def test_a_direction_that_no_name_tells_is_said(tmp_path: Path) -> None:
    _, _, remarks = drafted(tmp_path, ("Place", "Nation"), "CONTROLS", STATES)
    said = "# Check the direction: no name of a column says who acts. Each tie goes from Place to Nation"
    assert said in remarks
    assert "direction" not in drafted(tmp_path, ("Place", "Nation"), "AGREES_WITH", STATES)[2]


@pytest.mark.parametrize(
    ("name", "lost"), [("State", "the column of the other actor"), ("stateb", "the column of what they are members of")]
)
def test_members_of_what_no_column_says_are_who_acts(tmp_path: Path, name: str, lost: str) -> None:
    one, other, remarks = drafted(tmp_path, (name, "size"), "MEMBER_OF", (("Peru", "1"), ("Mali", "2"), ("Oman", "3")))
    assert (one, other) == (name, f"TO DO: {lost}")
    assert 'If this is the same actor in every row: to = {actor = "united-states"}, with its id' in remarks


def test_what_has_members_that_no_column_names_stays_the_other_end(tmp_path: Path) -> None:
    one, other, remarks = drafted(
        tmp_path, ("partner", "size"), "MEMBER_OF", (("NATO", "1"), ("OPEC", "2"), ("SCO", "3"))
    )
    assert one.startswith("TO DO")
    assert other == "partner"
    assert "If this is the same actor in every row: from = {actor" in remarks


def test_ends_that_are_both_unknown_are_hardly_one_actor(tmp_path: Path) -> None:
    _, _, remarks = drafted(tmp_path, ("a", "b"), "AIDS", (("1.5", "1.7"), ("2.5", "2.8")))
    assert "same actor" not in remarks
