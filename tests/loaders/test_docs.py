"""The pages on the sources keep to the declarations, and the guide works as it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

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


def test_the_code_of_the_guide_reads(tmp_path: Path) -> None:
    folder = tmp_path / "coded"
    folder.mkdir()
    toml = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    python = re.search(r"```python\n(.*?)```", GUIDE, re.DOTALL)
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
