"""Makes the next part of a load in a thread of its own, while the engine is busy with this one."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

Item = TypeVar("Item")

_END: Final = object()


def ahead(items: Iterable[Item]) -> Generator[Item]:
    """Return items in their order, one being made ahead: engines let other threads run while they write.

    What making an item raises is raised where it would have been given.
    """
    making = iter(items)
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, making, _END)
        while (item := coming.result()) is not _END:
            coming = pool.submit(next, making, _END)
            yield item  # type: ignore[misc]  # not the end
