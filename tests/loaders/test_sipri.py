"""SIPRI: the register's oddities in a sample of our own, and the known China-to-Iran orders in the published file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import counts, dyad, real, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import RowFilter, read_dataset


def test_register_sample() -> None:
    reader, batch = sample("sipri", "register.csv")
    assert counts(reader) == [(6, 4, 1, 1)]
    assert reader.version == "2021-01-02"
    assert reader.covers_until == date(1992, 12, 31)
    assert any("joined" in note for note in reader.accounts[0].notes)
    first, open_order = dyad(batch, "SELLS_ARMS_TO", "china", "iran")
    assert (first.props["since"], first.props["until"], first.props["ordered"]) == ("1986?", "1987?", "1985?")
    assert (first.props["value"], first.props["unit"], first.props["years"]) == (5.0, "million TIV", ["1986", "1987"])
    assert open_order.props.get("until") is None
    assert open_order.props.get("value") is None, "no delivery is not a delivery of nothing"
    assert "no delivery identified" in str(open_order.props["gloss"])
    assert dyad(batch, "SELLS_ARMS_TO", "iran", "hezbollah")
    (soviet,) = dyad(batch, "SELLS_ARMS_TO", "russia", "egypt")
    assert "café" in str(soviet.props["gloss"])
    assert soviet.props["mechanism"] == "second hand", "the state of the equipment, not of the deal"


def test_tiv_sample_keeps_none_and_less_than_half_a_million_apart() -> None:
    reader, batch = sample("sipri", "tiv.csv")
    assert counts(reader) == [(3, 1, 0, 2)]
    values = {edge.props["since"]: edge.props["value"] for edge in ties(batch, "SELLS_ARMS_TO")}
    assert values == {"2019": 0.0, "2020": 12.0}


def test_only_what_was_asked_for() -> None:
    reader, batch = sample(
        "sipri", "register.csv", wanted=RowFilter(since=date(1991, 1, 1), actors=frozenset({"iran"}))
    )
    assert {edge.target[1] for edge in batch.edges} == {"iran", "hezbollah"}
    assert reader.accounts[0].balanced


def test_another_data_set_is_named() -> None:
    with pytest.raises(BadSource, match=r"looks like the COW state system membership list"):
        sample("sipri", "../cow_states/states.csv")


def test_china_to_iran_in_the_published_register() -> None:
    reader, batch = real("sipri", "trade-register.csv")
    assert counts(reader) == [(29515, 29140, 10, 365)]
    orders = dyad(batch, "SELLS_ARMS_TO", "china", "iran")
    assert len(orders) == 45
    assert sum(float(str(edge.props.get("value", 0))) for edge in orders) == pytest.approx(4136.6, abs=0.05)
    assert max(str(edge.props["until"])[:4] for edge in orders if "until" in edge.props) == "2015"
    assert reader.covers_until == date(2024, 12, 31)
    assert reader.accounts[0].resolved == reader.accounts[0].named


def test_tiv_tables_agree_with_their_own_totals() -> None:
    reader, batch = real("sipri", "TIV-Export-CHI-1950-2021.csv", "TIV-Export-IRA-1950-2021.csv")
    assert [row[:2] for row in counts(reader)] == [(99, 97), (17, 15)]
    pakistan = dyad(batch, "SELLS_ARMS_TO", "china", "pakistan")
    assert len(pakistan) > 50


REGISTER = (
    "Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,Deliveries in the Year Range,,"
    "Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons"
)


def test_the_register_as_it_is_exported_since_2026(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(
        f"Data generated: 3 Oct 2026 8:00:00\n{REGISTER}\nOman,China,2019,,6,,AB-1,radar,5,?,2020; 2021,New,,1,6,5\n"
    )
    reader, batch = read_dataset("sipri", [path])
    assert counts(reader) == [(1, 1, 0, 0)]
    (order,) = dyad(batch, "SELLS_ARMS_TO", "china", "oman")
    assert (order.props["since"], order.props["until"], order.props["value"]) == ("2020?", "2021?", 5.0)
    assert "delivered 5 AB-1" in str(order.props["gloss"])


@pytest.mark.parametrize(
    "text",
    [
        '"TIV of arms imports to all, 1999-2001",,\n,1999,Total\nChina,4,4\n',
        '"TIV of arms exports from all, 1999-2001",,\n,1999,Total\nChina,4,4\n',
        "Data generated: 1 Jan 2025\n\nSupplier,1999,2000,Sum total years,Percentage of total\nChina,4,4,8,9%\n",
    ],
)
def test_totals_by_country_are_refused_for_what_they_are(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text)
    with pytest.raises(BadSource, match=r"totals by country.* not say who sold to whom") as fault:
        read_dataset("sipri", [path])
    assert "did you mean" not in str(fault.value)


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ('"TIV of arms of India, 1950-1952"', "and its title says 'TIV of arms of India, 1950-1952'"),
        ('"TIV of arms exports from India"', "and its title says 'TIV of arms exports from India'"),
        ('"TIV of arms exports from Ruritania, 1950-1952"', "not Ruritania"),
    ],
)
def test_a_table_of_another_title_is_told_what_it_has(tmp_path: Path, first: str, said: str) -> None:
    (tmp_path / "tiv.csv").write_text(f"{first}\n,1950,1951,1952,Total\nIran,1,,2,3\nTotal,1,,2,3\n", "utf-8")
    with pytest.raises(BadSource) as raised:
        read_dataset("sipri", [tmp_path / "tiv.csv"])
    assert said in str(raised.value)
    assert "SIPRI writes" in str(raised.value)


def test_a_title_with_a_dash_of_typesetters_is_one(tmp_path: Path) -> None:
    text = "TIV of arms exports from China, 2019\u20132020\nRecipient,2019,2020,Total\nIran,1,2,3\nTotal,1,2,3\n"
    (tmp_path / "tiv.csv").write_text(text, "utf-8")
    reader, _ = read_dataset("sipri", [tmp_path / "tiv.csv"])
    assert reader.accounts[0].loaded == 1


TIV = "TIV of arms exports from China, 2019-2020\n"


@pytest.mark.parametrize(
    ("header", "iran", "total"),
    [
        (",2019,2020,Total", "Iran,1,2,3", "Total,1,2,3"),
        (",,2019,2020,Total", "1,Iran,1,2,3", "2,Total,1,2,3"),
        ("note,,2019,2020,Total", "seen,Iran,1,2,3", "seen,Total,1,2,3"),
        ("Unnamed: 0,RECIPIENT,2019.0,2020.0,TOTAL", "0,Iran,1,2,3", "1,Total,1,2,3"),
        ("2019,2020,Total,Recipient", "1,2,3,Iran", "1,2,3,Total"),
        ("2020,2019,Total,,remark", "2,1,3,Iran,checked", "2,1,3,Total,"),
    ],
)
def test_the_countries_of_a_tiv_table_may_stand_in_any_column(
    tmp_path: Path, header: str, iran: str, total: str
) -> None:
    path = tmp_path / "tiv.csv"
    path.write_text(f"{TIV}{header}\n{iran}\n{total}\n")
    reader, batch = read_dataset("sipri", [path])
    assert counts(reader) == [(2, 1, 0, 1)]
    found = {edge.props["since"]: edge.props["value"] for edge in ties(batch, "SELLS_ARMS_TO")}
    assert found == {"2019": 1.0, "2020": 2.0}
    assert {edge.target[1] for edge in ties(batch, "SELLS_ARMS_TO")} == {"iran"}


def test_a_tiv_table_without_its_title_is_told_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "tiv.csv"
    path.write_text(",2019,2020,Total\nIran,1,2,3\nTotal,1,2,3\n")
    with pytest.raises(
        BadSource, match=r"tiv.csv:1: a SIPRI TIV table .*: no line before the header says 'TIV of arms'"
    ):
        read_dataset("sipri", [path])
