"""Digests of rows, by which a load tells what changed: values differ by type too, so that 1, 1.0 and True are three things.

Python's own `hash` will not do: `hash(-1) == hash(-2)`, and equal numbers of different types hash alike.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from os import urandom
from typing import Any, Final

_VERSION: Final = 2  # of marshal's format: later ones depend on how often an object is referred to
# a key of this process: nobody can write a file whose rows have the digests of others; digests are never stored
_START: Final = blake2b(digest_size=16, key=urandom(16))


def row_digests(rows: Iterable[Sequence[object]], days: Sequence[int] = ()) -> Iterator[bytes]:
    """Return a digest of each row, equal within this process for equal rows only.

    days -- the places in which rows hold days, or nothing
    """
    plain = _Days()
    for row in rows:
        values = list(row)
        for place in days:
            value = values[place]
            values[place] = plain[value] if type(value) is date else value
        digest = _START.copy()
        digest.update(packed(values))
        yield digest.digest()


def packed(row: tuple[Any, ...] | list[Any]) -> bytes:
    """Return a row as bytes, equal for rows of equal values of equal types only."""
    try:
        return marshal.dumps(row, _VERSION)
    except ValueError:  # it holds a date, or a text of a derived type such as a TOML parser makes
        return marshal.dumps(_plain(row), _VERSION)


def packed_props(props: Mapping[str, object]) -> bytes:
    """Return properties as bytes, equal for the same names with equal values of equal types only."""
    return packed(sorted(props.items()))


class _Days(dict[date, object]):
    """Each day as `_plain` has it, made once: a large table repeats them."""

    def __missing__(self, day: date) -> object:
        self[day] = plain = _plain(day)
        return plain


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return (value.toordinal(),)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return tuple([_plain(each) for each in value])
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value
