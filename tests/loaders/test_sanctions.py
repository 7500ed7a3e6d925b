"""Sanctions: several states in a cell, lists without headers, snapshots, and "GB" that is Guinea-Bissau."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import counts, dyad, real, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset
from tiebook.sources.report import UNRESOLVED


def test_gsdb_sample() -> None:
    reader, batch = sample("gsdb", "cases.csv")
    assert counts(reader) == [(5, 5, 0, 0)]
    (european,) = dyad(batch, "SANCTIONS", "european-union", "iran")
    assert european.props.get("until") is None, "2023 is where the release ends"
    assert european.props["mechanism"] == "trade, financial"
    targets = {edge.target[1] for edge in ties(batch, "SANCTIONS") if str(edge.props["record"]).startswith("2/")}
    assert targets == {"mauritania", "yemen", "democratic-republic-of-the-congo"}, "names with commas stay whole"
    assert dyad(batch, "SANCTIONS", "russia", "gsdb-western-countries"), "a described set is not expanded"
    assert dyad(batch, "SANCTIONS", "united-states", "vietnam"), "the source's own spelling, by date"
    assert [each.text for each in reader.resolver.unresolved()] == ["Atlantis"]
    assert (reader.accounts[0].named, reader.accounts[0].resolved) == (5, 4)


def test_gsdb_published() -> None:
    reader, batch = real("gsdb", "GSDB_V4.csv")
    assert counts(reader) == [(1547, 1547, 0, 0)]
    assert reader.covers_until == date(2023, 12, 31)
    assert not reader.resolver.unresolved()
    assert len({edge.props["id"] for edge in batch.edges}) == len(batch.edges)


def test_ofac_sample() -> None:
    reader, batch = sample("ofac", "sdn.csv", "add.csv", "alt.csv")
    assert counts(reader) == [(3, 2, 0, 1), (3, 0, 1, 2), (5, 1, 0, 4)]
    assert reader.accounts[2].skipped[UNRESOLVED] == 1
    (listed,) = dyad(batch, "SANCTIONS", "united-states", "ofac-1")
    assert listed.props["mechanism"] == "IRAN, NPWMD"
    assert "since_earliest" not in listed.props, "the list has no dates"
    company = next(node for node in batch.nodes if node.id == "ofac-1")
    assert company.props["aliases"] == ["S.C."]
    assert [edge.target[1] for edge in ties(batch, "PRESENT_IN")] == ["iran"]
    assert any("Linked To" in note for note in reader.accounts[0].notes)


def test_ofac_published() -> None:
    reader, batch = real("ofac", "sdn.csv", "add.csv", "alt.csv", "cons_prim.csv", "sdn_comments.csv")
    assert [row[0] for row in counts(reader)] == [7379, 442, 9682, 11696, 13]
    assert len(ties(batch, "SANCTIONS")) == 7280
    addresses = reader.accounts[3]
    assert addresses.resolved / addresses.named > 0.98


def test_un_sample() -> None:
    reader, batch = sample("un_sanctions", "list.xml")
    assert counts(reader) == [(3, 2, 0, 1)]
    (person,) = dyad(batch, "SANCTIONS", "un-security-council", "un-gbi-999")
    assert person.props["since"] == "2012-05-18"
    assert person.props["mechanism"] == "UN sanctions list: Guinea-Bissau"
    assert "britain" not in {node.id for node in batch.nodes}
    assert [each.text for each in reader.resolver.unresolved()] == ["Atlantis"]
    assert reader.covers_until == date(2021, 3, 4)


def test_un_refuses_entities_and_other_xml(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><CONSOLIDATED_LIST dateGenerated="2021-01-01"/>'
    )
    with pytest.raises(BadSource, match="document type"):
        read_dataset("un_sanctions", [path])
    path.write_text("<?xml version='1.0'?><OTHER/>")
    with pytest.raises(BadSource, match="not the UN consolidated list"):
        read_dataset("un_sanctions", [path])
    path.write_text("<CONSOLIDATED_LIST dateGenerated='2021-01-01'><INDIV")
    with pytest.raises(BadSource, match="broken XML"):
        read_dataset("un_sanctions", [path])


def test_un_published() -> None:
    reader, batch = real("un_sanctions", "UN_consolidated.xml")
    assert counts(reader) == [(1003, 1003, 0, 0)]
    assert len(ties(batch, "SANCTIONS")) == 1003
    assert not reader.resolver.unresolved()


def test_other_files_of_as_many_columns_are_not_ofacs(tmp_path: Path) -> None:
    path = tmp_path / "train.csv"
    path.write_text("7,3,12,0,-1\n8,3,12,0,-1\n")
    with pytest.raises(BadSource, match="alt_type is '12' in its first record"):
        read_dataset("ofac", [path])


def test_a_name_in_its_own_script_is_an_alias_of_the_un_list(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text(
        '<CONSOLIDATED_LIST dateGenerated="2024-05-01T00:00:00.000Z"><ENTITIES><ENTITY><FIRST_NAME>DAR AL-NUR</FIRST_NAME>'
        "<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDe.902</REFERENCE_NUMBER><LISTED_ON>2012-01-02</LISTED_ON>"
        "<NAME_ORIGINAL_SCRIPT>دار النور</NAME_ORIGINAL_SCRIPT><ENTITY_ALIAS><ALIAS_NAME>House of Light</ALIAS_NAME></ENTITY_ALIAS>"
        "</ENTITY></ENTITIES></CONSOLIDATED_LIST>",
        "utf-8",
    )
    _, batch = read_dataset("un_sanctions", [path])
    (listed,) = [node for node in batch.nodes if node.id == "un-qde-902"]
    assert listed.props["aliases"] == ["House of Light", "دار النور"]


def test_an_address_as_the_us_treasury_spells_it(tmp_path: Path) -> None:
    sdn, add = tmp_path / "sdn.csv", tmp_path / "add.csv"
    sdn.write_text('1,"DOE","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n')
    add.write_text('1,9,-0- ,"Skopje","North Macedonia, The Republic of",-0- \n')
    _, batch = read_dataset("ofac", [sdn, add])
    assert [edge.target[1] for edge in batch.edges if edge.type == "PRESENT_IN"] == ["north-macedonia"]


def _entry(inner: str, *, first: str = "TARIQ", head: str = "") -> str:
    return (
        f'{head}<CONSOLIDATED_LIST dateGenerated="2024-05-01T00:00:00.000Z"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>{first}'
        "</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.903</REFERENCE_NUMBER><LISTED_ON>2012-01-02"
        f"</LISTED_ON>{inner}</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"
    )


def _script(text: str) -> str:
    return f"<NAME_ORIGINAL_SCRIPT>{text}</NAME_ORIGINAL_SCRIPT>"


@pytest.mark.parametrize(
    ("inner", "first", "name", "aliases"),
    [
        (_script("\n طارق  الماضي "), "TARIQ", "TARIQ", ["طارق الماضي"]),
        (_script("طارق") + _script("Тарик"), "TARIQ", "TARIQ", ["Тарик", "طارق"]),
        (_script("طارق؛ الماضي; 塔里克\uff1b"), "TARIQ", "TARIQ", ["الماضي", "طارق", "塔里克"]),
        (_script("<![CDATA[김정은]]>"), "TARIQ", "TARIQ", ["김정은"]),
        (
            f"<INDIVIDUAL_ALIAS><ALIAS_NAME>Abu T.</ALIAS_NAME>{_script('طارق')}</INDIVIDUAL_ALIAS>",
            "T",
            "T",
            ["Abu T.", "طارق"],
        ),
        (_script("طارق الماضي"), "", "طارق الماضي", []),
        (_script(" ") + "<ALIAS_NAME>Abu T.</ALIAS_NAME>", "", "Abu T.", []),
        (_script("TARIQ"), "TARIQ", "TARIQ", []),
    ],
)
def test_names_in_any_script_of_the_un_list(
    tmp_path: Path, inner: str, first: str, name: str, aliases: list[str]
) -> None:
    path = tmp_path / "list.xml"
    path.write_text(_entry(inner, first=first), "utf-8")
    _, batch = read_dataset("un_sanctions", [path])
    (listed,) = [node for node in batch.nodes if node.id == "un-qdi-903"]
    assert (listed.props["name"], listed.props["aliases"]) == (name, aliases)


@pytest.mark.parametrize(
    ("declared", "encoding", "script"),
    [
        ("windows-1256", "cp1256", "طارق الماضي"),
        ("ISO-8859-2", "iso8859-2", "Şzü"),  # two letters of no one language, which nobody could guess
        ("KOI8-U", "koi8-u", "Тарік"),
        ("euc-kr", "euc-kr", "김정은"),
        ("UTF-16", "utf-16", "طارق"),
    ],
)
def test_a_list_saved_in_another_encoding_is_read_as_it_declares(
    tmp_path: Path, declared: str, encoding: str, script: str
) -> None:
    path = tmp_path / "list.xml"
    head = f'<?xml version="1.0" encoding="{declared}"?>\r\n'
    path.write_bytes(_entry(_script(script), head=head).encode(encoding))
    _, batch = read_dataset("un_sanctions", [path])
    (listed,) = [node for node in batch.nodes if node.id == "un-qdi-903"]
    assert listed.props["aliases"] == [script]
