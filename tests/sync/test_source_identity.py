"""A source whose id is that of another loaded one is refused and changes nothing; a next release or coding is not."""

import shutil

import pytest

from tests.conftest import MINI
from tests.keep.sample import DECLARATION, ROWS
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import IdClash
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import load_case
from tiebook.sync.source_identity import check_same_source


@pytest.fixture
def graph(tmp_path):
    """Return an empty embedded graph."""
    made = KgliteEngine(tmp_path / "x.kgl")
    yield made
    made.close()


def case(folder, **changed):
    """Return a copy of the sample case with other values in its case.toml."""
    shutil.copytree(MINI, folder)
    head = folder / "case.toml"
    lines = head.read_text("utf-8").splitlines()
    for key, value in changed.items():
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{key} ="))
        lines[at] = f'{key} = "{value}"'
    head.write_text("\n".join(lines), "utf-8")
    for path in folder.glob("*.toml"):
        if "id" in changed:
            path.write_text(path.read_text("utf-8").replace("mini/", f"{changed['id']}/"), "utf-8")
    return folder


def table(folder, declaration=DECLARATION):
    """Return the arguments that load a small data set."""
    (folder / "register").mkdir(parents=True)
    (folder / "register" / "source.toml").write_text(declaration, "utf-8")
    (folder / "deliveries.csv").write_text(ROWS, "utf-8")
    return str(folder / "register"), [folder / "deliveries.csv"]


def test_a_case_does_not_take_the_place_of_a_data_set(graph, tmp_path):
    load_dataset(graph, *table(tmp_path / "a"))
    before = digest(graph)
    with pytest.raises(IdClash, match=r"'register'.*data set 'A register of deliveries'.*not of the text.*another id"):
        load_case(graph, case(tmp_path / "case", id="register"))
    assert digest(graph) == before


def test_a_data_set_does_not_take_the_place_of_a_case(graph, tmp_path):
    load_case(graph, case(tmp_path / "case", id="register"))
    before = digest(graph)
    with pytest.raises(IdClash, match="another source in the graph, the text"):
        load_dataset(graph, *table(tmp_path / "a"))
    assert digest(graph) == before


def test_another_table_of_the_same_id_is_refused_before_it_is_read(graph, tmp_path):
    load_dataset(graph, *table(tmp_path / "a"))
    before = digest(graph)
    other = (
        DECLARATION.replace("A register of deliveries", "Ships sold")
        .replace('name = "Register"', 'name = "Ships"')
        .replace('version = "2021-03"', 'version = "2"')
    )
    folder, files = table(tmp_path / "b", other)
    files[0].write_text("number,seller,buyer,since,worth\nbroken\n", "utf-8")
    with pytest.raises(IdClash, match=r"tiebook unload register"):
        load_dataset(graph, folder, files)
    assert digest(graph) == before


def test_a_next_release_and_a_mended_title_are_the_same_source(graph, tmp_path):
    load_dataset(graph, *table(tmp_path / "a"))
    newer = DECLARATION.replace('title = "A register', 'title = "The register').replace("2021-03", "2022-01")
    assert load_dataset(graph, *table(tmp_path / "b", newer)).older == "2021-03"
    load_case(graph, MINI)
    load_case(graph, case(tmp_path / "case", name="Another name"))


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ({"kind": "article", "name": "A", "sha256": "1"}, {"kind": "report", "name": "B", "sha256": "1"}, True),
        ({"kind": "article", "name": "A", "author": "x"}, {"kind": "article", "name": "B", "author": "x"}, False),
        ({"kind": "dataset", "name": "A", "author": "x"}, {"kind": "dataset", "name": "B", "author": "x"}, True),
        ({"kind": "dataset", "name": "A"}, {"kind": "article", "name": "A"}, False),
        ({"kind": "dataset", "name": "A"}, {"kind": "dataset", "name": "B"}, False),
        ({"kind": "dataset"}, {"kind": "dataset", "name": "B"}, True),
    ],
)
def test_what_tells_a_source_from_another(old, new, same):
    if same:
        check_same_source("x", old, new)
        return
    with pytest.raises(IdClash):
        check_same_source("x", old, new)
