"""What a target is: bytes in, nothing out; samples to begin with; and how one run is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click

from tiebook.errors import TiebookError

EXPECTED = (TiebookError, click.UsageError)  # what may come out of a reader: one line for a user


@dataclass(frozen=True, slots=True)
class Target:
    """One reader under fire. `run` raises only what is EXPECTED, or AssertionError where a result is wrong."""

    name: str
    run: Callable[[bytes], object]
    samples: Callable[[], Iterator[bytes]]


def tried(target: Target, data: bytes) -> TiebookError | click.UsageError | None:
    """Run one input; give the refusal, None for a success.

    Raises what no user should ever see: the fault that is looked for.
    """
    try:
        target.run(data)
    except EXPECTED as refusal:
        text = str(refusal)
        assert text.strip(), "a refusal says something"
        return refusal
    return None
