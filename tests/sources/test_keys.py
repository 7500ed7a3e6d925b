"""What a source says where its keys, dates or names are not as they should be: ties are kept apart, and none is lost unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES
from tests.made_up_source import NAMED_ENDS, declaration
from tiebook.crosswalk.own_actors import slug
from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.tables.text import opened

TIE = NAMED_ENDS + 'record = ["id"]\nsince = "since"\nmissing = ["n/k"]\n'


def _read(folder: Path, text: str, since: str = "1800-01-01", until: str = "2023-12-31") -> list[tuple[object, ...]]:
    (folder / "rows").mkdir()
    declared = declaration("rows", TIE, required=("id", "a", "b"), covers_since=since, covers_until=until)
    (folder / "rows" / "source.toml").write_text(declared, "utf-8")
    (folder / "rows.csv").write_text(text, "utf-8")
    _, batch = read_dataset(str(folder / "rows"), [folder / "rows.csv"])
    edges = [edge for part in batch.parts if isinstance(part, Ties) for edge in part.edges()]
    return [(edge.source[1], edge.target[1], edge.props["record"]) for edge in edges]


@pytest.mark.parametrize("key", ["", "NA", "-9", ".", "None", "n/k"])
def test_a_key_that_says_nothing_is_the_line_of_its_record(tmp_path: Path, key: str) -> None:
    text = f"id,a,b,since\n{key},China,Iran,2001\n{key},Russia,Iran,2002\n3,Cuba,Iran,2003\n"
    assert [record for _, _, record in _read(tmp_path, text)] == ["line-2", "line-3", "3"]


@pytest.mark.parametrize("key", ["", "NA", "-9"])
def test_a_record_of_a_shipped_source_without_its_key_is_skipped_with_the_reason(tmp_path: Path, key: str) -> None:
    header, *lines = (SAMPLES / "dcad" / "main.csv").read_text("utf-8").splitlines()
    place = header.split(",").index("DCAid")
    for number in (0, 1):
        cells = lines[number].split(",")
        lines[number] = ",".join([*cells[:place], key, *cells[place + 1 :]])
    (tmp_path / "main.csv").write_text("\n".join([header, *lines]) + "\n", "utf-8")
    reader, _ = read_dataset("dcad", [tmp_path / "main.csv"])
    assert reader.accounts[0].skipped["its key is blank, or a code for missing"] == 2


@pytest.mark.parametrize(("until", "who"), [("1985-12-31", "north-yemen"), ("2023-12-31", "yemen")])
def test_an_undated_record_names_actors_as_they_were_when_its_source_ends(tmp_path: Path, until: str, who: str) -> None:
    text = "id,a,b,since\n1,Yemen,Iran,\n2,Yemen,Iran,NA\n"
    assert [source for source, _, _ in _read(tmp_path, text, "1960-01-01", until)] == [who, who]


def test_an_account_is_not_the_name_without_its_sign() -> None:
    assert len({slug(name) for name in ("front", "@front", "fro@nt")}) == 3
    assert slug("The Front!") == slug("the front")


EVENTS = """statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;document_id
1;2021-03-27 00:00:00;"A. Doe";"Iran";"sanctions work";0;10;20;"no";1;7
2;2021-03-28 00:00:00;"B. Doe";"China";"sanctions work";1;30;40;"yes";1;7
"""


@pytest.mark.parametrize(
    "text", [EVENTS, "Person,Organization,Concept,Agreement\nA,Iran,sanctions work,0\nB,China,sanctions work,1\n"]
)
def test_a_list_of_statements_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "dna.csv").write_text(text, "utf-8")
    with pytest.raises(BadSource, match=r"a list of statements.*export a one-mode network of actors"):
        draft(tmp_path / "dna.csv", "AGREES_WITH")


def test_a_database_of_statements_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "sample.dna").write_bytes(b"SQLite format 3\x00" + bytes(100))
    with pytest.raises(BadSource, match=r"a database of the Discourse Network Analyzer.*as GraphML"):
        opened(tmp_path / "sample.dna")


GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:visone="http://visone.info/xmlns"
 xmlns:y="http://www.yworks.com/xml/graphml">
<!-- data schema -->
<key for="node" id="d0" yfiles.type="nodegraphics" /><key for="edge" id="e0" yfiles.type="edgegraphics" />
<key for="graph" id="prop" visone.type="properties" />
<key id="id" for="node" attr.name="id" attr.type="string" /><key id="name" for="node" attr.name="name" attr.type="string" />
<key id="variable" for="node" attr.name="variable" attr.type="string" />
<key id="frequency" for="node" attr.name="frequency" attr.type="int" />
<key id="weight" for="edge" attr.name="weight" attr.type="double" />
<graph edgedefault="undirected" id="DNA" parse.edges="1" parse.nodes="2" parse.order="free">
<data key="prop"><visone:labelAttribute edgeLabel="weight" nodeLabel="name" /></data>
{nodes}
<edge source="n1" target="n2"><data key="weight">2.0</data>
<data key="e0"><visone:polyLineEdge><y:PolyLineEdge><y:LineStyle color="#000000" /></y:PolyLineEdge></visone:polyLineEdge></data>
</edge>
</graph></graphml>
"""
NODE = """<node id="n{number}"><data key="id">{number}</data><data key="name">{name}</data><data key="variable">{mode}</data>
<data key="frequency">3</data><data key="d0"><visone:shapeNode><y:ShapeNode>
<y:Geometry height="20.0" width="20.0" x="1.0" y="2.0" />
<y:NodeLabel alignment="center">{name}</y:NodeLabel><y:Shape type="ellipse" /></y:ShapeNode></visone:shapeNode></data></node>"""


def _graph(path: Path, *nodes: tuple[str, str]) -> Path:
    drawn = [NODE.format(number=number, name=name, mode=mode) for number, (name, mode) in enumerate(nodes, start=1)]
    path.write_text(GRAPHML.format(nodes="\n".join(drawn)), "utf-8")
    return path


def test_a_network_of_actors_is_mapped_by_the_names_of_its_nodes(tmp_path: Path) -> None:
    text = draft(_graph(tmp_path / "a.graphml", ("Iran", "organization"), ("China", "organization")), "AGREES_WITH")
    assert 'from = {column = "source", system = "name"}' in text
    assert 'to = {column = "target", system = "name"}' in text


def test_a_network_of_actors_and_concepts_is_refused(tmp_path: Path) -> None:
    path = _graph(tmp_path / "a.graphml", ("Iran", "organization"), ("sanctions work", "concept"))
    with pytest.raises(BadSource, match=r"a two-mode network \(organization to concept\)"):
        draft(path, "AGREES_WITH")
