"""How long a shell waits for a completion: commands, questions, options and names, each as a whole process (budget: 100 ms)."""

from __future__ import annotations

import subprocess
import sysconfig
import time
from pathlib import Path
from typing import Final

from tests.bench.load import environment
from tests.bench.timing import Run, Timing

BUDGET_MS: Final = 100
WORDS: Final = {
    "a command": ["ana"],
    "a question": ["ask", "who-c"],
    "an option": ["ask", "who-constrains", "--t"],
    "an actor": ["ask", "who-constrains", "--target", "ch"],
}


def completion(path: Path, runs: int = 15) -> dict[str, Timing]:
    """Time the completions of WORDS for the database at `path`, after one warm-up each."""
    return {what: _timed(path, words, runs) for what, words in WORDS.items()}


def completed(path: Path, words: list[str]) -> list[str]:
    """Return what a shell is offered after `tiebook WORDS`."""
    around = {
        **environment(),
        "TIEBOOK_DB": str(path),
        "_TIEBOOK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["tiebook", *words]),
        "COMP_CWORD": str(len(words)),
    }
    command = [str(Path(sysconfig.get_path("scripts")) / "tiebook")]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def _timed(path: Path, words: list[str], runs: int) -> Timing:
    found: list[Run] = []
    for turn in range(runs + 1):
        started = time.perf_counter()
        completed(path, words)
        if turn:
            found.append(Run(time.perf_counter() - started))
    return Timing(tuple(found))
