"""Networks in two tables, edges and nodes: what the nodes are called is joined to the edges, and every line is accounted for."""

from __future__ import annotations

import gzip
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.loaders.source_readers import finish
from tiebook.cli.load.map import command as map_
from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.sources.source_reader import SourceReader

EDGES = """Source,Target,Type,Id,Label,Weight,since
0,1,Directed,0,,1.0,2001
2,1,Directed,1,,2.0,2002
0,2,Directed,2,,1.0,
"""
NODES = "Id,Label,kind\n0,Iran,state\n1,China,state\n2,Russia,state\n3,Mali,state\n"


def table(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding)
    return path


def loaded(
    folder: Path, edges: Path, nodes: Path, type_: str = "SUPPORTS"
) -> tuple[SourceReader, list[dict[str, Any]]]:
    """Load the draft of a pair as it stands but for its citation, its licence and kinds of actors."""
    source = folder / "net"
    source.mkdir(exist_ok=True)
    text = draft(edges, type_, source, nodes=nodes)
    kind = "TO DO: the kind of actor (Organization, Party ...) that each name here is"
    (source / "source.toml").write_text(text.replace(kind, "Organization"), "utf-8")
    finish(source)
    reader, batch = read_dataset(str(source), [nodes, edges])
    ties = [row for each in batch.parts if isinstance(each, Ties) for row in each.records()]
    assert all(account.balanced for account in reader.accounts)
    return reader, ties


def ends(ties: list[dict[str, Any]]) -> list[tuple[str, str, str | None]]:
    return sorted(((row["source"], row["target"], row["props"].get("since")) for row in ties), key=str)


EXPECTED = [("iran", "china", "2001"), ("iran", "russia", None), ("russia", "china", "2002")]


def test_gephis_tables_are_one_network(tmp_path: Path) -> None:
    reader, ties = loaded(tmp_path, table(tmp_path, "e.csv", EDGES), table(tmp_path, "n.csv", NODES))
    assert ends(ties) == EXPECTED
    edges, nodes = reader.accounts
    assert (edges.read, edges.loaded) == (3, 3)
    assert (nodes.read, nodes.merged, dict(nodes.skipped)) == (4, 3, {"a node that no edge names": 1})
    assert nodes.lines_of == {"a node that no edge names": [5]}


def test_the_draft_names_the_labels_and_how_the_files_are_joined(tmp_path: Path) -> None:
    edges, nodes = table(tmp_path, "e.csv", EDGES), table(tmp_path, "n.csv", NODES)
    text = draft(edges, "SUPPORTS", nodes=nodes)
    found = tomllib.loads(text)
    assert found["file"][0]["nodes"] == {"file": "nodes", "key": "Id", "ends": ["Source", "Target"]}
    assert found["file"][0]["required"] == ["Source", "Target", "Type", "Id", "Label", "Weight", "since"]
    assert found["file"][1]["required"] == ["Id", "Label", "kind"]
    assert (found["tie"][0]["from"]["column"], found["tie"][0]["to"]["column"]) == ("Source.Label", "Target.Label")
    assert found["tie"][0]["record"] == ["Id"]
    assert "kind" not in text.split("[[tie]]")[1], "what is said of nodes is no remark on edges"
    assert tomllib.loads(draft(nodes, "SUPPORTS", tmp_path / "e", nodes=edges)) == found | {"name": "e", "title": "e"}


@pytest.mark.parametrize(
    ("edges", "nodes"),
    [
        ("from;to;since\nn0;n1;2001\nn2;n1;2002\nn0;n2;\n", "id;label\nn0;Iran\nn1;China\nn2;Russia\n"),
        (
            '"","from","to","since"\n"1","0","1",2001\n"2",2,1,2002\n"3",0,2,\n',
            '"","id","name"\n"1","0","Iran"\n"2","1","China"\n"3","2","Russia"\n',
        ),
        ("Source\tTarget\tsince\n0.0\t1.0\t2001\n2.0\t1.0\t2002\n0.0\t2.0\t\n", "Label\tId\nIran\t0\nChina\t1\nRussia\t2\n"),
        ("source,target,since\nx,y,2001\nz,y,2002\nx,z,\n", "key,iso3c,label\nx,IRN,Land 1\ny,CHN,Land 2\nz,RUS,Land 3\n"),
        ("ego,alter,since\nIran,China,2001\nRussia,China,2002\nIran,Russia,\n", "name,size\nIran,1\nChina,2\nRussia,3\n"),
        ("\ufeffSource,Target,since\r\n0,1,2001\r\n2,1,2002\r\n0,2,\r\n", "\ufeffId,Label\r\n0,Iran\r\n1,China\r\n2,Russia\r\n"),
    ],
)  # fmt: skip
def test_tables_of_other_programs_are_joined_too(tmp_path: Path, edges: str, nodes: str) -> None:
    _, ties = loaded(tmp_path, table(tmp_path, "e.csv", edges), table(tmp_path, "n.csv", nodes))
    assert ends(ties) == EXPECTED


def test_nodes_without_a_label_are_called_by_their_key(tmp_path: Path) -> None:
    edges = table(tmp_path, "e.csv", "Source,Target,since\nIran,China,2001\nRussia,China,2002\nIran,Russia,\n")
    _, ties = loaded(tmp_path, edges, table(tmp_path, "n.csv", "Id,Label\nIran,\nChina,\nRussia,Federation\n"))
    assert ends(ties) == EXPECTED


@pytest.mark.parametrize(
    ("nodes", "column"),
    [
        ("id,sort,media,size\ns01,paper,NY Times,20\ns02,paper,El Diario,25\ns03,TV,Al Arabiya,3\n", "media"),
        ("id,sort,media,size\ns01,paper,NY Times,20\ns02,paper,NY Times,25\ns03,TV,Al Arabiya,3\n", "id"),
        ("id,media,other\ns01,a1,1\ns02,a2,2\ns03,a3,3\n", "id"),
        ("id,media,name\ns01,NY Times,x\ns02,El Diario,y\ns03,Al Arabiya,z\n", "name"),
    ],
)
def test_nodes_with_codes_for_keys_are_called_by_their_words(tmp_path: Path, nodes: str, column: str) -> None:
    edges = table(tmp_path, "e.csv", "from,to,weight\ns01,s02,10\ns02,s03,3\n")
    tie = tomllib.loads(draft(edges, "INFLUENCES", nodes=table(tmp_path, "n.csv", nodes)))["tie"][0]
    assert (tie["from"]["column"], tie["to"]["column"]) == (f"from.{column}", f"to.{column}")


def test_persons_are_not_their_country(tmp_path: Path) -> None:
    edges = table(tmp_path, "e.csv", "from,to\nDoe,Roe\nRoe,Poe\n")
    for last, column in (("SI", "name"), ("IR", "country"), ("", "country")):
        nodes = table(tmp_path, "n.csv", f"name,sex,country\nDoe,m,SI\nRoe,f,US\nPoe,m,{last}\n")
        tie = tomllib.loads(draft(edges, "INFLUENCES", nodes=nodes))["tie"][0]
        assert (tie["from"]["column"], tie["to"]["column"]) == (f"from.{column}", f"to.{column}")


def test_names_that_two_nodes_share_and_codes_that_some_lack_may_be_who_they_are(tmp_path: Path) -> None:
    edges = table(tmp_path, "e.csv", "from,to\n1,2\n2,3\n")
    nodes = table(tmp_path, "n.csv", "id,label\n1,China\n2,Iran\n3,China\n")
    tie = tomllib.loads(draft(edges, "INFLUENCES", nodes=nodes))["tie"][0]
    assert tie["from"] == {"column": "from.label", "system": "name"}
    nodes = table(tmp_path, "n.csv", "id,label,iso3\n1,Land,IRN\n2,Band,\n3,Group,\n4,State,CHN\n")
    tie = tomllib.loads(draft(edges, "INFLUENCES", nodes=nodes))["tie"][0]
    assert tie["from"] == {"column": "from.iso3", "system": "iso3"}


def test_keys_that_are_words_are_names_whatever_else_is_said_of_the_nodes(tmp_path: Path) -> None:
    edges = table(tmp_path, "e.csv", "from,to\nKeith,Penn\nPenn,Barclay\n")
    nodes = table(tmp_path, "n.csv", "town,key\nLeith,Keith\nLondon,Penn\nUry,Barclay\n")
    assert tomllib.loads(draft(edges, "INFLUENCES", nodes=nodes))["tie"][0]["from"]["column"] == "from.key"


def test_nodes_that_nobody_knows_become_actors_of_the_kind_that_is_filled_in(tmp_path: Path) -> None:
    nodes = table(tmp_path, "n.csv", "Id,Label\n0,Made-up Group\n1,Made-up Front\n2,Made-up Band\n")
    _, ties = loaded(tmp_path, table(tmp_path, "e.csv", EDGES), nodes)
    assert ends(ties)[0] == ("net-made-up-band", "net-made-up-front", "2002")


def test_nodes_that_are_called_alike_are_named(tmp_path: Path) -> None:
    nodes = table(tmp_path, "n.csv", "Id,Label\n0,Iran\n1,China\n2,Iran\n")
    text = draft(table(tmp_path, "e.csv", EDGES), "SUPPORTS", nodes=nodes)
    assert "2 nodes have the Label Iran: they become one actor" in text
    unique = draft(tmp_path / "e.csv", "SUPPORTS", nodes=table(tmp_path, "unique.csv", NODES))
    assert "they become one actor" not in unique


def test_an_edge_of_a_node_that_is_not_listed_is_refused_with_its_line(tmp_path: Path) -> None:
    edges, nodes = table(tmp_path, "e.csv", EDGES), table(tmp_path, "n.csv", NODES)
    loaded(tmp_path, edges, nodes)
    table(tmp_path, "e.csv", EDGES + "9,1,Directed,3,,1.0,2005\n")
    with pytest.raises(BadSource, match="Source is '9', and no node has this Id") as refused:
        list(read_dataset(str(tmp_path / "net"), [edges, nodes])[1].parts)
    assert refused.value.where == f"{edges}:5"
    table(tmp_path, "e.csv", EDGES)
    table(tmp_path, "n.csv", NODES + "0,China,state\n")
    with pytest.raises(BadSource, match="two nodes have the Id '0'"):
        list(read_dataset(str(tmp_path / "net"), [edges, nodes])[1].parts)
    table(tmp_path, "n.csv", NODES + "0,Iran,state\n")
    assert list(read_dataset(str(tmp_path / "net"), [edges, nodes])[1].parts)


def test_a_blank_end_makes_no_tie(tmp_path: Path) -> None:
    reader, ties = loaded(
        tmp_path, table(tmp_path, "e.csv", EDGES + ",1,Directed,3,,1.0,2005\n"), table(tmp_path, "n.csv", NODES)
    )
    assert ends(ties) == EXPECTED
    assert dict(reader.accounts[0].skipped) == {"an end is blank, or a code for missing": 1}


def test_one_file_of_the_two_is_refused(tmp_path: Path) -> None:
    edges, nodes = table(tmp_path, "e.csv", EDGES), table(tmp_path, "n.csv", NODES)
    loaded(tmp_path, edges, nodes)
    for alone, said in ((edges, "the keys of nodes, whose names"), (nodes, "the names of nodes, whose ties")):
        with pytest.raises(BadSource, match=said) as refused:
            list(read_dataset(str(tmp_path / "net"), [alone])[1].parts)
        assert refused.value.hint == "give both files together"


@pytest.mark.parametrize(
    ("nodes", "said"),
    [
        ("Id,Label\n0,Iran\n1,China\n", "'2' is not in Id"),
        ("Id,Label\n0,Iran\n1,China\n2,Cuba\n2,Russia\n", "a node stands there twice"),
    ],
)
def test_nodes_that_do_not_fit_the_edges_are_refused(tmp_path: Path, nodes: str, said: str) -> None:
    with pytest.raises(BadSource, match=said):
        draft(table(tmp_path, "e.csv", EDGES), "SUPPORTS", nodes=table(tmp_path, "n.csv", nodes))


def test_edges_whose_ends_are_not_called_so_are_refused(tmp_path: Path) -> None:
    edges, nodes = table(tmp_path, "e.csv", "a,b\n0,1\n"), table(tmp_path, "n.csv", NODES)
    with pytest.raises(BadSource, match="no two columns of the edges are called after their ends") as refused:
        draft(edges, "SUPPORTS", nodes=nodes)
    assert str(edges) in str(refused.value.where)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('file = "nodes", key', 'file = "nodez", key'), "which is not another \\[\\[file\\]\\]"),
        (('file = "nodes", key', 'file = "rows", key'), "which is not another \\[\\[file\\]\\]"),
        (('[[tie]]\nfile = "rows"', '[[tie]]\nfile = "nodes"'), "holds nodes, and a \\[\\[tie\\]\\] reads it"),
        (('key = "Id"', 'key = "Ident"'), "there is no column 'Ident'"),
        (('"Source", "Target"]}', '"Source", "Taget"]}'), "there is no column 'Taget'"),
    ],
)
def test_faults_of_the_declaration(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    edges, nodes = table(tmp_path, "e.csv", EDGES), table(tmp_path, "n.csv", NODES)
    loaded(tmp_path, edges, nodes)
    path = tmp_path / "net" / "source.toml"
    assert change[0] in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    with pytest.raises(BadSource, match=said):
        list(read_dataset(str(tmp_path / "net"), [edges, nodes])[1].parts)


def test_the_command_names_both_files(tmp_path: Path) -> None:
    edges, nodes = table(tmp_path, "e.csv", EDGES), table(tmp_path, "n.csv", NODES)
    done = CliRunner().invoke(map_, [str(edges), str(nodes), "--type", "SUPPORTS", "-o", str(tmp_path / "net")])
    assert done.exit_code == 0, done.output
    assert done.output.rstrip().endswith(f"tiebook load {tmp_path / 'net'} {edges} {nodes}")
    alone = draft(edges, "SUPPORTS")
    assert "give it too (tiebook map EDGES NODES)" in alone


@pytest.mark.parametrize(
    ("types", "kinds", "said"),
    [
        (["SUPPORTS"], ("Undirected", "undirected"), True),
        (["1=SUPPORTS", "-1=OPPOSES"], ("Undirected", "Undirected"), True),
        (["AGREES_WITH"], ("Undirected", "Undirected"), False),
        (["SUPPORTS"], ("Directed", "Directed"), False),
        (["SUPPORTS"], ("Undirected", ""), False),
    ],
)
def test_edges_that_have_no_direction_are_said_to_have_none(
    tmp_path: Path, types: list[str], kinds: tuple[str, str], said: bool
) -> None:
    signs = ("1", "-1") if "=" in types[0] else ("a", "b")
    rows = [f"Iran,China,{kinds[0]},{signs[0]}", f"Russia,Iran,{kinds[1]},{signs[1]}"]
    path = table(tmp_path, "e.csv", "\n".join(["Source,Target,Type,about", *rows]) + "\n")
    assert ("Type says that no edge has a direction" in draft(path, types)) is said


def test_edges_may_be_objects_in_lines_and_nodes_in_an_archive(tmp_path: Path) -> None:
    lines = (
        '{"source": 0, "target": 1, "since": 2001}',
        '{"source": "2", "target": 1, "since": 2002, "note": "x"}',
        '{"target": "2", "source": "0"}',
    )
    packed = tmp_path / "n.csv.gz"
    packed.write_bytes(gzip.compress(NODES.encode()))
    reader, ties = loaded(tmp_path, table(tmp_path, "e.jsonl", "\n".join(lines) + "\n"), packed)
    assert ends(ties) == EXPECTED
    assert [account.file for account in reader.accounts] == ["e.jsonl", "n.csv.gz"]
