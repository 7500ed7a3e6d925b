"""Drafts of tables whose ends are names that nobody knows: columns called after the two sides, or after who gives and receives."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tiebook.sources.draft_declaration import draft

TO_DO = "TO DO"


def ends(folder: Path, header: str, *rows: str) -> tuple[str, str]:
    path = folder / "t.csv"
    path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    tie = tomllib.loads(draft(path, "SUPPORTS"))["tie"][0]
    for end in (tie["from"], tie["to"]):
        assert (
            end["column"].startswith(TO_DO) or ("Made-up" not in str(end) and "kind" in end) or end["column"] in KNOWN
        )
    return tie["from"]["column"], tie["to"]["column"]


KNOWN = {"sponsor", "Recipient", "location", "country", "receives_from"}
TWO = ("Made-up Front,Made-up Band,2001", "Made-up Army,Made-up Group,2002")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("side_a,side_b,year", ("side_a", "side_b")),
        ("side_b,side_a,year", ("side_a", "side_b")),
        ("side_a_name,side_b_name,year", ("side_a_name", "side_b_name")),
        ("actor2,actor1,year", ("actor1", "actor2")),
        ("Group A,Group B,year", ("Group A", "Group B")),
        ("source,target,year", ("source", "target")),
        ("target_name,sponsor_name,year", ("sponsor_name", "target_name")),
    ],
)
def test_columns_called_after_two_sides_are_the_ends(tmp_path: Path, header: str, expected: tuple[str, str]) -> None:
    assert ends(tmp_path, header, *TWO) == expected


@pytest.mark.parametrize(
    "header", ["title,abstract,year", "side_a,sideways,year", "sender1,sender2,year", "one,two,year"]
)
def test_other_columns_of_words_are_to_do(tmp_path: Path, header: str) -> None:
    assert all(end.startswith(TO_DO) for end in ends(tmp_path, header, *TWO))


def test_where_it_was_is_no_side_of_it(tmp_path: Path) -> None:
    rows = [f"{row},{place}" for row, place in zip(TWO, ("Mali", "Chad"), strict=True)]
    assert ends(tmp_path, "side_a_name,side_b_name,year,location", *rows) == ("side_a_name", "side_b_name")


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        ("sponsor,group,year", ("Iran,Made-up Front,2001", "Chad,Made-up Band,2002"), ("sponsor", "group")),
        (
            "sponsor,note_on,beneficiary,year",
            ("Iran,some words,Made-up Front,2001", "Chad,other words,Made-up Band,2002"),
            ("sponsor", "beneficiary"),
        ),
        (
            "Title,Recipient,Funding Agencies,year",
            ("Loan for road,Iran,Made-up Bank,2001", "Grant for school,Chad,Made-up Fund,2002"),
            ("Funding Agencies", "Recipient"),
        ),
    ],
)
def test_who_is_known_acts_or_receives_and_the_other_is_named_beside(
    tmp_path: Path, header: str, rows: tuple[str, ...], expected: tuple[str, str]
) -> None:
    assert ends(tmp_path, header, *rows) == expected


def test_who_may_act_or_receive_leaves_the_other_to_do(tmp_path: Path) -> None:
    rows = ("Iran,Made-up Front,2001", "Chad,Made-up Band,2002")
    assert ends(tmp_path, "receives_from,group,year", *rows)[1].startswith(TO_DO), (
        "Iran gives, and is called a receiver"
    )


def test_of_several_columns_of_words_none_is_guessed(tmp_path: Path) -> None:
    found = ends(tmp_path, "sponsor,group,leader,year", "Iran,Made-up Front,X Y,2001", "Chad,Made-up Band,Y Z,2002")
    assert found[0] == "sponsor"
    assert found[1].startswith(TO_DO)


@pytest.mark.parametrize("beside", ["Level", "Continent"])
def test_who_somebody_is_goes_before_a_rank_or_a_place(tmp_path: Path, beside: str) -> None:
    rows = ("Made-up Doe,Made-up rank,Iran", "Made-up Roe,Made-up minor,Oman")
    assert ends(tmp_path, f"Name,{beside},country", *rows) == ("Name", "country")
