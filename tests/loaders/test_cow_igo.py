"""IGO memberships: full members only, five-yearly observations, columns that change hands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, real, sample, ties
from tiebook.sources.datasets import RowFilter, read_dataset
from tiebook.sync.batch import Batch

YEARS = {2001: "1 1 1", 2002: "1 1 1", 2003: "-9 -9 0", 2004: "1 0 0", 2005: "1 0 -9"}


def members(batch: Batch, organisation: str, on: date) -> set[str]:
    """Return the certain members on a day."""
    found = set()
    for edge in ties(batch, "MEMBER_OF", lambda edge: edge.target[1] == organisation):
        since, until = edge.props["since_latest"], edge.props["until_earliest"]
        assert isinstance(since, date)
        assert isinstance(until, date)
        if since <= on and (edge.props.get("until") is None or edge.props["until"] >= str(on.year)):  # type: ignore[operator]
            found.add(edge.source[1])
    return found


def test_sample() -> None:
    reader, batch = sample("cow_igo", "igo.csv", "states.csv")
    assert counts(reader) == [(5, 2, 3, 0), (3, 0, 3, 0)]
    assert any("1 memberships" in note for note in reader.accounts[1].notes), "OPEC, which only the second file has"
    spells = {str(edge.props["record"]): edge for edge in ties(batch, "MEMBER_OF")}
    assert spells["sco/china/2003"].target[1] == "shanghai-cooperation-organisation"
    assert spells["sco/china/2003"].props.get("until") is None
    assert not [key for key in spells if "iran" in key], "neither an observer nor an associate is a member"
    assert spells["xyz/afghanistan/1965"].props["since"] == "1965~", "between two observations, five years apart"
    assert spells["xyz/afghanistan/1965"].props["until"] == "1965"
    assert spells["xyz/nyemen/1965"].source[1] == "north-yemen"
    assert spells["xyz/yugoslaviaserb/1960"].source[1] == "yugoslavia"


def test_a_year_of_which_nothing_is_known_ends_no_membership(tmp_path: Path) -> None:
    rows = [
        "ioname orgname year sdate afghanistan china iran zimbabwe",
        *(f"ABC Abc {year} 1999 {cells} 0" for year, cells in YEARS.items()),
    ]
    (tmp_path / "igo.csv").write_text("\n".join(row.replace(" ", "\t") for row in rows) + "\n")
    _, batch = read_dataset("cow_igo", [tmp_path / "igo.csv"])
    spells = {edge.source[1]: (edge.props["since"], edge.props.get("until")) for edge in ties(batch, "MEMBER_OF")}
    assert spells == {"afghanistan": ("2001", None), "china": ("2001", "2002~"), "iran": ("2001", "2002")}


def test_by_state_alone() -> None:
    reader, batch = sample("cow_igo", "states.csv")
    assert counts(reader) == [(3, 2, 1, 0)]
    assert {(edge.source[1], edge.target[1]) for edge in batch.edges} == {
        ("china", "shanghai-cooperation-organisation"),
        ("iran", "opec"),
    }


def test_published() -> None:
    reader, batch = real("cow_igo", "igo_year_formatv3.reconstructed.csv")
    assert counts(reader) == [(19335, 534, 18801, 0)]
    assert not reader.resolver.unresolved()
    day = date(2014, 12, 31)
    assert len(members(batch, "shanghai-cooperation-organisation", day)) == 6
    assert len(members(batch, "nato", day)) == 28


def test_ties_left_out_after_the_records_are_noted() -> None:
    reader, batch = sample("cow_igo", "igo.csv", wanted=RowFilter(since=date(2000, 1, 1)))
    assert {edge.source[1] for edge in batch.edges} == {"china"}
    assert any("3 ties made of several records were left out" in note for note in reader.accounts[-1].notes)


def test_memberships_outside_of_what_is_asked_for_are_counted_in_a_note() -> None:
    reader, batch = sample("cow_igo", "igo.csv", wanted=RowFilter(since=date(1990, 1, 1)))
    whole, everything = sample("cow_igo", "igo.csv")
    left_out = len(everything.edges) - len(batch.edges)
    assert left_out == 3
    notes = [note for account in reader.accounts for note in account.notes]
    assert f"{left_out} ties made of several records were left out: outside --since, --until or --actors" in notes
    assert counts(reader) == counts(whole), "no record is lost: it may stand for a membership that is kept"
    assert not [note for account in whole.accounts for note in account.notes if "left out" in note]


ADDED = "ccode,year,state,nato,asean,opec,sco,my_flag,polity2,gdp,region\n"


def test_columns_that_somebody_has_added_are_no_organisations(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    rows = ["710,2003,china,0,0,0,1,1,-7,1,1", "710,2004,china,0,0,0,1,1,1,2.5,1", "630,2004,iran,0,0,1,3,1,3,1,4"]
    path.write_text(ADDED + "".join(f"{row}\n" for row in rows))
    plain = tmp_path / "plain.csv"
    plain.write_text("".join(",".join(line.split(",")[:7]) + "\n" for line in [ADDED.strip(), *rows]))
    (reader, batch), (_, expected) = read_dataset("cow_igo", [path]), read_dataset("cow_igo", [plain])
    assert batch.edges == expected.edges
    assert {edge.target[1] for edge in batch.edges} == {"shanghai-cooperation-organisation", "opec"}
    assert "these columns hold no memberships and were left out: gdp, polity2, region" in reader.accounts[0].notes


def test_columns_of_organisations_may_stand_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text("sco,opec,nato,asean,year,state,ccode\n1,0,0,0,2003,china,710\n1,0,.,NA,2004,china,710\n")
    reader, batch = read_dataset("cow_igo", [path])
    assert [(edge.target[1], edge.props["since"]) for edge in batch.edges] == [
        ("shanghai-cooperation-organisation", "2003")
    ]
    assert not reader.accounts[0].notes


def test_an_added_column_does_not_count_where_the_two_files_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text(ADDED + "710,2003,china,0,0,0,1,1,1,1,1\n630,2004,iran,0,0,1,3,1,5,7,9\n")
    reader, _ = read_dataset("cow_igo", [SAMPLES / "cow_igo" / "igo.csv", path])
    said = " ".join(reader.accounts[-1].notes)
    assert "left out: gdp, polity2, region" in said
    assert "1 memberships by year are not in the file by organisation" in said


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("ccode,year,state,aaaid,asean,nato,opec,sco,wassen,democracy,war", "710,2003,china,0,0,0,0,1,1,1,0"),
        ("ccode,year,state,democracy,war,aaaid,asean,nato,opec,sco,wassen", "710,2003,china,1,0,0,0,0,0,1,1"),
        ("democracy,CCODE,YEAR,STATE,AAAID,ASEAN,NATO,OPEC,SCO,WASSEN,war", "1,710,2003,china,0,0,0,0,1,1,0"),
    ],
)
def test_columns_beside_all_that_are_published_are_no_organisations(tmp_path: Path, header: str, row: str) -> None:
    path = tmp_path / "states.csv"
    path.write_text(f"{header}\n{row}\n")
    reader, batch = read_dataset("cow_igo", [path])
    assert {edge.target[1] for edge in batch.edges} == {"shanghai-cooperation-organisation", "igo-wassen"}
    assert "these columns hold no memberships and were left out: democracy, war" in reader.accounts[0].notes
    both, _ = read_dataset("cow_igo", [SAMPLES / "cow_igo" / "igo.csv", path])
    assert any("left out: democracy, war" in note for note in both.accounts[-1].notes)


def test_no_column_is_left_out_where_the_first_or_the_last_published_one_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text("ccode,year,state,aaaid,nato,asean,sco,opec\n710,2003,china,0,0,0,1,0\n630,2003,iran,0,0,0,0,1\n")
    reader, batch = read_dataset("cow_igo", [path])
    assert {edge.target[1] for edge in batch.edges} == {"shanghai-cooperation-organisation", "opec"}
    assert not reader.accounts[0].notes


def test_organisations_of_some_columns_that_only_the_file_names_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text("ccode,year,state,nato,asean,opec,sco,democracy\n710,2003,china,0,0,0,1,1\n")
    reader, batch = read_dataset("cow_igo", [path])
    assert {edge.target[1] for edge in batch.edges} == {"shanghai-cooperation-organisation", "igo-democracy"}
    expected = "organisations that only the names of columns tell: democracy; delete columns that are none"
    assert reader.accounts[0].notes == [expected]
