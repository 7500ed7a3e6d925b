"""Fuzzes one target for a given time: `python -m tests.fuzz.guided TARGET SECONDS FOLDER [SEED]`.

Guided by coverage through atheris where that is installed, else by chance with the same edits. What goes wrong is kept in
FOLDER, one file a fault (by kind and place), and fuzzing goes on; the figures are in FOLDER/figures.json.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
import time
import traceback
import warnings
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.mutate import edited, random_edits

SLOW = 10.0  # seconds that an input may take; the largest of our own samples take a hundredth


@dataclass
class Figures:
    """What was done."""

    target: str
    guided: bool
    runs: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    faults: dict[str, str] = field(default_factory=dict)


class Job:
    """Runs inputs, counts, and keeps one input of every kind of fault."""

    def __init__(self, name: str, folder: Path, *, guided: bool) -> None:
        from tests.fuzz.targets import targets  # noqa: PLC0415 -- imported under the coverage of atheris

        self.target = targets()[name]
        self.samples = list(self.target.samples())
        self.folder = folder
        self.figures = Figures(name, guided)
        self.began = time.monotonic()
        self.said = self.began
        folder.mkdir(parents=True, exist_ok=True)

    def one(self, data: bytes) -> None:
        """Run one input."""
        from tests.fuzz.target import tried  # noqa: PLC0415

        begins = time.monotonic()
        (self.folder / "last").write_bytes(data) if self.figures.runs % 50 == 0 else None
        try:
            self.figures.refused += tried(self.target, data) is not None
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is what we look for
            self._keep(_kind(error), data)
        now = time.monotonic()
        if now - begins > SLOW:
            self._keep(f"slow: {now - begins:.0f} s", data)
        self.figures.runs += 1
        self.figures.slowest = max(self.figures.slowest, now - begins)
        if now - self.said > 1:
            self.said = now
            self.save()

    def save(self) -> None:
        """Write the figures so far."""
        self.figures.seconds = time.monotonic() - self.began
        made = self.folder / "figures.new"
        made.write_text(json.dumps(asdict(self.figures), indent=1))
        made.replace(self.folder / "figures.json")

    def _keep(self, kind: str, data: bytes) -> None:
        if kind not in self.figures.faults:
            name = f"fault-{hashlib.sha256(kind.encode()).hexdigest()[:8]}"
            (self.folder / name).write_bytes(data)
            self.figures.faults[kind] = name
            self.save()


def _kind(error: BaseException) -> str:
    """Name a fault by its class and the deepest place of ours that it came through."""
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if any(part in frame.filename for part in ("graph/tiebook/", "/loaders/", "tests/fuzz/"))
    ]
    at = f"{'/'.join(Path(ours[-1].filename).parts[-3:])}:{ours[-1].lineno}" if ours else "?"
    return (
        f"{type(error).__name__} at {at}: {str(error)[:80]!r}"
        if isinstance(error, AssertionError)
        else f"{type(error).__name__} at {at}"
    )


def by_chance(job: Job, seconds: float) -> None:
    """Edit samples, and inputs made before, at random."""
    rng = random.Random(job.target.name)
    pool = list(job.samples)
    while time.monotonic() - job.began < seconds:
        data = edited(rng.choice(pool), random_edits(rng))[: 1 << 20]
        job.one(data)
        if rng.random() < 0.01:
            pool[len(job.samples) :] = [*pool[len(job.samples) :], data][-50:]
    job.save()


def by_coverage(name: str, seconds: float, folder: Path, seed: int) -> None:
    """Let atheris choose what to edit further; its own mutations and ours take turns."""
    import atheris  # noqa: PLC0415

    with atheris.instrument_imports(include=["tiebook", "tiebook_loader"]):
        job = Job(name, folder, guided=True)

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        rng = random.Random(seed)
        if rng.random() < 0.4:
            return bytes(atheris.Mutate(data, most))
        base = rng.choice(job.samples) if rng.random() < 0.1 else data
        return edited(base, random_edits(rng))[:most]

    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, sample in enumerate(job.samples):
        (corpus / f"sample-{number}").write_bytes(sample)
    most = max(4096, 4 * max(map(len, job.samples)))
    arguments = [
        f"-max_total_time={int(seconds)}",
        f"-seed={seed}",  # 0: another one each time
        f"-max_len={most}",
        "-timeout=60",
        "-rss_limit_mb=2048",
        f"-artifact_prefix={folder}/",
    ]
    atheris.Setup([sys.argv[0], *arguments, str(corpus)], job.one, custom_mutator=mutated)
    atheris.Fuzz()


def main() -> None:
    """Do what the command line says."""
    warnings.simplefilter("error")
    name, seconds, folder, seed = sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]), int((*sys.argv[4:], "0")[0])
    if find_spec("atheris") is not None and not os.environ.get("TIEBOOK_FUZZ_BY_CHANCE"):
        by_coverage(name, seconds, folder, seed)
    else:
        by_chance(Job(name, folder, guided=False), seconds)


if __name__ == "__main__":
    main()
