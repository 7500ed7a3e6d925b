"""Times of Gephi in tables and GraphML: a row for each spell or moment, with its begin and end."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.loaders.source_readers import finish
from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.tables.graphs.gephi_times import gephi_times
from tiebook.tables.read import read_table
from tiebook.tables.shape import Shape

HEADER = "Source,Target,Type,Id,Label,timeset,Weight\n"
SPELLS = """Iran,China,Directed,7,,"<[2001.0, 2003.0]; [2005.0, 2006.0]>",1.0
Russia,China,Directed,8,,"<[1999-02-01, Infinity]>",2.0
Iran,Oman,Directed,9,,,1.0
Iran,Cuba,Directed,10,,<empty>,1.0
"""
GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="timeset" attr.type="string" for="edge" id="timeset"/>
<graph edgedefault="directed">
<node id="0"><data key="label">Iran</data></node><node id="1"><data key="label">China</data></node>
<edge id="0" source="0" target="1"><data key="timeset">&lt;[2001.0, 2003.0]; [2005.0, 2006.0]&gt;</data></edge>
</graph></graphml>
"""


def table(folder: Path, text: str, name: str = "edges.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def rows(path: Path, *columns: str) -> list[tuple[str, ...]]:
    read = read_table(path, Shape(what="a table", required=("Source",)))
    return [tuple(row[column] for column in columns) for row in read.rows]


def ties(folder: Path, path: Path) -> list[tuple[Any, ...]]:
    """Return the ties of the draft of a file, as it stands but for its citation and licence."""
    source = folder / "net"
    source.mkdir()
    (source / "source.toml").write_text(draft(path, "SUPPORTS", source), "utf-8")
    finish(source)
    reader, batch = read_dataset(str(source), [path])
    parts = [each for each in batch.parts if isinstance(each, Ties)]
    assert all(account.balanced for account in reader.accounts)
    found = [
        (row["source"], row["target"], row["props"].get("since"), row["props"].get("until"))
        for each in parts
        for row in each.records()
    ]
    return sorted(found, key=str)


def test_each_spell_is_a_row_and_an_endless_one_is_open(tmp_path: Path) -> None:
    path = table(tmp_path, HEADER + SPELLS)
    assert rows(path, "Source", "timeset.start", "timeset.end", "Weight") == [
        ("Iran", "2001", "2003", "1.0"),
        ("Iran", "2005", "2006", "1.0"),
        ("Russia", "1999-02-01", "", "2.0"),
        ("Iran", "", "", "1.0"),
        ("Iran", "", "", "1.0"),
    ]
    read = read_table(path, Shape(what="a table", required=("Source",)))
    assert "a row for each spell of timeset, as Gephi writes them" in read.notes


@pytest.mark.parametrize("name", ["Interval", "Time Interval", "TIMESET", "timestamps"])
def test_moments_are_told_from_spells_by_their_number(tmp_path: Path, name: str) -> None:
    body = 'Iran,China,"<[2001.0, 2003.0]>"\nIran,Oman,"<[2001.0, 2003.0, 2004.0]>"\n'
    path = table(tmp_path, f"Source,Target,{name}\n{body}")
    moments = [("2001",) * 2, ("2003",) * 2, ("2001",) * 2, ("2003",) * 2, ("2004",) * 2]
    assert rows(path, f"{name}.start", f"{name}.end") == moments
    spells = table(tmp_path, f'Source,Target,{name}\n{body.splitlines()[0]}\nIran,Oman,"<(2001.0, 2004.0)>"\n', "b.csv")
    assert rows(spells, f"{name}.start", f"{name}.end") == [("2001", "2003"), ("2001", "2004")]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("age", '"<[18, 25]>"'),  # another column
        ("timeset", '"[2001.0, 2003.0]"'),  # not as Gephi writes it
        ("timeset", "2001"),
        ("timeset", ""),
    ],
)
def test_other_tables_are_as_they_were(tmp_path: Path, name: str, cell: str) -> None:
    path = table(tmp_path, f"Source,Target,{name}\nIran,China,{cell}\n")
    assert read_table(path, Shape(what="a table", required=("Source",))).columns == ("Source", "Target", name)


def test_a_column_that_is_there_is_not_made_again() -> None:
    row = ["Iran", "<[2001.0, 2003.0]>", "x"]
    assert gephi_times(["Source", "timeset", "timeset.start"], [row]) is None
    assert gephi_times(["Source", "timeset", "other"], [row]) is not None


@pytest.mark.parametrize(
    "cell", ['"<[2001.0, 2002.0, 2003.0]>"', "2001", '"<[2001.0]>"', '"<[2001.0, 2002.0]; [2003.0]>"']
)
def test_a_later_cell_of_another_kind_is_refused_with_its_line(tmp_path: Path, cell: str) -> None:
    first = 'Iran,China,"<[2001.0, 2003.0]; [2004.0, 2005.0]>"\n' * 200
    path = table(tmp_path, f"Source,Target,timeset\n{first}Iran,Oman,{cell}\n")
    with pytest.raises(BadSource, match="is no time as the others are") as refused:
        rows(path, "Source")
    assert refused.value.where == f"{path}:202"


def test_a_draft_reads_the_spells_as_the_times_of_ties(tmp_path: Path) -> None:
    expected = [
        ("iran", "china", "2001", "2003"),
        ("iran", "china", "2005", "2006"),
        ("iran", "cuba", None, None),
        ("iran", "oman", None, None),
        ("russia", "china", "1999-02-01", None),
    ]
    assert ties(tmp_path, table(tmp_path, HEADER + SPELLS)) == expected
    drafted = tomllib.loads(draft(tmp_path / "edges.csv", "SUPPORTS", tmp_path / "net"))
    assert drafted["tie"][0]["record"] == ["Id", "timeset.start"]
    assert "timeset.start" not in drafted["file"][0]["required"]


def test_spells_of_a_line_without_a_key_are_ties_of_their_own(tmp_path: Path) -> None:
    text = 'Source,Target,timeset\nIran,China,"<[2001.0, 2003.0]; [2005.0, 2006.0]>"\nOman,Iran,"<[2001.0, 2002.0]>"\n'
    assert ties(tmp_path, table(tmp_path, text)) == [
        ("iran", "china", "2001", "2003"),
        ("iran", "china", "2005", "2006"),
        ("oman", "iran", "2001", "2002"),
    ]


def test_graphml_that_gephi_has_written_has_times(tmp_path: Path) -> None:
    path = table(tmp_path, GRAPHML, "g.graphml")
    assert ties(tmp_path, path) == [("iran", "china", "2001", "2003"), ("iran", "china", "2005", "2006")]
    assert "id is 0 or 1" not in draft(path, "SUPPORTS", tmp_path / "net")
