"""What --full writes, `tiebook load` reads back: the digest of the whole graph is the same, whatever it holds."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import MINI
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource, TiebookError
from tiebook.export import Options, export, format_for, formats
from tiebook.export.read_back import is_exchange, load_exchange, read_exchange
from tiebook.model.exchange import column_of, split_column, text_of, value_of
from tiebook.model.records import Edge, Node, Props
from tiebook.sync import sync
from tiebook.sync.batch import Batch
from tiebook.sync.cases import find_case, load_case

READ_BACK = ("x.json", "x.graphml", "x.gexf", "x.csv")

texts = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["=1+1", "'=x", "-", " ", "a\r\nb", "\x00", "\u2028", "<!DOCTYPE", "1", "true"]),
)
lists = st.lists(texts, max_size=3)
numbers = st.one_of(st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False, allow_infinity=False))
values = st.one_of(texts, lists, numbers, st.booleans(), st.dates())


@st.composite
def batches(draw) -> list[Batch]:
    """Draw two sources that declare one actor in common, with ties, claims and everything that a value can be."""
    out = []
    for source in ("one", "two"):
        mine: Props = {"kind": "State", "sources": [source]}
        actors = [
            Node("Actor", name, {"name": draw(texts), "aliases": draw(lists), "note": draw(texts), **mine}, "State")
            for name in ("shared", f"{source}-a")
        ]
        said = {"date": draw(texts), "covers_until": draw(st.dates()), "claims": draw(st.integers(0, 9))}
        about = Node("Source", source, {"name": draw(texts), "aliases": [], "sources": [source], **said})
        claim = Node(
            "Claim", f"{source}/c", {"source": source, "quote": draw(texts), "holder": draw(lists), "makes_tie": False}
        )
        roles = [
            Edge("FROM", claim.key, actors[0].key, {"position": 0}),
            Edge("TO", claim.key, actors[1].key, {"position": 0}),
        ]
        ties = []
        for number in range(draw(st.integers(0, 3))):
            props = {"id": f"AIDS/{source}/{number}", "source": source, "endorsed": draw(st.booleans())}
            props |= draw(
                st.fixed_dictionaries(
                    {}, optional={"value": numbers, "quote": texts, "records": lists, "level": values}
                )
            )
            ties.append(Edge("AIDS", actors[0].key, actors[1].key, props))
        out.append(Batch(source, [about, *actors, claim], [*roles, *ties]))
    return out


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=batches())
def test_any_graph_comes_back(drawn):
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        original = KgliteEngine(folder / "original.kgl")
        for batch in drawn:
            sync(original, batch)
        for name in READ_BACK:
            export(original, folder / name, format_for(Path(name)), Options(full=True))
            again = KgliteEngine(folder / f"{name}.kgl")
            load_exchange(again, folder / name)
            assert digest(again) == digest(original), name


@given(value=values)
def test_any_value_comes_back_from_text(value):
    column = column_of("x", value)
    name, kind = split_column(column)
    read = value_of(kind, text_of(value))
    assert (name, read, type(read)) == ("x", value, type(value))


@pytest.mark.parametrize("name", READ_BACK)
def test_the_sample_comes_back_and_loading_again_changes_nothing(mini_engine, tmp_path, name):
    export(mini_engine, tmp_path / name, format_for(Path(name)), Options(full=True))
    again = KgliteEngine(tmp_path / "again.kgl")
    load_exchange(again, tmp_path / name)
    assert digest(again) == digest(mini_engine)
    assert all(changes.nothing for changes in load_exchange(again, tmp_path / name).values())
    assert is_exchange(str(tmp_path / name))


def test_every_format_that_says_so_is_tested():
    assert {format_for(Path(name)).name for name in READ_BACK} == {
        each.name for each in formats().values() if each.read_back
    }


@pytest.mark.parametrize("name", READ_BACK)
def test_a_network_alone_is_not_loaded(mini_engine, tmp_path, name):
    export(mini_engine, tmp_path / name, format_for(Path(name)), Options())
    with pytest.raises(BadSource, match="does not hold a whole Tiebook graph"):
        read_exchange(tmp_path / name)


def faulty(**changed):
    """Return a file's content with one thing changed."""
    node = {"id": "s", "labels": "Source", "name": "s", "sources": ["s"]}
    actor = {"id": "a", "labels": "Actor:State", "name": "a", "sources": ["s"]}
    edge = {"source": "a", "target": "a", "key": "AIDS/s/1", "type": "AIDS", "tie_id": "AIDS/s/1", "source_id": "s"}
    return {
        "graph": {"tiebook": "full"},
        "nodes": [node, actor | changed.get("actor", {})],
        "edges": [edge | changed.get("edge", {})],
    }


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"actor": {"labels": "Actor) DETACH DELETE n //"}}, "not the labels"),
        ({"actor": {"labels": "Actor:Emperor"}}, "not a kind of actor"),
        ({"actor": {"labels": "Meta"}}, "not the labels"),
        ({"actor": {"labels": None}}, "not the labels"),
        ({"actor": {"wealth": 3}}, "no property 'wealth'"),
        ({"actor": {"id": "s"}}, "used for two nodes"),
        ({"actor": {"id": 3}}, "no id"),
        ({"actor": {"sources": []}}, "which sources"),
        ({"actor": {"note": {"a": 1}}}, "not a value"),
        ({"actor": {"aliases": [1]}}, "not a value"),
        ({"actor": {"note": None}}, "not a value"),
        ({"actor": {"date:date": "2021-13-01"}}, "is not a date"),
        ({"edge": {"type": "LOVES"}}, "not a type of edge"),
        ({"edge": {"target": "b"}}, "not in the file"),
        ({"edge": {"source_id": 7}}, "which source"),
    ],
)
def test_a_file_that_was_tampered_with_is_refused_before_anything_is_written(tmp_path, changed, what):
    path = tmp_path / "x.json"
    path.write_text(json.dumps(faulty(**changed)), "utf-8")
    engine = KgliteEngine(tmp_path / "x.kgl")
    with pytest.raises(BadSource, match=what) as error:
        load_exchange(engine, path)
    assert str(path) in str(error.value)
    assert not engine.path.exists()


def test_the_file_without_a_change_loads(tmp_path):
    (tmp_path / "x.json").write_text(json.dumps(faulty()), "utf-8")
    assert load_exchange(KgliteEngine(tmp_path / "x.kgl"), tmp_path / "x.json")["s"].created == 3


@pytest.mark.parametrize("name", READ_BACK)
@pytest.mark.parametrize(
    "content", [b"", b"{", b"<", b"\xff\xfe\x00", b"<!DOCTYPE x []><x/>", b"[]", b"<x/>", b"a,b\n1,2\n"]
)
def test_what_is_no_such_file_is_said_in_one_line(tmp_path, name, content):
    for part in ("-nodes.csv", "-edges.csv") if name.endswith("csv") else ("." + name.split(".")[1],):
        (tmp_path / f"x{part}").write_bytes(content)
    with pytest.raises(TiebookError) as error:
        read_exchange(tmp_path / name)
    assert len(str(error.value).splitlines()) == 1


def test_one_source_of_several(tmp_path, mini_engine):
    sync(mini_engine, Batch("other", [Node("Source", "other", {"name": "Other", "sources": ["other"]})], []))
    export(mini_engine, tmp_path / "x.json", format_for(Path("x.json")), Options(source="other", full=True))
    assert [batch.source for batch in read_exchange(tmp_path / "x.json")] == ["other"]


@pytest.fixture
def saved(tmp_path):
    """Return the two tables of a graph with true and false, whole numbers and dates, and its digest."""
    engine = KgliteEngine(tmp_path / "graph.kgl")
    load_case(engine, MINI)
    export(engine, tmp_path / "w.csv", format_for(Path("w.csv")), Options(full=True))
    return tmp_path, digest(engine)


def _as_excel(text):
    return text.replace(",true,", ",TRUE,").replace(",false,", ",FALSE,") + ",,,\n"


def _as_python(text):
    return text.replace(",true,", ",True,").replace(",false,", ",0,")


def _with_semicolons(text):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(csv.reader(io.StringIO(text)))
    return out.getvalue()


def _as_pandas(text):
    frame = pd.read_csv(io.StringIO(text), dtype=object, keep_default_na=False)
    frame["paragraph:long"] = [f"{cell}.0" if cell else "" for cell in frame.get("paragraph:long", [""] * len(frame))]
    return frame.to_csv(index=False)


@pytest.mark.parametrize("change", [_as_excel, _as_python, _with_semicolons, _as_pandas])
def test_tables_that_other_programs_saved_are_read_again(saved, change):
    folder, expected = saved
    for part in ("nodes", "edges"):
        path = folder / f"w-{part}.csv"
        text = path.read_text("utf-8")
        if change is not _as_pandas or part == "edges":
            path.write_text(change(text), "utf-8", newline="")
    again = KgliteEngine(folder / "again.kgl")
    load_exchange(again, folder / "w.csv")
    assert digest(again) == expected


def test_a_cell_that_cannot_be_read_is_named_by_line_and_column(saved):
    folder, _ = saved
    path = folder / "w-edges.csv"
    lines = path.read_text("utf-8").split("\n")
    number = next(number for number, line in enumerate(lines) if ",true," in line)
    lines[number] = lines[number].replace(",true,", ",maybe,", 1)
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(BadSource, match=rf"w-edges.csv:{number + 1}: column \w+:boolean: 'maybe' is not a boolean"):
        read_exchange(folder / "w.csv")


def test_what_networkx_reads_and_writes_again_is_read_again(saved):
    folder, expected = saved
    engine = KgliteEngine(folder / "graph.kgl")
    export(engine, folder / "x.graphml", format_for(Path("x.graphml")), Options(full=True))
    nx.write_graphml(nx.read_graphml(folder / "x.graphml"), folder / "y.graphml")
    again = KgliteEngine(folder / "again.kgl")
    load_exchange(again, folder / "y.graphml")
    assert digest(again) == expected


def test_another_graph_of_networkx_is_not_ours(tmp_path):
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b")
    nx.write_graphml(graph, tmp_path / "x.graphml")
    nx.write_gexf(graph, tmp_path / "x.gexf")
    for name in ("x.graphml", "x.gexf"):
        with pytest.raises(BadSource, match="a graph of another tool"):
            read_exchange(tmp_path / name)


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("sign:long", "7", "sign is 7"),
        ("confidence:double", "1.5", "confidence is 1.5"),
        ("confidence:double", "-0.1", "confidence is -0.1"),
        ("since", "2015-13", "since: "),
        ("since_earliest:date", "1999-01-01", "since_earliest is 1999-01-01, and since is"),
        ("constraint", "made up", "constraint is 'made up'"),
    ],
)
def test_an_edited_export_is_checked_as_a_case_is(tmp_path, column, value, message):
    engine = KgliteEngine(tmp_path / "graph.kgl")
    load_case(engine, find_case("china-iran"))
    export(engine, tmp_path / "w.csv", format_for(Path("w.csv")), Options(full=True))
    path = tmp_path / "w-edges.csv"
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"))))
    place = rows[0].index(column)
    next(row for row in rows[1:] if row[place])[place] = value
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), "utf-8", newline="")
    with pytest.raises(BadSource, match=message):
        read_exchange(tmp_path / "w.csv")


def test_an_edge_between_kinds_that_its_type_does_not_have_is_refused(tmp_path):
    engine = KgliteEngine(tmp_path / "graph.kgl")
    load_case(engine, find_case("china-iran"))
    export(engine, tmp_path / "w.json", format_for(Path("w.json")), Options(full=True))
    whole = json.loads((tmp_path / "w.json").read_text("utf-8"))
    edge = next(edge for edge in whole["edges"] if edge["type"] == "SELLS_ARMS_TO")
    factor = next(node["id"] for node in whole["nodes"] if node["labels"] == "Factor")
    edge["target"] = factor
    (tmp_path / "w.json").write_text(json.dumps(whole), "utf-8")
    with pytest.raises(BadSource, match=f"{factor} is a "):
        read_exchange(tmp_path / "w.json")
