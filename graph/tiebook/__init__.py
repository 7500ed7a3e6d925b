"""Tiebook: a relationship graph database of actors and ties for people who study international relations.

import tiebook

with tiebook.open("my.kgl") as graph:
    graph.ask("who-constrains", target="china", regarding="iran").to_pandas()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["Answer", "Graph", "TiebookError", "__version__", "open"]

if TYPE_CHECKING:
    __version__: str
    from tiebook.errors import TiebookError
    from tiebook.python.answers.answer import Answer
    from tiebook.python.graph import Graph
    from tiebook.python.graph import open_graph as open  # noqa: A004 -- tiebook.open reads as what it does


def __getattr__(name: str) -> Any:
    """Import on first use: `import tiebook` itself costs nothing."""
    if name == "__version__":
        from tiebook.model.version import VERSION  # noqa: PLC0415

        return VERSION
    if name == "Answer":
        from tiebook.python.answers.answer import Answer  # noqa: PLC0415

        return Answer
    if name in ("Graph", "open"):
        from tiebook.python import graph  # noqa: PLC0415

        return graph.Graph if name == "Graph" else graph.open_graph
    if name == "TiebookError":
        from tiebook.errors import TiebookError  # noqa: PLC0415

        return TiebookError
    raise AttributeError(f"module 'tiebook' has no attribute {name!r}")
