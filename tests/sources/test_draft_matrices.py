"""A draft refuses a matrix, whose columns are actors too, and says what to do; a table that only looks like one is drafted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.sources.draft_declaration import draft

LABEL = "# If this is a matrix, and its columns are actors too"


def drafted(folder: Path, text: str, type_: str = "SUPPORTS") -> str:
    path = folder / "table.csv"
    path.write_text(text, "utf-8")
    return draft(path, type_)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Passport,AL,DZ,FR\nAL,-1,30,90\nDZ,90,-1,90\nFR,90,90,-1\n", "AL, DZ, FR"),
        ("state,UKG,FRN,GMY,RUS\nUKG,0,1,1,0\nFRN,1,0,1,0\n", "UKG, FRN, GMY"),
        (",Anna B.,Ben,Zoe,Max\nAnna B.,0,1,2,3\nBen,1,0,2,0\nZoe,0,0,0,1\n", "Anna B., Ben, Zoe"),
        (",Anna.B.,Ben,Zoe\nAnna B,0,1,2\nBen,1,0,2\nZoe,0,0,0\n", "Anna.B., Ben, Zoe"),
        ("who,ANN,BEN,ZOE,total\nann,0,1,2,3\nben,1,0,2,0\nzoe,0,0,0,1\nall,1,1,1,1\n", "ANN, BEN, ZOE"),
    ],
)
def test_a_matrix_is_refused_whatever_its_actors_are_called(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(BadSource, match=rf"this is a matrix: its columns are actors \({named}\)") as said:
        drafted(tmp_path, text)
    assert said.value.hint == "write a line for each pair: the actor of the row, the actor of the column, the value"


@pytest.mark.parametrize(
    "text",
    [
        "YEAR,IN,TO\n1990,Iran,China\n1991,Oman,China\n",  # India, Tonga
        "who,whom,since,note\nwho,whom,1990,x\nIran,China,1991,y\nOman,Cuba,1992,z\n",  # one row names two columns
        "one,two,three,four\nthree,Iran,1,2\ntwo,Oman,1,2\nCuba,Chad,2,3\nPeru,Laos,3,4\nfour,Mali,5,6\n",
        "one,two,a,b\na,Iran,1,2\na,Oman,1,2\nb,Chad,2,3\n",  # a column that says which other one counts
    ],
)
def test_a_table_with_columns_called_like_a_few_cells_or_codes_is_no_matrix(tmp_path: Path, text: str) -> None:
    assert "[[tie]]" in drafted(tmp_path, text)


def test_members_and_their_groups_as_a_matrix_are_asked_about(tmp_path: Path) -> None:
    text = drafted(tmp_path, ",g1,g2,g3\nann,0,1,1\nben,1,0,\nzoe,0,0,1\n", "MEMBER_OF")
    assert f"{LABEL} (g1, g2, g3): write a line for each pair: the actor of the row, the actor of the column" in text


@pytest.mark.parametrize(
    "text",
    [
        ",g1,g2,g3\nIran,0,1,1\nOman,1,0,\nCuba,0,0,1\n",  # states are known: these may be values of theirs
        "who,g1,g2\nann,0,1\nben,1,0\n",  # two numbers
        "who,g1,g2,g3\nann,0,1,1\nann,1,0,1\n",  # the names repeat
        "who,g1,g2,g3\nann,0,x,1\nben,1,0,1\n",
        "nr,g1,g2,g3\n4,0,7,1\n5,1,0,1\n",
        "who,g1,g2,x2001\nann,0,1,1\nben,1,0,1\n",
    ],
)
def test_other_tables_of_numbers_are_not_asked_about(tmp_path: Path, text: str) -> None:
    assert LABEL not in drafted(tmp_path, text)
