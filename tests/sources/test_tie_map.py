"""What a [[tie]] can say of its rows: types and signs by value, rows left out, one actor for all, dates in other forms, codes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.mapped.mapping import _taken_apart
from tiebook.sources.row_filter import RowFilter
from tiebook.sources.source_reader import SourceReader

HEAD = """
id = "made"
name = "Made"
title = "Made up"
citation = "Doe"
licence = "CC0"
universe = "u"
ties = ["SUPPORTS", "OPPOSES", "SANCTIONS", "MEASURED_AS"]
"""
FILE = '[[file]]\nname = "rows"\nwhat = "the rows"\nrequired = ["a"]\n'
TIE = '[[tie]]\nfile = "rows"\n'
PLAIN = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\n'


def read(
    tmp_path: Path, tie: str, *tables: str, covers: str = "", first: bool = True, wanted: RowFilter | None = None
) -> tuple[SourceReader, list[dict[str, Any]]]:
    """Read tables by a [[tie]]; `covers` goes before the files, `first` begins the [[tie]]."""
    folder = tmp_path / "made"
    folder.mkdir(exist_ok=True)
    (folder / "source.toml").write_text(HEAD + covers + FILE + (TIE if first else "") + tie, "utf-8")
    paths = [tmp_path / f"rows{number}.csv" for number in range(len(tables))]
    for path, text in zip(paths, tables, strict=True):
        path.write_text(text, "utf-8")
    reader, batch = read_dataset(str(folder), paths, wanted)
    found = []
    for part in batch.parts:
        if isinstance(part, Ties):
            ends = zip(part.sources, part.targets, part.records(), strict=True)
            found += [{"type": part.type, "from": one, "to": two, **row["props"]} for one, two, row in ends]
    assert all(account.balanced for account in reader.accounts)
    return reader, found


def test_the_type_goes_by_a_value_and_other_rows_are_told(tmp_path: Path) -> None:
    tie = 'type = {column = "sign", values = {"1" = "SUPPORTS", "-1" = "OPPOSES"}}\nfrom = {column = "a"}\nto = {column = "b"}\n'
    reader, ties = read(tmp_path, tie, "a,b,sign\nIran,China,1\nIran,Iraq,-1\nIran,Oman,0\nOman,Iraq,-1\n")
    assert sorted((each["type"], each["to"]) for each in ties) == [
        ("OPPOSES", "iraq"),
        ("OPPOSES", "iraq"),
        ("SUPPORTS", "china"),
    ]
    assert reader.accounts[0].skipped == {"no [[tie]] takes it: sign is '0'": 1}


def test_the_sign_goes_by_a_value_or_is_fixed(tmp_path: Path) -> None:
    _, ties = read(
        tmp_path,
        PLAIN + 'sign = {column = "s", values = {good = 1, bad = -1}}',
        "a,b,s\nIran,China,bad\nIran,Oman,good\n",
    )
    assert {each["to"]: each["sign"] for each in ties} == {"china": -1, "oman": 1}
    _, ties = read(tmp_path, PLAIN + "sign = 0", "a,b\nIran,China\n")
    assert [each["sign"] for each in ties] == [0]


def test_where_takes_some_rows(tmp_path: Path) -> None:
    table = "a,b,kind\nIran,China,x\nIran,Oman,y\nIran,Iraq,z\n"
    _, ties = read(tmp_path, PLAIN + 'where = {column = "kind", is = ["x", "z"]}', table)
    assert [each["to"] for each in ties] == ["china", "iraq"]
    _, ties = read(
        tmp_path, PLAIN + 'where = [{column = "kind", is_not = "x"}, {column = "b", is_not = "Iraq"}]', table
    )
    assert [each["to"] for each in ties] == ["oman"]


def test_one_actor_stands_at_an_end_of_every_row(tmp_path: Path) -> None:
    tie = 'type = "SANCTIONS"\nfrom = {actor = "united-states"}\nto = {column = "a"}\n'
    _, ties = read(tmp_path, tie, "a\nIran\nCuba\n")
    assert [(each["from"], each["to"]) for each in ties] == [("united-states", "iran"), ("united-states", "cuba")]
    with pytest.raises(BadSource, match="there is no actor 'unitd-states'"):
        read(tmp_path, tie.replace("united", "unitd"), "a\nIran\n")


@pytest.mark.parametrize(
    ("form", "cell"),
    [
        ("%d %B %Y", "03 May 2011"),
        ("%d/%m/%Y", "3/5/2011"),
        ("%Y%m%d", "20110503"),
        ("%Y-%m-%d %H:%M:%S.%f", "2011-05-03 00:00:00.000"),
        ("%d-%b-%y", "03-May-11"),
        ("%d %B %Y", "3 mai 2011"),
        ("days since 1899-12-30", "40666"),
    ],
)
def test_dates_in_another_form(tmp_path: Path, form: str, cell: str) -> None:
    _, ties = read(tmp_path, f'{PLAIN}since = "on"\ndates = "{form}"', f"a,b,on\nIran,China,{cell}\nIran,Oman,NA\n")
    assert [each.get("since") for each in ties] == ["2011-05-03", None]
    with pytest.raises(BadSource, match=r"rows0.csv:3: .*column on: 'soon' is not a date of the form"):
        read(tmp_path, f'{PLAIN}since = "on"\ndates = "{form}"', f"a,b,on\nIran,China,{cell}\nIran,Oman,soon\n")


def test_a_year_of_two_digits_lies_in_the_past_unless_it_ends_something(tmp_path: Path) -> None:
    tie = PLAIN + 'since = "on"\nuntil = "to"\ndates = "%d-%b-%y"'
    _, ties = read(tmp_path, tie, "a,b,on,to\nIran,China,02-Jul-16,02-Jul-68\n")
    assert [(each["since"], each["until"]) for each in ties] == [("2016-07-02", "2068-07-02")]
    with pytest.raises(BadSource, match=r"rows0.csv:2: .*'02-Jul-45' would be 2045-07-02: write its year with four"):
        read(tmp_path, tie, "a,b,on,to\nIran,China,02-Jul-45,\n")


def test_a_cell_may_hold_the_begin_and_the_end(tmp_path: Path) -> None:
    tie = PLAIN + 'since = "years"\nuntil = "years"'
    table = "a,b,years\nIran,China,1990-1995\nIran,Oman,1990/1995-06\nIran,Iraq,1990 \u2013 present\n"
    _, ties = read(
        tmp_path, tie, table + "Iran,Cuba,1990\nOman,Iraq,1990-95\nOman,Cuba,1990-\nOman,Qatar,1990 to ongoing\n"
    )
    assert [(each["since"], each.get("until")) for each in ties] == [
        ("1990", "1995"),
        ("1990", "1995-06"),
        ("1990", None),
        ("1990", "1990"),
        ("1990", "1995"),
        ("1990", None),
        ("1990", None),
    ]
    with pytest.raises(
        BadSource, match=r"rows0.csv:2: .*'2003-04' may be a month, or 2003/2004: write that, or 2003-04/2003-04"
    ):
        read(tmp_path, tie, "a,b,years\nIran,China,2003-04\n")
    _, ties = read(tmp_path, tie + '\ndates = "%d/%m/%Y"', "a,b,years\nIran,China,2/7/2016 - 5/8/2017\n")
    assert [(each["since"], each["until"]) for each in ties] == [("2016-07-02", "2017-08-05")]


def test_zeros_of_a_month_or_day_make_a_coarser_date(tmp_path: Path) -> None:
    table = "a,b,on\nIran,China,2001-00-00\nIran,Oman,2002-05-00\nIran,Iraq,2003-00\nIran,Cuba,2004.0\n"
    _, ties = read(tmp_path, PLAIN + 'since = "on"', table)
    assert [each["since"] for each in ties] == ["2001", "2002-05", "2003", "2004"]


def test_a_word_for_nothing_and_a_column_that_is_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match=r"rows0.csv:2: .*'unknown' is not a date.*: missing = \[\"unknown\"\]"):
        read(tmp_path, PLAIN + 'since = "on"', "a,b,on\nIran,China,unknown\n")
    with pytest.raises(BadSource, match=r"rows0.csv: there is no column 'onn', .* \(did you mean on\?; "):
        read(tmp_path, PLAIN + 'since = "onn"\nvalue = "on"', "a,b,on\nIran,China,2001\n")
    declared = f'optional = ["onn"]\n{TIE}{PLAIN}since = "onn"\nvalue = "on"'
    reader, _ = read(tmp_path, declared, "a,b,on\nIran,China,2001\n", first=False)
    assert reader.accounts[0].notes[-1] == "there is no column 'onn', which a [[tie]] reads: it was taken as blank"


def test_what_goes_on_has_no_end(tmp_path: Path) -> None:
    _, ties = read(tmp_path, PLAIN + 'until = "u"', "a,b,u\nIran,China,present\nIran,Oman,Ongoing\nIran,Iraq,2001\n")
    assert [each.get("until") for each in ties] == [None, None, "2001"]


def test_the_type_goes_by_the_sign_of_a_number(tmp_path: Path) -> None:
    tie = 'type = {column = "w", values = {"+" = "SUPPORTS", "-" = "OPPOSES"}}\nfrom = {column = "a"}\nto = {column = "b"}\n'
    table = "a,b,w\nIran,China,0.5\nIran,Oman,-0.25\nIran,Iraq,-1\nIran,Cuba,0\nOman,Iraq,-9\nOman,Cuba,+\n"
    reader, ties = read(tmp_path, tie + 'value = "w"\nscale = true\nmissing = ["-9", "+"]', table)
    assert {each["to"]: (each["type"], each.get("value")) for each in ties} == {
        "china": ("SUPPORTS", 0.5),
        "oman": ("OPPOSES", -0.25),
        "iraq": ("OPPOSES", -1.0),
        "cuba": ("SUPPORTS", None),
    }
    left = "no [[tie]] takes it: w is "
    assert reader.accounts[0].skipped == {f"{left}'0'": 1, f"{left}'-9'": 1}


def test_codes_for_missing_have_no_sign_but_for_minus_one(tmp_path: Path) -> None:
    tie = 'type = {column = "w", values = {"+" = "SUPPORTS", "-" = "OPPOSES"}}\nfrom = {column = "a"}\nto = {column = "b"}\n'
    reader, ties = read(tmp_path, tie, "a,b,w\nIran,China,-1\nIran,Oman,-1.0\nIran,Iraq,-9\nIran,Cuba,-99\n")
    assert [(each["to"], each["type"]) for each in ties] == [("china", "OPPOSES"), ("oman", "OPPOSES")]
    assert reader.accounts[0].skipped.total() == 2


def test_one_column_twice_makes_the_pairs_of_its_actors(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "m", split = ";"}\nto = {column = "m", split = ";"}\nrecord = ["a"]\n'
    reader, ties = read(tmp_path, tie, "a,m\n1,Iran; China;Iraq\n2,Oman\n3,Atlantis;Oman\n")
    assert [(each["from"], each["to"]) for each in ties] == [("iran", "china"), ("iran", "iraq"), ("china", "iraq")]
    assert reader.accounts[0].skipped == {
        "it names one actor only, and a tie has two": 1,
        "names an actor that is not known": 1,
    }
    assert [each.count for each in reader.resolver.unresolved()] == [1]


def test_a_gloss_names_columns_with_braces_in_their_names(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b{x}"}\ngloss = "{a} for {b{x}} ({c}d}, {e})"'
    _, ties = read(tmp_path, tie, "a,b{x},c}d\nIran,China,1\n")
    assert [each["gloss"] for each in ties] == ["Iran for China (1, {e})"]


def test_thousands_are_divided_as_declared(tmp_path: Path) -> None:
    _, ties = read(tmp_path, PLAIN + 'value = "v"\nthousands = ","', 'a,b,v\nIran,China,"1,234"\nIran,Oman,7.5\n')
    assert [each["value"] for each in ties] == [1234.0, 7.5]
    with pytest.raises(BadSource, match=r"rows0.csv:2: .*column v: '1,234' is 1234 with thousands = \",\""):
        read(tmp_path, PLAIN + 'value = "v"', 'a,b,v\nIran,China,"1,234"\n')


def test_dates_in_three_columns(tmp_path: Path) -> None:
    tie = PLAIN + 'since = ["y", "m", "d"]\nuntil = ["z"]'
    _, ties = read(
        tmp_path, tie, "a,b,y,m,d,z\nIran,China,2001,5,9,9999\nIran,Oman,2001.0,-9,,2003\nIran,Iraq,NA,1,1,9999-12-31\n"
    )
    assert [(each.get("since"), each.get("until")) for each in ties] == [
        ("2001-05-09", None),
        ("2001", "2003"),
        (None, None),
    ]
    with pytest.raises(BadSource, match=r"rows0.csv:2: .*column m: '13' is not a month"):
        read(tmp_path, tie, "a,b,y,m,d,z\nIran,China,2001,13,9,\n")


def test_codes_for_missing_are_no_dates_no_values_and_no_actors(tmp_path: Path) -> None:
    tie = (
        PLAIN.replace('"a"}', '"a", kind = "ArmedGroup"}') + 'since = "s"\nuntil = "u"\nvalue = "v"\nmissing = ["n/k"]'
    )
    table = "a,b,s,u,v\nFront,China,NA,-9,.\nNULL,China,2001,,1\n.,China,,,\nFront,-99,,,\nFront,Oman,n/k,None,n/k\n"
    reader, ties = read(tmp_path, tie, table)
    assert [(each["to"], each.get("since"), each.get("until"), each.get("value")) for each in ties] == [
        ("china", None, None, None),
        ("oman", None, None, None),
    ]
    assert {each["from"] for each in ties} == {"made-front"}
    assert reader.accounts[0].skipped == {"an end is blank, or a code for missing": 3}
    assert not reader.resolver.unresolved()


@pytest.mark.parametrize("cell", ["nan", "NAN", "inf", "-Infinity", "1_000", "many"])
def test_what_is_no_number_is_refused_with_its_line(tmp_path: Path, cell: str) -> None:
    with pytest.raises(BadSource, match=rf"rows0.csv:3: .*column v: '{cell}' is not a number"):
        read(tmp_path, PLAIN + 'value = "v"', f"a,b,v\nIran,China,1\nIran,Oman,{cell}\n")


def test_nan_is_a_missing_date_and_end_and_a_value_only_where_it_is_declared(tmp_path: Path) -> None:
    tie = PLAIN + 'since = "s"\nuntil = "u"\nvalue = "v"\n'
    rows = "a,b,s,u,v\nIran,China,nan,NaN,NaN\nIran,Oman,2001,nan,nan\nnan,Iraq,2001,,1\n"
    advice = r"""rows0.csv:3: .*column v: 'nan' is not a number: if it stands for a blank, missing = \["nan"\]"""
    with pytest.raises(BadSource, match=advice):
        read(tmp_path, tie, rows)
    reader, ties = read(tmp_path, f'{tie}missing = ["nan"]', rows)
    assert [(each.get("since"), each.get("until"), each.get("value")) for each in ties] == [
        (None, None, None),
        ("2001", None, None),
    ]
    assert reader.accounts[0].skipped == {"an end is blank, or a code for missing": 1}


def test_the_minus_of_typesetters_is_one(tmp_path: Path) -> None:
    _, (tie,) = read(tmp_path, PLAIN + 'value = "v"', "a,b,v\nIran,Oman,\u22124.5\n")
    assert tie["value"] == -4.5


def test_a_decimal_comma_is_read(tmp_path: Path) -> None:
    _, ties = read(tmp_path, PLAIN + 'value = "v"', 'a,b,v\nIran,China,"4,5"\nIran,Oman,-9\n')
    assert [each.get("value") for each in ties] == [4.5, None]


def test_codes_are_padded_decimal_or_in_small_letters(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a", system = "cow"}\nto = {column = "b", system = "iso3"}\n'
    reader, ties = read(tmp_path, tie, "a,b\n002,chn\n20.0,Irn\n630, OMN \n")
    assert [(each["from"], each["to"]) for each in ties] == [
        ("united-states", "china"),
        ("canada", "iran"),
        ("iran", "oman"),
    ]
    assert not reader.resolver.unresolved()


def test_namibia_is_no_missing_code(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a", system = "iso2"}\nto = {column = "b"}\n'
    _, ties = read(tmp_path, tie, "a,b\nNA,China\n")
    assert [each["from"] for each in ties] == ["namibia"]


def test_a_record_without_a_key_never_meets_another_ones(tmp_path: Path) -> None:
    _, ties = read(tmp_path, PLAIN + 'record = ["k"]', "k,a,b\n1,Iran,China\n,Iran,Oman\n3,Iran,Iraq\n")
    assert [each["record"] for each in ties] == ["1", "line-3", "3"]


def test_two_files_without_keys_are_kept_apart(tmp_path: Path) -> None:
    _, ties = read(tmp_path, PLAIN, "a,b\nIran,China\n", "a,b\nIran,Oman\n")
    assert {each["record"]: each["to"] for each in ties} == {"2": "china", "2/2": "oman"}


def test_ties_of_an_actor_with_itself_are_told(tmp_path: Path) -> None:
    reader, _ = read(tmp_path, PLAIN, "a,b\nIran,Iran\nOman,Oman\nIran,Oman\n")
    assert any(note.startswith("2 ties of an actor with itself") for note in reader.accounts[0].notes)


def test_a_kind_takes_only_known_actors_of_that_kind_and_governments(tmp_path: Path) -> None:
    tie = PLAIN.replace('"a"}', '"a", kind = "Person"}')
    _, ties = read(tmp_path, tie, "a,b\nJordan,China\n")
    assert [each["from"] for each in ties] == ["made-jordan"]
    tie = PLAIN.replace('"a"}', '"a", kind = "ArmedGroup"}')
    _, ties = read(
        tmp_path,
        tie,
        "a,b\nGovernment of Turkey,Iraq\nMilitary Forces of Sudan (1989-),Iraq\nGovernment of Nowhere,Iraq\n",
    )
    assert [each["from"] for each in ties] == ["turkey", "sudan", "made-government-of-nowhere"]


@pytest.mark.parametrize(
    ("tie", "message"),
    [
        (PLAIN + "sign = 2", "a sign is -1, 0 or 1"),
        (PLAIN.replace('"b"', '"a"'), "both read 'a': every tie would be one of an actor with itself"),
        (PLAIN + 'since = "b"\ndates = "dd/mm/yyyy"', "'dd/mm/yyyy' is not a date format"),
        (PLAIN.replace('{column = "a"}', "{}"), "an end is a `column`, or one `actor`"),
        (PLAIN + 'where = {column = "a"}', "`where` takes one of `is`"),
        (
            PLAIN.replace('"SUPPORTS"', '{column = "a", values = {x = "AIDS"}}'),
            "makes AIDS, which `ties` does not name",
        ),
        (PLAIN + 'where = {column = "zz", is = "1"}', "there is no column 'zz'"),
        (PLAIN + 'where = {column = "a", known = true, above = 1}', "`where` takes one of"),
        (PLAIN.replace('{column = "b"}', '{issue = "X"}'), "a tie to an issue needs a `value`"),
        (
            PLAIN.replace('{column = "b"}', '{issue = "X"}').replace("SUPPORTS", "SANCTIONS") + 'value = "b"',
            "no SANCTIONS goes to an issue",
        ),
        (PLAIN.replace('{column = "a"}', '{issue = "X"}'), "no SUPPORTS goes from an issue"),
        (PLAIN.replace('{column = "a"}', '{column = "a", name = "X"}'), "`name` is that of an `issue`"),
    ],
)
def test_a_faulty_mapping_is_told(tmp_path: Path, tie: str, message: str) -> None:
    with pytest.raises(BadSource, match=message):
        read(tmp_path, tie, "a,b\nIran,China\n")


def test_the_longest_column_counts_where_a_gloss_may_mean_two() -> None:
    assert _taken_apart("of {a}}} in {year}", ["a}", "a}}", "year"]) == ["of ", "a}}", " in ", "year", ""]
    assert _taken_apart("{x{a}y}{x{a}}", ["x{a}", "x{a}y"]) == ["", "x{a}y", "", "x{a}", ""]


def test_na_among_codes_of_two_letters_is_namibia_and_counted_unless_it_is_missing(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a", system = "iso2"}\nto = {column = "b", system = "iso2"}\n'
    reader, ties = read(tmp_path, tie, "a,b\nNA,US\nNA,ZA\nIR,CN\n")
    assert [each["from"] for each in ties] == ["namibia", "namibia", "iran"]
    assert reader.accounts[0].notes == ['2 cells NA of a were read as Namibia; if they say nothing: missing = ["NA"]']
    reader, ties = read(tmp_path, tie + 'missing = ["NA"]', "a,b\nNA,US\nNA,ZA\nIR,CN\n")
    assert ([each["from"] for each in ties], reader.accounts[0].notes) == (["iran"], [])


def test_nobody_is_called_nan(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a", kind = "ArmedGroup"}\nto = {column = "b", kind = "ArmedGroup"}\n'
    reader, ties = read(tmp_path, tie, "a,b\nFront One,nan\nFront One,Front Two\n")
    assert [each["to"] for each in ties] == ["made-front-two"]
    assert reader.accounts[0].skipped == {"an end is blank, or a code for missing": 1}
