"""What a draft takes for the type of a row, and for its dates: one type, a column that names types, or a type for each value."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.loaders.source_readers import finish
from tiebook.cli.load.load import command as load
from tiebook.cli.load.map import command as map_
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource, TiebookError, UnknownName, UsageError
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft

SIGNED = """Source,Target,Type,Weight,sign
Iran,China,Undirected,3,1
United States,Iran,Undirected,2,-1
Russia,Ukraine,Undirected,5,-1
Oman,Iran,Undirected,1,0
"""
NAMED = "a,b,relation\nIran,China,sells-arms-to\nRussia,Iran,Opposes\nOman,Iran,friends\n"


def _tie(tmp_path: Path, text: str, *types: str) -> dict[str, Any]:
    table = tmp_path / "t.csv"
    table.write_text(text, "utf-8")
    read: dict[str, Any] = tomllib.loads(draft(table, types))["tie"][0]
    return read


def _ties(db: Path) -> list[tuple[object, ...]]:
    query = "MATCH (a:Actor)-[t]->(b:Actor) RETURN a.id AS a, type(t) AS type, b.id AS b, t.sign AS sign ORDER BY a, b"
    return [tuple(row) for row in KgliteEngine(db).read(query).rows]


def test_a_signed_edge_list_loads_after_citation_and_licence_are_filled_in(tmp_path: Path) -> None:
    table, folder = tmp_path / "edges.csv", tmp_path / "edges"
    table.write_text(SIGNED, "utf-8")
    types = ("--type", "1=SUPPORTS", "--type", "-1=OPPOSES")
    done = CliRunner().invoke(map_, [str(table), *types, "-o", str(folder)])
    assert done.exit_code == 0, done.output
    assert (folder / "source.toml").read_text("utf-8").count("TO DO:") == 2
    finish(folder)
    loaded = CliRunner().invoke(load, [str(folder), str(table), "--db", str(tmp_path / "t.kgl")])
    assert "4 records read = 3 loaded + 0 merged + 1 skipped" in loaded.output
    assert _ties(tmp_path / "t.kgl") == [
        ("iran", "SUPPORTS", "china", 1),
        ("russia", "OPPOSES", "ukraine", -1),
        ("united-states", "OPPOSES", "iran", -1),
    ]


def test_values_are_taken_as_spreadsheets_write_them(tmp_path: Path) -> None:
    tie = _tie(tmp_path, SIGNED.replace(",1\n", ",1.0\n").replace(",-1\n", ",-1.0\n"), "1=SUPPORTS", "-1=OPPOSES")
    assert tie["type"] == {"column": "sign", "values": {"1": "SUPPORTS", "-1": "OPPOSES"}}
    assert "gloss" not in tie


def test_of_two_columns_with_such_a_value_that_with_all_of_them_counts(tmp_path: Path) -> None:
    text = "a,b,flag,kind\nIran,China,x,x\nOman,Iran,x,y\nRussia,Iran,x,z\n"
    assert _tie(tmp_path, text, "x=AIDS", "y=OPPOSES")["type"]["column"] == "kind"


def test_a_column_that_names_types_is_read_in_any_spelling(tmp_path: Path) -> None:
    values = _tie(tmp_path, NAMED, "relation")["type"]["values"]
    assert values["sells-arms-to"] == "SELLS_ARMS_TO"
    assert values["Opposes"] == "OPPOSES"
    assert values["friends"].startswith("TO DO")


def test_a_draft_whose_types_are_open_does_not_load(tmp_path: Path) -> None:
    table, folder = tmp_path / "t.csv", tmp_path / "open"
    table.write_text(NAMED, "utf-8")
    assert CliRunner().invoke(map_, [str(table), "--type", "relation", "-o", str(folder)]).exit_code == 0
    text = (folder / "source.toml").read_text("utf-8")
    (folder / "source.toml").write_text(text.replace('"TO DO: how to cite it"', '"c"'), "utf-8")
    with pytest.raises(BadSource, match="the draft is not finished: licence, tie"):
        read_dataset(str(folder), [table])


@pytest.mark.parametrize(
    ("text", "types", "error", "message"),
    [
        (
            NAMED,
            ("AIDS",),
            UsageError,
            r"the column relation names types of ties \(OPPOSES, SELLS_ARMS_TO\).*--type relation",
        ),
        (
            "Iran\tSUPPORTS\tIraq\nIran\tOPPOSES\tChad\n",
            ("AIDS",),
            UsageError,
            r": column 2 names types of ties .*--type 'column 2'|^column 2 names types of ties .*--type 'column 2'",
        ),
        (SIGNED, ("AIDS",), UsageError, r"the column sign tells -1 from 1.*--type 1=TIE --type -1=TIE"),
        (
            SIGNED.replace("sign", "x").replace(",1\n", ",+\n").replace(",-1\n", ",-\n"),
            ("AIDS",),
            UsageError,
            r"x tells - from \+",
        ),
        (
            "a,b,weight\nIran,China,0.5\nIran,Oman,-0.2\n",
            ("AIDS",),
            UsageError,
            r"weight has numbers above and below 0.*--type \+=TIE --type -=TIE",
        ),
        ("a,b,w\nIran,China,0.5\n", ("+=SUPPORTS", "-=OPPOSES"), UsageError, r"no column has the value '\+'"),
        (SIGNED, ("1=SUPPORTS", "-1=OPOSES"), UnknownName, "no tie 'OPOSES'"),
        (SIGNED, ("7=SUPPORTS",), UsageError, "no column has the value '7'"),
        (SIGNED, ("=SUPPORTS",), UsageError, "no value before ="),
        (SIGNED, ("AIDS", "OPPOSES"), UsageError, "more than once"),
        (SIGNED, ("Sign",), UnknownName, "no tie 'Sign'"),
    ],
)
def test_what_would_make_wrong_ties_is_refused(
    tmp_path: Path, text: str, types: tuple[str, ...], error: type[TiebookError], message: str
) -> None:
    with pytest.raises(error, match=message):
        _tie(tmp_path, text, *types)


@pytest.mark.parametrize(
    "text",
    [
        "a,b,kind\nIran,China,friendship\nOman,Iran,pact\n",  # words of its own
        "a,b,relation\nIran,China,AIDS\nOman,Iran,aids\n",  # the one type
        "a,b,flag\nIran,China,1\nOman,Iran,-1\n",  # -1 is a code for missing
        "a,b,sign\nIran,China,1\nOman,Iran,1\n",
    ],
)
def test_a_column_that_tells_no_types_is_no_hindrance(tmp_path: Path, text: str) -> None:
    assert _tie(tmp_path, text, "AIDS")["type"] == "AIDS"


@pytest.mark.parametrize(
    ("dates", "form"),
    [
        (("02 July 2016", "13 May 2016"), "%d %B %Y"),
        (("2/7/2016", "13/7/2016"), "%d/%m/%Y"),
        (("7/2/2016", "7/13/2016"), "%m/%d/%Y"),
        (("20160702", "20160713"), "%Y%m%d"),
        (("2.7.2016", "NA"), "%d.%m.%Y"),
        (("2016-07-02 00:00:00", "2016-07-13 00:00:00"), None),
        (("05 May 2016", "06 May 2017"), "%d %B %Y"),
        (("2/7/2016", "3/7/2016"), "TO DO: %d/%m/%Y or %m/%d/%Y"),
        (("2016-07-02", "2016"), None),
    ],
)
def test_dates_in_another_form_are_found(tmp_path: Path, dates: tuple[str, str], form: str | None) -> None:
    first, second = dates
    tie = _tie(tmp_path, f'id,a,b,day\n1,Iran,China,"{first}"\n2,Oman,Iran,"{second}"\n', "AIDS")
    assert (tie["since"], tie.get("dates")) == ("day", form)


def test_a_date_in_three_columns_is_found(tmp_path: Path) -> None:
    tie = _tie(tmp_path, "a,b,Year,Month,Day\nIran,China,2016,7,2\nOman,Iran,2017,NA,NA\n", "AIDS")
    assert tie["since"] == ["Year", "Month", "Day"]


def test_the_encoding_that_is_given_is_kept_in_the_draft(tmp_path: Path) -> None:
    table, folder = tmp_path / "t.csv", tmp_path / "cyr"
    table.write_bytes("город,земля\nИндия,Китай\n".encode("cp866"))
    given = [str(table), "--type", "AIDS", "-o", str(folder), "--encoding", "cp866"]
    assert CliRunner().invoke(map_, given).exit_code == 0
    text = (folder / "source.toml").read_text("utf-8")
    assert 'encoding = "cp866"' in text
    assert 'required = ["город", "земля"]' in text


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("0.5", "-0.2"), {"value": "w"}),
        (("8", "-9", "-10"), {"value": "w", "scale": True, "missing": ["-77", "-88", "-99", "-999", "-9999"]}),
        (("0.5", "-0.5", "-9"), {"value": "w", "scale": True}),
    ],
)
def test_the_sign_of_numbers_tells_the_type_and_the_number_is_the_value(
    tmp_path: Path, cells: tuple[str, ...], said: dict[str, Any]
) -> None:
    text = "a,b,w\n" + "".join(f"Iran,China,{cell}\n" for cell in cells)
    tie = _tie(tmp_path, text, "+=SUPPORTS", "-=OPPOSES")
    assert tie["type"] == {"column": "w", "values": {"+": "SUPPORTS", "-": "OPPOSES"}}
    assert said.items() <= tie.items()
    assert ("-9" in tie.get("missing", ())) == (cells[-1] == "-9")


@pytest.mark.parametrize(
    ("header", "cells", "said"),
    [
        ("on", ("02-Jul-16", "13-Aug-17"), {"since": "on", "dates": "%d-%b-%y"}),
        ("on", ("2 juillet 2016", "13 août 2017"), {"since": "on", "dates": "%d %B %Y"}),
        ("signed", ("42553", "42960"), {"since": "signed", "dates": "days since 1899-12-30"}),
        ("end_date", ("42553", "42960.5"), {"until": "end_date", "dates": "days since 1899-12-30"}),
        ("years", ("1990-1995", "1991-present"), {"since": "years", "until": "years"}),
        ("until", ("1995", "present", "ongoing"), {"until": "until"}),
        ("on", ("2016-07-02T10:00:00.000Z",), {"since": "on"}),
        ("on", ("2001-00-00", "2002-05-00"), {"since": "on"}),
        ("spend", ("42553", "42960"), {}),  # money
        ("date", ("42553", "7"), {"since": "TO DO: date, once its dates have one form, or `dates` lists their forms"}),
    ],
)
def test_dates_are_found_in_their_form(
    tmp_path: Path, header: str, cells: tuple[str, ...], said: dict[str, Any]
) -> None:
    tie = _tie(tmp_path, f"a,b,{header}\n" + "".join(f"Iran,China,{cell}\n" for cell in cells), "SUPPORTS")
    assert {key: tie[key] for key in ("since", "until", "dates") if key in tie} == said


@pytest.mark.parametrize("cells", [("02-Jul-45", "02-Jul-16"), ("02/07/16", "03/08/17")])
def test_a_century_or_an_order_that_is_not_plain_is_left_open(tmp_path: Path, cells: tuple[str, ...]) -> None:
    tie = _tie(tmp_path, "a,b,on\n" + "".join(f"Iran,China,{cell}\n" for cell in cells), "SUPPORTS")
    assert tie["dates"].startswith("TO DO: ")


def test_a_score_among_many_columns_is_said_and_does_not_refuse_one_type(tmp_path: Path) -> None:
    more = [f"m{number}" for number in range(16)]
    for columns in (more, [*more, "m16"]):
        path = tmp_path / "t.csv"
        rows = "".join(
            f"{ends},{score}{',x' * len(columns)}\n" for ends, score in (("Iran,China", 2), ("Iran,Oman", -3))
        )
        path.write_text(f"a,b,score,{','.join(columns)}\n{rows}", "utf-8")
        if len(columns) == 16:
            with pytest.raises(UsageError, match="every row would become AGREES_WITH"):
                draft(path, "AGREES_WITH")
        else:
            assert "score is above and below 0" in draft(path, "AGREES_WITH")
