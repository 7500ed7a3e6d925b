"""The shipped article's coding as a network, as `tiebook view` draws it: what the picture is judged by."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case
from tiebook.view.collect import collect
from tiebook.view.network import Network


@cache
def read_case() -> Network:
    """Return the network of the shipped case, through an embedded graph of its own."""
    with tempfile.TemporaryDirectory() as folder:
        engine = KgliteEngine(Path(folder) / "case.kgl")
        try:
            load_case(engine, find_case("china-iran"))
            return collect(engine)
        finally:
            engine.close()
