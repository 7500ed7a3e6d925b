"""Other releases of the same formats: other names of columns, other forms of one file, copies saved again or cut."""

from __future__ import annotations

import gzip
import random
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, dyad, refused_by_name, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import RowFilter, read_dataset
from tiebook.sync.batch import Batch


def spells(batch: Batch, type_: str) -> dict[tuple[str, str], tuple[object, object]]:
    return {
        (edge.source[1], edge.target[1]): (edge.props["since"], edge.props.get("until")) for edge in ties(batch, type_)
    }


def test_atop_without_phases_and_numbers_of_members() -> None:
    reader, batch = sample("atop", "members-5.csv")
    assert counts(reader) == [(5, 5, 0, 0)]
    assert reader.version == "5.1"
    (pact,) = ties(batch, "ALLIED_WITH")
    assert {pact.source[1], pact.target[1]} == {"china", "north-korea"}, (
        "three members are not two, whatever they pledge"
    )


def test_cow_alliances_by_member_and_year_are_spells_once() -> None:
    reader, batch = sample("cow_alliance", "member-years.csv")
    assert counts(reader) == [(4, 2, 2, 0)]
    assert {str(edge.props["record"]) for edge in ties(batch, "PARTY_TO")} == {"1/710/1961-07-11", "1/731/1961-07-11"}


def test_cow_alliances_by_pair_give_derived_memberships() -> None:
    reader, batch = sample("cow_alliance", "pairs.csv")
    assert counts(reader) == [(5, 2, 3, 0)]
    party = {(edge.source[1], edge.target[1]): edge.props for edge in ties(batch, "PARTY_TO")}
    assert party["china", "cow-alliance-2"].get("until") is None, "as long as any of its pairs"
    assert party["china", "cow-alliance-2"]["obligations"] == ["defence", "non-aggression"]
    assert party["afghanistan", "cow-alliance-2"]["until"] == "2005-01-01"
    assert all(props["inferred"] for props in party.values())
    assert [edge.props["record"] for edge in ties(batch, "ALLIED_WITH")] == ["1"]
    both, _ = sample("cow_alliance", "members.csv", "pairs.csv")
    assert counts(both)[1] == (5, 0, 0, 5), "the file by member knows better"


def test_contiguity_by_spell() -> None:
    reader, batch = sample("cow_contiguity", "spells.csv")
    assert counts(reader) == [(3, 3, 0, 0)]
    found = {
        (edge.target[1], edge.props["level"]): (edge.props["since"], edge.props.get("until")) for edge in batch.edges
    }
    assert found == {
        ("iraq", 1): ("1932-10", None),
        ("kuwait", 4): ("1961-06", "1999-08"),
        ("kuwait", 3): ("1999", None),
    }
    together, batch = sample("cow_contiguity", "pairs.csv", "spells.csv")
    assert counts(together)[1] == (3, 0, 2, 1), "it must agree with the file by year, which has no such spell of Kuwait"


def test_mid_four() -> None:
    reader, batch = sample("cow_mid", "mida-4.csv", "midb-4.csv")
    assert counts(reader) == [(1, 1, 0, 0), (2, 2, 0, 0)]
    assert reader.version == "4.01"
    assert dyad(batch, "USES_FORCE_AGAINST", "iraq", "iran")[0].props["since"] == "1982-07"


def test_nmc_four_has_its_columns_in_another_order() -> None:
    reader, batch = sample("cow_nmc", "years-4.csv")
    values = {edge.target[1]: edge.props["value"] for edge in batch.edges}
    assert (reader.version, values["cow-nmc-irst"], values["cow-nmc-milex"]) == ("4", 100.0, 200.0)
    assert "cow-nmc-pec" not in values


def test_ucdp_before_its_columns_were_renamed() -> None:
    reader, batch = sample("ucdp", "dyads-old.csv", "conflicts-old.csv")
    assert counts(reader) == [(2, 1, 1, 0), (1, 1, 0, 0)]
    assert reader.version == "4-2016"
    assert dyad(batch, "USES_FORCE_AGAINST", "yemen", "ucdp-900")[0].props["count"] == 2
    assert not reader.resolver.unresolved(), "-99 is nobody"
    alone, batch = sample("ucdp", "conflicts-old.csv")
    assert counts(alone) == [(1, 1, 0, 0)]
    assert dyad(batch, "USES_FORCE_AGAINST", "israel", "egypt")


def test_unga_ideal_points_without_agreement() -> None:
    reader, batch = sample("unga", "ideal-2023.csv", "issues.csv")
    assert counts(reader) == [(2, 2, 0, 0), (1, 0, 0, 1)]
    assert {edge.type for edge in batch.edges} == {"MEASURED_AS"}


def test_unga_agreement_scores_stand_there_twice() -> None:
    reader, batch = sample("unga", "agreement.csv")
    assert counts(reader) == [(3, 1, 1, 1)]
    (pair,) = ties(batch, "VOTES_WITH")
    assert (pair.props["value"], pair.props["since"]) == (0.8, "2020")


def test_unga_votes_as_numbers_bring_their_own_sessions() -> None:
    reader, batch = sample("unga", "raw.csv")
    assert counts(reader) == [(6, 0, 5, 1)]
    (pair,) = ties(batch, "VOTES_WITH")
    assert (pair.props["count"], pair.props["total"]) == (1, 2)


def test_sipri_by_year_of_delivery() -> None:
    reader, batch = sample("sipri", "deliveries.csv")
    assert counts(reader) == [(5, 2, 2, 1)]
    (deal,) = dyad(batch, "SELLS_ARMS_TO", "china", "iran")
    assert (deal.props["since"], deal.props["until"], deal.props["ordered"]) == ("2010", "2011?", "2009?")
    assert (deal.props["value"], deal.props["years"]) == (7.0, ["2010", "2011"]), "an exact repetition counts once"
    assert dyad(batch, "SELLS_ARMS_TO", "russia", "egypt")
    assert (reader.version, reader.covers_until) == ("2025-02-17", date(2011, 12, 31))


def test_sipri_from_a_spreadsheet() -> None:
    reader, batch = sample("sipri", "padded.csv")
    assert counts(reader) == [(2, 2, 0, 0)]
    assert any("a spreadsheet padded" in note for note in reader.accounts[0].notes)
    (order,) = dyad(batch, "SELLS_ARMS_TO", "china", "iran")
    assert order.props["value"] == 5.0
    assert "the first line the second line" in str(order.props["gloss"])


@pytest.mark.parametrize(
    ("owner", "since", "actor"),
    [
        ("Soviet Union", 1950, "russia"),
        ("Yugoslavia", 1950, "yugoslavia"),
        ("Rebels (Atlantis)*", 2000, "group-rebels-atlantis"),
    ],
)
def test_sipri_tables_of_those_who_ended_before_the_table(tmp_path: Path, owner: str, since: int, actor: str) -> None:
    path = tmp_path / "tiv.csv"
    path.write_text(f'"TIV of arms exports from {owner}, {since}-2021",,\n,1975,Total\nEgypt,3,3\nTotal,3,3\n')
    _, batch = read_dataset("sipri", [path])
    assert [edge.source[1] for edge in ties(batch, "SELLS_ARMS_TO")] == [actor]


def test_sipri_table_of_unknown_suppliers(tmp_path: Path) -> None:
    path = tmp_path / "tiv.csv"
    path.write_text('"TIV of arms exports from Unknown supplier(s), 1950-2021",,\n,1975,Total\nEgypt,3,3\nTotal,3,3\n')
    reader, batch = read_dataset("sipri", [path])
    assert counts(reader) == [(2, 0, 0, 2)]
    assert not batch.edges


def test_opensanctions_targets() -> None:
    reader, batch = sample("opensanctions", "targets.simple.csv")
    assert counts(reader) == [(3, 2, 0, 1)]
    company = next(node for node in batch.nodes if node.id == "ftm-nk-1")
    assert company.props["aliases"] == ["S.C.", "\u041e\u041e\u041e \u041f\u0440\u0438\u043c\u0435\u0440"]
    assert not batch.edges, "who sanctions is in words only"


def test_opensanctions_nested() -> None:
    reader, batch = sample("opensanctions", "targets.nested.json")
    assert counts(reader) == [(4, 4, 0, 0)]
    assert dyad(batch, "SANCTIONS", "united-states", "ftm-nk-1")
    assert dyad(batch, "CONTROLS", "ftm-nk-2", "ftm-nk-1"), "a link to its own parent"


def test_icews_quoted_anew() -> None:
    reader, batch = sample("icews", "quoted.tab")
    assert counts(reader) == [(2, 2, 0, 0)]
    assert {edge.type for edge in batch.edges} == {"CRITICISES", "USES_FORCE_AGAINST"}


def test_gsdb_tells_its_release_by_its_last_year(tmp_path: Path) -> None:
    reader, _ = sample("gsdb", "cases.csv")
    assert reader.version == "R4"
    path = tmp_path / "GSDB_V3.csv"
    text = (
        (SAMPLES / "gsdb" / "cases.csv")
        .read_text()
        .replace("2023", "2022")
        .replace("Western countries", "Western Balkans")
    )
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    reader, batch = read_dataset("gsdb", [path])
    assert reader.version == "R3"
    assert dyad(batch, "SANCTIONS", "russia", "gsdb-western-balkans")


def test_ofac_links_are_kept_with_the_sanction(tmp_path: Path) -> None:
    path, alternates = tmp_path / "sdn.csv", tmp_path / "alt.csv"
    empty = "-0- ," * 7
    path.write_text(
        f'1,"SAMPLE COMPANY, S.A.",-0- ,"IRAN",{empty}"Linked To: ANOTHER BANK (AB); Linked To: LOST."\n'
        f'2,"ANOTHER BANK","-0- ","IRAN",{empty}"(Linked To: DOE, Jane)"\n'
        f'3,"DOE, Jane","individual","SDGT",{empty}"Linked To: S.C."\n'
        f'4,"SAMPLE SHIP","vessel","IRAN",{empty}"Linked To: ANOTHER BANK."\n\x1a'
    )
    alternates.write_text('1,1,"aka","S.C.",-0- \n')
    reader, batch = read_dataset("ofac", [path, alternates])
    linked = {edge.target[1]: edge.props.get("regarding") for edge in ties(batch, "SANCTIONS")}
    assert linked == {"ofac-1": ["ofac-2"], "ofac-2": ["ofac-3"], "ofac-3": ["ofac-1"]}
    assert any("3 kept with their sanction, 1 name no" in note for note in reader.accounts[0].notes)
    assert any("Ctrl-Z" in note for note in reader.accounts[0].notes)


def saved(tmp_path: Path, source: str, name: str, change: str) -> Path:
    """Save a sample again as a careless hand would."""
    text = (SAMPLES / source / name).read_text("utf-8-sig")
    path = tmp_path / name
    data = {
        "bom": b"\xef\xbb\xbf" + text.encode(),
        "crlf": text.replace("\n", "\r\n").encode(),
        "cr": text.replace("\n", "\r").encode(),
        "utf-16": text.encode("utf-16"),
        "blank columns": "".join(f"{line},,,,,,,,,,,\n" for line in text.splitlines()).encode(),
        "blank lines": text.replace("\n", "\n\n").encode(),
        "no last end": text.rstrip("\n").encode(),
        "gz": gzip.compress(text.encode()),
        "ctrl-z": f"{text}\x1a".encode(),
        "capitals": (text.split("\n", 1)[0].upper() + "\n" + text.split("\n", 1)[1]).encode(),
    }.get(change, b"")
    if change == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("Codebook.pdf", "%PDF")
            archive.writestr(name, text)
    else:
        path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "change",
    ["bom", "crlf", "cr", "utf-16", "blank columns", "blank lines", "no last end", "gz", "zip", "ctrl-z", "capitals"],
)
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("cow_states", "states.csv"),
        ("atop", "members.csv"),
        ("cow_nmc", "years.csv"),
        ("dcad", "main.csv"),
        ("gsdb", "cases.csv"),
    ],
)
def test_copies_saved_again_read_the_same(tmp_path: Path, source: str, name: str, change: str) -> None:
    reader, batch = read_dataset(source, [saved(tmp_path, source, name, change)])
    plain, expected = sample(source, name)
    assert batch.edges == expected.edges
    assert batch.nodes[1:] == expected.nodes[1:]
    assert batch.nodes[0].props | {"fingerprint": ""} == expected.nodes[0].props | {"fingerprint": ""}
    assert counts(reader) == counts(plain)
    assert change in ("blank lines", "blank columns", "crlf", "gz", "zip", "capitals") or reader.accounts[0].notes


@pytest.mark.parametrize(
    ("source", "columns", "message"),
    [
        ("cow_contiguity", "stateno,stateab,year,total,land,sea", "which is not read .it does not say with whom"),
        ("cow_mid", "incidnum3,dispnum3,stday,stmon,styear,endday,endmon,endyear,action", "which is not read"),
        ("ucdp", "conflict_id,side_a,side_b,year,bd_best", "which is not read .deaths make no ties"),
        ("atop", "year,stateA,stateB,defense,offense,neutral,nonagg,consul", "which is not read"),
        ("opensanctions", "canonical_id,entity_id,schema,prop,prop_type,value,dataset", "which is not read"),
        ("gdelt", "Date\tSource\tTarget\tCAMEOCode\tNumEvents\tNumArts\tQuadClass", "which is not read"),
    ],
)
def test_relatives_that_make_no_ties_are_refused_by_name(
    tmp_path: Path, source: str, columns: str, message: str
) -> None:
    refused_by_name(tmp_path, source, columns, message)


def test_a_file_of_another_form_names_the_nearest_kind(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    path.write_text("side_a_id,side_b_id,incompatibility,year,intensity_level,gwno_a,gwno_b\n1,2,1,2000,1,2,\n")
    with pytest.raises(BadSource, match="not the UCDP/PRIO armed conflict data set: it has side_a_id"):
        read_dataset("ucdp", [path])
    path = tmp_path / "x.rda"
    path.write_bytes(b"BZh91AY&SY\x00\x00")
    with pytest.raises(BadSource, match=r"this is an R data file .write it out as CSV first"):
        read_dataset("ucdp", [path])


def test_a_file_given_twice_is_refused() -> None:
    with pytest.raises(BadSource, match="given twice"):
        sample("gsdb", "cases.csv", "cases.csv")


def test_votes_of_all_states_are_taken_and_a_choice_takes_a_part(tmp_path: Path) -> None:
    path = tmp_path / "agreement.csv"
    rows = "".join(f"{one},{two},0.5,2000\n" for one in (2, 20, 40, 70) for two in (2, 20, 40, 70) if one < two)
    path.write_text(f"ccode1,ccode2,agree,year\n{rows}")
    assert len(read_dataset("unga", [path])[1].edges) == 6
    reader, batch = read_dataset("unga", [path], RowFilter(actors=frozenset({"united-states"})))
    assert (len(batch.edges), reader.accounts[0].balanced) == (3, True)


def test_pairs_are_counted_as_by_hand(tmp_path: Path) -> None:
    chance, votes = random.Random(5), {}
    for call in range(40):
        for state in (2, 20, 200, 220, 365, 710):
            votes[call, state] = chance.choice([1, 2, 3, 8])
    path = tmp_path / "votes.csv"
    lines = (f"{call},{60 + call % 2},{state},{vote}\n" for (call, state), vote in votes.items())
    path.write_text("rcid,session,ccode,vote\n" + "".join(lines))
    _, batch = read_dataset("unga", [path])
    found = {(edge.source[1], edge.target[1], edge.props["since"]): edge.props for edge in batch.edges}
    for session in (0, 1):
        both = [call for call in range(session, 40, 2) if votes[call, 365] < 4 and votes[call, 710] < 4]
        tie = found["china", "russia", str(2005 + session)]
        assert (tie["count"], tie["total"]) == (sum(votes[call, 365] == votes[call, 710] for call in both), len(both))
