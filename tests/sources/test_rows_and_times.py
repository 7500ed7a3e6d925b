"""Which rows of which files make ties, and when: several forms of dates, loose ones, records that come once, the window."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.test_tie_map import read
from tiebook.errors import BadSource
from tiebook.sources.mapped import reader as mapped_reader
from tiebook.sources.row_filter import RowFilter

GROUP = 'type = "SUPPORTS"\nto = {column = "b"}\n'
DATED = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\nsince = "s"\nuntil = "u"\n'


def test_dates_in_several_forms_and_within(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\nsince = "s"\nuntil = "u"\n'
    tie += 'dates = ["%Y-%m-%d", "%d %B %Y"]\nwithin = {column = "p", is_not = "1"}'
    table = "a,b,s,u,p\nIran,Oman,2020-01-02,2020-01-04,1\nIran,Iraq,5 May 2021,2021-05-09,2\n"
    _, (exact, loose) = read(tmp_path, tie, table)
    bounds = ("since_earliest", "since_latest", "until_earliest", "until_latest")
    assert [exact[key].day for key in bounds] == [2, 2, 4, 4]
    assert [loose[key].day for key in bounds] == [5, 9, 5, 9]
    with pytest.raises(BadSource, match=r"rows0.csv:2: .*'May 2020' is not a date of the form %Y-%m-%d or %d %B %Y"):
        read(tmp_path, tie, "a,b,s,u,p\nIran,Oman,May 2020,2020-06-01,1\n")


def test_the_window_is_that_of_the_rows(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\nsince = "s"\nuntil = "u"\n'
    folder_tie = tie + '[[file]]\nname = "x"\nwhat = "x"\nrequired = ["zz"]\n'
    reader, _ = read(tmp_path, folder_tie, "a,b,s,u\nIran,Oman,2020-01-02,2021\n", covers='covers = "dates"\n')
    assert (reader.covers_since, reader.covers_until) == (date(2020, 1, 2), date(2021, 12, 31))
    reader, _ = read(tmp_path, folder_tie, "a,b,s,u\nIran,Oman,2020-01-02,2021\n")
    assert reader.covers_since is None


def test_dates_may_be_off_by_some_days(tmp_path: Path) -> None:
    tie = DATED + 'off = {column = "p", values = {"2" = 6, "3" = 30}}'
    table = (
        "a,b,s,u,p\nIran,Oman,2020-03-10,2020-03-10,1\nIran,Iraq,2020-03-10,2020-03-12,2.0\nIran,China,2020-03-10,,3\n"
    )
    _, ties = read(tmp_path, tie, table + "Iran,India,0001-01-02,2199-12-31,3\nIran,Egypt,,,3\n")
    bounds = ("since_earliest", "since_latest", "until_earliest", "until_latest")
    found = {each["to"]: [str(each.get(key)) for key in bounds] for each in ties}
    assert found == {
        "oman": ["2020-03-10", "2020-03-10", "2020-03-10", "2020-03-10"],
        "iraq": ["2020-03-04", "2020-03-16", "2020-03-06", "2020-03-18"],
        "china": ["2020-02-09", "2020-04-09", "2020-02-09", "None"],
        "india": ["0001-01-01", "0001-02-01", "2199-12-01", "2200-01-30"],
        "egypt": ["None"] * 4,
    }
    with pytest.raises(BadSource, match="counts days: -1"):
        read(tmp_path, tie.replace("30", "-1"), table)
    with pytest.raises(BadSource, match="no column 'p'"):
        read(tmp_path, tie, "a,b,s,u\nIran,Oman,2020,2020\n")


def test_a_record_that_comes_again_is_merged_whatever_it_says(tmp_path: Path) -> None:
    tie = 'once = ["n"]\n[[tie]]\nfile = "rows"\n'
    tie += 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\nrecord = ["n"]\nvalue = "v"\n'
    first = "n,a,b,v,o\n1,Iran,Oman,5,x\n,Iran,China,1,x\n,Iran,Iraq,1,x\n"
    reader, ties = read(
        tmp_path, tie, first, "n,a,b,v,o\n 1 ,Iran,Iraq,7,x\n2,Iran,India,3,x\n2,Iran,Egypt,4,x\n", first=False
    )
    assert sorted((each["to"], each["value"]) for each in ties) == [
        ("china", 1),
        ("india", 3),
        ("iraq", 1),
        ("oman", 5),
    ]
    assert [(each.read, each.loaded, each.merged) for each in reader.accounts] == [(3, 3, 0), (3, 1, 2)]
    with pytest.raises(BadSource, match="no column 'n', by which records are known"):
        read(tmp_path, tie.replace('record = ["n"]', ""), "a,b,v,o\nIran,Oman,5,x\n", first=False)


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b", "ab"]), st.sampled_from(["", "a", "b", "ba"])), max_size=12))
def test_records_are_known_again_by_their_cells_and_by_nothing_else(keys: list[tuple[str, str]]) -> None:
    """Nor by Python's hash, which tells 64 bits apart: here all hashes are alike."""
    tie = 'once = ["k", "m"]\n[[tie]]\nfile = "rows"\ntype = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\n'
    rows = "".join(f" {k},{m} ,Iran,Oman\n" for k, m in keys)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(mapped_reader, "hash", lambda _: 0, raising=False)
        reader, _ = read(Path(folder), tie, f"k,m,a,b\n{rows}Iran,Iran,Iran,Oman\n", first=False)
    named = [key for key in keys if any(key)]
    assert reader.accounts[0].merged == len(named) - len(set(named))


def test_a_tie_of_several_files(tmp_path: Path) -> None:
    tie = GROUP.replace('type = "SUPPORTS"', 'type = "SUPPORTS"\nfrom = {column = "a"}')
    tie = '[[file]]\nname = "old"\nwhat = "the old rows"\nrequired = ["b", "o"]\n' + tie
    text = tie.replace('type = "SUPPORTS"', '[[tie]]\nfile = ["rows", "old"]\ntype = "SUPPORTS"')
    with pytest.raises(BadSource, match="'older', which is not a \\[\\[file\\]\\]"):
        read(tmp_path, text.replace('["rows", "old"]', '["rows", "older"]'), "a,b\nIran,Oman\n", first=False)
    _, ties = read(tmp_path, text, "a,b\nIran,Oman\n", "a,b,o\nIran,Iraq,1\n", first=False)
    assert sorted(each["to"] for each in ties) == ["iraq", "oman"]


def test_reasons_are_told_apart_up_to_a_number(tmp_path: Path) -> None:
    rows = "".join(f"Iran,Oman,{number}\n" for number in range(40))
    tie = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\nwhere = {column = "k", is = "x"}'
    reader, _ = read(tmp_path, tie, "a,b,k\n" + rows)
    skipped = reader.accounts[0].skipped
    assert (len(skipped), skipped["no [[tie]] takes it"]) == (31, 10)


@pytest.mark.parametrize(
    ("cell", "text", "since", "until"),
    [
        *(
            (cell, "2002-Q3", "2002-07-01", "2002-09-30")
            for cell in ("Q3 2002", "2002Q3", "2002-q3", "3Q2002", "2002/Q3", "2002-35")
        ),
        *(
            (cell, "2002-H1", "2002-01-01", "2002-06-30")
            for cell in ("H1 2002", "2002H1", "1H-2002", "2002-S1", "2002-40")
        ),
    ],
)
def test_quarters_and_half_years_have_bounds(tmp_path: Path, cell: str, text: str, since: str, until: str) -> None:
    _, (tie,) = read(tmp_path, DATED, f"a,b,s,u\nIran,Oman,{cell},\n")
    assert (tie["since"], str(tie["since_earliest"]), str(tie["since_latest"])) == (text, since, until)


@pytest.mark.parametrize("cell", ["2002Q3-2003Q1", "2002-Q3/2003-Q1", "Q3 2002 to Q1 2003"])
def test_quarters_as_begin_and_end_in_one_cell(tmp_path: Path, cell: str) -> None:
    _, (tie,) = read(tmp_path, DATED.replace('"u"', '"s"'), f"a,b,s\nIran,Oman,{cell}\n")
    assert (tie["since"], tie["until"]) == ("2002-Q3", "2003-Q1")
    _, (tie,) = read(tmp_path, DATED.replace('"u"', '"s"'), "a,b,s\nIran,Oman,2002-Q3\n")
    assert (tie["since"], tie["until"]) == ("2002-Q3", "2002-Q3")


@pytest.mark.parametrize("cell", ["-431", "431 BC", "480 BCE"])
def test_a_year_before_the_first_is_refused_with_its_line(tmp_path: Path, cell: str) -> None:
    with pytest.raises(BadSource, match=r"rows0.csv:3: .*there are no dates before the year 1 \(leave"):
        read(tmp_path, DATED, f"a,b,s,u\nIran,Oman,2002,\nIran,Iraq,{cell},\n")


@pytest.mark.parametrize(
    ("cell", "form"),
    [("01.02.2003", "%d.%m.%Y"), ("5/13/2002", "%m/%d/%Y")],
)
def test_a_date_in_another_form_is_refused_with_what_to_declare(tmp_path: Path, cell: str, form: str) -> None:
    with pytest.raises(BadSource, match=rf'rows0.csv:2: .*in \[\[tie\]\]: dates = "{form}"'):
        read(tmp_path, DATED, f"a,b,s,u\nIran,Oman,{cell},\n")
    _, (tie,) = read(tmp_path, DATED + f'dates = "{form}"\n', f"a,b,s,u\nIran,Oman,{cell},\n")
    assert str(tie["since_earliest"])[:3] == "200"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("a,b,S,U", "2001,2002"),
        ("a,b,\u201cs\u201d, u ", "2001,2002"),
        ("a,b,S,s,u", "x,2001,2002"),
        ("a,b,s,U,S,u", "2001,y,x,2002"),
    ],
)
def test_columns_of_a_tie_are_known_in_other_spellings_unless_they_are_there_as_such(
    tmp_path: Path, header: str, row: str
) -> None:
    _, (tie,) = read(tmp_path, DATED, f"{header}\nIran,Oman,{row}\n")
    assert (tie["since"], tie["until"]) == ("2001", "2002")


@pytest.mark.parametrize("cell", ["2002-01-05T13:45:00Z", "2002-01-05 23:45", "2002-01-05 13:45:00.123456+02:00"])
def test_a_moment_is_its_day(tmp_path: Path, cell: str) -> None:
    _, (tie,) = read(tmp_path, DATED, f"a,b,s,u\nIran,Oman,{cell},\n")
    assert tie["since"] == "2002-01-05"


@pytest.mark.parametrize(
    ("since", "until", "window"),
    [
        (None, None, (date(2001, 2, 3), date(2010, 5, 6))),
        (date(2003, 1, 1), date(2009, 1, 1), (date(2003, 1, 1), date(2009, 1, 1))),
        (date(1990, 1, 1), date(2020, 1, 1), (date(2001, 2, 3), date(2010, 5, 6))),
        (date(2003, 1, 1), None, (date(2003, 1, 1), date(2010, 5, 6))),
    ],
)
def test_the_window_is_that_of_the_rows_and_of_what_is_asked_for(
    tmp_path: Path, since: date | None, until: date | None, window: tuple[date, date]
) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\nsince = "s"\nuntil = "s"'
    table = "a,b,s\nIran,Oman,2004-01-02\nIran,Iraq,2001-02-03\nIran,Qatar,2010-05-06\n"
    reader, _ = read(tmp_path, tie, table, covers='covers = "dates"\n', wanted=RowFilter(since=since, until=until))
    assert (reader.covers_since, reader.covers_until) == window


def test_a_file_that_may_have_no_other_columns_is_not_told_of_more_by_a_tie(tmp_path: Path) -> None:
    file = 'optional = ["b"]\nexact = {}\n[[tie]]\nfile = "rows"\n'
    tie = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\nsince = "s"\n'
    table = "a,b,s\nIran,Oman,2001\n"
    _, (found,) = read(tmp_path, file.format("false") + tie, table, first=False)
    assert found["since"] == "2001"
    with pytest.raises(BadSource):
        read(tmp_path, file.format("true") + tie, table, first=False)
