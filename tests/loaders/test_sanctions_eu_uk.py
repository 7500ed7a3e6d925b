"""The lists of the EU and the UK: an entry has a row for each name and address."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, dyad, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset


def test_eu_sample() -> None:
    reader, batch = sample("eu_sanctions", "list.csv")
    assert counts(reader) == [(9, 4, 3, 2)]
    assert reader.accounts[0].skipped == {"an entry without a name": 1, "neither a person nor an entity": 1}
    (person,) = dyad(batch, "SANCTIONS", "european-union", "eu-90001")
    assert (person.props["since"], person.props["mechanism"]) == ("2012-05-18", "EU sanctions list: IRN")
    assert person.props["until_earliest"] == date(2026, 8, 5), "certain to the day of the copy"
    (bank,) = dyad(batch, "SANCTIONS", "european-union", "eu-90002")
    assert bank.props["since"] == "2022-03-14", "the day of designation counts before that of the regulation"
    (front,) = dyad(batch, "SANCTIONS", "european-union", "eu-90005")
    assert "since_earliest" not in front.props
    assert {(edge.source[1], edge.target[1]) for edge in ties(batch, "PRESENT_IN")} == {
        ("eu-90001", "iran"),
        ("eu-90002", "namibia"),
    }, "NA is Namibia, 00 is nowhere"
    assert not reader.resolver.unresolved()
    names = {node.id: (node.kind_label, node.props["name"], node.props["aliases"]) for node in batch.nodes}
    assert names["eu-90001"] == ("Person", "Jane Sample", ["Jeanne Exemple", "Джейн Сэмпл"])
    assert names["eu-90002"][0] == "Organization"
    assert (reader.version, reader.covers_until) == ("2026-08-05", date(2026, 8, 5))


def test_eu_other_writings_of_one_list_say_the_same(tmp_path: Path) -> None:
    text = (SAMPLES / "eu_sanctions" / "list.csv").read_text("utf-8-sig")
    path = tmp_path / "list.csv"
    path.write_text(text.replace("05/08/2026", "2026-08-05").replace(";P;person;", ";person;P;"), "utf-8")
    again = read_dataset("eu_sanctions", [path])[1]
    assert {str(edge.props["id"]) for edge in again.edges} == {
        str(edge.props["id"]) for edge in sample("eu_sanctions", "list.csv")[1].edges
    }


def test_eu_earliest_day_counts_and_no_day_is_an_error(tmp_path: Path) -> None:
    text = (SAMPLES / "eu_sanctions" / "list.csv").read_text("utf-8-sig")
    path = tmp_path / "list.csv"
    lines = text.split("\n")
    lines[2] = lines[2].replace("2012-05-18", "2011-01-02")
    path.write_text("\n".join(lines), "utf-8")
    (person,) = dyad(read_dataset("eu_sanctions", [path])[1], "SANCTIONS", "european-union", "eu-90001")
    assert person.props["since"] == "2011-01-02"
    path.write_text(text.replace("2022-03-15", "15 March"), "utf-8")
    assert dyad(read_dataset("eu_sanctions", [path])[1], "SANCTIONS", "european-union", "eu-90002")
    path.write_text(text.replace("2022-03-14", "14 March"), "utf-8")
    with pytest.raises(BadSource, match=r"list.csv:7: .*'14 March' is not a day"):
        read_dataset("eu_sanctions", [path])


def test_eu_xml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text('<export><sanctionEntity logicalId="13"/></export>')
    with pytest.raises(BadSource, match="this is the EU consolidated list \\(XML\\), which is not read"):
        read_dataset("eu_sanctions", [path])


def test_uk_sample() -> None:
    reader, batch = sample("uk_sanctions", "list.csv")
    assert counts(reader) == [(5, 3, 0, 2)]
    assert reader.accounts[0].skipped == {"a ship, which is not an actor": 1, "an entry without a name": 1}
    (person,) = dyad(batch, "SANCTIONS", "britain", "uk-irn9001")
    assert (person.props["since"], person.props["mechanism"]) == ("2012-05-18", "UK sanctions list: Iran")
    assert str(person.props["gloss"]).endswith("(Iran): Asset freeze, Travel Ban")
    names = {node.id: (node.kind_label, node.props["name"], node.props["aliases"]) for node in batch.nodes}
    assert names["uk-irn9001"] == ("Person", "Jane SAMPLE", ["J SAMPLEH", "جین"]), (
        "the primary name, wherever it stands"
    )
    assert {(edge.source[1], edge.target[1]) for edge in ties(batch, "PRESENT_IN")} == {
        ("uk-irn9001", "iran"),
        ("uk-rus9002", "russia"),
    }
    assert (reader.version, reader.covers_until) == ("2026-09-23", date(2026, 9, 23))


def test_uk_older_list_alone_and_beside() -> None:
    reader, batch = sample("uk_sanctions", "ConList.csv")
    assert counts(reader) == [(3, 2, 1, 0)]
    (company,) = dyad(batch, "SANCTIONS", "britain", "uk-group-99009")
    assert company.props["since"] == "2012-02-17", "the first listing, not its renewal by the Act of 2018"
    reader, batch = sample("uk_sanctions", "list.csv", "ConList.csv")
    assert reader.accounts[1].skipped == {"its entry is in the UK Sanctions List, which is given too": 1}
    assert {edge.target[1] for edge in ties(batch, "SANCTIONS")} == {"uk-irn9001", "uk-rus9002", "uk-group-99009"}
    assert reader.covers_until == date(2025, 6, 3), "no entry is certain longer than its own list"


def test_uk_older_words_of_the_list(tmp_path: Path) -> None:
    text = (SAMPLES / "uk_sanctions" / "ConList.csv").read_text("utf-8")
    path = tmp_path / "ConList.csv"
    text = (
        text.replace("AKA", "Prime Alias")
        .replace("Primary name", "AKA")
        .replace(",Syria,,Entity", ",Syria (since 2009),,Entity")
    )
    path.write_text(text, "utf-8")
    reader, batch = read_dataset("uk_sanctions", [path])
    names = {node.id: (node.props["name"], node.props["aliases"]) for node in batch.nodes}
    assert names["uk-group-99009"] == ("SAMPLE TRADING", ["OLD SAMPLE COMPANY"])
    assert [edge.target[1] for edge in ties(batch, "PRESENT_IN")] == ["syria"]
    assert not reader.resolver.unresolved()


def test_uk_type_of_entry_by_its_older_name(tmp_path: Path) -> None:
    text = (SAMPLES / "uk_sanctions" / "list.csv").read_text("utf-8-sig")
    path = tmp_path / "list.csv"
    path.write_text(text.replace('"Individual, Entity, Ship"', "Designation Type"), "utf-8")
    reader, _ = read_dataset("uk_sanctions", [path])
    assert counts(reader) == [(5, 3, 0, 2)]


@pytest.mark.parametrize(
    ("source", "other", "words"),
    [
        ("uk_sanctions", "eu_sanctions/list.csv", "looks like the EU consolidated list"),
        ("eu_sanctions", "uk_sanctions/list.csv", "looks like the UK Sanctions List"),
        ("uk_sanctions", "opensanctions/targets.simple.csv", "looks like an OpenSanctions list of targets"),
        ("ofac", "uk_sanctions/ConList.csv", "looks like OFSI's consolidated list"),
    ],
)
def test_lists_of_others_are_refused_by_name(source: str, other: str, words: str) -> None:
    with pytest.raises(BadSource, match=words):
        read_dataset(source, [SAMPLES / other])
