"""A quick way to try changes: the tests are collected once, and each change is swapped into the functions of a forked process.

`python -m tests.mutate --quick` uses it. A change outside of functions, or of a default, runs at import and takes the slow way.
"""

from __future__ import annotations

import functools
import gc
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import Final

import pytest

from tests.mutate_forked import forked
from tests.mutate_reached import _Reached, read_reached

_PATIENCE: Final = 4  # times the limit that a process may wait
NOT_THERE: Final = 9  # no function has the code that changed: it runs at import


def swaps(file: Path, changed: bytes) -> dict[tuple[str, int], CodeType]:
    """Return the new code of each function that a change of its file touches, by name and first line; none if it runs at import."""
    old = compile(file.read_bytes(), str(file), "exec", dont_inherit=True)
    new = compile(changed, str(file), "exec", dont_inherit=True)
    return dict(_swaps(old, new))


def _swaps(old: CodeType, new: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    inside = lambda code: [each for each in code.co_consts if isinstance(each, CodeType)]  # noqa: E731
    for one, other in zip(inside(old), inside(new), strict=False):
        if one != other:
            yield (one.co_qualname, one.co_firstlineno), other
        yield from _swaps(one, other)


def swap(file: Path, codes: dict[tuple[str, int], CodeType]) -> int:
    """Set the new code of functions, forget what was cached, and return how many functions changed."""
    done = 0
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == str(file):
            code = codes.get((each.__code__.co_qualname, each.__code__.co_firstlineno))
            if code is not None and len(code.co_freevars) == len(each.__code__.co_freevars):
                each.__code__ = code
                done += 1
        elif isinstance(each, functools._lru_cache_wrapper) and each.__module__.startswith("tiebook"):
            each.cache_clear()
    return done


class Swapper:
    """Runs, in place of a session's tests, each change against those that reach it."""

    def __init__(self, each: Callable[[Swapper], None], seconds: int) -> None:
        self.__name__ = "swapper"  # as which pytest knows the plugin
        self.each = each
        self.limit = seconds
        self.items: dict[str, pytest.Item] = {}
        self.reached: dict[str, set[str]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn what each test reaches, then try the changes."""
        self.items = {item.nodeid: item for item in session.items}
        with tempfile.TemporaryDirectory(prefix="tiebook-mutate-") as name:
            code = forked(
                lambda: self._reach(session, Path(name)), Path(name) / "out.txt", limit=None, patience=_PATIENCE
            )
            if code:
                print((Path(name) / "out.txt").read_text("utf-8", "replace")[-2000:])
                return True
            self.reached = read_reached(Path(name))
        self.each(self)
        return True

    def try_change(self, file: Path, codes: dict[tuple[str, int], CodeType], names: Sequence[str]) -> int:
        """Return 0 if the named tests pass with the new code, 1 if one fails, below 0 if they take too long; or NOT_THERE."""

        def child() -> int:
            if not swap(file, codes):
                return NOT_THERE
            return self._tried(names)

        with tempfile.TemporaryDirectory(prefix="tiebook-mutate-") as name:
            return forked(child, Path(name) / "out.txt", limit=self.limit, patience=_PATIENCE)

    def in_time(self, names: Sequence[str]) -> bool:
        """Return whether the named tests end within the limit as the code is: where they do not, no change can be judged by it."""
        with tempfile.TemporaryDirectory(prefix="tiebook-mutate-") as name:
            return forked(lambda: self._tried(names), Path(name) / "out.txt", limit=self.limit, patience=_PATIENCE) >= 0

    def _tried(self, names: Sequence[str]) -> int:
        return self._run([self.items[name] for name in names if name in self.items])

    def _reach(self, session: pytest.Session, folder: Path) -> int:
        plugin = _Reached(folder)
        session.config.pluginmanager.register(plugin)
        code = self._run(list(self.items.values()))
        plugin.pytest_sessionfinish()
        return code

    def _run(self, items: list[pytest.Item]) -> int:
        for place, item in enumerate(items):
            after = items[place + 1] if place + 1 < len(items) else None
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if item.session.testsfailed:
                return 1
        return 0
