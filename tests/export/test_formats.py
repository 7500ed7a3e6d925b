"""What each format holds, read by other tools where there are some, and what never gets out of its place."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from tests.field import load_field
from tiebook.ask import ask
from tiebook.cli.see.export import command
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import UsageError
from tiebook.export import Options, export, format_for, formats
from tiebook.export.content import CLAIM, read_content
from tiebook.export.formats.browser import example_values
from tiebook.export.formats.cypher import literal, statements
from tiebook.model.records import Edge, Node, Props
from tiebook.questions import QuestionLibrary
from tiebook.sync import sync
from tiebook.sync.batch import Batch
from tiebook.sync.cases import find_case, load_case
from tiebook.view.style import constants

HOSTILE = '"]]></data><script>alert(1)</script>\x07 =HYPERLINK("x") \'; DROP // \\u0027'
FILES = {"neo4j-admin": "folder", "browser": "x.zip"} | {
    each.name: f"x{each.endings[0]}" for each in formats().values() if each.endings and each.name != "browser"
}


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    engine = KgliteEngine(tmp_path_factory.mktemp("article") / "t.kgl")
    load_case(engine, find_case("china-iran"))
    yield engine
    engine.close()


def written(engine, folder, name, **options):
    form = formats()[name]
    options.setdefault("full", form.is_full(None))
    done, _ = export(engine, folder / FILES[name], form, Options(**options), constants())
    return done.paths


def links(engine, **options):
    return read_content(engine, Options(**options)).links()


@pytest.mark.parametrize("name", formats())
def test_every_format_is_the_same_each_time_and_in_the_docs(article, tmp_path, name):
    texts = [[path.read_bytes() for path in written(article, tmp_path, name)] for _ in range(2)]
    assert texts[0] == texts[1]
    assert f"| {formats()[name].title} |" in (ROOT / "docs" / "exports.md").read_text("utf-8")


@pytest.mark.parametrize("name", [each.name for each in formats().values() if each.scope != "none"])
def test_licence_and_citation_travel_with_it(article, tmp_path, name):
    said = " ".join(path.read_text("utf-8") for path in written(article, tmp_path, name))
    for words in ("Rezaei, Masoud (2021)", "original work of the Tiebook developers"):
        assert words in said


@pytest.mark.parametrize("read", [nx.read_graphml, nx.read_gexf])
@pytest.mark.parametrize("claims", [False, True])
def test_networkx_reads_every_attribute(article, tmp_path, read, claims):
    name = "graphml" if read is nx.read_graphml else "gexf"
    graph = read(written(article, tmp_path, name, claims=claims)[0])
    wanted = links(article, claims=claims)
    content = read_content(article, Options())
    assert set(graph.nodes) == {actor.id for actor in content.actors}
    assert graph.nodes["china"]["iso3"] == "CHN"
    found = {data.get("id", key): (start, end, data) for start, end, key, data in graph.edges(keys=True, data=True)}
    assert len(found) == len(wanted)
    for link in wanted:
        start, end, data = found[link.id]
        assert (start, end, data["type"]) == (link.start, link.end, link.type)
        for attribute, value in link.attributes().items():
            assert data[attribute] == value
            assert type(data[attribute]) is type(value)


def test_gexf_has_the_days_as_intervals(article, tmp_path):
    graph = nx.read_gexf(written(article, tmp_path, "gexf")[0])
    assert graph.graph["mode"] == "dynamic"
    spells = {data["id"]: data["spells"] for _, _, data in graph.edges(data=True) if "spells" in data}
    dated = [link for link in links(article) if "since_earliest" in link.props]
    assert dated
    for link in dated:
        assert spells[link.id][0][0] == link.props["since_earliest"].isoformat()


def test_node_link_json_opens_in_networkx(article, tmp_path):
    data = json.loads(written(article, tmp_path, "json", full=False)[0].read_text("utf-8"))
    assert nx.node_link_graph(data, edges="edges").number_of_edges() == len(links(article))


def test_only_facts_are_edges_unless_asked_and_then_they_are_marked(article):
    facts, all_claims = links(article), links(article, claims=True)
    assert {link.kind for link in facts} == {"tie"}
    made = {row[0]: row[1] for row in article.read("MATCH (c:Claim) RETURN c.id AS id, c.makes_tie AS made").rows}
    assert all(made[link.props["claim"]] for link in facts)
    assert all(link.props["endorsed"] and not link.props["inferred"] for link in facts)
    assert len(links(article, reported=True, inferred=True)) > len(facts)
    marked = [link for link in all_claims if link.kind == CLAIM]
    assert len(marked) > 0
    assert not any(made[link.props["claim"]] for link in marked)
    assert all(link.attributes()["tie_kind"] == CLAIM and "mode" in link.attributes() for link in marked)


def hostile(engine):
    who: Props = {"kind": "State", "aliases": [HOSTILE], "sources": ["s"], "note": HOSTILE}
    actors = [Node("Actor", "a", {"name": HOSTILE, **who}, "State"), Node("Actor", "b", {"name": "@b", **who}, "State")]
    source = Node(
        "Source", "s", {"name": HOSTILE, "sources": ["s"], "licence": f"a\nb {HOSTILE}", "citation": "c\r\nCREATE (x)"}
    )
    tie: Props = {"id": "AIDS/s/1", "source": "s", "endorsed": True, "sign": 1, "quote": HOSTILE, "holder": [HOSTILE]}
    sync(engine, Batch("s", [source, *actors], [Edge("AIDS", ("Actor", "a"), ("Actor", "b"), tie)]))


@pytest.mark.parametrize("name", [each.name for each in formats().values() if each.scope != "none"])
def test_hostile_text_stays_text(tmp_path, name):
    engine = KgliteEngine(tmp_path / "x.kgl")
    hostile(engine)
    for path in written(engine, tmp_path, name):
        text = path.read_bytes().decode("utf-8")
        if name != "neo4j-admin":
            assert "\x07" not in text
        if path.suffix in (".graphml", ".gexf"):
            assert "<script>" not in text
        if path.suffix == ".csv" and name == "csv":
            cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
            assert not [cell for cell in cells if re.match(r"[=+@\t]|-\D", cell)]
            assert "'@b" in cells or "edges" in path.name
        if path.suffix == ".cypher" and name == "cypher":
            assert all(
                re.match(r"//|CREATE (CONSTRAINT|INDEX)|MERGE \(m:TiebookMeta|UNWIND \[", line)
                for line in text.splitlines()
            )
        if path.suffix == ".net":
            assert all(line.count('"') in (0, 2) for line in text.splitlines() if not line.startswith("%"))


def test_the_cypher_script_makes_the_same_graph(article, tmp_path):
    again = KgliteEngine(tmp_path / "again.kgl")
    found = statements(read_content(article, Options(full=True)))
    script = [re.sub(":Tiebook(?! )", ":", line).replace(":Tiebook ", " ").replace("::", ":") for line in found]
    again.write(lambda writer: [writer.run(line) for line in script if line.startswith(("UNWIND", "MERGE"))])
    assert digest(again) == digest(article)


@pytest.mark.parametrize(
    "text", ["a\\u0027b", "\\", "x\\'y", "\\\\u0041\\U", "\x00\x01\u2028\r", "q'q\n\t\\n", "\U0001f600"]
)
def test_a_literal_means_its_text(mini_engine, text):
    assert mini_engine.read(f"RETURN {literal(text)} AS t").rows[0][0] == text


def test_dl_and_pajek_hold_each_relation_once(article, tmp_path):
    pairs = {(link.type, link.start, link.end) for link in links(article)}
    dl = written(article, tmp_path, "dl")[0].read_text("utf-8")
    head, _, data = dl.partition("data:\n")
    count, matrices = map(int, re.findall(r"(?:n|nm)=(\d+)", head)[:2])
    labels = head.split("labels:\n")[1].split()[:count]
    types = head.split("matrix labels:\n")[1].split()
    assert len(types) == matrices
    found = set()
    for name, part in zip(types, data.split("!\n"), strict=True):
        found |= {(name, labels[int(a) - 1], labels[int(b) - 1]) for a, b, _ in map(str.split, part.splitlines())}
    assert found == pairs
    net = written(article, tmp_path, "pajek")[0].read_text("utf-8")
    assert len(re.findall(r"^\d+ \d+ -?[01]$", net, re.MULTILINE)) == len(links(article))
    assert net.count("*Arcs :") == len({name for name, _, _ in pairs})


def test_ftm_lines_are_valid(article, tmp_path):
    followthemoney = pytest.importorskip(
        "followthemoney", reason="FtM lines were NOT validated: pip install followthemoney"
    )
    for line in written(article, tmp_path, "ftm")[0].read_text("utf-8").splitlines():
        entity = json.loads(line)
        followthemoney.model.get(entity["schema"]).validate(entity)
        proxy = followthemoney.model.get_proxy(
            entity, cleaned=False
        )  # cleans the values and drops those that are wrong
        kept = {name: len(proxy.get(name)) for name in entity["properties"]}
        assert kept == {name: len(each) for name, each in entity["properties"].items()}


def test_ftm_describes_what_the_model_has_no_field_for(article, tmp_path):
    lines = written(article, tmp_path, "ftm")[0].read_text("utf-8").splitlines()
    ties = links(article)
    kept = [json.loads(line)["properties"].get("description", [""])[0] for line in lines[-len(ties) :]]
    assert len({link.props.get("paragraph") for link in ties}) > 5
    for link, text in zip(ties, kept, strict=True):
        parts = text.split("; ")
        assert "None" not in text
        assert "" not in parts
        for lead, name in (("", "quote"), ("paragraph ", "paragraph"), ("held by ", "held_by"), ("sign ", "sign")):
            value = link.props.get(name)
            assert value is None or f"{lead}{value}" in text
            assert (value is not None) or not lead or not [part for part in parts if part.startswith(lead)]


def test_the_stix_bundle_is_valid(article, tmp_path):
    stix2 = pytest.importorskip("stix2", reason="the STIX bundle was NOT validated: pip install stix2")
    bundle = stix2.parse(written(article, tmp_path, "stix")[0].read_text("utf-8"), allow_custom=False)
    kinds = [each["type"] for each in bundle.objects]
    assert kinds.count("relationship") == len(links(article))
    known = {each["id"] for each in bundle.objects}
    assert all(
        {each["source_ref"], each["target_ref"]} <= known for each in bundle.objects if each["type"] == "relationship"
    )


def test_json_ld_tells_where_each_tie_is_from(article, tmp_path):
    data = json.loads(written(article, tmp_path, "jsonld")[0].read_text("utf-8"))
    ties = [thing for thing in data["@graph"] if "tb:Tie" in thing.get("@type", ())]
    content = read_content(article, Options(full=True))
    assert len(ties) == sum("endorsed" in edge.props or edge.type == "PART_OF" for edge in content.edges)
    for tie in ties:
        if "tb:claim" in tie:
            assert tie["prov:wasQuotedFrom"] == {"@id": "urn:tiebook:china-iran"}
            assert tie["prov:wasAttributedTo"]
    known = {thing["@id"] for thing in data["@graph"]}
    assert {tie[end]["@id"] for tie in ties for end in ("tb:start", "tb:target")} <= known


def test_igraph_reads_the_graphml_too(article, tmp_path):
    igraph = pytest.importorskip("igraph", reason="GraphML was NOT read with igraph: pip install igraph")
    graph = igraph.Graph.Read_GraphML(str(written(article, tmp_path, "graphml")[0]))
    wanted = {link.id: link for link in links(article)}
    assert graph.ecount() == len(wanted)
    assert {edge["quote"] for edge in graph.es} == {link.props["quote"] for link in wanted.values()}


def test_rdflib_finds_who_coded_each_tie(article, tmp_path):
    rdflib = pytest.importorskip("rdflib", reason="JSON-LD was NOT read with rdflib: pip install rdflib")
    graph = rdflib.Graph().parse(str(written(article, tmp_path, "jsonld")[0]), format="json-ld")
    found = graph.query(
        "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX tb: <urn:tiebook:ns:> SELECT (count(*) AS ?n) WHERE"
        " {?t a tb:Tie ; prov:wasQuotedFrom <urn:tiebook:china-iran> ; prov:wasGeneratedBy ?a . ?a prov:wasAssociatedWith ?c}"
    )
    assert [int(row[0]) for row in found] == [
        article.read("MATCH ()-[t]->() WHERE t.claim IS NOT NULL RETURN count(*) AS n").rows[0][0]
    ]


@pytest.fixture(scope="module")
def several(tmp_path_factory):
    """Return an embedded graph of several sources, for the questions across them."""
    engine = KgliteEngine(tmp_path_factory.mktemp("several") / "t.kgl")
    load_field(engine)
    return engine


@pytest.mark.parametrize("question", QuestionLibrary().all(), ids=lambda question: question.name)
def test_a_favourite_gives_what_its_question_gives(several, question):
    values = example_values(question)
    table = several.read(question.compiled(list(values)), values)
    given = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
    assert table.rows == ask(several, question, given).rows


def test_favourites_are_one_file_each_with_the_title_first(tmp_path):
    with zipfile.ZipFile(written(None, tmp_path, "browser")[0]) as archive:
        texts = {Path(name).stem: archive.read(name).decode() for name in archive.namelist()}
    titles = {name: text.splitlines()[0] for name, text in texts.items()}
    tables = {question.name: f"// {question.title}" for question in QuestionLibrary().all()}
    graphs = {
        f"{question.name}-graph": f"// {question.title} (graph)"
        for question in QuestionLibrary().all()
        if {"claim", "tie_id"} & set(question.returns)
    }
    assert titles == tables | graphs
    assert len(graphs) > 40
    assert "// :params {actor: 'china', partner: 'iran'}" in texts["what-limits"].splitlines()
    assert all(text.count(":param") <= 1 for text in texts.values())


def test_the_style_sheet_has_the_colours_of_the_picture(tmp_path):
    text = written(None, tmp_path, "grass")[0].read_text("utf-8")
    assert f"node.State {{\n  color: {constants()['kinds']['State']['light']};" in text
    assert f"relationship.SANCTIONS {{\n  color: {constants()['themes']['light']['-1']};" in text
    assert text.count("{") - text.count('"{') == text.count("}") - text.count('}"')


@pytest.mark.parametrize(
    ("path", "named", "name"),
    [
        ("a.STIX.json", None, "stix"),
        ("a.b.json", None, "json"),
        ("f.cypher", "browser", "browser"),
        ("f.favourites.cypher", None, "browser"),
    ],
)
def test_the_ending_or_the_option_tells_the_format(path, named, name):
    assert format_for(Path(path), named).name == name


def test_an_unknown_format_is_told():
    with pytest.raises(UsageError, match="the ending does not imply a format"):
        format_for(Path("x.docx"))
    with pytest.raises(UsageError, match="graphml"):
        format_for(Path("x"), "graphlm")
    with pytest.raises(UsageError, match="always holds the whole graph"):
        formats()["cypher"].is_full(False)


def test_the_command(article, tmp_path):
    def run(*arguments):
        return CliRunner().invoke(command, [*map(str, arguments), "--db", str(article.path)])

    done = run(tmp_path / "x.graphml")
    assert done.exit_code == 0, done.output
    assert "Left out: 399 nodes that are not actors" in done.stderr
    assert done.stdout == ""
    assert run(tmp_path / "f", "--for", "neo4j-admin").stdout.startswith("neo4j-admin database import full")
    assert "no way to mark" in run(tmp_path / "x.net", "--claims").stderr
    assert run(tmp_path / "x.grass").exit_code == 0
