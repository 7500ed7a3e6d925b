"""Parts of a load are made ahead in their order, and what fails in making one is told in its turn."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tiebook.sync.prefetch import ahead, begun


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


def test_making_begins_before_anybody_asks_and_ends_where_enough_waits() -> None:
    made: list[int] = []
    enough = threading.Event()

    def items() -> Iterator[int]:
        for size in (3, 4, 2, 9, 1):
            made.append(size)
            if sum(made) >= 9:
                enough.set()
            yield size

    with begun(items(), 8, lambda size: size) as coming:
        assert enough.wait(60)
        assert made == [3, 4, 2]  # 3 + 4 leave room, 3 + 4 + 2 do not
        assert next(coming) == 3  # 6 wait: there is room for one more, and then not
        assert list(coming) == [4, 2, 9, 1]


def test_nothing_is_made_after_the_end() -> None:
    made: list[int] = []
    second = threading.Event()

    def items() -> Iterator[int]:
        for number in range(10):
            made.append(number)
            if number == 1:
                second.set()
            yield number

    before = threading.active_count()
    with begun(items(), 2, lambda _: 1):
        assert second.wait(60)
    assert made == [0, 1]
    assert threading.active_count() == before


def test_what_fails_while_nobody_asks_is_told_in_its_turn() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("the second")

    with begun(items(), 10, lambda _: 1) as coming:
        assert next(coming) == 1
        with pytest.raises(ValueError, match="the second"):
            next(coming)
