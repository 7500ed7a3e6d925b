"""Runs `tiebook` as a process of its own without starting Python each time: forked from one that has only imported what it needs.

The process that is forked from never opens a graph, so that a command finds nothing that another has left. What belongs to the
start of Python itself (its streams, their encoding, signals) is for `test_surroundings`, which starts it anew.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).parents[2]
MODULES = (
    *("click", "kglite", "rich.table", "tomlkit", "pydantic", "rapidfuzz.process", "networkx", "platformdirs", "neo4j"),
    *("tiebook.cli.app", "tiebook.ask.run", "tiebook.sync.cases", "tiebook.sources.datasets", "tiebook.case"),
    *("tiebook.cli.show.output", "tiebook.engine.kglite.engine", "tiebook.engine.kglite.writer"),
)


class Job(NamedTuple):
    """A command to run."""

    arguments: Sequence[str]
    stdin: str
    cwd: Path
    environment: Mapping[str, str]


class Forked:
    """The process that is forked from, and what is asked of it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.forked"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def run(self, job: Job) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        assert self._process.stdin
        assert self._process.stdout
        pickle.dump(job, self._process.stdin)
        self._process.stdin.flush()
        code, out, err = pickle.load(self._process.stdout)  # noqa: S301 -- of our own child
        return subprocess.CompletedProcess(["tiebook", *job.arguments], code, out, err)

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


class ForkedHere:
    """The same, forked from the process of the tests, as tests/mutate_swapped.py needs it: a change is in that process only."""

    def run(self, job: Job) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; what it reaches is noted as reached by the test."""
        from tests import mutate_reached  # noqa: PLC0415 -- for changes only

        with tempfile.TemporaryFile() as noted:

            def note() -> None:
                os.write(noted.fileno(), json.dumps(sorted(mutate_reached.taken())).encode())

            code, out, err = _forked(job, note)
            mutate_reached.add(json.loads(_all(noted.fileno()) or "[]"))
        return subprocess.CompletedProcess(["tiebook", *job.arguments], code, out, err)


def serve() -> None:
    """Run a command for each job on stdin, each in a fork."""
    for name in MODULES:
        __import__(name)
    answers = os.fdopen(os.dup(1), "wb")
    while True:
        try:
            job = pickle.load(sys.stdin.buffer)  # noqa: S301 -- of the tests
        except EOFError:
            return
        pickle.dump(_forked(job), answers)
        answers.flush()


def _forked(job: Job, after: Callable[[], None] = lambda: None) -> tuple[int, str, str]:
    """Run a command in a fork; return its code and what it printed. `after` is done there at its end."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as given:
        given.write(job.stdin.encode())
        given.seek(0)
        child = os.fork()
        if child == 0:
            for number, file in enumerate((given, out, err)):
                os.dup2(file.fileno(), number)
            _command(job, after)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return code, _all(out.fileno()), _all(err.fileno())


def _command(job: Job, after: Callable[[], None]) -> NoReturn:
    """Be `tiebook`, with the streams, folder and environment of the job."""
    code = 1
    try:
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w", errors="backslashreplace")  # noqa: SIM115
        os.chdir(job.cwd)
        os.environ.clear()
        os.environ.update(job.environment)
        sys.argv = ["tiebook", *job.arguments]
        from tiebook.cli import main  # noqa: PLC0415

        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else bool(ended.code)
    except BaseException:  # noqa: BLE001 -- shown as Python shows it at its end
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        after()
        os._exit(code)


def _all(handle: int) -> str:
    return os.pread(handle, os.fstat(handle).st_size, 0).decode()


if __name__ == "__main__":
    serve()
