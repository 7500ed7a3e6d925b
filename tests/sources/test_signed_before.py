"""Organisations in tables that date a membership by the signature of a treaty, before it was in force."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.sources.test_tie_map import read

MEMBERS = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"MORE}\nsince = "on"\n'
EARLY = "organisations were named before their treaties were in force: "


@pytest.mark.parametrize("more", ["", ', kind = "Organization"', ', split = ";"'])
def test_an_organisation_is_known_from_the_signature_of_its_treaty(tmp_path: Path, more: str) -> None:
    table = "a,b,on\nIceland,NATO,1949-04-04\nTurkey,NATO,1952-02-18\nPoland,Warsaw Pact,1955-05-14\n"
    table += "France,European Union,1992-02-07\n"
    reader, ties = read(tmp_path, MEMBERS.replace("MORE", more), table)
    assert [each["to"] for each in ties] == ["nato", "nato", "warsaw-pact", "european-union"]
    (note,) = [note for note in reader.accounts[0].notes if note.startswith(EARLY)]
    assert note == f"{EARLY}NATO on 1949-04-04, Warsaw Pact on 1955-05-14, European Union on 1992-02-07"


def test_long_before_it_is_not_yet_there(tmp_path: Path) -> None:
    table = "a,b,on\nSpain,European Union,1985-06-12\nNorway,NATO,1946-01-01\n"
    reader, ties = read(tmp_path, MEMBERS.replace("MORE", ""), table)
    assert not ties
    assert len(reader.resolver.unresolved()) == 2
    assert not [note for note in reader.accounts[0].notes if note.startswith(EARLY)]


@pytest.mark.parametrize(("before", "known"), [(0, True), (1, True), (731, True), (732, False)])
def test_two_years_are_the_most_between_signature_and_force(tmp_path: Path, before: int, known: bool) -> None:
    day = date(1949, 8, 24) - timedelta(days=before)
    reader, ties = read(tmp_path, MEMBERS.replace("MORE", ""), f"a,b,on\nIceland,NATO,{day}\n")
    assert bool(ties) is known
    assert any(note.startswith(EARLY) for note in reader.accounts[0].notes) is (0 < before <= 731)


@pytest.mark.parametrize(
    ("name", "day"), [("Czech Republic", "1992-06-01"), ("Quad", "2006-12-01"), ("P5+1", "2005-06-01")]
)
def test_states_and_blocs_are_signed_by_no_treaty(tmp_path: Path, name: str, day: str) -> None:
    _, ties = read(
        tmp_path,
        'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\nsince = "on"\n',
        f"a,b,on\nIran,{name},{day}\n",
    )
    assert not ties


def test_what_is_over_is_not_there_any_more(tmp_path: Path) -> None:
    _, ties = read(tmp_path, MEMBERS.replace("MORE", ""), "a,b,on\nPoland,Warsaw Pact,1992-01-01\n")
    assert not ties
