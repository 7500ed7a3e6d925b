"""Tables of states by year, and rows left out by what a cell says: issues, scales, numbers above another, reasons of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.test_tie_map import PLAIN, TIE, read
from tiebook.crosswalk import crosswalk
from tiebook.errors import BadSource
from tiebook.sources.draft_declaration import draft
from tiebook.sources.mapped import reader as mapped_reader

MEASURE = """type = "MEASURED_AS"
from = {column = "a", system = "cow"}
to = {issue = "gdp", name = "Gross product (Doe)"}
record = ["a", "year"]
since = "year"
until = "year"
value = "gdp"
unit = "dollars"
"""


def test_an_indicator_is_the_sources_own_and_a_row_without_a_value_makes_nothing(tmp_path: Path) -> None:
    reader, ties = read(tmp_path, MEASURE, "a,year,gdp\n2,1990,5.5\n2,1991,-9\n630,1990.0,0\n630,1991,NA\n")
    assert [(tie["from"], tie["to"], tie["value"], tie["since"]) for tie in ties] == [
        ("united-states", "made-gdp", 5.5, "1990"),
        ("iran", "made-gdp", 0.0, "1990"),
    ]
    assert ties[0]["id"] == "MEASURED_AS/made/2/1990/gdp"
    assert reader.accounts[0].skipped == {"there is no value": 2}


def test_two_indicators_of_one_row_are_two_ties(tmp_path: Path) -> None:
    both = f'{MEASURE}[[tie]]\nfile = "rows"\n{MEASURE.replace("Gross product", "People").replace("gdp", "pop")}'
    reader, ties = read(tmp_path, both, "a,year,gdp,pop\n2,1990,5,7\n2,1991,-9,8\n2,1992,,\n")
    assert sorted((tie["record"], tie["value"]) for tie in ties) == [
        ("2/1990/gdp", 5.0),
        ("2/1990/pop", 7.0),
        ("2/1991/pop", 8.0),
    ]
    assert (reader.accounts[0].loaded, reader.accounts[0].skipped) == (2, {"there is no value": 1})


def test_on_a_scale_minus_nine_is_a_value(tmp_path: Path) -> None:
    tie = MEASURE + 'scale = true\nmissing = ["-88"]\n'
    reader, ties = read(tmp_path, tie, "a,year,gdp\n2,1990,-9\n2,1991,-88\n2,1992,.\n2,1993,-1\n")
    assert [tie["value"] for tie in ties] == [-9.0, -1.0]
    assert reader.accounts[0].skipped == {"there is no value": 2}


def test_a_file_without_the_column_of_a_value_has_none(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match=r"no column 'gdp'.*in \[\[file\]\]: optional = \[\"gdp\"\]"):
        read(tmp_path, MEASURE, "a,year\n2,1990\n")
    reader, ties = read(tmp_path, f'optional = ["gdp"]\n{TIE}{MEASURE}', "a,year\n2,1990\n", first=False)
    assert (ties, reader.accounts[0].skipped) == ([], {"there is no value": 1})


def test_rows_are_left_out_for_a_reason_of_ones_own(tmp_path: Path) -> None:
    tie = (
        PLAIN
        + """where = [
    {column = "n", known = true, reason = "not known"},
    {column = "n", above = 0, reason = "none"},
]"""
    )
    reader, ties = read(
        tmp_path, tie, "a,b,n\nIran,China,0.5\nIran,Iraq,0\nIran,Oman,-9\nIran,Qatar,.\nIran,Fiji,1E-3\n"
    )
    assert [tie["to"] for tie in ties] == ["china", "fiji"]
    assert reader.accounts[0].skipped == {"none": 1, "not known": 2}
    assert reader.accounts[0].named == 2, "rows that are left out name nobody"


def test_what_another_tie_says_of_a_row_counts_more_than_that_one_leaves_it_out(tmp_path: Path) -> None:
    left = PLAIN + 'where = {column = "n", is = "1", reason = "no one"}'
    other = PLAIN.replace("SUPPORTS", "OPPOSES") + 'where = {column = "n", is = "2"}'
    table = "a,b,n\nIran,China,2\nIran,Nowhere,1\nIran,Iraq,3\n"
    for tie in (f'{left}\n[[tie]]\nfile = "rows"\n{other}', f'{other}\n[[tie]]\nfile = "rows"\n{left}'):
        reader, ties = read(tmp_path, tie, table)
        assert [each["type"] for each in ties] == ["OPPOSES"]
        assert reader.accounts[0].skipped == {"no one": 1, "names an actor that is not known": 1}


def test_a_wide_table_is_read_in_pieces_and_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = "a,year,gdp\n" + "".join(f"2,{1900 + number},{number}\n" for number in range(50))
    whole = read(tmp_path, MEASURE, table)[1]
    monkeypatch.setattr(mapped_reader, "CELLS", 9)
    assert read(tmp_path, MEASURE, table)[1] == whole


@pytest.mark.parametrize(
    ("code", "year", "actor"),
    [
        ("840", 2000, "united-states"),
        ("004", 2000, "afghanistan"),
        ("4", 2000, "afghanistan"),
        ("276", 1960, "germany"),
        ("280", 1960, "germany"),
        ("278", 1960, "east-germany"),
        ("810", 1980, "russia"),
        ("891", 2000, "yugoslavia"),
        ("688", 2010, "serbia"),
        ("231", 1980, "ethiopia"),
    ],
)
def test_numbers_of_iso(tmp_path: Path, code: str, year: int, actor: str) -> None:
    tie = MEASURE.replace('"cow"', '"iso_num"')
    assert [each["from"] for each in read(tmp_path, tie, f"a,year,gdp\n{code},{year},1\n")[1]] == [actor]


def test_most_actors_of_iso_have_their_number() -> None:
    lacking = [
        actor.id for actor in crosswalk().actors.values() if "iso3" in actor.codes and "iso_num" not in actor.codes
    ]
    assert lacking == ["kosovo"]


def test_a_draft_knows_numbers_of_iso(tmp_path: Path) -> None:
    path = tmp_path / "flows.csv"
    path.write_text("i,j,year\n004,840,1990\n840,036,1991\n124,004,1992\n156,643,1993\n392,276,1994\n")
    assert 'from = {column = "i", system = "iso_num"}' in draft(path, "ECONOMIC_TIE_TO")


def test_a_mechanism_goes_by_a_value_or_is_the_same_for_all(tmp_path: Path) -> None:
    by_value = (
        PLAIN
        + 'mechanism = {column = "n", values = {"1" = "talks", "2" = "aid"}}\ngloss = "{from} to {to}: {mechanism}, {n}"'
    )
    table = "a,b,n\nIran,PRC,1.0\nIran,Iraq,2\nIran,Oman,3\n"
    _, ties = read(tmp_path, by_value, table)
    assert [(tie.get("mechanism"), tie["gloss"]) for tie in ties] == [
        ("talks", "Iran to China: talks, 1.0"),
        ("aid", "Iran to Iraq: aid, 2"),
        (None, "Iran to Oman: , 3"),
    ]
    _, ties = read(tmp_path, PLAIN + 'mechanism = {words = "treaty"}\ngloss = "{mechanism} with {to}"', table)
    assert {(tie["mechanism"], tie["gloss"]) for tie in ties} == {
        ("treaty", "treaty with China"),
        ("treaty", "treaty with Iraq"),
        ("treaty", "treaty with Oman"),
    }


def test_a_column_comes_before_what_a_gloss_can_name_itself(tmp_path: Path) -> None:
    table = "a,b,from\nIran,China,here\n"
    assert read(tmp_path, PLAIN + 'gloss = "{from} to {to}"', table)[1][0]["gloss"] == "here to China"


def test_two_issues_never_become_one(tmp_path: Path) -> None:
    other = MEASURE.replace('issue = "gdp"', 'issue = "GDP"')
    with pytest.raises(BadSource, match="'GDP' and 'gdp' would be the same"):
        read(tmp_path, f'{MEASURE}[[tie]]\nfile = "rows"\n{other}', "a,year,gdp\n2,1990,1\n")


def test_a_gloss_names_actors_and_indicators_of_the_sources_own(tmp_path: Path) -> None:
    person = PLAIN.replace('"a"}', '"a", kind = "Person"}') + 'gloss = "{from} and {to}"'
    assert read(tmp_path, person, "a,b\nDoe,China\n")[1][0]["gloss"] == "Doe and China"
    measure = MEASURE + 'gloss = "{from}: {to}"'
    assert read(tmp_path, measure, "a,year,gdp\n2,1990,1\n")[1][0]["gloss"] == "United States: Gross product (Doe)"


@pytest.mark.parametrize("cells", ["5,NA", "NA,5", "5,7", "NA,NA"])
def test_an_unknown_actor_says_more_of_a_record_than_a_blank_value(tmp_path: Path, cells: str) -> None:
    both = f'{MEASURE}[[tie]]\nfile = "rows"\n{MEASURE.replace("Gross product", "People").replace("gdp", "pop")}'
    reader, ties = read(tmp_path, both, f"a,year,gdp,pop\n9999,1990,{cells}\n")
    assert not ties
    reason = "there is no value" if cells == "NA,NA" else "names an actor that is not known"
    assert reader.accounts[0].skipped == {reason: 1}


def test_codes_for_missing_beside_values_below_zero_are_told(tmp_path: Path) -> None:
    tie = 'type = "OPPOSES"\nfrom = {column = "a"}\nto = {column = "b"}\nvalue = "v"\nunit = "points"\n'
    rows = "a,b,v\nIran,China,-1\nIran,Oman,-0.25\nIran,Chad,-1\nIran,Mali,-8\nIran,Peru,-77\n"
    for more, said in (
        ('missing = ["-77"]', ["3 cells of v (-1, -8) were read as missing, and others are below 0"]),
        ("scale = true", []),
    ):
        reader, _ = read(tmp_path, f"{tie}{more}\n", rows)
        assert [note.partition(";")[0] for note in reader.accounts[0].notes if "below 0" in note] == said
    reader, _ = read(tmp_path, tie, rows.replace("-0.25", "0.25"))
    assert not any("below 0" in note for note in reader.accounts[0].notes)
