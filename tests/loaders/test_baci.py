"""BACI: sums over products, codes of UN Comtrade's own, values that are missing or 0, years in several files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, dyad, refused_by_name, sample
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset
from tiebook.sources.row_filter import row_filter

OF_1998, OF_2010 = "BACI_HS92_Y1998_V202401b.csv", "BACI_HS92_Y2010_V202401b.csv"
TRADE = "ECONOMIC_TIE_TO"


def test_the_products_of_a_pair_are_one_tie() -> None:
    reader, batch = sample("baci", OF_1998)
    assert counts(reader) == [(12, 5, 3, 4)]
    assert reader.accounts[0].skipped == {
        "there is no value": 1,
        "no trade (0)": 1,
        "names an actor that is not known": 1,
        "trade of a state with itself": 1,
    }
    (one,) = dyad(batch, TRADE, "united-states", "afghanistan")
    assert (one.props["value"], one.props["count"], one.props["since"], one.props["until"]) == (
        1001.751,
        3,
        "1998",
        "1998",
    )
    assert one.props["unit"] == "thousand current US dollars"
    assert one.props["gloss"] == (
        "United States exports goods worth 1.0 million current US dollars to Afghanistan in 1998, of 3 products"
    )
    assert not dyad(batch, TRADE, "afghanistan", "united-states"), "no trade is no tie"


def test_codes_are_those_of_comtrade_in_their_year() -> None:
    reader, batch = sample("baci", OF_1998, OF_2010)
    pairs = {(edge.source[1], edge.target[1]) for edge in batch.edges}
    assert pairs == {
        ("united-states", "afghanistan"),
        ("belgium", "france"),
        ("germany", "france"),
        ("taiwan", "china"),
        ("yugoslavia", "russia"),
        ("serbia", "russia"),
        ("norway", "switzerland"),
        ("india", "united-states"),
    }
    (germany,) = dyad(batch, TRADE, "germany", "france")
    assert germany.props["value"] == 3, "280 and 276 are one state"
    assert [(each.system, each.text) for each in reader.resolver.unresolved()] == [("iso_num", "697")]


def test_the_window_is_the_years_of_the_files() -> None:
    reader, _ = sample("baci", OF_1998, OF_2010)
    assert (reader.covers_since, reader.covers_until, reader.covers_days) == (date(1998, 1, 1), date(2010, 12, 31), 730)
    assert (reader.version, reader.parts) == ("202401b", ["1998", "2010"])


def test_a_part_of_it() -> None:
    reader, batch = sample("baci", OF_1998, OF_2010, wanted=row_filter(since="2000", actors="IND"))
    assert [(edge.source[1], edge.target[1]) for edge in batch.edges] == [("india", "united-states")]
    assert sum(account.skipped["outside --since, --until or --actors"] for account in reader.accounts) == 10


def test_a_year_in_two_classifications_is_counted_once(tmp_path: Path) -> None:
    other = tmp_path / "BACI_HS96_Y2010_V202401b.csv"
    other.write_bytes((SAMPLES / "baci" / OF_2010).read_bytes())
    with pytest.raises(BadSource, match=r"2010 is in BACI_HS92_Y2010_V202401b\.csv too"):
        read_dataset("baci", [SAMPLES / "baci" / OF_2010, other])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2010,842,4,010121,much,1", "column v: 'much' is not a value in dollars"),
        ("2010,842,4,010121,-5,1", "column v: '-5' is not a value in dollars"),
        ("MMX,842,4,010121,1,1", "column t: 'MMX'"),
    ],
)
def test_a_broken_row_is_told_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "flows.csv"
    path.write_text(f"t,i,j,k,v,q\n2010,842,4,010121,1,1\n{row}\n")
    with pytest.raises(BadSource, match=message) as fault:
        read_dataset("baci", [path])
    assert "flows.csv:3" in str(fault.value)


@pytest.mark.parametrize("value", ["-9", "NaN", "NA", ".", ""])
def test_a_value_that_says_nothing_makes_no_tie(tmp_path: Path, value: str) -> None:
    path = tmp_path / "flows.csv"
    path.write_text(f"t,i,j,k,v,q\n2010,842,4,010121,{value},1\n")
    reader, batch = read_dataset("baci", [path])
    assert (batch.edges, reader.accounts[0].skipped) == ([], {"there is no value": 1})


def test_its_other_files_are_refused_by_name(tmp_path: Path) -> None:
    refused_by_name(tmp_path, "baci", "country_code,country_name,country_iso2,country_iso3", "the codes are known")
    refused_by_name(tmp_path, "baci", "code,description", "products are summed up")
