"""Diplomatic exchange, leaders and rivalries: sources that are declarations alone."""

from __future__ import annotations

from datetime import date

from tests.loaders.source_readers import counts, mapped


def test_a_mission_goes_to_where_it_is() -> None:
    reader, made = mapped("cow_diplomacy", "pairs.csv")
    found = {(tie["from"], tie["to"], tie["since"]): tie["mechanism"] for tie in made}
    assert found == {
        ("united-states", "canada", "1930"): "minister",
        ("canada", "united-states", "1960"): "representation of another level",
        ("united-states", "canada", "1960"): "representation of another level",
        ("saint-vincent-and-the-grenadines", "united-states", "1995"): "ambassador",
        ("haiti", "united-states", "1864"): "chargé d'affaires",
        ("russia", "germany", "1960"): "representation of another level",
        ("germany", "russia", "1960"): "ambassador",
        ("britain", "yugoslavia", "2005"): "ambassador",
        ("yugoslavia", "britain", "2005"): "ambassador",
    }
    assert counts(reader) == [(9, 6, 0, 3)]
    assert reader.accounts[0].skipped == {
        "no diplomatic exchange (DE is 0)": 2,
        "names an actor that is not known": 1,
    }
    assert {tie["until"] for tie in made if tie["since"] == "1930"} == {"1930"}
    (one,) = [tie for tie in made if tie["since"] == "1864"]
    assert one["gloss"] == "Haiti is represented in United States: chargé d'affaires, 1864"


def test_leaders_are_told_apart_by_their_number() -> None:
    reader, made = mapped("archigos", "leaders.csv")
    assert counts(reader) == [(5, 4, 0, 1)]
    terms = {tie["record"]: tie for tie in made}
    assert terms["X-1"]["from"] == terms["X-2"]["from"] != terms["X-3"]["from"]
    assert terms["X-1"]["to"] == "argentina"
    assert (terms["X-1"]["since"], terms["X-1"]["until"]) == ("1880-10-12", "1886-10-12")
    assert terms["X-1"]["mechanism"] == "effective leader"
    assert terms["X-1"]["gloss"] == "Roca leads Argentina; entry: Regular, exit: Regular"


def test_who_is_still_in_office_has_no_end() -> None:
    _, made = mapped("archigos", "leaders.csv")
    (term,) = [tie for tie in made if tie["record"] == "X-4"]
    assert (term["to"], term.get("until")) == ("serbia", None), "a code of Gleditsch and Ward"
    assert (term["until_earliest"], term.get("until_latest")) == (date(2015, 12, 31), None)


def test_a_rivalry_that_lasts_to_the_end_of_the_data_is_open() -> None:
    reader, made = mapped("rivalries", "pairs.csv")
    assert [(tie["from"], tie["to"], tie["since"], tie.get("until")) for tie in made] == [
        ("britain", "france", "1494", "1716"),
        ("germany", "russia", "1890", "1945"),
        ("serbia", "kosovo", "2008", None),
    ]
    assert [(each.system, each.text) for each in reader.resolver.unresolved()] == [("cow", "324")]
    _, older = mapped("rivalries_td", "pairs.csv")
    assert [(tie["from"], tie["since"], tie.get("until")) for tie in older] == [
        ("france", "1494", "1700"),
        ("colombia", "1831", None),
    ]
    assert older[1]["gloss"] == "Colombia and Venezuela are strategic rivals (Colombia-Venezuela)"
