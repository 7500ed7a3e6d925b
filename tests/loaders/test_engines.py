"""Every sample on every engine: the same graph, loading again changes nothing, and unloading leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ENGINES
from tests.graphs import make_engine
from tests.loaders.source_readers import SAMPLES
from tests.sources.test_datasets import FILES
from tiebook.engine import Engine
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sources.datasets import load_dataset
from tiebook.sync import unload


def fill(engine: Engine) -> None:
    for source, names in FILES.items():
        assert not load_dataset(engine, source, [SAMPLES / source / name for name in names]).changes.nothing


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    engine = KgliteEngine(tmp_path_factory.mktemp("expected") / "t.kgl")
    fill(engine)
    yield digest(engine)
    engine.close()


@pytest.fixture(params=ENGINES)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(request.param, tmp_path)
    yield engine
    engine.close()


def test_all_samples_give_the_same_graph(empty: Engine, expected: str) -> None:
    fill(empty)
    assert digest(empty) == expected
    for source, names in FILES.items():
        assert load_dataset(empty, source, [SAMPLES / source / name for name in names], again=True).changes.nothing
    assert digest(empty) == expected
    for source in FILES:
        unload(empty, source)
    assert not empty.read("MATCH (n) WHERE NOT n:Meta RETURN n.id AS id").rows
