"""Drafts of edge lists: signs alone, and numbers of nodes whose names stand in another file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.loaders.source_readers import finish, mapped_files
from tiebook.sources.draft_declaration import draft


def test_a_sign_alone_is_no_value_and_the_draft_loads(tmp_path: Path) -> None:
    path, folder = tmp_path / "t.csv", tmp_path / "signed"
    path.write_text("from,to,sign\nChina,Iran,+\nRussia,Iran,-\nCuba,Iran,+\nOman,Iran,\n")
    folder.mkdir()
    made = draft(path, ["+=SUPPORTS", "-=OPPOSES"], folder)
    assert "value" not in tomllib.loads(made)["tie"][0]
    (folder / "source.toml").write_text(made, "utf-8")
    finish(folder)
    _, ties = mapped_files(str(folder), path)
    assert {(tie["type"], tie["from"]) for tie in ties} == {
        ("SUPPORTS", "china"),
        ("OPPOSES", "russia"),
        ("SUPPORTS", "cuba"),
    }


@pytest.mark.parametrize(
    ("ends", "said"), [("Source,Target", True), ("from,to", True), ("node1,node2", True), ("n,m", False)]
)
def test_numbers_of_nodes_are_told_to_be_that(tmp_path: Path, ends: str, said: bool) -> None:
    path = tmp_path / "edges.csv"
    path.write_text(f"{ends},Type,Weight\n1,2,Directed,1.5\n3,2,Directed,2.5\n4.0,1,Directed,3.5\n")
    one, other = ends.split(",")
    assert (
        f"# {one} and {other} are numbers of nodes, whose names stand in another file" in draft(path, "AIDS")
    ) is said


@pytest.mark.parametrize("names", [("Alpha", "Beta"), ("China", "Beta"), ("Alpha", "Iran")])
def test_the_ends_of_a_graph_are_its_ends_whoever_they_are(tmp_path: Path, names: tuple[str, str]) -> None:
    path, folder = tmp_path / "g.gml", tmp_path / "mine"
    nodes = "".join(f'node [ id {number} label "{name}" ]\n' for number, name in enumerate(names))
    path.write_text(f"graph [\ndirected 1\n{nodes}edge [ source 0 target 1 ]\n]\n")
    folder.mkdir()
    made = draft(path, "SUPPORTS", folder)
    (tie,) = tomllib.loads(made)["tie"]
    assert [tie[end]["column"] for end in ("from", "to")] == ["source", "target"]
    unknown = [name not in ("China", "Iran") for name in names]
    assert [tie[end].get("kind", "").startswith("TO DO") for end in ("from", "to")] == unknown
    to_do = "TO DO: the kind of actor (Organization, Party ...) that each name here is"
    toml = made.replace(to_do, "Organization")
    (folder / "source.toml").write_text(toml, "utf-8")
    finish(folder)
    _, (loaded,) = mapped_files(str(folder), path)
    assert [loaded["from"].rpartition("-")[2], loaded["to"].rpartition("-")[2]] == [name.lower() for name in names]
