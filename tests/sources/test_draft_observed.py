"""Drafts of tables of which a row is an observation in a year: values of states, pairs of states, sides of conflicts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tiebook.sources.draft_declaration import draft


def drafted(folder: Path, text: str, type_: str = "MEASURED_AS") -> tuple[list[dict[str, Any]], str]:
    path = folder / "panel.csv"
    path.write_text(text, "utf-8")
    made = draft(path, type_)
    ties: list[dict[str, Any]] = tomllib.loads(made)["tie"]
    return ties, "\n".join(line for line in made.splitlines()[1:] if line.startswith("#"))


def test_each_column_of_numbers_of_a_table_of_states_is_an_indicator(tmp_path: Path) -> None:
    ties, said = drafted(
        tmp_path,
        "country,code,year,index,part,note\nIran,IRN,1970,26.1,3,a\nIran,IRN,1971,27,4,b\nChina,CHN,1970,,5,c\n",
    )
    assert ties == [
        {
            "file": "rows",
            "type": "MEASURED_AS",
            "from": {"column": "country", "system": "name"},
            "to": {"issue": column, "name": f"{column} (panel)"},
            "since": "year",
            "until": "year",
            "value": column,
            "gloss": f"{{from}}, {{year}}: {column} {{{column}}}",
        }
        for column in ("index", "part")
    ]
    assert "index, part is an indicator" in said


def test_the_actor_may_be_called_like_any_end_and_codes_with_the_year_are_no_values(tmp_path: Path) -> None:
    text = "reporter,cyear,year,gdp\nIran,6301970,1970,2\nIran,6301971,1971,3\nChina,7101970.0,1970,4\n"
    for column in ("reporter", "partner"):
        ties, _ = drafted(tmp_path, text.replace("reporter", column))
        assert [(tie["from"]["column"], tie["value"]) for tie in ties] == [(column, "gdp")]


def test_a_scale_below_0_is_one_and_its_far_codes_are_missing(tmp_path: Path) -> None:
    rows = [("1990", "-7"), ("1991", "-66"), ("1992", "-3"), ("1993", "8"), ("1994", "-88"), ("1995", "-9")]
    (tie,), _ = drafted(tmp_path, "country,year,polity\n" + "".join(f"Iran,{year},{cell}\n" for year, cell in rows))
    assert tie["scale"] is True
    assert {"-66", "-88"} <= set(tie["missing"])
    assert not {"-9", "-7"} & set(tie["missing"])


def test_codes_of_a_draft_that_are_read_as_missing_are_said(tmp_path: Path) -> None:
    (tie,), said = drafted(tmp_path, "country,year,gdp\nIran,1990,3\nIran,1991,-9\nIran,1992,-8\n")
    assert "scale" not in tie
    assert "-9, -8 in gdp are read as missing. If they are values, in its [[tie]]: scale = true" in said


def test_only_some_of_many_indicators_are_drafted_and_the_others_named(tmp_path: Path) -> None:
    names = [f"v{letter}" for letter in "abcdefghijklmnop"]
    rows = "".join(f"Iran,{year},{','.join(str(year % 7 + n / 2) for n in range(16))}\n" for year in (1990, 1991, 1992))
    ties, said = drafted(tmp_path, f"country,year,{','.join(names)}\n{rows}")
    assert [tie["value"] for tie in ties] == names[:6]
    assert "no [[tie]] reads them: vg, vh, vi, vj, vk, vl and 4 more" in said


def test_a_table_without_numbers_is_to_do(tmp_path: Path) -> None:
    (tie,), _ = drafted(tmp_path, "country,level\nIran,high\nChina,low\n")
    assert tie["to"] == {"issue": "TO DO: what is measured"}
    assert tie["value"].startswith("TO DO")


def test_pairs_by_year_hold_in_that_year(tmp_path: Path) -> None:
    rows = "".join(
        f"{pair},{year},{year - 1990}\n" for year in (1991, 1992, 1993) for pair in ("China,Iran", "Iran,China")
    )
    (tie,), said = drafted(tmp_path, f"exporter,importer,year,value\n{rows}", "ECONOMIC_TIE_TO")
    assert (tie["since"], tie["until"]) == ("year", "year")
    assert "it goes on" not in said


@pytest.mark.parametrize("years", [(1991, 1995, 2001), (1991, 1991, 1991), (1991, 1993, 1995)])
def test_pairs_in_years_far_apart_may_go_on(tmp_path: Path, years: tuple[int, ...]) -> None:
    rows = "".join(f"China,Iran,{year},a\n" for year in years)
    (tie,), said = drafted(tmp_path, f"one,two,year,kind\n{rows}", "AGREES_WITH")
    assert "until" not in tie
    assert "it goes on" in said


def test_governments_among_groups_are_names_of_a_kind_to_be_filled_in(tmp_path: Path) -> None:
    text = (
        "dyad_name,year,location,actor_name,ext_name,ext_sup\n"
        "Government of Mali - Made-up Front,2001,Mali,Government of Mali,Government of France,1\n"
        "Government of Mali - Made-up Front,2001,Mali,Made-up Front,Made-up Brigade,1\n"
        "Government of Chad - Made-up Army,2004,Chad,Made-up Army,Government of Sudan,1\n"
    )
    (tie,), _ = drafted(tmp_path, text, "AIDS")
    assert (tie["from"]["column"], tie["to"]["column"]) == ("ext_name", "actor_name")
    assert tie["from"]["kind"].startswith("TO DO")
    assert tie["to"]["kind"].startswith("TO DO")


@pytest.mark.parametrize(
    ("years", "until"), [((1990, 1995, 2000), True), ((1990, 2000, 2010), True), ((1980, 2000), False)]
)
def test_pairs_of_every_fifth_year_are_of_their_year(tmp_path: Path, years: tuple[int, ...], until: bool) -> None:
    rows = "".join(f"{one},Iran,{year}\n" for one in ("China", "Russia") for year in years)
    (tie,), _ = drafted(tmp_path, f"one,two,year\n{rows}", "PRESENT_IN")
    assert ("until" in tie) is until


@pytest.mark.parametrize("name", ["", "Unnamed: 0", "...1", "rownames", "row_id"])
def test_numbers_of_rows_of_a_larger_table_are_no_values(tmp_path: Path, name: str) -> None:
    text = f"{name},country,year,version,gdp\n9577,Iran,1990,3.2,2.5\n9581,Iran,1991,3.2,3\n9590,China,1990,3.2,4\n"
    ties, _ = drafted(tmp_path, text)
    assert [tie["value"] for tie in ties] == ["gdp"]


@pytest.mark.parametrize("cells", [("7", "7", "8"), ("1.5", "2.5", "3.5")])
def test_other_numbers_in_a_column_without_a_name_may_be_values(tmp_path: Path, cells: tuple[str, ...]) -> None:
    rows = zip(cells, ("Iran", "China", "Oman"), strict=True)
    ties, _ = drafted(tmp_path, ",country,year\n" + "".join(f"{cell},{name},1990\n" for cell, name in rows))
    assert [tie["value"] for tie in ties] == ["column 1"]


def test_one_pair_year_after_year_is_of_its_year(tmp_path: Path) -> None:
    (tie,), _ = drafted(tmp_path, "one,two,year\nChina,Iran,1990\nChina,Iran,1991\n", "PRESENT_IN")
    assert tie["until"] == "year"
