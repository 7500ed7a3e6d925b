"""What a draft guesses of a table, and what it leaves for a person rather than guess wrong."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from tiebook.cli.load import command as load
from tiebook.sources.draft_declaration import draft

TABLE = """race_id,side,ccode1,ccode2,iso,unique,signed,inforce,endyear
1,1,630,645,364,a,1960,1961,1975
2,2,630,710,364,b,1985,1986,NA
3,2,645,710,156,c,1990,1992,.
4,1,365,630,643,d,2001,2003,-9
"""
SPARSE = "a,b,c1,c9\n" + "".join(f"Iran,China,NA,{'NA' if number else 630}\n" for number in range(9))


def _drafted(tmp_path: Path, text: str) -> str:
    table = tmp_path / "races.csv"
    table.write_text(text, "utf-8")
    return draft(table, "RIVAL_OF")


def test_ends_dates_and_key_are_guessed(tmp_path: Path) -> None:
    text = _drafted(tmp_path, TABLE)
    assert 'from = {column = "ccode1", system = "cow"}' in text, "ISO has numbers too, and a side is no state"
    assert 'to = {column = "ccode2", system = "cow"}' in text
    assert 'record = ["race_id"]' in text
    assert 'since = "signed"\nuntil = "endyear"' in text, "in force is no end"


def test_a_blank_column_names_nobody(tmp_path: Path) -> None:
    text = _drafted(tmp_path, SPARSE)
    assert 'from = {column = "a", system = "name"}' in text
    assert 'to = {column = "b", system = "name"}' in text
    assert "until" not in text
    assert "record" not in text


def test_a_draft_loads_as_it_is_where_dates_are_missing(tmp_path: Path) -> None:
    folder = tmp_path / "races"
    folder.mkdir()
    (folder / "source.toml").write_text(_drafted(tmp_path, TABLE), "utf-8")
    done = CliRunner().invoke(load, [str(folder), str(tmp_path / "races.csv"), "--db", str(tmp_path / "t.kgl")])
    assert done.exit_code == 0, done.output
    assert "4 records read = 4 loaded + 0 merged + 0 skipped" in done.output
