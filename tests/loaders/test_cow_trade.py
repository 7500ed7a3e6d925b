"""COW trade: a flow goes from the exporter to the importer; unknown trade and no trade are two reasons for no tie."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.source_readers import counts, mapped, refused_by_name


def test_each_flow_goes_to_the_importer() -> None:
    reader, made = mapped("cow_trade", "pairs.csv")
    assert counts(reader) == [(11, 7, 0, 4)]
    of_1990 = {(tie["from"], tie["to"]): tie for tie in made if tie["since"] == "1990"}
    assert of_1990["canada", "united-states"]["value"] == 91.5, "flow1 is what state 1 imports"
    assert of_1990["united-states", "canada"]["value"] == 83.25
    assert of_1990["united-states", "iran"]["until"] == "1990"
    assert of_1990["united-states", "iran"]["unit"] == "million current US dollars"
    assert ("iran", "united-states") not in of_1990, "no trade is no tie"
    assert of_1990["united-states", "canada"]["gloss"] == (
        "United States exports goods worth 83.25 million current US dollars to Canada in 1990"
    )


def test_unknown_trade_is_told_apart_from_no_trade() -> None:
    reader, _ = mapped("cow_trade", "pairs.csv")
    assert reader.accounts[0].skipped == {
        "no trade (0)": 2,  # one of them is 0 and -9
        "trade is not known (-9)": 1,
        "names an actor that is not known": 1,
    }


def test_a_code_means_the_state_of_its_year() -> None:
    _, made = mapped("cow_trade", "pairs.csv")
    pairs = {(tie["from"], tie["to"], tie["since"]) for tie in made}
    assert {("germany", "russia", "1960"), ("russia", "east-germany", "1960"), ("germany", "russia", "2010")} <= pairs
    assert ("east-germany", "russia", "1960") not in pairs
    assert {("yugoslavia", "britain", "1990"), ("serbia", "britain", "2010")} <= pairs


def test_totals_of_a_state_are_measures() -> None:
    reader, ties = mapped("cow_trade", "states.csv")
    assert counts(reader) == [(3, 2, 0, 1)]
    assert reader.accounts[0].skipped == {"there is no value": 1}
    made = {tie["id"]: tie for tie in ties}
    assert set(made) == {
        "MEASURED_AS/cow_trade/2/1990/imports",
        "MEASURED_AS/cow_trade/2/1990/exports",
        "MEASURED_AS/cow_trade/31/1990/exports",
    }
    one = made["MEASURED_AS/cow_trade/2/1990/imports"]
    assert (one["from"], one["to"], one["value"]) == ("united-states", "cow-trade-imports", 500.5)


def test_another_table_of_cow_is_refused_with_its_name(tmp_path: Path) -> None:
    columns = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version"
    refused_by_name(tmp_path, "cow_trade", columns, "this looks like COW national material capabilities")
