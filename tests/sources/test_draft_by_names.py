"""Drafts that go by the names of columns: systems of codes, years, members in several columns, actors that nobody knows, values."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tiebook.errors import UsageError
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft


def drafted(folder: Path, text: str, type_: str = "ALLIED_WITH") -> tuple[dict[str, Any], str]:
    path = folder / "rows.csv"
    path.write_text(text, "utf-8")
    told = draft(path, type_)
    return tomllib.loads(told), told


@pytest.mark.parametrize(
    ("names", "cells", "systems"),
    [
        ("gwno_a,gwno_b", ["2,20", "678,670", "340,345"], ["gw", "gw"]),
        ("ccode1,ccode2", ["2,20", "678,670", "340,345"], ["cow", "cow"]),
        ("ccode1,ccode2", ["2,20", "2,200", "2,365"], ["cow", "cow"]),
        ("stateabb1,stateabb2", ["USA,AUS", "USA,CHN", "RUS,IRN"], ["cow_abbrev", "cow_abbrev"]),
        ("iso3_o,iso3_d", ["USA,AUS", "USA,CHN", "RUS,IRN"], ["iso3", "iso3"]),
        ("iso_o,iso_d", ["US,AU", "US,CN", "RU,IR"], ["iso2", "iso2"]),
        ("a1,a2", ["2,20", "2,200", "2,365"], ["cow", "cow"]),
    ],
)
def test_codes_are_of_the_system_that_their_columns_are_called_after(
    tmp_path: Path, names: str, cells: list[str], systems: list[str]
) -> None:
    found, _ = drafted(tmp_path, f"{names},year\n" + "".join(f"{row},1990\n" for row in cells))
    (tie,) = found["tie"]
    assert [tie["from"]["column"], tie["to"]["column"]] == names.split(",")
    assert [tie["from"]["system"], tie["to"]["system"]] == systems


def test_fips_codes_are_not_taken_for_iso(tmp_path: Path) -> None:
    found, told = drafted(tmp_path, "fips1,fips2,year\nCH,JA,2000\nRS,CH,2001\nGM,IR,2003\n")
    assert found["tie"][0]["from"]["column"].startswith("TO DO")
    assert "# FIPS codes are not read (fips1, fips2): CH is China there, and Switzerland in ISO" in told


def test_columns_called_by_years_are_no_actors_and_their_values_are_not_left_out(tmp_path: Path) -> None:
    found, told = drafted(
        tmp_path, "donor,recipient,2001,2002,2003\nJapan,Laos,2,20,200\nJapan,Fiji,200,2,20\n", "AIDS"
    )
    assert found["tie"][0]["since"] == "year"
    assert "name actors too" not in told


@pytest.mark.parametrize("names", ["2015 Q1,2015 Q2,2015 Q3", "a2001,a2002,b2003", "gdp_2001,gdp_2002,pop_2001"])
def test_columns_of_values_by_year_are_to_do(tmp_path: Path, names: str) -> None:
    (tie,) = drafted(tmp_path, f"a,b,{names}\nChina,Iran,1,2,3\nChina,Oman,2,3,4\n", "AIDS")[0]["tie"]
    assert tie["since"].startswith("TO DO: write a line for each year")


def test_minus_one_among_small_weights_is_a_sign(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the column weight has numbers above and below 0"):
        drafted(tmp_path, "a,b,weight\nChina,Iran,3\nIran,Oman,-1\n")
    drafted(tmp_path, "a,b,value\nChina,Iran,300\nIran,Oman,-1\n")


def test_the_begin_is_not_the_year_of_observation(tmp_path: Path) -> None:
    rows = "Iran,China,2010,1990,1995\nIran,Oman,2010,1991,1996\n"
    assert drafted(tmp_path, f"a,b,year,begin,end\n{rows}")[0]["tie"][0]["since"] == "begin"
    assert drafted(tmp_path, f"a,b,year,n,end\n{rows}")[0]["tie"][0]["since"] == "year"


def test_members_in_several_columns_are_each_a_member(tmp_path: Path) -> None:
    text = "treaty,signed,party1,party2,party3\nPact of Ten,1949,Peru,Chile,Mali\nPact of Two,1951,Fiji,Iran,\n"
    found, told = drafted(tmp_path, text, "MEMBER_OF")
    assert [tie["from"]["column"] for tie in found["tie"]] == ["party1", "party2", "party3"]
    assert all(tie["to"]["kind"].startswith("TO DO: the kind of actor") for tie in found["tie"])
    assert "# Each of party1, party2, party3 is a member: a [[tie]] for each" in told
    folder = tmp_path / "rows"
    folder.mkdir()
    for what in ("how to cite it", "its terms", "the kind of actor (Organization, Party ...) that each name here is"):
        told = told.replace(f"TO DO: {what}", "Organization")
    (folder / "source.toml").write_text(told, "utf-8")
    _, batch = read_dataset(str(folder), [tmp_path / "rows.csv"])
    ties = {
        pair for part in batch.parts if isinstance(part, Ties) for pair in zip(part.sources, part.targets, strict=True)
    }
    assert ties == {
        *((state, "rows-pact-of-ten") for state in ("peru", "chile", "mali")),
        *((state, "rows-pact-of-two") for state in ("fiji", "iran")),
    }


def test_names_that_nobody_knows_before_those_of_states_are_the_first_end(tmp_path: Path) -> None:
    found, _ = drafted(tmp_path, "Company,Country,Year\nAcme,Nigeria,2001\nBolt,Angola,2002\n", "PRESENT_IN")
    assert found["tie"][0]["from"]["column"] == "Company"
    assert found["tie"][0]["to"] == {"column": "Country", "system": "name"}


@pytest.mark.parametrize("first", ["country,treaty", "treaty,country"])
def test_of_a_membership_the_names_that_nobody_knows_are_what_states_are_members_of(tmp_path: Path, first: str) -> None:
    cells = {"country": ["Japan", "China"], "treaty": ["Pact of Ten", "Pact of Two"]}
    rows = zip(*(cells[name] for name in first.split(",")), strict=True)
    found, _ = drafted(tmp_path, f"{first},year\n" + "".join(f"{','.join(row)},2001\n" for row in rows), "MEMBER_OF")
    assert found["tie"][0]["from"] == {"column": "country", "system": "name"}
    assert found["tie"][0]["to"]["column"] == "treaty"


@pytest.mark.parametrize(
    ("names", "one", "other"),
    [
        ("country,sanctioned_by", "sanctioned_by", "country"),
        ("Country,Invaded by", "Invaded by", "Country"),
        ("sanctioned,country", "country", "sanctioned"),
    ],
)
def test_who_something_is_done_by_acts(tmp_path: Path, names: str, one: str, other: str) -> None:
    (tie,) = drafted(tmp_path, f"{names},since\nIran,China,2012\nSyria,Iran,2011\n", "SANCTIONS")[0]["tie"]
    assert (tie["from"]["column"], tie["to"]["column"]) == (one, other)


def test_the_role_of_a_column_counts_more_than_its_place(tmp_path: Path) -> None:
    text = "event_name,location,perp,target,date\nAttack A,Iraq,Group X,Iraq,2005-01-02\nAttack B,Syria,Group Y,Syria,2006-03-04\n"
    (tie,) = drafted(tmp_path, text, "USES_FORCE_AGAINST")[0]["tie"]
    assert (tie["from"]["column"], tie["to"]["column"]) == ("perp", "target")


def test_the_number_of_an_end_is_no_key(tmp_path: Path) -> None:
    found, _ = drafted(tmp_path, "source_id,target_id,source,target\n1,2,China,Iran\n1,3,China,Oman\n")
    assert "record" not in found["tie"][0]


def test_words_of_praise_and_blame_are_kinds_also_beside_neutral_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the column tone tells negative from positive"):
        drafted(tmp_path, "a,b,tone\nChina,Iran,positive\nIran,Oman,negative\nOman,Iran,neutral\n")


@pytest.mark.parametrize(
    ("names", "row", "when"),
    [
        ("from,to", "191901,201612", ("from", "to", "%Y%m")),
        ("from_year,to_year", "1990,1995", ("from_year", "to_year", None)),
        ("Since,Until", "1963-01-22,9999-12-31", ("Since", "Until", None)),
        ("begin date,end date", '"March 27, 2021",2045', ("begin date", "end date", "%B %d, %Y")),
    ],
)
def test_a_begin_and_an_end_are_found_together(tmp_path: Path, names: str, row: str, when: tuple[str, ...]) -> None:
    last = row.replace("9999-12-31", "1991-12-25")
    (tie,) = drafted(tmp_path, f"a,b,{names}\nChina,Iran,{row}\nChina,Oman,{last}\n")[0]["tie"]
    assert (tie["since"], tie["until"], tie.get("dates")) == when


def test_a_triple_and_an_arc_have_their_heads_at_other_ends(tmp_path: Path) -> None:
    told = drafted(tmp_path, "head,tail,year\nChina,Iran,2001\nRussia,Iran,2002\n", "SUPPORTS")[1]
    assert "a triple goes from head to tail, an arc of a graph from tail to head" in told


def test_a_first_line_of_actors_is_a_record(tmp_path: Path) -> None:
    found, _ = drafted(tmp_path, "China,Iran\nRussia,Iran\nIran,Syria\n")
    assert found["file"][0]["header"] == ["column 1", "column 2"]
    assert "required" not in found["file"][0]


@pytest.mark.parametrize(
    ("name", "cells", "said"),
    [
        ("", "1 2 3", ""),
        ("Unnamed: 0", "0 1 2", ""),
        ("Trade (US$ million)", "5 6.5 7", 'value = "Trade (US$ million)", unit = "US$ million"'),
        ("share", "15.2% 24% 3%", "with a sign or a word beside them (15.2%), and no [[tie]] reads them: share"),
        ("usd", "$1 $20.50 $3", "with a sign or a word beside them ($1), and no [[tie]] reads them: usd"),
        ("balance", "(1.2) 3 4", "with a sign or a word beside them ((1.2)), and no [[tie]] reads them: balance"),
        (
            "ally",
            "TRUE FALSE TRUE",
            "ally is FALSE or TRUE. If FALSE says that there is no tie, leave such rows out: where",
        ),
        ("ally", "yes no no", 'where = {column = "ally", is = "yes"}'),
        ("Type", "Directed Undirected Directed", "Type says which edges have a direction"),
        (
            "Flow",
            "Import Export Import",
            "Flow tells Export from Import, which run the other way. Write a [[tie]] for each",
        ),
        ("flow", "re-exports imports exports", 'where = {column = "flow", is = "exports"}, and is = "imports"'),
        ("flow", "exports domestic imports", ""),
        ("flow", "export re-export export", ""),
        ("when", "in_1999 in_2000 in_2001", "These columns may be dates too, and no [[tie]] reads them: when"),
    ],
)
def test_what_a_draft_leaves_out_is_told(tmp_path: Path, name: str, cells: str, said: str) -> None:
    rows = zip(cells.split(), ("China", "Oman", "Fiji"), strict=True)
    _, told = drafted(tmp_path, f"{name},a,b,year\n" + "".join(f"{cell},{state},Iran,2001\n" for cell, state in rows))
    assert said in told
    assert said or not ("numbers" in told or "[[tie]] for each" in told)


def test_a_value_is_an_amount_and_not_a_code(tmp_path: Path) -> None:
    _, told = drafted(tmp_path, "region_code,a,b,year,volume\n5,China,Iran,2001,7.5\n6,Oman,Iran,2001,8\n")
    assert 'value = "volume"' in told


@pytest.mark.parametrize(
    ("cells", "since", "forms"),
    [
        (["01jan1960", "15sep1961"], "date", "%d%b%Y"),
        (["20010304.0", "20020506.0"], "date", "%Y%m%d"),
        (["Mar 4 2001 12:00AM", "May 6 2002 3:30PM"], "date", "%b %d %Y %I:%M%p"),
        (["Monday 5 March 2001", "Tuesday 7 May 2002"], "date", "%A %d %B %Y"),
        (["1960m1", "1961m12"], "date", None),
    ],
)
def test_more_forms_of_programs_are_found(tmp_path: Path, cells: list[str], since: str, forms: str | None) -> None:
    (tie,) = drafted(tmp_path, "a,b,date\n" + "".join(f"China,Iran,{cell}\n" for cell in cells))[0]["tie"]
    assert (tie["since"], tie.get("dates")) == (since, forms)


@pytest.mark.parametrize(("name", "cells"), [("date", ["Apr-01", "May-02"]), ("decade", ["1990s", "2000s"])])
def test_a_column_called_after_a_time_is_not_left_out(tmp_path: Path, name: str, cells: list[str]) -> None:
    (tie,) = drafted(tmp_path, f"a,b,{name}\n" + "".join(f"China,Iran,{cell}\n" for cell in cells))[0]["tie"]
    assert tie["since"].startswith(f"TO DO: {name}")


@pytest.mark.parametrize(
    ("one", "other", "system"),
    [("US", "IR", "iso2"), ("USA", "IRN", "iso3"), ("US", "UK", "name"), ("USA", "UAE", "name"), ("Us", "US", "name")],
)
def test_cells_that_look_like_codes_are_codes_even_if_they_are_names_too(
    tmp_path: Path, one: str, other: str, system: str
) -> None:
    """The first lines of a list may all be of the United States, and later ones CA and GB."""
    text = "Name,Country\n" + "".join(f"Firm {number},{code}\n" for number, code in enumerate([one] * 3 + [other]))
    whole, _ = drafted(tmp_path, text.replace(f",{other}\n", f",{one}\n") if system != "name" else text, "SANCTIONS")
    assert whole["tie"][0]["to"] == {"column": "Country", "system": system}
