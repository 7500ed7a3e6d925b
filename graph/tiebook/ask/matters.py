"""The names of what ties are about: read once for all rows of an answer, as Cypher would for each row by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tiebook.engine.base import Engine, Table

_ENDING: Final = "regarding"  # of the columns that hold what ties are about: lists of ids, or lists of those
_LABELS: Final = ("Actor", "Instrument", "Event", "Place", "Issue")


def with_names(engine: Engine, table: Table) -> Table:
    """Return a table that has names in place of the ids of what ties are about; an id without a name stays."""
    places = [place for place, column in enumerate(table.columns) if column.endswith(_ENDING)]
    names = _names(engine, {each for row in table.rows for place in places for each in _flat(row[place])})
    rows = [tuple(_named(v, names) if n in places else v for n, v in enumerate(row)) for row in table.rows]
    return Table(table.columns, rows if names else table.rows, truncated=table.truncated)


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _flat(each)
    elif value is not None:
        yield value


def _named(value: Any, names: dict[str, Any]) -> Any:
    return [_named(each, names) for each in value] if isinstance(value, list) else names.get(value, value)


def _names(engine: Engine, ids: set[str]) -> dict[str, Any]:
    if not ids:
        return {}
    found = engine.read(
        f"UNWIND $ids AS wanted MATCH (matter:{'|'.join(_LABELS)} {{id: wanted}})"
        " WHERE matter.name IS NOT NULL RETURN matter.id AS id, matter.name AS name",
        {"ids": sorted(ids)},
    )
    return dict(found.rows)
