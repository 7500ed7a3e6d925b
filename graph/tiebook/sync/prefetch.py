"""Makes the next parts of a load in a thread of its own, while the engine is busy: engines let other threads run meanwhile."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

Item = TypeVar("Item")


def ahead(items: Iterable[Item]) -> Generator[Item]:
    """Return items in their order, one being made ahead.

    What making an item raises is raised where it would have been given.
    """
    with begun(items, 1, lambda _: 1) as coming:
        yield from coming


@contextmanager
def begun(items: Iterable[Item], most: int, size: Callable[[Item], int]) -> Iterator[Iterator[Item]]:
    """Begin to make items at once, and go on until those that wait have a size of `most` together; the items, in their order.

    At the end of the context no more are made.
    """
    coming = _Coming(items, most, size)
    maker = threading.Thread(target=coming.make, daemon=True)
    maker.start()
    try:
        yield coming.given()
    finally:
        coming.stop()
        maker.join()


class _Coming(Generic[Item]):
    """Items that one thread makes and another is given."""

    def __init__(self, items: Iterable[Item], most: int, size: Callable[[Item], int]) -> None:
        self._items = items
        self._most = most
        self._size = size
        self._waiting: deque[Item] = deque()
        self._held = 0  # the size of those that wait
        self._ended = False
        self._stopped = False
        self._failure: BaseException | None = None
        self._changed = threading.Condition()

    def make(self) -> None:
        """Make one item after the other."""
        try:
            making = iter(self._items)
            while self._has_room():
                item = next(making)
                with self._changed:
                    self._waiting.append(item)
                    self._held += self._size(item)
                    self._changed.notify_all()
        except StopIteration:
            pass
        except BaseException as failure:  # noqa: BLE001 -- raised again where the item would have been given
            self._failure = failure
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def given(self) -> Iterator[Item]:
        """Return each item as soon as it is made."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._ended)
                if not self._waiting:
                    break
                item = self._waiting.popleft()
                self._held -= self._size(item)
                self._changed.notify_all()
            yield item
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Make no more."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def _has_room(self) -> bool:
        """Wait until there is room for another item; return whether one is still wanted."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or self._held < self._most)
            return not self._stopped
