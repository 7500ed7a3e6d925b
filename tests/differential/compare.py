"""Says whether two engines gave the same rows: in value and type, in any order of rows unless the query sorts them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.differential.engines import Rows


def canonical(rows: Rows, bags: Sequence[int] = (), *, ordered: bool = False) -> list[str]:
    """Return the rows as texts that can be compared.

    bags -- columns with lists of which the order is not said
    """
    texts = [repr(tuple(_plain(value, bag=place in bags) for place, value in enumerate(row))) for row in rows]
    return texts if ordered else sorted(texts)


def _plain(value: Any, *, bag: bool = False) -> Any:
    if isinstance(value, float):
        return float(f"{value:.9g}") + 0.0
    if isinstance(value, list):
        items = [_plain(item, bag=bag) for item in value]
        return sorted(items, key=repr) if bag else items
    if isinstance(value, dict):
        return sorted((key, _plain(item)) for key, item in value.items())
    if isinstance(value, date):
        return value.isoformat()
    return value
