"""docs/performance.md: each part of the bench writes its own section, between marks, and leaves the others as they are."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).parents[2] / "docs" / "performance.md"
PICTURES: Final = PAGE.parent / "pictures"


def section(*paragraphs: str) -> str:
    """Return the paragraphs as one text."""
    return "\n\n".join(paragraphs)


def bullets(*lines: str) -> str:
    """Return a Markdown list."""
    return "\n".join(f"- {line}" for line in lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def put(part: str, text: str, page: Path = PAGE) -> None:
    """Write the section of a part: in its place, or at the end."""
    old = page.read_text("utf-8") if page.exists() else ""
    begin, end = f"<!-- bench: {part} -->", f"<!-- end: {part} -->"
    section = f"{begin}\n{text.strip()}\n{end}"
    found = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    new = found.sub(lambda _: section, old) if found.search(old) else f"{old.rstrip()}\n\n{section}\n".lstrip()
    page.write_text(new, "utf-8")


def conditions(packages: Sequence[str], runs: int, *others: str) -> str:
    """Describe where and with what it was measured, and by which command."""
    versions = [", ".join(f"{name} {version(name)}" for name in packages)] if packages else []
    load = f", load average {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return (
        f"`python -m tests.bench {' '.join(sys.argv[1:])}`: {times(runs)}; the sides take turns, each in a process of its own."
        f" {machine()}{load}; {'; '.join((f'Python {platform.python_version()}', *versions, *others))}."
    )


def times(runs: int) -> str:
    """Return how many runs there were, in words."""
    return f"{runs} run{'' if runs == 1 else 's'}"


def machine() -> str:
    """Return processor, cores, memory and system."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}"


def _processor() -> str:
    try:
        found = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    except OSError:
        found = None
    return found[1] if found else platform.machine()


def rate(ties: int, seconds: float) -> str:
    """Return ties a second."""
    return f"{ties / seconds:,.0f}"


def ratio(one: float, other: float) -> str:
    """Return how many times `other` goes into `one`."""
    return f"{one / other:.2f}"
