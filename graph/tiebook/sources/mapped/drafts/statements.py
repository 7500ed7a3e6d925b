"""Knows what the Discourse Network Analyzer (DNA) writes: who says what about which concept, which is not a tie of two actors."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables import Row

_LIST: Final = {"statement_id", "start_position", "stop_position", "document_id"}  # of its event lists
_WORDS: Final = {"concept", "agreement"}  # of lists that were made from it
_MODES: Final = ("source.variable", "target.variable")  # of its graphs: organization, concept
_HINT: Final = "export a one-mode network of actors from DNA as GraphML, and map that"


def check_statements(path: Path, columns: tuple[str, ...], rows: list[Row]) -> None:
    """Check that the rows of a table can be ties.

    Raises BadSource for a list of statements, and for a network of actors and concepts.
    """
    called = {column.lower() for column in columns}
    if called >= _LIST or called >= _WORDS:
        what = "this is a list of statements, of who agrees or disagrees with which concept: a row is not a tie of two actors"
        raise BadSource(what, where=str(path), hint=_HINT)
    if called >= {*_MODES, "source.frequency"}:
        one, other = ({row.get(mode) for row in rows} for mode in _MODES)
        if one.isdisjoint(other):
            shown = " to ".join("/".join(sorted(each)) for each in (one, other))
            what = f"this is a two-mode network ({shown}), in which an edge is not a tie of two actors"
            raise BadSource(what, where=str(path), hint=_HINT)
