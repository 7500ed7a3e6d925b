"""The pages on the sources keep to the declarations, and the guide works as it is written."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from tests.field import PUBLISHED
from tests.loaders.source_readers import finish
from tiebook.cli.load.load import command as load
from tiebook.cli.load.map import command as map_
from tiebook.errors import UsageError
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.declaration import declaration_of, find_dataset, shipped_datasets
from tiebook.sources.trust import trust

DOCS = Path(__file__).parent.parent.parent / "docs"
GUIDE = (DOCS / "add-a-source.md").read_text("utf-8")


@pytest.mark.parametrize("source", shipped_datasets())
def test_every_source_has_a_page_that_names_its_ties_and_its_citation(source: str) -> None:
    text = (DOCS / "sources" / f"{source}.md").read_text("utf-8")
    found = declaration_of(find_dataset(source))
    assert found.citation in text
    assert found.licence in text
    assert f"tiebook load {source} " in text
    if source not in {"icews", "gdelt"}:  # theirs go by the table of PLOVER
        assert all(f"`{tie}`" in text for tie in found.ties)


@pytest.mark.parametrize("source", shipped_datasets())
def test_a_page_says_which_files_were_examined_where_the_tests_read_no_real_file(source: str) -> None:
    text = (DOCS / "sources" / f"{source}.md").read_text("utf-8")
    assert source in {"blocs", *PUBLISHED} or "\n## Files examined\n" in text


def test_the_guide_followed_to_the_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIEBOOK_DECISIONS", str(tmp_path / "decisions.toml"))
    lines = [line.strip() for line in GUIDE.split("holds this")[1].split("1. Draft")[0].splitlines() if "," in line]
    Path("pacts.csv").write_text("\n".join(line for line in lines if "(" not in line) + "\n")
    drafted = CliRunner().invoke(map_, ["pacts.csv", "--type", "AGREES_WITH", "-o", "pacts"])
    assert drafted.exit_code == 0, drafted.output
    guessed = Path("pacts/source.toml").read_text("utf-8")
    assert 'from = {column = "state_a", system = "iso3"}' in guessed
    assert 'since = "signed"' in guessed
    toml = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert toml
    Path("pacts/source.toml").write_text(toml[1], "utf-8")
    loaded = CliRunner().invoke(load, ["pacts", "pacts.csv", "--dry-run", "--db", "t.kgl"])
    assert loaded.exit_code == 0, loaded.output
    assert "3 records read = 2 loaded + 0 merged + 1 skipped" in loaded.output
    assert "iso3:Atlantis" in loaded.output
    _, batch = read_dataset("pacts", [Path("pacts.csv")])
    edges = [edge for part in batch.parts if isinstance(part, Ties) for edge in part.edges()]
    ended = {edge.props["record"]: edge.props.get("until") for edge in edges}
    assert ended == {"P1": None, "P2": "2021"}


def _shown(section: str, language: str) -> list[str]:
    """Return the blocks of a section in a language; "" for a block that is only indented."""
    text = re.split(r"\n###? ", GUIDE.partition(f"## {section}\n")[2])[0]
    if not language:
        before = text.partition("\n1. ")[0].splitlines()
        return ["".join(f"{line[4:]}\n" for line in before if line.startswith("    "))]
    return [dedent(block) for block in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)]


def _typed(monkeypatch: pytest.MonkeyPatch, block: str) -> tuple[str, str]:
    """Run the command of a block; gives what it said, and what the block says of it."""
    command, _, expected = block.removeprefix("$ ").partition("\n")
    _, name, *arguments = shlex.split(command)
    monkeypatch.setenv("TIEBOOK_DB", "t.kgl")
    done = CliRunner().invoke({"map": map_, "load": load}[name], arguments)
    assert done.exit_code == 0, done.output
    return done.output, dedent(expected).strip()


@pytest.mark.parametrize("section", ["A signed edge list", "A graph from another tool"])
def test_a_graph_of_others_is_loaded_as_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, section: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIEBOOK_DECISIONS", str(tmp_path / "decisions.toml"))
    drafting, loading = _shown(section, "console")
    for code in _shown(section, "python"):
        subprocess.run([sys.executable, "-c", code], check=True)
    if not list(tmp_path.glob("*.graphml")):
        Path("edges.csv").write_text(_shown(section, "")[0], "utf-8")
    _typed(monkeypatch, drafting)
    (folder,) = (path.parent for path in tmp_path.glob("*/source.toml"))
    for block in _shown(section, "toml"):
        assert block in (folder / "source.toml").read_text("utf-8")
    finish(folder)
    said, expected = _typed(monkeypatch, loading)
    assert expected in said


def test_edges_and_nodes_in_two_tables_are_loaded_as_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIEBOOK_DECISIONS", str(tmp_path / "decisions.toml"))
    Path("nodes.csv").write_text("Id,Label\n1,Iran\n2,China\n3,Oman\n", "utf-8")
    Path("edges.csv").write_text("Source,Target,Type,Id,Label,Weight\n2,1,Directed,0,,1\n", "utf-8")
    section = "Edges and nodes in two tables"
    drafting, loading = _shown(section, "console")[0].splitlines()
    _typed(monkeypatch, drafting)
    draft = Path("net/source.toml").read_text("utf-8")
    (shown,) = _shown(section, "toml")
    for line in shown.splitlines():
        assert line in draft, line
    finish(Path("net"))
    assert "1 tie" in _typed(monkeypatch, loading)[0]


def test_the_code_of_the_guide_reads(tmp_path: Path) -> None:
    folder = tmp_path / "coded"
    folder.mkdir()
    toml = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    python = re.search(r"```python\n(.*?)```", GUIDE.partition("## A format that needs code")[2], re.DOTALL)
    assert toml
    assert python
    text = (
        toml[1].replace('id = "pacts"', 'id = "coded"').replace('"state_a", "state_b", "signed"', '"ccode1", "ccode2"')
    )
    (folder / "source.toml").write_text(text, "utf-8")
    (folder / "read.py").write_text(python[1], "utf-8")
    (tmp_path / "p.csv").write_text("id,ccode1,ccode2,year,month,day\n1,630,710,2016,1,-9\n2,630,645,-9,,\n")
    with pytest.raises(UsageError, match="was not run"):
        read_dataset(str(folder), [tmp_path / "p.csv"])
    trust(folder)
    reader, batch = read_dataset(str(folder), [tmp_path / "p.csv"])
    assert [edge.props["since"] for edge in batch.edges] == ["2016-01"]
    assert reader.accounts[0].skipped == {"no year": 1}


def test_the_list_of_sources_is_complete() -> None:
    text = (DOCS / "sources" / "README.md").read_text("utf-8")
    assert all(f"| `{source}` |" in text for source in shipped_datasets())
