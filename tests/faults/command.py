"""Runs `tiebook` as a child process, as a user would, and judges what it says."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LONGEST = 300.0  # seconds after which a command counts as hung


class Fault(AssertionError):
    """Tiebook broke a promise; the message says which, and what it said."""


@dataclass(frozen=True, slots=True)
class Done:
    """An ended command: its exit code (-9: killed), what it said, and the seconds it took."""

    arguments: tuple[str, ...]
    code: int
    out: str = field(repr=False)
    err: str = field(repr=False)
    seconds: float

    def told(self) -> str:
        """Return the command and the end of what it said, for a message."""
        return f"tiebook {' '.join(self.arguments)}: exit {self.code}: {self.err.strip()[-600:]}"

    def in_order(self) -> Done:
        """Demand that the command succeeded."""
        if self.code != 0:
            raise Fault(f"failed: {self.told()}")
        return self

    def refused(self, *words: str) -> Done:
        """Demand a failure that is told in one line, without a traceback, with one of these words (patterns) in it."""
        lines = self.err.strip().splitlines()
        if self.code not in (1, 2):
            raise Fault(f"exit code is neither 1 nor 2: {self.told()}")
        if "Traceback" in self.err or "unexpected fault" in self.err:
            raise Fault(f"not told in Tiebook's own words: {self.told()}")
        if not lines or not lines[-1].startswith("tiebook: "):
            raise Fault(f"not told in one line: {self.told()}")
        if words and not any(re.search(word, lines[-1]) for word in words):
            raise Fault(f"says nothing of {' or '.join(words)}: {self.told()}")
        return self


class Command:
    """A running `tiebook` command."""

    def __init__(
        self, arguments: Sequence[object], environment: Mapping[str, str], *, before: Sequence[str] = ()
    ) -> None:
        """Start it. `environment` holds what Tiebook reads; `before` is a program that runs it (faketime, nice)."""
        self.arguments = tuple(map(str, arguments))
        self._began = time.monotonic()
        self._process = subprocess.Popen(
            [*before, sys.executable, "-m", "tiebook", *self.arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**_inherited(), **environment}, start_new_session=True,
        )  # fmt: skip

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    def running(self) -> bool:
        """Return whether it still runs."""
        return self._process.poll() is None

    def wait(self, seconds: float) -> None:
        """Wait for so many seconds, or until it has ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)

    def kill(self) -> None:
        """Kill it with -9, and all it has started; one that is known to have ended stays as it ended."""
        if self._process.returncode is None:
            os.killpg(self._process.pid, signal.SIGKILL)  # it is not reaped yet, so the number is still its own

    def end(self, limit: float = LONGEST) -> Done:
        """Wait for its end; one that does not end within `limit` seconds is a Fault."""
        try:
            out, err = self._process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.communicate()
            raise Fault(f"hangs: tiebook {' '.join(self.arguments)} did not end in {limit:.0f} s") from None
        return Done(self.arguments, self._process.returncode, out, err, time.monotonic() - self._began)


def run(environment: Mapping[str, str], *arguments: object, limit: float = LONGEST, before: Sequence[str] = ()) -> Done:
    """Run a command to its end."""
    return Command(arguments, environment, before=before).end(limit)


def killed_after(environment: Mapping[str, str], seconds: float, *arguments: object) -> Done:
    """Run a command and kill it (-9) after so many seconds, if it has not ended by then."""
    command = Command(arguments, environment)
    command.wait(seconds)
    command.kill()
    return command.end()


def digest(environment: Mapping[str, str]) -> str:
    """Return what `tiebook info --digest` says of the whole graph; "nothing" where there is none; any other failure is a Fault.

    In this process: a trial looks four times, and starting Python takes longer than looking.
    """
    from tiebook.engine import locate, open_engine  # noqa: PLC0415
    from tiebook.engine.consistent_read import read_settled  # noqa: PLC0415
    from tiebook.engine.digest import digest as digest_of  # noqa: PLC0415
    from tiebook.engine.meta import check_model  # noqa: PLC0415
    from tiebook.errors import DatabaseMissing, TiebookError  # noqa: PLC0415

    engine = open_engine(locate(environment=environment), environment)
    try:
        check_model(engine)
        return read_settled(engine, lambda: digest_of(engine))
    except DatabaseMissing:
        return "nothing"
    except TiebookError as error:
        raise Fault(f"the database does not open: {error}") from None
    finally:
        engine.close()


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content, for a comparison."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _inherited() -> dict[str, str]:
    own = ("NEO4J", "TIEBOOK", "XDG_")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)} | {"NO_COLOR": "1"}
