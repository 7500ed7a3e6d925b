"""A graph whose sources judge each other's claims is read back, whatever the sources are called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ENGINES
from tests.export.test_round_trip import READ_BACK
from tests.graphs import make_engine
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource
from tiebook.export import Options, export, format_for
from tiebook.export.read_back import load_exchange, read_exchange
from tiebook.model.records import Edge, Node
from tiebook.sync import sync
from tiebook.sync.batch import Batch


def source(name: str, *, about: tuple[str, ...] = ()) -> Batch:
    """Return a source with two claims, of which the second is about the first ones of others, and a tie."""
    own = {"aliases": [], "sources": [name]}
    actors = [Node("Actor", each, {"name": each, **own}, "State") for each in ("iran", "china")]
    claims = [Node("Claim", f"{name}/{number}", {"source": name, "tie": "AIDS", "mode": "actual"}) for number in "12"]
    edges = [Edge("AIDS", actors[0].key, actors[1].key, {"id": f"AIDS/{name}/1", "source": name, "endorsed": True})]
    for claim in claims:
        edges += [
            Edge("FROM", claim.key, actors[0].key, {"position": 0}),
            Edge("TO", claim.key, actors[1].key, {"position": 0}),
        ]
        edges.append(Edge("IN", claim.key, ("Source", name), {"position": 0}))
    targets = [f"{name}/1", *(f"{other}/1" for other in about)]
    edges += [Edge("ABOUT", claims[1].key, ("Claim", each), {"position": at}) for at, each in enumerate(targets)]
    return Batch(name, [Node("Source", name, {"name": name, **own}), *actors, *claims], edges)


@pytest.mark.parametrize(
    "judged",
    [
        {"a": "z"},
        {"a": "z", "z": "a"},
        {"a": "m", "m": "z", "z": "a"},
        {"a": "mz", "m": "az", "z": "am", "b": "a"},
    ],
    ids=lambda judged: "-".join(f"{one}of{others}" for one, others in judged.items()),
)
def test_what_one_source_says_of_anothers_claims_comes_back(tmp_path: Path, judged: dict[str, str]) -> None:
    original = KgliteEngine(tmp_path / "original.kgl")
    names = sorted({*judged, *"".join(judged.values())})
    for name in names:
        sync(original, source(name))
    for name, others in judged.items():
        sync(original, source(name, about=tuple(others)))
    for name in READ_BACK:
        export(original, tmp_path / name, format_for(Path(name)), Options(full=True))
        again = KgliteEngine(tmp_path / f"{name}.kgl")
        assert sorted(load_exchange(again, tmp_path / name, dry_run=True)) == names
        first = load_exchange(again, tmp_path / name)
        assert digest(again) == digest(original), name
        assert {each: changes.created for each, changes in first.items()} == created(judged, names)
        assert all(changes.nothing for changes in load_exchange(again, tmp_path / name).values())
        again.close()
    original.close()


def created(judged: dict[str, str], names: list[str]) -> dict[str, int]:
    """Return how many nodes and edges each source makes; the two actors are made by the first that is loaded."""
    made = {name: 3 + 1 + 6 + 1 + len(judged.get(name, "")) for name in names}
    first = next((name for name in names if name not in judged), names[0])
    return {name: number + 2 * (name == first) for name, number in made.items()}


@pytest.mark.parametrize("engine", ENGINES)
def test_sources_that_judge_each_other_come_in_twice(tmp_path: Path, engine: str) -> None:
    original = make_engine(engine, tmp_path)
    for name in "ab":
        sync(original, source(name))
    sync(original, source("a", about=("b",)))
    sync(original, source("b", about=("a",)))
    path = tmp_path / "x.json"
    export(original, path, format_for(path), Options(full=True))
    before = digest(original)
    assert [(batch.source, batch.adds) for batch in read_exchange(path)] == [("a", True), ("b", False), ("a", False)]
    assert all(changes.nothing for changes in load_exchange(original, path).values())
    assert digest(original) == before
    original.close()


def test_one_source_alone_is_read_back_where_the_judged_claims_are(tmp_path: Path) -> None:
    original = KgliteEngine(tmp_path / "original.kgl")
    sync(original, source("z"))
    sync(original, source("a", about=("z",)))
    for name in READ_BACK:
        path = tmp_path / name
        export(original, path, format_for(path), Options(full=True, source="a"))
        again = KgliteEngine(tmp_path / f"{name}.kgl")
        with pytest.raises(BadSource, match=r"a is about claims that the graph does not have: z/1 \(load z first\)"):
            load_exchange(again, path)
        sync(again, source("z"))
        load_exchange(again, path)
        assert digest(again) == digest(original), name
        again.close()
    original.close()


@pytest.mark.parametrize("target", ["a/9", "iran2", None, 7])
def test_an_end_that_is_nowhere_is_refused(tmp_path: Path, target: object) -> None:
    original = KgliteEngine(tmp_path / "original.kgl")
    sync(original, source("a"))
    path = tmp_path / "x.json"
    export(original, path, format_for(path), Options(full=True))
    told = json.loads(path.read_text("utf-8"))
    for edge in told["edges"]:
        edge["target"] = target if edge["type"] == "ABOUT" else edge["target"]
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(BadSource, match="an edge of type ABOUT has an end that is not in the file"):
        read_exchange(path)
    original.close()
