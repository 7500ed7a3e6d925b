"""Data frames whose dtypes last: a column has its dtype whether or not there are rows, or values in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from tiebook.ask.forms.data import flat
from tiebook.model.codebook import codebook

if TYPE_CHECKING:
    from tiebook.ask import Answer
    from tiebook.ask.document.structure import Document

INTEGER, NUMBER, TRUTH, DAY, TEXT, LIST = "Int64", "Float64", "boolean", "datetime64[s]", "string", "object"
CATEGORY: Final = "category"

# what columns of the lists hold where they have no values; of the questions that ship, `column_dtypes.json` tells
_OF_NAME: Final[Mapping[str, str]] = {
    **dict.fromkeys(("sign", "count", "paragraph", "claims", "ties", "start_char", "end_char", "rank"), INTEGER),
    **dict.fromkeys(("confidence", "value"), NUMBER),
    **dict.fromkeys(("endorsed", "inferred", "negated", "makes_tie", "ended", "loaded"), TRUTH),
    **dict.fromkeys(
        ("since_earliest", "since_latest", "until_earliest", "until_latest", "covers_since", "covers_until"), DAY
    ),
    **dict.fromkeys(("aliases", "regarding", "via", "about", "mode_by", "parameters", "candidates"), LIST),
}


def frame_of(answer: Answer, remarks: Callable[[Document], list[str]], taken_as: str | None) -> pd.DataFrame:
    """Return an answer as a data frame; see `Answer.to_pandas`.

    remarks -- what is to be said of the answer as a whole
    """
    without_rows = partial(dtype_without_rows, answer.parts.name)
    names, rows = flat(answer)
    columns = {
        name: series_of(name, [row[place] for row in rows], without_rows(name)) for place, name in enumerate(names)
    }
    document = answer.document()
    frame = pd.DataFrame(columns, columns=names)
    frame.index = _index(document, len(answer.rows))
    frame.attrs.update(attrs_of(answer, document) | {"notes": remarks(document), "taken_as": taken_as})
    return frame


def dtype_without_rows(question: str | None, column: str) -> str | None:
    """Return the dtype of a column of a question that ships, None of others."""
    known = None if question is None else _of_questions().get(question)
    return None if known is None else known.get(column, TEXT)


@lru_cache(maxsize=1)
def _of_questions() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(Path(__file__).with_name("column_dtypes.json").read_text("utf-8"))
    return found


def series_of(name: str, values: Sequence[Any], empty: str | None = None) -> pd.Series[Any]:
    """Return a column: of the dtype that its values have, or without values `empty`, else that of its name."""
    if empty in (None, CATEGORY) and is_declared(name, values):
        return pd.Series(pd.Categorical(list(values), categories=list(_declared()[name])))
    kind = dtype_of(values) or empty or _OF_NAME.get(name, TEXT)
    return pd.Series(list(values), dtype=kind)


def is_declared(name: str, values: Iterable[Any]) -> bool:
    """Return whether the codebook declares the values of a column, and these are all among them."""
    declared = _declared().get(name)
    return declared is not None and all(value is None or value in declared for value in values)


def attrs_of(answer: Answer, document: Document) -> dict[str, Any]:
    """Return what belongs to an answer beside its rows, as plain values: pandas keeps it in pickles and Parquet files."""
    return {
        "question": answer.question,
        "name": answer.parts.name,
        "parameters": {name: _plain(value) for name, value in answer.parameters.items()},
        "counts": str(document.counts),
        "also_said": [
            {"kind": said.kind, "text": claim.text, "claim": claim.receipt.id}
            for said in document.also_said
            for claim in said.claims
        ],
        "also_said_counts": {said.kind: said.count for said in document.also_said},
        "command": answer.parts.command,
    }


def _index(document: Document, rows: int) -> pd.Index[Any]:
    """Return the number that the document shows for each flat row."""
    numbers = [0] * rows
    for row in document.rows:
        for place in row.at:
            numbers[place] = row.number
    return pd.Index(numbers, dtype="int64", name="row")


def dtype_of(values: Iterable[Any]) -> str | None:
    """Return the dtype that values have together, None where there are none."""
    kinds = {_kind(value) for value in values if value is not None}
    if kinds == {INTEGER, NUMBER}:
        return NUMBER
    return kinds.pop() if len(kinds) == 1 else LIST if kinds else None


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return TRUTH
    if isinstance(value, int):
        return INTEGER
    if isinstance(value, float):
        return NUMBER
    if isinstance(value, date):
        return DAY
    return TEXT if isinstance(value, str) else LIST


@lru_cache(maxsize=1)
def _declared() -> dict[str, tuple[str, ...]]:
    """Return the values that the codebook declares, by the name of the column that holds them."""
    book = codebook()
    kinds = [*book.actor_kinds, *(kind for entity in book.entities.values() for kind in entity.kinds)]
    return {
        **{field: tuple(declared) for field, declared in book.values.items()},  # noqa: PD011 -- no frame
        "tie": tuple(book.ties),
        "kind": tuple(dict.fromkeys(kinds)),
        "in_force": ("certainly", "possibly", "unknown", "undated"),
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
