"""Storage that fails: a disk that fills up, a folder that cannot be written. Needs root, for small file systems in memory."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.faults.command import Done, run
from tests.faults.places import Place
from tests.faults.trial import Disturbance, Scenario

WORDS = ("No space left", "no room", "Read-only", "not be written", "not be kept", "could not be used")


def lacking() -> str | None:
    """Return what keeps this machine from mounting, if anything."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "needs root on Linux, to mount a small file system"
    return None if shutil.which("mount") else "needs mount"


@contextlib.contextmanager
def small_disk(folder: Path, mebibytes: int = 256) -> Iterator[Path]:
    """Mount a file system of its own on a folder.

    Raises OSError where the machine does not allow it (a container without that right).
    """
    folder.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def full(remaining: int) -> Disturbance:
    """Run the command on a disk with so many bytes left."""

    def disturbance(place: Place, scenario: Scenario) -> Done:
        filler = place.folder / "filler"
        with filler.open("wb") as file:
            room = os.statvfs(place.folder)
            os.posix_fallocate(file.fileno(), 0, max(1, room.f_bavail * room.f_frsize - remaining))
        try:
            return run(place.environment, *scenario.arguments(place))
        finally:
            filler.unlink()

    return disturbance


def read_only(place: Place, scenario: Scenario) -> Done:
    """Run the command where nothing can be written."""
    _mount("-o", "remount,ro", str(place.folder))
    try:
        return run(place.environment, *scenario.arguments(place))
    finally:
        _mount("-o", "remount,rw", str(place.folder))


def _mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(done.stderr.strip())
