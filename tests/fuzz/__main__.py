"""The nightly form: `python -m tests.fuzz --minutes 60 [TARGET...]` fuzzes every target for its share of the time.

Each target runs in a process of its own, so that a crash, a hang or hunger for memory ends one target only and is told.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.targets import targets

GRACE = 120.0  # seconds a process may take beyond its time before it is killed


def main() -> int:
    """Return 1 where a fault was found."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("--minutes", type=float, default=10, help="in all, shared among the targets")
    asked.add_argument("--folder", type=Path, help="where inputs that broke something are kept (default: a new folder)")
    asked.add_argument("--seed", type=int, default=0, help="try the same inputs again (default: others each time)")
    asked.add_argument("targets", nargs="*", metavar="TARGET", help=f"some of: {', '.join(targets())}")
    given = asked.parse_args()
    unknown = sorted(set(given.targets) - set(targets()))
    if unknown:
        asked.error(f"no target {', '.join(unknown)}")
    names = given.targets or list(targets())
    folder = given.folder or Path(tempfile.mkdtemp(prefix="tiebook-fuzz-"))
    each = given.minutes * 60 / len(names)
    found = sum(_one(name, each, folder / name, given.seed) for name in names)
    print(f"{len(names)} targets, {found} faults; kept in {folder}")
    return int(found > 0)


def _one(name: str, seconds: float, folder: Path, seed: int) -> int:
    """Fuzz one target in a process of its own and print a line of figures; give the number of faults."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.fuzz.guided", name, str(seconds), str(folder), str(seed)]
    ended = "ended well"
    with (folder / "log").open("wb") as log:
        try:
            code = subprocess.run(command, stdout=log, stderr=log, timeout=seconds + GRACE, check=False).returncode
            ended = ended if code == 0 else f"ended with {code}"
        except subprocess.TimeoutExpired:
            ended = "did not end and was killed"
    path = folder / "figures.json"
    figures = json.loads(path.read_text()) if path.is_file() else {}
    faults = figures.get("faults", {})
    print(
        f"{name:<24} {figures.get('runs', 0):>10,} runs {figures.get('seconds', 0):>7.0f} s"
        f"  slowest {figures.get('slowest', 0):.2f} s  {len(faults)} faults  {ended}",
        flush=True,
    )
    for kind, kept in faults.items():
        print(f"    {kind}  ({folder / kept})", flush=True)
    return len(faults) + (ended != "ended well")


if __name__ == "__main__":
    sys.exit(main())
