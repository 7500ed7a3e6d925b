"""The texts that ship with their coding: they lie in the graph, whole, with their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tiebook.engine.base import Engine

if TYPE_CHECKING:
    from tiebook.case.text import Text


def text_of_source(engine: Engine, source: str) -> Text | None:
    """Return the text of a source; None if it does not ship with its coding."""
    rows = engine.read("MATCH (s:Source {id: $id}) RETURN s.text AS text, s.sha256 AS sha256", {"id": source}).rows
    if not rows or rows[0][0] is None:
        return None
    from tiebook.case.text import Text  # noqa: PLC0415 -- few answers need it

    return Text.of(rows[0][0], rows[0][1] or "")
