"""What a draft guesses of a table, and what it leaves for a person rather than guess wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.loaders.source_readers import finish
from tiebook.cli.load.load import command as load
from tiebook.cli.load.map import command as map_
from tiebook.errors import BadSource, StorageFailed, UsageError
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.sources.mapped.date_form import DateForm

TABLE = """race_id,side,ccode1,ccode2,iso,unique,signed,inforce,endyear
1,1,630,645,364,a,1960,1961,1975
2,2,630,710,364,b,1985,1986,NA
3,2,645,710,156,c,1990,1992,.
4,1,365,630,643,d,2001,2003,-9
"""
SPARSE = "a,b,c1,c9\n" + "".join(f"Iran,China,NA,{'NA' if number else 630}\n" for number in range(9))


def _drafted(tmp_path: Path, text: str) -> str:
    table = tmp_path / "races.csv"
    table.write_text(text, "utf-8")
    return draft(table, "RIVAL_OF")


def test_ends_dates_and_key_are_guessed(tmp_path: Path) -> None:
    text = _drafted(tmp_path, TABLE)
    assert 'from = {column = "ccode1", system = "cow"}' in text, "ISO has numbers too, and a side is no state"
    assert 'to = {column = "ccode2", system = "cow"}' in text
    assert 'record = ["race_id"]' in text
    assert 'since = "signed"\nuntil = "endyear"' in text, "in force is no end"


@pytest.mark.parametrize(
    ("table", "ends"),
    [
        ("a,A,y\nOman,Iran,2001\nQatar,Iran,2002\n", ("a", "A")),  # nothing but case tells them apart
        ('Pacts\n"from\nstate","to\nstate",y\nOman,Iran,2001\nQatar,Iran,2002\n', ("fromstate", "tostate")),
    ],
)
def test_a_draft_of_odd_names_of_columns_loads(tmp_path: Path, table: str, ends: tuple[str, str]) -> None:
    file = tmp_path / "pacts.csv"
    file.write_text(table, "utf-8")
    folder = tmp_path / "pacts"
    assert CliRunner().invoke(map_, [str(file), "--type", "AGREES_WITH", "-o", str(folder)]).exit_code == 0
    finish(folder)
    drafted = tomllib.loads((folder / "source.toml").read_text("utf-8"))["tie"][0]
    assert (drafted["from"]["column"], drafted["to"]["column"]) == ends
    loaded = CliRunner().invoke(load, [str(folder), str(file), "--db", str(tmp_path / "t.kgl")])
    assert "2 records read = 2 loaded" in loaded.output
    assert ("1 lines before the header" in loaded.output) == table.startswith("Pacts")


@pytest.mark.parametrize(
    ("form", "cell", "date"),
    [
        ("%b-%Y", "Jul-2016", "2016-07"),  # no day is made up
        ("%Y", "2016", "2016"),
        ("%d %b %Y", "2 Jul 2016", "2016-07-02"),
        ("%Y-%j", "2016-184", "2016-07-02"),
        ("%Y-%m-%dT%H:%M:%SZ", "2016-07-02T00:00:00Z", "2016-07-02"),
    ],
)
def test_a_form_says_no_more_than_it_has(form: str, cell: str, date: str) -> None:
    assert DateForm((form,), frozenset()).read([[cell]], ["when"], [""]) == [date]


def test_a_blank_column_names_nobody(tmp_path: Path) -> None:
    text = _drafted(tmp_path, SPARSE)
    assert 'from = {column = "a", system = "name"}' in text
    assert 'to = {column = "b", system = "name"}' in text
    assert "until" not in text
    assert "record" not in text


def test_the_name_of_a_data_set_that_ships_is_taken(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("a,b,y\nChina,Iran,2001\n", "utf-8")
    done = CliRunner().invoke(map_, [str(table), "--type", "AGREES_WITH", "-o", str(tmp_path / "gdelt")])
    assert isinstance(done.exception, UsageError)
    assert str(done.exception) == "'gdelt' is a data set that ships with Tiebook (-o my_gdelt)"


@pytest.mark.parametrize(
    ("name", "better"),
    [("Trade-2020", "trade_2020"), ("my-source", "my_source"), ("données", "donnees"), ("a b", "a_b")],
)
def test_a_folder_whose_name_can_be_no_id_is_refused_at_once(tmp_path: Path, name: str, better: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text("a,b,y\nChina,Iran,2001\n", "utf-8")
    done = CliRunner().invoke(map_, [str(table), "--type", "AGREES_WITH", "-o", str(tmp_path / name)])
    assert isinstance(done.exception, UsageError)
    assert f"{name!r} cannot be the id of a source" in str(done.exception)
    assert done.exception.hint == f"-o {tmp_path / better}"
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    "text",
    [
        "iso_o,iso_d,year\nZA,BW,2001\nCN,BW,2002\nZA,CN,2003\n",
        "a,a,y\nChina,Iran,2001\nRussia,Iran,2002\n",
        "a,,a,y,\nChina,x,Iran,2001,\nRussia,x,Iran,2002,\n",
        "a,a.2,a,y\nChina,Iran,France,2001\nRussia,Iran,France,2002\n",
        "a.2,b,y\nChina,Iran,2001\nRussia,Iran,2002\n",
    ],
)
def test_what_was_drafted_can_be_loaded(tmp_path: Path, text: str) -> None:
    table, folder = tmp_path / "Our Table.csv", tmp_path / "our_table"
    table.write_text(text, "utf-8")
    done = CliRunner().invoke(map_, [str(table), "--type", "AGREES_WITH", "-o", str(folder)])
    assert done.exit_code == 0, done.output
    records = text.count("\n") - 1
    finish(folder)
    done = CliRunner().invoke(load, [str(folder), str(table), "--db", str(tmp_path / "t.kgl")])
    assert done.exit_code == 0, done.output
    assert f"{records} records read = {records} loaded + 0 merged + 0 skipped" in done.output


def test_a_draft_loads_as_it_is_where_dates_are_missing(tmp_path: Path) -> None:
    folder = tmp_path / "races"
    folder.mkdir()
    (folder / "source.toml").write_text(_drafted(tmp_path, TABLE), "utf-8")
    finish(folder)
    done = CliRunner().invoke(load, [str(folder), str(tmp_path / "races.csv"), "--db", str(tmp_path / "t.kgl")])
    assert done.exit_code == 0, done.output
    assert "4 records read = 4 loaded + 0 merged + 0 skipped" in done.output


def _ends(tmp_path: Path, text: str) -> tuple[str, str]:
    tie = tomllib.loads(_drafted(tmp_path, text))["tie"][0]
    return tie["from"]["column"], tie["to"]["column"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("name,code,other,ocode\nIran,IRN,China,CHN\nOman,OMN,Iran,IRN\n", ("code", "ocode")),
        ("lead,sender,target\n2,2,710\n200,200,630\n220,220,652\n", ("sender", "target")),
        ("to,from\nIran,China\nOman,Iran\nQatar,Oman\n", ("from", "to")),
        ("target,sender\nIran,China\nOman,Iran\n", ("sender", "target")),
        (
            "year,partner_iso,country_iso,country\n2001,IRN,CHN,China\n2002,CHN,OMN,Oman\n",
            ("country_iso", "partner_iso"),
        ),
        ("b,a\nIran,China\nOman,Iran\n", ("a", "b")),
        ("importer,exporter,agent\nIran,Iraq,Oman\nOman,Iran,Iraq\n", ("exporter", "importer")),
        ("sender1,sender2,target\nIran,Iraq,Oman\nOman,,Iraq\n", ("sender1", "target")),
        ("sender,sender,target\nIran,Iran,Oman\nOman,Oman,Iraq\n", ("sender", "target")),
        ("exporter,agent,importer\nIran,Iraq,Oman\nOman,Iran,Iraq\n", ("exporter", "importer")),
    ],
)
def test_two_columns_that_mean_one_actor_are_never_the_ends(tmp_path: Path, text: str, ends: tuple[str, str]) -> None:
    assert _ends(tmp_path, text) == ends


def test_columns_that_name_actors_and_are_left_over_are_told(tmp_path: Path) -> None:
    text = _drafted(tmp_path, "sender1,sender2,target,tcode\nIran,Iraq,Oman,OMN\nOman,,Iraq,IRQ\n")
    assert "no [[tie]] reads them: sender2\n" in text, "but not a second name of the target"


def test_the_only_column_found_stands_at_the_end_that_it_is_called_after(tmp_path: Path) -> None:
    text = _drafted(tmp_path, "source,target\nAcme,Iran\nBolt,Oman\n")
    tie = tomllib.loads(text)["tie"][0]
    assert tie["from"]["column"] == "source"
    assert tie["from"]["kind"].startswith("TO DO: the kind of actor"), "nobody knows Acme"
    assert tie["to"] == {"column": "target", "system": "name"}
    assert tie["gloss"] == "{source} rival of {target}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (",Iran,China\nIran,0,1\nChina,1,0\n", r"this is a matrix: its columns are actors \(Iran, China\)"),
        ("state,IRN,CHN,OMN\nIRN,0,1,1\n", "write a line for each pair"),
        ("a,b,year\n", "no records below the header"),
    ],
)
def test_what_no_draft_can_be_made_of_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadSource, match=said):
        _drafted(tmp_path, text)


def test_where_all_columns_mean_one_actor_the_other_end_is_left_to_the_user(tmp_path: Path) -> None:
    assert _ends(tmp_path, "name,code\nIran,IRN\nOman,OMN\n")[1] == "TO DO: the column of the other actor"


def test_a_line_about_the_file_is_no_header(tmp_path: Path) -> None:
    text = _drafted(tmp_path, "As of,2024-05-01,,\nid,one,two,year\n1,Iran,China,2001\n2,Oman,China,2002\n")
    file = tomllib.loads(text)["file"][0]
    assert file["required"] == ["id", "one", "two", "year"]


def test_a_table_without_a_header_gets_columns_by_number(tmp_path: Path) -> None:
    table, folder = tmp_path / "t.csv", tmp_path / "bare"
    table.write_text("1,Iran,China,2001\n2,Oman,China,2002\n", "utf-8")
    assert CliRunner().invoke(map_, [str(table), "--type", "AGREES_WITH", "-o", str(folder)]).exit_code == 0
    finish(folder)
    done = CliRunner().invoke(load, [str(folder), str(table), "--db", str(tmp_path / "t.kgl")])
    assert "2 records read = 2 loaded" in done.output


def test_columns_called_by_years_are_a_header(tmp_path: Path) -> None:
    text = _drafted(tmp_path, "one,two,1999,2000,2001\nIran,China,4,5,6\nOman,China,7,8,9\n")
    assert "header" not in tomllib.loads(text)["file"][0]


def test_a_draft_with_open_places_does_not_load(tmp_path: Path) -> None:
    table, folder = tmp_path / "t.csv", tmp_path / "open"
    table.write_text("a,b\nIran,China\n", "utf-8")
    CliRunner().invoke(map_, [str(table), "--type", "AGREES_WITH", "-o", str(folder)])
    with pytest.raises(BadSource, match="the draft is not finished: citation, licence"):
        read_dataset(str(folder), [table])


def test_quarters_are_dates_and_years_before_the_first_are_left_to_the_user(tmp_path: Path) -> None:
    assert 'since = "when"' in _drafted(tmp_path, "a,b,when\nIran,Oman,2002Q3\nIran,Iraq,Q4 2002\n")
    early = _drafted(tmp_path, "a,b,year\nIran,Greece,-431\nIran,Egypt,-525\n")
    assert 'since = "TO DO: leave this out; year has years before 1' in early


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            "a,b,date\nIran,Oman,2001-01-02\nIran,Chad,7 May 2003\nIran,Mali,spring 1996\nIran,Peru,late 1997\n",
            "TO DO: date, once its dates have one form",
        ),
        (
            "a,b,x2001,y2002,z2003\nIran,Oman,1,2,3\nIran,Iraq,1,2,3\n",
            "TO DO: write a line for each year; x2001 to z2003",
        ),
    ],
)
def test_dates_that_no_draft_can_read_are_left_to_the_user(tmp_path: Path, table: str, said: str) -> None:
    assert f'since = "{said}' in _drafted(tmp_path, table)


@pytest.mark.parametrize(("known", "named"), [(3, False), (4, True)])
def test_a_column_names_actors_where_more_than_six_in_ten_cells_do(tmp_path: Path, known: int, named: bool) -> None:
    states = ["Iran", "Iraq", "Oman", "Qatar", "Yemen"]
    cells = [*states[:known], *(f"Nobody {number}" for number in range(5 - known))]
    text = _drafted(tmp_path, "a,b\n" + "".join(f"{cell},China\n" for cell in cells))
    assert ('from = {column = "a", system = "name"}' in text) is named
    assert ("TO DO: the kind of actor" in text) is not named


@pytest.mark.parametrize("encoding", ["klingon", "base64", ""])
def test_an_encoding_that_nobody_knows_is_refused(tmp_path: Path, encoding: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text("a,b,y\nChina,Iran,2001\n", "utf-8")
    done = CliRunner().invoke(map_, [str(table), "--type", "AGREES_WITH", "--encoding", encoding])
    assert isinstance(done.exception, UsageError)
    assert str(done.exception).startswith(f"--encoding: there is no encoding {encoding!r}: utf-8, cp1252")


@pytest.mark.parametrize(
    ("encoding", "written"), [("EUC-KR", "euc_kr"), ("TIS-620", "tis-620"), ("Windows-1256", "cp1256")]
)
def test_an_encoding_that_is_given_is_written_into_the_draft(tmp_path: Path, encoding: str, written: str) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes("a,b,y\nChina,Iran,2001\n".encode(encoding))
    done = CliRunner().invoke(map_, [str(table), "--type", "AGREES_WITH", "--encoding", encoding])
    assert tomllib.loads(done.output)["file"][0]["encoding"] == written


def test_a_folder_that_cannot_be_written_is_told_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\nIran,China\n", "utf-8")
    result = CliRunner().invoke(map_, [str(path), "--type", "AGREES_WITH", "-o", str(tmp_path / ("a" * 300))])
    assert isinstance(result.exception, StorageFailed), result.output
    assert "could not be written" in str(result.exception)
