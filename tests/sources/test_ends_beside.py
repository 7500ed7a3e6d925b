"""What stands beside the names of an end: codes that count first, the source's numbers, kinds; ties both ways; the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.test_tie_map import read
from tiebook.errors import BadSource
from tiebook.sources.row_filter import RowFilter

GROUP = 'type = "SUPPORTS"\nto = {column = "b"}\n'


def test_a_code_counts_before_a_name(tmp_path: Path) -> None:
    tie = GROUP + 'from = {column = "a", kind = "ArmedGroup", code = {column = "n", system = "gw", split = ";"}}'
    reader, ties = read(
        tmp_path, tie, "a,n,b\nFront,,Oman\nFront,630.0,Oman\nFront,2;200,Oman\nFront,9999,Oman\nFront,-9,Oman\n"
    )
    assert [each["from"] for each in ties] == ["made-front", "iran", "united-states", "britain", "made-front"]
    assert [(each.system, each.text) for each in reader.resolver.unresolved()] == [("gw", "9999")]
    assert reader.accounts[0].skipped == {"names an actor that is not known": 1}


def test_numbers_keep_actors_of_one_name_apart(tmp_path: Path) -> None:
    tie = GROUP + 'from = {column = "a", kind = "ArmedGroup", number = {column = "n", of = "list"}}'
    _, ties = read(
        tmp_path,
        tie,
        "a,n,b\nFront,1,Oman\nFront,2.0,Oman\nThe Front,1,Oman\nFront,,Oman\nGovernment of Iran,7,Oman\n"
        '"Government of Iran, Front",8,Oman\n',
    )
    assert [each["from"] for each in ties] == ["list-1", "list-2", "list-1", "made-front", "iran", "list-8"]


def test_kinds_go_by_a_value(tmp_path: Path) -> None:
    tie = GROUP + 'from = {column = "a", kind = "ArmedGroup", kinds = {column = "k", values = {"7" = "Collective"}}}'
    tie += '\n[[file]]\nname = "x"\nwhat = "x"\nrequired = ["zz"]\n'
    _, ties = read(tmp_path, tie, "a,k,b\nFront,3,Oman\nCivilians,7.0,Oman\n")
    assert [each["from"] for each in ties] == ["made-front", "made-civilians"]
    with pytest.raises(BadSource, match="no kind of actor 'Folk'"):
        read(tmp_path, tie.replace("Collective", "Folk"), "a,k,b\nFront,3,Oman\n")
    with pytest.raises(BadSource, match="they need a `kind`"):
        read(tmp_path, tie.replace('kind = "ArmedGroup", ', ""), "a,k,b\nFront,3,Oman\n")
    with pytest.raises(BadSource, match="no column 'k'"):
        read(tmp_path, tie, "a,b\nFront,Oman\n")


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Government of Iran", "iran"),
        ("Military Forces of Iran (1989-)", "iran"),
        ("Armed Forces of Iran", "iran"),
        ("Armed Forces of Popular Liberation", "made-armed-forces-of-popular-liberation"),
        ("Police Forces of the United States (2021-2025)", "united-states"),
        ("Government of Yemen (North Yemen)", "yemen"),
        ("Military Forces of Iran (1989-) Some Brigade", "made-military-forces-of-iran-1989-some-brigade"),
        ("Mutiny of Military Forces of Iran (1989-)", "made-mutiny-of-military-forces-of-iran-1989"),
        ("Iran Liberation Front", "made-iran-liberation-front"),
        ("Government of Atlantis", "made-government-of-atlantis"),
    ],
)
def test_governments_in_words(tmp_path: Path, name: str, actor: str) -> None:
    _, ties = read(tmp_path, GROUP + 'from = {column = "a", kind = "ArmedGroup"}', f"a,b\n{name},Oman\n")
    assert [each["from"] for each in ties] == [actor]


@pytest.mark.parametrize("kind", ["ArmedGroup", "Organization", "Military"])
@pytest.mark.parametrize("name", ["Iran", "Iran (Islamic Republic of)", "Islamic Republic of Iran"])
def test_a_state_among_groups_is_that_state(tmp_path: Path, kind: str, name: str) -> None:
    _, ties = read(tmp_path, GROUP + f'from = {{column = "a", kind = "{kind}"}}', f"a,b\n{name},Oman\nOPEC Fund,Oman\n")
    assert [each["from"] for each in ties] == ["iran", "made-opec-fund"]


def test_a_person_called_like_a_state_is_a_person(tmp_path: Path) -> None:
    _, ties = read(tmp_path, GROUP + 'from = {column = "a", kind = "Person"}', "a,b\nJordan,Oman\n")
    assert [each["from"] for each in ties] == ["made-jordan"]


def test_both_directions(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\nboth = true\nrecord = ["n"]'
    reader, ties = read(tmp_path, tie, "n,a,b\n1,Iran,Oman\n2,Iran,Iran\n")
    assert [(each["from"], each["to"], each["record"]) for each in ties] == [
        ("iran", "oman", "1/iran/oman"),
        ("oman", "iran", "1/oman/iran"),
        ("iran", "iran", "2/iran/iran"),
    ]
    assert reader.accounts[0].loaded == 2


@pytest.mark.parametrize("wanted", [None, RowFilter(actors=frozenset({"oman"}))])
def test_the_key_of_a_tie_names_its_ends_where_a_record_has_several(tmp_path: Path, wanted: RowFilter | None) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {column = "a", split = ";"}\nto = {column = "b", split = ";"}\nrecord = ["n"]'
    text = "n,a,b\n1,Iran,Oman\n2,Iran;Iraq,Oman\n3,Oman,Iran;Iraq\n4,Iran;Iraq,China;Oman\n"
    _, ties = read(tmp_path, tie, text, wanted=wanted)
    assert {each["record"] for each in ties if "oman" in (each["from"], each["to"])} == {
        "1",
        *("2/iran/oman", "2/iraq/oman"),
        *("3/oman/iran", "3/oman/iraq"),
        *("4/iran/oman", "4/iraq/oman"),
    }
    assert len(ties) == (9 if wanted is None else 7)
