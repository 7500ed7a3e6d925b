"""Names and keys that a server could not index are refused on every engine, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made_up_source import declaration
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource
from tiebook.model.records import Entity
from tiebook.model.schema import MOST_INDEXED
from tiebook.sources.datasets import load_dataset
from tiebook.sync import sync
from tiebook.sync.batch import Batch

TIE = """from = {column = "a", system = "name", kind = "Organization"SPLIT}
to = {column = "b", system = "name"}
record = ["id"]
gloss = "{id}"
"""


def load(folder: Path, rows: str, split: str = "") -> KgliteEngine:
    """Load a table of these rows."""
    source = folder / "long"
    source.mkdir()
    declared = declaration("long", TIE.replace("SPLIT", split), required=("id", "a", "b"))
    (source / "source.toml").write_text(declared, "utf-8")
    table = folder / "rows.csv"
    table.write_text(f"id,a,b\n{rows}")
    engine = KgliteEngine(folder / "t.kgl")
    load_dataset(engine, str(source), [table])
    return engine


def test_a_name_that_is_too_long_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadSource) as caught:
        load(tmp_path, f"1,Short,Iran\n2,{'W' * (MOST_INDEXED + 1)},Iran\n")
    assert str(caught.value) == f"{tmp_path / 'rows.csv'}:3: rows: column a: a name of 2,001 characters; 2,000 at most"
    assert not (tmp_path / "t.kgl").exists()


def test_the_longest_name_that_is_allowed_is_loaded(tmp_path: Path) -> None:
    name = "\U00010400" * MOST_INDEXED  # four bytes each
    engine = load(tmp_path, f"1,{name},Iran\n")
    assert engine.read("MATCH (a:Organization) RETURN a.name AS name").rows == [(name,)]


def test_each_of_several_names_in_a_cell_may_be_as_long(tmp_path: Path) -> None:
    half = MOST_INDEXED // 2 + 1
    engine = load(tmp_path, f"1,{'V' * half};{'W' * half},Iran\n", ', split = ";"')
    assert len(engine.read("MATCH (a:Organization) RETURN a.id AS id").rows) == 2


def test_a_key_that_is_too_long_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(
        BadSource, match=r"rows\.csv:2: rows: the key of the record has 3,000 characters; 2,000 at most"
    ):
        load(tmp_path, f"{'7' * 3000},Short,Iran\n")


@pytest.mark.parametrize(("node_id", "name", "what"), [("x", "W" * 2001, "name"), ("x" * 8001, "X", "id")])
def test_no_loader_gets_past_the_limit(tmp_path: Path, node_id: str, name: str, what: str) -> None:
    nodes = [Entity("Source", "s", "S", "dataset").node("s"), Entity("Actor", node_id, name, "State").node("s")]
    with pytest.raises(BadSource, match=f"the {what} of a Actor has"):
        sync(KgliteEngine(tmp_path / "t.kgl"), Batch("s", nodes, []))
