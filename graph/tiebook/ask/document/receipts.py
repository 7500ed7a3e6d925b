"""The receipts of a row: quote, paragraph, holder, source and a short id, of the row itself and of its other sides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from tiebook.ask.document.facts import Fact
from tiebook.ask.document.structure import Receipt

_IDS: Final = ("claim", "tie_id")
_PARTS: Final = ("quote", "paragraph", "held_by", "source", "record", "context")
_SIDES: Final = ("quote", "claim", "claims", "tie_id")


@lru_cache(maxsize=64)
def sides(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the prefixes of the columns that hold the receipts of another side of a row: `pact` of `pact_tie_id`."""
    found = [column.removesuffix(f"_{end}") for column in columns for end in _SIDES if column.endswith(f"_{end}")]
    return tuple(name for name in dict.fromkeys(found) if name)


def receipt_columns(columns: Sequence[str]) -> frozenset[str]:
    """Return the columns that receipts show."""
    known = {*_IDS, *_PARTS}
    for side in sides(tuple(columns)):
        known |= {f"{side}_{part}" for part in (*_IDS, "claims", *_PARTS)}
    return frozenset(known & set(columns))


def receipts_of(
    row: Mapping[str, Any], shorts: Mapping[str, str], facts: Mapping[str, Fact] = MappingProxyType({})
) -> tuple[Receipt, ...]:
    """Return the receipts of a row: its own first, then those of its other sides.

    shorts -- short ids of claims, by their whole ids
    facts -- what qualifies claims, by their ids: the words of one that is disputed are those of whoever disputes it
    """
    claims = "claim" if row.get("claim") is not None else "tie_id"
    found = [*_side(row, "", claims, None, shorts)]
    if claims == "claim" and row.get("tie_id") is not None:
        found += _records(row["tie_id"], shorts)
    for side in sides(tuple(row)):
        own = next((end for end in ("claim", "claims", "tie_id") if row.get(f"{side}_{end}") is not None), "quote")
        found += _side(row, f"{side}_", own, side.replace("_", " "), shorts)
    return tuple(dict.fromkeys(_in_whose_words(each, facts) for each in found))


def _in_whose_words(receipt: Receipt, facts: Mapping[str, Fact]) -> Receipt:
    fact = facts.get(receipt.id)
    return receipt if fact is None or fact.judge is None else receipt._replace(holder=fact.judge)


def claim_ids(ids: Collection[str]) -> dict[str, str]:
    """Return, for ids of claims and of the ties that claims make, the claim's id without its source."""
    return {each: _whole_slug(each) for each in ids}


def _side(
    row: Mapping[str, Any], prefix: str, ids: str, side: str | None, shorts: Mapping[str, str]
) -> Iterator[Receipt]:
    values = {name: row.get(f"{prefix}{name}") for name in _PARTS}
    named = _listed(row.get(f"{prefix}{ids}")) if ids != "quote" else []
    lists = [len(value) for value in values.values() if isinstance(value, list)]
    count = max(len(named), *lists, 0)
    if not count and values["quote"] is None:
        return
    if count <= 1 and not lists:  # as in most rows
        yield _receipt(named[0] if named else None, values, side, shorts)
        return
    spread = {name: value if isinstance(value, list) else [value] * max(count, 1) for name, value in values.items()}
    for index, name in enumerate([*named, *([None] * (max(count, 1) - len(named)))]):
        own = {key: value[index] if index < len(value) else None for key, value in spread.items()}
        if name is not None or own["quote"] is not None:
            yield _receipt(name, own, side, shorts)


def _records(ids: Any, shorts: Mapping[str, str]) -> Iterator[Receipt]:
    for each in _listed(ids):
        yield _receipt(each, {}, "record", shorts)


def _receipt(name: Any, own: Mapping[str, Any], side: str | None, shorts: Mapping[str, str]) -> Receipt:
    whole = str(name) if name is not None else ""
    parts = whole.split("/")
    source = own.get("source") or (parts[1] if parts[0].isupper() and len(parts) > 1 else parts[0] or None)
    record = own.get("record")
    return Receipt(
        short=shorts.get(whole) or (str(record) if record else _whole_slug(whole)),
        id=whole,
        quote=own.get("quote"),
        paragraph=own.get("paragraph"),
        holder=own.get("held_by"),
        source=source,
        record=record,
        side=side,
        context=own.get("context"),
    )


def _whole_slug(name: str) -> str:
    """Return an id without the type of a tie and the source: TYPE/source/rest."""
    parts = name.split("/")
    return "/".join(parts[2:] if parts[0].isupper() else parts[1:]) or name


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
