"""Parts of a load are made ahead in their order, and what fails in making one is told in its turn."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tiebook.sync.prefetch import ahead


def test_items_come_in_their_order() -> None:
    assert list(ahead(range(100))) == list(range(100))
    assert list(ahead([])) == []


def test_the_next_item_is_made_while_one_is_used() -> None:
    made = threading.Event()

    def items() -> Iterator[int]:
        yield 1
        made.set()
        yield 2

    given = ahead(items())
    assert next(given) == 1
    assert made.wait(60)
    assert list(given) == [2]


def test_a_failure_comes_after_what_was_made_before_it() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("the second")

    given = ahead(items())
    assert next(given) == 1
    with pytest.raises(ValueError, match="the second"):
        next(given)


def test_no_thread_is_left_where_nobody_asks_for_the_rest() -> None:
    before = threading.active_count()
    given = ahead(range(10))
    next(given)
    given.close()
    assert threading.active_count() == before
