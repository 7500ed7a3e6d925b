"""The shipped article's coding as a network, as `tiebook view` draws it: what the picture is judged by."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case
from tiebook.view.collect import collect
from tiebook.view.network import Network


def shipped() -> tuple[str, ...]:
    """Return the names of all coded articles that ship."""
    return tuple(sorted(file.parent.name for file in (ROOT / "loaders").glob("*/case.toml")))


def read_case() -> Network:
    """Return the network of the first shipped case."""
    return read_cases("china-iran")


@cache
def read_cases(*names: str) -> Network:
    """Return the network of shipped cases, of all where none is named, through an embedded graph of its own."""
    with tempfile.TemporaryDirectory() as folder:
        engine = KgliteEngine(Path(folder) / "case.kgl")
        try:
            for name in names or shipped():
                load_case(engine, find_case(name))
            return collect(engine)
        finally:
            engine.close()
